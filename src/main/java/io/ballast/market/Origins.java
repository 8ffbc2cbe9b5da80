package io.ballast.market;

import java.util.List;

/** Which file and line each price of a table comes from. */
final class Origins {
  private final List<String> fileNames;
  private final int[][] lines;
  private final int[] file;
  private final int[][] files;

  Origins(List<String> fileNames, int assets) {
    this.fileNames = fileNames;
    this.lines = new int[assets][];
    this.file = new int[assets];
    this.files = new int[assets][];
  }

  /**
   * Keeps where the prices of an asset come from.
   *
   * @param positions the date of each price in the table
   */
  void put(int asset, PriceSeries series, int[] positions, int dates) {
    lines[asset] = new int[dates];
    file[asset] = series.file;
    files[asset] = series.files == null ? null : new int[dates];
    for (int i = 0; i < series.size; i++) {
      lines[asset][positions[i]] = series.lines[i];
      if (files[asset] != null) {
        files[asset][positions[i]] = series.files[i];
      }
    }
  }

  /** The name of the file of a price. */
  String file(int asset, int date) {
    return fileNames.get(files[asset] == null ? file[asset] : files[asset][date]);
  }

  /** The line of a price, 0 if the asset has no row on this date. */
  long line(int asset, int date) {
    return lines[asset][date];
  }
}
