package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Distribution of the risk-measures workbook: of the series shown, how often its returns
 * fall where, its tail by four methods, and its risk over time.
 */
final class Distribution {
  private static final int BINS = 18;
  private static final String[] METHODS = {"Historical", "Normal", "Modified", "EWMA"};
  private static final String[] SUFFIXES = {"", "_normal", "_modified", "_ewma"};

  private final Sheet sheet;
  private final int methods;

  /**
   * @param days has the columns {@code volatility} and {@code sharpe}
   * @param windows starts on the first day with a full window
   */
  Distribution(Book book, Frame frame, Sheet sheet, DailySheet days, ChartPoints windows) {
    this.sheet = sheet;
    frame.head(sheet, "Distribution and risk over time");
    sheet.formula(
        3, 0, "\"Shown: \"&" + shown() + "&\"; choose another on Inputs\"", Style.SUBTITLE);
    FigureList list =
        FigureList.withConventions(book, sheet, 4, 0, "Daily returns of the series shown");
    List<RiskFigure> risk = RiskFigures.riskAdjusted();
    for (RiskFigure figure : List.of(RiskFigures.marketModel().get(0), risk.get(1), risk.get(2))) {
      figure.addTo(list, "shown");
    }
    RiskFigures.tail().forEach(figure -> figure.addTo(list, "shown"));
    RiskFigures.cornishFisher().addTo(list, "shown");
    list.add(
            "Days beyond the historical VaR",
            "shown_beyond",
            "SUMPRODUCT(--(shown_returns<-shown_var))",
            Format.INTEGER)
        .convention("about (1 − confidence) of all days, by its definition");
    int chartRow = list.nextRow();
    this.methods = chartRow + 39;
    methods();
    histogram(book, methods + 7);
    charts(chartRow, days, windows);
    sheet.widths(38, 16, 16, 16, 16, 16, 16, 16);
    sheet.portrait();
    sheet.freeze(3, 0);
    sheet.lock();
  }

  /** A formula for the name of the series shown. */
  static String shown() {
    return "IF(shown_position=0,\"" + RiskMeasures.PORTFOLIO + "\",shown)";
  }

  private void methods() {
    sheet.set(methods, 0, "Tail by method, one day", Style.SECTION);
    Frame.headers(sheet, methods + 1, 0, "Method", "Value at risk", "Expected shortfall");
    Style percent = Style.calculated(Format.PERCENT2);
    for (int m = 0; m < METHODS.length; m++) {
      int row = methods + 2 + m;
      sheet.set(row, 0, METHODS[m], Style.LABEL);
      sheet.formula(row, 1, "N(shown_var" + SUFFIXES[m] + ")", percent);
      sheet.formula(row, 2, "N(shown_es" + SUFFIXES[m] + ")", percent);
    }
  }

  /** Value at risk and expected shortfall by method. */
  Chart methodsChart(Chart.Anchor anchor) {
    int first = methods + 2;
    Chart.Block cells = new Chart.Block(sheet, first, 0, first + METHODS.length - 1, 2);
    return new Chart(
        Chart.Type.COLUMN,
        "One-day loss by method, of the series shown",
        "Columns of value at risk and expected shortfall by the historical, normal, modified and"
            + " EWMA method.",
        cells.column(0),
        List.of(
            new Chart.Series("Value at risk", cells.column(1), Chart.Color.SKY),
            new Chart.Series("Expected shortfall", cells.column(2), Chart.Color.VERMILION)),
        Format.PERCENT,
        anchor);
  }

  private void histogram(Book book, int row) {
    sheet.set(row, 0, "Histogram, half a standard deviation a class", Style.SECTION);
    Frame.headers(
        sheet,
        row + 1,
        0,
        "Returns up to",
        "Upper bound",
        "Days up to it",
        "Of them beyond VaR",
        "Days within VaR",
        "Days beyond VaR");
    int first = row + 2;
    int last = first + BINS - 1;
    Style whole = Style.calculated(Format.INTEGER);
    for (int b = 0; b < BINS; b++) {
      int r = first + b;
      boolean open = b == BINS - 1;
      String bound = A1.cell(r, 1);
      double halves = (b - BINS / 2 + 1) / 2.0;
      sheet.formula(r, 1, halves + "*STDEV.S(shown_returns)", Style.calculated(Format.PERCENT2));
      sheet.formula(
          r,
          0,
          (open ? "\"above \"&ROUND(100*" + A1.cell(r - 1, 1) : "ROUND(100*" + bound)
              + ",1)&\" %\"",
          Style.LABEL);
      sheet.formula(
          r,
          2,
          open ? "COUNT(shown_returns)" : "SUMPRODUCT(--(shown_returns<=" + bound + "))",
          whole);
      sheet.formula(
          r,
          3,
          open
              ? "shown_beyond"
              : "SUMPRODUCT((shown_returns<=" + bound + ")*(shown_returns<-shown_var))",
          whole);
      String days = A1.cell(r, 2) + (b == 0 ? "" : "-" + A1.cell(r - 1, 2));
      String beyond = A1.cell(r, 3) + (b == 0 ? "" : "-" + A1.cell(r - 1, 3));
      sheet.formula(r, 4, days + "-" + A1.cell(r, 5), whole);
      sheet.formula(r, 5, beyond, whole);
    }
    sheet.set(last + 1, 0, "Days in all", Style.LABEL);
    sheet.formula(last + 1, 4, "SUM(" + A1.block(first, 4, last, 5) + ")", whole);
    book.name("histogram_days", sheet, last + 1, 4);
  }

  private void charts(int row, DailySheet days, ChartPoints windows) {
    int first = methods + 9;
    Chart.Block classes = new Chart.Block(sheet, first, 0, first + BINS - 1, 5);
    sheet.add(
        new Chart(
            Chart.Type.STACKED_COLUMN,
            "Days by return, of the series shown",
            "Histogram of the daily returns; the days beyond the historical value at risk stand"
                + " out.",
            classes.column(0),
            List.of(
                new Chart.Series("Days within value at risk", classes.column(4), Chart.Color.SKY),
                new Chart.Series("Days beyond it", classes.column(5), Chart.Color.VERMILION)),
            "",
            "Days",
            Format.INTEGER,
            new Chart.Anchor(row, 0, row + 19, 4)));
    sheet.add(methodsChart(new Chart.Anchor(row, 4, row + 19, 8)));
    sheet.add(
        line(
            "Rolling volatility, annual",
            windows,
            windows.add("Volatility", days.address("volatility"), Format.PERCENT),
            Chart.Color.BLUE,
            Format.WHOLE_PERCENT,
            new Chart.Anchor(row + 19, 0, row + 38, 4)));
    sheet.add(
        line(
            "Rolling Sharpe ratio, annual",
            windows,
            windows.add("Sharpe ratio", days.address("sharpe"), Format.NUMBER),
            Chart.Color.GREEN,
            Format.NUMBER,
            new Chart.Anchor(row + 19, 4, row + 38, 8)));
  }

  private static Chart line(
      String title,
      ChartPoints points,
      Chart.Block values,
      Chart.Color color,
      Format format,
      Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.DATE_LINE,
        title,
        title + " of the series shown, over the window on Inputs.",
        points.dates(),
        List.of(new Chart.Series(title, values, color)),
        format,
        anchor);
  }
}
