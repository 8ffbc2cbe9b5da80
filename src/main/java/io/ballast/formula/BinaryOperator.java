package io.ballast.formula;

import io.ballast.functions.CellError;

/** An operator between two values. */
enum BinaryOperator {
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  JOIN,
  ADD,
  SUBTRACT,
  MULTIPLY,
  DIVIDE,
  POWER;

  /** The result for single values or, cell by cell, for arrays. */
  Object apply(Object left, Object right) {
    return left instanceof Object[][] || right instanceof Object[][]
        ? Lift.apply(this, left, right)
        : one(left, right);
  }

  /** The result for single values; an error on either side is the result, the left one first. */
  Object one(Object left, Object right) {
    try {
      if (left instanceof Exception || right instanceof Exception) {
        return Coerce.error(left instanceof Exception ? left : right);
      }
      return switch (this) {
        case EQUAL -> compare(left, right) == 0;
        case NOT_EQUAL -> compare(left, right) != 0;
        case LESS -> compare(left, right) < 0;
        case LESS_OR_EQUAL -> compare(left, right) <= 0;
        case GREATER -> compare(left, right) > 0;
        case GREATER_OR_EQUAL -> compare(left, right) >= 0;
        case JOIN -> Coerce.fitting(Coerce.text(left) + Coerce.text(right));
        case ADD -> Coerce.finite(Coerce.number(left) + Coerce.number(right));
        case SUBTRACT -> Coerce.finite(Coerce.number(left) - Coerce.number(right));
        case MULTIPLY -> Coerce.finite(Coerce.number(left) * Coerce.number(right));
        case DIVIDE -> divide(Coerce.number(left), Coerce.number(right));
        case POWER -> power(Coerce.number(left), Coerce.number(right));
      };
    } catch (CellError e) {
      return e;
    }
  }

  /**
   * The order of two values that are not errors: numbers before text before FALSE before TRUE, text
   * whatever its case; a blank is 0, empty text or FALSE, whichever the other side needs.
   */
  static int compare(Object left, Object right) {
    if (left instanceof Double a && right instanceof Double b) {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    Object a = left == null ? blankLike(right) : left;
    Object b = right == null ? blankLike(left) : right;
    if (a instanceof Double x && b instanceof Double y) {
      return x < y ? -1 : x > y ? 1 : 0;
    }
    if (a instanceof String s && b instanceof String t) {
      return s.compareToIgnoreCase(t);
    }
    if (a instanceof Boolean p && b instanceof Boolean q) {
      return p.compareTo(q);
    }
    return Integer.compare(rank(a), rank(b));
  }

  /** x to the power y; 0 to 0 is {@code #NUM!}, as in Excel. */
  static Object power(double x, double y) {
    if (x == 0 && y == 0) {
      return CellError.NUM;
    }
    if (x == 0 && y < 0) {
      return CellError.DIV0;
    }
    return Coerce.finite(Math.pow(x, y));
  }

  private static Object divide(double x, double y) {
    return y == 0 ? CellError.DIV0 : Coerce.finite(x / y);
  }

  private static Object blankLike(Object other) {
    if (other instanceof String) {
      return "";
    }
    return other instanceof Boolean ? (Object) Boolean.FALSE : (Object) 0.0;
  }

  private static int rank(Object value) {
    return value instanceof Double ? 0 : value instanceof String ? 1 : 2;
  }
}
