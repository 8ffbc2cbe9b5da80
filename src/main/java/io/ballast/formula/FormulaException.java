package io.ballast.formula;

import io.ballast.functions.CellError;

/** A formula that cannot be parsed or evaluated: the error value it answers and the reason. */
public final class FormulaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CellError error;

  /**
   * @param error {@code #NAME?} or {@code #VALUE!}
   * @param reason for a person: what was found where, and what was expected
   */
  public FormulaException(CellError error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  public CellError error() {
    return error;
  }
}
