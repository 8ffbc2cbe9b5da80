package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet Frontier: the efficient frontier of the assets held, the portfolio and the single
 * assets against it, and the weights along it.
 */
final class FrontierSheet {
  private static final int POINTS = 12;
  private static final int RETURN = 0;
  private static final int VOLATILITY = 1;
  private static final int WEIGHTS = 2;
  private static final int CHART_ROWS = 24;

  private final Sheet sheet;
  private final Sheet data;
  private final Columns columns;
  private final int row;
  private final int column;

  /**
   * @param data for what the chart is drawn from
   * @param row of the first heading there
   * @param column where there is space to the right
   */
  FrontierSheet(
      Book book, Frame frame, Sheet sheet, Columns columns, Sheet data, int row, int column) {
    this.sheet = sheet;
    this.data = data;
    this.columns = columns;
    this.row = row;
    this.column = column;
    frame.head(sheet, "Efficient frontier");
    sheet.formula(
        3,
        0,
        "IF("
            + Book.ADDIN_LOADED
            + ",\"The least volatility at each return, with weights from \"&"
            + DashboardSheet.percent("least_weight_in_use", 1)
            + "&\" to \"&"
            + DashboardSheet.percent("largest_weight_in_use", 1)
            + "&\". Past mean returns tell little about future ones.\",\"The frontier "
            + Frame.NEEDS_ADDIN
            + ".\")",
        Style.SUBTITLE);
    computed();
    int next = weights(5 + CHART_ROWS);
    columns.name(book, "mean_returns", "mean");
    portfolios(next);
    chart();
    sheet.widths(34, 12, 12, 12);
    sheet.width(4, 3 + POINTS, 16);
    sheet.freeze(3, 1);
    sheet.onePage();
    sheet.lock();
  }

  /** The function's own result: a row of headings, then a row per point. */
  private void computed() {
    int width = WEIGHTS + columns.positions();
    data.set(row - 1, column, "Efficient frontier", Style.SECTION);
    FilledBlock.write(
        new Chart.Block(data, row, column, row + POINTS, column + width - 1),
        String.valueOf(POINTS + 1),
        "asset_count+" + WEIGHTS,
        Frame.addInOnly(
            "EFFICIENT_FRONTIER(asset_returns,"
                + POINTS
                + ",least_weight_in_use,largest_weight_in_use,periods_per_year)"),
        Format.PERCENT);
    data.width(column, column + width - 1, 12);
  }

  private String at(int point, int what) {
    return data.at(row + 1 + point, column + what);
  }

  private int weights(int first) {
    List<Column> block = new ArrayList<>();
    block.add(AssetColumns.name("asset_frontier"));
    block.add(
        Column.of(
            "mean", "Mean return, annual", Format.PERCENT, "AVERAGE({returns})*periods_per_year"));
    block.add(
        Column.of("volatility_frontier", "Volatility, annual", Format.PERCENT, "{volatility}"));
    block.add(Column.of("weight_frontier", "Weight today", Format.PERCENT, "{weight}"));
    for (int k = 0; k < POINTS; k++) {
      int point = k;
      block.add(
          Column.each(
              "frontier" + k, "Point " + (k + 1), Format.PERCENT, i -> at(point, WEIGHTS + i)));
    }
    return columns.block(
            sheet, first, "Weights at each point of the frontier", block.toArray(Column[]::new))
        - 1;
  }

  private void portfolios(int first) {
    sheet.set(first, 0, "Mean return, annual", Style.LABEL);
    sheet.set(first + 1, 0, "Volatility, annual", Style.LABEL);
    Style percent = Style.calculated(Format.PERCENT);
    sheet.formula(first, 3, "AVERAGE(portfolio_returns)*periods_per_year", percent);
    sheet.formula(first + 1, 3, "portfolio_volatility", percent);
    for (int k = 0; k < POINTS; k++) {
      sheet.formula(first, 4 + k, at(k, RETURN), percent);
      sheet.formula(first + 1, 4 + k, at(k, VOLATILITY), percent);
    }
  }

  /** Without the add-in the frontier shrinks to the portfolio's own point. */
  private void chart() {
    int drawn = column + WEIGHTS + columns.positions() + 1;
    int first = row + 1;
    Style percent = Style.calculated(Format.PERCENT);
    Frame.headers(data, row, drawn, "Volatility", "Return", "Asset volatility", "Asset return");
    String mean = "AVERAGE(portfolio_returns)*periods_per_year";
    for (int k = 0; k < POINTS; k++) {
      data.formula(first + k, drawn, orToday(at(k, VOLATILITY), "portfolio_volatility"), percent);
      data.formula(first + k, drawn + 1, orToday(at(k, RETURN), mean), percent);
    }
    int slots = columns.positions();
    for (int i = 0; i < slots; i++) {
      String asset = "MIN(" + (i + 1) + ",asset_count)";
      data.formula(first + i, drawn + 2, "INDEX(volatilities," + asset + ")", percent);
      data.formula(first + i, drawn + 3, "INDEX(mean_returns," + asset + ")", percent);
    }
    int own = first + Math.max(POINTS, slots) + 1;
    Frame.headers(data, own - 1, drawn, "Portfolio's volatility", "Portfolio's return");
    data.formula(own, drawn, "portfolio_volatility", percent);
    data.formula(own, drawn + 1, mean, percent);
    data.width(drawn, drawn + 3, 14);
    Chart.Block x = Chart.Block.column(data, first, first + POINTS - 1, drawn);
    sheet.add(
        new Chart(
            Chart.Type.SCATTER,
            "Return and volatility, annual: the frontier, the portfolio and its assets",
            "A curve of the least volatility at each return, with the portfolio, the portfolio of"
                + " least variance and each asset as points.",
            x,
            List.of(
                new Chart.Series(
                    "Efficient frontier",
                    Chart.Block.column(data, first, first + POINTS - 1, drawn + 1),
                    Chart.Color.BLUE),
                points("Single assets", first, first + slots - 1, drawn + 2, Chart.Color.SKY),
                points("Minimum variance", first, first, drawn, Chart.Color.GREEN),
                points("Portfolio today", own, own, drawn, Chart.Color.VERMILION)),
            "Volatility",
            "Mean return",
            Format.WHOLE_PERCENT,
            new Chart.Anchor(5, 0, 4 + CHART_ROWS, 10)));
  }

  private static String orToday(String point, String today) {
    return "IF(OR("
        + point
        + "=\""
        + Frame.NEEDS_ADDIN
        + "\","
        + point
        + "=\"n/a\"),"
        + today
        + ","
        + point
        + ")";
  }

  private Chart.Series points(String name, int first, int last, int column, Chart.Color color) {
    return new Chart.Series(
        name,
        Chart.Block.column(data, first, last, column + 1),
        color,
        true,
        Chart.Block.column(data, first, last, column));
  }
}
