package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Failure;
import io.ballast.metrics.Limits;
import io.ballast.metrics.MetricException;

/** Worksheet functions of risk limits and their monitoring; the mathematics is {@link Limits}. */
public final class LimitFunctions {
  private static final String CATEGORY = "Ballast Limits and monitoring";

  private LimitFunctions() {}

  /** See {@link Limits#status}. */
  @ExcelFunction(
      value = "LIMIT_STATUS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Where a value stands against its limit: OK, WATCH when close to it or at it, BREACH"
              + " beyond it.")
  @ExcelArguments({
    @ExcelArgument(value = "value", description = "The value to watch"),
    @ExcelArgument(value = "limit", description = "Its limit in the same unit, not negative"),
    @ExcelArgument(
        value = "[watch]",
        description = "Share of the limit from which to watch; default 0.8"),
    @ExcelArgument(
        value = "[direction]",
        description =
            "\"max\" when the value must not exceed the limit, \"min\" when it must not fall below;"
                + " default \"max\". ")
  })
  @Result("The text OK, WATCH or BREACH")
  public static Object limitStatus(Object value, Object limit, Object watch, Object direction) {
    return Worksheet.call(
        "LIMIT_STATUS",
        () -> {
          double number = Cells.number("value", value, Double.NaN);
          if (Double.isNaN(number)) {
            throw new MetricException(Failure.NOT_AVAILABLE, "value", "nothing", "a number");
          }
          return Limits.status(
                  number,
                  Cells.number("limit", limit),
                  Cells.number("watch", watch, 0.8),
                  Cells.option(
                      "direction", direction, Limits.Direction.class, Limits.Direction.MAX))
              .name();
        });
  }
}
