package io.ballast.formula;

import io.ballast.functions.CellError;

/**
 * Applies what is defined for single values to arrays, cell by cell. A scalar serves every cell, a
 * row every row, a column every column; where an array has no cell the result is {@code #N/A}.
 */
final class Lift {
  private Lift() {}

  /** A range that is not gone over cell by cell but is seen whole by a function. */
  record Block(Object[][] cells) {}

  /** A function of single values. */
  @FunctionalInterface
  interface Scalar {
    Object apply(Object[] values) throws CellError;
  }

  /** Applies a function to arguments of which any may be an array. */
  static Object apply(Object[] arguments, Scalar function) {
    int rows = 0;
    int columns = 0;
    for (Object argument : arguments) {
      if (argument instanceof Object[][] block) {
        rows = Math.max(rows, block.length);
        columns = Math.max(columns, block[0].length);
      }
    }
    if (rows == 0) {
      return one(arguments, function);
    }
    Object[][] result = new Object[rows][columns];
    Object[] values = new Object[arguments.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        boolean inside = true;
        for (int a = 0; a < values.length; a++) {
          if (arguments[a] instanceof Object[][] block) {
            inside &= isInside(block, i, j);
            values[a] = inside ? at(block, i, j) : null;
          } else {
            values[a] = arguments[a];
          }
        }
        Object cell = inside ? one(values, function) : CellError.NA;
        result[i][j] = cell instanceof Object[][] ? CellError.VALUE : cell;
      }
    }
    return result;
  }

  /** Applies an operator to two values of which either may be an array. */
  static Object apply(BinaryOperator operator, Object left, Object right) {
    Object[][] a = left instanceof Object[][] block ? block : null;
    Object[][] b = right instanceof Object[][] block ? block : null;
    int rows = Math.max(a == null ? 1 : a.length, b == null ? 1 : b.length);
    int columns = Math.max(a == null ? 1 : a[0].length, b == null ? 1 : b[0].length);
    Object[][] result = new Object[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        boolean inside = (a == null || isInside(a, i, j)) && (b == null || isInside(b, i, j));
        result[i][j] =
            inside
                ? operator.one(a == null ? left : at(a, i, j), b == null ? right : at(b, i, j))
                : CellError.NA;
      }
    }
    return result;
  }

  /** Whether a block gives a cell to that place of a result. */
  static boolean isInside(Object[][] block, int row, int column) {
    return (block.length == 1 || row < block.length)
        && (block[0].length == 1 || column < block[0].length);
  }

  /** The cell that a block gives to a place of a result. */
  static Object at(Object[][] block, int row, int column) {
    Object[] cells = block[block.length == 1 ? 0 : row];
    return cells[cells.length == 1 ? 0 : column];
  }

  private static Object one(Object[] values, Scalar function) {
    try {
      return function.apply(values);
    } catch (CellError e) {
      return e;
    }
  }
}
