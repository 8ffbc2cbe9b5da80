package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;
import static io.ballast.workbook.PriceRows.FIRST;
import static io.ballast.workbook.PriceRows.HEADER;

import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheets Stop test and Days: of the position chosen on Inputs its stops day by day, and what a
 * trailing stop would have done to holding it.
 *
 * <p>A chart draws text as 0, so a stop that does not exist follows the close.
 */
final class StopTest {
  private static final int LABELS = 0;
  private static final int VALUES = 1;

  private final Book book;
  private final Sheet sheet;
  private final Sheet days;
  private final Columns columns;
  private final int last;

  /** The columns of days, in their order. */
  private enum Day {
    DATE("Date", Format.DATE),
    CLOSE("Close", Format.PRICE),
    BEST("Best close", Format.PRICE),
    TRAILING("Trailing stop", Format.PRICE),
    ATR("ATR stop", Format.PRICE),
    STOP("Stop in force", Format.PRICE),
    ENTRY("Entry price", Format.PRICE),
    COUNT("Bars so far", Format.INTEGER),
    PRICE("Price tested", Format.PRICE),
    HELD("Held after it (1) or not (0)", Format.INTEGER),
    ANCHOR("Highest close", Format.PRICE),
    OUT("Days out", Format.INTEGER),
    WITHOUT("Return without", Format.PERCENT2),
    WITH("Return with", Format.PERCENT2),
    BEFORE("Return before", Format.PERCENT2),
    WEALTH_WITHOUT("Without the stop", Format.PRECISE),
    WEALTH_WITH("With the stop", Format.PRECISE),
    DRAWDOWN_WITHOUT("Drawdown without", Format.PERCENT2),
    DRAWDOWN_WITH("Drawdown with", Format.PERCENT2);

    private final String header;
    private final Format format;

    Day(String header, Format format) {
      this.header = header;
      this.format = format;
    }
  }

  StopTest(Book book, Frame frame, Sheet sheet, Sheet days, StopBars bars, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.days = days;
    this.columns = columns;
    this.last = bars.last();
    frame.head(sheet, "Stop test, of the position chosen on Inputs");
    sheet.formula(
        3,
        0,
        "chart_position&\": held as a long over the bars shown, left at the first close at or"
            + " through the stop of the day before; no costs.\"",
        Style.SUBTITLE);
    values();
    sheet.widths(46, 16, 16, 4, 14, 14, 14, 14, 14, 14);
    sheet.onePage();
    sheet.lock();
    frame.head(days, "Days: stops and stop test of the position chosen on Inputs");
    days.set(3, 0, "A stop that does not exist follows the close.", Style.SUBTITLE);
    for (Day day : Day.values()) {
      days.set(HEADER, day.ordinal(), day.header, Style.HEADER);
    }
    days();
    days.width(0, Day.values().length - 1, 13);
    days.freeze(FIRST, 1);
    days.repeatRow(HEADER);
    days.lock();
  }

  private void values() {
    FigureList list = new FigureList(book, sheet, 5, LABELS, "Position chosen");
    list.add(
            "Position, number",
            "chart_row",
            columns.over(
                "MAX(1,SUMPRODUCT(({in_asset:all}=chart_position)"
                    + "*(ROW({in_asset:all})-MIN(ROW({in_asset:all}))+1)))"),
            Format.INTEGER)
        .add("Side", "chart_side", chosen("side"), Format.GENERAL)
        .add("Long 1, short −1", "chart_sign", chosen("sign"), Format.INTEGER)
        .add(
            "Opened on, or start of the window",
            "chart_opened",
            "IF(N(" + chosen("in_opened") + ")>0," + chosen("in_opened") + ",as_of-trailing_days)",
            Format.DATE)
        .add("Trailing %", "chart_trailing", chosen("trailing"), Format.PERCENT)
        .add("ATR stop", "chart_atr_stop", chosen("atr_stop"), Format.PRICE)
        .add("Stop in force", "chart_stop", chosen("stop"), Format.PRICE)
        .add("Entry price", "chart_entry", chosen("entry"), Format.PRICE);
    int row = list.nextRow();
    sheet.set(row, LABELS, "Does a stop help?", Style.SECTION);
    Frame.headers(sheet, row + 1, LABELS, "Figure", "With the stop", "Without");
    row += 2;
    String[][] table = {
      {"Total return", "return", test(1)},
      {"Volatility, annual", "volatility", test(2)},
      {"Maximum drawdown", "drawdown", test(3)}
    };
    String[][] builtIns = {
      {wealthEnd(Day.WEALTH_WITH), wealthEnd(Day.WEALTH_WITHOUT)},
      {volatility(Day.WITH), volatility(Day.WITHOUT)},
      {"-MIN(" + cells(Day.DRAWDOWN_WITH) + ")", "-MIN(" + cells(Day.DRAWDOWN_WITHOUT) + ")"}
    };
    for (int i = 0; i < table.length; i++, row++) {
      sheet.set(row, LABELS, table[i][0], Style.LABEL);
      for (int c = 0; c < 2; c++) {
        sheet.formula(
            row,
            VALUES + c,
            either(table[i][2] + (2 + c) + ")", builtIns[i][c]),
            Style.calculated(Format.PERCENT));
        book.name((c == 0 ? "with_" : "without_") + table[i][1], sheet, row, VALUES + c);
      }
    }
    sheet.set(row, LABELS, "Exits", Style.LABEL);
    sheet.formula(
        row,
        VALUES,
        either(
            test(4) + "2)",
            "SUMPRODUCT(--(" + cells(Day.HELD, 0, -1) + "=1),--(" + cells(Day.HELD, 1, 0) + "=0))"),
        Style.calculated(Format.INTEGER));
    book.name("with_exits", sheet, row, VALUES);
    FigureList more = new FigureList(book, sheet, row + 2, LABELS, "What the stop did");
    more.add(
            "Stopping premium: return with − without",
            "stopping_premium",
            "with_return-without_return",
            Format.PERCENT)
        .add(
            "Drawdown avoided",
            "drawdown_avoided",
            "without_drawdown-with_drawdown",
            Format.PERCENT)
        .array(
            "Autocorrelation of returns, first order",
            "autocorrelation",
            Measures.varying(
                "without_volatility",
                either("AUTOCORRELATION(" + cells(Day.WITHOUT) + ",1)", autocorrelation())),
            Format.NUMBER)
        .add(
            "Noise around 0: twice its standard error",
            "autocorrelation_noise",
            "2/SQRT(COUNT(" + cells(Day.WITHOUT) + "))",
            Format.NUMBER);
    sheet.set(
        more.nextRow(),
        LABELS,
        "Under a random walk a stop lowers the expected return; where returns trend (autocorrelation"
            + " above the noise) it can raise it (Kaminski and Lo 2014). One history proves neither.",
        Style.SUBTITLE);
  }

