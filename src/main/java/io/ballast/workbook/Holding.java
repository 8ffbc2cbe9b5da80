package io.ballast.workbook;

/**
 * A position in one asset.
 *
 * @param asset the asset's name in the price table
 * @param quantity units held, above 0; a short is marked by its side
 * @param targetWeight the wanted share of the portfolio, {@code NaN} if none is given; likewise:
 * @param entry the price paid per unit, or {@code NaN}
 * @param stop the price at which the position is to be sold, or {@code NaN}
 * @param side long or short
 * @param category such as "Smart contracts", or empty
 * @param tier "Established" or "Promising", or empty
 */
public record Holding(
    String asset,
    double quantity,
    double targetWeight,
    double entry,
    double stop,
    Side side,
    String category,
    String tier) {
  /** Which way a position gains. */
  public enum Side {
    LONG,
    SHORT
  }

  /** A long position without category and tier. */
  public Holding(String asset, double quantity, double targetWeight, double entry, double stop) {
    this(asset, quantity, targetWeight, entry, stop, Side.LONG, "", "");
  }
}
