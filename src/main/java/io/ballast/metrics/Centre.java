package io.ballast.metrics;

/**
 * The arithmetic mean of a series, carried in two numbers so that deviations from it have all their
 * digits however large it is.
 *
 * @param mean the mean, rounded
 * @param rest what rounding took from it
 */
record Centre(double mean, double rest) {
  /** Deviations from it are the values themselves. */
  static final Centre ZERO = new Centre(0, 0);

  /** The mean of at least one value; of a constant series exactly its value. */
  static Centre of(double[] x) {
    if (Statistics.isConstant(x)) {
      return new Centre(x[0], 0);
    }
    CompensatedSum sum = CompensatedSum.of(x);
    double mean = sum.value() / x.length;
    return new Centre(mean, sum.about(mean, x.length) / x.length);
  }

  /** How far a value is from the mean. */
  double deviation(double v) {
    return (v - mean) - rest;
  }

  /** How far each value is from the mean; exactly 0 for a constant series. */
  double[] deviations(double[] x) {
    double[] deviations = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      deviations[i] = (x[i] - mean) - rest;
    }
    return deviations;
  }

  /** The sample standard deviation of the series with this mean. */
  double standardDeviation(double[] x) {
    return Math.sqrt(CompensatedSum.ofSquares(x, this) / (x.length - 1));
  }
}
