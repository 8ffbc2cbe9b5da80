package io.ballast.market;

import java.util.List;

/**
 * Where in a file the times, assets and prices are.
 *
 * @param name what the file was recognised as
 * @param firstRow how many rows that are not blank come before the first row of data
 * @param headings the name of each column, by number where the file gives none
 * @param time the column of dates or times
 * @param timeOfDay the column of the time of day, −1 if there is none
 * @param asset the column that names the asset, −1 if there is none
 * @param groups the columns of each asset
 * @param quote the currency of the prices, empty if it is not told
 * @param unused columns that are not known
 */
record Layout(
    String name,
    int firstRow,
    List<String> headings,
    int time,
    int timeOfDay,
    int asset,
    List<Group> groups,
    String quote,
    List<Integer> unused) {

  /**
   * The columns of one asset.
   *
   * @param asset its name as the heading has it, null if a column or the file names it
   * @param columns by {@link PriceField}, −1 for what is not there
   */
  record Group(String asset, int[] columns) {}

  /** How many columns the file has. */
  int width() {
    return headings.size();
  }

  /** Whether the file holds one asset that it need not name. */
  boolean isSingleAsset() {
    return asset < 0 && groups.size() == 1;
  }
}
