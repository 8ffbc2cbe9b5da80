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
  EFFECTIVE_BETS(
      "Effective number of bets",
      "exp(−Σ p ln p), p: shares of the variance of the minimum-torsion factors",
      "how many independent risks the portfolio takes; needs the add-in",
      "Meucci, Santangelo and Deguest 2015"),
  AVERAGE_CORRELATION(
      "Average correlation",
      "mean of the correlations of all pairs of assets",
      "an asset that does not vary has none",
      ""),
  GROUP_WEIGHT(
      "Weight of a category or tier",
      "Σ weight of its assets; risk share likewise",
      "an asset without one counts as Unclassified, which no limit holds",
      ""),
  TARGET_INVERSE_VOLATILITY(
      "Target: inverse volatility",
      "(1 / volatility) / Σ (1 / volatility)",
      "correlations are left out; least and largest weight too",
      ""),
  TARGET_MINIMUM_VARIANCE(
      "Target: minimum variance",
      "least weights′ × covariance × weights",
      "exact, within the least and largest weight; needs the add-in",
      "Markowitz 1952"),
  TARGET_RISK_PARITY(
      "Target: risk parity",
      "every asset carries the same risk share",
      "the least and largest weight do not bind it; needs the add-in",
      "Maillard, Roncalli and Teiletche 2010; Spinu 2013"),
  TARGET_MAXIMUM_DIVERSIFICATION(
      "Target: maximum diversification",
      "greatest diversification ratio",
      "exact, within the least and largest weight; needs the add-in",
      "Choueifaty and Coignard 2008"),
  TARGET_HIERARCHICAL(
      "Target: hierarchical risk parity",
      "inverse variance down a tree of clusters of correlated assets",
      "single linkage on √((1 − correlation) / 2); needs the add-in",
      "López de Prado 2016"),
  TURNOVER(
      "Turnover",
      "(bought + sold) / 2 / portfolio value",
      "one way: replacing everything is 100 %",
      ""),
  TRADE_COST("Cost of the trades", "fee rate × |trade|", "spread and tax are not counted", ""),
  EFFICIENT_FRONTIER(
      "Efficient frontier",
      "the least volatility at each return, in equal steps of return",
      "returns are past means, which tell little about future ones; needs the add-in",
      "Markowitz 1952"),
  CORRELATION(
      "Correlation",
      "covariance / (volatility × volatility)",
      "Pearson, of daily returns on the days that both have",
      "Pearson 1895"),
  RANK_CORRELATION(
      "Spearman, Kendall",
      "Pearson of the ranks; (concordant − discordant pairs) / all pairs, with ties (τ-b)",
      "single extreme days weigh less; needs the add-in",
      "Spearman 1904; Kendall 1945"),
  EWMA_CORRELATION(
      "EWMA correlation",
      "exponentially weighted, each day back counts 0.94 of the next, about zero means",
      "the latest weeks weigh most; needs the add-in",
      "RiskMetrics 1996"),
  CORRELATION_PVALUE(
      "p-value",
      "P(|t| > |r| × √((n − 2) / (1 − r²))), Student's t with n − 2 degrees of freedom",
      "how likely a correlation as strong is by chance where there is none",
      "Fisher 1915"),
  WORST_DAYS(
      "Correlation on the worst days",
      "Pearson over the days on which the benchmark fell most",
      "on a selection of days a correlation differs even if nothing else has changed: compare assets, not levels",
      "Longin and Solnik 2001; Boyer, Gibson and Loretan 1999"),
  TRIAL(
      "Adding a candidate",
      "returns × (1 − trial weight) + candidate × trial weight",
      "every holding is scaled down alike; before and after on the days that the candidate has prices",
      ""),
  ROLLING_CORRELATION(
      "Rolling correlation",
      "Pearson over the window up to each day",
      "band: two standard errors of Fisher's z, atanh(r) ± 2 / √(n − 3)",
      "Fisher 1921"),
  STATUS(
      "Status",
      "BREACH beyond the limit, WATCH from the watch share of it on, else OK",
      "a value equal to its limit is not beyond it",
      ""),
  STOP_MAX_LOSS(
      "Max-loss stop",
      "entry − risk per trade × equity / units; short: entry + the same",
      "the stop at which the position loses the risk per trade from its entry, before fees",
      ""),
  CHANDELIER(
      "Chandelier",
      "highest high of the window − multiple × ATR; short: lowest low + multiple × ATR",
      "with the ATR of the period on Inputs; not ratcheted: it can fall with the highs",
      "LeBeau and Lucas 1992"),
  STOP_BREAKEVEN(
      "Break-even stop",
      "the percent stop; once the best close has earned the trigger in R: entry × (1 + fee) / (1 − fee)",
      "short: entry × (1 − fee) / (1 + fee)",
      ""),
  STOP_STRUCTURE(
      "Structure stop",
      "lowest low of the window; short: highest high",
      "the lower and upper Donchian channel, the as-of date included",
      "Donchian 1960"),
  TIME_STOP(
      "Time stop",
      "days open ≥ the limit while the profit is below the asked multiple of R",
      "only where the opening date is known",
      ""),
  HEAT_CORRELATED(
      "Heat that moves together",
      "√(h′ C h) ÷ equity, h the signed losses at the stops, C the correlations of daily returns",
      "at most the heat; a short offsets a long; an asset that never moves is taken as uncorrelated",
      ""),
  STAGED_EXIT(
      "Staged exits",
      "price k = entry + multiple k × R; average = Σ units × price ÷ units",
      "what is left is taken to be stopped at the stop at entry; before fees",
      ""),
  STOP_TEST(
      "Stop test",
      "return, volatility and maximum drawdown of a long with a trailing stop, and of holding",
      "leaves at the first close at or through the stop of the day before; no costs, no return while out",
      "Kaminski and Lo 2014"),
  AUTOCORRELATION(
      "Autocorrelation",
      "Σ d(t) × d(t−1) ÷ Σ d(t)², d the deviations from the mean return",
      "within ±2/√n it cannot be told from 0",
      ""),
  LOSS_PER_UNIT("Loss per unit", "|entry − stop| + fee × (entry + stop)", "both fees included", ""),
  CASH_SIZE("Size by cash", "cash at risk ÷ loss per unit", "the same cash on each idea", ""),
  ATR_UNIT(
      "ATR unit",
      "equity × risk per trade ÷ (multiple × ATR + 2 × fee × entry)",
      "the ATR entered, else price × mean absolute daily return over the period, from closes",
      "Wilder 1978"),
  VOLATILITY_TARGET(
      "Volatility target",
      "equity × min(leverage, target volatility ÷ volatility) ÷ entry",
      "the target is of one idea, as a share of equity",
      "Moreira and Muir 2017"),
  KELLY(
      "Kelly",
      "win rate − (1 − win rate) ÷ payoff ratio, the share of equity lost at the stop",
      "an own target sets the payoff ratio of its idea; a fraction of it is used; 0 without an edge",
      "Kelly 1956"),
  KELLY_WEIGHT(
      "Kelly weight from returns",
      "mean daily excess return ÷ variance",
      "shown for comparison: a mean estimated from few years is worth little",
      "Thorp 2006"),
  EQUAL_WEIGHT("Equal weight", "equity ÷ ideas ÷ entry", "needs no estimate", ""),
  SIZE_IN_FORCE(
      "Size in force",
      "the least of the chosen method, risk per trade, largest weight and leverage of the profile",
      "rounded down to the lot; 0 if not taken or if the stop is on the wrong side",
      ""),
  LIQUIDATION(
      "Liquidation price",
      "linear: entry × (1 ∓ 1/leverage) ÷ (1 ∓ maintenance); inverse: entry × L ÷ (L (1 ∓ maintenance) ± 1)",
      "isolated margin, upper sign long; an estimate: venues add fees and tiers",
      ""),
  EXPECTANCY(
      "Expectancy", "win rate × payoff ratio − (1 − win rate)", "in R per trade", "Tharp 1998"),
  KELLY_GROWTH(
      "Growth per trade",
      "win rate × ln(1 + payoff × share) + (1 − win rate) × ln(1 − share)",
      "greatest at Kelly, about 0 at twice Kelly",
      "Kelly 1956"),
  KELLY_ODDS(
      "Odds of ever losing a share",
      "(1 − loss)^(2 ÷ multiple − 1)",
      "in continuous time, betting a multiple of Kelly; 1 from twice Kelly on",
      "Thorp 2006"),
  RUIN(
      "Chance of ever losing half, at most",
      "0.5^θ, θ above 0 with p (1 + b f)^−θ + (1 − p) (1 − f)^−θ = 1",
      "1 when the growth is 0 or less",
      "Ethier 2010"),
  APPETITE(
      "Risk appetite",
      "the lower of tolerance and capacity; need is shown apart",
      "level by mean answer: 1 below 1.75, 2 below 2.5, 3 below 3.25, else 4; capacity at most one above its weakest answer",
      ""),
  SHARPE_ERROR(
      "Standard error of the Sharpe ratio",
      "√((1 + SR²/2 − skewness × SR + excess kurtosis / 4 × SR²) / (n − 1)) × √periods per year",
      "SR per day; scaling by √periods is exact only for independent days",
      "Mertens 2002"),
  PROBABILISTIC_SHARPE(
      "Probabilistic Sharpe ratio",
      "Φ((SR − hurdle) × √(n − 1) / √(1 − skewness × SR + (excess kurtosis + 2) / 4 × SR²))",
      "the probability that the true ratio is above the hurdle; both per day",
      "Bailey and López de Prado 2012"),
  TRACK_RECORD(
      "Minimum track record",
      "1 + (1 − skewness × SR + (excess kurtosis + 2) / 4 × SR²) × (z / (SR − hurdle))²",
      "days after which the ratio is above the hurdle with the confidence",
      "Bailey and López de Prado 2012"),
  SORTINO(
      "Sortino ratio",
      "mean return / downside deviation × √periods per year",
      "target 0; the downside deviation divides by all days",
      "Sortino and Price 1994"),
  SHAPE(
      "Skewness and excess kurtosis",
      "third and fourth central moment / powers of the standard deviation; kurtosis less 3",
      "moments divide by n; a normal distribution has 0 and 0",
      ""),
  UNDER_WATER(
      "Time under water",
      "days of returns in a row below an earlier peak",
      "within 1e-12 of the peak counts as at the peak",
      ""),
  VAR_NORMAL(
      "Value at risk and expected shortfall, normal",
      "−(mean + z × standard deviation); −mean + standard deviation × φ(z) / (1 − confidence)",
      "z is the normal quantile of 1 − confidence; understates fat tails",
      "RiskMetrics 1996"),
  VAR_MODIFIED(
      "Value at risk and expected shortfall, modified",
      "the same with z corrected for skewness and kurtosis (Cornish-Fisher)",
      "far from the normal distribution the expansion fails: compare it with the historical one",
      "Favre and Galeano 2002; Boudt, Peterson and Croux 2008"),
  VAR_EWMA(
      "Value at risk and expected shortfall, EWMA",
      "−z × √v, v today = λ × v of the day before + (1 − λ) × return²",
      "λ 0.94, mean 0: follows the volatility of the last weeks",
      "RiskMetrics 1996"),
  ROLLING(
      "Rolling figures",
      "the figure over the latest returns in the window",
      "days without a return are passed over; the window is at most half of the days",
      ""),
  USED(
      "Used share of a limit",
      "figure / limit; where at least so much is wanted, limit / figure",
      "100 % is the limit itself",
      ""),
  REGIME(
      "Volatility regime",
      "CALM below the 33rd, STRESSED above the 80th percentile of its own rolling volatility",
      "percentiles as PERCENTILE.INC, the latest value included; days without a return passed over",
      ""),
  STRESS(
      "Scenario",
      "Σ weight × shock; shock = max(beta × market shock, −100 %), or the asset's own",
      "worst day and worst week: what each asset did then, at today's weights",
      ""),
  STRESS_LOSS(
      "Loss if the market falls by half",
      "−Σ weight × max(beta × −50 %, −100 %)",
      "by beta alone, without own shocks",
      ""),
  LIQUIDITY(
      "Days to sell",
      "units / (average daily volume × participation)",
      "volume in units, as entered; selling more a day would move the price",
      ""),
  VAR_FORECAST(
      "Value at risk forecast",
      "−z × √(EWMA variance), or −(mean + z × standard deviation) over the window",
      "made from the days before only; the first day is the one after the first full window",
      "RiskMetrics 1996"),
  KUPIEC(
      "Kupiec test",
      "2 × ln(likelihood of the breaches at their own frequency / at 1 − confidence)",
      "χ² with 1 degree of freedom; 0 × ln 0 = 0; a p value below 5 % speaks against the model",
      "Kupiec 1995"),
  CHRISTOFFERSEN(
      "Christoffersen test",
      "likelihood ratio of breaches that depend on the day before against ones that do not",
      "χ² with 1 degree of freedom; with Kupiec's added: 2; low p values: breaches cluster",
      "Christoffersen 1998"),
  TRAFFIC_LIGHT(
      "Traffic light",
      "GREEN below 95 %, YELLOW below 99.99 % cumulative binomial probability, else RED",
      "of at most so many breaches if the model is right",
      "Basel Committee 1996"),
  RISK_SCORE(
      "Risk score",
      "likelihood × impact",
      "each from 1 to 5, a judgement; systemic risks hit all holdings at once",
      "ISO 31000"),
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
