package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.time.LocalDate;
import java.util.List;

/**
 * The sheet Risk register: risks that no price shows, scored by judgement.
 *
 * <p>Names for formulas: {@code risk_likelihoods}, {@code risk_impacts}, {@code risk_scores},
 * {@code highest_risk_score}, {@code reviews_overdue}, {@code reviews_due}.
 */
final class RiskRegister {
  private static final int ROWS = 25;
  private static final int HEADER = 8;
  private static final int FIRST = HEADER + 1;
  private static final int LAST = FIRST + ROWS - 1;
  private static final int SOON = 30;
  private static final String SYSTEMIC = "Systemic";
  private static final String OWN = "Non-systemic";
  private static final List<String> CATEGORIES =
      List.of(
          "Counterparty",
          "Custody",
          "Liquidity",
          "Market",
          "Operations",
          "Regulation",
          "Stablecoin",
          "Technology");

  private record Sample(
      String risk, String kind, String category, int likelihood, int impact, String response) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(
              "Exchange fails or halts withdrawals",
              SYSTEMIC,
              "Counterparty",
              2,
              5,
              "Keep on exchanges only what is traded; spread over two."),
          new Sample(
              "Stablecoin loses its peg",
              SYSTEMIC,
              "Stablecoin",
              2,
              4,
              "Spread over issuers; convert below 0.99 for a day."),
          new Sample(
              "Law or tax rule changes",
              SYSTEMIC,
              "Regulation",
              3,
              3,
              "Follow drafts; ask the tax adviser each quarter."),
          new Sample(
              "Smart contract has a flaw",
              OWN,
              "Technology",
              2,
              4,
              "Audited contracts only; at most 5 % in any one."),
          new Sample(
              "Keys are lost or stolen",
              OWN,
              "Custody",
              2,
              5,
              "Hardware wallet, two backups in two places."),
          new Sample(
              "Holding cannot be sold in a crash",
              SYSTEMIC,
              "Liquidity",
              3,
              3,
              "Stay below the limit of days to sell."),
          new Sample(
              "Whole market falls by half",
              SYSTEMIC,
              "Market",
              3,
              4,
              "Limit of the stress loss; a share in cash."),
          new Sample(
              "Project's team leaves or is sued",
              OWN,
              "Operations",
              2,
              3,
              "Review due diligence twice a year."),
          new Sample(
              "Bridge or chain is attacked",
              OWN,
              "Technology",
              2,
              4,
              "Hold assets on their own chain."));

  private RiskRegister() {}

  /**
   * Writes the sheet with examples.
   *
   * @param today the as-of date; the examples are reviewed after it
   */
  static void write(Book book, Frame frame, Sheet sheet, LocalDate today) {
    frame.head(sheet, "Risk register");
    sheet.set(
        3,
        0,
        "Examples: replace them by your own. Score = likelihood × impact, each from 1 to 5; the limit"
            + " stands on Limits.",
        Style.SUBTITLE);
    figure(
        book,
        sheet,
        4,
        "Highest score",
        "highest_risk_score",
        "IF(COUNT(risk_scores)=0,\"n/a\",MAX(risk_scores))");
    figure(
        book,
        sheet,
        5,
        "Reviews overdue",
        "reviews_overdue",
        "COUNTIF(" + block(sheet, 9).address() + ",\"BREACH\")");
    figure(
        book,
        sheet,
        6,
        "Reviews due within " + SOON + " days",
        "reviews_due",
        "COUNTIF(" + block(sheet, 9).address() + ",\"WATCH\")");
    Frame.headers(
        sheet,
        HEADER,
        0,
        "Risk",
        "Systemic or not",
        "Category",
        "Likelihood, 1–5",
        "Impact, 1–5",
        "Score",
        "Status",
        "Owner",
        "Review by",
        "Review",
        "Response");
    for (int i = 0; i < ROWS; i++) {
      row(
          sheet,
          FIRST + i,
          i < SAMPLES.size() ? SAMPLES.get(i) : null,
          today.plusDays(20 + 15L * i));
    }
    book.name("risk_likelihoods", block(sheet, 3));
    book.name("risk_impacts", block(sheet, 4));
    book.name("risk_scores", block(sheet, 5));
    rules(sheet);
    sheet.widths(38, 16, 15, 16, 14, 10, 13, 20, 13, 13, 58);
    sheet.freeze(FIRST, 1);
    sheet.repeatRow(HEADER);
    sheet.onePage();
  }

  private static void figure(
      Book book, Sheet sheet, int row, String label, String name, String formula) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(row, 1, formula, Style.calculated(Format.INTEGER));
    book.name(name, sheet, row, 1);
  }

  private static void row(Sheet sheet, int row, Sample sample, LocalDate review) {
    boolean used = sample != null;
    Style text = Style.input(Format.TEXT);
    Style whole = Style.input(Format.INTEGER);
    sheet.set(row, 0, used ? sample.risk() : null, text);
    sheet.set(row, 1, used ? sample.kind() : null, text);
    sheet.set(row, 2, used ? sample.category() : null, text);
    sheet.set(row, 3, used ? (Double) (double) sample.likelihood() : null, whole);
    sheet.set(row, 4, used ? (Double) (double) sample.impact() : null, whole);
    int r = row + 1;
    String scored = "ISNUMBER(D" + r + ")*ISNUMBER(E" + r + ")=0";
    sheet.formula(
        row, 5, "IF(" + scored + ",\"\",D" + r + "*E" + r + ")", Style.calculated(Format.INTEGER));
    sheet.formula(
        row,
        6,
        "IF(" + scored + ",\"\"," + LimitStatus.atMost("F" + r, "risk_score_limit") + ")",
        Style.STATUS);
    sheet.set(row, 7, used ? "Portfolio manager" : null, text);
    if (used) {
      sheet.date(row, 8, review, Style.input(Format.DATE));
    } else {
      sheet.set(row, 8, null, Style.input(Format.DATE));
    }
    sheet.formula(
        row,
        9,
        "IF(ISNUMBER(I"
            + r
            + "),IF(I"
            + r
            + "<as_of,\"BREACH\",IF(I"
            + r
            + "<=as_of+"
            + SOON
            + ",\"WATCH\",\"OK\")),\"\")",
        Style.STATUS);
    sheet.set(row, 10, used ? sample.response() : null, text);
  }

  private static void rules(Sheet sheet) {
    sheet.add(new Rule.Status(block(sheet, 6)));
    sheet.add(new Rule.Status(block(sheet, 9)));
    sheet.add(new Rule.Heat(block(sheet, 5), 1, 8, 20));
    sheet.add(
        new Rule.OneOf(
            block(sheet, 1), List.of(SYSTEMIC, OWN), "One of: " + SYSTEMIC + ", " + OWN + "."));
    sheet.add(
        new Rule.OneOf(
            block(sheet, 2), CATEGORIES, "One of: " + String.join(", ", CATEGORIES) + "."));
    for (int column = 3; column <= 4; column++) {
      sheet.add(new Rule.Between(block(sheet, column), 1, 5, "A whole number from 1 to 5."));
    }
    sheet.add(new Rule.DateEntry(block(sheet, 8), "The date by which to review the risk."));
  }

  private static Chart.Block block(Sheet sheet, int column) {
    return Chart.Block.column(sheet, FIRST, LAST, column);
  }
}
