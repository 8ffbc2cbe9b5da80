package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

/** The sheet Calculation of the diversification workbook: figures of each asset and of all. */
final class DiversificationCalculation {
  private static final int ASSET_ROW = 6;
  private static final int WEIGHT = 4;
  private static final int SYSTEMIC = 8;
  private static final int NON_SYSTEMIC = 9;
  private static final int RISK_SHARE = 11;
  private static final int DRIFT = 14;

  private final Book book;
  private final Frame frame;
  private final Sheet sheet;
  private final DiversificationInputs inputs;
  private final HistorySheets history;
  private final int n;
  private int rankingRow;

  DiversificationCalculation(
      Book book, Frame frame, Sheet sheet, DiversificationInputs inputs, HistorySheets history) {
    this.book = book;
    this.frame = frame;
    this.sheet = sheet;
    this.inputs = inputs;
    this.history = history;
    this.n = inputs.count();
    write();
  }

  /** The address of the weight of a holding on the sheet, before it is written. */
  static String weight(Sheet sheet, int index) {
    return sheet.at(ASSET_ROW + index, WEIGHT);
  }

  /** The address of the name of a holding. */
  String asset(int index) {
    return sheet.at(ASSET_ROW + index, 0);
  }

  /** The address of the weight of a holding. */
  String weight(int index) {
    return weight(sheet, index);
  }

  /** The address of the risk share of a holding. */
  String riskShare(int index) {
    return sheet.at(ASSET_ROW + index, RISK_SHARE);
  }

  /** The address of a holding's distance from its target weight. */
  String drift(int index) {
    return sheet.at(ASSET_ROW + index, DRIFT);
  }

  /** The address of the prices of all holdings. */
  String prices() {
    return sheet.column(ASSET_ROW, ASSET_ROW + n - 1, 2);
  }

  /** The address of the sum of the weights. */
  String weightSum() {
    return sheet.at(ASSET_ROW + n, WEIGHT);
  }

  /** The address of the sum of the risk contributions. */
  String contributionSum() {
    return sheet.at(ASSET_ROW + n, 10);
  }

  /** The address of the asset that carries most risk; its weight and risk share stand beside it. */
  String riskiest(int column) {
    return sheet.at(rankingRow, column);
  }

  /** A column of the ranking by risk share: name, weight, risk share. */
  Chart.Block ranked(int column, int shown) {
    return Chart.Block.column(sheet, rankingRow, rankingRow + shown - 1, column);
  }

  /** The names of the holdings. */
  Chart.Block assets() {
    return assetColumn(0);
  }

  /** The systemic risk of the holdings. */
  Chart.Block systemic() {
    return assetColumn(SYSTEMIC);
  }

  /** The non-systemic risk of the holdings. */
  Chart.Block nonSystemic() {
    return assetColumn(NON_SYSTEMIC);
  }

  private Chart.Block assetColumn(int column) {
    return Chart.Block.column(sheet, ASSET_ROW, ASSET_ROW + n - 1, column);
  }

  private void write() {
    Sheet s = sheet;
    frame.head(s, "Calculation, at today's weights");
    s.set(4, 0, "Per asset", Style.SECTION);
    Frame.headers(
        s,
        5,
        0,
        "Asset",
        "Units",
        "Price",
        "Value",
        "Weight",
        "Volatility, annual",
        "Beta",
        "R²",
        "Systemic risk, annual",
        "Non-systemic risk, annual",
        "Risk contribution, annual",
        "Risk share",
        "Risk share ÷ weight",
        "Target weight",
        "Drift from target",
        "Trade, currency",
        "Trade, units",
        "Rank by risk");
    int last = ASSET_ROW + n - 1;
    for (int i = 0; i < n; i++) {
      asset(ASSET_ROW + i, i);
    }
    String weights = A1.absolute(ASSET_ROW, 4, last, 4);
    String portfolioVolatility = "portfolio_volatility";
    s.array(
        ASSET_ROW,
        10,
        last,
        10,
        either(
            "RISK_CONTRIBUTION(" + history.assetBlock() + "," + weights + ",periods_per_year)",
            weights + "*MMULT(covariance," + weights + ")/" + portfolioVolatility),
        Style.calculated(Style.Format.PERCENT2));
    s.set(last + 1, 0, "Sum", Style.LABEL);
    for (int c : new int[] {3, 4, 10, 11, 13, 15}) {
      Style.Format format =
          c == 3 || c == 15
              ? Style.Format.MONEY
              : c == 10 ? Style.Format.PERCENT2 : Style.Format.PERCENT;
      s.formula(
          last + 1, c, "SUM(" + A1.block(ASSET_ROW, c, last, c) + ")", Style.calculated(format));
    }
    s.add(new Rule.Bars(Chart.Block.column(s, ASSET_ROW, last, 11), Chart.Color.SKY));
    portfolioFigures(last + 4);
    ranking(last + 33);
    s.widths(34, 16, 16, 16, 11, 12, 11, 11, 12, 13, 13, 11, 12, 11, 11, 14, 16, 11);
    s.freeze(6, 1);
    s.lock();
  }

