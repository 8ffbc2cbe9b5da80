package io.ballast.market;

import java.util.Arrays;

/** The prices of one asset as they come from the files, growing. */
final class PriceSeries {
  final String asset;
  int size;
  int[] days = new int[64];

  /** Which of the collector's files each price comes from, and on which line. */
  int[] files = new int[64];

  long[] lines = new long[64];

  /** By field, then by price; null while no file gave the field. */
  final double[][] values = new double[PriceField.values().length][];

  PriceSeries(String asset) {
    this.asset = asset;
    values[PriceField.CLOSE.ordinal()] = new double[64];
  }

  void add(int day, int file, long line, double[] bar) {
    if (size == days.length) {
      grow();
    }
    days[size] = day;
    files[size] = file;
    lines[size] = line;
    for (int field = 0; field < bar.length; field++) {
      if (values[field] == null && !Double.isNaN(bar[field])) {
        values[field] = new double[days.length];
        Arrays.fill(values[field], Double.NaN);
      }
      if (values[field] != null) {
        values[field][size] = bar[field];
      }
    }
    for (int field = bar.length; field < values.length; field++) {
      if (values[field] != null) {
        values[field][size] = Double.NaN;
      }
    }
    size++;
  }

  private void grow() {
    int capacity = 2 * size;
    days = Arrays.copyOf(days, capacity);
    files = Arrays.copyOf(files, capacity);
    lines = Arrays.copyOf(lines, capacity);
    for (int field = 0; field < values.length; field++) {
      if (values[field] != null) {
        values[field] = Arrays.copyOf(values[field], capacity);
      }
    }
  }

  /** The positions in order of date; prices of one date in the order in which they came. */
  int[] order() {
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = ((long) days[i] << 32) | i;
    }
    Arrays.sort(keys);
    int[] result = new int[size];
    for (int i = 0; i < size; i++) {
      result[i] = (int) keys[i];
    }
    return result;
  }
}
