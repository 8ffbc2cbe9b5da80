package io.ballast.workbook;

/**
 * A position in one asset.
 *
 * @param asset the asset's name in the price table
 * @param quantity units held, above 0
 * @param targetWeight the wanted share of the portfolio, {@code NaN} if none is given; likewise:
 * @param entry the price paid per unit, or {@code NaN}
 * @param stop the price at which the position is to be sold, or {@code NaN}
 */
public record Holding(
    String asset, double quantity, double targetWeight, double entry, double stop) {}
