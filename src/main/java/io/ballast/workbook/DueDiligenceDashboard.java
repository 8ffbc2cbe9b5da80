package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of due diligence. */
final class DueDiligenceDashboard {
  private static final int SHOWN = 10;
  private static final int LIST_ROW = 12;
  private static final int CHART_ROWS = 30;

  private DueDiligenceDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      Columns columns,
      DueDiligenceCalculation calculation,
      LimitTable limits) {
    DashboardSheet dashboard =
        new DashboardSheet(
                frame,
                sheet,
                "Due diligence",
                "\"Portfolio \"&portfolio_name&\", as of \"&" + DashboardSheet.date("as_of"))
            .tile("\"Assets above their cap, of \"&asset_count", "assets_above_cap", Format.INTEGER)
            .tile("\"To sell, \"&base_currency", "excess_value", Format.MONEY)
            .tile("\"Knocked out by a red flag\"", "knocked_out", Format.INTEGER)
            .tile("\"Reviews older than \"&stale_days&\" days\"", "stale_assets", Format.INTEGER)
            .tile("\"Not or not fully assessed\"", "not_assessed+incomplete", Format.INTEGER)
            .tile("\"Average score of what is held\"", "average_score", Format.NUMBER)
            .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
            .statement(verdict())
            .statement(
                "IF(not_assessed=0,\"Every asset has been looked at.\",not_assessed&IF(not_assessed=1,"
                    + "\" asset is\",\" assets are\")&\" not assessed: no cap is known for \"&"
                    + "IF(not_assessed=1,\"it.\",\"them.\"))")
            .statement(calculation.shown());
    Ranking ranking =
        new Ranking(
            sheet,
            LIST_ROW,
            0,
            "Holdings against their caps, the furthest above first",
            columns,
            "place",
            SHOWN,
            List.of(
                new Ranking.Item("asset3", "Asset", Style.LABEL),
                new Ranking.Item("held", "Held", Style.calculated(Format.PERCENT)),
                new Ranking.Item("cap", "Cap", Style.calculated(Format.PERCENT)),
                new Ranking.Item("sell", "To sell, currency", Style.calculated(Format.MONEY)),
                new Ranking.Item("score", "Raw score", Style.calculated(Format.NUMBER)),
                new Ranking.Item("coverage", "Coverage", Style.calculated(Format.WHOLE_PERCENT)),
                new Ranking.Item("cap_status", "Status", Style.STATUS),
                new Ranking.Item("why", "Why", Style.LABEL)));
    sheet.add(new Rule.Status(ranking.cells(6)));
    int row = ranking.nextRow();
    charts(sheet, row, ranking, calculation.criteria());
    row += CHART_ROWS + 1;
    int below = dashboard.limits(limits, row, 0);
    sheet.link(row + 1, 4, "Each asset in full", "Assessment!A5");
    sheet.link(row + 2, 4, "Limits in full", "Limits!A1");
    sheet.link(row + 3, 4, "Decisions taken", "Decisions!A1");
    sheet.link(row + 4, 4, "How each figure is computed", "Reference!A1");
    sheet.widths(28, 13, 13, 13, 13, 13, 13, 54);
    sheet.printTo(below);
  }

  private static String verdict() {
    return "IF(not_assessed=asset_count,\"No asset is assessed yet: enter scores on the sheet"
        + " Scores.\",IF(assets_above_cap=0,\"No holding is above its cap.\",assets_above_cap"
        + "&IF(assets_above_cap=1,\" holding is\",\" holdings are\")&\" above the cap, by \"&"
        + DashboardSheet.percent("cap_excess", 1)
        + "&\" of the value together.\"))";
  }

  private static void charts(Sheet sheet, int row, Ranking ranking, Columns criteria) {
    sheet.add(
        new Chart(
            Chart.Type.BAR,
            "Held weight against cap",
            "Bars of the weight held and of the cap of each asset; no cap where not assessed.",
            ranking.cells(0),
            List.of(
                new Chart.Series("Held", ranking.cells(1), Chart.Color.VERMILION),
                new Chart.Series("Cap", ranking.cells(2), Chart.Color.SKY)),
            Format.WHOLE_PERCENT,
            new Chart.Anchor(row, 0, row + CHART_ROWS, 5)));
    sheet.add(
        new Chart(
            Chart.Type.BAR,
            "Criteria of the asset shown against the threshold",
            "Score of each criterion of the asset chosen on Inputs, best first, and the threshold.",
            criteria.cells("sorted_name"),
            List.of(
                new Chart.Series("Score", criteria.cells("sorted_score"), Chart.Color.BLUE),
                new Chart.Series("Threshold", criteria.cells("threshold"), Chart.Color.GREY)),
            Format.GENERAL,
            new Chart.Anchor(row, 5, row + CHART_ROWS, 8)));
  }
}
