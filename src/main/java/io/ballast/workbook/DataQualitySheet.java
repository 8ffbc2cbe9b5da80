package io.ballast.workbook;

import io.ballast.market.Finding;
import java.util.List;

/** The sheet Data quality: what a person should know of the prices before trusting a figure. */
final class DataQualitySheet {
  private static final int STATEMENT = 3;
  private static final int HEADER = 5;

  private static final String LATER =
      "This is what was found when the file was made. Prices pasted since are watched by the sheet"
          + " Checks.";

  private DataQualitySheet() {}

  /**
   * Fills the sheet below its first three rows, which the frame writes, with a row for each
   * finding, or one that says that there are none.
   *
   * @param findings as they travel with the prices: {@code portfolio.prices().findings()}
   */
  static void fill(Sheet sheet, List<Finding> findings) {
    sheet.set(STATEMENT, 0, summary(findings), Style.STATEMENT);
    sheet.set(STATEMENT + 1, 0, LATER, Style.SUBTITLE);
    Frame.headers(sheet, HEADER, 0, "Severity", "File", "Row", "Date", "Asset", "What", "Done");
    int row = HEADER + 1;
    for (Finding finding : findings) {
      sheet.set(row, 0, finding.severity().word(), Style.TEXT);
      sheet.set(row, 1, finding.file(), Style.TEXT);
      if (finding.row() > 0) {
        sheet.set(row, 2, (double) finding.row(), Style.TEXT);
      }
      if (finding.date() != null) {
        sheet.date(row, 3, finding.date(), Style.calculated(Style.Format.DATE));
      }
      sheet.set(row, 4, finding.asset(), Style.TEXT);
      sheet.set(row, 5, finding.what(), Style.TEXT);
      sheet.set(row, 6, finding.action(), Style.TEXT);
      row++;
    }
    if (findings.isEmpty()) {
      sheet.set(row, 0, "no findings", Style.TEXT);
    }
    sheet.widths(12, 30, 9, 12, 12, 70, 46);
    sheet.freeze(HEADER + 1, 0);
    sheet.repeatRow(HEADER);
    sheet.lock();
  }

  private static String summary(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "Nothing was found in the prices that could affect a figure.";
    }
    return findings.size() == 1
        ? "1 finding: read it before trusting a figure."
        : findings.size() + " findings: read them before trusting a figure.";
  }
}
