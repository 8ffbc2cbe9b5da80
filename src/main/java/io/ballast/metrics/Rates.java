package io.ballast.metrics;

/** Annual effective rates and their per-period equivalents. */
public final class Rates {
  private Rates() {}

  /**
   * The per-period rate that compounds to an annual effective rate: (1+rate)^(1/k) − 1.
   *
   * @param argument the argument's name, for the message
   * @param annual an annual effective rate above −1
   * @param periodsPerYear k, above 0
   * @throws MetricException if the rate is −1 or less
   */
  public static double perPeriod(String argument, double annual, double periodsPerYear) {
    if (!(annual > -1) || Double.isInfinite(annual)) {
      throw MetricException.domain(argument, annual, "an annual rate above -1");
    }
    return Math.expm1(Math.log1p(annual) / periodsPerYear);
  }

  /**
   * Checks the number of periods in a year.
   *
   * @return the same number
   * @throws MetricException if it is not above 0 and finite
   */
  public static double checkPeriodsPerYear(double periodsPerYear) {
    if (!(periodsPerYear > 0) || Double.isInfinite(periodsPerYear)) {
      throw MetricException.domain("periods_per_year", periodsPerYear, "a number above 0");
    }
    return periodsPerYear;
  }
}
