package io.ballast.workbook;

/** What each figure of the workbooks means: formula, convention and source, in one place. */
enum Definition {
  WEIGHT("Weight", "value / portfolio value", "on the as-of date", ""),
  VOLATILITY(
      "Volatility, annual",
      "sample standard deviation of daily returns × √periods per year",
      "divides by n−1; 365 periods: crypto trades every day",
      ""),
  SHARPE(
      "Sharpe ratio",
      "mean excess return / standard deviation of excess returns × √periods per year",
      "arithmetic means; the risk-free rate is converted to a daily rate",
      "Sharpe 1994"),
  BETA(
      "Beta", "covariance with the benchmark / variance of the benchmark", "sample", "Sharpe 1964"),
  RSQ(
      "R²",
      "squared correlation with the benchmark",
      "share of the variance that the benchmark explains",
      ""),
  SYSTEMIC("Systemic risk", "|beta| × volatility of the benchmark", "annual", "Sharpe 1964"),
  NONSYSTEMIC(
      "Non-systemic risk",
      "standard deviation of the residuals × √periods per year",
      "divides by n−1, so that the squares of both add up to total risk squared",
      ""),
  VALUE_AT_RISK(
      "Value at risk",
      "the loss that one day exceeds with probability 1 − confidence",
      "historical, quantile as PERCENTILE.INC; a loss is positive",
      ""),
  EXPECTED_SHORTFALL(
      "Expected shortfall",
      "mean loss in the worst 1 − confidence of days",
      "historical, with the fractional weight of the boundary day",
      "Rockafellar and Uryasev 2002"),
  MAX_DRAWDOWN(
      "Maximum drawdown",
      "largest loss from a peak",
      "wealth starts at 1 before the first return",
      ""),
  RECOVERY_GAIN(
      "Gain needed to recover",
      "loss / (1 − loss)",
      "of what is lost from: a loss of 50 % needs a gain of 100 %",
      ""),
  EFFECTIVE_ASSETS(
      "Effective number of assets",
      "1 / Σ weight²",
      "equal weights give the number of assets",
      "Herfindahl 1950"),
  DIVERSIFICATION_RATIO(
      "Diversification ratio",
      "weighted average volatility / portfolio volatility",
      "1 means no diversification; some tools show its inverse",
      "Choueifaty and Coignard 2008"),
  RISK_CONTRIBUTION(
      "Risk contribution",
      "weight × (covariance × weights) / portfolio volatility",
      "contributions add up to the portfolio's volatility",
      "Maillard, Roncalli and Teiletche 2010"),
  CORRELATION_STRESS(
      "Stress",
      "correlation' = correlation + shift × (1 − correlation)",
      "volatilities stay as they are",
      ""),
  TRADE(
      "Trade",
      "(target weight − weight) × portfolio value",
      "assets within the band are left alone; positive buys, negative sells",
      "Daryanani 2008"),
  EQUITY(
      "Equity",
      "cash + value of the longs + open profit of the shorts, or as entered",
      "cash without the proceeds of short sales; for spot and futures shorts alike",
      ""),
  TRUE_RANGE(
      "True range",
      "max(high, close before) − min(low, close before)",
      "the first bar: high − low; an incomplete bar is skipped",
      "Wilder 1978"),
  ATR(
      "Average true range (ATR)",
      "first the mean of the first n true ranges, then (ATR × (n − 1) + true range) ÷ n",
      "over all bars up to the as-of date; some programs start from the first true range instead",
      "Wilder 1978"),
  STOP_PERCENT(
      "Percent stop",
      "entry × (1 − stop %); short: entry × (1 + stop %)",
      "own stop % where one is entered",
      ""),
  STOP_ATR(
      "ATR stop",
      "entry − multiple × ATR; short: entry + multiple × ATR",
      "with today's ATR; none where it would not be above 0",
      "Wilder 1978"),
  TRAILING_STOP(
      "Trailing stop",
      "highest close since opened × (1 − trailing %); short: lowest close × (1 + trailing %)",
      "closes, not highs; without an opening date over the trailing window",
      ""),
  INITIAL_RISK(
      "Initial risk R",
      "units × distance from entry to the stop at entry",
      "blank if the stop is already at a profit; the trailing stop at entry is taken from the entry",
      "Tharp 1998"),
  R_MULTIPLE("Profit in R", "open profit ÷ R", "1 means one initial risk earned", "Tharp 1998"),
  STOP_LOSS(
      "Loss if the stop fills",
      "units × (price − stop) + fee × units × stop; short: units × (stop − price) + the same fee",
      "from today's price; through the stop: sold at the price; a long without a stop: its whole value; a short without a stop: unlimited",
      ""),
  GAP_LOSS(
      "Loss if gapped through",
      "the same, filled at min(stop, price × (1 − gap)) × (1 − slippage); short: max(stop, price × (1 + gap)) × (1 + slippage)",
      "a stop-market order is sure to sell but not at its price",
      ""),
  HEAT(
      "Portfolio heat",
      "Σ units × (price − stop) ÷ equity, before fees",
      "exact if all stops fill at their prices; the cap is a matter of taste: Elder 6 %, Tharp 6 to 10 %, system traders 15 to 25 %",
      "Tharp 1998, Elder 2002"),
  POSITION_SIZE(
      "Units allowed",
      "equity × risk per trade ÷ (|price − stop| + fee × (price + stop))",
      "at most what equity buys without leverage",
      ""),
  WORST_DAY(
      "Worst day seen",
      "largest fall from a close to the next day's low; short: rise to the next day's high",
      "over the bars shown; a gap assumption below it is not cautious",
      ""),
  DAILY_LOSS(
      "Daily loss",
      "loss of all positions from the day before to the as-of date ÷ equity before it",
      "0 on a day of gain",
      ""),
  STATUS(
      "Status",
      "BREACH beyond the limit, WATCH from the watch share of it on, else OK",
      "a value equal to its limit is not beyond it",
      ""),
  STRESS_LOSS(
      "Loss if the market falls by half",
      "−Σ weight × max(beta × −50 %, −100 %)",
      "betas against the benchmark; no asset loses more than all",
      "Sharpe 1964"),
  RISK_SHARE(
      "Risk share",
      "weight × covariance with the portfolio / portfolio variance",
      "shares add up to 100 %; below 0 for an asset that hedges the others",
      "Maillard, Roncalli and Teiletche 2010"),
  CUT_TO_WEIGHT(
      "Sell to the weight limit",
      "(weight − limit) × portfolio value",
      "the proceeds are kept in cash, which counts in the value",
      ""),
  CUT_TO_RISK_SHARE(
      "Sell to the limit of the risk share",
      "to the weight x with (v x² + c x) / (v x² + 2 c x + R) = limit; v variance of the asset, c its covariance with the others, R their variance",
      "the others as they are, the proceeds in cash; not for a single asset, whose share is always 100 %",
      "from the definition of risk share"),
  SELL_EVERY(
      "Sell of every asset",
      "1 − limit / figure, the largest of those breached",
      "volatility, value at risk, expected shortfall and loss if the market halves fall in proportion; the proceeds in cash",
      ""),
  DUE_DILIGENCE_SCORE(
      "Raw score",
      "100 × Σ weight × score / (5 × Σ weight), over the answered questions",
      "not shown while under half of the weight is answered; a question not answered is not a 0",
      ""),
  DUE_DILIGENCE_COVERAGE(
      "Coverage",
      "weight of the answered questions / weight of all",
      "below the least coverage the assessment is incomplete",
      ""),
  KNOCK_OUT(
      "Knock-out",
      "one red flag answered with yes",
      "whatever the score, the cap is 0 %; a flag that is not answered leaves the assessment incomplete",
      ""),
  STALE_REVIEW(
      "Stale",
      "as-of date − date of the review > limit in days",
      "a score without a date is stale; a stale review halves the cap, or what Inputs says",
      ""),
  POSITION_CAP(
      "Cap",
      "the largest weight for the score, from the table on Inputs",
      "0 % if knocked out; at most the cap of incomplete assessments while incomplete; none while not assessed",
      ""),
  CRITERION_SCORE(
      "Score of a criterion",
      "Σ share × score / Σ share, over its answered questions",
      "0 to 5",
      "");

  private final String figure;
  private final String formula;
  private final String convention;
  private final String source;

  Definition(String figure, String formula, String convention, String source) {
    this.figure = figure;
    this.formula = formula;
    this.convention = convention;
    this.source = source;
  }

  String figure() {
    return figure;
  }

  String formula() {
    return formula;
  }

  String convention() {
    return convention;
  }

  /** Author and year, empty where it is common knowledge. */
  String source() {
    return source;
  }
}
