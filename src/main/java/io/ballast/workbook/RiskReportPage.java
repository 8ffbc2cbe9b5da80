package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/** The sheet Report: one upright page. */
final class RiskReportPage {
  private static final int ACTIONS_ROW = 13;
  private static final int LIMITS_ROW = ACTIONS_ROW + RiskReportCalculation.ACTIONS + 4;
  private static final int CHART_ROWS = 17;

  private RiskReportPage() {}

  static void write(
      Frame frame,
      Sheet sheet,
      RiskReportCalculation calculation,
      LimitTable limits,
      ChartPoints points) {
    head(frame, sheet, calculation.ranking());
    actions(sheet, calculation);
    int row = charts(sheet, limits(sheet, limits), calculation.ranking(), points);
    row = data(sheet, row);
    sheet.widths(30, 17, 17, 17, 17, 17);
    sheet.printTo(row);
  }

  private static void head(Frame frame, Sheet sheet, Ranking ranking) {
    new DashboardSheet(
            frame,
            sheet,
            "Risk report",
            "\"As of \"&"
                + DashboardSheet.date("as_of")
                + "&\"; all values in \"&base_currency&\"; limits of the profile \"&risk_profile")
        .tile("\"Verdict\"", "report_status", Format.GENERAL)
        .tile("\"Value, \"&base_currency", "portfolio_value", Format.MONEY)
        .tile("\"Below its peak\"", "portfolio_drawdown", Format.PERCENT)
        .tile("\"Gain needed to recover\"", "recovery_gain", Format.PERCENT)
        .tile("\"Loss if the market halves\"", "fall_loss", Format.MONEY)
        .tile("\"Alerts: beyond a limit\"", "alert_count", Format.INTEGER)
        .statement("verdict")
        .statement("IF(worst_action=\"\",\"\",worst_limit&\": \"&worst_action)")
        .statement(
            "\"If \"&benchmark&\" falls by half, the portfolio loses \"&"
                + DashboardSheet.percent("stress_loss", 1)
                + "&\" of its value, by the betas of its assets.\"")
        .statement(DashboardSheet.mostRisk(ranking));
    sheet.formula(0, 0, "\"Risk report: \"&portfolio_name", Style.TITLE);
    sheet.add(new Rule.Status(new Chart.Block(sheet, 6, 0, 6, 0)));
  }

  private static void actions(Sheet sheet, RiskReportCalculation calculation) {
    sheet.set(ACTIONS_ROW, 0, "What the limits and targets call for first", Style.SECTION);
    int header = ACTIONS_ROW + 1;
    Frame.headers(sheet, header, 0, "Trade", "Why");
    sheet.set(header, 2, null, Style.HEADER);
    sheet.set(header, 3, null, Style.HEADER);
    sheet.set(header, 4, "Units", Style.HEADER);
    sheet.formula(header, 5, "\"Amount, \"&base_currency", Style.HEADER);
    for (int i = 0; i < RiskReportCalculation.ACTIONS; i++) {
      int row = header + 1 + i;
      sheet.formula(row, 0, calculation.action(i, 0), Style.LABEL);
      sheet.formula(row, 1, calculation.action(i, 5), Style.LABEL);
      sheet.set(row, 2, null, Style.LABEL);
      sheet.set(row, 3, null, Style.LABEL);
      sheet.formula(row, 4, calculation.action(i, 3), Style.calculated(Format.UNITS));
      sheet.formula(row, 5, calculation.action(i, 4), Style.calculated(Format.MONEY));
    }
    sheet.set(
        header + 1 + RiskReportCalculation.ACTIONS,
        0,
        "Each by itself, from today's holdings; the proceeds of a sale stay in cash.",
        Style.SUBTITLE);
  }

  private static int limits(Sheet sheet, LimitTable limits) {
    Frame.headers(sheet, LIMITS_ROW, 0, "Limit", "Kind", "In force", "Now", "Used", "Status");
    int first = LIMITS_ROW + 1;
    for (int i = 0; i < limits.count(); i++) {
      sheet.formula(first + i, 0, limits.label(i), Style.LABEL);
      sheet.formula(first + i, 1, limits.kind(i), Style.LABEL);
      sheet.formula(first + i, 2, limits.inForce(i), limits.style(i));
      sheet.formula(first + i, 3, limits.now(i), limits.style(i));
      sheet.formula(first + i, 4, limits.used(i), Style.calculated(Format.WHOLE_PERCENT));
      sheet.formula(first + i, 5, limits.status(i), Style.STATUS);
    }
    int last = first + limits.count() - 1;
    sheet.add(new Rule.Gauge(Chart.Block.column(sheet, first, last, 4), 1, Chart.Color.SKY));
    sheet.add(new Rule.Status(Chart.Block.column(sheet, first, last, 5)));
    return last + 2;
  }

  private static int charts(Sheet sheet, int row, Ranking ranking, ChartPoints points) {
    sheet.add(
        PortfolioCharts.weightAgainstRisk(
            "Weight against risk share",
            "Bars of the weight and of the risk share of the five assets with most risk.",
            ranking,
            new Chart.Anchor(row, 0, row + CHART_ROWS, 3)));
    sheet.add(
        PortfolioCharts.drawdown(
            "Loss from the latest peak",
            "Drawdown of the portfolio over time.",
            points,
            "drawdowns",
            new Chart.Anchor(row, 3, row + CHART_ROWS, 6)));
    return row + CHART_ROWS + 1;
  }

  private static int data(Sheet sheet, int row) {
    sheet.set(row, 0, "What this rests on", Style.SECTION);
    sheet.formula(
        row + 1,
        0,
        "observations&\" daily returns from \"&"
            + DashboardSheet.date("first_return")
            + "&\"; \"&IF(lost_days=0,\"no day is missing\",lost_days&IF(lost_days=1,\" day is\",\" days"
            + " are\")&\" left out, as a price is missing\")&IF(limiting_asset=\""
            + Histories.NO_LIMIT
            + "\",\"\",\"; the history begins with \"&limiting_asset)&\".\"",
        Style.STATEMENT);
    sheet.set(
        row + 2,
        0,
        "At today's weights: the present holdings are held constant over the history. Losses are"
            + " positive.",
        Style.STATEMENT);
    sheet.set(
        row + 3,
        0,
        "Computed from the prices and limits in this workbook; past prices do not tell future ones."
            + " The sheet Reference says how.",
        Style.SUBTITLE);
    return row + 3;
  }
}
