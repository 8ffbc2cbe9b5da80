package io.ballast.metrics;

/** Conditions on series and on denominators that many measures share. */
final class Checks {
  private Checks() {}

  /** Values that are not all equal, at least two of them. */
  static void varying(String argument, double[] values) {
    Domain.atLeast(argument, values.length, 2);
    if (Statistics.isConstant(values)) {
      throw MetricException.zero(argument, "a constant series", "values that vary");
    }
  }

  /** A denominator that is not 0. */
  static double denominator(String argument, double value, String found, String expected) {
    if (value == 0) {
      throw MetricException.zero(argument, found, expected);
    }
    return value;
  }

  /** A share above 0 and below 1. */
  static double openShare(String argument, double share) {
    if (!(share > 0 && share < 1)) {
      throw MetricException.domain(argument, share, "a share above 0 and below 1");
    }
    return share;
  }
}
