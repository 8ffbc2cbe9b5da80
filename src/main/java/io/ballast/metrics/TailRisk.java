package io.ballast.metrics;

/** The size of rare losses. A loss is positive: 0.2 is a loss of 20 %. */
public final class TailRisk {
  private TailRisk() {}

  /** How the distribution of returns is described. */
  public enum Method {
    /** By the returns themselves. */
    HISTORICAL,
    /** By a normal distribution with their mean and sample standard deviation. */
    NORMAL,
    /** By that, corrected for skewness and kurtosis: Cornish and Fisher 1938. */
    MODIFIED,
    /** By a normal distribution of mean 0 and the exponentially weighted variance, λ = 0.94. */
    EWMA,
    /** By a Student distribution with their mean, standard deviation and excess kurtosis. */
    STUDENT
  }

  /**
   * Value at risk of one period: the loss not exceeded with the given confidence.
   *
   * <ul>
   *   <li>{@link Method#HISTORICAL}: −q, the quantile of type 7 (Hyndman and Fan 1996) at 1−c.
   *   <li>{@link Method#NORMAL}: −(m+z·s), z = Φ⁻¹(1−c).
   *   <li>{@link Method#MODIFIED}: the same with z + (z²−1)g1/6 + (z³−3z)g2/24 − (2z³−5z)g1²/36 in
   *       the place of z (Favre and Galeano 2002); constant returns: {@link Failure#UNDEFINED}.
   *   <li>{@link Method#EWMA}: −z·√v_n, as {@code EWMA_VOLATILITY} (RiskMetrics 1996).
   *   <li>{@link Method#STUDENT}: −(m + t·s√((ν−2)/ν)), ν = 4+6/g2; without excess kurtosis: {@link
   *       Failure#OUT_OF_DOMAIN}.
   *   <li>No returns, fewer than two for the methods with s: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param confidence c, above 0.5 and below 1
   */
  public static double valueAtRisk(double[] returns, double confidence, Method method) {
    Checks.confidence(confidence);
    Checks.atLeast(1, "returns", returns);
    double tail = 1 - confidence;
    double z = Normal.quantile(tail);
    return switch (method) {
      case HISTORICAL -> -Quantiles.of(returns, tail);
      case NORMAL -> loss(returns, z);
      case MODIFIED -> loss(returns, cornishFisher(shape(returns), z));
      case EWMA -> -z * Math.sqrt(Volatility.ewmaVariance(returns, Covariance.LAMBDA));
      case STUDENT -> {
        Student student = Student.fit(returns);
        yield loss(returns, student.scale * student.quantile(tail));
      }
    };
  }

  /**
   * Expected shortfall of one period: the mean loss in the worst share 1−c of cases.
   *
   * <ul>
   *   <li>{@link Method#HISTORICAL}: the mean of the worst n(1−c) returns, the one at the boundary
   *       counted by its fraction (Rockafellar and Uryasev 2002).
   *   <li>{@link Method#NORMAL}: −m + s·φ(z)/(1−c).
   *   <li>{@link Method#MODIFIED}: Boudt, Peterson and Croux 2008, never below the modified value
   *       at risk. Far from the normal distribution the expansion fails (Maillard 2012): compare it
   *       with the historical one.
   *   <li>{@link Method#EWMA}: √v_n·φ(z)/(1−c).
   *   <li>{@link Method#STUDENT}: −m + s√((ν−2)/ν)·f(t)/(1−c)·(ν+t²)/(ν−1).
   * </ul>
   *
   * Arguments and edge cases as {@link #valueAtRisk}.
   */
  public static double expectedShortfall(double[] returns, double confidence, Method method) {
    Checks.confidence(confidence);
    Checks.atLeast(1, "returns", returns);
    double tail = 1 - confidence;
    double z = Normal.quantile(tail);
    double meanOfTail = -Normal.density(z) / tail;
    return switch (method) {
      case HISTORICAL -> -meanOfLeast(returns, tail * returns.length);
      case NORMAL -> loss(returns, meanOfTail);
      case MODIFIED -> loss(returns, modifiedMeanOfTail(returns, z, tail));
      case EWMA -> -meanOfTail * Math.sqrt(Volatility.ewmaVariance(returns, Covariance.LAMBDA));
      case STUDENT -> {
        Student student = Student.fit(returns);
        yield loss(returns, student.scale * student.meanBelow(tail));
      }
    };
  }

