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

  /** A formula that has no meaning for a series without variance: "n/a" for one. */
  static String varying(String volatility, String formula) {
    return "IF(" + volatility + "=0,\"n/a\"," + formula + ")";
  }

  /** A formula that needs skewness and kurtosis; "n/a" for a series that does not vary. */
  static String shaped(String volatility, String formula) {
    return "IF(" + volatility + "*(observations>3)=0,\"n/a\"," + formula + ")";
  }

  /** A formula that needs another figure, "n/a" where that has none. */
  static String known(String figure, String formula) {
    return "IF(ISNUMBER(" + figure + ")," + formula + ",\"n/a\")";
  }

  /** Skewness g1, whose moments divide by n. */
  static String skewness(String returns) {
    String n = "COUNT(" + returns + ")";
    return "SKEW(" + returns + ")*(" + n + "-2)/SQRT(" + n + "*(" + n + "-1))";
  }

  /** Excess kurtosis g2, whose moments divide by n. */
  static String excessKurtosis(String returns) {
    String n = "COUNT(" + returns + ")";
    return "(KURT(" + returns + ")*(" + n + "-2)*(" + n + "-3)/(" + n + "-1)-6)/(" + n + "+1)";
  }

  /** Per period, of the figures {@code {sharpe}}, {@code {skewness}} and {@code {kurtosis}}. */
  private static final String SHARPE_PER_PERIOD = "({sharpe}/SQRT(periods_per_year))";

  private static final String SHARPE_SPREAD =
      "MAX(0,1-{skewness}*" + SHARPE_PER_PERIOD + "+({kurtosis}+2)/4*" + SHARPE_PER_PERIOD + "^2)";

  /** The standard error of the annual Sharpe ratio. */
  static String sharpeError(String returns) {
    return either(
        "SHARPE_STDERR(" + returns + ",risk_free,periods_per_year)",
        "SQRT(" + SHARPE_SPREAD + "/(COUNT(" + returns + ")-1)*periods_per_year)");
  }

  /** The probability that the true Sharpe ratio exceeds {@code sharpe_hurdle}. */
  static String probabilisticSharpe(String returns) {
    return either(
        "PROBABILISTIC_SHARPE(" + returns + ",sharpe_hurdle,risk_free,periods_per_year)",
        "NORM.S.DIST(({sharpe}-sharpe_hurdle)/SQRT(periods_per_year)*SQRT((COUNT("
            + returns
            + ")-1)/"
            + SHARPE_SPREAD
            + "),TRUE)");
  }

  /** The days after which the Sharpe ratio exceeds {@code sharpe_hurdle} with the confidence. */
  static String minimumTrackRecord(String returns) {
    return either(
        "MIN_TRACK_RECORD(" + returns + ",sharpe_hurdle,confidence,risk_free,periods_per_year)",
        "1+"
            + SHARPE_SPREAD
            + "*(tail_quantile/(({sharpe}-sharpe_hurdle)/SQRT(periods_per_year)))^2");
  }

  /** The quantile of Cornish and Fisher at {@code tail_quantile}. */
  static String cornishFisher() {
    return "tail_quantile+(tail_quantile^2-1)*{skewness}/6"
        + "+(tail_quantile^3-3*tail_quantile)*{kurtosis}/24"
        + "-(2*tail_quantile^3-5*tail_quantile)*{skewness}^2/36";
  }

  /** Value at risk of a normal distribution with the returns' mean and deviation. */
  static String valueAtRiskNormal(String returns) {
    return valueAtRisk(returns, "normal", loss(returns, "tail_quantile"));
  }

  /** The same, corrected for skewness and kurtosis by {@code {cornish_fisher}}. */
  static String valueAtRiskModified(String returns) {
    return valueAtRisk(returns, "modified", loss(returns, "{cornish_fisher}"));
  }

  /** Value at risk by the exponentially weighted variance. */
  static String valueAtRiskEwma(String returns) {
    return valueAtRisk(returns, "ewma", "-tail_quantile*" + ewmaDeviation(returns));
  }

  /** Expected shortfall of a normal distribution with the returns' mean and deviation. */
  static String expectedShortfallNormal(String returns) {
    return expectedShortfall(returns, "normal", loss(returns, "tail_mean"));
  }

  /** Expected shortfall of the same expansion as {@link #valueAtRiskModified}. */
  static String expectedShortfallModified(String returns) {
    String h = "{cornish_fisher}";
    String bracket =
        "(1+"
            + h
            + "^3*{skewness}/6+("
            + h
            + "^4-2*"
            + h
            + "^2-1)*{kurtosis}/24+("
            + h
            + "^6-9*"
            + h
            + "^4+9*"
            + h
            + "^2+3)*{skewness}^2/72)";
    String mean = "-NORM.S.DIST(" + h + ",FALSE)*" + bracket + "/(1-confidence)";
    return expectedShortfall(returns, "modified", loss(returns, "MIN(" + h + "," + mean + ")"));
  }

  /** Expected shortfall by the exponentially weighted variance. */
  static String expectedShortfallEwma(String returns) {
    return expectedShortfall(returns, "ewma", "-tail_mean*" + ewmaDeviation(returns));
  }

  private static String valueAtRisk(String returns, String method, String builtIn) {
    return either("VALUE_AT_RISK(" + returns + ",confidence,\"" + method + "\")", builtIn);
  }

  private static String expectedShortfall(String returns, String method, String builtIn) {
    return either("EXPECTED_SHORTFALL(" + returns + ",confidence,\"" + method + "\")", builtIn);
  }

  private static String loss(String returns, String deviations) {
    return "-(AVERAGE(" + returns + ")+" + deviations + "*STDEV.S(" + returns + "))";
  }

  /** By the weights of the days, {@code ewma_weights}. */
  private static String ewmaDeviation(String returns) {
    return "SQRT(SUMPRODUCT(ewma_weights," + returns + "," + returns + "))";
  }

  /** λ of the functions' "ewma" methods. */
  private static final String DECAY = "0.94";

  /** Adds what the methods of value at risk rest on, under names. */
  static void tail(FigureList list) {
    list.add("Normal quantile", "tail_quantile", "NORM.S.INV(1-confidence)", Style.Format.PRECISE)
        .convention("of the share 1 − confidence")
        .add(
            "Mean of the normal tail",
            "tail_mean",
            "-NORM.S.DIST(tail_quantile,FALSE)/(1-confidence)",
            Style.Format.PRECISE)
        .convention("in standard deviations")
        .add("EWMA decay λ", "ewma_decay", DECAY, Style.Format.NUMBER)
        .convention("RiskMetrics 1996; fixed, as the functions take it");
  }
}
