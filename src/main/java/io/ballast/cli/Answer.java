package io.ballast.cli;

import io.ballast.formula.Formula;
import io.ballast.formula.FormulaException;
import io.ballast.formula.Scope;
import io.ballast.functions.CellError;
import io.ballast.functions.ErrorLog;

/**
 * What a formula evaluates to.
 *
 * @param formula as given
 * @param value Double, String, Boolean, or Object[][] with null for blanks; null if there is an
 *     error
 * @param error the error value, or null
 * @param reason why there is an error, or error cells in an array; else null
 * @param refused whether the formula cannot be read or asks for what is not there
 */
record Answer(String formula, Object value, CellError error, String reason, boolean refused) {
  /** Evaluates a formula. */
  static Answer of(String formula, Scope scope) {
    ErrorLog.clear();
    Object value;
    try {
      value = Formula.parse(formula).evaluate(scope, 0, 0);
    } catch (FormulaException e) {
      return new Answer(formula, null, e.error(), e.getMessage(), true);
    }
    if (value instanceof CellError error) {
      String reason = logged(error);
      return new Answer(formula, null, error, reason == null ? usual(error) : reason, false);
    }
    CellError first = value instanceof Object[][] rows ? firstError(rows) : null;
    return new Answer(formula, value, null, first == null ? null : logged(first), false);
  }

  private static CellError firstError(Object[][] rows) {
    for (Object[] row : rows) {
      for (Object cell : row) {
        if (cell instanceof Exception e) {
          return CellError.of(e);
        }
      }
    }
    return null;
  }

  /** The reason that one of our functions gave, the latest first. */
  private static String logged(CellError error) {
    return ErrorLog.latest(ErrorLog.CAPACITY).stream()
        .filter(entry -> entry.error() == error)
        .map(ErrorLog.Entry::reason)
        .findFirst()
        .orElse(null);
  }

  /** What makes the spreadsheet's own functions and operators give an error. */
  private static String usual(CellError error) {
    return switch (error.code()) {
      case DIV0 -> "a division by zero, or a statistic of too few numbers";
      case VALUE -> "text where a number is needed, or arrays that do not fit together";
      case NUM -> "a number outside the domain of a function, or a result too large";
      case NA -> "a value that is not available, such as a search without a match";
      case REF -> "a place outside the range";
      case NAME -> "a name that is not known";
      case NULL -> "an intersection without cells";
    };
  }
}
