package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns ranges into series of numbers: the one place that decides what a blank, a text, a logical
 * value or an error cell means in a range (conventions 9 to 13 of the function contract). Blank,
 * text, TRUE and FALSE are skipped, and so is {@code #N/A}; any other error cell is the function's
 * result.
 */
final class Cells {
  private Cells() {}

  /** The numbers of a range in order, the other cells skipped. */
  static double[] numbers(String argument, Object[][] range) {
    return vector(argument, range, false);
  }

  /**
   * A single row or column as numbers, {@code NaN} for each skipped cell, so that positions stay.
   *
   * @throws MetricException if the range is omitted or is a block of several rows and columns
   */
  static double[] vector(String argument, Object[][] range) {
    return vector(argument, range, true);
  }

  /** Marks skipped cells or leaves them out, in one pass over what may be many cells. */
  private static double[] vector(String argument, Object[][] range, boolean marked) {
    boolean isRow = range == null || range.length <= 1;
    if (isRow) {
      require(argument, range);
    }
    boolean checked = isRow;
    double[] values = new double[isRow ? range[0].length : range.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      Object[] row = range[isRow ? 0 : i];
      if (!checked && (row == null || row.length != 1 || !(row[0] instanceof Double))) {
        requireColumn(argument, range);
        checked = true;
      }
      double value = cell(argument, row, isRow ? i : 0);
      if (marked || !Double.isNaN(value)) {
        values[n++] = value;
      }
    }
    return n == values.length ? values : Arrays.copyOf(values, n);
  }

  /** A column of a range, {@code NaN} for each skipped cell. */
  static double[] column(String argument, Object[][] range, int column) {
    double[] values = new double[range.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cell(argument, range[i], column);
    }
    return values;
  }

  /**
   * Several series of the same length, rows skipped in which any of them is not a number.
   *
   * @param arguments the names of the arguments
   * @param marked one series an argument, {@code NaN} for a skipped cell
   * @throws MetricException if the lengths differ
   */
  static double[][] complete(List<String> arguments, double[]... marked) {
    int length = marked[0].length;
    for (int j = 1; j < marked.length; j++) {
      if (marked[j].length != length) {
        throw MetricException.lengths(arguments.get(j), marked[j].length, arguments.get(0), length);
      }
    }
    boolean[] skipped = new boolean[length];
    int n = length;
    for (double[] series : marked) {
      for (int i = 0; i < length; i++) {
        if (Double.isNaN(series[i]) && !skipped[i]) {
          skipped[i] = true;
          n--;
        }
      }
    }
    double[][] kept = new double[marked.length][];
    for (int j = 0; j < marked.length; j++) {
      kept[j] = n == length ? marked[j] : without(marked[j], skipped, n);
    }
    return kept;
  }

  private static double[] without(double[] series, boolean[] skipped, int n) {
    double[] kept = new double[n];
    int k = 0;
    for (int i = 0; k < n; i++) {
      if (!skipped[i]) {
        kept[k++] = series[i];
      }
    }
    return kept;
  }

  /**
   * Applies a function to each series of a range: to each column of a block, or to a single row,
   * whose result is a row too.
   *
   * @param f from values with {@code NaN} for a skipped cell to the cells' values: {@code NaN}
   *     becomes {@code #N/A}, an infinite value {@code #DIV/0!}
   */
  static Object[][] eachSeries(String argument, Object[][] range, UnaryOperator<double[]> f) {
    require(argument, range);
    if (range.length == 1) {
      return new Object[][] {Blocks.toCells(f.apply(vector(argument, range)))};
    }
    int columns = width(range);
    Object[][] result = null;
    for (int j = 0; j < columns; j++) {
      Object[] cells = Blocks.toCells(f.apply(column(argument, range, j)));
      if (result == null) {
        result = new Object[cells.length][columns];
      }
      for (int i = 0; i < cells.length; i++) {
        result[i][j] = cells[i];
      }
    }
    return result;
  }

  /**
   * All cells of a range, row by row, as they are; {@code #N/A} is blank and any other error cell
   * is the function's result.
   */
  static List<Object> flat(String argument, Object[][] range) {
    List<Object> cells = new ArrayList<>();
    int columns = width(range);
    for (Object[] row : range) {
      for (int j = 0; j < columns; j++) {
        Object value = row == null || j >= row.length ? null : row[j];
        if (value instanceof Exception e) {
          CellError error = CellError.of(e);
          if (error != CellError.NA) {
            throw new Worksheet.ErrorCell(argument, error);
          }
          value = null;
        }
        cells.add(value);
      }
    }
    return cells;
  }

  /** Refuses a range without cells. */
  static void require(String argument, Object[][] range) {
    if (range == null || range.length == 0 || width(range) == 0) {
      throw new MetricException(Failure.WRONG_TYPE, argument, "nothing", "a range of numbers");
    }
  }

  private static void requireColumn(String argument, Object[][] range) {
    require(argument, range);
    int columns = width(range);
    if (columns > 1) {
      throw new MetricException(
          Failure.WRONG_TYPE,
          argument,
          range.length + " rows by " + columns + " columns",
          "one row or one column");
    }
  }

  /** The cells of the longest row. */
  static int width(Object[][] range) {
    int width = 0;
    for (Object[] row : range) {
      width = Math.max(width, row == null ? 0 : row.length);
    }
    return width;
  }

  private static double cell(String argument, Object[] row, int column) {
    Object value = row == null || column >= row.length ? null : row[column];
    if (value instanceof Number number) {
      double x = number instanceof Double d ? d : number.doubleValue();
      return Double.isFinite(x) ? x : Double.NaN;
    }
    if (value instanceof Exception e) {
      CellError error = CellError.of(e);
      if (error != CellError.NA) {
        throw new Worksheet.ErrorCell(argument, error);
      }
    }
    return Double.NaN;
  }

  /** The values that are not {@code NaN}, the same array if all are. */
  static double[] compact(double[] marked) {
    int n = 0;
    while (n < marked.length && !Double.isNaN(marked[n])) {
      n++;
    }
    if (n == marked.length) {
      return marked;
    }
    double[] kept = Arrays.copyOf(marked, marked.length - 1);
    for (int i = n + 1; i < marked.length; i++) {
      if (!Double.isNaN(marked[i])) {
        kept[n++] = marked[i];
      }
    }
    return Arrays.copyOf(kept, n);
  }
}