  private void asset(int row, int i) {
    Sheet s = sheet;
    int r = row + 1;
    String own = history.asset(i);
    String market = history.benchmark();
    s.formula(row, 0, inputs.asset(i), Style.LABEL);
    s.formula(row, 1, inputs.units(i), Style.calculated(Style.Format.UNITS));
    s.formula(
        row,
        2,
        "INDEX("
            + history.priceBlock()
            + ",MATCH(as_of,"
            + history.dates()
            + ",1),"
            + HistorySheets.position("A" + r, history.priceHeader())
            + ")",
        Style.calculated(Style.Format.PRICE));
    s.formula(row, 3, "B" + r + "*C" + r, Style.calculated(Style.Format.MONEY));
    s.formula(row, 4, "D" + r + "/portfolio_value", Style.calculated(Style.Format.PERCENT));
    s.formula(
        row,
        5,
        either(
            "VOLATILITY(" + own + ",periods_per_year)",
            "STDEV.S(" + own + ")*SQRT(periods_per_year)"),
        Style.calculated(Style.Format.PERCENT));
    s.formula(
        row,
        6,
        either("BETA(" + own + "," + market + ")", "SLOPE(" + own + "," + market + ")"),
        Style.calculated(Style.Format.NUMBER));
    s.formula(
        row,
        7,
        "IF(F"
            + r
            + "=0,\"n/a\","
            + either("RSQ_CRYPTO(" + own + "," + market + ")", "RSQ(" + own + "," + market + ")")
            + ")",
        Style.calculated(Style.Format.PERCENT));
    s.formula(
        row,
        8,
        either(
            "SYSTEMIC_RISK(" + own + "," + market + ",periods_per_year)",
            "ABS(SLOPE("
                + own
                + ","
                + market
                + "))*STDEV.S("
                + market
                + ")*SQRT(periods_per_year)"),
        Style.calculated(Style.Format.PERCENT));
    s.formula(
        row,
        9,
        either(
            "NONSYSTEMIC_RISK(" + own + "," + market + ",periods_per_year)",
            nonsystemic(own, market)),
        Style.calculated(Style.Format.PERCENT));
    s.formula(row, 11, "K" + r + "/portfolio_volatility", Style.calculated(Style.Format.PERCENT));
    s.formula(
        row, 12, "IF(E" + r + "=0,0,L" + r + "/E" + r + ")", Style.calculated(Style.Format.FACTOR));
    s.formula(row, 13, inputs.target(i), Style.calculated(Style.Format.PERCENT));
    s.formula(row, 14, "E" + r + "-N" + r, Style.calculated(Style.Format.PERCENT));
    s.formula(
        row,
        15,
        "IF(ROUND(ABS(O" + r + "),12)<=rebalancing_band,0,-O" + r + "*portfolio_value)",
        Style.calculated(Style.Format.MONEY));
    s.formula(row, 16, "P" + r + "/C" + r, Style.calculated(Style.Format.UNITS));
    String shares = A1.absolute(ASSET_ROW, 11, ASSET_ROW + n - 1, 11);
    s.formula(
        row,
        17,
        "SUMPRODUCT(--("
            + shares
            + ">L"
            + r
            + "))+1+SUMPRODUCT((ROW("
            + shares
            + ")<ROW(L"
            + r
            + "))*("
            + shares
            + "=L"
            + r
            + "))",
        Style.calculated(Style.Format.INTEGER));
  }

