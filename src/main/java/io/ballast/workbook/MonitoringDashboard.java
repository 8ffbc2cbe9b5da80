package io.ballast.workbook;

import io.ballast.workbook.AlertSheets.Item;
import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Dashboard of the monitoring workbook. */
final class MonitoringDashboard {
  private static final int ALERTS = 10;
  private static final int CHARTS = 12;
  private static final int SECOND = 38;
  private static final int THIRD = 58;

  private MonitoringDashboard() {}

  static void write(
      Frame frame,
      Sheet sheet,
      AlertSheets alerts,
      LimitBars bars,
      StressSheet stress,
      BacktestSheet backtest,
      ChartPoints forecasts,
      Chart.Block[] series,
      ChartPoints windows) {
    new DashboardSheet(
            frame,
            sheet,
            "Risk monitoring",
            "\"Portfolio \"&portfolio_name&\": limits of the profile \"&risk_profile&\", \""
                + "&observations&\" days of returns, at today's weights\"")
        .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
        .tile("\"On watch\"", "watch_count", Format.INTEGER)
        .tile(
            "\"Volatility, annual, last \"&window&\" days\"", "rolling_volatility", Format.PERCENT)
        .tile("\"Volatility regime\"", "regime", Format.GENERAL)
        .tile(
            "\"Value at risk, one day, \"&ROUND(100*confidence,1)&\" %\"",
            "portfolio_var", Format.PERCENT2)
        .tile("\"Worst scenario\"", "worst_change", Format.PERCENT)
        .tile("\"Current drawdown\"", "portfolio_drawdown", Format.PERCENT)
        .statement(
            "IF(alert_count+watch_count=0,\"Every limit is kept.\",alert_count&\" beyond the limit,"
                + " \"&watch_count&\" near it. Most urgent: \"&"
                + alerts.open(0, Item.WHAT)
                + "&\". \"&"
                + alerts.open(0, Item.ACTION)
                + ")")
        .statement(
            "\"Worst scenario, \"&worst_scenario&\": the portfolio changes by \"&"
                + DashboardSheet.percent("worst_change", 1)
                + "&\".\"")
        .statement(
            "\"Value at risk was breached on \"&breach_count&\" of \"&backtest_days&\" days, \"&"
                + "ROUND(breaches_expected,1)&\" were expected: traffic light \"&traffic_light"
                + "&\".\"");
    sheet.add(bars.chart(new Chart.Anchor(CHARTS, 0, CHARTS + 25, 4)));
    open(sheet, alerts);
    sheet.add(backtest.chart(forecasts, series, new Chart.Anchor(SECOND, 0, SECOND + 19, 4)));
    sheet.add(stress.chart(new Chart.Anchor(SECOND, 4, SECOND + 19, 7)));
    sheet.add(
        line(
            "Rolling volatility, annual",
            windows,
            Format.WHOLE_PERCENT,
            List.of(
                new Chart.Series(
                    "Volatility",
                    windows.add("Volatility", "rolling_volatilities", Format.PERCENT),
                    Chart.Color.BLUE)),
            new Chart.Anchor(THIRD, 0, THIRD + 18, 4)));
    sheet.add(
        line(
            "Rolling beta and correlation with the benchmark",
            windows,
            Format.NUMBER,
            List.of(
                new Chart.Series(
                    "Beta",
                    windows.add("Beta", "rolling_betas", Format.NUMBER),
                    Chart.Color.ORANGE),
                new Chart.Series(
                    "Correlation",
                    windows.add("Correlation", "rolling_correlations", Format.NUMBER),
                    Chart.Color.GREEN)),
            new Chart.Anchor(THIRD, 4, THIRD + 18, 7)));
    sheet.widths(24, 24, 24, 20, 36, 18, 18);
    sheet.printTo(THIRD + 19);
  }

  private static void open(Sheet sheet, AlertSheets alerts) {
    Frame.headers(sheet, CHARTS, 4, "Open alerts", "Used", "Status");
    for (int i = 0; i < ALERTS; i++) {
      int row = CHARTS + 1 + i;
      sheet.formula(row, 4, alerts.open(i, Item.WHAT), Style.LABEL);
      sheet.formula(row, 5, alerts.open(i, Item.USED), Style.calculated(Format.WHOLE_PERCENT));
      sheet.formula(row, 6, alerts.open(i, Item.STATUS), Style.STATUS);
    }
    int last = CHARTS + ALERTS;
    sheet.add(new Rule.Status(Chart.Block.column(sheet, CHARTS + 1, last, 6)));
    sheet.link(last + 2, 4, "Alerts: what to do, and who", "Alerts!A1");
    sheet.link(last + 3, 4, "Limits in full", "Limits!A1");
    sheet.link(last + 4, 4, "Scenarios by asset", "Stress!A1");
    sheet.link(last + 5, 4, "Backtest of value at risk", "Backtest!A1");
    sheet.link(last + 6, 4, "Risk register", "'Risk register'!A1");
    sheet.link(last + 7, 4, "How each figure is computed", "Reference!A1");
  }

  private static Chart line(
      String title,
      ChartPoints points,
      Format format,
      List<Chart.Series> series,
      Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.DATE_LINE,
        title,
        title + ", over the window on Inputs.",
        points.dates(),
        series,
        format,
        anchor);
  }
}
