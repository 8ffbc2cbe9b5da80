package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of the diversification workbook. */
final class DiversificationDashboard {
  private DiversificationDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      DiversificationCalculation calculation,
      GroupSheet groups,
      LimitTable limits,
      ChartPoints points) {
    Ranking ranking = calculation.ranking();
    DashboardSheet dashboard =
        new DashboardSheet(frame, sheet, "Diversification", DashboardSheet.history())
            .tile(
                "\"Effective number of assets, of \"&asset_count",
                "effective_assets",
                Format.NUMBER)
            .tile("\"Effective number of bets\"", "effective_bets", Format.NUMBER)
            .tile("\"Diversification ratio (1 = none)\"", "diversification_ratio", Format.NUMBER)
            .tile("\"Volatility, annual\"", "portfolio_volatility", Format.PERCENT)
            .tile(
                "\"Value at risk, one day, \"&ROUND(100*confidence,1)&\" %\"",
                "portfolio_var", Format.PERCENT)
            .tile("\"Value, \"&base_currency", "portfolio_value", Format.MONEY)
            .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
            .statement(DashboardSheet.mostRisk(ranking))
            .statement(
                "IF(portfolio_drawdown>0,\"The portfolio is \"&"
                    + DashboardSheet.percent("portfolio_drawdown", 1)
                    + "&\" below its peak: it must gain \"&"
                    + DashboardSheet.percent("recovery_gain", 1)
                    + "&\" to recover.\",\"The portfolio is at its peak.\")")
            .statement(
                "\"If correlations move \"&"
                    + DashboardSheet.percent("stress_shift", 0)
                    + "&\" of the way to 1, volatility rises from \"&"
                    + DashboardSheet.percent("portfolio_volatility", 1)
                    + "&\" to \"&"
                    + DashboardSheet.percent("stress_volatility", 1)
                    + "&\" and the diversification ratio falls from \"&ROUND(diversification_ratio,2)"
                    + "&\" to \"&ROUND(stress_diversification_ratio,2)&\".\"")
            .statement(
                "IF(ISNUMBER(turnover),\"Rebalancing to \"&LOWER(target_method)&\": \"&"
                    + DashboardSheet.percent("turnover", 1)
                    + "&\" of the portfolio is turned over, at a cost of \"&ROUND(trade_cost,0)&\" \"&"
                    + "base_currency&\".\",\"Rebalancing to \"&LOWER(target_method)&\": \"&turnover)");
    sheet.add(
        PortfolioCharts.weightAgainstRisk(
            "Share of the money against share of the risk",
            "Bars of the weight and of the risk share of each asset, the largest risk share first.",
            ranking,
            new Chart.Anchor(13, 0, 33, 4)));
    sheet.add(
        PortfolioCharts.weightAgainstRisk(
            "Categories",
            "Bars of the weight and of the risk share of each category, the largest weight first.",
            groups.ranking(),
            new Chart.Anchor(13, 4, 33, 7)));
    sheet.add(
        new Chart(
            Chart.Type.COLUMN,
            "Systemic and non-systemic risk, annual",
            "For each asset the risk that comes with the benchmark and the risk of its own.",
            ranking.cells(0),
            List.of(
                new Chart.Series(
                    "Systemic (with the benchmark)", ranking.cells(3), Chart.Color.BLUE),
                new Chart.Series("Non-systemic (its own)", ranking.cells(4), Chart.Color.ORANGE)),
            Format.WHOLE_PERCENT,
            new Chart.Anchor(34, 0, 52, 4)));
    sheet.add(
        PortfolioCharts.drawdown(
            "Drawdown at today's weights",
            "Loss of the portfolio from its latest peak, over time.",
            points,
            "drawdowns",
            new Chart.Anchor(53, 0, 71, 4)));
    sheet.add(
        new Chart(
            Chart.Type.LINE,
            "Diversification ratio under stress",
            "A line from the ratio now, at 0 % of the way, down to 1, where all assets move as one.",
            calculation.stress().steps(),
            List.of(
                new Chart.Series(
                    "Diversification ratio", calculation.stress().ratios(), Chart.Color.VERMILION)),
            "Part of the way that correlations move towards 1",
            "",
            Format.NUMBER,
            new Chart.Anchor(53, 4, 71, 7)));
    int row = dashboard.limits(limits, 34, 4);
    sheet.link(row + 1, 4, "Limits and alerts in full", "Limits!A1");
    sheet.link(row + 2, 4, "Target weights and trades", "Rebalancing!A5");
    sheet.link(row + 3, 4, "Efficient frontier", "Frontier!A1");
    sheet.link(row + 4, 4, "How each figure is computed", "Reference!A1");
    sheet.widths(24, 24, 24, 20, 30, 22, 18);
    sheet.printTo(71);
  }
}
