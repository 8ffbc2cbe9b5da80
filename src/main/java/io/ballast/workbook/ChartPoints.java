package io.ballast.workbook;

/**
 * A fixed number of days, evenly spread over those in use, for charts over time: however many days
 * are filled in, a chart is full, and it is drawn from few points.
 */
final class ChartPoints {
  /** How many points a chart has; with at most as many days in use it shows every day. */
  static final int POINTS = 366;

  private static final int FIRST = 6;
  private static final int LAST = FIRST + POINTS - 1;

  private final Sheet sheet;
  private final int firstColumn;
  private int columns;

  /**
   * Writes the row and the date of each point.
   *
   * @param sheet for the points of one or several sets
   * @param column where the set begins
   * @param firstRow a formula for the row, among {@code price_dates}, of the first day to show,
   *     such as the first with a return
   */
  ChartPoints(Sheet sheet, int column, String firstRow) {
    this.sheet = sheet;
    this.firstColumn = column;
    Style whole = Style.calculated(Style.Format.INTEGER);
    sheet.set(3, column, "First row", Style.LABEL);
    sheet.array(3, column + 1, 3, column + 1, firstRow, whole);
    String first = A1.absolute(3, column + 1);
    Frame.headers(sheet, FIRST - 1, column, "Row", "Date");
    sheet.fill(
        FIRST,
        column,
        LAST,
        column,
        first
            + "+ROUND((ROW("
            + A1.cell(FIRST, column)
            + ")-"
            + (FIRST + 1)
            + ")/"
            + (POINTS - 1)
            + "*(as_of_row-"
            + first
            + "),0)",
        whole);
    columns = 1;
    add("Date", "price_dates", Style.Format.DATE);
  }

  /** A set from the first return on. */
  static ChartPoints ofReturns(Sheet sheet, int column) {
    return new ChartPoints(sheet, column, "MATCH(1,has_return,0)");
  }

  /**
   * Adds a column of values.
   *
   * @param values the address or name of a column with a number on each day shown, as long as
   *     {@code price_dates}
   * @return the values, one for each point
   */
  Chart.Block add(String header, String values, Style.Format format) {
    int column = firstColumn + columns++;
    sheet.set(FIRST - 1, column, header, Style.HEADER);
    String row = "$" + A1.column(firstColumn) + (FIRST + 1);
    sheet.fill(
        FIRST, column, LAST, column, "INDEX(" + values + "," + row + ")", Style.calculated(format));
    sheet.width(column, column, 12);
    return Chart.Block.column(sheet, FIRST, LAST, column);
  }

  /**
   * Adds a column of values that an array formula computes for each point.
   *
   * @param formula of a point; {@code {row}} stands for the address of its row among {@code
   *     price_dates}
   */
  Chart.Block addArrays(String header, String formula, Style.Format format) {
    int column = firstColumn + columns++;
    sheet.set(FIRST - 1, column, header, Style.HEADER);
    Style style = Style.calculated(format);
    for (int row = FIRST; row <= LAST; row++) {
      sheet.array(
          row, column, row, column, formula.replace("{row}", A1.cell(row, firstColumn)), style);
    }
    sheet.width(column, column, 12);
    return Chart.Block.column(sheet, FIRST, LAST, column);
  }

  /**
   * Adds a column of values computed from an earlier one.
   *
   * @param formula of a point; {@code {value}} stands for the address of its earlier value
   */
  Chart.Block addFrom(String header, Chart.Block values, String formula, Style.Format format) {
    int column = firstColumn + columns++;
    sheet.set(FIRST - 1, column, header, Style.HEADER);
    sheet.fill(
        FIRST,
        column,
        LAST,
        column,
        formula.replace("{value}", A1.cell(FIRST, values.firstColumn())),
        Style.calculated(format));
    sheet.width(column, column, 12);
    return Chart.Block.column(sheet, FIRST, LAST, column);
  }

  /** The dates of the points. */
  Chart.Block dates() {
    return Chart.Block.column(sheet, FIRST, LAST, firstColumn + 1);
  }

  /** The column right of what is written. */
  int nextColumn() {
    return firstColumn + columns + 1;
  }
}
