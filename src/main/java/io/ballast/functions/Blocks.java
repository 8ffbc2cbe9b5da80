package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Turns blocks of cells into matrices, one array per column, and matrices into blocks. */
final class Blocks {
  private Blocks() {}

  /**
   * A returns matrix: one asset per column, one period per row, rows skipped in which any column is
   * not a number.
   */
  static double[][] returns(Object[][] range) {
    return complete("returns_matrix", markedReturns(range));
  }

  /** The columns of a block, rows skipped in which any column is not a number. */
  static double[][] complete(String argument, Object[][] range) {
    return complete(argument, columns(argument, range));
  }

  private static double[][] complete(String argument, double[][] marked) {
    return Cells.complete(Collections.nCopies(marked.length, argument), marked);
  }

  /**
   * A returns matrix with its positions, {@code NaN} for each skipped cell; a block of prices is
   * refused.
   */
  static double[][] markedReturns(Object[][] range) {
    double[][] marked = columns("returns_matrix", range);
    double[] all = new double[marked.length * marked[0].length];
    for (int j = 0; j < marked.length; j++) {
      System.arraycopy(marked[j], 0, all, j * marked[j].length, marked[j].length);
    }
    ReturnCells.refusePrices("returns_matrix", all);
    return marked;
  }

  /** The columns of a block, {@code NaN} for each skipped cell. */
  static double[][] columns(String argument, Object[][] range) {
    Cells.require(argument, range);
    int width = Cells.width(range);
    double[][] columns = new double[width][];
    for (int j = 0; j < width; j++) {
      columns[j] = Cells.column(argument, range, j);
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
    return new Object[][] {toCells(values)};
  }

  /** One column of values. */
  static Object[][] column(double[] values) {
    Object[][] column = new Object[values.length][];
    for (int i = 0; i < values.length; i++) {
      column[i] = new Object[] {toCell(values[i])};
    }
    return column;
  }

  /** A matrix as a block. */
  static Object[][] matrix(double[][] matrix) {
    Object[][] block = new Object[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      block[i] = toCells(matrix[i]);
    }
    return block;
  }

  /** Columns of values side by side, as {@link #toCells}. */
  static Object[][] columns(double[]... columns) {
    Object[][] block = new Object[columns[0].length][columns.length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        block[i][j] = toCell(columns[j][i]);
      }
    }
    return block;
  }

  /**
   * Returns of several assets less the risk-free rate of each period, incomplete rows skipped.
   *
   * @param riskFree as in {@link ReturnCells#riskFree}
   */
  static double[][] excessReturns(Object[][] range, Object[][] riskFree, double periodsPerYear) {
    double[][] marked = markedReturns(range);
    double[][] columns = Arrays.copyOf(marked, marked.length + 1);
    columns[marked.length] = ReturnCells.riskFree(riskFree, marked[0].length, periodsPerYear);
    List<String> names = new ArrayList<>(Collections.nCopies(marked.length, "returns_matrix"));
    names.add("risk_free");
    double[][] rows = Cells.complete(names, columns);
    double[][] excess = new double[marked.length][];
    for (int i = 0; i < excess.length; i++) {
      excess[i] = Statistics.difference(rows[i], rows[marked.length]);
    }
    return excess;
  }

  /** A name for each of so many assets, as the cells hold them. */
  static Object[] namesPerAsset(String argument, Object[][] range, int assets) {
    List<Object> names = new ArrayList<>();
    for (Object[] row : range == null ? new Object[0][] : range) {
      names.addAll(Arrays.asList(row == null ? new Object[0] : row));
    }
    if (names.size() != assets) {
      throw MetricException.lengths(argument, names.size(), "returns_matrix", assets);
    }
    for (Object name : names) {
      if (!(name instanceof String || name instanceof Number)) {
        throw new MetricException(
            Failure.NOT_AVAILABLE, argument, "a cell without a name", "a name for each asset");
      }
    }
    return names.toArray();
  }

  /** Whether an optional range is left out or a single blank cell. */
  static boolean isOmitted(Object[][] range) {
    if (range == null || range.length == 0) {
      return true;
    }
    Object[] first = range[0];
    return range.length == 1
        && (first == null || first.length == 0 || (first.length == 1 && first[0] == null));
  }

  /** Values laid out like a range: as a row if it is a single row, else as a column. */
  static Object[][] likeRange(Object[][] range, double[] values) {
    return range.length == 1 ? row(values) : column(values);
  }

  /** Cells for values of which {@code NaN} is {@code #N/A} and an infinite one {@code #DIV/0!}. */
  static Object[] toCells(double[] values) {
    Object[] cells = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      cells[i] = toCell(values[i]);
    }
    return cells;
  }

  /** As {@link #toCells}, one cell. */
  static Object toCell(double value) {
    if (Double.isNaN(value)) {
      return CellError.NA;
    }
    return Double.isInfinite(value) ? CellError.DIV0 : (Object) value;
  }
}