  /**
   * Hill's tail index α = k/Σ_{i≤k} ln(L_i/L_{k+1}) of the k = ⌊tail·n⌋ greatest losses L (Hill
   * 1975): the smaller, the fatter the tail.
   *
   * <ul>
   *   <li>k of 0, fewer than k+1 losses, or k+1 equal ones: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals
   * @param tail the share of all n returns in the tail, above 0 and below 1
   */
  public static double hillIndex(double[] returns, double tail) {
    Checks.share("tail", tail);
    int k = (int) Decimals.roundDown(tail * returns.length, 1);
    boolean enough = k > 0 && k < returns.length;
    double[] sorted = enough ? Selection.ranks(returns, 0, k) : returns;
    if (!enough || sorted[k] >= 0) {
      throw MetricException.zero(
          "returns",
          returns.length + " numbers, too few of them losses",
          "at least " + (k + 1) + " losses and a tail of at least one");
    }
    double[] logs = new double[k];
    for (int i = 0; i < k; i++) {
      logs[i] = Math.log(sorted[i] / sorted[k]);
    }
    double sum = Statistics.sum(logs);
    Checks.denominator("returns", sum, "equal losses in the tail", "losses that differ");
    return k / sum;
  }

  /**
   * Loss of a portfolio when the market moves, −Σw·max(β·shock, −1): no asset loses more than all.
   *
   * <ul>
   *   <li>No assets: {@link Failure#UNDEFINED}. Different lengths: {@link Failure#NOT_AVAILABLE}.
   * </ul>
   *
   * @param weights one an asset
   * @param betas β of each asset, as many
   * @param shock the market's move, −0.3 for a fall of 30 %
   */
  public static double stressLoss(double[] weights, double[] betas, double shock) {
    Checks.sameLength("betas", betas, "weights", weights);
    Checks.atLeast(1, "weights", weights);
    double[] losses = new double[weights.length];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = -weights[i] * Math.max(betas[i] * shock, -1);
    }
    return Statistics.sum(losses);
  }

  /** −(m + x·s). */
  private static double loss(double[] returns, double x) {
    Checks.atLeast(2, "returns", returns);
    return -(Statistics.mean(returns) + x * Statistics.standardDeviation(returns));
  }

  private static Statistics.Shape shape(double[] returns) {
    Checks.varying("returns", returns);
    return Statistics.shape(returns);
  }

  /** The quantile of Cornish and Fisher at the normal quantile z. */
  static double cornishFisher(Statistics.Shape shape, double z) {
    double g1 = shape.skewness();
    double g2 = shape.excessKurtosis();
    double z3 = z * z * z;
    return z + (z * z - 1) * g1 / 6 + (z3 - 3 * z) * g2 / 24 - (2 * z3 - 5 * z) * g1 * g1 / 36;
  }

  /** The mean below h of the Edgeworth density, in standard deviations, at most h. */
  private static double modifiedMeanOfTail(double[] returns, double z, double tail) {
    Statistics.Shape shape = shape(returns);
    double h = cornishFisher(shape, z);
    double g1 = shape.skewness();
    double g2 = shape.excessKurtosis();
    double h2 = h * h;
    double h4 = h2 * h2;
    double bracket =
        1
            + h * h2 * g1 / 6
            + (h4 - 2 * h2 - 1) * g2 / 24
            + (h4 * h2 - 9 * h4 + 9 * h2 + 3) * g1 * g1 / 72;
    return Math.min(h, -Normal.density(h) * bracket / tail);
  }

  /**
   * The mean of so many of the least values, the last one counted by its fraction.
   *
   * @param count above 0, at most as many as there are
   */
  static double meanOfLeast(double[] values, double count) {
    int whole = (int) Math.min(count, values.length - 1);
    double[] parts = Selection.ranks(values, 0, whole);
    parts[whole] *= count - whole;
    return Statistics.sum(parts) / count;
  }

  /** A Student distribution fitted by moments, in units of the sample standard deviation. */
  private record Student(double freedom, double scale) {
    static Student fit(double[] returns) {
      double g2 = shape(returns).excessKurtosis();
      if (!(g2 > 0)) {
        throw MetricException.domain(
            "returns", g2, "an excess kurtosis above 0 for the method \"student\"");
      }
      double freedom = 4 + 6 / g2;
      return new Student(freedom, Math.sqrt((freedom - 2) / freedom));
    }

    double quantile(double p) {
      return StudentT.quantile(p, freedom);
    }

    double meanBelow(double p) {
      double t = quantile(p);
      return -StudentT.density(t, freedom) / p * (freedom + t * t) / (freedom - 1);
    }
  }
}
