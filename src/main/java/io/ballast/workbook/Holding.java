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
 * @param leverage value ÷ margin of the position, from {@value #LEAST_LEVERAGE} to {@value
 *     #MOST_LEVERAGE}, or {@code NaN} if nothing is borrowed; likewise:
 * @param score of a due diligence made elsewhere, from 0 to {@value #HIGHEST_SCORE}, or {@code NaN}
 */
public record Holding(
    String asset,
    double quantity,
    double targetWeight,
    double entry,
    double stop,
    Side side,
    String category,
    String tier,
    double leverage,
    double score) {
  /** The least leverage there is. */
  public static final double LEAST_LEVERAGE = 0.1;

  /** The most leverage that a venue gives. */
  public static final double MOST_LEVERAGE = 125;

  /** The best score of a due diligence. */
  public static final double HIGHEST_SCORE = 100;

  /** Which way a position gains. */
  public enum Side {
    LONG,
    SHORT
  }

  /** A long position without category and tier. */
  public Holding(String asset, double quantity, double targetWeight, double entry, double stop) {
    this(asset, quantity, targetWeight, entry, stop, Side.LONG, "", "");
  }

  /** A position without leverage and score. */
  public Holding(
      String asset,
      double quantity,
      double targetWeight,
      double entry,
      double stop,
      Side side,
      String category,
      String tier) {
    this(asset, quantity, targetWeight, entry, stop, side, category, tier, Double.NaN, Double.NaN);
  }
}
