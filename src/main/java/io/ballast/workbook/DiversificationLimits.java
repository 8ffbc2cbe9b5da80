package io.ballast.workbook;

/** The sheet Limits of the diversification workbook: limits of the whole, alerts of each asset. */
final class DiversificationLimits {
  private static final int FIRST = 7;

  private final Book book;
  private final Frame frame;
  private final Sheet sheet;
  private final DiversificationCalculation calculation;
  private final int n;
  private int lastRow;

  DiversificationLimits(
      Book book, Frame frame, Sheet sheet, DiversificationCalculation calculation, int n) {
    this.book = book;
    this.frame = frame;
    this.sheet = sheet;
    this.calculation = calculation;
    this.n = n;
    write();
  }

  /** How many limits of the whole there are. */
  int count() {
    return lastRow - FIRST + 1;
  }

  /** The address of the name of a limit. */
  String label(int index) {
    return sheet.at(FIRST + index, 0);
  }

  /** The address of the figure that a limit holds. */
  String figure(int index) {
    return sheet.at(FIRST + index, 3);
  }

  /** How that figure is shown. */
  Style figureStyle(int index) {
    return sheet.cell(FIRST + index, 3).style;
  }

  /** The address of OK, WATCH or BREACH. */
  String status(int index) {
    return sheet.at(FIRST + index, 5);
  }

  private void write() {
    Sheet s = sheet;
    frame.head(s, "Limits and alerts");
    s.set(4, 0, "Portfolio limits", Style.SECTION);
    Frame.headers(s, 5, 0, "Limit", "Kind", "Limit at", "Now", "Used", "Status", "What to do");
    s.set(6, 0, "Watch from this share of a limit on", Style.LABEL);
    s.set(6, 2, 0.8, Style.input(Style.Format.PERCENT));
    book.name("watch", s, 6, 2);
    int row = FIRST;
    row =
        limit(
            row,
            "Largest weight",
            "max",
            0.35,
            "largest_weight",
            Style.Format.PERCENT,
            "Sell part of the largest position.");
    row =
        limit(
            row,
            "Three largest weights",
            "max",
            0.8,
            "three_largest",
            Style.Format.PERCENT,
            "Spread over more assets.");
    row =
        limit(
            row,
            "Largest risk share",
            "max",
            0.4,
            "largest_risk_share",
            Style.Format.PERCENT,
            "Cut the asset that carries most risk.");
    row =
        limit(
            row,
            "Effective number of assets",
            "min",
            3,
            "effective_assets",
            Style.Format.NUMBER,
            "Even out the weights or add assets.");
    row =
        limit(
            row,
            "Diversification ratio",
            "min",
            1.15,
            "diversification_ratio",
            Style.Format.NUMBER,
            "Add assets that move differently.");
    row =
        limit(
            row,
            "Average correlation",
            "max",
            0.75,
            "average_correlation",
            Style.Format.NUMBER,
            "Look for assets with lower correlation.");
    row =
        limit(
            row,
            "Volatility, annual",
            "max",
            0.6,
            "portfolio_volatility",
            Style.Format.PERCENT,
            "Hold more of the calm assets.");
    row =
        limit(
            row,
            "Value at risk, one day",
            "max",
            0.05,
            "portfolio_var",
            Style.Format.PERCENT,
            "Reduce the position sizes.");
    row =
        limit(
            row,
            "Current drawdown",
            "max",
            0.3,
            "portfolio_drawdown",
            Style.Format.PERCENT,
            "Stop adding risk until recovered.");
    row =
        limit(
            row,
            "Days of returns used",
            "min",
            90,
            "observations",
            Style.Format.INTEGER,
            "Figures on so few days are uncertain.");
    lastRow = row - 1;
    s.add(new Rule.Status(Chart.Block.column(s, FIRST, lastRow, 5)));

    row += 1;
    s.set(row++, 0, "Asset alerts", Style.SECTION);
    Frame.headers(
        s,
        row++,
        0,
        "Asset",
        "Weight",
        "Risk share",
        "Drift",
        "Weight limit",
        "Risk at most twice the weight",
        "Within the band");
    int first = row;
    for (int i = 0; i < n; i++, row++) {
      int r = row + 1;
      s.formula(row, 0, calculation.asset(i), Style.LABEL);
      s.formula(row, 1, calculation.weight(i), Style.calculated(Style.Format.PERCENT));
      s.formula(row, 2, calculation.riskShare(i), Style.calculated(Style.Format.PERCENT));
      s.formula(row, 3, calculation.drift(i), Style.calculated(Style.Format.PERCENT));
      s.formula(row, 4, status("B" + r, "$C$8", "max"), Style.STATUS);
      s.formula(row, 5, status("C" + r, "(2*B" + r + ")", "max"), Style.STATUS);
      s.formula(row, 6, status("ABS(D" + r + ")", "rebalancing_band", "max"), Style.STATUS);
    }
    s.add(new Rule.Status(new Chart.Block(s, first, 4, row - 1, 6)));
    row++;
    s.set(row, 0, "Limits breached", Style.LABEL);
    s.formula(
        row,
        1,
        "COUNTIF(" + A1.absolute(FIRST, 5, lastRow, 5) + ",\"BREACH\")",
        Style.calculated(Style.Format.INTEGER));
    book.name("limits_breached", s, row++, 1);
    s.set(row, 0, "Assets with an alert", Style.LABEL);
    s.formula(
        row,
        1,
        "SUMPRODUCT(--((("
            + A1.absolute(first, 4, first + n - 1, 4)
            + "=\"BREACH\")+("
            + A1.absolute(first, 5, first + n - 1, 5)
            + "=\"BREACH\")+("
            + A1.absolute(first, 6, first + n - 1, 6)
            + "=\"BREACH\"))>0))",
        Style.calculated(Style.Format.INTEGER));
    book.name("assets_alerted", s, row++, 1);
    s.set(row, 0, "Alerts in all", Style.LABEL);
    s.formula(row, 1, "limits_breached+assets_alerted", Style.calculated(Style.Format.INTEGER));
    book.name("alert_count", s, row, 1);
    s.widths(36, 12, 12, 12, 14, 18, 42);
    s.onePage();
    s.freeze(3, 0);
  }

  private int limit(
      int row,
      String label,
      String kind,
      double at,
      String figure,
      Style.Format format,
      String action) {
    Sheet s = sheet;
    int r = row + 1;
    s.set(row, 0, label, Style.LABEL);
    s.set(row, 1, kind.equals("max") ? "at most" : "at least", Style.LABEL);
    s.set(row, 2, at, Style.input(format));
    s.formula(row, 3, figure, Style.calculated(format));
    s.formula(
        row,
        4,
        kind.equals("max") ? ifNumber(r, "D" + r + "/C" + r) : ifNumber(r, "C" + r + "/D" + r),
        Style.calculated(Style.Format.PERCENT));
    s.formula(row, 5, ifNumber(r, status("D" + r, "C" + r, kind)), Style.STATUS);
    s.formula(
        row,
        6,
        "IF(OR(F" + r + "=\"WATCH\",F" + r + "=\"BREACH\"),\"" + action + "\",\"\")",
        Style.LABEL);
    return row + 1;
  }

  private static String ifNumber(int r, String formula) {
    return "IF(ISNUMBER(D" + r + ")," + formula + ",\"n/a\")";
  }

  private static String status(String value, String limit, String kind) {
    return kind.equals("max")
        ? LimitStatus.atMost(value, limit)
        : LimitStatus.atLeast(value, limit);
  }
}
