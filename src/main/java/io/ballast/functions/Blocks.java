package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import java.util.Collections;

/** Turns blocks of cells into matrices, one array per column, and matrices into blocks. */
final class Blocks {
  private Blocks() {}

  /**
   * A returns matrix: one asset per column, one period per row, rows skipped in which any column is
   * not a number; refuses prices, in the whole block or in a single column.
   */
  static double[][] returns(Object[][] range) {
    return complete("returns_matrix", markedReturns(range));
  }

  /** As {@link #returns} with every row, {@code NaN} for each skipped cell. */
  static double[][] markedReturns(Object[][] range) {
    double[][] marked = columns("returns_matrix", range);
    int cells = 0;
    for (double[] column : marked) {
      Cells.refusePrices("returns_matrix", Cells.compact(column));
      cells += column.length;
    }
    double[] all = new double[cells];
    int n = 0;
    for (double[] column : marked) {
      System.arraycopy(column, 0, all, n, column.length);
      n += column.length;
    }
    Cells.refusePrices("returns_matrix", Cells.compact(all));
    return marked;
  }

  /** The columns of a block, rows skipped in which any column is not a number. */
  static double[][] complete(String argument, Object[][] range) {
    return complete(argument, columns(argument, range));
  }

  private static double[][] complete(String argument, double[][] marked) {
    return Cells.complete(Collections.nCopies(marked.length, argument), marked);
  }

  /** The columns of a block, {@code NaN} for each skipped cell. */
  static double[][] columns(String argument, Object[][] range) {
    int width = 0;
    for (int i = 0; range != null && i < range.length; i++) {
      width = Math.max(width, range[i] == null ? 0 : range[i].length);
    }
    if (width == 0) {
      throw new MetricException(Failure.WRONG_TYPE, argument, "nothing", "a range of numbers");
    }
    double[][] columns = new double[width][];
    for (int j = 0; j < width; j++) {
      Object[][] column = new Object[range.length][1];
      for (int i = 0; i < range.length; i++) {
        column[i][0] = range[i] != null && j < range[i].length ? range[i][j] : null;
      }
      columns[j] = Cells.vector(argument, column);
    }
    return columns;
  }

  /**
   * One number for each of so many assets, none of them missing.
   *
   * @throws MetricException if there are more or fewer, or one is not a number
   */
  static double[] perAsset(String argument, Object[][] range, int assets) {
    double[] values = Cells.vector(argument, range);
    if (values.length != assets) {
      throw MetricException.lengths(argument, values.length, "returns_matrix", assets);
    }
    for (int i = 0; i < assets; i++) {
      if (Double.isNaN(values[i])) {
        throw new MetricException(
            Failure.NOT_AVAILABLE,
            argument,
            "no number in place " + (i + 1),
            "a number for each asset");
      }
    }
    return values;
  }

  /** One row of values, under the columns of the assets. */
  static Object[][] row(double[] values) {
    return new Object[][] {Cells.toCells(values)};
  }

  /** One column of values. */
  static Object[][] column(double[] values) {
    Object[][] column = new Object[values.length][];
    for (int i = 0; i < values.length; i++) {
      column[i] = new Object[] {Cells.toCell(values[i])};
    }
    return column;
  }

  /** A matrix as a block. */
  static Object[][] matrix(double[][] matrix) {
    Object[][] block = new Object[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      block[i] = Cells.toCells(matrix[i]);
    }
    return block;
  }
}