  private String test(int row) {
    return "INDEX(STOP_BACKTEST("
        + cells(Day.PRICE)
        + ",test_percent,TRUE,test_reentry,periods_per_year),"
        + row
        + ",";
  }

  private String wealthEnd(Day wealth) {
    return "INDEX(" + cells(wealth) + ",as_of_row)-1";
  }

  private String volatility(Day returns) {
    return "STDEV.S(" + cells(returns) + ")*SQRT(periods_per_year)";
  }

  private String autocorrelation() {
    String now = cells(Day.WITHOUT);
    String before = cells(Day.BEFORE);
    return "SUM(IF(ISNUMBER("
        + now
        + ")*ISNUMBER("
        + before
        + "),("
        + now
        + "-AVERAGE("
        + now
        + "))*("
        + before
        + "-AVERAGE("
        + now
        + ")),0))/DEVSQ("
        + now
        + ")";
  }

  private String chosen(String key) {
    return "INDEX(" + columns.over("{" + key + ":all}") + ",chart_row)";
  }

  private void days() {
    fill(
        Day.DATE,
        "IF(ISNUMBER(INDEX(price_dates," + row() + ")),INDEX(price_dates," + row() + "),\"\")");
    fill(Day.CLOSE, "INDEX(last_closes," + row() + ",chart_row)");
    String close = at(Day.CLOSE, 0);
    fill(
        Day.BEST,
        "IF(N("
            + at(Day.DATE, -1)
            + ")<chart_opened,"
            + close
            + ",IF(chart_sign>0,MAX("
            + at(Day.BEST, -1)
            + ","
            + close
            + "),IF(N("
            + at(Day.BEST, -1)
            + ")>0,MIN("
            + at(Day.BEST, -1)
            + ","
            + close
            + "),"
            + close
            + ")))");
    fill(Day.TRAILING, at(Day.BEST, 0) + "*(1-chart_sign*chart_trailing)");
    constant(Day.ATR, "chart_atr_stop");
    constant(Day.STOP, "chart_stop");
    constant(Day.ENTRY, "chart_entry");
    String count = at(Day.COUNT, 0);
    String heldBefore = "N(" + at(Day.HELD, -1) + ")";
    String anchorBefore = "N(" + at(Day.ANCHOR, -1) + ")";
    String outBefore = "N(" + at(Day.OUT, -1) + ")";
    String none = "ISTEXT(" + at(Day.PRICE, 0) + ")";
    fill(
        Day.COUNT,
        "N("
            + at(Day.COUNT, -1)
            + ")+IF(ISNUMBER(INDEX(true_ranges,"
            + row()
            + ",chart_row)),1,0)");
    fill(Day.PRICE, "IF(" + count + ">N(" + at(Day.COUNT, -1) + ")," + close + ",\"\")");
    fill(
        Day.HELD,
        "IF("
            + none
            + ","
            + heldBefore
            + ",IF("
            + count
            + "=1,1,IF("
            + heldBefore
            + "=1,IF("
            + close
            + "-"
            + anchorBefore
            + "*(1-test_percent)>1E-12*"
            + close
            + ",1,0),IF("
            + outBefore
            + "+1=test_reentry,1,0))))");
    fill(
        Day.ANCHOR,
        "IF("
            + none
            + ","
            + anchorBefore
            + ",IF(OR("
            + count
            + "=1,"
            + heldBefore
            + "=0),"
            + close
            + ",MAX("
            + anchorBefore
            + ","
            + close
            + ")))");
    fill(
        Day.OUT,
        "IF(" + none + "," + outBefore + ",IF(" + at(Day.HELD, -1) + "=0," + outBefore + "+1,0))");
    fill(
        Day.WITHOUT,
        "IF(" + none + ",\"\",IF(" + count + ">1," + close + "/" + at(Day.CLOSE, -1) + "-1,\"\"))");
    String without = at(Day.WITHOUT, 0);
    fill(Day.WITH, "IF(ISNUMBER(" + without + ")," + heldBefore + "*" + without + ",\"\")");
    String previous = at(Day.WITHOUT, -1);
    String earlier = at(Day.BEFORE, -1);
    fill(
        Day.BEFORE,
        "IF(ISNUMBER("
            + previous
            + "),"
            + previous
            + ",IF(ISNUMBER("
            + earlier
            + "),"
            + earlier
            + ",\"\"))");
    wealth(Day.WEALTH_WITHOUT, Day.WITHOUT, Day.DRAWDOWN_WITHOUT);
    wealth(Day.WEALTH_WITH, Day.WITH, Day.DRAWDOWN_WITH);
  }

