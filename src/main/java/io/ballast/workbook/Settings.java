package io.ballast.workbook;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The central assumptions of a workbook.
 *
 * @param currency the currency of prices and values
 * @param asOf the date of the report: later prices are not used; null for the last date with prices
 * @param lookback how many days of history to use at most, 0 for all
 * @param benchmark the asset that stands for the market
 * @param riskFree annual effective risk-free rate
 * @param periodsPerYear 365 for daily crypto prices
 * @param confidence of value at risk and expected shortfall
 * @param profile which limits are in force
 * @param limits those of each profile
 */
public record Settings(
    String currency,
    LocalDate asOf,
    int lookback,
    String benchmark,
    double riskFree,
    double periodsPerYear,
    double confidence,
    RiskProfile profile,
    LimitSet limits)
    implements Serializable {
  /** Refuses a missing currency, benchmark, profile or limits. */
  public Settings {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(benchmark, "benchmark");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(limits, "limits");
  }

  /** With the balanced profile and standard limits. */
  public Settings(
      String currency,
      LocalDate asOf,
      int lookback,
      String benchmark,
      double riskFree,
      double periodsPerYear,
      double confidence) {
    this(
        currency,
        asOf,
        lookback,
        benchmark,
        riskFree,
        periodsPerYear,
        confidence,
        RiskProfile.BALANCED,
        LimitSet.standard());
  }

  /** The same with another date. */
  public Settings withAsOf(LocalDate date) {
    return new Settings(
        currency, date, lookback, benchmark, riskFree, periodsPerYear, confidence, profile, limits);
  }

  /** The same against another benchmark and with another profile. */
  public Settings with(String otherBenchmark, RiskProfile otherProfile) {
    return new Settings(
        currency,
        asOf,
        lookback,
        otherBenchmark,
        riskFree,
        periodsPerYear,
        confidence,
        otherProfile,
        limits);
  }

  /** The same with other limits. */
  public Settings with(LimitSet otherLimits) {
    return new Settings(
        currency,
        asOf,
        lookback,
        benchmark,
        riskFree,
        periodsPerYear,
        confidence,
        profile,
        otherLimits);
  }

  /** USD, all of the history, against BTC, no risk-free rate, 365 days, 95 %. */
  public static Settings standard() {
    return new Settings("USD", null, 0, "BTC", 0, 365, 0.95);
  }
}
