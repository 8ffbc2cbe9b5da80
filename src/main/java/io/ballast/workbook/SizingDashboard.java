package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of the position-sizing workbook. */
final class SizingDashboard {
  private static final int TABLE_ROW = 13;
  private static final int CHART_ROW = 27;
  private static final int SECOND_ROW = 48;

  private SizingDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      SizingCalculation calculation,
      KellySheet kelly,
      LimitTable limits) {
    Ranking ranking = calculation.ranking();
    DashboardSheet dashboard =
        new DashboardSheet(
                frame,
                sheet,
                "Position sizing",
                "\"Portfolio \"&portfolio_name&\", as of \"&"
                    + DashboardSheet.date("as_of")
                    + "&\"; sized by \""
                    + "&sizing_method&\", capped by the profile \"&risk_profile")
            .tile("\"Equity, \"&base_currency", "equity", Format.MONEY)
            .tile("\"Lost if every stop fills, \"&base_currency", "loss_total", Format.MONEY)
            .tile("\"Heat: lost, % of equity\"", "heat", Format.PERCENT)
            .tile("\"Risk per trade, % of equity\"", "risk_per_trade", Format.PERCENT2)
            .tile("\"Money at work, % of equity\"", "gross_leverage", Format.WHOLE_PERCENT)
            .tile("\"Your risk appetite\"", "appetite_profile", Format.GENERAL)
            .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
            .statement(
                "\"Hold \"&ideas_taken&\" of \"&asset_count&\" ideas in the sizes below: if every"
                    + " stop fills, \"&"
                    + DashboardSheet.percent("heat", 1)
                    + "&\" of equity is lost, against a limit of \"&"
                    + DashboardSheet.percent("heat_limit", 1)
                    + "&\".\"")
            .statement(
                "IF(full_kelly>0,\"Each trade risks \"&"
                    + DashboardSheet.percent("risk_per_trade", 2)
                    + "&\" of equity, \"&ROUND(kelly_multiple,2)&\" of Kelly (\"&"
                    + DashboardSheet.percent("full_kelly", 1)
                    + "&\"); the chance of ever losing half is \"&"
                    + "IF(ruin_now<0.0001,\"below 0.01 %\","
                    + DashboardSheet.percent("ruin_now", 2)
                    + ")&\" at most.\",\"The win rate and the payoff ratio leave no edge: Kelly"
                    + " says not to trade.\")")
            .statement(
                "\"Your appetite is \"&appetite_profile&\": the lower of tolerance (\"&"
                    + "INDEX(profile_words,1,tolerance_level)&\") and capacity (\"&"
                    + "INDEX(profile_words,1,capacity_level)&\").\"&IF(profile_alert=1,\" The"
                    + " profile on Inputs is above it.\",\"\")");
    table(sheet, ranking);
    sheet.add(
        new Chart(
            Chart.Type.BAR,
            "Liquidation, stop and last price, in % of the entry (100 %)",
            "For each idea bars of the liquidation price, the stop and the last price, in percent of"
                + " the entry; no liquidation shows as 0.",
            ranking.cells(0),
            List.of(
                new Chart.Series("Liquidation", ranking.cells(9), Chart.Color.VERMILION),
                new Chart.Series("Stop", ranking.cells(8), Chart.Color.ORANGE),
                new Chart.Series("Last price", ranking.cells(10), Chart.Color.BLUE)),
            Format.WHOLE_PERCENT,
            new Chart.Anchor(CHART_ROW, 0, CHART_ROW + 20, 4)));
    sheet.add(calculation.methods(new Chart.Anchor(CHART_ROW, 4, CHART_ROW + 20, 7)));
    sheet.add(kelly.chart(new Chart.Anchor(SECOND_ROW, 0, SECOND_ROW + 19, 4)));
    int row = dashboard.limits(limits, SECOND_ROW, 4);
    sheet.link(row + 1, 4, "Limits and alerts in full", "Limits!A1");
    sheet.link(row + 2, 4, "Sizes by each method", "Calculation!A1");
    sheet.link(row + 3, 4, "Kelly and the odds of losing", "Kelly!A1");
    sheet.link(row + 4, 4, "Your risk appetite", "'Risk appetite'!A1");
    sheet.link(row + 5, 4, "How each figure is computed", "Reference!A1");
    sheet.widths(24, 24, 24, 20, 30, 22, 18);
    sheet.printTo(SECOND_ROW + 20);
  }

  private static void table(Sheet sheet, Ranking ranking) {
    Frame.headers(
        sheet,
        TABLE_ROW,
        0,
        "Idea",
        "Units to hold",
        "Value",
        "Entry",
        "Stop",
        "Loss at the stop",
        "Status");
    int first = TABLE_ROW + 1;
    for (int i = 0; i < ranking.shown(); i++) {
      int r = first + i;
      String blank = "IF(" + ranking.at(i, 0) + "=\"\",\"\",";
      sheet.formula(
          r, 0, blank + ranking.at(i, 0) + "&\", \"&" + ranking.at(i, 1) + ")", Style.LABEL);
      sheet.formula(r, 1, ranking.at(i, 2), Style.calculated(Format.UNITS));
      sheet.formula(r, 2, ranking.at(i, 3), Style.calculated(Format.MONEY));
      sheet.formula(r, 3, ranking.at(i, 4), Style.calculated(Format.PRICE));
      sheet.formula(r, 4, ranking.at(i, 5), Style.calculated(Format.PRICE));
      sheet.formula(r, 5, ranking.at(i, 6), Style.calculated(Format.MONEY));
      sheet.formula(r, 6, ranking.at(i, 7), Style.STATUS);
    }
    int end = first + ranking.shown() - 1;
    sheet.add(new Rule.Status(Chart.Block.column(sheet, first, end, 6)));
  }
}
