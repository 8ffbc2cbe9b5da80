package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Kelly;
import io.ballast.metrics.PositionSizing;

/**
 * Worksheet functions of how much to buy or sell; the mathematics is {@link PositionSizing} and
 * {@link Kelly}.
 */
public final class PositionSizingFunctions {
  private static final String CATEGORY = "Ballast Position sizing";
  private static final String RETURNS = "Returns per period as decimals, one row or column";
  private static final String PERIODS =
      "365 for daily crypto, 252, 52, 12, or 1 for no annualisation; default 365. ";
  private static final String WIN_PROBABILITY = "Probability of a winning trade, 0 to 1";
  private static final String PAYOFF_RATIO = "Average gain over average loss, above 0";

  private PositionSizingFunctions() {}

  /** See {@link PositionSizing#units}. */
  @ExcelFunction(
      value = "POSITION_SIZE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Units to trade so that a stop, fees included, costs the chosen share of equity; negative"
              + " for a short.")
  @ExcelArguments({
    @ExcelArgument(value = "equity", description = "Account value in currency"),
    @ExcelArgument(
        value = "risk_per_trade",
        description = "Share of equity lost at the stop, 0.01 for 1 %"),
    @ExcelArgument(value = "entry", description = "Entry price"),
    @ExcelArgument(value = "stop", description = "Stop price; above the entry for a short"),
    @ExcelArgument(
        value = "[fee_rate]",
        description = "Fee on each side as a share of the value traded; default 0"),
    @ExcelArgument(
        value = "[lot_size]",
        description = "Smallest step in units, 0 for none; default 0"),
    @ExcelArgument(
        value = "[max_leverage]",
        description = "Largest position value over equity; default 1. ")
  })
  @Result("A number of units")
  public static Object positionSize(
      Object equity,
      Object riskPerTrade,
      Object entry,
      Object stop,
      Object feeRate,
      Object lotSize,
      Object maxLeverage) {
    return Worksheet.call(
        "POSITION_SIZE",
        () ->
            PositionSizing.units(
                Cells.number("equity", equity),
                Cells.number("risk_per_trade", riskPerTrade),
                Cells.number("entry", entry),
                Cells.number("stop", stop),
                Cells.number("fee_rate", feeRate, 0),
                Cells.number("lot_size", lotSize, 0),
                Cells.number("max_leverage", maxLeverage, 1)));
  }

  /** See {@link Kelly#fraction}. */
  @ExcelFunction(
      value = "KELLY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Kelly fraction: the share of capital that maximises growth for a bet; negative when the"
              + " edge is.")
  @ExcelArguments({
    @ExcelArgument(value = "win_probability", description = WIN_PROBABILITY),
    @ExcelArgument(value = "payoff_ratio", description = PAYOFF_RATIO),
    @ExcelArgument(
        value = "[fraction]",
        description = "Share of the full Kelly bet, 0.5 for half Kelly; default 1. ")
  })
  @Result("A share of capital")
  public static Object kelly(Object winProbability, Object payoffRatio, Object fraction) {
    return Worksheet.call(
        "KELLY",
        () ->
            Kelly.fraction(
                Cells.number("win_probability", winProbability),
                Cells.number("payoff_ratio", payoffRatio),
                Cells.number("fraction", fraction, 1)));
  }

  /** See {@link PositionSizing#volatilityTarget}. */
  @ExcelFunction(
      value = "VOLATILITY_TARGET",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Weight that brings an asset to a target volatility: target over volatility, at most the"
              + " maximum.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = RETURNS),
    @ExcelArgument(value = "target_volatility", description = "Annual volatility as a decimal"),
    @ExcelArgument(value = "[max_weight]", description = "Largest weight; default 1"),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("A weight")
  public static Object volatilityTarget(
      Object[][] returns, Object targetVolatility, Object maxWeight, Object periodsPerYear) {
    return Worksheet.call(
        "VOLATILITY_TARGET",
        () ->
            PositionSizing.volatilityTarget(
                Cells.returns(returns),
                Cells.number("target_volatility", targetVolatility),
                Cells.number("max_weight", maxWeight, 1),
                Cells.periodsPerYear(periodsPerYear)));
  }
}
