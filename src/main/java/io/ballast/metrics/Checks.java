package io.ballast.metrics;

/** Conditions that many measures share. */
final class Checks {
  private Checks() {}

  /** At least so many values. */
  static void atLeast(int needed, String argument, double[] values) {
    if (values.length < needed) {
      throw MetricException.tooFew(argument, values.length, needed);
    }
  }

  /** Values that are not all equal, at least two of them. */
  static void varying(String argument, double[] values) {
    atLeast(2, argument, values);
    if (Statistics.isConstant(values)) {
      throw MetricException.zero(argument, "a constant series", "values that vary");
    }
  }

  /** As many values as another argument has. */
  static void sameLength(String argument, double[] values, String other, double[] model) {
    if (values.length != model.length) {
      throw MetricException.lengths(argument, values.length, other, model.length);
    }
  }

  /** A confidence above 0.5 and below 1. */
  static double confidence(double confidence) {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw MetricException.domain(
          "confidence", confidence, "a share above 0.5 and below 1; did you mean 0.95?");
    }
    return confidence;
  }

  /** A share above 0 and below 1. */
  static double share(String argument, double share) {
    if (!(share > 0 && share < 1)) {
      throw MetricException.domain(argument, share, "a share above 0 and below 1");
    }
    return share;
  }

  /** A denominator that is not 0. */
  static double denominator(String argument, double value, String found, String expected) {
    if (value == 0) {
      throw MetricException.zero(argument, found, expected);
    }
    return value;
  }

  /** A finite number above 0. */
  static double positive(String argument, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw MetricException.domain(argument, value, "a number above 0");
    }
    return value;
  }

  /** A finite number, 0 or above. */
  static double notNegative(String argument, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw MetricException.domain(argument, value, "0 or above");
    }
    return value;
  }

  /** A probability. */
  static double probability(String argument, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw MetricException.domain(argument, value, "a probability from 0 to 1");
    }
    return value;
  }

  /** A share of a price or of capital: 0 or above and below 1. */
  static double belowOne(String argument, double value) {
    if (!(value >= 0 && value < 1)) {
      throw MetricException.domain(argument, value, "0 or above and below 1, as 0.1 for 10 %");
    }
    return value;
  }

  /** A finite number. */
  static double finite(String argument, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw MetricException.domain(argument, value, "a finite number");
    }
    return value;
  }

  /** A whole number of at least {@code least}. */
  static int whole(String argument, double value, int least) {
    if (value != Math.rint(value) || value < least || value > Integer.MAX_VALUE) {
      throw MetricException.domain(argument, value, "a whole number, " + least + " or more");
    }
    return (int) value;
  }
}
