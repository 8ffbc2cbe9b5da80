package io.ballast.formula;

/**
 * A parsed formula.
 *
 * <p>A formula belongs to the cell it was written for. Copied so many rows down and columns across,
 * its relative references move by the same shift, as in a spreadsheet; so one parsed formula serves
 * a whole filled column.
 */
public final class Formula {
  private Formula() {}

  /**
   * Parses a formula, with or without a leading {@code =}.
   *
   * @throws FormulaException if it does not follow the grammar or calls an unknown function
   */
  public static Formula parse(String text) {
    throw new FormulaException(io.ballast.functions.CellError.NAME, text);
  }

  /** Evaluates the formula for a cell that lies so many rows below and columns right of its own. */
  public Object evaluate(Scope scope, int rowShift, int columnShift) {
    return null;
  }

  /** The formula as a user types it at that shift, without {@code =}. */
  public String typed(int rowShift, int columnShift) {
    return "";
  }

  /**
   * The formula as a file stores it at that shift: add-in functions with the prefix {@code _xll.},
   * newer built-ins with {@code _xlfn.}.
   */
  public String stored(int rowShift, int columnShift) {
    return "";
  }

  /** Whether the formula calls a worksheet function of ours. */
  public boolean usesAddIn() {
    return false;
  }
}
