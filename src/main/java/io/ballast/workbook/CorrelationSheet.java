package io.ballast.workbook;

/** The sheet Correlation: correlation and covariance of the returns of all holdings. */
final class CorrelationSheet {
  private final Book book;
  private final Frame frame;
  private final Sheet sheet;
  private final DiversificationInputs inputs;
  private final HistorySheets history;
  private final int n;

  CorrelationSheet(
      Book book, Frame frame, Sheet sheet, DiversificationInputs inputs, HistorySheets history) {
    this.book = book;
    this.frame = frame;
    this.sheet = sheet;
    this.inputs = inputs;
    this.history = history;
    this.n = inputs.count();
    write();
  }

  private void write() {
    Sheet s = sheet;
    frame.head(s, "Correlation of daily returns");
    int row = 4;
    s.set(
        row++, 0, "Pearson correlation: 1 moves together, 0 unrelated, −1 opposite", Style.SECTION);
    int first = matrix(row, "correlations", Style.Format.NUMBER, "IFERROR(CORREL(", "),\"n/a\")");
    s.add(new Rule.Heat(new Chart.Block(s, first, 1, first + n - 1, n), -0.2, 0.4, 1));
    row = first + n + 1;
    s.set(row++, 0, "Covariance, annual", Style.SECTION);
    matrix(row, "covariance", Style.Format.PRECISE, "COVARIANCE.S(", ")*periods_per_year");
    s.width(0, 0, 18);
    s.width(1, n, 10);
    s.lock();
  }

  private int matrix(int row, String name, Style.Format format, String before, String after) {
    Sheet s = sheet;
    s.set(row, 0, "", Style.HEADER);
    for (int j = 0; j < n; j++) {
      s.formula(row, 1 + j, inputs.asset(j), Style.HEADER);
    }
    row++;
    for (int i = 0; i < n; i++) {
      s.formula(row + i, 0, inputs.asset(i), Style.LABEL);
      for (int j = 0; j < n; j++) {
        s.formula(
            row + i,
            1 + j,
            before + history.asset(i) + "," + history.asset(j) + after,
            Style.calculated(format));
      }
    }
    book.name(name, new Chart.Block(s, row, 1, row + n - 1, n));
    return row;
  }
}
