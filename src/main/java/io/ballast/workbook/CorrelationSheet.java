package io.ballast.workbook;

/**
 * The sheet Correlation: correlation and covariance of the returns of all holdings, under the names
 * {@code correlations} and {@code covariance} (the part in use).
 */
final class CorrelationSheet {
  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final int n;

  /**
   * @param columns has {@code in_asset} and {@code returns}
   */
  CorrelationSheet(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    this.n = columns.positions();
    frame.head(sheet, "Correlation of daily returns");
    int row = 4;
    sheet.set(
        row++, 0, "Pearson correlation: 1 moves together, 0 unrelated, −1 opposite", Style.SECTION);
    int first = matrix(row, "correlations", Style.Format.NUMBER, "IFERROR(CORREL(", "),\"n/a\")");
    sheet.add(new Rule.Heat(new Chart.Block(sheet, first, 1, first + n - 1, n), -0.2, 0.4, 1));
    row = first + n + 1;
    sheet.set(row++, 0, "Covariance, annual", Style.SECTION);
    matrix(row, "covariance", Style.Format.PRECISE, "COVARIANCE.S(", ")*periods_per_year");
    sheet.width(0, 0, 18);
    sheet.width(1, n, 10);
    sheet.lock();
  }

  private int matrix(int row, String name, Style.Format format, String before, String after) {
    String blank = "IF({in_asset}=\"\",\"\",{in_asset})";
    sheet.set(row, 0, "Asset", Style.HEADER);
    for (int j = 0; j < n; j++) {
      sheet.formula(row, 1 + j, columns.expanded(blank, j), Style.HEADER);
    }
    int header = row++;
    for (int i = 0; i < n; i++) {
      sheet.formula(row + i, 0, columns.expanded(blank, i), Style.LABEL);
      for (int j = 0; j < n; j++) {
        sheet.formula(
            row + i,
            1 + j,
            "IF(OR("
                + A1.cell(row + i, 0)
                + "=\"\","
                + A1.cell(header, 1 + j)
                + "=\"\"),\"\","
                + before
                + columns.expanded("{returns}", i)
                + ","
                + columns.expanded("{returns}", j)
                + after
                + ")",
            Style.calculated(format));
      }
    }
    book.name(name, new Chart.Block(sheet, row, 1, row + n - 1, n), "asset_count", "asset_count");
    return row;
  }
}