  private void wealth(Day wealth, Day returns, Day drawdown) {
    String before = at(wealth, -1);
    fill(wealth, "IF(ISNUMBER(" + before + ")," + before + ",1)*(1+N(" + at(returns, 0) + "))");
    String column = A1.column(wealth.ordinal());
    fill(
        drawdown,
        at(wealth, 0) + "/MAX(" + column + "$" + (FIRST + 1) + ":" + at(wealth, 0) + ")-1");
  }

  private void constant(Day day, String name) {
    fill(day, "IF(ISNUMBER(" + name + ")," + name + "," + at(Day.CLOSE, 0) + ")");
  }

  private static String row() {
    return "ROW($A" + (FIRST + 1) + ")-" + FIRST;
  }

  /** A cell of the first day, or of the day before it, that moves with the row. */
  private static String at(Day day, int shift) {
    return "$" + A1.column(day.ordinal()) + (FIRST + 1 + shift);
  }

  private void fill(Day day, String formula) {
    days.fill(FIRST, day.ordinal(), last, day.ordinal(), formula, Style.calculated(day.format));
  }

  private String cells(Day day) {
    return cells(day, 0, 0);
  }

  private String cells(Day day, int after, int before) {
    return days.column(FIRST + after, last + before, day.ordinal());
  }

  /** The address of the trailing stop on the as-of date. */
  String trailingStop() {
    return "INDEX(" + cells(Day.TRAILING) + ",as_of_row)";
  }

  /** The chart of price and stops since the position was opened. */
  Chart stops(Sheet points, Chart.Anchor anchor) {
    ChartPoints days =
        new ChartPoints(
            points,
            0,
            "MIN(as_of_row,MAX(MATCH(1,"
                + cells(Day.COUNT)
                + ",0),SUM(IF(ISNUMBER(price_dates),IF(price_dates<chart_opened,1,0),0))+1))");
    Day[] shown = {Day.CLOSE, Day.ENTRY, Day.ATR, Day.TRAILING, Day.STOP};
    Chart.Color[] colors = {
      Chart.Color.BLUE,
      Chart.Color.GREY,
      Chart.Color.PURPLE,
      Chart.Color.ORANGE,
      Chart.Color.VERMILION
    };
    return chart(
        "Price and stops of the position chosen on Inputs",
        "Closing price, entry price and the stops of one position, day by day since it was opened.",
        days,
        shown,
        colors,
        Format.GENERAL,
        anchor);
  }

  /** The chart of wealth with and without the stop. */
  Chart wealth(Sheet points, Chart.Anchor anchor) {
    ChartPoints days = new ChartPoints(points, 8, "MATCH(1," + cells(Day.COUNT) + ",0)");
    return chart(
        "What 1 became: with the stop and without",
        "Wealth from holding the chosen position with a trailing stop and without, day by day.",
        days,
        new Day[] {Day.WEALTH_WITHOUT, Day.WEALTH_WITH},
        new Chart.Color[] {Chart.Color.BLUE, Chart.Color.VERMILION},
        Format.NUMBER,
        anchor);
  }

  private Chart chart(
      String title,
      String description,
      ChartPoints days,
      Day[] shown,
      Chart.Color[] colors,
      Format format,
      Chart.Anchor anchor) {
    List<Chart.Series> series = new ArrayList<>();
    for (int i = 0; i < shown.length; i++) {
      series.add(
          new Chart.Series(
              shown[i].header,
              days.add(shown[i].header, cells(shown[i]), shown[i].format),
              colors[i]));
    }
    return new Chart(
        Chart.Type.DATE_LINE, title, description, days.dates(), series, "", "", format, anchor);
  }
}
