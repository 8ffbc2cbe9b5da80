package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Drawdown;
import io.ballast.metrics.TailRisk;

/** Worksheet functions of drawdown, value at risk and expected shortfall. */
public final class DrawdownAndTailRiskFunctions {
  private static final String CATEGORY = "Ballast Drawdown and tail risk";

  private DrawdownAndTailRiskFunctions() {}

  /** See {@link Drawdown#maximum}. */
  @ExcelFunction(
      value = "MAX_DRAWDOWN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Maximum drawdown: the greatest loss from an earlier peak of compounded wealth, as a positive share.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  public static Object maxDrawdown(Object[][] returns) {
    return Worksheet.call("MAX_DRAWDOWN", () -> Drawdown.maximum(Cells.returns(returns)));
  }

  /** See {@link Drawdown#current}. */
  @ExcelFunction(
      value = "CURRENT_DRAWDOWN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Current drawdown: how far compounded wealth is below its peak at the end, as a positive share.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  public static Object currentDrawdown(Object[][] returns) {
    return Worksheet.call("CURRENT_DRAWDOWN", () -> Drawdown.current(Cells.returns(returns)));
  }

  /** See {@link TailRisk#valueAtRisk}. */
  @ExcelFunction(
      value = "VALUE_AT_RISK",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Value at risk of one period, a loss as a positive number: the loss not exceeded with the given confidence.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(
        value = "[method]",
        description =
            "\"historical\", \"normal\", \"modified\" (Cornish-Fisher), \"ewma\" or \"student\"; default \"historical\". ")
  })
  @Result("A number, a loss is positive")
  public static Object valueAtRisk(Object[][] returns, Object confidence, Object method) {
    return Worksheet.call(
        "VALUE_AT_RISK",
        () ->
            TailRisk.valueAtRisk(
                Cells.returns(returns),
                Cells.number("confidence", confidence, 0.95),
                Cells.option("method", method, TailRisk.Method.class, TailRisk.Method.HISTORICAL)));
  }

  /** See {@link TailRisk#expectedShortfall}. */
  @ExcelFunction(
      value = "EXPECTED_SHORTFALL",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Expected shortfall of one period, a loss as a positive number: the mean loss in the worst cases beyond the given confidence. Check \"modified\" against \"historical\" when tails are fat.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(
        value = "[method]",
        description =
            "\"historical\", \"normal\", \"modified\" (Cornish-Fisher), \"ewma\" or \"student\"; default \"historical\". ")
  })
  @Result("A number, a loss is positive")
  public static Object expectedShortfall(Object[][] returns, Object confidence, Object method) {
    return Worksheet.call(
        "EXPECTED_SHORTFALL",
        () ->
            TailRisk.expectedShortfall(
                Cells.returns(returns),
                Cells.number("confidence", confidence, 0.95),
                Cells.option("method", method, TailRisk.Method.class, TailRisk.Method.HISTORICAL)));
  }
}
