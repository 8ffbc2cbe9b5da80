package io.ballast.workbook;

import java.util.List;

/** The sheet Dashboard of the diversification workbook. */
final class DiversificationDashboard {
  private final Frame frame;
  private final Sheet sheet;
  private final DiversificationCalculation calculation;
  private final DiversificationLimits limits;
  private final HistorySheets history;
  private final int n;

  DiversificationDashboard(
      Frame frame,
      Sheet sheet,
      DiversificationCalculation calculation,
      DiversificationLimits limits,
      HistorySheets history,
      int n) {
    this.frame = frame;
    this.sheet = sheet;
    this.calculation = calculation;
    this.limits = limits;
    this.history = history;
    this.n = n;
    write();
  }

  private void write() {
    Sheet s = sheet;
    frame.head(s, "Diversification");
    s.formula(
        3,
        0,
        "\"Portfolio \"&portfolio_name&\": \"&observations&\" days of returns, at today's weights\""
            + "&IF(limiting_asset=\""
            + Histories.NO_LIMIT
            + "\",\"\",\"; history limited by \"&limiting_asset)",
        Style.SUBTITLE);
    tile(0, "\"Value, \"&base_currency", "portfolio_value", Style.Format.MONEY);
    tile(1, "\"Effective number of assets, of \"&" + n, "effective_assets", Style.Format.NUMBER);
    tile(2, "\"Diversification ratio (1 = none)\"", "diversification_ratio", Style.Format.NUMBER);
    tile(3, "\"Volatility, annual\"", "portfolio_volatility", Style.Format.PERCENT);
    tile(
        4,
        "\"Value at risk, one day, \"&ROUND(100*confidence,1)&\" %\"",
        "portfolio_var",
        Style.Format.PERCENT);
    tile(5, "\"Maximum drawdown\"", "portfolio_max_drawdown", Style.Format.PERCENT);
    tile(6, "\"Alerts\"", "alert_count", Style.Format.INTEGER);
    String top = calculation.riskiest(0);
    s.formula(
        8,
        0,
        top
            + "&\" is \"&ROUND(100*"
            + calculation.riskiest(1)
            + ",0)&\" % of the value and carries \"&ROUND(100*"
            + calculation.riskiest(2)
            + ",0)&\" % of the risk.\"",
        Style.SECTION);
    s.formula(
        9,
        0,
        "IF(portfolio_drawdown>0,\"The portfolio is \"&ROUND(100*portfolio_drawdown,1)&\" % below"
            + " its peak: it must gain \"&ROUND(100*recovery_gain,1)&\" % to recover.\",\"The"
            + " portfolio is at its peak.\")",
        Style.STATEMENT);
    s.formula(
        10,
        0,
        "\"If correlations move \"&ROUND(100*stress_shift,0)&\" % of the way to 1, volatility rises"
            + " from \"&ROUND(100*portfolio_volatility,1)&\" % to \"&ROUND(100*stress_volatility,1)"
            + "&\" %.\"",
        Style.STATEMENT);
    int shown = Math.min(n, 12);
    Chart.Block names = calculation.ranked(0, shown);
    s.add(
        new Chart(
            Chart.Type.BAR,
            "Share of the money against share of the risk",
            "Bars of the weight and of the risk share of each asset, the largest risk share first.",
            names,
            List.of(
                new Chart.Series("Weight", calculation.ranked(1, shown), Chart.Color.SKY),
                new Chart.Series(
                    "Risk share", calculation.ranked(2, shown), Chart.Color.VERMILION)),
            "",
            "",
            Style.Format.WHOLE_PERCENT,
            new Chart.Anchor(12, 0, 32, 4)));
    s.add(
        new Chart(
            Chart.Type.DATE_AREA,
            "Drawdown at today's weights",
            "Loss of the portfolio from its latest peak, day by day.",
            history.dateBlock(),
            List.of(new Chart.Series("Drawdown", history.drawdownBlock(), Chart.Color.BLUE)),
            "",
            "",
            Style.Format.WHOLE_PERCENT,
            new Chart.Anchor(12, 4, 32, 7)));
    Chart.Block assets = calculation.assets();
    s.add(
        new Chart(
            Chart.Type.COLUMN,
            "Systemic and non-systemic risk, annual",
            "For each asset the risk that comes with the benchmark and the risk of its own.",
            assets,
            List.of(
                new Chart.Series(
                    "Systemic (with the benchmark)", calculation.systemic(), Chart.Color.BLUE),
                new Chart.Series(
                    "Non-systemic (its own)", calculation.nonSystemic(), Chart.Color.ORANGE)),
            "",
            "",
            Style.Format.WHOLE_PERCENT,
            new Chart.Anchor(33, 0, 51, 4)));
    s.set(33, 4, "Limits", Style.HEADER);
    s.set(33, 5, "Now", Style.HEADER);
    s.set(33, 6, "Status", Style.HEADER);
    int row = 34;
    for (int i = 0; i < limits.count(); i++, row++) {
      s.formula(row, 4, limits.label(i), Style.LABEL);
      s.formula(row, 5, limits.figure(i), limits.figureStyle(i));
      s.formula(row, 6, limits.status(i), Style.STATUS);
    }
    s.add(new Rule.Status(Chart.Block.column(s, 34, row - 1, 6)));
    s.link(row + 1, 4, "Limits and alerts in full", "Limits!A1");
    s.link(row + 2, 4, "Trades to the target weights", "Calculation!P6");
    s.link(row + 3, 4, "How each figure is computed", "Reference!A1");
    s.widths(24, 24, 24, 20, 30, 22, 18);
    s.printTo(52);
    s.portrait();
    s.onePage();
    s.lock();
  }

  private void tile(int column, String label, String figure, Style.Format format) {
    sheet.formula(5, column, label, Style.KEY_LABEL);
    sheet.formula(6, column, figure, Style.key(format));
  }
}
