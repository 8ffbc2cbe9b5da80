package io.ballast.workbook;

import java.time.LocalDate;
import java.util.List;

/** Portfolios made from others. */
final class Portfolios {
  private Portfolios() {}

  /**
   * Other holdings at the same prices, over another history.
   *
   * @param asOf null for the last date with prices
   */
  static Portfolio with(Portfolio base, List<Holding> holdings, int lookback, LocalDate asOf) {
    Settings s = base.settings();
    return new Portfolio(
        "Test",
        holdings,
        base.prices(),
        new Settings(
            s.currency(), asOf, lookback, "BTC", s.riskFree(), s.periodsPerYear(), s.confidence()),
        base.source());
  }
}
