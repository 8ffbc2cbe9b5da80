package io.ballast.metrics;

/** Checks of single numbers that many measures share; each returns the number it checked. */
final class Domain {
  private Domain() {}

  static double positive(String argument, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw MetricException.domain(argument, value, "a number above 0");
    }
    return value;
  }

  static double notNegative(String argument, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw MetricException.domain(argument, value, "0 or above");
    }
    return value;
  }

  static double probability(String argument, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw MetricException.domain(argument, value, "a probability from 0 to 1");
    }
    return value;
  }

  /** A share of a price or of capital: 0 or above and below 1. */
  static double share(String argument, double value) {
    if (!(value >= 0 && value < 1)) {
      throw MetricException.domain(argument, value, "0 or above and below 1, as 0.1 for 10 %");
    }
    return value;
  }

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