  /** The deviation of the residuals with n−1, from the standard error of regression with n−2. */
  private static String nonsystemic(String own, String market) {
    String n = "COUNT(" + market + ")";
    return "STEYX(" + own + "," + market + ")*SQRT((" + n + "-2)/(" + n + "-1)*periods_per_year)";
  }

  private void portfolioFigures(int row) {
    Sheet s = sheet;
    String p = history.portfolio();
    String m = history.benchmark();
    String all = history.assetBlock();
    int last = ASSET_ROW + n - 1;
    String weights = A1.absolute(ASSET_ROW, 4, last, 4);
    String volatilities = A1.absolute(ASSET_ROW, 5, last, 5);
    s.set(row++, 0, "Portfolio, at today's weights", Style.SECTION);
    Frame.headers(s, row++, 0, "Figure", "Value");
    row = value(row, "Value", "portfolio_value", "SUM(D7:D" + (last + 1) + ")", Style.Format.MONEY);
    row =
        value(
            row, "Days of returns used", "observations", "COUNT(" + p + ")", Style.Format.INTEGER);
    row =
        value(
            row,
            "Volatility, annual",
            "portfolio_volatility",
            either(
                "PORTFOLIO_VOLATILITY(" + all + "," + weights + ",periods_per_year)",
                "SQRT(SUMPRODUCT(" + weights + ",MMULT(covariance," + weights + ")))"),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Sharpe ratio, annual",
            "portfolio_sharpe",
            either(
                "SHARPE(" + p + ",risk_free,periods_per_year)",
                "(AVERAGE("
                    + p
                    + ")-((1+risk_free)^(1/periods_per_year)-1))/STDEV.S("
                    + p
                    + ")*SQRT(periods_per_year)"),
            Style.Format.NUMBER);
    row =
        value(
            row,
            "Beta against the benchmark",
            "portfolio_beta",
            either("BETA(" + p + "," + m + ")", "SLOPE(" + p + "," + m + ")"),
            Style.Format.NUMBER);
    row =
        value(
            row,
            "R², explained by the benchmark",
            "portfolio_rsq",
            either("RSQ_CRYPTO(" + p + "," + m + ")", "RSQ(" + p + "," + m + ")"),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Systemic risk, annual",
            "portfolio_systemic",
            either(
                "SYSTEMIC_RISK(" + p + "," + m + ",periods_per_year)",
                "ABS(SLOPE(" + p + "," + m + "))*STDEV.S(" + m + ")*SQRT(periods_per_year)"),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Non-systemic risk, annual",
            "portfolio_nonsystemic",
            either("NONSYSTEMIC_RISK(" + p + "," + m + ",periods_per_year)", nonsystemic(p, m)),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Value at risk, one day, historical",
            "portfolio_var",
            either(
                "VALUE_AT_RISK(" + p + ",confidence)", "-PERCENTILE.INC(" + p + ",1-confidence)"),
            Style.Format.PERCENT2);
    String tail = "((1-confidence)*COUNT(" + p + "))";
    String boundary = "SMALL(" + p + ",INT(ROUND(" + tail + ",9))+1)";
    row =
        value(
            row,
            "Expected shortfall, one day, historical",
            "portfolio_es",
            either(
                "EXPECTED_SHORTFALL(" + p + ",confidence)",
                "-"
                    + boundary
                    + "+SUM(IF(ISNUMBER("
                    + p
                    + "),IF("
                    + p
                    + "<"
                    + boundary
                    + ","
                    + boundary
                    + "-"
                    + p
                    + ",0),0))/"
                    + tail),
            Style.Format.PERCENT2);
    row =
        value(
            row,
            "Maximum drawdown",
            "portfolio_max_drawdown",
            either("MAX_DRAWDOWN(" + p + ")", "-MIN(" + history.drawdowns() + ")"),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Current drawdown",
            "portfolio_drawdown",
            either("CURRENT_DRAWDOWN(" + p + ")", "-" + history.lastDrawdown()),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Gain needed to recover from it",
            "recovery_gain",
            either(
                "RECOVERY_GAIN(portfolio_drawdown)", "portfolio_drawdown/(1-portfolio_drawdown)"),
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Herfindahl index of the weights",
            "hhi",
            either("HHI(" + weights + ")", "SUMSQ(" + weights + ")/SUM(" + weights + ")^2"),
            Style.Format.PRECISE);
    row =
        value(
            row,
            "Effective number of assets",
            "effective_assets",
            either("EFFECTIVE_ASSETS(" + weights + ")", "1/hhi"),
            Style.Format.NUMBER);
    row =
        value(
            row,
            "Weighted average volatility, annual",
            "average_volatility",
            "SUMPRODUCT(" + weights + "," + volatilities + ")",
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Diversification ratio",
            "diversification_ratio",
            either(
                "DIVERSIFICATION_RATIO(" + all + "," + weights + ")",
                "average_volatility/portfolio_volatility"),
            Style.Format.NUMBER);
    row =
        value(
            row,
            "Average correlation",
            "average_correlation",
            averageCorrelation(all),
            Style.Format.NUMBER);
    row =
        value(
            row,
            "Under stress: volatility, annual",
            "stress_volatility",
            "SQRT((1-stress_shift)*portfolio_volatility^2+stress_shift*average_volatility^2)",
            Style.Format.PERCENT);
    row =
        value(
            row,
            "Under stress: diversification ratio",
            "stress_diversification_ratio",
            "average_volatility/stress_volatility",
            Style.Format.NUMBER);
    row =
        value(
            row, "Largest weight", "largest_weight", "MAX(" + weights + ")", Style.Format.PERCENT);
    row =
        value(
            row,
            "Three largest weights",
            "three_largest",
            n <= 3
                ? "SUM(" + weights + ")"
                : "LARGE(" + weights + ",1)+LARGE(" + weights + ",2)+LARGE(" + weights + ",3)",
            Style.Format.PERCENT);
    value(
        row,
        "Largest risk share",
        "largest_risk_share",
        "MAX(" + A1.absolute(ASSET_ROW, 11, last, 11) + ")",
        Style.Format.PERCENT);
  }

