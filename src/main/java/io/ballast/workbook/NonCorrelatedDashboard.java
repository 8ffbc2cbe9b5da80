package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of the workbook of non-correlated assets. */
final class NonCorrelatedDashboard {
  private static final int CUT = 1;
  private static final int BEFORE = 2;
  private static final int AFTER = 3;
  private static final int SHOWN = 10;

  private NonCorrelatedDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      Ranking candidates,
      Ranking holdings,
      RollingSheet rolling,
      LimitTable limits) {
    DashboardSheet dashboard =
        new DashboardSheet(
                frame,
                sheet,
                "Non-correlated assets",
                "\"Portfolio \"&portfolio_name&\": \"&observations&\" days of returns, at today's"
                    + " weights; benchmark \"&benchmark")
            .tile("\"Average correlation\"", "average_correlation", Format.NUMBER)
            .tile("\"Largest correlation of a pair\"", "largest_correlation", Format.NUMBER)
            .tile("\"Mean with \"&benchmark&\", all days\"", "mean_with_benchmark", Format.NUMBER)
            .tile("\"On its \"&tail_days&\" worst days\"", "mean_with_worst", Format.NUMBER)
            .tile("\"Diversification ratio (1 = none)\"", "diversification_ratio", Format.NUMBER)
            .tile("\"Volatility, annual\"", "portfolio_volatility", Format.PERCENT)
            .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
            .statement(verdict(candidates))
            .statement(
                "IF(ISNUMBER(largest_correlation),most_alike_first&\" and \"&most_alike_second&"
                    + "\" are nearest to one bet: their correlation is \"&ROUND(largest_correlation,2)"
                    + "&\".\",\"With one asset that varies there is no pair to compare.\")")
            .statement(
                "IF(ISNUMBER(mean_with_worst),\"On the worst days of \"&benchmark&\" the holdings'"
                    + " mean correlation with it is \"&ROUND(mean_with_worst,2)&\", over all days \"&"
                    + "ROUND(mean_with_benchmark,2)&\".\",\"There are too few bad days of \"&benchmark"
                    + "&\", or of holdings beside it, to tell how they move then.\")")
            .statement(
                "IF(ISNUMBER(rolling_latest),pair_first&\" and \"&pair_second&\": correlation \"&"
                    + "ROUND(rolling_latest,2)&\" over the last \"&window_in_use&\" days, \"&"
                    + "ROUND(pair_correlation,2)&\" over all.\",\"The chosen pair has no correlation: an"
                    + " asset does not vary.\")");
    sheet.add(
        new Chart(
            Chart.Type.BAR,
            "Volatility before and after adding each candidate",
            "Bars of the portfolio's volatility before and after each candidate is added, the one"
                + " that cuts it most first.",
            candidates.cells(0),
            List.of(
                new Chart.Series("Before", candidates.cells(BEFORE), Chart.Color.SKY),
                new Chart.Series("After", candidates.cells(AFTER), Chart.Color.BLUE)),
            Format.WHOLE_PERCENT,
            new Chart.Anchor(13, 0, 34, 4)));
    sheet.add(
        new Chart(
            Chart.Type.BAR,
            "Correlation with the benchmark",
            "For each holding its correlation with the benchmark over all days and on its worst days.",
            holdings.cells(0),
            List.of(
                new Chart.Series("All days", holdings.cells(1), Chart.Color.SKY),
                new Chart.Series("Worst days", holdings.cells(2), Chart.Color.VERMILION)),
            Format.NUMBER,
            new Chart.Anchor(13, 4, 34, 7)));
    sheet.add(rolling.chart(new Chart.Anchor(35, 0, 56, 4)));
    int row = dashboard.limits(limits, 35, 4);
    sheet.link(row + 1, 4, "Candidates in full", "Candidates!A1");
    sheet.link(row + 2, 4, "Heat map of the holdings", "'Heat map'!A1");
    sheet.link(row + 3, 4, "Limits and alerts in full", "Limits!A1");
    sheet.link(row + 4, 4, "How each figure is computed", "Reference!A1");
    table(sheet, candidates, 57);
    sheet.widths(24, 24, 24, 20, 30, 22, 18);
    sheet.printTo(68);
  }

  private static void table(Sheet sheet, Ranking candidates, int row) {
    Frame.headers(
        sheet,
        row,
        0,
        "Candidate",
        "Cut of volatility",
        "Diversification ratio before",
        "Diversification ratio after");
    header(sheet, row, 4, "Average correlation after", "average_correlation");
    header(sheet, row, 5, "Beta after", "portfolio_beta");
    sheet.set(row, 6, "Days in common", Style.HEADER);
    int shown = Math.min(SHOWN, candidates.shown());
    for (int k = 0; k < shown; k++) {
      int r = row + 1 + k;
      sheet.formula(r, 0, candidates.at(k, 0), Style.LABEL);
      sheet.formula(r, 1, candidates.at(k, CUT), Style.calculated(Format.PERCENT));
      sheet.formula(r, 2, candidates.at(k, 4), Style.calculated(Format.NUMBER));
      sheet.formula(r, 3, candidates.at(k, 5), Style.calculated(Format.NUMBER));
      sheet.formula(r, 4, candidates.at(k, 7), Style.calculated(Format.NUMBER));
      sheet.formula(r, 5, candidates.at(k, 9), Style.calculated(Format.NUMBER));
      sheet.formula(r, 6, candidates.at(k, 10), Style.calculated(Format.INTEGER));
    }
  }

  private static void header(Sheet sheet, int row, int column, String text, String now) {
    sheet.formula(
        row, column, Frame.given(now, "\"" + text + ", now \"&ROUND(" + now + ",2)"), Style.HEADER);
  }

  private static String verdict(Ranking candidates) {
    String name = candidates.at(0, 0);
    String before = candidates.at(0, BEFORE);
    String after = candidates.at(0, AFTER);
    String fromTo =
        DashboardSheet.percent(before, 1) + "&\" to \"&" + DashboardSheet.percent(after, 1);
    return "IF(candidate_count=0,\"No candidates: add prices of assets that you do not hold to the"
        + " sheet Prices.\",IF("
        + candidates.at(0, CUT)
        + ">0,\"Adding \"&"
        + DashboardSheet.percent("trial_weight", 1)
        + "&\" \"&"
        + name
        + "&\" cuts volatility from \"&"
        + fromTo
        + "&\".\",\"No candidate cuts volatility: \"&"
        + DashboardSheet.percent("trial_weight", 1)
        + "&\" \"&"
        + name
        + "&\", the best, takes it from \"&"
        + fromTo
        + "&\".\"))";
  }
}
