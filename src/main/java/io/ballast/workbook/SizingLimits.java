package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/** The sheet Limits of the position-sizing workbook: limits of all ideas, alerts of each. */
final class SizingLimits {
  private final LimitTable table;

  SizingLimits(Book book, Frame frame, Sheet sheet, Columns columns) {
    table =
        new LimitTable(
            book,
            frame,
            sheet,
            "Limits and alerts",
            new LimitTable.Entries()
                .add(RiskLimit.RISK_PER_TRADE, "largest_loss_share")
                .add(RiskLimit.HEAT, "heat")
                .add(RiskLimit.LARGEST_WEIGHT, "largest_size_share")
                .add(RiskLimit.LEVERAGE, "gross_leverage")
                .add(RiskLimit.KELLY_FRACTION, "IF(full_kelly>0,kelly_multiple,\"n/a\")")
                .add(RiskLimit.CRYPTO_SHARE, "crypto_share"));
    int row =
        columns.block(
            sheet,
            table.nextRow(),
            "Alerts of each idea",
            AssetColumns.name("alert_asset"),
            Column.status(
                "alert_side", "Stop on the losing side", "IF({state}=\"ready\",\"OK\",\"BREACH\")"),
            Column.status(
                "alert_liquidation",
                "Stop before liquidation",
                "IF(ISNUMBER({liquidation}),IF({sign}*({stop}-{liquidation})>1E-12*{entry},\"OK\","
                    + "\"BREACH\"),\"OK\")"),
            Column.status(
                "alert_leverage",
                "Leverage within the limit",
                "IF({leverage}>leverage_limit*1.000000001,\"BREACH\",\"OK\")"),
            Column.status(
                "alert_edge", "Expectancy above 0", "IF({expectancy}>0,\"OK\",\"BREACH\")"),
            Column.status(
                "alert_held",
                "Held not above the size",
                "IF({in_take}=\"yes\"," + LimitStatus.atMost("{units}", "{size}") + ",\"n/a\")"),
            Column.text("alert_cap", "Size decided by", "{capped}"),
            Column.status(
                "alert",
                "Status",
                "IF(COUNTIF({alert_side}:{alert_edge},\"BREACH\")>0,\"BREACH\","
                    + "IF({alert_held}=\"BREACH\",\"WATCH\",\"OK\"))"),
            Column.text(
                "alert_action",
                "What to do",
                "IF({alert_side}=\"BREACH\",\"Put the stop where the idea is wrong, or turn its"
                    + " side.\",IF({alert_liquidation}=\"BREACH\",\"Liquidated before the stop:"
                    + " less leverage or a nearer stop.\",IF({alert_leverage}=\"BREACH\",\"More"
                    + " leverage than the profile allows.\",IF({alert_edge}=\"BREACH\",\"No edge:"
                    + " do not take it.\",IF({alert_held}=\"BREACH\",\"Holds more than the size:"
                    + " sell \"&ROUND(100*(1-{size}/{units}),0)&\" %.\",\"\")))))"));
    Chart.Block first = columns.cells("alert_side");
    sheet.add(new Rule.Status(new Chart.Block(sheet, first.firstRow(), 1, first.lastRow(), 7)));
    new FigureList(book, sheet, row, 0, "Alerts")
        .add(
            "Ideas with an alert",
            "ideas_alerted",
            columns.over("COUNTIF({alert:all},\"BREACH\")"),
            Format.INTEGER)
        .add(
            "Profile on Inputs above your appetite",
            "profile_alert",
            "IF(MATCH(risk_profile,profile_words,0)>appetite_level,1,0)",
            Format.FLAG)
        .add(
            "Alerts: beyond a limit",
            "alert_count",
            "limits_breached+ideas_alerted+profile_alert",
            Format.INTEGER);
    sheet.widths(36, 14, 14, 14, 14, 16, 18, 14, 62);
    sheet.freeze(3, 1);
    sheet.onePage();
  }

  LimitTable table() {
    return table;
  }
}
