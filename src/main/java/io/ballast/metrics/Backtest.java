package io.ballast.metrics;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Erf;

/** Tests of a value-at-risk model against what happened. */
public final class Backtest {
  /** Zones of the Basel Committee (1996). */
  public enum Zone {
    /** Below 95 % cumulative probability: no doubt about the model. */
    GREEN,
    /** Below 99.99 %. */
    YELLOW,
    /** The model is almost certainly wrong. */
    RED
  }

  /**
   * Unconditional coverage.
   *
   * @param observations n
   * @param breaches losses beyond the value at risk
   * @param expected n(1−c)
   * @param likelihoodRatio the statistic, ~ χ²(1)
   * @param pValue of the statistic
   */
  public record Coverage(
      int observations, int breaches, double expected, double likelihoodRatio, double pValue) {}

  /**
   * Independence and conditional coverage.
   *
   * @param independence likelihood ratio of independence, ~ χ²(1)
   * @param independencePValue its p value
   * @param conditional likelihood ratio of conditional coverage, ~ χ²(2)
   * @param conditionalPValue its p value
   */
  public record Independence(
      double independence,
      double independencePValue,
      double conditional,
      double conditionalPValue) {}

  private Backtest() {}

  /**
   * Proportion-of-failures test: −2·ln of the likelihood of the breaches at probability 1−c over
   * that at their own frequency (Kupiec 1995). A loss equal to the value at risk in decimals is not
   * a breach; 0·ln 0 = 0.
   *
   * <ul>
   *   <li>No observation: {@link Failure#UNDEFINED}. Different lengths: {@link
   *       Failure#NOT_AVAILABLE}. A confidence not above 0.5 and below 1: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns returns per period
   * @param valueAtRisk forecast for each period, losses positive
   * @param confidence c
   */
  public static Coverage kupiec(double[] returns, double[] valueAtRisk, double confidence) {
    Checks.confidence(confidence);
    boolean[] breaches = breaches(returns, valueAtRisk);
    Checks.atLeast(1, "returns", returns);
    int n = breaches.length;
    int x = 0;
    for (boolean breach : breaches) {
      x += breach ? 1 : 0;
    }
    double p = 1 - confidence;
    double ratio =
        Math.max(0, 2 * (logLikelihood(n - x, x, (double) x / n) - logLikelihood(n - x, x, p)));
    return new Coverage(n, x, n * p, ratio, chiSquared1(ratio));
  }

  /**
   * Test of independence against a first-order Markov chain, and of conditional coverage: Kupiec's
   * statistic on all observations plus that of independence (Christoffersen 1998).
   *
   * <ul>
   *   <li>Fewer than two observations: {@link Failure#UNDEFINED}; otherwise as {@link #kupiec}.
   * </ul>
   *
   * @param returns returns per period in time order
   * @param valueAtRisk forecast for each period, losses positive
   * @param confidence c
   */
  public static Independence christoffersen(
      double[] returns, double[] valueAtRisk, double confidence) {
    Coverage coverage = kupiec(returns, valueAtRisk, confidence);
    Checks.atLeast(2, "returns", returns);
    boolean[] breaches = breaches(returns, valueAtRisk);
    int[][] moves = new int[2][2];
    for (int t = 1; t < breaches.length; t++) {
      moves[breaches[t - 1] ? 1 : 0][breaches[t] ? 1 : 0]++;
    }
    double chained = ownLikelihood(moves[0][0], moves[0][1]);
    chained += ownLikelihood(moves[1][0], moves[1][1]);
    double single = ownLikelihood(moves[0][0] + moves[1][0], moves[0][1] + moves[1][1]);
    double ratio = Math.max(0, 2 * (chained - single));
    double conditional = coverage.likelihoodRatio() + ratio;
    return new Independence(ratio, chiSquared1(ratio), conditional, Math.exp(-conditional / 2));
  }

  /**
   * Basel traffic light: by the cumulative binomial probability of at most so many breaches, below
   * 95 % green, below 99.99 % yellow, else red (Basel Committee 1996).
   *
   * <ul>
   *   <li>Breaches that are not a whole number from 0 to the observations, observations that are
   *       not a whole number of at least 1, a confidence not above 0.5 and below 1: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param breaches losses beyond the value at risk
   * @param observations periods
   * @param confidence of the value at risk
   */
  public static Zone trafficLight(double breaches, double observations, double confidence) {
    int n = Checks.whole("observations", observations, 1);
    int x = Checks.whole("breaches", breaches, 0);
    Checks.confidence(confidence);
    if (x > n) {
      throw MetricException.domain("breaches", breaches, "at most the observations");
    }
    double cumulative = new BinomialDistribution(null, n, 1 - confidence).cumulativeProbability(x);
    if (cumulative < 0.95) {
      return Zone.GREEN;
    }
    return cumulative < 0.9999 ? Zone.YELLOW : Zone.RED;
  }

  private static boolean[] breaches(double[] returns, double[] valueAtRisk) {
    Checks.sameLength("value_at_risk", valueAtRisk, "returns", returns);
    boolean[] breaches = new boolean[returns.length];
    for (int t = 0; t < breaches.length; t++) {
      breaches[t] = Decimals.compare(-returns[t], valueAtRisk[t]) > 0;
    }
    return breaches;
  }

  private static double ownLikelihood(int misses, int hits) {
    return misses + hits == 0 ? 0 : logLikelihood(misses, hits, (double) hits / (misses + hits));
  }

  private static double logLikelihood(int misses, int hits, double p) {
    return (misses == 0 ? 0 : misses * Math.log1p(-p)) + (hits == 0 ? 0 : hits * Math.log(p));
  }

  private static double chiSquared1(double x) {
    return Erf.erfc(Math.sqrt(x / 2));
  }
}
