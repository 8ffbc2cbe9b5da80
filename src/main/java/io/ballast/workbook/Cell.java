package io.ballast.workbook;

import io.ballast.formula.Formula;

/** A cell of a {@link Sheet}: a constant, or a formula and the value computed for it. */
final class Cell {
  final Style style;

  /** The parsed formula, null for a constant; shared by the cells that it was filled into. */
  final Formula formula;

  /** How far this cell lies from the one that the formula was written for. */
  final int rowShift;

  final int columnShift;

  /** The block that this cell's array formula fills, null for any other cell. */
  final ArrayBlock block;

  /** Double, String, Boolean, CellError or null; of a formula only once it is computed. */
  Object value;

  State state;

  enum State {
    PENDING,
    COMPUTING,
    DONE
  }

  /** The cells that one array formula fills. */
  record ArrayBlock(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

  private Cell(
      Style style,
      Formula formula,
      int rowShift,
      int columnShift,
      ArrayBlock block,
      Object value,
      State state) {
    this.style = style;
    this.formula = formula;
    this.rowShift = rowShift;
    this.columnShift = columnShift;
    this.block = block;
    this.value = value;
    this.state = state;
  }

  static Cell constant(Object value, Style style) {
    return new Cell(style, null, 0, 0, null, value, State.DONE);
  }

  static Cell formula(Formula formula, int rowShift, int columnShift, Style style) {
    return new Cell(style, formula, rowShift, columnShift, null, null, State.PENDING);
  }

  static Cell array(Formula formula, ArrayBlock block, Style style) {
    return new Cell(style, formula, 0, 0, block, null, State.PENDING);
  }
}
