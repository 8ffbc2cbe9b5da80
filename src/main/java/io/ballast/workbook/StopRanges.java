package io.ballast.workbook;

import static io.ballast.workbook.PriceRows.FIRST;
import static io.ballast.workbook.PriceRows.HEADER;

/**
 * The sheet True range: for each position its last close, true range, Wilder's average of it, and
 * return, day by day up to the as-of date.
 *
 * <p>A bar without a high, low or close is skipped: the close before it is that of the last
 * complete one. Names for formulas: {@code bar_used} (the row among the bars up to the as-of date,
 * else 0), {@code last_closes} and {@code true_ranges} (a column per position).
 */
final class StopRanges {
  private static final int POSITION = 4;
  private static final int FIRST_COLUMN = 2;

  private final Sheet sheet;
  private final Columns columns;
  private final int last;

  /** What is shown of each position, in a block of columns each. */
  private enum Part {
    RANGE("ranges", "true range", Style.Format.PRICE),
    CLOSE("closes", "last close", Style.Format.PRICE),
    AVERAGE("averages", "ATR", Style.Format.PRICE),
    RETURN("returns", "return", Style.Format.PERCENT2);

    private final String key;
    private final String header;
    private final Style.Format format;

    Part(String key, String header, Style.Format format) {
      this.key = key;
      this.header = header;
      this.format = format;
    }
  }

  /**
   * Fills the sheet.
   *
   * @param columns has {@code in_asset}; is given the columns of days {@code ranges}, {@code
   *     closes}, {@code averages} and {@code returns}
   */
  StopRanges(Book book, Frame frame, Sheet sheet, StopBars bars, Columns columns) {
    this.sheet = sheet;
    this.columns = columns;
    this.last = bars.last();
    frame.head(sheet, "True range and its average after Wilder");
    sheet.set(
        3,
        0,
        "First the mean of the first true ranges of the period, then (ATR × (period − 1) + true"
            + " range) ÷ period: the built-in form of the function ATR.",
        Style.SUBTITLE);
    sheet.set(POSITION, 0, "Place among prices", Style.LABEL);
    Frame.headers(sheet, HEADER, 0, "Date", "Row, if used");
    sheet.fill(FIRST, 0, last, 0, HistorySheets.date(), Style.calculated(Style.Format.DATE));
    sheet.fill(
        FIRST,
        1,
        last,
        1,
        "IF(ISNUMBER($A7),IF($A7<=as_of,ROW($A7)-" + FIRST + ",0),0)",
        Style.calculated(Style.Format.INTEGER));
    int n = columns.positions();
    for (int i = 0; i < n; i++) {
      position(i);
    }
    for (Part part : Part.values()) {
      columns.placeAcross(part.key, sheet, FIRST, last, column(part, 0));
    }
    sheet.width(0, 0, 20);
    sheet.width(1, column(Part.RETURN, n - 1), 12);
    sheet.freeze(FIRST, 2);
    sheet.repeatRow(HEADER);
    sheet.lock();
    book.name("bar_used", Chart.Block.column(sheet, FIRST, last, 1));
    book.name("last_closes", block(Part.CLOSE));
    book.name("true_ranges", block(Part.RANGE));
  }

  private Chart.Block block(Part part) {
    return new Chart.Block(
        sheet, FIRST, column(part, 0), last, column(part, columns.positions() - 1));
  }

  private int column(Part part, int position) {
    return FIRST_COLUMN + part.ordinal() * columns.positions() + position;
  }

  private void position(int i) {
    String asset = columns.at("in_asset", i);
    for (Part part : Part.values()) {
      sheet.formula(
          HEADER,
          column(part, i),
          "IF(" + asset + "=\"\",\"\"," + asset + "&\" " + part.header + "\")",
          Style.HEADER);
    }
    sheet.formula(
        POSITION,
        column(Part.RANGE, i),
        "IF(" + asset + "=\"\",\"\"," + StopBars.position(asset) + ")",
        Style.calculated(Style.Format.INTEGER));
    String place = A1.absolute(POSITION, column(Part.RANGE, i));
    String high = "INDEX(bars,0," + place + "+1)";
    String low = "INDEX(bars,0," + place + "+2)";
    String closeBefore = "N(" + A1.cell(FIRST - 1, column(Part.CLOSE, i)) + ")";
    String closes = address(Part.CLOSE, i, 0);
    String before = address(Part.CLOSE, i, -1);
    before = "IF(ISNUMBER(" + before + ")," + before + ",0)";
    String range = A1.cell(FIRST, column(Part.RANGE, i));
    String ranges = address(Part.RANGE, i, 0);
    String averageBefore = A1.cell(FIRST - 1, column(Part.AVERAGE, i));
    String letters = A1.column(column(Part.RANGE, i));
    String sofar = letters + "$" + (FIRST + 1) + ":" + letters + (FIRST + 1);
    array(
        Part.RANGE,
        i,
        "IF("
            + place
            + "=\"\",\"\",IF((bar_used>0)*ISNUMBER("
            + high
            + ")*ISNUMBER("
            + low
            + ")*ISNUMBER(INDEX(bars,0,"
            + place
            + "+3)),IF("
            + high
            + ">"
            + before
            + ","
            + high
            + ","
            + before
            + ")-IF(("
            + before
            + "=0)+("
            + low
            + "<"
            + before
            + ")>0,"
            + low
            + ","
            + before
            + "),\"\"))");
    fill(
        Part.CLOSE,
        i,
        "IF("
            + place
            + "=\"\",\"\",IF($B7=0,"
            + closeBefore
            + ",IF(ISNUMBER(INDEX(bars,$B7,"
            + place
            + "+1))*ISNUMBER(INDEX(bars,$B7,"
            + place
            + "+2))*ISNUMBER(INDEX(bars,$B7,"
            + place
            + "+3))=1,INDEX(bars,$B7,"
            + place
            + "+3),"
            + closeBefore
            + ")))");
    fill(
        Part.AVERAGE,
        i,
        "IF(ISNUMBER("
            + range
            + "),IF(ISNUMBER("
            + averageBefore
            + "),("
            + averageBefore
            + "*(atr_period-1)+"
            + range
            + ")/atr_period,IF(COUNT("
            + sofar
            + ")=atr_period,AVERAGE("
            + sofar
            + "),\"\")),IF(ISNUMBER("
            + averageBefore
            + "),"
            + averageBefore
            + ",\"\"))");
    array(
        Part.RETURN,
        i,
        "IF(ISNUMBER("
            + ranges
            + "),IF("
            + before
            + ">0,"
            + closes
            + "/"
            + before
            + "-1,\"\"),\"\")");
  }

  private String address(Part part, int i, int shift) {
    int column = column(part, i);
    return A1.absolute(FIRST + shift, column, last + shift, column);
  }

  private void array(Part part, int i, String formula) {
    int column = column(part, i);
    sheet.array(FIRST, column, last, column, formula, Style.calculated(part.format));
  }

  private void fill(Part part, int i, String formula) {
    int column = column(part, i);
    sheet.fill(FIRST, column, last, column, formula, Style.calculated(part.format));
  }
}
