package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Rolling: the correlation of the chosen pair over a moving window, with a band of two
 * standard errors of Fisher's z.
 */
final class RollingSheet {
  private static final String X = "pair_first_returns";
  private static final String Y = "pair_second_returns";
  private static final String BOTH = "ISNUMBER(" + X + ")*ISNUMBER(" + Y + ")>0";

  private final Chart chart;

  /**
   * @param data for the points
   * @param column where they go there
   */
  RollingSheet(Book book, Frame frame, Sheet sheet, Sheet data, int column) {
    frame.head(sheet, "Rolling correlation of a pair");
    sheet.formula(
        3,
        0,
        "pair_first&\" and \"&pair_second&\", over \"&window_in_use&\" days; choose the pair and the"
            + " window on the sheet Inputs\"",
        Style.SUBTITLE);
    // A day's place among the prices: the row of its cell less those above the first day.
    String place = "(ROW(" + X + ")-" + PriceRows.FIRST + ")";
    new FigureList(book, sheet, 5, 0, "The pair")
        .array("Days in common", "pair_days", "SUM(IF(" + BOTH + ",1,0))", Format.INTEGER)
        .array(
            "First of them, its row among the prices",
            "pair_row",
            "IF(pair_days=0,1,MIN(IF(" + BOTH + "," + place + ",\"\")))",
            Format.INTEGER)
        .add(
            "Window in use",
            "window_in_use",
            "MAX(2,MIN(rolling_window,pair_days))",
            Format.INTEGER)
        .add(
            "Correlation, all days",
            "pair_correlation",
            "IFERROR(CORREL(" + X + "," + Y + "),\"n/a\")",
            Format.NUMBER)
        .add(
            "Two standard errors of Fisher's z",
            "pair_band",
            "2/SQRT(MAX(1,window_in_use-3))",
            Format.NUMBER);
    ChartPoints points = new ChartPoints(data, column, "MIN(as_of_row,pair_row+window_in_use-1)");
    String window = "IF((" + place + "<={row})*(" + place + ">{row}-window_in_use)>0,";
    Chart.Block rolling =
        points.addArrays(
            "Rolling",
            "IFERROR(CORREL(" + window + X + ",\"\")," + window + Y + ",\"\")),\"n/a\")",
            Format.NUMBER);
    Chart.Block low = points.addFrom("Low", rolling, band("-"), Format.NUMBER);
    Chart.Block high = points.addFrom("High", rolling, band(""), Format.NUMBER);
    Chart.Block all = points.addFrom("All days", rolling, "pair_correlation", Format.NUMBER);
    String latest = "INDEX(" + rolling.address() + "," + ChartPoints.POINTS + ")";
    new FigureList(book, sheet, 5, 3, "The window")
        .add("Correlation, latest", "rolling_latest", latest, Format.NUMBER)
        .add("Lowest", "rolling_lowest", extreme("MIN", rolling), Format.NUMBER)
        .add("Highest", "rolling_highest", extreme("MAX", rolling), Format.NUMBER)
        .array(
            "Share of windows with a lower one",
            "rolling_place",
            "IF(ISNUMBER(rolling_latest),SUM(IF(ISNUMBER("
                + rolling.address()
                + "),IF("
                + rolling.address()
                + "<rolling_latest,1,0),0))/COUNT("
                + rolling.address()
                + "),\"n/a\")",
            Format.WHOLE_PERCENT);
    frame.check(
        "The rolling correlation's last window is that of the add-in",
        "IF("
            + Book.ADDIN_LOADED
            + ",IFERROR(ABS(INDEX(ROLLING_CORRELATION("
            + X
            + ","
            + Y
            + ",window_in_use),as_of_row)-rolling_latest)<0.000000001,TRUE),TRUE)");
    this.chart =
        new Chart(
            Chart.Type.DATE_LINE,
            "Rolling correlation of the chosen pair, with two standard errors",
            "Lines of the correlation over a moving window, of the band of two standard errors around"
                + " it, and of the correlation over all days.",
            points.dates(),
            List.of(
                new Chart.Series("Rolling", rolling, Chart.Color.BLUE),
                new Chart.Series("−2 s.e.", low, Chart.Color.SKY),
                new Chart.Series("+2 s.e.", high, Chart.Color.SKY),
                new Chart.Series("All days", all, Chart.Color.ORANGE)),
            Format.NUMBER,
            new Chart.Anchor(13, 0, 36, 5));
    sheet.add(chart);
    sheet.widths(40, 16, 6, 36, 16);
    sheet.freeze(3, 0);
    sheet.onePage();
    sheet.lock();
  }

  /** tanh(atanh(r) ± d) without a pole at r = ±1. */
  private static String band(String sign) {
    String up = "(1+{value})*EXP(" + sign + "2*pair_band)";
    return Frame.given("{value}", "(" + up + "-(1-{value}))/(" + up + "+(1-{value}))");
  }

  private static String extreme(String which, Chart.Block values) {
    return "IF(COUNT(" + values.address() + ")=0,\"n/a\"," + which + "(" + values.address() + "))";
  }

  /** The chart, at another place. */
  Chart chart(Chart.Anchor anchor) {
    return new Chart(
        chart.type(),
        chart.title(),
        chart.description(),
        chart.categories(),
        chart.series(),
        chart.categoryTitle(),
        chart.valueTitle(),
        chart.valueFormat(),
        anchor);
  }
}
