package io.ballast.market;

import java.time.LocalDate;
import java.util.List;

/**
 * Prices of several assets on common dates.
 *
 * <p>Arrays are indexed by asset, then by date; a missing price is {@code NaN}. The arrays are not
 * copied: a table is read only by convention, because a panel can hold millions of prices.
 *
 * @param dates ascending, without duplicates
 * @param assets unique names, one a column
 * @param close closing prices
 * @param open opening prices, null if the source has none; likewise {@code high}, {@code low}
 * @param high highest prices or null
 * @param low lowest prices or null
 * @param volume traded units or null
 */
public record PriceTable(
    List<LocalDate> dates,
    List<String> assets,
    double[][] close,
    double[][] open,
    double[][] high,
    double[][] low,
    double[][] volume) {

  /** A table of closing prices alone. */
  public static PriceTable ofClose(List<LocalDate> dates, List<String> assets, double[][] close) {
    return new PriceTable(dates, assets, close, null, null, null, null);
  }

  /** The column of an asset, or −1; names are compared exactly. */
  public int column(String asset) {
    return assets.indexOf(asset);
  }

  /** Whether open, high, low and close are all there. */
  public boolean hasBars() {
    return open != null && high != null && low != null;
  }

  /** The columns of these assets alone, in this order. */
  public PriceTable select(List<String> chosen) {
    int[] columns = chosen.stream().mapToInt(this::column).toArray();
    return new PriceTable(
        dates,
        List.copyOf(chosen),
        pick(close, columns),
        pick(open, columns),
        pick(high, columns),
        pick(low, columns),
        pick(volume, columns));
  }

  private static double[][] pick(double[][] all, int[] columns) {
    if (all == null) {
      return null;
    }
    double[][] picked = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      picked[i] = all[columns[i]];
    }
    return picked;
  }
}
