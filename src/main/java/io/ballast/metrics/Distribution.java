package io.ballast.metrics;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/** Dependence over time and shape of the distribution of returns. */
public final class Distribution {
  private static final int SMALLEST_BLOCK = 8;

  private Distribution() {}

  /**
   * Autocorrelation, Σ(r_t−m)(r_{t−l}−m)/Σ(r_t−m)² with the mean m of the whole series.
   *
   * <ul>
   *   <li>No more returns than the lag, or a constant series: {@link Failure#UNDEFINED}. A lag
   *       below 1: {@link Failure#OUT_OF_DOMAIN}.
   *   <li>Accurate to 1e-14, not to so many digits: near 0 the products cancel, each of which is
   *       rounded.
   * </ul>
   *
   * @param returns returns per period, decimals, oldest first
   * @param lag l in periods, 1 or more
   */
  public static double autocorrelation(double[] returns, int lag) {
    if (lag < 1) {
      throw MetricException.domain("lag", lag, "a whole number of 1 or more");
    }
    if (returns.length <= lag) {
      throw MetricException.tooFew("returns", returns.length, lag + 1);
    }
    Checks.varying("returns", returns);
    return ofDeviations(Centre.of(returns).deviations(returns), lag);
  }

  /** Σd_t·d_{t−l}/Σd² of the deviations d from the mean. */
  private static double ofDeviations(double[] deviations, int lag) {
    double[] early = Arrays.copyOf(deviations, deviations.length - lag);
    double[] late = Arrays.copyOfRange(deviations, lag, deviations.length);
    return CompensatedSum.ofProducts(early, late)
        / CompensatedSum.ofProducts(deviations, deviations);
  }

  /**
   * p value of the Ljung–Box test that the first autocorrelations are all 0, n(n+2)Σρ_l²/(n−l) ~
   * χ²(lags) (Ljung and Box 1978); edge cases as {@link #autocorrelation}.
   *
   * @param returns returns per period, decimals, oldest first
   * @param lags how many, 1 or more
   */
  public static double ljungBox(double[] returns, int lags) {
    if (lags < 1) {
      throw MetricException.domain("lags", lags, "a whole number of 1 or more");
    }
    int n = returns.length;
    if (n <= lags) {
      throw MetricException.tooFew("returns", n, lags + 1);
    }
    Checks.varying("returns", returns);
    double[] deviations = Centre.of(returns).deviations(returns);
    double sum = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double rho = ofDeviations(deviations, lag);
      sum += rho * rho / (n - lag);
    }
    return chiSquareTail(n * (n + 2.0) * sum, lags);
  }

  /**
   * p value of the Jarque–Bera test of a normal distribution, n/6(g1²+g2²/4) ~ χ²(2) (Jarque and
   * Bera 1980); fewer than two returns or a constant series: {@link Failure#UNDEFINED}.
   *
   * @param returns returns per period, decimals
   */
  public static double jarqueBera(double[] returns) {
    Checks.varying("returns", returns);
    Statistics.Shape shape = Statistics.shape(returns);
    double g1 = shape.skewness();
    double g2 = shape.excessKurtosis();
    return Math.exp(-returns.length / 12.0 * (g1 * g1 + g2 * g2 / 4));
  }

  /** The probability that a χ² variable exceeds x. */
  static double chiSquareTail(double x, double freedom) {
    return Gamma.regularizedGammaQ(freedom / 2, x / 2);
  }

  /**
   * Hurst exponent by rescaled range, the slope of ln(R/S) on ln(block) for blocks of 8, 16, 32… up
   * to n/2 (Mandelbrot and Wallis 1969): 0.5 without memory, above it for trends. R/S is the mean
   * over the ⌊n/b⌋ blocks that follow each other from the first row, R the range of the cumulated
   * deviations from the block's mean, S its sample standard deviation; constant blocks are left
   * out.
   *
   * <ul>
   *   <li>Fewer than 32 returns, or fewer than two block lengths with a block that varies: {@link
   *       Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals, oldest first
   */
  public static double hurst(double[] returns) {
    Checks.atLeast(4 * SMALLEST_BLOCK, "returns", returns);
    int most = 31 - Integer.numberOfLeadingZeros(returns.length / 2 / SMALLEST_BLOCK) + 1;
    double[] lengths = new double[most];
    double[] ranges = new double[most];
    int n = 0;
    for (int block = SMALLEST_BLOCK; block <= returns.length / 2; block *= 2) {
      double mean = meanRescaledRange(returns, block);
      if (mean > 0) {
        lengths[n] = Math.log(block);
        ranges[n] = Math.log(mean);
        n++;
      }
    }
    if (n < 2) {
      throw MetricException.zero("returns", "blocks of constant returns", "returns that vary");
    }
    return MarketModel.beta(Arrays.copyOf(ranges, n), Arrays.copyOf(lengths, n));
  }

  /** The mean R/S over the blocks of this length that vary, 0 if none does. */
  private static double meanRescaledRange(double[] returns, int length) {
    double sum = 0;
    int blocks = 0;
    for (int from = 0; from + length <= returns.length; from += length) {
      double[] block = Arrays.copyOfRange(returns, from, from + length);
      double deviation = Statistics.standardDeviation(block);
      if (deviation > 0) {
        sum += range(block) / deviation;
        blocks++;
      }
    }
    return blocks == 0 ? 0 : sum / blocks;
  }

  private static double range(double[] block) {
    double mean = Statistics.mean(block);
    double cumulated = 0;
    double highest = Double.NEGATIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    for (double r : block) {
      cumulated += r - mean;
      highest = Math.max(highest, cumulated);
      lowest = Math.min(lowest, cumulated);
    }
    return highest - lowest;
  }
}
