package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sheets of due diligence that a person fills in: weights of the criteria, scores, red flags
 * and evidence, with one column for each asset.
 *
 * <p>Names for formulas: {@code criterion_weights}, {@code question_weights} (those of all
 * questions, criterion's weight × share), {@code question_weights_1} and so on (one criterion's),
 * {@code flag_names}. Columns: {@code scores}, {@code scores_1} and so on (one criterion's), {@code
 * flags}.
 */
final class DueDiligenceSheets {
  private static final int HEADER = 4;
  private static final int FIRST = 5;
  private static final int CRITERIA = Criterion.values().length;
  private static final int QUESTIONS_TITLE = FIRST + CRITERIA + 2;
  private static final int FIRST_QUESTION = QUESTIONS_TITLE + 2;
  private static final int QUESTIONS = Criterion.questionCount();
  private static final int FIRST_ASSET = 3;
  private static final int EFFECTIVE = 4;

  private final Book book;
  private final Frame frame;
  private final Portfolio portfolio;
  private final Columns columns;
  private Sheet criteria;
  private Sheet scores;
  private Sheet evidence;

  /**
   * @param portfolio resolved
   * @param columns has {@code in_asset}
   */
  DueDiligenceSheets(Book book, Frame frame, Portfolio portfolio, Columns columns) {
    this.book = book;
    this.frame = frame;
    this.portfolio = portfolio;
    this.columns = columns;
  }

  /** The weights of the criteria and the shares of their questions. */
  void criteria(Sheet sheet) {
    this.criteria = sheet;
    frame.head(sheet, "Criteria: weights, and what earns which score");
    Frame.headers(sheet, HEADER, 0, "Criterion", "Weight");
    for (Criterion criterion : Criterion.values()) {
      int row = FIRST + criterion.ordinal();
      sheet.set(row, 0, criterion.label(), Style.LABEL);
      sheet.set(row, 1, criterion.weight(), Style.input(Format.PERCENT));
    }
    int last = FIRST + CRITERIA - 1;
    sheet.set(last + 1, 0, "Together", Style.LABEL);
    sheet.formula(last + 1, 1, "SUM(criterion_weights)", Style.calculated(Format.PERCENT));
    book.name("criterion_weights", Chart.Block.column(sheet, FIRST, last, 1));
    sheet.add(share(Chart.Block.column(sheet, FIRST, last, 1)));
    sheet.set(QUESTIONS_TITLE, 0, "Questions", Style.SECTION);
    Frame.headers(
        sheet,
        QUESTIONS_TITLE + 1,
        0,
        "Criterion",
        "Share of the criterion",
        "Question",
        "What earns which score",
        "Weight of the question");
    for (Criterion criterion : Criterion.values()) {
      questions(sheet, criterion);
    }
    int end = FIRST_QUESTION + QUESTIONS - 1;
    book.name("question_weights", Chart.Block.column(sheet, FIRST_QUESTION, end, EFFECTIVE));
    sheet.add(share(Chart.Block.column(sheet, FIRST_QUESTION, end, 1)));
    sheet.widths(20, 14, 62, 66, 14);
    sheet.freeze(3, 0);
    sheet.onePage();
    sheet.lock();
  }

  private void questions(Sheet sheet, Criterion criterion) {
    int first = FIRST_QUESTION + criterion.first();
    int last = first + criterion.questions().size() - 1;
    String shares = A1.absolute(first, 1, last, 1);
    for (int q = first; q <= last; q++) {
      Criterion.Question question = criterion.questions().get(q - first);
      sheet.set(q, 0, criterion.label(), Style.LABEL);
      sheet.set(q, 1, question.share(), Style.input(Format.PERCENT));
      sheet.set(q, 2, question.text(), Style.LABEL);
      sheet.set(q, 3, question.guide(), Style.LABEL);
      sheet.formula(
          q,
          EFFECTIVE,
          "IF(SUM("
              + shares
              + ")=0,0,"
              + A1.absolute(FIRST + criterion.ordinal(), 1)
              + "*"
              + A1.cell(q, 1)
              + "/SUM("
              + shares
              + "))",
          Style.calculated(Format.PERCENT2));
    }
    book.name(
        "question_weights_" + (criterion.ordinal() + 1),
        Chart.Block.column(sheet, first, last, EFFECTIVE));
    frame.check(
        "The shares of the questions add up to 100 %: " + criterion.label(),
        "ABS(SUM(" + sheet.column(first, last, 1) + ")-1)<0.000001");
  }

