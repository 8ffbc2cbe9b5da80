package io.ballast.formula;

import io.ballast.functions.CellError;

/** A sign before a value, or the percent sign after it. */
enum UnaryOperator {
  PLUS {
    @Override
    Object one(Object value) {
      return value;
    }
  },
  MINUS {
    @Override
    Object one(Object value) throws CellError {
      return -Coerce.number(value);
    }
  },
  PERCENT {
    @Override
    Object one(Object value) throws CellError {
      return Coerce.number(value) / 100;
    }
  };

  abstract Object one(Object value) throws CellError;

  /** The result for a single value or, cell by cell, for an array. */
  Object apply(Object value) {
    return Lift.apply(new Object[] {value}, values -> one(values[0]));
  }
}
