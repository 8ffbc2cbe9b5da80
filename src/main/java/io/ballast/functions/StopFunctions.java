package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.AverageTrueRange;
import io.ballast.metrics.Bars;
import io.ballast.metrics.Channels;
import io.ballast.metrics.Drawdown;
import io.ballast.metrics.ParabolicSar;
import io.ballast.metrics.Returns;
import io.ballast.metrics.Side;
import io.ballast.metrics.StopBacktest;
import io.ballast.metrics.Stops;
import io.ballast.metrics.Volatility;

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
  @Reference(
      formula = {"\"long\": E (1−p)", "\"short\": E (1+p)"},
      where = {"E: entry", "p: percent"},
      example = "STOP_PERCENT(60000,0.08)",
      related = {"STOP_ATR", "TRAILING_STOP", "BREAKEVEN_STOP"})
  public static Object stopPercent(Object entry, Object percent, Object side) {
    return Worksheet.call(
        "STOP_PERCENT",
        () ->
            Stops.percent(
                Scalars.number("entry", entry), Scalars.number("percent", percent), side(side)));
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
  @Reference(
      formula = {
        "TR_t = max(H_t, C_(t−1)) − min(L_t, C_(t−1)), TR_1 = H_1 − L_1",
        "ATR_n = \"mean\"(TR_1, …, TR_n)",
        "ATR_t = (ATR_(t−1) (n−1) + TR_t)/n"
      },
      where = {"H, L, C: high, low and close of a bar", "n: the period"},
      source = "Wilder (1978), New Concepts in Technical Trading Systems",
      example = "ATR(high,low,close)",
      related = {"ATR_SERIES", "TRUE_RANGE", "STOP_ATR", "CHANDELIER_EXIT", "SUPERTREND"})
  public static Object atr(Object[][] high, Object[][] low, Object[][] close, Object period) {
    return Worksheet.call(
        "ATR",
        () ->
            AverageTrueRange.latest(bars(high, low, close), Scalars.number("period", period, 14)));
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
  @Reference(
      formula = {"\"long\": E − q·ATR", "\"short\": E + q·ATR"},
      where = {"E: entry", "q: multiple"},
      source = "Wilder (1978), New Concepts in Technical Trading Systems",
      example = "STOP_ATR(60000,1800,2.5)",
      related = "CHANDELIER_EXIT")
  public static Object stopAtr(Object entry, Object atr, Object multiple, Object side) {
    return Worksheet.call(
        "STOP_ATR",
        () ->
            Stops.averageTrueRange(
                Scalars.number("entry", entry),
                Scalars.number("atr", atr),
                Scalars.number("multiple", multiple, 3),
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
  @Reference(
      formula = {"\"long\": max(P_1, …, P_t)·(1−p)", "\"short\": min(P_1, …, P_t)·(1+p)"},
      where = {"P: prices", "p: percent"},
      example = "TRAILING_STOP({100;120;110;130},0.1)",
      related = {"STOP_EXIT", "STOP_BACKTEST", "CHANDELIER_EXIT", "PARABOLIC_SAR"},
      start = Topic.STOPS)
  public static Object trailingStop(Object[][] prices, Object percent, Object side) {
    return Worksheet.call(
        "TRAILING_STOP",
        () -> {
          double distance = Scalars.number("percent", percent);
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
  @Reference(
      formula = "(∑_i u_i (P_i − S_i))/equity",
      where = {"u_i: units, negative for shorts", "P_i: price", "S_i: stop"},
      source = "Tharp (1998), Trade Your Way to Financial Freedom",
      example = "PORTFOLIO_HEAT(100000,{0.5;5},{61200;3050},{56000;2600})",
      related = {"LIMIT_STATUS", "GAP_LOSS"})
  public static Object portfolioHeat(
      Object equity, Object[][] units, Object[][] prices, Object[][] stops) {
    return Worksheet.call(
        "PORTFOLIO_HEAT",
        () ->
            Stops.heat(
                Scalars.number("equity", equity),
                Cells.vector("units", units),
                Cells.vector("prices", prices),
                Cells.vector("stops", stops)));
  }

  /** See {@link AverageTrueRange#trueRange}. */
  @ExcelFunction(
      value = "TRUE_RANGE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "True range of each bar: the high or the previous close, whichever is higher, less the low or the previous close, whichever is lower.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "close", description = CLOSE + ". ")
  })
  @Result("A series in the unit of the price, as long as the input")
  @Reference(
      formula = "TR_t = max(H_t, C_(t−1)) − min(L_t, C_(t−1)), TR_1 = H_1 − L_1",
      where = "H, L, C: high, low and close of a bar",
      source = "Wilder (1978), New Concepts in Technical Trading Systems",
      example = "TRUE_RANGE(high,low,close)",
      related = "ATR_SERIES")
  public static Object trueRange(Object[][] high, Object[][] low, Object[][] close) {
    return Worksheet.call(
        "TRUE_RANGE",
        () -> Blocks.likeRange(high, AverageTrueRange.trueRange(bars(high, low, close))));
  }

  /** See {@link AverageTrueRange#series}. */
  @ExcelFunction(
      value = "ATR_SERIES",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Average true range after Wilder, each value.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "close", description = CLOSE),
    @ExcelArgument(value = "[period]", description = "Bars to average; default 14. ")
  })
  @Result("A series in the unit of the price, as long as the input")
  @Reference(
      formula = {
        "TR_t = max(H_t, C_(t−1)) − min(L_t, C_(t−1)), TR_1 = H_1 − L_1",
        "ATR_n = \"mean\"(TR_1, …, TR_n)",
        "ATR_t = (ATR_(t−1) (n−1) + TR_t)/n"
      },
      where = {"H, L, C: high, low and close of a bar", "n: the period"},
      source = "Wilder (1978), New Concepts in Technical Trading Systems",
      example = "ATR_SERIES(high,low,close,5)",
      related = "CHANDELIER_EXIT")
  public static Object atrSeries(Object[][] high, Object[][] low, Object[][] close, Object period) {
    return Worksheet.call(
        "ATR_SERIES",
        () -> {
          Bars bars = bars(high, low, close);
          return Blocks.likeRange(
              high, AverageTrueRange.series(bars, Scalars.number("period", period, 14)));
        });
  }

  /** See {@link Channels#chandelier}. */
  @ExcelFunction(
      value = "CHANDELIER_EXIT",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Chandelier exit: the highest high less a multiple of the ATR, or the lowest low plus it for a short.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "close", description = CLOSE),
    @ExcelArgument(
        value = "[period]",
        description = "Bars of the channel and of the ATR; default 22"),
    @ExcelArgument(value = "[multiple]", description = "Multiple of the ATR; default 3"),
    @ExcelArgument(value = "[side]", description = SIDE),
    @ExcelArgument(
        value = "[ratchet]",
        description = "TRUE to never loosen the stop until a close breaches it; default TRUE. ")
  })
  @Result("A series of prices, as long as the input")
  @Reference(
      formula = {
        "\"long\": max(H_(t−n+1), …, H_t) − q·ATR_t",
        "\"short\": min(L_(t−n+1), …, L_t) + q·ATR_t"
      },
      where = {
        "H, L: high and low of a bar",
        "n: period, of the channel and of the ATR",
        "q: multiple"
      },
      source = "LeBeau, in Elder (2002), Come into My Trading Room",
      example = "CHANDELIER_EXIT(high,low,close,5)",
      related = {"DONCHIAN", "STOP_EXIT"})
  public static Object chandelierExit(
      Object[][] high,
      Object[][] low,
      Object[][] close,
      Object period,
      Object multiple,
      Object side,
      Object ratchet) {
    return Worksheet.call(
        "CHANDELIER_EXIT",
        () -> {
          Bars bars = bars(high, low, close);
          return Blocks.likeRange(
              high,
              Channels.chandelier(
                  bars,
                  Scalars.number("period", period, 22),
                  Scalars.number("multiple", multiple, 3),
                  side(side),
                  Scalars.logical("ratchet", ratchet, true)));
        });
  }

  /** See {@link ParabolicSar#series}. */
  @ExcelFunction(
      value = "PARABOLIC_SAR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Parabolic stop-and-reverse after Wilder, as TA-Lib computes it.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "[step]", description = "Acceleration per new extreme; default 0.02"),
    @ExcelArgument(value = "[maximum]", description = "Greatest acceleration; default 0.2. ")
  })
  @Result("A series of prices, as long as the input")
  @Reference(
      formula = {
        "SAR_(t+1) = SAR_t + a (EP − SAR_t)",
        "a = min(\"step\"·\"new extremes\", \"maximum\")"
      },
      where = {"EP: the extreme price of the trend", "a: acceleration"},
      source = "Wilder (1978), New Concepts in Technical Trading Systems",
      example = "PARABOLIC_SAR(high,low)",
      related = "SUPERTREND")
  public static Object parabolicSar(Object[][] high, Object[][] low, Object step, Object maximum) {
    return Worksheet.call(
        "PARABOLIC_SAR",
        () -> {
          Bars bars = bars(high, low);
          return Blocks.likeRange(
              high,
              ParabolicSar.series(
                  bars,
                  Scalars.number("step", step, 0.02),
                  Scalars.number("maximum", maximum, 0.2)));
        });
  }

  /** See {@link Channels#donchian}. */
  @ExcelFunction(
      value = "DONCHIAN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Donchian channel: highest high and lowest low of the latest bars, the current one included.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "[period]", description = "Bars in the channel; default 20. ")
  })
  @Result("Two columns, upper and lower, one row per bar")
  @Reference(
      formula = {"\"upper\" = max(H_(t−n+1), …, H_t)", "\"lower\" = min(L_(t−n+1), …, L_t)"},
      where = {"H, L: high and low of a bar", "n: the period"},
      source = "Donchian (1960), High Finance in Copper",
      example = "DONCHIAN(high,low,5)",
      related = "SUPERTREND")
  public static Object donchian(Object[][] high, Object[][] low, Object period) {
    return Worksheet.call(
        "DONCHIAN",
        () -> {
          double[][] channel =
              Channels.donchian(bars(high, low), Scalars.number("period", period, 20));
          return Blocks.columns(channel);
        });
  }

  /** See {@link Channels#supertrend}. */
  @ExcelFunction(
      value = "SUPERTREND",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Supertrend: a band at a multiple of the ATR that tightens until the close crosses it; starts as a downtrend.")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = HIGH),
    @ExcelArgument(value = "low", description = LOW),
    @ExcelArgument(value = "close", description = CLOSE),
    @ExcelArgument(value = "[period]", description = "Bars of the ATR; default 10"),
    @ExcelArgument(value = "[multiple]", description = "Multiple of the ATR; default 3. ")
  })
  @Result("A series of prices, as long as the input")
  @Reference(
      formula = {"\"uptrend\": (H_t + L_t)/2 − q·ATR_t", "\"downtrend\": (H_t + L_t)/2 + q·ATR_t"},
      where = {
        "H, L: high and low of a bar",
        "q: multiple; the band only tightens until the close crosses it"
      },
      source = "Seban (2008)",
      example = "SUPERTREND(high,low,close,5)",
      related = "PARABOLIC_SAR")
  public static Object supertrend(
      Object[][] high, Object[][] low, Object[][] close, Object period, Object multiple) {
    return Worksheet.call(
        "SUPERTREND",
        () -> {
          Bars bars = bars(high, low, close);
          return Blocks.likeRange(
              high,
              Channels.supertrend(
                  bars,
                  Scalars.number("period", period, 10),
                  Scalars.number("multiple", multiple, 3)));
        });
  }

  /** See {@link Stops#breakeven}. */
  @ExcelFunction(
      value = "BREAKEVEN_STOP",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "The stop, moved to the price that pays both fees once the trade has earned a multiple of its risk.")
  @ExcelArguments({
    @ExcelArgument(value = "entry", description = ENTRY),
    @ExcelArgument(value = "stop", description = "First stop price; above the entry for a short"),
    @ExcelArgument(value = "best_price", description = "Best price since entry"),
    @ExcelArgument(
        value = "[trigger]",
        description = "Multiple of the risk that moves the stop; default 1"),
    @ExcelArgument(
        value = "[fee_rate]",
        description = "Fee on each side as a share of the value traded; default 0. ")
  })
  @Result("A price")
  @Reference(
      formula = {"\"long\": E (1+f)/(1−f)", "\"short\": E (1−f)/(1+f)"},
      where = {"E: entry", "f: fee_rate; before the trigger is reached the stop stays where it is"},
      example = "BREAKEVEN_STOP(60000,56000,65000,1,0.001)",
      related = {"TRAILING_STOP", "REWARD_RISK"})
  public static Object breakevenStop(
      Object entry, Object stop, Object bestPrice, Object trigger, Object feeRate) {
    return Worksheet.call(
        "BREAKEVEN_STOP",
        () ->
            Stops.breakeven(
                Scalars.number("entry", entry),
                Scalars.number("stop", stop),
                Scalars.number("best_price", bestPrice),
                Scalars.number("trigger", trigger, 1),
                Scalars.number("fee_rate", feeRate, 0)));
  }

  /** See {@link Stops#exit}. */
  @ExcelFunction(
      value = "STOP_EXIT",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Row of the first price at or through the previous row's stop.")
  @ExcelArguments({
    @ExcelArgument(value = "prices", description = PRICES),
    @ExcelArgument(
        value = "stops",
        description = "Stop price of each row, as TRAILING_STOP gives it"),
    @ExcelArgument(value = "[side]", description = SIDE + ". ")
  })
  @Result("A row number from 1, or #N/A if never")
  @Reference(
      formula = {"\"long\": min{t: P_t ≤ S_(t−1)}", "\"short\": min{t: P_t ≥ S_(t−1)}"},
      where = {"P: prices", "S: stops", "t: the period"},
      example = "STOP_EXIT(close,TRAILING_STOP(close,0.2))",
      related = "STOP_BACKTEST")
  public static Object stopExit(Object[][] prices, Object[][] stops, Object side) {
    return Worksheet.call(
        "STOP_EXIT",
        () -> {
          double[] series = Cells.vector("prices", prices);
          double[] levels = Cells.vector("stops", stops);
          return (double) Stops.exit(series, levels, side(side));
        });
  }

  /** See {@link Stops#hitProbability}. */
  @ExcelFunction(
      value = "STOP_HIT_PROBABILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Probability that the price touches the stop within so many days, under geometric Brownian motion.")
  @ExcelArguments({
    @ExcelArgument(value = "price", description = "Current price"),
    @ExcelArgument(value = "stop", description = "Stop price, below or above it"),
    @ExcelArgument(value = "volatility", description = "Annual volatility as a decimal"),
    @ExcelArgument(value = "days", description = "Days to come"),
    @ExcelArgument(
        value = "[drift]",
        description = "Annual drift of the price as a decimal; default 0"),
    @ExcelArgument(value = "[periods_per_year]", description = "Days in a year; default 365. ")
  })
  @Result("A probability")
  @Reference(
      formula = {
        "Φ((−d − ν T)/(σ √T)) + e^(−2 ν d/σ^2) Φ((−d + ν T)/(σ √T))",
        "d = |ln(S/P)|, ν = ±(μ − σ^2/2), T = days/k"
      },
      where = {
        "P, S: price and stop",
        "μ: drift, annual",
        "σ: volatility, annual",
        "ν: drift of the logarithm away from the stop: + for a stop below the price, − for one above",
        "d: distance of the stop in logarithms",
        "T: time in years",
        "e: Euler's number, 2.718…"
      },
      source = "Harrison (1985), Brownian Motion and Stochastic Flow Systems",
      example = "STOP_HIT_PROBABILITY(60000,54000,0.6,30)",
      related = {"TRAILING_STOP", "STOP_BACKTEST", "VOLATILITY"})
  public static Object stopHitProbability(
      Object price,
      Object stop,
      Object volatility,
      Object days,
      Object drift,
      Object periodsPerYear) {
    return Worksheet.call(
        "STOP_HIT_PROBABILITY",
        () ->
            Stops.hitProbability(
                Scalars.number("price", price),
                Scalars.number("stop", stop),
                Scalars.number("volatility", volatility),
                Scalars.number("days", days),
                Scalars.number("drift", drift, 0),
                Scalars.periodsPerYear(periodsPerYear)));
  }

  /** See {@link StopBacktest#run}. */
  @ExcelFunction(
      value = "STOP_BACKTEST",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "What a stop would have done to holding an asset: return, volatility, drawdown and exits with and without it.")
  @ExcelArguments({
    @ExcelArgument(value = "prices", description = PRICES),
    @ExcelArgument(
        value = "percent",
        description = "Distance of the stop as a decimal, 0.1 for 10 %"),
    @ExcelArgument(
        value = "[trailing]",
        description = "TRUE if the stop follows the highest close since entry; default TRUE"),
    @ExcelArgument(
        value = "[reentry]",
        description = "Days after an exit to buy again, 0 for never; default 0"),
    @ExcelArgument(
        value = "[periods_per_year]",
        description = "365 for daily crypto, 252, 52, 12, or 1 for no annualisation; default 365. ")
  })
  @Result("Four rows of label, with, without")
  @Reference(
      formula = {
        "\"long stop: \" S_t = P_entry (1−p)",
        "\"trailing: \" S_t = max(P_entry, …, P_t) (1−p)",
        "\"out at the first close with \" P_t ≤ S_(t−1)"
      },
      where = {"P: prices", "S: stop", "p: percent"},
      example = "STOP_BACKTEST(BTC,0.25,TRUE,30)",
      related = "MAX_DRAWDOWN")
  public static Object stopBacktest(
      Object[][] prices, Object percent, Object trailing, Object reentry, Object periodsPerYear) {
    return Worksheet.call(
        "STOP_BACKTEST",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          StopBacktest test =
              StopBacktest.run(
                  Cells.numbers("prices", prices),
                  Scalars.number("percent", percent),
                  Scalars.logical("trailing", trailing, true),
                  Scalars.number("reentry", reentry, 0));
          return new Object[][] {
            {"total return", Returns.cumulative(test.with()), Returns.cumulative(test.without())},
            {
              "volatility",
              Volatility.volatility(test.with(), k),
              Volatility.volatility(test.without(), k)
            },
            {"maximum drawdown", Drawdown.maximum(test.with()), Drawdown.maximum(test.without())},
            {"exits", (double) test.exits(), 0.0}
          };
        });
  }

  /** See {@link Stops#gapLoss}. */
  @ExcelFunction(
      value = "GAP_LOSS",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Loss when the price opens through the stop.")
  @ExcelArguments({
    @ExcelArgument(value = "units", description = "Units held, negative for a short"),
    @ExcelArgument(value = "entry", description = ENTRY),
    @ExcelArgument(value = "stop", description = "Stop price"),
    @ExcelArgument(value = "gap_price", description = "Price at which the market opens"),
    @ExcelArgument(
        value = "[slippage]",
        description = "Share of the price lost in the fill; default 0. ")
  })
  @Result("An amount in currency; a gain is negative")
  @Reference(
      formula = {
        "\"long\": u (E − min(S, G)(1−slippage))",
        "\"short\": u (E − max(S, G)(1+slippage))"
      },
      where = {"u: units, negative for a short", "E: entry", "S: stop", "G: gap_price"},
      example = "GAP_LOSS(0.5,60000,56000,54000)",
      related = "STRESS_LOSS")
  public static Object gapLoss(
      Object units, Object entry, Object stop, Object gapPrice, Object slippage) {
    return Worksheet.call(
        "GAP_LOSS",
        () ->
            Stops.gapLoss(
                Scalars.number("units", units),
                Scalars.number("entry", entry),
                Scalars.number("stop", stop),
                Scalars.number("gap_price", gapPrice),
                Scalars.number("slippage", slippage, 0)));
  }

  private static Side side(Object side) {
    return Scalars.option("side", side, Side.class, Side.LONG);
  }

  private static Bars bars(Object[][] high, Object[][] low, Object[][] close) {
    return Bars.of(
        Cells.vector("high", high), Cells.vector("low", low), Cells.vector("close", close));
  }

  private static Bars bars(Object[][] high, Object[][] low) {
    return Bars.of(Cells.vector("high", high), Cells.vector("low", low));
  }
}
