package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The figures of the risk-measures workbook, for each asset and for the portfolio. A figure without
 * meaning, such as the Sharpe ratio of a price that never moved, is "n/a".
 *
 * <p>They need the names {@code benchmark_returns}, {@code observations}, {@code sharpe_hurdle},
 * {@code tail_quantile}, {@code tail_mean} and {@code ewma_weights}.
 */
final class RiskFigures {
  private static final String R = "{returns}";
  private static final String MARKET = "benchmark_returns";

  private RiskFigures() {}

  /** Volatility, beta, R² and the split into systemic and non-systemic risk. */
  static List<RiskFigure> marketModel() {
    return List.of(
        RiskFigure.of(
            "volatility",
            "Volatility, annual",
            "sample standard deviation × √periods per year",
            Format.PERCENT,
            Measures.volatility(R)),
        RiskFigure.of(
            "beta",
            "Beta",
            "covariance / variance of the benchmark",
            Format.NUMBER,
            Measures.beta(R, MARKET)),
        RiskFigure.of(
            "rsq",
            "R², systemic share of variance",
            "squared correlation with the benchmark",
            Format.PERCENT,
            Measures.varying("{volatility}", Measures.rsq(R, MARKET))),
        RiskFigure.of(
            "own_share",
            "Non-systemic share of variance",
            "1 − R²",
            Format.PERCENT,
            Measures.known("{rsq}", "1-{rsq}")),
        RiskFigure.of(
            "systemic",
            "Systemic risk, annual",
            "|beta| × volatility of the benchmark",
            Format.PERCENT,
            Measures.systemic(R, MARKET)),
        RiskFigure.of(
            "nonsystemic",
            "Non-systemic risk, annual",
            "residuals; the squares of both add up to volatility²",
            Format.PERCENT,
            Measures.nonsystemic(R, MARKET)));
  }

  /** Sharpe and Sortino ratios, and how sure the Sharpe ratio is. */
  static List<RiskFigure> riskAdjusted() {
    return List.of(
        RiskFigure.of(
            "sharpe",
            "Sharpe ratio, annual",
            "mean excess return / its standard deviation × √periods per year",
            Format.NUMBER,
            Measures.varying("{volatility}", Measures.sharpe(R))),
        RiskFigure.of(
            "skewness",
            "Skewness",
            "moments divide by n; below 0: the falls are the longer tail",
            Format.NUMBER,
            Measures.shaped("{volatility}", Measures.skewness(R))),
        RiskFigure.of(
            "kurtosis",
            "Excess kurtosis",
            "0 is normal; above: more extreme days",
            Format.NUMBER,
            Measures.shaped("{volatility}", Measures.excessKurtosis(R))),
        RiskFigure.of(
            "sharpe_error",
            "Standard error of the Sharpe ratio",
            "corrected for skewness and kurtosis",
            Format.NUMBER,
            Measures.known("{skewness}", Measures.sharpeError(R))),
        RiskFigure.of(
            "sharpe_probability",
            "Probability that the true one beats the hurdle",
            "probabilistic Sharpe ratio against the hurdle on Inputs",
            Format.PERCENT,
            Measures.known("{skewness}", Measures.probabilisticSharpe(R))),
        RiskFigure.of(
            "track_record",
            "Days needed to be sure of it",
            "minimum track record at the confidence; n/a if not above the hurdle",
            Format.INTEGER,
            Measures.known(
                "{skewness}",
                "IF({sharpe}>sharpe_hurdle," + Measures.minimumTrackRecord(R) + ",\"n/a\")")),
        RiskFigure.array(
            "sortino",
            "Sortino ratio, annual",
            "mean return / downside deviation over all days, target 0",
            Format.NUMBER,
            "IF(COUNTIF(" + R + ",\"<0\")=0,\"n/a\"," + Measures.sortino(R) + ")"));
  }

  /** Losses from the peak, the gain that makes them good, and how long they last. */
  static List<RiskFigure> drawdown() {
    return List.of(
        RiskFigure.of(
            "max_drawdown",
            "Maximum drawdown",
            "largest loss from a peak",
            Format.PERCENT,
            Measures.maxDrawdown(R, "{depths}")),
        RiskFigure.of(
            "max_recovery_gain",
            "Gain needed from there",
            "loss / (1 − loss)",
            Format.PERCENT,
            Measures.recoveryGain("{max_drawdown}")),
        RiskFigure.of(
            "drawdown",
            "Current drawdown",
            "loss from the latest peak",
            Format.PERCENT,
            Measures.currentDrawdown(R, "{depths}")),
        RiskFigure.of(
            "recovery_gain",
            "Gain needed now",
            "loss / (1 − loss)",
            Format.PERCENT,
            Measures.recoveryGain("{drawdown}")),
        RiskFigure.of(
            "longest_under_water",
            "Longest time under water, days",
            "days of returns below an earlier peak, in a row",
            Format.INTEGER,
            either("TIME_UNDER_WATER(" + R + ")", "MAX({under_water})")),
        RiskFigure.of(
            "under_water_now",
            "Under water now, days",
            "0 at a peak",
            Format.INTEGER,
            "INDEX({under_water},as_of_row)"));
  }

  /** Value at risk and expected shortfall by method. */
  static List<RiskFigure> tail() {
    return List.of(
        RiskFigure.of(
            "var",
            "VaR, historical",
            "quantile of the returns themselves, as PERCENTILE.INC",
            Format.PERCENT2,
            Measures.valueAtRisk(R)),
        RiskFigure.of(
            "var_normal",
            "VaR, normal",
            "−(mean + z × standard deviation)",
            Format.PERCENT2,
            Measures.valueAtRiskNormal(R)),
        RiskFigure.of(
            "var_modified",
            "VaR, modified",
            "z corrected for skewness and kurtosis (Cornish-Fisher)",
            Format.PERCENT2,
            Measures.known("{cornish_fisher}", Measures.valueAtRiskModified(R))),
        RiskFigure.of(
            "var_ewma",
            "VaR, EWMA",
            "recent days weigh more, λ 0.94; mean 0",
            Format.PERCENT2,
            Measures.valueAtRiskEwma(R)),
        RiskFigure.array(
            "es",
            "ES, historical",
            "mean of the worst days, the boundary day by its fraction",
            Format.PERCENT2,
            Measures.expectedShortfall(R)),
        RiskFigure.of(
            "es_normal",
            "ES, normal",
            "of the same normal distribution",
            Format.PERCENT2,
            Measures.expectedShortfallNormal(R)),
        RiskFigure.of(
            "es_modified",
            "ES, modified",
            "of the same expansion, never below its VaR",
            Format.PERCENT2,
            Measures.known("{cornish_fisher}", Measures.expectedShortfallModified(R))),
        RiskFigure.of(
            "es_ewma",
            "ES, EWMA",
            "of the same normal distribution",
            Format.PERCENT2,
            Measures.expectedShortfallEwma(R)));
  }

  /** The corrected quantile that the modified method rests on. */
  static RiskFigure cornishFisher() {
    return RiskFigure.of(
        "cornish_fisher",
        "Cornish-Fisher quantile",
        "the normal quantile, corrected for skewness and kurtosis",
        Format.PRECISE,
        Measures.known("{skewness}", Measures.cornishFisher()));
  }
}
