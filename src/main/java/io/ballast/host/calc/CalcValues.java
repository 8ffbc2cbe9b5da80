package io.ballast.host.calc;

import com.sun.star.uno.Any;
import io.ballast.functions.CellError;

/**
 * Turns Calc's values into the cells of the worksheet functions and results into Calc's values.
 *
 * <p>Calc has no value for an error but a NaN whose low bits hold its error code, none for a blank
 * in an array but empty text, and no logical values. An array with an error in it never reaches the
 * function around the one that returned it; therefore a missing value, {@code #N/A}, travels inside
 * arrays as the text {@code #N/A}.
 */
final class CalcValues {
  private static final long NAN = 0x7ff8000000000000L;
  private static final String MISSING = CellError.NA.toString();

  private CalcValues() {}

  /**
   * An argument as Calc hands it over.
   *
   * @param value a Double, a String, an {@code Object[][]} of them, which is converted in place, or
   *     a void {@code Any} for an omitted argument
   * @return null if omitted, else a Double, a String, {@code #N/A} or an {@code Object[][]} of them
   *     with null for each blank
   */
  static Object argument(Object value) {
    if (value instanceof Object[][] range) {
      for (Object[] row : range) {
        for (int j = 0; j < row.length; j++) {
          if (row[j] instanceof String text) {
            row[j] = text.isEmpty() ? null : text(text);
          }
        }
      }
      return range;
    }
    if (value instanceof String text) {
      return text(text);
    }
    return value instanceof Any any ? any.getObject() : value;
  }

  /** A function's result as Calc shows it. */
  static Object result(Object value) {
    if (value instanceof Object[][] block) {
      Object[][] cells = new Object[block.length][];
      for (int i = 0; i < cells.length; i++) {
        Object[] row = block[i];
        cells[i] = new Object[row.length];
        for (int j = 0; j < row.length; j++) {
          cells[i][j] = row[j] == CellError.NA ? MISSING : cell(row[j]);
        }
      }
      return cells;
    }
    return cell(value);
  }

  private static Object text(String text) {
    return text.equals(MISSING) ? CellError.NA : text;
  }

  private static Object cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean logical) {
      return logical ? 1.0 : 0.0;
    }
    return value instanceof CellError error ? (Object) error(error.code()) : value;
  }

  /** The number by which Calc knows an error value. */
  static double error(CellError.Code code) {
    return Double.longBitsToDouble(
        NAN
            | switch (code) {
              case NULL -> 521;
              case DIV0 -> 532;
              case VALUE -> 519;
              case REF -> 524;
              case NAME -> 525;
              case NUM -> 503;
              case NA -> 32767;
            });
  }
}
