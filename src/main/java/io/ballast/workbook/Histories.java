package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The part of a price table that the workbook of a portfolio shows. */
final class Histories {
  /** What {@link #limit} says when every asset has a price on every day. */
  static final String NO_LIMIT = "none";

  private Histories() {}

  /**
   * The portfolio with its as-of date resolved to a date of the table, the last one if none is set.
   *
   * @throws PortfolioException if the table has no date up to the as-of date
   */
  static Portfolio resolved(Portfolio portfolio) throws PortfolioException {
    Settings s = portfolio.settings();
    LocalDate asOf = null;
    for (LocalDate date : portfolio.prices().dates()) {
      if (s.asOf() == null || !date.isAfter(s.asOf())) {
        asOf = date;
      }
    }
    if (asOf == null) {
      throw new PortfolioException(
          "as-of date", String.valueOf(s.asOf()), "a date with prices on or before it");
    }
    return portfolio.with(s.withAsOf(asOf));
  }

  /**
   * The prices of the assets held and of the benchmark, from the first date on which every asset
   * held has a price (and the look-back reaches) to the as-of date.
   *
   * @throws PortfolioException if an asset is not in the table, has no price on the as-of date, or
   *     if fewer than three dates are left
   */
  static PriceTable of(Portfolio given) throws PortfolioException {
    Portfolio portfolio = resolved(given);
    PriceTable prices = portfolio.prices();
    Settings settings = portfolio.settings();
    requirePrices(portfolio);
    List<String> held = portfolio.holdings().stream().map(Holding::asset).toList();
    if (prices.column(settings.benchmark()) < 0) {
      throw new PortfolioException(
          "benchmark", settings.benchmark(), "an asset of the price table");
    }
    PriceTable window = prices.window(held, settings.asOf(), settings.lookback());
    if (window.dates().size() < 3) {
      throw new PortfolioException(
          "asset",
          window.dates().size() + " days on which every asset has a price",
          "at least 3 days");
    }
    List<String> shown = new ArrayList<>(held);
    if (!shown.contains(settings.benchmark())) {
      shown.add(settings.benchmark());
    }
    List<LocalDate> dates = window.dates();
    return prices.between(shown, dates.get(0), dates.get(dates.size() - 1));
  }

  /**
   * As {@link #of}, with other assets of the table behind those held, in the table's order.
   *
   * @param most how many assets to show at most, those held and the benchmark aside
   */
  static PriceTable withOthers(Portfolio portfolio, int most) throws PortfolioException {
    PriceTable held = of(portfolio);
    List<String> shown = new ArrayList<>(held.assets());
    portfolio.prices().assets().stream()
        .filter(asset -> !held.assets().contains(asset))
        .limit(most)
        .forEach(shown::add);
    List<LocalDate> dates = held.dates();
    return portfolio.prices().between(shown, dates.get(0), dates.get(dates.size() - 1));
  }

  /**
   * Requires that every asset held has a price on the as-of date.
   *
   * @param portfolio resolved
   */
  static void requirePrices(Portfolio portfolio) throws PortfolioException {
    PriceTable prices = portfolio.prices();
    LocalDate asOf = portfolio.settings().asOf();
    int row = prices.dates().indexOf(asOf);
    for (Holding holding : portfolio.holdings()) {
      int column = prices.column(holding.asset());
      if (column < 0) {
        throw new PortfolioException("asset", holding.asset(), "an asset of the price table");
      }
      if (Double.isNaN(prices.close()[column][row])) {
        throw new PortfolioException(
            "asset", holding.asset() + " without a price on " + asOf, "a price on the as-of date");
      }
    }
  }

  /** The asset that makes the common history as short as it is, or {@link #NO_LIMIT}. */
  static String limit(Portfolio portfolio) {
    List<String> held = portfolio.holdings().stream().map(Holding::asset).toList();
    Settings settings = portfolio.settings();
    String asset =
        portfolio.prices().limits(held, settings.asOf(), settings.lookback()).limitingAsset();
    return asset == null ? NO_LIMIT : asset;
  }

  /**
   * Requires that every position is long.
   *
   * @param kind the workbook that takes no shorts
   */
  static void requireLong(Portfolio portfolio, String kind) throws PortfolioException {
    for (Holding holding : portfolio.holdings()) {
      if (holding.side() != Holding.Side.LONG) {
        throw new PortfolioException(
            "side", "a short of " + holding.asset(), "long positions only: " + kind);
      }
    }
  }
}
