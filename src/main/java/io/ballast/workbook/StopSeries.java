package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import java.util.List;

/**
 * The sheet Stops over time of the stop-loss workbook: price and stops of one position from the day
 * it was opened.
 *
 * <p>A chart draws text as 0 and a workbook has no error cells, so no cell is left out: rows after
 * the as-of date repeat it, which a date axis draws on one spot, and a stop that does not exist
 * follows the close.
 */
final class StopSeries {
  private static final int HEADER = StopBars.FIRST - 1;
  private static final int VALUES = 11;

  private final Sheet sheet;
  private final int last;

  /** Fills the sheet for the position that the name {@code chart_position} chooses. */
  StopSeries(Book book, Frame frame, Sheet sheet, StopBars bars, Columns columns) {
    this.sheet = sheet;
    this.last = bars.last();
    frame.head(sheet, "Stops over time, of the position chosen on Inputs");
    sheet.set(
        3,
        0,
        "From the day it was opened, or over the trailing window. After the as-of date the last row"
            + " repeats; a stop that does not exist follows the close.",
        Style.SUBTITLE);
    parameters(book, bars, columns);
    days(bars);
    sheet.widths(10, 13, 14, 14, 14, 14, 14, 14, 14, 3, 24, 14);
    sheet.freeze(StopBars.FIRST, 2);
    sheet.repeatRow(HEADER);
    sheet.lock();
  }

  private void days(StopBars bars) {
    int first = StopBars.FIRST;
    Frame.headers(
        sheet,
        HEADER,
        0,
        "Bar",
        "Date",
        "Close",
        "Best close",
        "Trailing stop",
        "Percent stop",
        "ATR stop",
        "Stop in force",
        "Entry price");
    fill(0, Style.Format.INTEGER, "MIN(chart_start+ROW(A7)-" + (first + 1) + ",as_of_row)");
    fill(1, Style.Format.DATE, "INDEX(" + bars.dates() + ",$A7)");
    fill(2, Style.Format.PRICE, bars.lastClose("$A7", "chart_row"));
    fill(3, Style.Format.PRICE, "IF(chart_sign>0,MAX(D6,C7),MIN(D6,C7))");
    sheet.array(
        first,
        4,
        last,
        4,
        either(
            "TRAILING_STOP(" + A1.absolute(first, 2, last, 2) + ",chart_trailing,chart_side)",
            A1.absolute(first, 3, last, 3) + "*(1-chart_sign*chart_trailing)"),
        Style.calculated(Style.Format.PRICE));
    String[] levels = {"chart_percent_stop", "chart_atr_stop", "chart_stop", "chart_entry"};
    for (int i = 0; i < levels.length; i++) {
      fill(5 + i, Style.Format.PRICE, "IF(ISNUMBER(" + levels[i] + ")," + levels[i] + ",$C7)");
    }
  }

  private void fill(int column, Style.Format format, String formula) {
    sheet.fill(StopBars.FIRST, column, last, column, formula, Style.calculated(format));
  }

  private void parameters(Book book, StopBars bars, Columns columns) {
    Frame.headers(sheet, HEADER, VALUES - 1, "Of the position", "Value");
    int row = StopBars.FIRST;
    for (Parameter parameter : parameters(bars)) {
      sheet.set(row, VALUES - 1, parameter.label(), Style.LABEL);
      sheet.formula(
          row, VALUES, columns.over(parameter.formula()), Style.calculated(parameter.format()));
      book.name(parameter.name(), sheet, row, VALUES);
      row++;
    }
  }

  private record Parameter(String label, String name, Style.Format format, String formula) {}

  private static List<Parameter> parameters(StopBars bars) {
    String opened = chosen("{in_opened:all}");
    return List.of(
        new Parameter(
            "Position, number",
            "chart_row",
            Style.Format.INTEGER,
            "MAX(1,SUMPRODUCT(MAX(({in_asset:all}=chart_position)"
                + "*(ROW({in_asset:all})-MIN(ROW({in_asset:all}))+1))))"),
        new Parameter("Side", "chart_side", Style.Format.GENERAL, chosen("{side:all}")),
        new Parameter("Long 1, short −1", "chart_sign", Style.Format.INTEGER, chosen("{sign:all}")),
        new Parameter(
            "Opened on",
            "chart_opened",
            Style.Format.DATE,
            "IF(N(" + opened + ")>0," + opened + ",as_of-trailing_days)"),
        new Parameter(
            "First bar shown",
            "chart_start",
            Style.Format.INTEGER,
            "MIN(as_of_row,MAX(MATCH(1,"
                + bars.seen("chart_row")
                + ",0),SUMPRODUCT(--("
                + bars.dates()
                + "<chart_opened))+1))"),
        new Parameter(
            "Trailing %", "chart_trailing", Style.Format.PERCENT, chosen("{trailing:all}")),
        new Parameter(
            "Percent stop", "chart_percent_stop", Style.Format.PRICE, chosen("{percent_stop:all}")),
        new Parameter("ATR stop", "chart_atr_stop", Style.Format.PRICE, chosen("{atr_stop:all}")),
        new Parameter("Stop in force", "chart_stop", Style.Format.PRICE, chosen("{stop:all}")),
        new Parameter("Entry price", "chart_entry", Style.Format.PRICE, chosen("{entry:all}")));
  }

  private static String chosen(String column) {
    return "INDEX(" + column + ",chart_row)";
  }

  /** The address of the trailing stop on the as-of date. */
  String trailingStop() {
    return sheet.at(last, 4);
  }

  /** The chart of all days. */
  Chart chart(Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.DATE_LINE,
        "Price and stops of the position chosen on Inputs",
        "Closing price, entry price and the stops of one position, day by day since it was opened.",
        column(1),
        List.of(
            new Chart.Series("Close", column(2), Chart.Color.BLUE),
            new Chart.Series("Entry", column(8), Chart.Color.GREY),
            new Chart.Series("Percent stop", column(5), Chart.Color.SKY),
            new Chart.Series("ATR stop", column(6), Chart.Color.PURPLE),
            new Chart.Series("Trailing stop", column(4), Chart.Color.ORANGE),
            new Chart.Series("Stop in force", column(7), Chart.Color.VERMILION)),
        "",
        "",
        Style.Format.PRICE,
        anchor);
  }

  private Chart.Block column(int column) {
    return Chart.Block.column(sheet, StopBars.FIRST, last, column);
  }
}
