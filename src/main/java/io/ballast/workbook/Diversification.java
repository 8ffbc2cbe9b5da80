package io.ballast.workbook;

import io.ballast.market.PriceTable;
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
    return "Weight against risk share, effective number of bets, groups, correlation, limits,"
        + " rebalancing.";
  }

  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    PriceTable table = Histories.of(portfolio);
    Room room = least.or(Room.exact(portfolio, table));
    Book book =
        new Book(
            "Diversification: " + portfolio.id(),
            "Weight against risk share, correlation, limits and rebalancing");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet groupSheet = book.sheet("Groups");
    Sheet rebalancing = book.sheet("Rebalancing");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet correlation = book.sheet("Correlation");
    Sheet frontier = book.sheet("Frontier");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, portfolio, room, inputSheet);
    Columns categories = DiversificationInputs.write(book, inputs, inputSheet, portfolio, columns);
    DiversificationCalculation calculation =
        new DiversificationCalculation(book, frame, calculationSheet, columns);
    new RebalancingSheet(book, frame, rebalancing, columns);
    GroupSheet groups = new GroupSheet(book, frame, groupSheet, columns, categories);
    HistorySheets history = new HistorySheets(book, frame, table, room, columns);
    new CorrelationSheet(book, frame, correlation, columns);
    LimitTable limits = new DiversificationLimits(book, frame, limitSheet, columns).table();
    Sheet points = book.sheet("Chart data");
    frame.head(points, "Chart data: what the charts are drawn from");
    ChartPoints days = ChartPoints.ofReturns(points, 0);
    DiversificationDashboard.write(frame, dashboard, calculation, groups, limits, days);
    new FrontierSheet(book, frame, frontier, columns, points, 5, days.nextColumn());
    columns.write();
    categories.write();
    inputs.checks(frame, columns);
    checks(frame, columns);
    history.checks(frame);
    frame.figures(
        Definition.WEIGHT,
        Definition.VOLATILITY,
        Definition.SHARPE,
        Definition.BETA,
        Definition.RSQ,
        Definition.SYSTEMIC,
        Definition.NONSYSTEMIC,
        Definition.VALUE_AT_RISK,
        Definition.EXPECTED_SHORTFALL,
        Definition.MAX_DRAWDOWN,
        Definition.RECOVERY_GAIN,
        Definition.EFFECTIVE_ASSETS,
        Definition.EFFECTIVE_BETS,
        Definition.AVERAGE_CORRELATION,
        Definition.DIVERSIFICATION_RATIO,
        Definition.RISK_CONTRIBUTION,
        Definition.CORRELATION_STRESS,
        Definition.GROUP_WEIGHT,
        Definition.TARGET_INVERSE_VOLATILITY,
        Definition.TARGET_MINIMUM_VARIANCE,
        Definition.TARGET_RISK_PARITY,
        Definition.TARGET_MAXIMUM_DIVERSIFICATION,
        Definition.TARGET_HIERARCHICAL,
        Definition.TRADE,
        Definition.TURNOVER,
        Definition.TRADE_COST,
        Definition.EFFICIENT_FRONTIER,
        Definition.STATUS);
    frame.close(
        "Shows whether a portfolio is spread or only looks spread: the share of the money in each"
            + " asset beside the share of the risk that it carries, how strongly the assets move"
            + " together, and which trades lead to the target weights.",
        List.of(
            "1. " + HowTo.PRICES,
            "2. Inputs: enter assets, units, target weights, categories, tiers and assumptions in the"
                + " yellow cells.",
            "3. " + HowTo.LIMITS,
            "4. " + HowTo.DASHBOARD,
            "5. Rebalancing: the trades that lead to your target weights, or to those of the method"
                + " chosen on Inputs.",
            HowTo.TODAYS_WEIGHTS));
    book.calculate();
    return book;
  }

  private static void checks(Frame frame, Columns columns) {
    frame.check(
        "The target weights add up to 100 %", columns.over("ABS(SUM({in_target:all})-1)<0.000001"));
    PortfolioChecks.weights(frame);
    PortfolioChecks.contributions(frame, columns);
    PortfolioChecks.riskSplit(frame);
    frame.check(
        "The add-in and the built-in formulas agree on the portfolio's volatility",
        "ABS(portfolio_volatility-STDEV.S(portfolio_returns)*SQRT(periods_per_year))"
            + "<0.000000001");
  }
}
