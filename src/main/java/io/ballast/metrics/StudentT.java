package io.ballast.metrics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Student's t distribution with any degrees of freedom ν above 0. */
public final class StudentT {
  private static final double MANY = 1e4;

  private StudentT() {}

  /** The density at t. */
  public static double density(double t, double freedom) {
    double half = freedom / 2;
    double ratio =
        freedom < MANY
            ? Gamma.logGamma(half + 0.5) - Gamma.logGamma(half)
            : Math.log(half) / 2 - 1 / (8 * half) + 1 / (192 * half * half * half);
    double body = (freedom + 1) / 2 * Math.log1p(t * t / freedom);
    return Math.exp(ratio - body) / Math.sqrt(freedom * Math.PI);
  }

  /** The probability of a value further from 0 than t, on either side. */
  public static double tails(double t, double freedom) {
    return Beta.regularizedBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
  }

  /**
   * The quantile; from ν = 10,000 on by the expansion in 1/ν about the normal one (Abramowitz and
   * Stegun 1964, 26.7.5), where that has more digits.
   *
   * @param p a probability above 0 and below 1
   */
  public static double quantile(double p, double freedom) {
    if (freedom >= MANY) {
      return expansion(Normal.quantile(p), freedom);
    }
    TDistribution distribution = new TDistribution(null, freedom, 1e-14);
    double t = distribution.inverseCumulativeProbability(p);
    return t - (distribution.cumulativeProbability(t) - p) / density(t, freedom);
  }

  private static double expansion(double z, double freedom) {
    double z2 = z * z;
    double first = (z2 + 1) / 4;
    double second = ((5 * z2 + 16) * z2 + 3) / 96;
    double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    double n = freedom;
    return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n);
  }
}
