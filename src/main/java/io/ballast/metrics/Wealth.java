package io.ballast.metrics;

/**
 * Compounded wealth that starts at 1 before the first return. The product is carried in two numbers
 * (Graillat 2009), the second what rounding took from the first, so that a long path has no more
 * rounding than its returns.
 */
final class Wealth {
  private double high = 1;
  private double low;

  /**
   * Compounds one return.
   *
   * @throws MetricException if it loses everything or more, −1 or less, or the wealth overflows
   */
  void grow(String argument, double r) {
    if (!(r > -1)) {
      throw MetricException.domain(argument, r, "returns above -1");
    }
    double factor = 1 + r;
    double product = high * factor;
    low = lost(high, low, r, factor, product);
    high = product;
    if (!(high < Double.POSITIVE_INFINITY)) {
      throw MetricException.domain(argument, r, "returns whose wealth stays finite");
    }
  }

  /**
   * What rounding has taken from a compounded product, (high + low)·(1+r) − high·factor rounded.
   *
   * @param factor 1 + r, rounded
   * @param product high·factor, rounded
   */
  static double lost(double high, double low, double r, double factor, double product) {
    double rest = r - (factor - 1);
    return Math.fma(low, factor, Math.fma(high, factor, -product) + high * rest);
  }

  /** Compounds a product of growth factors that is carried in two numbers. */
  void grow(double factor, double rest) {
    double product = high * factor;
    low = Math.fma(low, factor, Math.fma(high, factor, -product) + high * rest);
    high = product;
  }

  /** The wealth. */
  double value() {
    return high + low;
  }

  /** Wealth − 1 without cancellation. */
  double gain() {
    return (high - 1) + low;
  }

  /** Compound growth at another frequency, wealth^power − 1. */
  double gain(double power) {
    return Math.expm1(power * Math.log1p(gain()));
  }

  /** How far this wealth is below another, as a share of the other. */
  double below(Wealth peak) {
    double distance = peak.high - high;
    double back = distance - peak.high;
    double rest = (peak.high - (distance - back)) - (high + back);
    return (distance + (rest + (peak.low - low))) / peak.value();
  }

  /** Takes over the value of another. */
  void set(Wealth other) {
    high = other.high;
    low = other.low;
  }
}
