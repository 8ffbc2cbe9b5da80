package io.ballast.workbook;

import io.ballast.market.PriceTable;

/**
 * How much a workbook has space for: what is not used stays blank, and figures and charts follow
 * what is entered.
 *
 * @param holdings rows for holdings
 * @param assets columns of prices
 * @param days rows of prices
 */
public record Room(int holdings, int assets, int days) {
  /** The room of the bundled templates. */
  public static final Room TEMPLATE = new Room(20, 20, 1500);

  /** Exactly the room that a portfolio takes. */
  public static Room exact(Portfolio portfolio, PriceTable table) {
    return new Room(portfolio.holdings().size(), table.assets().size(), table.dates().size());
  }

  /** The larger of two rooms, each measure by itself. */
  public Room or(Room other) {
    return new Room(
        Math.max(holdings, other.holdings),
        Math.max(assets, other.assets),
        Math.max(days, other.days));
  }
}
