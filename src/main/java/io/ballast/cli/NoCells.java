package io.ballast.cli;

import io.ballast.formula.FormulaException;
import io.ballast.formula.Scope;
import io.ballast.functions.CellError;

/** Where there is no data: a formula finds neither names nor cells. */
final class NoCells implements Scope {
  /** Why a cell reference cannot be evaluated here. */
  static FormulaException refusal() {
    return new FormulaException(
        CellError.VALUE,
        "there are no cells here to refer to: use the columns of --data by their names");
  }

  @Override
  public Object name(String name) {
    throw new FormulaException(
        CellError.NAME, name + " is not known: give a file with such a column by --data");
  }

  @Override
  public Object cell(String sheet, int row, int column) {
    throw refusal();
  }

  @Override
  public Object[][] range(
      String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    throw refusal();
  }
}
