package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/** The sheet Limits of the diversification workbook: limits of the whole, alerts of each asset. */
final class DiversificationLimits {
  private final LimitTable table;

  DiversificationLimits(Book book, Frame frame, Sheet sheet, Columns columns) {
    table =
        new LimitTable(
            book,
            frame,
            sheet,
            "Limits and alerts",
            new LimitTable.Entries()
                .add(RiskLimit.LARGEST_WEIGHT, "largest_weight")
                .add(RiskLimit.THREE_LARGEST, "three_largest")
                .add(RiskLimit.CATEGORY_WEIGHT, "largest_category_weight")
                .add(RiskLimit.PROMISING_WEIGHT, "promising_weight")
                .add(RiskLimit.LARGEST_RISK_SHARE, "largest_risk_share")
                .add(RiskLimit.EFFECTIVE_ASSETS, "effective_assets")
                .add(RiskLimit.DIVERSIFICATION_RATIO, "diversification_ratio")
                .add(RiskLimit.AVERAGE_CORRELATION, "average_correlation")
                .add(RiskLimit.VOLATILITY, "portfolio_volatility")
                .add(RiskLimit.VALUE_AT_RISK, "portfolio_var")
                .add(RiskLimit.DRAWDOWN, "portfolio_drawdown")
                .add(RiskLimit.OBSERVATIONS, "observations"));
    int row =
        columns.block(
            sheet,
            table.nextRow(),
            "Asset alerts",
            AssetColumns.name("asset3"),
            Column.of("weight2", "Weight", Format.PERCENT, "{weight}"),
            Column.of("share2", "Risk share", Format.PERCENT, "{share}"),
            Column.of("drift2", "Drift", Format.PERCENT, "{drift}"),
            Column.status(
                "weight_status",
                "Weight limit",
                LimitStatus.atMost("{weight2}", "largest_weight_limit")),
            Column.status(
                "share_status",
                "Risk at most twice the weight",
                LimitStatus.atMost("{share2}", "MAX(0,2*{weight2})")),
            Column.status(
                "band_status",
                "Within the band",
                Frame.given("{drift2}", LimitStatus.atMost("ABS({drift2})", "rebalancing_band"))));
    for (String key : new String[] {"weight_status", "share_status", "band_status"}) {
      sheet.add(new Rule.Status(columns.cells(key)));
    }
    new FigureList(book, sheet, row, 0, "Alerts")
        .add(
            "Assets with an alert",
            "assets_alerted",
            columns.over(
                "SUMPRODUCT(--((({weight_status:all}=\"BREACH\")+({share_status:all}=\"BREACH\")"
                    + "+({band_status:all}=\"BREACH\"))>0))"),
            Format.INTEGER)
        .add(
            "Alerts: beyond a limit",
            "alert_count",
            "limits_breached+assets_alerted",
            Format.INTEGER);
    sheet.widths(36, 14, 14, 14, 14, 18, 14, 14, 44);
    sheet.portrait();
    sheet.onePage();
    sheet.freeze(3, 0);
  }

  LimitTable table() {
    return table;
  }
}
