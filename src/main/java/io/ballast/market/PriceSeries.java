package io.ballast.market;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prices of one asset in one file, growing; in the order of the file. */
final class PriceSeries {
  private static final int FIRST_CAPACITY = 16;
  private static final int STAGED_ROWS = 16;
  private static final int STAGED_WIDTH = 2 + PriceField.values().length;

  /** The name and currency of the asset. */
  final AssetNames.Pair asset;

  int size;

  /** Seconds since 1970; then, when the file is read, the start of each day or bar. */
  long[] times = new long[FIRST_CAPACITY];

  /** The line of the file. */
  int[] lines = new int[FIRST_CAPACITY];

  /** The number of the file, for each price if they come from several. */
  int file;

  int[] files;

  /** By field, then by price; null while no row gave the field. */
  final double[][] values = new double[PriceField.values().length][];

  /**
   * Rows on their way to the columns: a file with a row for each of thousands of assets a day would
   * otherwise touch as many pages of memory with each date.
   */
  private final double[] staged = new double[STAGED_ROWS * STAGED_WIDTH];

  private int stagedRows;

  PriceSeries(AssetNames.Pair asset) {
    this.asset = asset;
    values[PriceField.CLOSE.ordinal()] = new double[FIRST_CAPACITY];
  }

  /** Adds a price; {@link #flush} must follow the last one. */
  void add(long time, long line, double[] bar) {
    int at = stagedRows * STAGED_WIDTH;
    staged[at++] = time;
    staged[at++] = Math.min(line, Integer.MAX_VALUE);
    System.arraycopy(bar, 0, staged, at, bar.length);
    if (++stagedRows == STAGED_ROWS) {
      flush();
    }
  }

  /** Moves what was added to the columns. */
  void flush() {
    if (size + stagedRows > times.length) {
      grow();
    }
    for (int row = 0; row < stagedRows; row++) {
      times[size + row] = (long) staged[row * STAGED_WIDTH];
      lines[size + row] = (int) staged[row * STAGED_WIDTH + 1];
    }
    for (int field = 0; field < values.length; field++) {
      for (int row = 0; row < stagedRows; row++) {
        double value = staged[row * STAGED_WIDTH + 2 + field];
        if (values[field] == null && !Double.isNaN(value)) {
          values[field] = new double[times.length];
          Arrays.fill(values[field], 0, size + row, Double.NaN);
        }
        if (values[field] != null) {
          values[field][size + row] = value;
        }
      }
    }
    size += stagedRows;
    stagedRows = 0;
  }

  private void grow() {
    int capacity = size + (size >> 1) + STAGED_ROWS;
    times = Arrays.copyOf(times, capacity);
    lines = Arrays.copyOf(lines, capacity);
    for (int field = 0; field < values.length; field++) {
      if (values[field] != null) {
        values[field] = Arrays.copyOf(values[field], capacity);
      }
    }
  }

  /** One series of what several files say of an asset, in the order of the files. */
  static PriceSeries joined(List<PriceSeries> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    PriceSeries result = new PriceSeries(parts.get(0).asset);
    int size = 0;
    for (PriceSeries part : parts) {
      size = Math.addExact(size, part.size);
    }
    result.size = size;
    result.times = new long[size];
    result.lines = new int[size];
    result.files = new int[size];
    int at = 0;
    for (PriceSeries part : parts) {
      System.arraycopy(part.times, 0, result.times, at, part.size);
      System.arraycopy(part.lines, 0, result.lines, at, part.size);
      Arrays.fill(result.files, at, at + part.size, part.file);
      for (int field = 0; field < part.values.length; field++) {
        if (part.values[field] != null) {
          if (result.values[field] == null || result.values[field].length != size) {
            result.values[field] = new double[size];
            Arrays.fill(result.values[field], Double.NaN);
          }
          System.arraycopy(part.values[field], 0, result.values[field], at, part.size);
        }
      }
      at += part.size;
    }
    return result;
  }

  /** The file of a price. */
  int fileOf(int position) {
    return files == null ? file : files[position];
  }

  /** Moves a price to an earlier position. */
  void move(int from, int to) {
    times[to] = times[from];
    lines[to] = lines[from];
    if (files != null) {
      files[to] = files[from];
    }
    for (double[] value : values) {
      if (value != null) {
        value[to] = value[from];
      }
    }
  }

  boolean isSorted() {
    for (int i = 1; i < size; i++) {
      if (times[i] < times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  /** Puts the prices in order of time; those of one time stay in the order of the file. */
  void sort() {
    if (isSorted()) {
      return;
    }
    if (files == null && isStrictlyDescending()) {
      reverse();
      return;
    }
    int[] order = order();
    times = take(times, order);
    lines = take(lines, order);
    files = files == null ? null : take(files, order);
    for (int field = 0; field < values.length; field++) {
      if (values[field] != null) {
        double[] sorted = new double[size];
        for (int i = 0; i < size; i++) {
          sorted[i] = values[field][order[i]];
        }
        values[field] = sorted;
      }
    }
  }

  private static int[] take(int[] from, int[] order) {
    int[] result = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      result[i] = from[order[i]];
    }
    return result;
  }

  private static long[] take(long[] from, int[] order) {
    long[] result = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      result[i] = from[order[i]];
    }
    return result;
  }

  boolean isStrictlyDescending() {
    for (int i = 1; i < size; i++) {
      if (times[i] >= times[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private void reverse() {
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      long time = times[i];
      times[i] = times[j];
      times[j] = time;
      int line = lines[i];
      lines[i] = lines[j];
      lines[j] = line;
      for (double[] value : values) {
        if (value != null) {
          double price = value[i];
          value[i] = value[j];
          value[j] = price;
        }
      }
    }
  }

  /** The positions in order of time, by a merge sort that keeps equal times in order. */
  private int[] order() {
    int[] from = new int[size];
    int[] to = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    for (long width = 1; width < size; width *= 2) {
      for (long start = 0; start < size; start += 2 * width) {
        int middle = (int) Math.min(start + width, size);
        int end = (int) Math.min(start + 2 * width, size);
        int left = (int) start;
        int right = middle;
        for (int i = (int) start; i < end; i++) {
          boolean takeLeft =
              left < middle && (right >= end || times[from[left]] <= times[from[right]]);
          to[i] = takeLeft ? from[left++] : from[right++];
        }
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  /** The commonest distance between times that follow each other, in seconds; 0 with one time. */
  long step() {
    Map<Long, Integer> steps = new HashMap<>();
    // A few thousand distances tell the bar; the map holds no more than that.
    for (int i = 1; i < size && i < 5000; i++) {
      long distance = times[i] - times[i - 1];
      if (distance > 0) {
        steps.merge(distance, 1, Integer::sum);
      }
    }
    long step = 0;
    int most = 0;
    for (Map.Entry<Long, Integer> entry : steps.entrySet()) {
      int count = entry.getValue();
      if (count > most || (count == most && entry.getKey() < step)) {
        step = entry.getKey();
        most = count;
      }
    }
    return step;
  }
}
