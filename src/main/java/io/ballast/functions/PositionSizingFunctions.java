package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Kelly;
import io.ballast.metrics.PositionSizing;
import io.ballast.metrics.Side;

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
  @Reference(
      formula = {
        "u = (equity·risk)/(|entry − stop| + fee·(entry + stop))",
        "u ≤ equity/(entry·(1/leverage + fee))"
      },
      where = "u: units, rounded down to the lot, negative for a short",
      source = "Tharp (1998), Trade Your Way to Financial Freedom",
      example = "POSITION_SIZE(10000,0.01,60000,56000,0.001,0.001)",
      related = {
        "PORTFOLIO_HEAT",
        "STOP_ATR",
        "STOP_PERCENT",
        "VOLATILITY_TARGET",
        "KELLY",
        "GAP_LOSS"
      },
      start = Topic.POSITION_SIZING)
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
                Scalars.number("equity", equity),
                Scalars.number("risk_per_trade", riskPerTrade),
                Scalars.number("entry", entry),
                Scalars.number("stop", stop),
                Scalars.number("fee_rate", feeRate, 0),
                Scalars.number("lot_size", lotSize, 0),
                Scalars.number("max_leverage", maxLeverage, 1)));
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
  @Reference(
      formula = "\"fraction\"·(p − (1−p)/b)",
      where = {"p: win_probability", "b: payoff_ratio"},
      source = "Kelly (1956), A New Interpretation of Information Rate",
      example = "KELLY(0.55,1.5,0.5)",
      related = {"KELLY_RETURNS", "KELLY_LOSS_PROBABILITY", "RISK_OF_RUIN", "OPTIMAL_F"})
  public static Object kelly(Object winProbability, Object payoffRatio, Object fraction) {
    return Worksheet.call(
        "KELLY",
        () ->
            Kelly.fraction(
                Scalars.number("win_probability", winProbability),
                Scalars.number("payoff_ratio", payoffRatio),
                Scalars.number("fraction", fraction, 1)));
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
  @Reference(
      formula = "min(\"max_weight\", \"target_volatility\"/(s(r)·√k))",
      source = "Moreira and Muir (2017), Volatility-Managed Portfolios",
      example = "VOLATILITY_TARGET(RETURNS(BTC),0.2)",
      related = "VOLATILITY")
  public static Object volatilityTarget(
      Object[][] returns, Object targetVolatility, Object maxWeight, Object periodsPerYear) {
    return Worksheet.call(
        "VOLATILITY_TARGET",
        () ->
            PositionSizing.volatilityTarget(
                ReturnCells.returns(returns),
                Scalars.number("target_volatility", targetVolatility),
                Scalars.number("max_weight", maxWeight, 1),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link Kelly#ofReturns}. */
  @ExcelFunction(
      value = "KELLY_RETURNS",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Kelly weight of an asset from its returns: mean excess return over variance.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = RETURNS),
    @ExcelArgument(
        value = "[risk_free]",
        description = "Annual effective risk-free rate, or a range of rates per period; default 0"),
    @ExcelArgument(
        value = "[fraction]",
        description = "Share of the full Kelly bet, 0.5 for half Kelly; default 1"),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("A weight, above 1 with leverage")
  @Reference(
      formula = "\"fraction\"·\"mean\"(x)/s(x)^2",
      source =
          "Thorp (2006), The Kelly Criterion in Blackjack, Sports Betting, and the Stock Market",
      example = "KELLY_RETURNS(RETURNS(BTC),0.02,0.5)",
      related = {"KELLY_WEIGHTS", "SHARPE"})
  public static Object kellyReturns(
      Object[][] returns, Object[][] riskFree, Object fraction, Object periodsPerYear) {
    return Worksheet.call(
        "KELLY_RETURNS",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return Kelly.ofReturns(
              ReturnCells.excessReturns(returns, riskFree, k),
              Scalars.number("fraction", fraction, 1));
        });
  }

  /** See {@link Kelly#weights}. */
  @ExcelFunction(
      value = "KELLY_WEIGHTS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Kelly weights of several assets: the inverse covariance times the mean excess returns.")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns_matrix",
        description =
            "Returns per period as decimals, one asset per column; a row with a gap is skipped"),
    @ExcelArgument(
        value = "[risk_free]",
        description = "Annual effective risk-free rate, or a range of rates per period; default 0"),
    @ExcelArgument(
        value = "[fraction]",
        description = "Share of the full Kelly bet, 0.5 for half Kelly; default 1"),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("One row of weights, which need not sum to 1")
  @Reference(
      formula = "w = \"fraction\"·Σ^(−1) \"mean\"(x)",
      where = "Σ: sample covariance matrix of the excess returns per period",
      source =
          "Thorp (2006), The Kelly Criterion in Blackjack, Sports Betting, and the Stock Market",
      example = "KELLY_WEIGHTS(RETURNS(DATA),0.02,0.25)",
      related = "WEIGHTS_MAX_SHARPE")
  public static Object kellyWeights(
      Object[][] returnsMatrix, Object[][] riskFree, Object fraction, Object periodsPerYear) {
    return Worksheet.call(
        "KELLY_WEIGHTS",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          return Blocks.row(
              Kelly.weights(
                  Blocks.excessReturns(returnsMatrix, riskFree, k),
                  Scalars.number("fraction", fraction, 1)));
        });
  }

  /** See {@link Kelly#optimalF}. */
  @ExcelFunction(
      value = "OPTIMAL_F",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Vince's optimal f: the share of capital risked on the worst loss that maximises growth over these results.")
  @ExcelArguments({
    @ExcelArgument(value = "results", description = "Profits and losses of trades in any unit. ")
  })
  @Result("A number from 0 to 1")
  @Reference(
      formula = "argmax_(0≤f≤1) ∏_i (1 + f·y_i/|y_worst|)",
      where = {
        "y_i: profit or loss of trade i",
        "y_worst: the worst of them",
        "f: the share of capital risked on the worst loss"
      },
      source = "Vince (1990), Portfolio Management Formulas",
      example = "OPTIMAL_F({120;-80;60;-40;200;-100})",
      related = {"KELLY", "RISK_OF_RUIN"})
  public static Object optimalF(Object[][] results) {
    return Worksheet.call("OPTIMAL_F", () -> Kelly.optimalF(Cells.numbers("results", results)));
  }

  /** See {@link Kelly#lossProbability}. */
  @ExcelFunction(
      value = "KELLY_LOSS_PROBABILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Chance of ever having lost a share of the starting capital when betting a multiple of Kelly.")
  @ExcelArguments({
    @ExcelArgument(value = "kelly_multiple", description = "1 for full Kelly, 0.5 for half"),
    @ExcelArgument(value = "loss", description = "Share of the starting capital, below 1. ")
  })
  @Result("A probability")
  @Reference(
      formula = "(1−L)^(2/c − 1)",
      where = {"L: loss", "c: kelly_multiple; the result is 1 from c = 2 on"},
      source =
          "Thorp (2006), The Kelly Criterion in Blackjack, Sports Betting, and the Stock Market",
      example = "KELLY_LOSS_PROBABILITY(0.5,0.5)",
      related = "RISK_OF_RUIN")
  public static Object kellyLossProbability(Object kellyMultiple, Object loss) {
    return Worksheet.call(
        "KELLY_LOSS_PROBABILITY",
        () ->
            Kelly.lossProbability(
                Scalars.number("kelly_multiple", kellyMultiple), Scalars.number("loss", loss)));
  }

  /** See {@link Kelly#riskOfRuin}. */
  @ExcelFunction(
      value = "RISK_OF_RUIN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Upper bound of the chance of ever losing a share of capital when each trade risks a fixed share of it.")
  @ExcelArguments({
    @ExcelArgument(value = "win_probability", description = WIN_PROBABILITY),
    @ExcelArgument(value = "payoff_ratio", description = PAYOFF_RATIO),
    @ExcelArgument(
        value = "risk_per_trade",
        description = "Share of capital lost in a losing trade, 0.02 for 2 %"),
    @ExcelArgument(
        value = "[loss]",
        description = "Share of capital whose loss is feared; default 0.5. ")
  })
  @Result("A probability")
  @Reference(
      formula = {"(1−L)^θ", "p (1+b f)^(−θ) + (1−p)(1−f)^(−θ) = 1"},
      where = {
        "L: loss",
        "f: risk_per_trade",
        "p: win_probability",
        "b: payoff_ratio",
        "θ: the positive root of the second line"
      },
      source = "Ethier (2010), The Doctrine of Chances (Lundberg's inequality)",
      example = "RISK_OF_RUIN(0.5,1.5,0.02)",
      related = "EXPECTANCY")
  public static Object riskOfRuin(
      Object winProbability, Object payoffRatio, Object riskPerTrade, Object loss) {
    return Worksheet.call(
        "RISK_OF_RUIN",
        () ->
            Kelly.riskOfRuin(
                Scalars.number("win_probability", winProbability),
                Scalars.number("payoff_ratio", payoffRatio),
                Scalars.number("risk_per_trade", riskPerTrade),
                Scalars.number("loss", loss, 0.5)));
  }

  /** See {@link Kelly#expectancy}. */
  @ExcelFunction(
      value = "EXPECTANCY",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Expectancy of a trade in units of its risk, R.")
  @ExcelArguments({
    @ExcelArgument(value = "win_probability", description = WIN_PROBABILITY),
    @ExcelArgument(value = "payoff_ratio", description = PAYOFF_RATIO + ". ")
  })
  @Result("A number of R")
  @Reference(
      formula = "p·b − (1−p)",
      where = {"p: win_probability", "b: payoff_ratio"},
      source = "Tharp (1998), Trade Your Way to Financial Freedom",
      example = "EXPECTANCY(0.45,2)",
      related = {"BREAKEVEN_WIN_RATE", "R_MULTIPLE"})
  public static Object expectancy(Object winProbability, Object payoffRatio) {
    return Worksheet.call(
        "EXPECTANCY",
        () ->
            Kelly.expectancy(
                Scalars.number("win_probability", winProbability),
                Scalars.number("payoff_ratio", payoffRatio)));
  }

  /** See {@link Kelly#breakevenWinRate}. */
  @ExcelFunction(
      value = "BREAKEVEN_WIN_RATE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Win rate at which a payoff ratio breaks even.")
  @ExcelArguments({@ExcelArgument(value = "payoff_ratio", description = PAYOFF_RATIO + ". ")})
  @Result("A probability")
  @Reference(
      formula = "1/(1+b)",
      where = "b: payoff_ratio",
      example = "BREAKEVEN_WIN_RATE(2)",
      related = "REWARD_RISK")
  public static Object breakevenWinRate(Object payoffRatio) {
    return Worksheet.call(
        "BREAKEVEN_WIN_RATE",
        () -> Kelly.breakevenWinRate(Scalars.number("payoff_ratio", payoffRatio)));
  }

  /** See {@link PositionSizing#multipleOfRisk}. */
  @ExcelFunction(
      value = "REWARD_RISK",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Reward of a target over the risk of the stop.")
  @ExcelArguments({
    @ExcelArgument(value = "entry", description = "Entry price"),
    @ExcelArgument(value = "stop", description = "Stop price; above the entry for a short"),
    @ExcelArgument(value = "target", description = "Target price. ")
  })
  @Result("A number of R")
  @Reference(
      formula = "(target − entry)/(entry − stop)",
      source = "Tharp (1998), Trade Your Way to Financial Freedom",
      example = "REWARD_RISK(60000,56000,72000)",
      related = {"R_MULTIPLE", "EXPECTANCY"})
  public static Object rewardRisk(Object entry, Object stop, Object target) {
    return Worksheet.call(
        "REWARD_RISK",
        () ->
            PositionSizing.multipleOfRisk(
                Scalars.number("entry", entry),
                Scalars.number("stop", stop),
                "target",
                Scalars.number("target", target)));
  }

  /** See {@link PositionSizing#multipleOfRisk}. */
  @ExcelFunction(
      value = "R_MULTIPLE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Result of a closed trade in units of the risk taken, R.")
  @ExcelArguments({
    @ExcelArgument(value = "entry", description = "Entry price"),
    @ExcelArgument(value = "stop", description = "Stop price; above the entry for a short"),
    @ExcelArgument(value = "exit", description = "Exit price. ")
  })
  @Result("A number of R")
  @Reference(
      formula = "(exit − entry)/(entry − stop)",
      source = "Tharp (1998), Trade Your Way to Financial Freedom",
      example = "R_MULTIPLE(60000,56000,66000)",
      related = "BREAKEVEN_STOP")
  public static Object rMultiple(Object entry, Object stop, Object exit) {
    return Worksheet.call(
        "R_MULTIPLE",
        () ->
            PositionSizing.multipleOfRisk(
                Scalars.number("entry", entry),
                Scalars.number("stop", stop),
                "exit",
                Scalars.number("exit", exit)));
  }

  /** See {@link PositionSizing#liquidationPrice}. */
  @ExcelFunction(
      value = "LIQUIDATION_PRICE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Liquidation price of a leveraged position with isolated margin; an estimate, venues differ.")
  @ExcelArguments({
    @ExcelArgument(value = "entry", description = "Entry price"),
    @ExcelArgument(value = "leverage", description = "Position value over margin, 10 for 10x"),
    @ExcelArgument(
        value = "maintenance_margin",
        description = "Share of the position value, 0.005 for 0.5 %"),
    @ExcelArgument(value = "[side]", description = "\"long\" or \"short\"; default \"long\""),
    @ExcelArgument(
        value = "[contract]",
        description =
            "\"linear\" (margin in the quote currency) or \"inverse\" (margin in the coin); default \"linear\". ")
  })
  @Result("A price, or #N/A if never liquidated")
  @Reference(
      formula = {
        "\"linear long\": E (1 − 1/L)/(1 − m)",
        "\"linear short\": E (1 + 1/L)/(1 + m)",
        "\"inverse long\": (E·L)/(L (1−m) + 1)",
        "\"inverse short\": (E·L)/(L (1+m) − 1)"
      },
      where = {"E: entry", "L: leverage", "m: maintenance_margin"},
      example = "LIQUIDATION_PRICE(60000,5,0.005)",
      related = {"POSITION_SIZE", "GAP_LOSS", "STOP_PERCENT"})
  public static Object liquidationPrice(
      Object entry, Object leverage, Object maintenanceMargin, Object side, Object contract) {
    return Worksheet.call(
        "LIQUIDATION_PRICE",
        () ->
            PositionSizing.liquidationPrice(
                Scalars.number("entry", entry),
                Scalars.number("leverage", leverage),
                Scalars.number("maintenance_margin", maintenanceMargin),
                Scalars.option("side", side, Side.class, Side.LONG),
                Scalars.option(
                    "contract",
                    contract,
                    PositionSizing.Contract.class,
                    PositionSizing.Contract.LINEAR)));
  }
}
