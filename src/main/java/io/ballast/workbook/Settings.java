package io.ballast.workbook;

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
 */
public record Settings(
    String currency,
    LocalDate asOf,
    int lookback,
    String benchmark,
    double riskFree,
    double periodsPerYear,
    double confidence) {
  /** Refuses a missing currency or benchmark. */
  public Settings {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(benchmark, "benchmark");
  }

  /** USD, all of the history, against BTC, no risk-free rate, 365 days, 95 %. */
  public static Settings standard() {
    return new Settings("USD", null, 0, "BTC", 0, 365, 0.95);
  }
}
