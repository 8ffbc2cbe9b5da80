package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The diversification workbook: how much each asset weighs against how much of the risk it carries,
 * how many independent assets the portfolio really amounts to, and what trades bring it to its
 * target.
 */
public final class Diversification implements WorkbookKind {
  @Override
  public String name() {
    return "diversification";
  }

  @Override
  public String description() {
    return "Weight against risk share, effective number of assets, correlation, limits, rebalancing.";
  }

  @Override
  public Book build(Portfolio portfolio) throws PortfolioException {
    Portfolio resolved = Histories.resolved(portfolio);
    Book book = layOut(resolved, Histories.of(resolved));
    book.calculate();
    return book;
  }

  private static Book layOut(Portfolio portfolio, PriceTable table) {
    Book book =
        new Book(
            "Diversification: " + portfolio.id(),
            "Weight against risk share, correlation, limits and rebalancing");
    Frame frame = new Frame(book, portfolio.source());
    Sheet dashboardSheet = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet correlationSheet = book.sheet("Correlation");
    DiversificationInputs inputs = new DiversificationInputs(book, frame, portfolio, inputSheet);
    int n = inputs.count();
    List<String> assets = new ArrayList<>();
    List<String> weights = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      assets.add(inputs.asset(i));
      weights.add(DiversificationCalculation.weight(calculationSheet, i));
    }
    HistorySheets history = new HistorySheets(book, frame, table, assets, weights);
    DiversificationCalculation calculation =
        new DiversificationCalculation(book, frame, calculationSheet, inputs, history);
    new CorrelationSheet(book, frame, correlationSheet, inputs, history);
    DiversificationLimits limits =
        new DiversificationLimits(book, frame, limitSheet, calculation, n);
    new DiversificationDashboard(frame, dashboardSheet, calculation, limits, history, n);
    checks(frame, inputs, calculation, history);
    figures(frame);
    frame.close(
        "Shows whether a portfolio is spread or only looks spread: the share of the money in each"
            + " asset beside the share of the risk that it carries, how strongly the assets move"
            + " together, and which trades lead to the target weights.",
        List.of(
            "1. Inputs: enter units, target weights and assumptions in the yellow cells.",
            "2. Prices: paste daily closing prices, newest at the bottom, one column per asset; the"
                + " names in the heading are those used on Inputs. Leave a cell empty where there"
                + " is no price.",
            "3. Limits: enter your own limits. Each is compared with the figure beside it.",
            "4. Dashboard: read the result. If a check failed, the sheet Checks says which.",
            "All risk figures are computed at today's weights: the present holdings, as shares of"
                + " the value on the as-of date, are held constant over the history.",
            "For other assets, or more of them, make the workbook anew with:"
                + " ballast batch --workbook diversification"));
    return book;
  }

  private static void checks(
      Frame frame,
      DiversificationInputs inputs,
      DiversificationCalculation calculation,
      HistorySheets history) {
    int n = inputs.count();
    String prices = calculation.prices();
    frame.check(
        "The target weights add up to 100 %", "ABS(SUM(" + inputs.targets() + ")-1)<0.000001");
    frame.check(
        "The weights add up to 100 %", "ABS(" + calculation.weightSum() + "-1)<0.000000001");
    frame.check(
        "The risk contributions add up to the portfolio's volatility",
        "ABS(" + calculation.contributionSum() + "-portfolio_volatility)<0.000000001");
    frame.check(
        "Systemic and non-systemic risk add up (in squares) to the portfolio's risk",
        "IF(COUNT("
            + history.benchmark()
            + ")=observations,ABS(portfolio_systemic^2+portfolio_nonsystemic^2"
            + "-portfolio_volatility^2)<0.000000001,TRUE)");
    frame.check(
        "Every holding has a price on the as-of date",
        "AND(COUNT(" + prices + ")=" + n + ",MIN(" + prices + ")>0)");
    frame.check(
        "Each asset is listed once", "SUM(--(holding_assets=TRANSPOSE(holding_assets)))=" + n);
    frame.check("The benchmark varies", "STDEV.S(" + history.benchmark() + ")>0");
    frame.check(
        "The dates rise without repeats",
        "SUMPRODUCT(--(" + history.laterDates() + "<=" + history.earlierDates() + "))=0");
    frame.check("No price is zero or negative", "COUNTIF(" + history.priceBlock() + ",\"<=0\")=0");
    frame.check("At least 30 days of returns", "observations>=30");
    frame.check(
        "The add-in and the built-in formulas agree on the portfolio's volatility",
        "ABS(portfolio_volatility-STDEV.S("
            + history.portfolio()
            + ")*SQRT(periods_per_year))<0.000000001");
  }

  private static void figures(Frame frame) {
    frame.figure("Weight", "value / portfolio value", "on the as-of date", "");
    frame.figure(
        "Volatility, annual",
        "sample standard deviation of daily returns × √periods per year",
        "divides by n−1; 365 periods: crypto trades every day",
        "");
    frame.figure(
        "Sharpe ratio",
        "mean excess return / standard deviation of excess returns × √periods per year",
        "arithmetic means; the risk-free rate is converted to a daily rate",
        "Sharpe 1994");
    frame.figure(
        "Beta",
        "covariance with the benchmark / variance of the benchmark",
        "sample",
        "Sharpe 1964");
    frame.figure(
        "R²",
        "squared correlation with the benchmark",
        "share of the variance that the benchmark explains",
        "");
    frame.figure("Systemic risk", "|beta| × volatility of the benchmark", "annual", "Sharpe 1964");
    frame.figure(
        "Non-systemic risk",
        "standard deviation of the residuals × √periods per year",
        "divides by n−1, so that the squares of both add up to total risk squared",
        "");
    frame.figure(
        "Value at risk",
        "the loss that one day exceeds with probability 1 − confidence",
        "historical, quantile as PERCENTILE.INC; a loss is positive",
        "");
    frame.figure(
        "Expected shortfall",
        "mean loss in the worst 1 − confidence of days",
        "historical, with the fractional weight of the boundary day",
        "Rockafellar and Uryasev 2002");
    frame.figure(
        "Maximum drawdown",
        "largest loss from a peak",
        "wealth starts at 1 before the first return",
        "");
    frame.figure(
        "Gain needed to recover", "loss / (1 − loss)", "a loss of 50 % needs a gain of 100 %", "");
    frame.figure(
        "Effective number of assets",
        "1 / Σ weight²",
        "equal weights give the number of assets",
        "Herfindahl 1950");
    frame.figure(
        "Diversification ratio",
        "weighted average volatility / portfolio volatility",
        "1 means no diversification; some tools show its inverse",
        "Choueifaty and Coignard 2008");
    frame.figure(
        "Risk contribution",
        "weight × (covariance × weights) / portfolio volatility",
        "contributions add up to the portfolio's volatility",
        "Maillard, Roncalli and Teiletche 2010");
    frame.figure(
        "Stress",
        "correlation' = correlation + shift × (1 − correlation)",
        "volatilities stay as they are",
        "");
    frame.figure(
        "Trade",
        "(target weight − weight) × portfolio value",
        "assets within the band are left alone; positive buys, negative sells",
        "Daryanani 2008");
  }
}
