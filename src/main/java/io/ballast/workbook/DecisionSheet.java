package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.time.LocalDate;
import java.util.List;

/** The sheet Decisions: a log with free rows. */
final class DecisionSheet {
  private static final int HEADER = 4;
  private static final int FIRST = 5;
  private static final int ROWS = 60;
  private static final List<String> WORDS =
      List.of("Buy", "Hold", "Reduce", "Sell", "Reject", "Review again");

  private DecisionSheet() {}

  private record Entry(int age, String asset, String decision, String reason, String reviewer) {}

  private static final List<Entry> SAMPLE =
      List.of(
          new Entry(143, "BNB", "Hold", "Score 67; one exchange decides, watch it", "B. Sample"),
          new Entry(
              35, "SOL", "Reduce", "Above its cap; network stops weigh on security", "B. Sample"),
          new Entry(12, "DOGE", "Sell", "Red flag found; exit over two weeks", "B. Sample"));

  /**
   * Writes the log.
   *
   * @param portfolio resolved; in the sample market the log begins with made-up decisions
   */
  static void write(Frame frame, Sheet sheet, Portfolio portfolio) {
    frame.head(sheet, "Decisions: one row each, newest at the bottom");
    Frame.headers(sheet, HEADER, 0, "Date", "Asset", "Decision", "Reason", "Reviewer");
    List<Entry> entries = portfolio.source().equals(SampleMarket.SOURCE) ? SAMPLE : List.of();
    LocalDate asOf = portfolio.settings().asOf();
    for (int i = 0; i < ROWS; i++) {
      Entry entry = i < entries.size() ? entries.get(i) : null;
      Object[] values =
          entry == null
              ? new Object[5]
              : new Object[] {
                Days.serial(asOf.minusDays(entry.age())),
                entry.asset(),
                entry.decision(),
                entry.reason(),
                entry.reviewer()
              };
      for (int c = 0; c < values.length; c++) {
        sheet.set(FIRST + i, c, values[c], Style.input(c == 0 ? Format.DATE : Format.TEXT));
      }
    }
    int last = FIRST + ROWS - 1;
    sheet.add(new Rule.DateEntry(Chart.Block.column(sheet, FIRST, last, 0), "A date."));
    sheet.add(
        new Rule.OneOf(
            Chart.Block.column(sheet, FIRST, last, 2),
            WORDS,
            "One of: " + String.join(", ", WORDS) + "."));
    sheet.widths(14, 16, 16, 80, 20);
    sheet.freeze(FIRST, 0);
    sheet.repeatRow(HEADER);
  }
}
