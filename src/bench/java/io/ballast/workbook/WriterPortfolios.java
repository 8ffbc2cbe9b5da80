package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded portfolios of 20 assets over 730 days, each with prices of its own. */
final class WriterPortfolios {
  private static final int ASSETS = 20;
  private static final int DAYS = 731;

  private WriterPortfolios() {}

  /** The portfolio of this number; the same number gives the same portfolio. */
  static Portfolio of(int number) {
    Random random = new Random(number);
    List<LocalDate> dates = new ArrayList<>();
    for (int t = 0; t < DAYS; t++) {
      dates.add(LocalDate.of(2023, 1, 1).plusDays(t));
    }
    List<String> assets = new ArrayList<>();
    double[][] close = new double[ASSETS][DAYS];
    double[] market = new double[DAYS];
    for (int t = 0; t < DAYS; t++) {
      market[t] = 0.02 * random.nextGaussian();
    }
    List<Holding> holdings = new ArrayList<>();
    for (int a = 0; a < ASSETS; a++) {
      assets.add("ASSET" + a);
      double price = Math.exp(8 * random.nextDouble() - 1);
      for (int t = 0; t < DAYS; t++) {
        price *= Math.exp(market[t] + 0.03 * random.nextGaussian());
        close[a][t] = Math.round(price * 10_000) / 10_000.0;
      }
      holdings.add(
          new Holding(
              assets.get(a),
              Math.round(1e6 * (0.5 + random.nextDouble()) / close[a][DAYS - 1]) / 100.0,
              1.0 / ASSETS,
              close[a][DAYS / 2],
              Double.NaN));
    }
    return new Portfolio(
        "Portfolio " + number,
        holdings,
        PriceTable.ofClose(dates, assets, close),
        new Settings("USD", null, 730, assets.get(0), 0.02, 365, 0.95),
        "Synthetic data");
  }
}
