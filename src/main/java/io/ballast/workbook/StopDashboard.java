package io.ballast.workbook;

import java.util.List;

/** The sheet Dashboard of the stop-loss workbook. */
final class StopDashboard {
  private static final int MOST_SHOWN = 12;
  private static final int CHART_ROW = 13;
  private static final int SECOND_ROW = 35;

  private final Sheet sheet;

  StopDashboard(
      Frame frame,
      Sheet sheet,
      StopCalculation calculation,
      StopLimits limits,
      StopSeries series,
      Columns columns,
      int positions) {
    this.sheet = sheet;
    frame.head(sheet, "Stop-loss");
    sheet.formula(
        3,
        0,
        "\"Portfolio \"&portfolio_name&\", as of \"&YEAR(as_of)&\"-\"&RIGHT(\"0\"&MONTH(as_of),2)"
            + "&\"-\"&RIGHT(\"0\"&DAY(as_of),2)&\"; losses are counted from the prices of that day\"",
        Style.SUBTITLE);
    tile(0, "\"Equity, \"&base_currency", "equity", Style.Format.MONEY);
    tile(1, "\"Loss if every stop fills, \"&base_currency", "stop_loss_total", Style.Format.MONEY);
    tile(
        2,
        "\"Loss if every stop is gapped through, \"&base_currency",
        "gap_loss_total",
        Style.Format.MONEY);
    tile(3, "\"Heat, before fees\"", "heat", Style.Format.PERCENT);
    tile(4, "\"Headroom to the heat cap\"", "heat_headroom", Style.Format.PERCENT);
    tile(
        5,
        "\"Positions without a stop, of \"&" + positions,
        "positions_without_stop",
        Style.Format.INTEGER);
    tile(6, "\"Alerts\"", "alert_count", Style.Format.INTEGER);
    verdict();
    int shown = Math.min(positions, MOST_SHOWN);
    sheet.formula(12, 0, "chart_position&\": price and stops\"", Style.SUBTITLE);
    sheet.add(series.chart(new Chart.Anchor(CHART_ROW, 0, CHART_ROW + 21, 4)));
    sheet.add(losses(calculation, shown));
    sheet.add(recovery(calculation));
    limits(limits);
    int row = positions(columns, SECOND_ROW + 21, shown, positions);
    sheet.widths(24, 24, 24, 22, 30, 20, 18);
    sheet.portrait();
    sheet.onePage();
    sheet.printTo(row);
    sheet.lock();
  }

  private void tile(int column, String label, String figure, Style.Format format) {
    sheet.formula(5, column, label, Style.KEY_LABEL);
    sheet.formula(6, column, figure, Style.key(format));
  }

  private void verdict() {
    sheet.formula(
        8,
        0,
        "IF(shorts_without_stop>0,\"A short has no stop: the loss has no limit.\","
            + "\"If every stop fills, \"&ROUND(100*stop_loss_share,1)&\" % of equity is lost; if every"
            + " stop is gapped through, \"&ROUND(100*gap_loss_share,1)&\" %.\")",
        Style.SECTION);
    for (int c = 1; c < 7; c++) {
      sheet.set(8, c, null, Style.SECTION);
    }
    sheet.formula(
        9,
        0,
        "\"To recover, what is left must then gain \"&"
            + percent("stop_recovery_gain")
            + "&\", or \"&"
            + percent("gap_recovery_gain")
            + "&\": the gain needed grows faster than the loss.\"",
        Style.SUBTITLE);
    sheet.formula(
        10,
        0,
        "\"Heat is \"&"
            + percent("heat")
            + "&\" against a cap of \"&"
            + percent("heat_cap")
            + "&\"; \"&positions_without_stop&\" without a stop, \"&positions_through"
            + "&\" through the stop.\"",
        Style.SUBTITLE);
  }

  private static String percent(String figure) {
    return "IF(ISNUMBER(" + figure + "),ROUND(100*" + figure + ",1)&\" %\"," + figure + ")";
  }

