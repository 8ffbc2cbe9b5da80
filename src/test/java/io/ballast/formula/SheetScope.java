package io.ballast.formula;

import io.ballast.functions.CellError;
import java.util.Map;

/** One sheet of cells from A1 on, and names, for tests. */
record SheetScope(Object[][] cells, Map<String, Object> names) implements Scope {
  @Override
  public Object name(String name) {
    if (!names.containsKey(name)) {
      throw new FormulaException(CellError.NAME, name + " is not a name here");
    }
    return names.get(name);
  }

  @Override
  public Object cell(String sheet, int row, int column) {
    return row < cells.length && column < cells[row].length ? cells[row][column] : null;
  }

  @Override
  public Object[][] range(
      String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    Object[][] block = new Object[lastRow - firstRow + 1][lastColumn - firstColumn + 1];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block[0].length; j++) {
        block[i][j] = cell(sheet, firstRow + i, firstColumn + j);
      }
    }
    return block;
  }
}
