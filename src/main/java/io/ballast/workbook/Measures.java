package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

/**
 * Formulas of the measures of risk, each the same with and without the add-in. Arguments are
 * addresses or names of columns of returns; gaps in them are empty text. The names {@code
 * risk_free}, {@code periods_per_year} and {@code confidence} are those of {@link InputSheet}.
 */
final class Measures {
  private Measures() {}

  /** The annual volatility. */
  static String volatility(String returns) {
    return either(
        "VOLATILITY(" + returns + ",periods_per_year)",
        "STDEV.S(" + returns + ")*SQRT(periods_per_year)");
  }

  /** The annual Sharpe ratio; {@code #DIV/0!} for a series without variance. */
  static String sharpe(String returns) {
    return either(
        "SHARPE(" + returns + ",risk_free,periods_per_year)",
        "(AVERAGE("
            + returns
            + ")-((1+risk_free)^(1/periods_per_year)-1))/STDEV.S("
            + returns
            + ")*SQRT(periods_per_year)");
  }

  /** Beta against a benchmark. */
  static String beta(String returns, String market) {
    return either("BETA(" + returns + "," + market + ")", "SLOPE(" + returns + "," + market + ")");
  }

  /** R² against a benchmark; {@code #DIV/0!} for a series without variance. */
  static String rsq(String returns, String market) {
    return either(
        "RSQ_CRYPTO(" + returns + "," + market + ")", "RSQ(" + returns + "," + market + ")");
  }

  /** The annual risk that comes with the benchmark. */
  static String systemic(String returns, String market) {
    return either(
        "SYSTEMIC_RISK(" + returns + "," + market + ",periods_per_year)",
        "ABS(SLOPE("
            + returns
            + ","
            + market
            + "))*STDEV.S("
            + market
            + ")*SQRT(periods_per_year)");
  }

  /** The annual risk of its own; the standard error of regression divides by n−2, ours by n−1. */
  static String nonsystemic(String returns, String market) {
    String n = "COUNT(" + market + ")";
    return either(
        "NONSYSTEMIC_RISK(" + returns + "," + market + ",periods_per_year)",
        "STEYX(" + returns + "," + market + ")*SQRT((" + n + "-2)/(" + n + "-1)*periods_per_year)");
  }

  /** The historical value at risk of one period. */
  static String valueAtRisk(String returns) {
    return either(
        "VALUE_AT_RISK(" + returns + ",confidence)",
        "-PERCENTILE.INC(" + returns + ",1-confidence)");
  }

  /**
   * The historical expected shortfall of one period, with the fractional weight of the boundary
   * observation. The built-in branch goes over the range cell by cell: it needs an array formula.
   */
  static String expectedShortfall(String returns) {
    String tail = "((1-confidence)*COUNT(" + returns + "))";
    String boundary = "SMALL(" + returns + ",INT(ROUND(" + tail + ",9))+1)";
    return either(
        "EXPECTED_SHORTFALL(" + returns + ",confidence)",
        "-"
            + boundary
            + "+SUM(IF(ISNUMBER("
            + returns
            + "),IF("
            + returns
            + "<"
            + boundary
            + ","
            + boundary
            + "-"
            + returns
            + ",0),0))/"
            + tail);
  }

  /**
   * The annual Sortino ratio against no return. The built-in branch goes over the range cell by
   * cell: it needs an array formula.
   */
  static String sortino(String returns) {
    return either(
        "SORTINO(" + returns + ",0,periods_per_year)",
        "AVERAGE("
            + returns
            + ")/SQRT(SUM(IF(ISNUMBER("
            + returns
            + "),IF("
            + returns
            + "<0,"
            + returns
            + "^2,0),0))/COUNT("
            + returns
            + "))*SQRT(periods_per_year)");
  }

  /** The gain that makes good a loss. */
  static String recoveryGain(String loss) {
    return either("RECOVERY_GAIN(" + loss + ")", loss + "/(1-" + loss + ")");
  }

  /** The largest loss from a peak, of the column of drawdowns of the same returns. */
  static String maxDrawdown(String returns, String drawdowns) {
    return either("MAX_DRAWDOWN(" + returns + ")", "-MIN(" + drawdowns + ")");
  }

  /** The loss from the latest peak on the as-of date. */
  static String currentDrawdown(String returns, String drawdowns) {
    return either("CURRENT_DRAWDOWN(" + returns + ")", "-INDEX(" + drawdowns + ",as_of_row)");
  }

  /** The annual volatility at today's weights; needs {@code weights} and {@code covariance}. */
  static String portfolioVolatility() {
    return either(
        "PORTFOLIO_VOLATILITY(asset_returns,weights,periods_per_year)",
        "SQRT(SUMPRODUCT(weights,MMULT(covariance,weights)))");
  }

  /** Of the names {@code average_volatility} and {@code portfolio_volatility}. */
  static String diversificationRatio() {
    return either(
        "DIVERSIFICATION_RATIO(asset_returns,weights)", "average_volatility/portfolio_volatility");
  }

  /**
   * The mean of {@code correlations} over the pairs of assets that vary, "n/a" without a pair: a
   * flat asset, such as a pegged coin, has no correlation.
   */
  static String averageCorrelation() {
    String varying = "SQRT(COUNT(correlations))";
    String mean = "(SUM(correlations)-" + varying + ")/(" + varying + "*(" + varying + "-1))";
    return "IF(COUNT(correlations)<4,\"n/a\",IF(COUNT(correlations)=asset_count^2,"
        + either("AVERAGE_CORRELATION(asset_returns)", mean)
        + ","
        + mean
        + "))";
  }

  /**
   * The two-sided p-value of a Pearson correlation.
   *
   * @param correlation the address of the correlation, a number
   * @param days the address of how many days both have, 3 or more
   */
  static String correlationPvalue(String x, String y, String correlation, String days) {
    String unexplained = "(1-" + correlation + "^2)";
    return either(
        "CORRELATION_PVALUE(" + x + "," + y + ")",
        "IF("
            + unexplained
            + "<=1E-15,0,T.DIST.2T(ABS("
            + correlation
            + ")*SQRT(("
            + days
            + "-2)/"
            + unexplained
            + "),"
            + days
            + "-2))");
  }

  /**
   * The correlation with the benchmark on the days on which that fell below a threshold; "n/a" on
   * fewer than {@code least_days}. It goes over ranges cell by cell: it needs an array formula.
   *
   * @param days how many such days there are
   */
  static String correlationBelow(String x, String threshold, String days) {
    String chosen = "IF(benchmark_returns<" + threshold + ",";
    return "IF("
        + days
        + "<least_days,\"n/a\",IFERROR("
        + either(
            "DOWNSIDE_CORRELATION(" + x + ",benchmark_returns," + threshold + ")",
            "CORREL(" + chosen + x + ",\"\")," + chosen + "benchmark_returns,\"\"))")
        + ",\"n/a\"))";
  }
}
