package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The due-diligence workbook: seven criteria scored with evidence, red flags that rule an asset
 * out, how large a position each score allows, and which holdings are larger than that.
 */
public final class DueDiligence implements WorkbookKind {
  /** Prices are only for the value of what is held. */
  private static final int DAYS = 30;

  private static final double[][] CAPS = {{0, 0}, {50, 0.05}, {60, 0.1}, {70, 0.2}, {80, 0.35}};

  @Override
  public String name() {
    return "due-diligence";
  }

  @Override
  public String description() {
    return "Seven criteria with evidence, red flags, and the position that each score allows.";
  }

  /**
   * {@inheritDoc}
   *
   * <p>Positions are long. Answers are blank, but for the sample market, whose reviews are made up.
   * A holding's own score takes the place of the answers. Prices of the last 30 days are shown;
   * look-back, benchmark and rates are not used.
   */
  @Override
  public Book build(Portfolio given, Room least) throws PortfolioException {
    Histories.requireLong(given, name());
    Portfolio portfolio = Histories.resolved(given);
    Histories.requirePrices(portfolio);
    PriceTable table = prices(portfolio);
    Room room = new Room(least.holdings(), least.assets(), DAYS).or(Room.exact(portfolio, table));
    Book book =
        new Book(
            "Due diligence: " + portfolio.id(),
            "Scores with evidence, red flags, and the position that each score allows");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet criteria = book.sheet("Criteria");
    Sheet scores = book.sheet("Scores");
    Sheet flags = book.sheet("Red flags");
    Sheet evidence = book.sheet("Evidence");
    Sheet assessment = book.sheet("Assessment");
    Sheet decisions = book.sheet("Decisions");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, given, room, inputSheet, false, false);
    inputs(inputs, inputSheet, book, portfolio, columns);
    DueDiligenceSheets sheets = new DueDiligenceSheets(book, frame, portfolio, columns);
    sheets.criteria(criteria);
    sheets.scores(scores);
    sheets.flags(flags);
    sheets.evidence(evidence);
    DueDiligenceCalculation calculation =
        new DueDiligenceCalculation(book, frame, assessment, columns, sheets);
    DecisionSheet.write(frame, decisions, portfolio);
    HistorySheets history = new HistorySheets(book, frame, table, room);
    LimitTable limits = limits(book, frame, limitSheet);
    columns.write();
    DueDiligenceDashboard.write(frame, dashboard, columns, calculation, limits);
    inputs.checks(frame, columns);
    checks(frame, columns);
    history.priceChecks(frame);
    frame.figures(
        Definition.WEIGHT,
        Definition.DUE_DILIGENCE_SCORE,
        Definition.DUE_DILIGENCE_COVERAGE,
        Definition.CRITERION_SCORE,
        Definition.KNOCK_OUT,
        Definition.STALE_REVIEW,
        Definition.POSITION_CAP,
        Definition.STATUS);
    frame.close(
        "Says which holdings are larger than their assessment allows, and why. Each asset is scored"
            + " on seven criteria, with a reviewer, a date and evidence; one red flag rules it out;"
            + " what is not answered is never counted as a 0.",
        List.of(
            "1. Inputs and Prices: enter assets, units, reviewer and date of each review, and paste"
                + " the latest prices.",
            "2. Criteria: set the weights, and what earns which score.",
            "3. Scores, Red flags, Evidence: answer the questions for each asset; leave blank what"
                + " is not answered.",
            "4. Dashboard: read which holdings are above their cap and why.",
            "5. Decisions: write down what was decided, by whom, and the reason.",
            "The sample's reviews are made up and say nothing about any real asset. Score, coverage,"
                + " red flags and cap are shown apart: a high score does not make good a red flag."));
    book.calculate();
    return book;
  }

  private static PriceTable prices(Portfolio portfolio) {
    LocalDate asOf = portfolio.settings().asOf();
    List<String> held = portfolio.holdings().stream().map(Holding::asset).distinct().toList();
    return portfolio.prices().between(held, asOf.minusDays(DAYS - 1), asOf);
  }

  private static void inputs(
      InputSheet inputs, Sheet sheet, Book book, Portfolio portfolio, Columns columns) {
    inputs.number(
        "A review is stale after",
        "stale_days",
        90.0,
        Style.Format.INTEGER,
        "days; a score without a date is stale");
    inputs.between(0, 10_000, "Whole days, 0 or more.");
    inputs.share("Share of the cap while stale", "stale_share", 0.5, "until it is reviewed again");
    inputs.number(
        "Least coverage",
        "least_coverage",
        0.75,
        Style.Format.PERCENT,
        "of the questions' weight; below it an assessment is incomplete");
    inputs.between(0.5, 1, "A share from 50 % to 100 %.");
    inputs.share("Cap while incomplete", "incomplete_cap", 0.02, "at most, whatever the score");
    inputs.number(
        "Threshold of each criterion", "least_criterion", 3.0, Style.Format.NUMBER, "of 5");
    inputs.between(0, 5, "A score from 0 to 5.");
    inputs.text(
        "Asset shown by criterion",
        "chosen_asset",
        null,
        "blank: the one furthest above its cap, else the largest");
    inputs.oneOfCells("holding_slots", "An asset held, or blank.");
    inputs.section("Position that a score allows");
    int first = inputs.nextRow();
    Frame.headers(sheet, first, 0, "Score from", "Largest weight");
    for (int i = 0; i < CAPS.length; i++) {
      sheet.set(first + 1 + i, 0, CAPS[i][0], Style.input(Style.Format.INTEGER));
      sheet.set(first + 1 + i, 1, CAPS[i][1], Style.input(Style.Format.PERCENT));
    }
    Chart.Block scores = Chart.Block.column(sheet, first + 1, first + CAPS.length, 0);
    Chart.Block weights = Chart.Block.column(sheet, first + 1, first + CAPS.length, 1);
    book.name("cap_scores", scores);
    book.name("cap_weights", weights);
    sheet.add(new Rule.Between(scores, 0, 100, "A score from 0 to 100, the least first."));
    sheet.add(new Rule.Between(weights, 0, 1, "A share from 0 % to 100 %."));
    inputs.skip(CAPS.length + 2);
    LocalDate asOf = portfolio.settings().asOf();
    inputs.holdings(
        "Holdings",
        "Own score: of a review made elsewhere, in place of the answers on the sheet Scores; red flags"
            + " are answered here all the same.",
        columns,
        InputSheet.Field.units(),
        new InputSheet.Field(
            "in_reviewer",
            "Reviewer",
            Style.Format.TEXT,
            h -> SampleReview.of(portfolio, h.asset()).by(),
            null),
        new InputSheet.Field(
            "in_reviewed",
            "Reviewed on",
            Style.Format.DATE,
            h -> SampleReview.of(portfolio, h.asset()).on(asOf),
            block -> new Rule.DateEntry(block, "The date of the review.")),
        new InputSheet.Field(
            "in_score",
            "Own score, of 100",
            Style.Format.NUMBER,
            Holding::score,
            block ->
                new Rule.Between(
                    block, 0, Holding.HIGHEST_SCORE, "A score from 0 to 100, or blank.")));
    sheet.widths(38, 20, 20, 40);
    sheet.freeze(3, 0);
    sheet.portrait();
  }

  private static LimitTable limits(Book book, Frame frame, Sheet sheet) {
    return LimitTable.alone(
        book,
        frame,
        sheet,
        new LimitTable.Entries()
            .add(RiskLimit.CAP_EXCESS, "cap_excess")
            .add(RiskLimit.KNOCKED_OUT_WEIGHT, "knocked_out_weight")
            .add(RiskLimit.UNASSESSED_WEIGHT, "unassessed_weight")
            .add(RiskLimit.STALE_WEIGHT, "stale_weight")
            .add(RiskLimit.AVERAGE_SCORE, "average_score"));
  }

  private static void checks(Frame frame, Columns columns) {
    frame.check(
        "The weights of the criteria add up to 100 %", "ABS(SUM(criterion_weights)-1)<0.000001");
    frame.check(
        "The scores of the cap table rise from 0",
        Stream.of(
                "INDEX(cap_scores,1)=0",
                "COUNT(cap_scores)=" + CAPS.length,
                "COUNT(cap_weights)=" + CAPS.length,
                "INDEX(cap_scores,1)<INDEX(cap_scores,2)",
                "INDEX(cap_scores,2)<INDEX(cap_scores,3)",
                "INDEX(cap_scores,3)<INDEX(cap_scores,4)",
                "INDEX(cap_scores,4)<INDEX(cap_scores,5)")
            .collect(java.util.stream.Collectors.joining(",", "AND(", ")")));
    frame.check(
        "No review is dated after the as-of date", columns.over("MAX({in_reviewed:all})<=as_of"));
    PortfolioChecks.weights(frame);
  }
}
