package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import java.util.ArrayList;
import java.util.List;

/**
 * The sheet Stops over time of the stop-loss workbook: price and stops of one position, day by day.
 *
 * <p>{@code #N/A} stands where there is no price or stop, because a chart leaves it out.
 */
final class StopSeries {
  private static final int HEADER = StopBars.FIRST - 1;
  private static final int CHARTED_DAYS = 180;
  private static final int PARAMETERS = 12;

  private final Sheet sheet;
  private final int last;

  /** Fills the sheet for the position that the name {@code chart_position} chooses. */
  StopSeries(Book book, Frame frame, Sheet sheet, StopBars bars, Columns columns) {
    this.sheet = sheet;
    this.last = bars.last();
    int first = StopBars.FIRST;
    frame.head(sheet, "Stops over time, of the position chosen on Inputs");
    sheet.set(
        3, 0, "#N/A: no price or no stop on that day; the chart leaves it out.", Style.SUBTITLE);
    Frame.headers(
        sheet,
        HEADER,
        0,
        "Date",
        "Close",
        "Close since opened",
        "Best close",
        "Trailing stop since opened",
        "Trailing stop",
        "Percent stop",
        "ATR stop",
        "Stop in force",
        "Entry price");
    parameters(book, columns);
    Style price = Style.calculated(Style.Format.PRICE);
    sheet.fill(first, 0, last, 0, "Bars!A7", Style.calculated(Style.Format.DATE));
    String close = "INDEX(" + bars.firstDay() + ",1,4*chart_row)";
    sheet.fill(
        first,
        1,
        last,
        1,
        "IF(AND('True range'!$B7=1,ISNUMBER(" + close + "))," + close + ",NA())",
        price);
    sheet.fill(first, 2, last, 2, "IF(ISNUMBER(B7),IF(A7>=chart_opened,B7,\"\"),\"\")", price);
    sheet.fill(
        first,
        3,
        last,
        3,
        "IF(ISNUMBER(C7),IF(ISNUMBER(D6),IF(chart_sign>0,MAX(D6,C7),MIN(D6,C7)),C7),"
            + "IF(ISNUMBER(D6),D6,\"\"))",
        price);
    String closes = A1.absolute(first, 2, last, 2);
    String best = A1.absolute(first, 3, last, 3);
    sheet.array(
        first,
        4,
        last,
        4,
        "IF(ISNUMBER("
            + closes
            + "),"
            + either(
                "TRAILING_STOP(" + closes + ",chart_trailing,chart_side)",
                best + "*(1-chart_sign*chart_trailing)")
            + ",\"\")",
        price);
    sheet.fill(first, 5, last, 5, "IF(ISNUMBER(E7),E7,NA())", price);
    String[] levels = {"chart_percent_stop", "chart_atr_stop", "chart_stop", "chart_entry"};
    for (int i = 0; i < levels.length; i++) {
      sheet.fill(
          first,
          6 + i,
          last,
          6 + i,
          "IF(AND(ISNUMBER($B7),ISNUMBER(" + levels[i] + "))," + levels[i] + ",NA())",
          price);
    }
    sheet.widths(13, 14, 14, 14, 15, 14, 14, 14, 14, 14, 3, 24, 14);
    sheet.freeze(first, 1);
    sheet.repeatRow(HEADER);
    sheet.lock();
  }

  private void parameters(Book book, Columns columns) {
    String[][] parameters = {
      {"Position, number", "chart_row", "MATCH(chart_position,position_assets,0)"},
      {"Side", "chart_side", chosen("{side:all}")},
      {"Long 1, short −1", "chart_sign", chosen("{sign:all}")},
      {
        "Opened on",
        "chart_opened",
        "IF(N("
            + chosen("{in_opened:all}")
            + ")>0,"
            + chosen("{in_opened:all}")
            + ",as_of-trailing_days)"
      },
      {"Trailing %", "chart_trailing", chosen("{trailing:all}")},
      {"Percent stop", "chart_percent_stop", chosen("{percent_stop:all}")},
      {"ATR stop", "chart_atr_stop", chosen("{atr_stop:all}")},
      {"Stop in force", "chart_stop", chosen("{stop:all}")},
      {"Entry price", "chart_entry", chosen("{entry:all}")}
    };
    Style.Format[] formats = {
      Style.Format.INTEGER,
      Style.Format.GENERAL,
      Style.Format.INTEGER,
      Style.Format.DATE,
      Style.Format.PERCENT,
      Style.Format.PRICE,
      Style.Format.PRICE,
      Style.Format.PRICE,
      Style.Format.PRICE
    };
    Frame.headers(sheet, HEADER, PARAMETERS - 1, "Of the position", "Value");
    for (int i = 0; i < parameters.length; i++) {
      int row = StopBars.FIRST + i;
      sheet.set(row, PARAMETERS - 1, parameters[i][0], Style.LABEL);
      sheet.formula(row, PARAMETERS, columns.over(parameters[i][2]), Style.calculated(formats[i]));
      book.name(parameters[i][1], sheet, row, PARAMETERS);
    }
  }

  private static String chosen(String column) {
    return "INDEX(" + column + ",chart_row)";
  }

  /** The address of the trailing stop on the as-of date. */
  String trailingStop() {
    return "INDEX(" + sheet.column(StopBars.FIRST, last, 4) + ",as_of_row)";
  }

  /** The chart of the last {@value #CHARTED_DAYS} days. */
  Chart chart(Chart.Anchor anchor) {
    Object[][] lines = {
      {"Close", 1, Chart.Color.BLUE},
      {"Entry", 9, Chart.Color.GREY},
      {"Percent stop", 6, Chart.Color.SKY},
      {"ATR stop", 7, Chart.Color.PURPLE},
      {"Trailing stop", 5, Chart.Color.ORANGE},
      {"Stop in force", 8, Chart.Color.VERMILION}
    };
    List<Chart.Series> series = new ArrayList<>();
    for (Object[] line : lines) {
      series.add(
          new Chart.Series((String) line[0], days((Integer) line[1]), (Chart.Color) line[2]));
    }
    return new Chart(
        Chart.Type.DATE_LINE,
        "Price and stops of the position chosen on Inputs",
        "Closing price, entry price and the stops of one position, day by day.",
        days(0),
        series,
        "",
        "",
        Style.Format.PRICE,
        anchor);
  }

  private Chart.Block days(int column) {
    return Chart.Block.column(
        sheet, Math.max(StopBars.FIRST, last - CHARTED_DAYS + 1), last, column);
  }
}