  private Chart losses(StopCalculation calculation, int shown) {
    return new Chart(
        Chart.Type.BAR,
        "Loss by position: stop fills, or is gapped through",
        "Bars of the loss at the stop and of the loss in a gap, the largest loss in a gap first.",
        calculation.ranked("ranked_asset", shown),
        List.of(
            new Chart.Series(
                "Stop fills", calculation.ranked("ranked_stop_loss", shown), Chart.Color.SKY),
            new Chart.Series(
                "Gapped through",
                calculation.ranked("ranked_gap_loss", shown),
                Chart.Color.VERMILION)),
        "",
        "",
        Style.Format.INTEGER,
        new Chart.Anchor(CHART_ROW, 4, CHART_ROW + 21, 7));
  }

  private Chart recovery(StopCalculation calculation) {
    return new Chart(
        Chart.Type.SCATTER,
        "Gain needed to recover from a loss",
        "A curve of the gain needed over the loss, with the portfolio's two losses marked on it.",
        calculation.curve(StopCalculation.Curve.LOSS),
        List.of(
            new Chart.Series(
                "Gain needed", calculation.curve(StopCalculation.Curve.GAIN), Chart.Color.BLUE),
            new Chart.Series(
                "Every stop fills",
                calculation.curve(StopCalculation.Curve.STOP),
                Chart.Color.ORANGE,
                true),
            new Chart.Series(
                "Every stop gapped through",
                calculation.curve(StopCalculation.Curve.GAP),
                Chart.Color.VERMILION,
                true)),
        "Loss",
        "Gain needed",
        Style.Format.PERCENT,
        new Chart.Anchor(SECOND_ROW, 0, SECOND_ROW + 19, 4));
  }

  private void limits(StopLimits limits) {
    Frame.headers(sheet, SECOND_ROW, 4, "Limits", "Now", "Status");
    int row = SECOND_ROW + 1;
    for (int i = 0; i < limits.count(); i++, row++) {
      sheet.formula(row, 4, limits.at(i, 0), Style.LABEL);
      sheet.formula(row, 5, limits.at(i, 2), Style.calculated(Style.Format.PERCENT));
      sheet.formula(row, 6, limits.at(i, 6), Style.STATUS);
    }
    sheet.add(new Rule.Status(Chart.Block.column(sheet, SECOND_ROW + 1, row - 1, 6)));
    sheet.link(row + 1, 4, "Limits and alerts in full", "Limits!A1");
    sheet.link(row + 2, 4, "Stops by each method", "Calculation!A1");
    sheet.link(row + 3, 4, "How each figure is computed", "Reference!A1");
  }

  /** The positions of largest loss, and the row below them. */
  private int positions(Columns columns, int row, int shown, int positions) {
    sheet.set(
        row,
        0,
        shown == positions
            ? "Positions, the largest loss in a gap first"
            : "The " + shown + " positions with the largest loss in a gap",
        Style.SECTION);
    for (int c = 1; c < 7; c++) {
      sheet.set(row, c, null, Style.SECTION);
    }
    Frame.headers(
        sheet,
        row + 1,
        0,
        "Asset",
        "Side and stop",
        "Price",
        "Stop",
        "Distance to the stop",
        "Loss at the stop",
        "Status");
    int first = row + 2;
    for (int i = 0; i < shown; i++) {
      int r = first + i;
      String line = columns.at("line", i);
      sheet.formula(r, 0, columns.at("ranked_asset", i), Style.LABEL);
      sheet.formula(
          r,
          1,
          picked(columns, "side", line) + "&\", \"&" + picked(columns, "method", line),
          Style.LABEL);
      sheet.formula(r, 2, picked(columns, "price", line), Style.calculated(Style.Format.PRICE));
      sheet.formula(r, 3, picked(columns, "stop", line), Style.calculated(Style.Format.PRICE));
      sheet.formula(
          r, 4, picked(columns, "distance_share", line), Style.calculated(Style.Format.PERCENT));
      sheet.formula(r, 5, columns.at("ranked_stop_loss", i), Style.calculated(Style.Format.MONEY));
      sheet.formula(r, 6, picked(columns, "alert", line), Style.STATUS);
    }
    sheet.add(new Rule.Status(Chart.Block.column(sheet, first, first + shown - 1, 6)));
    return first + shown;
  }

  private static String picked(Columns columns, String key, String line) {
    return columns.over("INDEX({" + key + ":all}," + line + ")");
  }
}
