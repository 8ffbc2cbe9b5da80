package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.AverageTrueRange;
import io.ballast.metrics.Bars;
import io.ballast.metrics.Side;
import io.ballast.metrics.Stops;

/**
 * Worksheet functions of stop-loss levels and what they are worth; the mathematics is {@link
 * Stops}, {@link AverageTrueRange} and the indicators beside them.
 */
public final class StopFunctions {
  private static final String CATEGORY = "Ballast Stops";
  private static final String HIGH = "Highest price of each bar, oldest first";
  private static final String LOW = "Lowest price of each bar";
  private static final String CLOSE = "Closing price of each bar";
  private static final String PRICES = "Prices, oldest first, one row or column";
  private static final String ENTRY = "Entry price";
  private static final String SIDE = "\"long\" or \"short\"; default \"long\"";

  private StopFunctions() {}

  /** See {@link Stops#percent}. */
  @ExcelFunction(
      value = "STOP_PERCENT",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Stop price at a percentage from the entry.")
  @ExcelArguments({
    @ExcelArgument(value = "entry", description = ENTRY),
    @ExcelArgument(value = "percent", description = "Distance as a decimal, 0.08 for 8 %"),
    @ExcelArgument(value = "[side]", description = SIDE + ". ")
  })
  @Result("A price")
  public static Object stopPercent(Object entry, Object percent, Object side) {
    return Worksheet.call(
        "STOP_PERCENT",
        () ->
            Stops.percent(
                Cells.number("entry", entry), Cells.number("percent", percent), side(side)));
  }

  /** See {@link AverageTrueRange#latest}. */
  @ExcelFunction(
      value = "ATR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Average true range after Wilder, the latest value.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "close", description = CLOSE),
    @ExcelArgument(value = "[period]", description = "Bars to average; default 14. ")
  })
  @Result("A number in the unit of the price")
  public static Object atr(Object[][] high, Object[][] low, Object[][] close, Object period) {
    return Worksheet.call(
        "ATR",
        () -> AverageTrueRange.latest(bars(high, low, close), Cells.number("period", period, 14)));
  }

  /** See {@link Stops#averageTrueRange}. */
  @ExcelFunction(
      value = "STOP_ATR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Stop price at a multiple of the average true range from the entry.")
  @ExcelArguments({
    @ExcelArgument(value = "entry", description = ENTRY),
    @ExcelArgument(
        value = "atr",
        description = "Average true range in the unit of the price, as ATR gives it"),
    @ExcelArgument(value = "[multiple]", description = "Multiple of the ATR; default 3"),
    @ExcelArgument(value = "[side]", description = SIDE + ". ")
  })
  @Result("A price")
  public static Object stopAtr(Object entry, Object atr, Object multiple, Object side) {
    return Worksheet.call(
        "STOP_ATR",
        () ->
            Stops.averageTrueRange(
                Cells.number("entry", entry),
                Cells.number("atr", atr),
                Cells.number("multiple", multiple, 3),
                side(side)));
  }

  /** See {@link Stops#trailing}. */
  @ExcelFunction(
      value = "TRAILING_STOP",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Trailing stop: the running highest price less a percentage, or the running lowest plus"
              + " it for a short.")
  @ExcelArguments({
    @ExcelArgument(value = "prices", description = PRICES),
    @ExcelArgument(value = "percent", description = "Distance as a decimal, 0.1 for 10 %"),
    @ExcelArgument(value = "[side]", description = SIDE + ". ")
  })
  @Result("A series of prices, as long as the input")
  public static Object trailingStop(Object[][] prices, Object percent, Object side) {
    return Worksheet.call(
        "TRAILING_STOP",
        () -> {
          double distance = Cells.number("percent", percent);
          Side way = side(side);
          return Cells.eachSeries(
              "prices", prices, series -> Stops.trailing(series, distance, way));
        });
  }

  /** See {@link Stops#heat}. */
  @ExcelFunction(
      value = "PORTFOLIO_HEAT",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Share of equity lost if every position is stopped out; a long without a stop counts its"
              + " whole value.")
  @ExcelArguments({
    @ExcelArgument(value = "equity", description = "Account value in currency"),
    @ExcelArgument(value = "units", description = "Units held, negative for shorts"),
    @ExcelArgument(value = "prices", description = "Current price of each position"),
    @ExcelArgument(
        value = "stops",
        description = "Stop price of each position, blank where there is none. ")
  })
  @Result("A decimal, share of equity")
  public static Object portfolioHeat(
      Object equity, Object[][] units, Object[][] prices, Object[][] stops) {
    return Worksheet.call(
        "PORTFOLIO_HEAT",
        () ->
            Stops.heat(
                Cells.number("equity", equity),
                Cells.vector("units", units),
                Cells.vector("prices", prices),
                Cells.vector("stops", stops)));
  }

  private static Side side(Object side) {
    return Cells.option("side", side, Side.class, Side.LONG);
  }

  private static Bars bars(Object[][] high, Object[][] low, Object[][] close) {
    return Bars.of(
        Cells.vector("high", high), Cells.vector("low", low), Cells.vector("close", close));
  }
}