  private static Rule.Validation share(Chart.Block block) {
    return new Rule.Between(block, 0, 1, "A share from 0 % to 100 %.");
  }

  /** A score from 0 to 5 for each question and asset. */
  void scores(Sheet sheet) {
    frame.head(sheet, "Scores: 0 to 5 for each question; leave blank what is not answered");
    this.scores = sheet;
    Chart.Block cells = questionTable(sheet);
    sheet.add(new Rule.Between(cells, 0, 5, "A score from 0 to 5, or blank if not answered."));
    sheet.add(new Rule.Gauge(cells, 5, Chart.Color.SKY));
    columns.placeAcross("scores", sheet, FIRST, FIRST + QUESTIONS - 1, FIRST_ASSET);
    for (Criterion criterion : Criterion.values()) {
      int first = FIRST + criterion.first();
      columns.placeAcross(
          "scores_" + (criterion.ordinal() + 1),
          sheet,
          first,
          first + criterion.questions().size() - 1,
          FIRST_ASSET);
    }
    sheet.width(FIRST_ASSET, FIRST_ASSET + columns.positions() - 1, 9);
    frame.check(
        "Every score is a number from 0 to 5, or blank",
        columns.over(
            "AND(COUNT({scores:all})=COUNTA({scores:all}),COUNTIF({scores:all},\"<0\")=0,"
                + "COUNTIF({scores:all},\">5\")=0)"));
  }

  /** Where the evidence for each score is: a row for each asset and question. */
  void evidence(Sheet sheet) {
    this.evidence = sheet;
    frame.head(sheet, "Evidence: a link, file or page for each score");
    Frame.headers(sheet, HEADER, 0, "Asset", "Criterion", "Question", "Score", "Evidence");
    List<Holding> holdings = portfolio.holdings();
    for (int i = 0; i < columns.positions(); i++) {
      evidence(i, i < holdings.size() ? holdings.get(i).asset() : null);
    }
    sheet.widths(16, 18, 58, 9, 70);
    sheet.freeze(FIRST, 1);
    sheet.repeatRow(HEADER);
  }

  private void evidence(int position, String given) {
    String asset = columns.at("in_asset", position);
    String used = "IF(" + asset + "=\"\",\"\",";
    for (int q = 0; q < QUESTIONS; q++) {
      int row = FIRST + position * QUESTIONS + q;
      String score = scores.at(FIRST + q, FIRST_ASSET + position);
      evidence.formula(row, 0, used + asset + ")", Style.LABEL);
      evidence.formula(row, 1, used + criteria.at(FIRST_QUESTION + q, 0) + ")", Style.LABEL);
      evidence.formula(row, 2, used + criteria.at(FIRST_QUESTION + q, 2) + ")", Style.LABEL);
      evidence.formula(
          row,
          3,
          "IF(ISNUMBER(" + score + ")," + score + ",\"\")",
          Style.calculated(Format.GENERAL));
      evidence.set(
          row,
          4,
          given == null ? null : SampleReview.of(portfolio, given).evidence(given, q),
          Style.input(Format.TEXT));
    }
  }

  /** The address of the evidence of an asset, a row for each question. */
  String evidenceOf(int position) {
    int first = FIRST + position * QUESTIONS;
    return evidence.column(first, first + QUESTIONS - 1, 4);
  }

  private Chart.Block questionTable(Sheet sheet) {
    headers(sheet, "Criterion", "Question", "Weight");
    for (int q = 0; q < QUESTIONS; q++) {
      sheet.formula(FIRST + q, 0, criteria.at(FIRST_QUESTION + q, 0), Style.LABEL);
      sheet.formula(FIRST + q, 1, criteria.at(FIRST_QUESTION + q, 2), Style.LABEL);
      sheet.formula(
          FIRST + q,
          2,
          criteria.at(FIRST_QUESTION + q, EFFECTIVE),
          Style.calculated(Format.PERCENT));
    }
    sheet.widths(16, 58, 9);
    return inputs(
        sheet,
        QUESTIONS,
        Format.GENERAL,
        (holding, question) -> SampleReview.of(portfolio, holding.asset()).score(question));
  }

