package io.ballast.formula;

/**
 * Where a formula finds its names and cells. Rows and columns count from 0; a sheet is null for the
 * formula's own. Values are as in {@link io.ballast.functions}: null, Double, String, Boolean,
 * CellError, and for a name or range an {@code Object[][]} of those, row by row.
 */
public interface Scope {
  /**
   * The value of a defined name.
   *
   * @param name in any case
   * @throws FormulaException if there is no such name
   */
  Object name(String name);

  /**
   * The value of one cell.
   *
   * @throws FormulaException if there are no cells here
   */
  Object cell(String sheet, int row, int column);

  /** The values of a block of cells, bounds inclusive. The evaluator does not change it. */
  Object[][] range(String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn);

  /**
   * Where the cells of a defined name begin.
   *
   * @return row and column of the first cell, null if the name does not stand for cells
   */
  default int[] origin(String name) {
    return null;
  }
}
