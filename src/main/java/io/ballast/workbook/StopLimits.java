package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/**
 * The sheet Limits of the stop-loss workbook: the portfolio's limits and each position's alerts.
 */
final class StopLimits {
  private static final String NOT_APPLICABLE = "\"n/a\"";

  private final LimitTable table;

  /**
   * Fills the sheet.
   *
   * @param columns knows the columns of Calculation and is told those of this sheet
   */
  StopLimits(Book book, Frame frame, Sheet sheet, Columns columns) {
    table =
        new LimitTable(
            book,
            frame,
            sheet,
            "Limits and alerts",
            new LimitTable.Entries()
                .add(RiskLimit.HEAT, "heat")
                .add(RiskLimit.GAP_LOSS, "gap_loss_share")
                .add(RiskLimit.POSITION_LOSS, "largest_stop_share")
                .add(RiskLimit.DAILY_LOSS, "daily_loss_share"));
    int row = columns.block(sheet, table.nextRow(), "Position alerts", alerts());
    Chart.Block first = columns.cells("alert_stop");
    sheet.add(new Rule.Status(new Chart.Block(sheet, first.firstRow(), 1, first.lastRow(), 7)));
    new FigureList(book, sheet, row, 0, "Alerts")
        .add(
            "Positions with an alert",
            "positions_alerted",
            columns.over("COUNTIF({alert:all},\"BREACH\")"),
            Format.INTEGER)
        .add(
            "Alerts: beyond a limit",
            "alert_count",
            "limits_breached+positions_alerted",
            Format.INTEGER);
    sheet.widths(36, 14, 14, 14, 14, 16, 14, 14, 62);
    sheet.freeze(3, 1);
    sheet.onePage();
  }

  private static Column[] alerts() {
    return new Column[] {
      AssetColumns.name("alert_asset"),
      Column.status("alert_stop", "Has a stop", "IF({state}=\"no stop\",\"BREACH\",\"OK\")"),
      Column.status(
          "alert_through",
          "Price not through it",
          "IF({state}=\"no stop\","
              + NOT_APPLICABLE
              + ",IF({state}=\"through\",\"BREACH\",\"OK\"))"),
      Column.status(
          "alert_near",
          "Far enough, in ATRs",
          "IF(AND({state}=\"set\",ISNUMBER({distance_atr})),"
              + LimitStatus.atLeast("{distance_atr}", "atr_floor")
              + ","
              + NOT_APPLICABLE
              + ")"),
      Column.status(
          "alert_size",
          "Size as allowed",
          "IF({state}=\"set\","
              + LimitStatus.atMost("{units}", "{allowed}")
              + ","
              + NOT_APPLICABLE
              + ")"),
      Column.status("alert_gap", "Gap covers the worst day", "IF({worst}>{gap},\"WATCH\",\"OK\")"),
      Column.status(
          "alert_time",
          "Time stop",
          "IF(AND(ISNUMBER({days_open}),ISNUMBER({multiple})),"
              + "IF(AND({days_open}>=time_stop_days,{multiple}<time_stop_profit),"
              + "\"BREACH\",\"OK\"),"
              + NOT_APPLICABLE
              + ")"),
      Column.status(
          "alert",
          "Status",
          "IF(" + any("BREACH") + ",\"BREACH\",IF(" + any("WATCH") + ",\"WATCH\",\"OK\"))"),
      Column.text(
          "alert_action",
          "What to do",
          "IF({alert_stop}<>\"OK\",\"Set a stop: nothing limits this loss.\","
              + "IF({alert_through}=\"BREACH\","
              + "\"The price is through the stop: leave the position, or say why not.\","
              + "IF({alert_time}=\"BREACH\",\"Time is up without the profit asked: leave.\","
              + "IF({alert_size}=\"BREACH\",\"Too large for the risk per trade: cut it by \""
              + "&ROUND(100*{excess}/{units},0)&\" %.\","
              + "IF({alert_near}=\"BREACH\",\"Ordinary moves hit this stop: give it room.\","
              + "IF({alert_gap}<>\"OK\",\"One day was worse than the gap assumed: raise it.\","
              + "\"\"))))))")
    };
  }

  private static String any(String word) {
    return "COUNTIF({alert_stop}:{alert_time},\"" + word + "\")>0";
  }

  LimitTable table() {
    return table;
  }
}