  /** Yes or no for each red flag and asset. */
  void flags(Sheet sheet) {
    frame.head(sheet, "Red flags: one yes rules an asset out; answer each with yes or no");
    headers(sheet, "No.", "Red flag", "Raised");
    RedFlag[] flags = RedFlag.values();
    for (RedFlag flag : flags) {
      int row = FIRST + flag.ordinal();
      sheet.set(row, 0, flag.ordinal() + 1, Style.calculated(Format.INTEGER));
      sheet.set(row, 1, flag.label(), Style.LABEL);
      sheet.formula(
          row,
          2,
          "COUNTIF("
              + A1.block(row, FIRST_ASSET, row, FIRST_ASSET + columns.positions() - 1)
              + ",\"yes\")",
          Style.calculated(Format.INTEGER));
    }
    int last = FIRST + flags.length - 1;
    sheet.widths(16, 58, 9);
    Chart.Block cells =
        inputs(
            sheet,
            flags.length,
            Format.TEXT,
            (holding, flag) -> SampleReview.of(portfolio, holding.asset()).flag(flag));
    sheet.add(
        new Rule.OneOf(cells, List.of("yes", "no"), "Yes or no, or blank if not looked into."));
    columns.placeAcross("flags", sheet, FIRST, last, FIRST_ASSET);
    book.name("flag_names", Chart.Block.column(sheet, FIRST, last, 1));
    sheet.width(FIRST_ASSET, FIRST_ASSET + columns.positions() - 1, 9);
    frame.check(
        "Every red flag is answered with yes or no, or blank",
        columns.over(
            "COUNTIF({flags:all},\"yes\")+COUNTIF({flags:all},\"no\")=COUNTA({flags:all})"));
  }

  private void headers(Sheet sheet, String... texts) {
    Frame.headers(sheet, HEADER, 0, texts);
    for (int i = 0; i < columns.positions(); i++) {
      String asset = columns.at("in_asset", i);
      sheet.formula(
          HEADER, FIRST_ASSET + i, "IF(" + asset + "=\"\",\"\"," + asset + ")", Style.HEADER);
    }
    sheet.freeze(FIRST, 2);
    sheet.repeatRow(HEADER);
  }

  private Chart.Block inputs(
      Sheet sheet, int rows, Format format, BiFunction<Holding, Integer, Object> value) {
    List<Holding> holdings = portfolio.holdings();
    Style style = Style.input(format);
    for (int i = 0; i < columns.positions(); i++) {
      for (int r = 0; r < rows; r++) {
        Object given = i < holdings.size() ? value.apply(holdings.get(i), r) : null;
        sheet.set(FIRST + r, FIRST_ASSET + i, given, style);
      }
    }
    return new Chart.Block(
        sheet, FIRST, FIRST_ASSET, FIRST + rows - 1, FIRST_ASSET + columns.positions() - 1);
  }

  /** The columns with each criterion's score of an asset, {@code criterion_1} and so on. */
  static Column[] criterionScores() {
    return Stream.concat(
            Stream.of(AssetColumns.name("asset4")),
            IntStream.range(0, CRITERIA).mapToObj(DueDiligenceSheets::criterionScore))
        .toArray(Column[]::new);
  }

  private static Column criterionScore(int index) {
    String weights = "question_weights_" + (index + 1);
    String scores = "{scores_" + (index + 1) + "}";
    String answered = "SUMPRODUCT(" + weights + ",--ISNUMBER(" + scores + "))";
    return Column.of(
        "criterion_" + (index + 1),
        Criterion.values()[index].label(),
        Format.NUMBER,
        "IF("
            + answered
            + "=0,\"n/a\",SUMPRODUCT("
            + weights
            + ","
            + scores
            + ")/"
            + answered
            + ")");
  }
}
