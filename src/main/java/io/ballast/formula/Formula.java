package io.ballast.formula;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.Set;

/**
 * A parsed formula.
 *
 * <p>A formula belongs to the cell it was written for. Copied so many rows down and columns across,
 * its relative references move by the same shift, as in a spreadsheet; so one parsed formula serves
 * a whole filled column.
 *
 * <p>Formulas calculate as array formulas, as Excel 365 does: what is defined for single values
 * goes cell by cell over arrays, where a single value, row or column serves the whole array and a
 * cell that one of the arrays lacks is {@code #N/A}. Signs bind tighter than {@code ^}, so {@code
 * -2^2} is 4, and {@code ^} goes from left to right. Instances are immutable and safe to share.
 */
public final class Formula {
  /** The longest formula that a spreadsheet takes. */
  public static final int LONGEST = 8192;

  private final Node root;
  private final List<Piece> pieces;
  private final boolean usesAddIn;

  private Formula(Node root, List<Piece> pieces, boolean usesAddIn) {
    this.root = root;
    this.pieces = pieces;
    this.usesAddIn = usesAddIn;
  }

  /**
   * Parses a formula, with or without a leading {@code =}.
   *
   * @throws FormulaException if it does not follow the grammar ({@code #VALUE!}) or calls an
   *     unknown function ({@code #NAME?}); the message tells the position, counted from 1
   */
  public static Formula parse(String text) {
    Parser parser = new Parser(text);
    Node root = parser.parse();
    return new Formula(root, parser.pieces(), parser.usesAddIn());
  }

  /**
   * Evaluates the formula for a cell that lies so many rows below and columns right of its own.
   *
   * @return Double, String, Boolean, CellError, or an {@code Object[][]} of those and null for
   *     blank cells; a single blank cell is 0, an array of one cell its value
   * @throws FormulaException from the scope, for a name or cells that it does not have
   */
  public Object evaluate(Scope scope, int rowShift, int columnShift) {
    Object value = root.value(new Frame(scope, rowShift, columnShift));
    if (value instanceof Object[][] block && block.length == 1 && block[0].length == 1) {
      value = block[0][0];
    }
    if (value == null) {
      return 0.0;
    }
    return value instanceof Exception e ? CellError.of(e) : value;
  }

  /** The formula as a user types it at that shift, without {@code =}. */
  public String typed(int rowShift, int columnShift) {
    return print(false, rowShift, columnShift);
  }

  /**
   * The formula as a file stores it at that shift: our functions with the prefix {@code _xll.},
   * built-ins newer than Excel 2007 with {@code _xlfn.}.
   */
  public String stored(int rowShift, int columnShift) {
    return print(true, rowShift, columnShift);
  }

  /**
   * The text that {@link #stored} gives at one column shift and any row shift: for those who print
   * a formula that fills a column.
   */
  public FilledText filled(int columnShift) {
    FilledText.Builder out = new FilledText.Builder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Fixed fixed) {
        out.text(fixed.stored());
      } else if (piece instanceof Piece.Moving moving) {
        moving.print(out, columnShift);
      }
    }
    return out.build();
  }

  /** The functions of the spreadsheet itself that can be evaluated, in alphabetical order. */
  public static Set<String> builtIns() {
    return BuiltIns.names();
  }

  /** Whether the formula calls a worksheet function of ours. */
  public boolean usesAddIn() {
    return usesAddIn;
  }

  private String print(boolean stored, int rowShift, int columnShift) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Fixed fixed) {
        out.append(stored ? fixed.stored() : fixed.typed());
      } else if (piece instanceof Piece.Moving moving) {
        moving.print(out, rowShift, columnShift);
      }
    }
    return out.toString();
  }
}
