package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of the risk-measures workbook. */
final class RiskMeasuresDashboard {
  private static final double[] LOSSES = {0.1, 0.2, 0.3, 0.5, 0.75, 0.9};
  private static final int CHARTS = 12;
  private static final int SECOND = 33;
  private static final int THIRD = 52;

  private RiskMeasuresDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      RiskMeasuresCalculation calculation,
      Distribution distribution,
      LimitTable limits,
      RecoveryCurve curve,
      ChartPoints points) {
    String percent = "\", \"&ROUND(100*confidence,1)&\" %\"";
    DashboardSheet dashboard =
        new DashboardSheet(frame, sheet, "Risk measures", DashboardSheet.history())
            .tile("\"Maximum drawdown\"", "portfolio_max_drawdown", Format.PERCENT)
            .tile("\"Gain needed from there\"", "portfolio_max_recovery_gain", Format.PERCENT)
            .tile("\"Volatility, annual\"", "portfolio_volatility", Format.PERCENT)
            .tile("\"Sharpe ratio, annual\"", "portfolio_sharpe", Format.NUMBER)
            .tile("\"Value at risk, one day\"&" + percent, "portfolio_var", Format.PERCENT2)
            .tile("\"Expected shortfall, one day\"&" + percent, "portfolio_es", Format.PERCENT2)
            .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
            .statement(
                "\"At worst the portfolio lost \"&"
                    + DashboardSheet.percent("portfolio_max_drawdown", 1)
                    + "&\" from its peak: from there it had to gain \"&"
                    + DashboardSheet.percent("portfolio_max_recovery_gain", 1)
                    + "&\" to recover.\"")
            .statement(
                "IF(portfolio_drawdown>0,\"It is now \"&"
                    + DashboardSheet.percent("portfolio_drawdown", 1)
                    + "&\" below its peak and must gain \"&"
                    + DashboardSheet.percent("portfolio_recovery_gain", 1)
                    + "&\"; under water for \"&portfolio_under_water_now&\" days, at most \"&"
                    + "portfolio_longest_under_water&\".\",\"It is now at its peak; at most it was"
                    + " under water for \"&portfolio_longest_under_water&\" days.\")")
            .statement(
                "IF(ISNUMBER(portfolio_sharpe_error),\"Sharpe ratio \"&ROUND(portfolio_sharpe,2)&\""
                    + " ± \"&ROUND(portfolio_sharpe_error,2)&\" (one standard error): with \"&"
                    + DashboardSheet.percent("portfolio_sharpe_probability", 1)
                    + "&\" probability the true one is above \"&sharpe_hurdle&\".\",\"The returns do"
                    + " not vary enough, or are too few, for a Sharpe ratio.\")");
    sheet.add(curve.chart(new Chart.Anchor(CHARTS, 0, CHARTS + 20, 4)));
    losses(sheet);
    Ranking ranking = calculation.ranking();
    sheet.add(
        new Chart(
            Chart.Type.SHARE_COLUMN,
            "Systemic and non-systemic share of variance",
            "For each asset the share of its variance that comes with the benchmark (R²) and the"
                + " share of its own, the most volatile asset first.",
            ranking.cells(0),
            List.of(
                new Chart.Series(
                    "Systemic (with the benchmark)", ranking.cells(2), Chart.Color.BLUE),
                new Chart.Series("Non-systemic (its own)", ranking.cells(3), Chart.Color.ORANGE)),
            Format.WHOLE_PERCENT,
            new Chart.Anchor(SECOND, 0, SECOND + 18, 4)));
    sheet.add(distribution.methodsChart(new Chart.Anchor(SECOND, 4, SECOND + 18, 7)));
    sheet.add(
        PortfolioCharts.drawdown(
            "Drawdown at today's weights",
            "Loss of the portfolio from its latest peak, over time.",
            points,
            "portfolio_depths",
            new Chart.Anchor(THIRD, 0, THIRD + 18, 4)));
    int row = dashboard.limits(limits, THIRD, 4);
    sheet.link(row + 1, 4, "Every measure of every asset", "Calculation!A5");
    sheet.link(row + 2, 4, "Distribution and rolling risk", "Distribution!A1");
    sheet.link(row + 3, 4, "Limits in full", "Limits!A1");
    sheet.link(row + 4, 4, "How each figure is computed", "Reference!A1");
    sheet.widths(24, 24, 24, 20, 30, 22, 18);
    sheet.printTo(THIRD + 19);
  }

  private static void losses(Sheet sheet) {
    Frame.headers(sheet, CHARTS, 4, "A loss", "of", "needs a gain of");
    int row = CHARTS + 1;
    for (double loss : LOSSES) {
      loss(sheet, row++, "From the peak", String.valueOf(loss));
    }
    loss(sheet, row++, "The portfolio now", "portfolio_drawdown");
    loss(sheet, row, "The portfolio at worst", "portfolio_max_drawdown");
  }

  private static void loss(Sheet sheet, int row, String label, String loss) {
    sheet.set(row, 4, label, Style.LABEL);
    sheet.formula(row, 5, loss, Style.calculated(Format.PERCENT));
    sheet.formula(
        row, 6, Measures.recoveryGain(A1.cell(row, 5)), Style.calculated(Format.PERCENT2));
  }
}
