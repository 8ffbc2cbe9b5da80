package io.ballast.formula;

import io.ballast.functions.CellError;

/**
 * What an evaluation knows: where names and cells are found, and how far the formula was shifted.
 *
 * @param scope names and cells
 * @param rowShift rows below the cell that the formula was written for
 * @param columnShift columns right of it
 */
record Frame(Scope scope, int rowShift, int columnShift) {
  /**
   * An argument as an aggregate sees it: a reference is a range even if it is one cell, so that its
   * text and logical values are skipped; what is not a reference stays a scalar, which is coerced.
   */
  Object aggregateArgument(Node node) {
    Object value = node.value(this);
    return node.isReference() && !(value instanceof Object[][]) ? new Object[][] {{value}} : value;
  }

  /**
   * The cells of an argument in a given shape, from where its reference begins.
   *
   * @throws CellError {@code #REF!} if that leaves the sheet, {@code #VALUE!} if the argument is
   *     not a reference and has another shape
   */
  Object[][] blockOfShape(Node node, int rows, int columns) throws CellError {
    if (node instanceof Node.Cell cell) {
      return blockFrom(cell.sheet(), cell.corner(), rows, columns);
    }
    if (node instanceof Node.Range range) {
      return blockFrom(range.sheet(), range.from(), rows, columns);
    }
    Object value = node.value(this);
    BuiltIn.throwError(value);
    Object[][] block = Coerce.block(value);
    if (block.length != rows || block[0].length != columns) {
      throw CellError.VALUE;
    }
    return block;
  }

  private Object[][] blockFrom(String sheet, Corner corner, int rows, int columns)
      throws CellError {
    int row = corner.row(rowShift);
    int column = corner.column(columnShift);
    int lastRow = row + rows - 1;
    int lastColumn = column + columns - 1;
    if (!Corner.isOnSheet(row, column) || !Corner.isOnSheet(lastRow, lastColumn)) {
      throw CellError.REF;
    }
    return scope.range(sheet, row, column, lastRow, lastColumn);
  }
}
