package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of the stop-loss workbook. */
final class StopDashboard {
  private static final int CHART_ROW = 13;
  private static final int SECOND_ROW = 34;
  private static final int TABLE_ROW = 55;

  private StopDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      StopCalculation calculation,
      LimitTable limits,
      StopTest test,
      Sheet points) {
    Ranking ranking = calculation.ranking();
    DashboardSheet dashboard =
        new DashboardSheet(
                frame,
                sheet,
                "Stop-loss",
                "\"Portfolio \"&portfolio_name&\", as of \"&"
                    + DashboardSheet.date("as_of")
                    + "&\"; losses are counted from the prices of that day\"")
            .tile("\"Equity, \"&base_currency", "equity", Format.MONEY)
            .tile("\"Loss if every stop fills, \"&base_currency", "stop_loss_total", Format.MONEY)
            .tile(
                "\"Loss if every stop is gapped through, \"&base_currency",
                "gap_loss_total",
                Format.MONEY)
            .tile("\"Heat, before fees\"", "heat", Format.PERCENT)
            .tile("\"Headroom to the heat limit\"", "heat_headroom", Format.PERCENT)
            .tile(
                "\"Positions without a stop, of \"&asset_count",
                "positions_without_stop",
                Format.INTEGER)
            .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
            .statement(
                "IF(shorts_without_stop>0,\"A short has no stop: the loss has no limit.\","
                    + "\"If every stop fills, \"&"
                    + DashboardSheet.percent("stop_loss_share", 1)
                    + "&\" of equity is lost; if every stop is gapped through, \"&"
                    + DashboardSheet.percent("gap_loss_share", 1)
                    + "&\".\")")
            .statement(
                "\"To recover, what is left must then gain \"&"
                    + percent("stop_recovery_gain")
                    + "&\", or \"&"
                    + percent("gap_recovery_gain")
                    + "&\": the gain needed grows faster than the loss.\"")
            .statement(
                "\"Heat is \"&"
                    + percent("heat")
                    + "&\" against a limit of \"&"
                    + percent("heat_limit")
                    + "&\" (\"&"
                    + percent("heat_correlated")
                    + "&\" after correlation); \"&positions_through&\" through the stop.\"")
            .statement(
                "\"Does a stop help \"&chart_position&\"? It \"&IF(stopping_premium<0,\"cost \","
                    + "\"added \")&"
                    + percent("ABS(stopping_premium)")
                    + "&\" of return and took the maximum drawdown from \"&"
                    + percent("without_drawdown")
                    + "&\" to \"&"
                    + percent("with_drawdown")
                    + "&\", in \"&with_exits&\" exits: see Stop test.\"");
    sheet.add(test.stops(points, new Chart.Anchor(CHART_ROW, 0, CHART_ROW + 20, 4)));
    sheet.add(losses(ranking));
    sheet.add(recovery(calculation));
    int row = dashboard.limits(limits, SECOND_ROW, 4);
    sheet.link(row + 1, 4, "Limits and alerts in full", "Limits!A1");
    sheet.link(row + 2, 4, "Stops by each method", "Calculation!A1");
    sheet.link(row + 3, 4, "Orders to place", "Orders!A1");
    sheet.link(row + 4, 4, "Does a stop help?", "'Stop test'!A1");
    sheet.link(row + 5, 4, "How each figure is computed", "Reference!A1");
    row = positions(sheet, ranking);
    sheet.widths(24, 24, 24, 22, 30, 20, 18);
    sheet.printTo(row);
  }

  private static String percent(String figure) {
    return "IF(ISNUMBER(" + figure + ")," + DashboardSheet.percent(figure, 1) + "," + figure + ")";
  }

  private static Chart losses(Ranking ranking) {
    return new Chart(
        Chart.Type.BAR,
        "Loss by position: stop fills, or is gapped through",
        "Bars of the loss at the stop and of the loss in a gap, the largest loss in a gap first.",
        ranking.cells(0),
        List.of(
            new Chart.Series("Stop fills", ranking.cells(1), Chart.Color.SKY),
            new Chart.Series("Gapped through", ranking.cells(2), Chart.Color.VERMILION)),
        Format.INTEGER,
        new Chart.Anchor(CHART_ROW, 4, CHART_ROW + 20, 7));
  }

  private static Chart recovery(StopCalculation calculation) {
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
        Format.WHOLE_PERCENT,
        new Chart.Anchor(SECOND_ROW, 0, SECOND_ROW + 20, 4));
  }

  /** The positions of largest loss, and the row below them. */
  private static int positions(Sheet sheet, Ranking ranking) {
    sheet.set(TABLE_ROW, 0, "Positions, the largest loss in a gap first", Style.SECTION);
    Frame.headers(
        sheet,
        TABLE_ROW + 1,
        0,
        "Asset",
        "Side and stop",
        "Price",
        "Stop",
        "Distance to the stop",
        "Loss at the stop",
        "Status");
    int first = TABLE_ROW + 2;
    for (int i = 0; i < ranking.shown(); i++) {
      int r = first + i;
      sheet.formula(r, 0, ranking.at(i, 0), Style.LABEL);
      sheet.formula(
          r,
          1,
          "IF("
              + ranking.at(i, 0)
              + "=\"\",\"\","
              + ranking.at(i, 3)
              + "&\", \"&"
              + ranking.at(i, 4)
              + ")",
          Style.LABEL);
      sheet.formula(r, 2, ranking.at(i, 5), Style.calculated(Format.PRICE));
      sheet.formula(r, 3, ranking.at(i, 6), Style.calculated(Format.PRICE));
      sheet.formula(r, 4, ranking.at(i, 7), Style.calculated(Format.PERCENT));
      sheet.formula(r, 5, ranking.at(i, 1), Style.calculated(Format.MONEY));
      sheet.formula(r, 6, ranking.at(i, 8), Style.STATUS);
    }
    int end = first + ranking.shown();
    sheet.add(new Rule.Status(Chart.Block.column(sheet, first, end - 1, 6)));
    return end;
  }
}
