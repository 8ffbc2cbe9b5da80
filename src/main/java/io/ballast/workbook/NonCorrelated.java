package io.ballast.workbook;

import io.ballast.market.PriceTable;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The workbook of non-correlated assets: how strongly the holdings move together and with the
 * market, on all days and on its worst, and which assets that are not held would change that.
 */
public final class NonCorrelated implements WorkbookKind {
  private static final List<String> METHODS = List.of("Pearson", "Spearman", "Kendall", "EWMA");

  @Override
  public String name() {
    return "non-correlated-assets";
  }

  @Override
  public String description() {
    return "Correlations, on all days and the worst, and what assets that are not held would add.";
  }

  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    PriceTable table = Histories.withOthers(portfolio, Candidates.MOST);
    Room room = least.or(Room.exact(portfolio, table));
    Book book =
        new Book(
            "Non-correlated assets: " + portfolio.id(),
            "Correlations on all days and the worst, and candidates ranked by what they would add");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet candidateSheet = book.sheet("Candidates");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet heatMap = book.sheet("Heat map");
    Sheet rollingSheet = book.sheet("Rolling");
    Sheet correlation = book.sheet("Correlation");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, portfolio, room, inputSheet);
    Candidates candidates = new Candidates(room);
    inputs(inputs, inputSheet, portfolio, table, columns);
    candidates.list(inputSheet, inputs.nextRow() + 1);
    NonCorrelatedCalculation calculation =
        new NonCorrelatedCalculation(book, frame, calculationSheet, columns);
    HistorySheets history = new HistorySheets(book, frame, table, room, columns);
    candidates.returns(book, frame, book.sheet("Other returns"));
    CandidateSheet added =
        new CandidateSheet(book, frame, candidateSheet, candidates.columns(), columns);
    new CorrelationSheet(book, frame, correlation, columns);
    LimitTable limits = limits(book, frame, limitSheet);
    Sheet data = book.sheet("Chart data");
    frame.head(data, "Chart data: what the charts are drawn from");
    RollingSheet rolling = new RollingSheet(book, frame, rollingSheet, data, 0);
    new HeatMapSheet(book, frame, heatMap, columns, data, 6, 8);
    columns.write();
    candidates.columns().write();
    NonCorrelatedDashboard.write(
        frame, dashboard, added.ranking(), calculation.ranking(), rolling, limits);
    inputs.checks(frame, columns);
    PortfolioChecks.weights(frame);
    frame.check("Both assets of the pair have prices", "pair_days>2");
    history.checks(frame);
    frame.figures(
        Definition.WEIGHT,
        Definition.VOLATILITY,
        Definition.CORRELATION,
        Definition.RANK_CORRELATION,
        Definition.EWMA_CORRELATION,
        Definition.CORRELATION_PVALUE,
        Definition.AVERAGE_CORRELATION,
        Definition.WORST_DAYS,
        Definition.ROLLING_CORRELATION,
        Definition.TRIAL,
        Definition.DIVERSIFICATION_RATIO,
        Definition.BETA,
        Definition.STATUS);
    frame.close(
        "Shows which assets really move differently: how strongly the holdings move together, how"
            + " they follow the market on ordinary and on its worst days, and by how much each asset"
            + " that is not held would cut the portfolio's risk.",
        List.of(
            "1. Prices: paste dates and daily closing prices, newest at the bottom, one column per"
                + " asset, its name in the heading: the assets held, and those you think of adding.",
            "2. Inputs: enter the assets held with their units, the trial weight, and the pair for the"
                + " rolling correlation in the yellow cells.",
            "3. " + HowTo.LIMITS,
            "4. " + HowTo.DASHBOARD,
            "5. Candidates: what each asset that is not held would change, in full.",
            HowTo.TODAYS_WEIGHTS));
    book.calculate();
    return book;
  }

  private static LimitTable limits(Book book, Frame frame, Sheet sheet) {
    LimitTable table =
        LimitTable.alerting(
            book,
            frame,
            sheet,
            new LimitTable.Entries()
                .add(RiskLimit.AVERAGE_CORRELATION, "average_correlation")
                .add(RiskLimit.LARGEST_CORRELATION, "largest_correlation")
                .add(RiskLimit.DIVERSIFICATION_RATIO, "diversification_ratio")
                .add(RiskLimit.BETA, "portfolio_beta")
                .add(RiskLimit.VOLATILITY, "portfolio_volatility")
                .add(RiskLimit.COMMON_DAYS, "fewest_days"));
    sheet.width(8, 8, 52);
    return table;
  }

  private static void inputs(
      InputSheet inputs, Sheet sheet, Portfolio portfolio, PriceTable table, Columns columns) {
    inputs.number(
        "Trial weight",
        "trial_weight",
        0.1,
        Format.PERCENT,
        "of the portfolio put into a candidate, the holdings scaled down alike");
    inputs.between(0.001, 0.999, "A share above 0 % and below 100 %.");
    inputs.number(
        "Worst days",
        "tail_share",
        0.05,
        Format.PERCENT,
        "of all days: those on which the benchmark fell most");
    inputs.between(0.001, 0.5, "A share up to 50 %.");
    inputs.number(
        "Least days for a correlation on some days",
        "least_days",
        10.0,
        Format.INTEGER,
        "on fewer days it is not shown");
    inputs.between(3, 1000, "Days, 3 or more.");
    inputs.text(
        "Correlation by",
        "corr_method",
        METHODS.get(0),
        "on the sheet Heat map; all but Pearson need the add-in");
    inputs.oneOf(METHODS, "Pearson, Spearman, Kendall or EWMA.");
    String benchmark = portfolio.settings().benchmark();
    String other =
        table.assets().stream()
            .filter(asset -> !asset.equals(benchmark))
            .findFirst()
            .orElse(benchmark);
    inputs.text("Pair, first asset", "pair_first", benchmark, "of the rolling correlation");
    inputs.oneOfCells("price_assets", "An asset of the sheet Prices.");
    inputs.text("Pair, second asset", "pair_second", other, "");
    inputs.oneOfCells("price_assets", "An asset of the sheet Prices.");
    inputs.number(
        "Rolling window", "rolling_window", 90.0, Format.INTEGER, "days of each correlation");
    inputs.between(5, 1000, "Days, 5 or more.");
    inputs.holdings("Holdings", "", columns, InputSheet.Field.units());
    sheet.widths(42, 20, 14, 56);
    sheet.freeze(3, 0);
    sheet.portrait();
    sheet.onePage();
  }
}
