package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The risk-measures workbook: what a loss takes to recover from, and how risky each asset and the
 * portfolio are by the measures of the field, each with the convention that it rests on.
 */
public final class RiskMeasures implements WorkbookKind {
  /** Stands for the whole in the input that chooses a series. */
  static final String PORTFOLIO = "Portfolio";

  @Override
  public String name() {
    return "risk-measures";
  }

  @Override
  public String description() {
    return "Loss and the gain that recovers it, volatility, Sharpe, beta, drawdown, value at risk.";
  }

  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    PriceTable table = Histories.of(portfolio);
    Room room = least.or(Room.exact(portfolio, table));
    Book book =
        new Book(
            "Risk measures: " + portfolio.id(),
            "Loss and recovery, volatility, Sharpe ratio, beta, drawdown, value at risk");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet distributionSheet = book.sheet("Distribution");
    Sheet days = book.sheet("Over time");
    Sheet underWater = book.sheet("Drawdowns");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, portfolio, room, inputSheet);
    inputs(inputs, inputSheet, columns);
    RiskMeasuresCalculation calculation =
        new RiskMeasuresCalculation(book, frame, calculationSheet, columns);
    HistorySheets history = new HistorySheets(book, frame, table, room, columns);
    new UnderWaterSheet(book, frame, underWater, columns, room);
    DailySheet overTime = overTime(book, frame, days, room);
    LimitTable limits = limits(book, frame, limitSheet);
    columns.write();
    Sheet points = book.sheet("Chart data");
    frame.head(points, "Chart data");
    RecoveryCurve curve = new RecoveryCurve(points, 0);
    choices(book, points, curve.nextColumn(), columns);
    ChartPoints returns = ChartPoints.ofReturns(points, curve.nextColumn() + 2);
    ChartPoints windows =
        new ChartPoints(
            points, returns.nextColumn() + 1, "MATCH(window," + overTime.address("n") + ",0)");
    Distribution distribution = new Distribution(book, frame, distributionSheet, overTime, windows);
    RiskMeasuresDashboard.write(
        frame, dashboard, calculation, distribution, limits, curve, returns);
    inputs.checks(frame, columns);
    checks(frame, columns);
    history.checks(frame);
    frame.figures(
        Definition.RECOVERY_GAIN,
        Definition.VOLATILITY,
        Definition.SHARPE,
        Definition.SHARPE_ERROR,
        Definition.PROBABILISTIC_SHARPE,
        Definition.TRACK_RECORD,
        Definition.SORTINO,
        Definition.SHAPE,
        Definition.BETA,
        Definition.RSQ,
        Definition.SYSTEMIC,
        Definition.NONSYSTEMIC,
        Definition.MAX_DRAWDOWN,
        Definition.UNDER_WATER,
        Definition.VALUE_AT_RISK,
        Definition.VAR_NORMAL,
        Definition.VAR_MODIFIED,
        Definition.VAR_EWMA,
        Definition.EXPECTED_SHORTFALL,
        Definition.ROLLING,
        Definition.WEIGHT,
        Definition.STATUS);
    frame.close(
        "Shows what the holdings have risked and what a loss takes to recover from: a loss of 50 %"
            + " needs a gain of 100 %. Each measure of risk stands beside the convention it rests"
            + " on, for each asset and for the portfolio.",
        List.of(
            "1. " + HowTo.PRICES,
            "2. Inputs: enter assets, units and assumptions in the yellow cells.",
            "3. " + HowTo.DASHBOARD,
            "4. Calculation: every measure of every asset, by convention and method.",
            "5. Distribution: choose an asset on Inputs and see its days, its tail by four methods"
                + " and its risk over time.",
            HowTo.TODAYS_WEIGHTS));
    book.calculate();
    return book;
  }

  private static void inputs(InputSheet inputs, Sheet sheet, Columns columns) {
    inputs.number(
        "Sharpe ratio to beat",
        "sharpe_hurdle",
        0.0,
        Style.Format.NUMBER,
        "annual: how sure is it that the true ratio is higher?");
    inputs.between(-100, 100, "An annual Sharpe ratio, such as 0 or 1.");
    inputs.number(
        "Rolling window",
        "rolling_window",
        90.0,
        Style.Format.INTEGER,
        "days of returns; shortened where there are fewer than twice as many");
    inputs.between(2, 10_000, "Whole days, 2 or more.");
    inputs.text(
        "Shown on the sheet Distribution", "shown", PORTFOLIO, "an asset held, or " + PORTFOLIO);
    inputs.oneOfCells("shown_choices", "An asset held, or " + PORTFOLIO + ".");
    inputs.holdings("Holdings", "", columns, InputSheet.Field.units());
    sheet.widths(38, 20, 14, 40);
    sheet.freeze(3, 0);
    sheet.portrait();
  }

  private static DailySheet overTime(Book book, Frame frame, Sheet sheet, Room room) {
    DailySheet days = new DailySheet(book, frame, sheet, "Over time, of the series shown", room);
    days.note(
        "Rolling figures are over the latest returns in the window, whatever gaps lie between.");
    RollingColumns.count(days, "", "Returns", "INDEX(has_return,{row})");
    days.named(
        "ewma_weights",
        "EWMA weight",
        Style.Format.PRECISE,
        "IF(INDEX(has_return,{row})=1,"
            + "ewma_decay^(observations-{n})*IF({n}=1,1,1-ewma_decay),\"\")");
    days.named(
        "shown_returns",
        "Return",
        Style.Format.PERCENT2,
        "IF(INDEX(has_return,{row})=1,IF(shown_position=0,INDEX(portfolio_returns,{row}),"
            + "INDEX(asset_returns,{row},MAX(1,shown_position))),\"\")");
    RollingColumns.sums(days, "shown_returns", "return");
    days.add(
        "volatility",
        "Rolling volatility, annual",
        Style.Format.PERCENT,
        RollingColumns.volatility("shown_returns"));
    days.add(
        "sharpe",
        "Rolling Sharpe ratio, annual",
        Style.Format.NUMBER,
        "IF(N({volatility})=0,\"\",("
            + RollingColumns.over("sum_shown_returns", "start")
            + "/window-((1+risk_free)^(1/periods_per_year)-1))*periods_per_year/{volatility})");
    return days;
  }

  private static LimitTable limits(Book book, Frame frame, Sheet sheet) {
    return LimitTable.alerting(
        book,
        frame,
        sheet,
        new LimitTable.Entries()
            .add(RiskLimit.DRAWDOWN, "portfolio_drawdown")
            .add(RiskLimit.MAX_DRAWDOWN, "portfolio_max_drawdown")
            .add(RiskLimit.VOLATILITY, "portfolio_volatility")
            .add(RiskLimit.VALUE_AT_RISK, "portfolio_var")
            .add(RiskLimit.EXPECTED_SHORTFALL, "portfolio_es")
            .add(RiskLimit.BETA, "portfolio_beta")
            .add(RiskLimit.OBSERVATIONS, "observations"));
  }

  /** What may be chosen to be shown: the portfolio or an asset. */
  private static void choices(Book book, Sheet sheet, int column, Columns columns) {
    int row = PriceRows.FIRST;
    sheet.set(row - 1, column, "To choose from", Style.HEADER);
    sheet.set(row, column, PORTFOLIO, Style.LABEL);
    for (int i = 0; i < columns.positions(); i++) {
      String asset = columns.at("in_asset", i);
      sheet.formula(row + 1 + i, column, "IF(" + asset + "=\"\",\"\"," + asset + ")", Style.LABEL);
    }
    sheet.width(column, column, 16);
    book.name("shown_choices", Chart.Block.column(sheet, row, row + columns.positions(), column));
  }

  private static void checks(Frame frame, Columns columns) {
    PortfolioChecks.weights(frame);
    PortfolioChecks.riskSplit(frame);
    frame.check(
        "The portfolio's drawdowns are those of its wealth",
        "ABS(portfolio_max_drawdown+MIN(drawdowns))<0.000000001");
    frame.check(
        "No asset fell less than its current drawdown",
        columns.over("SUM({max_drawdown:all})-SUM({drawdown:all})>=-0.000000001"));
    frame.check(
        "The weights of the days add up to 1 (EWMA)", "ABS(SUM(ewma_weights)-1)<0.000000001");
    frame.check(
        "Expected shortfall is not below value at risk", "portfolio_es>=portfolio_var-0.000000001");
    frame.check("The histogram counts every day once", "histogram_days=COUNT(shown_returns)");
  }
}
