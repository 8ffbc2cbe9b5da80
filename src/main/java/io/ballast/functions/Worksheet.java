package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import java.time.Instant;
import java.util.function.Supplier;

/** Runs a worksheet function: the one place where failures become error values. */
public final class Worksheet {
  private static volatile Supplier<String> caller = () -> "";

  private Worksheet() {}

  /**
   * Tells how to find the calling cell, for the entries of {@link ErrorLog}; a host calls this once
   * when it starts.
   *
   * @param lookup gives the address of the cell that calls the current thread's function, empty
   *     where it has none; must not throw
   */
  public static void callerLookup(Supplier<String> lookup) {
    caller = lookup;
  }

  /** The body of a worksheet function. */
  @FunctionalInterface
  public interface Body {
    /** Computes the result; may throw {@link MetricException} or {@link ErrorCell}. */
    Object compute();
  }

  /** Thrown by {@link Cells} when an argument is an error cell, which the function then returns. */
  static final class ErrorCell extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final CellError error;
    private final String argument;

    ErrorCell(String argument, CellError error) {
      super(error.toString(), null, false, false);
      this.argument = argument;
      this.error = error;
    }
  }

  /**
   * The result of a function, or the error value for its failure. A number that is not finite,
   * alone or in a block, becomes {@code #NUM!}; every failure is noted in {@link ErrorLog}.
   *
   * @param function the worksheet name
   * @param body what to compute
   * @return a Double, String, Boolean, CellError, or Object[][] of those
   */
  public static Object call(String function, Body body) {
    try {
      Object result = body.compute();
      if (result instanceof Double number && !Double.isFinite(number)) {
        return fail(function, "result", number.toString(), "a finite number", CellError.NUM);
      }
      return result instanceof Object[][] block ? finite(function, block) : result;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return failure(function, e);
    }
  }

  /**
   * The error value of a failure, which is noted in {@link ErrorLog}: {@code #N/A} for {@link
   * Failure#NOT_AVAILABLE}, {@code #VALUE!} for {@link Failure#WRONG_TYPE}, {@code #NUM!} for
   * {@link Failure#OUT_OF_DOMAIN}, {@code #DIV/0!} for {@link Failure#UNDEFINED}, the error itself
   * of an error cell, and {@code #VALUE!} for anything unforeseen.
   *
   * @param function the worksheet name
   * @param failure what was thrown, in the function or before the host could call it
   */
  public static CellError failure(String function, Throwable failure) {
    if (failure instanceof MetricException e) {
      return fail(function, e.argument(), e.found(), e.expected(), errorFor(e.failure()));
    }
    if (failure instanceof ErrorCell e) {
      return fail(function, e.argument, e.error.toString(), "a cell without an error", e.error);
    }
    return fail(
        function,
        "internal",
        failure.toString(),
        "no failure: please report this",
        CellError.VALUE);
  }

  private static Object[][] finite(String function, Object[][] block) {
    for (Object[] row : block) {
      for (int j = 0; j < row.length; j++) {
        if (row[j] instanceof Double number && !Double.isFinite(number)) {
          row[j] = fail(function, "result", number.toString(), "a finite number", CellError.NUM);
        }
      }
    }
    return block;
  }

  private static CellError fail(
      String function, String argument, String found, String expected, CellError error) {
    ErrorLog.add(
        new ErrorLog.Entry(
            Instant.now(), caller.get(), function, argument, found, expected, error));
    return error;
  }

  private static CellError errorFor(Failure failure) {
    return switch (failure) {
      case NOT_AVAILABLE -> CellError.NA;
      case WRONG_TYPE -> CellError.VALUE;
      case OUT_OF_DOMAIN -> CellError.NUM;
      case UNDEFINED -> CellError.DIV0;
    };
  }
}