  /** Over the assets that vary: a flat one, such as a pegged coin, has no correlation. */
  private String averageCorrelation(String all) {
    String varying = "SQRT(COUNT(correlations))";
    return "IF(COUNT(correlations)<4,\"n/a\",IF(COUNT(correlations)="
        + n * n
        + ","
        + either("AVERAGE_CORRELATION(" + all + ")", mean(varying))
        + ","
        + mean(varying)
        + "))";
  }

  private static String mean(String varying) {
    return "(SUM(correlations)-" + varying + ")/(" + varying + "*(" + varying + "-1))";
  }

  private int value(int row, String label, String name, String formula, Style.Format format) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(row, 1, formula, Style.calculated(format));
    book.name(name, sheet, row, 1);
    return row + 1;
  }

  /** The assets by risk share, for the chart that the dashboard opens on. */
  private void ranking(int row) {
    Sheet s = sheet;
    s.set(row++, 0, "By risk share", Style.SECTION);
    Frame.headers(s, row++, 0, "Asset", "Weight", "Risk share", "Rank");
    rankingRow = row;
    int last = ASSET_ROW + n - 1;
    String ranks = A1.absolute(ASSET_ROW, 17, last, 17);
    for (int i = 0; i < n; i++, row++) {
      int[] columns = {0, 4, 11};
      for (int c = 0; c < columns.length; c++) {
        String from = A1.absolute(ASSET_ROW, columns[c], last, columns[c]);
        s.formula(
            row,
            c,
            "INDEX(" + from + ",MATCH($D" + (row + 1) + "," + ranks + ",0))",
            c == 0 ? Style.LABEL : Style.calculated(Style.Format.PERCENT));
      }
      s.set(row, 3, (double) (i + 1), Style.calculated(Style.Format.INTEGER));
    }
  }
}
