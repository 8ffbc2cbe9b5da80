package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Distribution;
import io.ballast.metrics.Garch;
import io.ballast.metrics.RangeVolatility;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.Volatility;
import java.util.List;

/** Worksheet functions of volatility and the distribution of returns. */
public final class VolatilityFunctions {
  private static final String CATEGORY = "Ballast Volatility and distribution";

  private VolatilityFunctions() {}

  /** See {@link Volatility#volatility}. */
  @ExcelFunction(
      value = "VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility: the sample standard deviation of returns times the root of the periods per year.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object volatility(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "VOLATILITY",
        () -> Volatility.volatility(Cells.returns(returns), Cells.periodsPerYear(periodsPerYear)));
  }

  /** See {@link Volatility#downsideDeviation}. */
  @ExcelFunction(
      value = "DOWNSIDE_DEVIATION",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised downside deviation: the root of the mean squared shortfall below a target, over all returns.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[target]", description = Texts.TARGET),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object downsideDeviation(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "DOWNSIDE_DEVIATION",
        () ->
            Volatility.downsideDeviation(
                Cells.returns(returns),
                Cells.number("target", target, 0),
                Cells.periodsPerYear(periodsPerYear)));
  }

  /** See {@link Volatility#semiDeviation}. */
  @ExcelFunction(
      value = "SEMI_DEVIATION",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised semi-deviation: the root of the mean squared shortfall below the mean, over all returns.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object semiDeviation(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "SEMI_DEVIATION",
        () ->
            Volatility.semiDeviation(Cells.returns(returns), Cells.periodsPerYear(periodsPerYear)));
  }

  /** See {@link Volatility#ewma}. */
  @ExcelFunction(
      value = "EWMA_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility by exponential weights around a mean of 0, as RiskMetrics does: recent returns count most.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[lambda]",
        description = "Share of the variance kept each period, 0 to 1; default 0.94"),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object ewmaVolatility(Object[][] returns, Object lambda, Object periodsPerYear) {
    return Worksheet.call(
        "EWMA_VOLATILITY",
        () ->
            Volatility.ewma(
                Cells.returns(returns),
                Cells.number("lambda", lambda, 0.94),
                Cells.periodsPerYear(periodsPerYear)));
  }

  /** See {@link RangeVolatility#parkinson}. */
  @ExcelFunction(
      value = "PARKINSON_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Annualised volatility from highest and lowest prices (Parkinson 1980).")
  @ExcelArguments({
    @ExcelArgument(value = "high", description = Texts.HIGH),
    @ExcelArgument(value = "low", description = Texts.LOW),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object parkinsonVolatility(Object[][] high, Object[][] low, Object periodsPerYear) {
    return Worksheet.call(
        "PARKINSON_VOLATILITY",
        () -> {
          double[][] bars =
              Cells.complete(
                  List.of("high", "low"), Cells.vector("high", high), Cells.vector("low", low));
          return RangeVolatility.parkinson(bars[0], bars[1], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link RangeVolatility#garmanKlass}. */
  @ExcelFunction(
      value = "GARMAN_KLASS_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility from open, high, low and close without drift (Garman and Klass 1980).")
  @ExcelArguments({
    @ExcelArgument(value = "open", description = Texts.OPEN),
    @ExcelArgument(value = "high", description = Texts.HIGH),
    @ExcelArgument(value = "low", description = Texts.LOW),
    @ExcelArgument(value = "close", description = Texts.CLOSE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object garmanKlassVolatility(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close, Object periodsPerYear) {
    return Worksheet.call(
        "GARMAN_KLASS_VOLATILITY",
        () -> {
          double[][] bars = bars(open, high, low, close);
          return RangeVolatility.garmanKlass(
              bars[0], bars[1], bars[2], bars[3], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link RangeVolatility#rogersSatchell}. */
  @ExcelFunction(
      value = "ROGERS_SATCHELL_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility from open, high, low and close whatever the drift (Rogers and Satchell 1991).")
  @ExcelArguments({
    @ExcelArgument(value = "open", description = Texts.OPEN),
    @ExcelArgument(value = "high", description = Texts.HIGH),
    @ExcelArgument(value = "low", description = Texts.LOW),
    @ExcelArgument(value = "close", description = Texts.CLOSE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object rogersSatchellVolatility(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close, Object periodsPerYear) {
    return Worksheet.call(
        "ROGERS_SATCHELL_VOLATILITY",
        () -> {
          double[][] bars = bars(open, high, low, close);
          return RangeVolatility.rogersSatchell(
              bars[0], bars[1], bars[2], bars[3], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link RangeVolatility#yangZhang}. */
  @ExcelFunction(
      value = "YANG_ZHANG_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility from open, high, low and close with jumps between close and open (Yang and Zhang 2000).")
  @ExcelArguments({
    @ExcelArgument(value = "open", description = Texts.OPEN),
    @ExcelArgument(value = "high", description = Texts.HIGH),
    @ExcelArgument(value = "low", description = Texts.LOW),
    @ExcelArgument(value = "close", description = Texts.CLOSE),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object yangZhangVolatility(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close, Object periodsPerYear) {
    return Worksheet.call(
        "YANG_ZHANG_VOLATILITY",
        () -> {
          double[][] bars = bars(open, high, low, close);
          return RangeVolatility.yangZhang(
              bars[0], bars[1], bars[2], bars[3], Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link Garch#fit}. */
  @ExcelFunction(
      value = "GARCH_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility that a GARCH(1,1) model fitted by maximum likelihood forecasts for the periods ahead.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[horizon]",
        description = "Number of periods ahead, 1 or more; default 1"),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A number, annual")
  public static Object garchVolatility(Object[][] returns, Object horizon, Object periodsPerYear) {
    return Worksheet.call(
        "GARCH_VOLATILITY",
        () -> {
          int ahead = Cells.whole("horizon", horizon, 1, 1);
          double k = Cells.periodsPerYear(periodsPerYear);
          return Garch.fit(Cells.returns(returns)).volatility(ahead, k);
        });
  }

  /** See {@link Rolling#volatility}. */
  @ExcelFunction(
      value = "ROLLING_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility of each window of returns; #N/A where the window is not full.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "window", description = Texts.WINDOW),
    @ExcelArgument(value = "[periods_per_year]", description = Texts.PERIODS + ". ")
  })
  @Result("A series as long as returns")
  public static Object rollingVolatility(Object[][] returns, Object window, Object periodsPerYear) {
    return Worksheet.call(
        "ROLLING_VOLATILITY",
        () -> {
          int periods = Cells.whole("window", window, 2);
          double k = Cells.periodsPerYear(periodsPerYear);
          return Cells.eachReturns(returns, values -> Rolling.volatility(values, periods, k));
        });
  }

  /** See {@link Volatility#percentile}. */
  @ExcelFunction(
      value = "VOLATILITY_PERCENTILE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Where the latest rolling volatility stands in its own history: the share of rolling volatilities at or below it.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[window]",
        description = "Number of periods in the window, 2 or more; default 30. ")
  })
  @Result("A number from 0 to 1")
  public static Object volatilityPercentile(Object[][] returns, Object window) {
    return Worksheet.call(
        "VOLATILITY_PERCENTILE",
        () ->
            Volatility.percentile(
                Cells.markedReturns("returns", returns), Cells.whole("window", window, 30, 2)));
  }

  /** See {@link Distribution#autocorrelation}. */
  @ExcelFunction(
      value = "AUTOCORRELATION",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Autocorrelation: how strongly a return depends on the return a number of periods before.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[lag]",
        description = "Number of periods before, 1 or more; default 1. ")
  })
  @Result("A number from -1 to 1")
  public static Object autocorrelation(Object[][] returns, Object lag) {
    return Worksheet.call(
        "AUTOCORRELATION",
        () -> Distribution.autocorrelation(Cells.returns(returns), Cells.whole("lag", lag, 1, 1)));
  }

  /** See {@link Distribution#ljungBox}. */
  @ExcelFunction(
      value = "LJUNG_BOX",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "p value of the Ljung-Box test that returns do not depend on earlier ones; small means that they do.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[lags]", description = "Number of lags tested, 1 or more; default 10. ")
  })
  @Result("A probability")
  public static Object ljungBox(Object[][] returns, Object lags) {
    return Worksheet.call(
        "LJUNG_BOX",
        () -> Distribution.ljungBox(Cells.returns(returns), Cells.whole("lags", lags, 10, 1)));
  }

  /** See {@link Distribution#jarqueBera}. */
  @ExcelFunction(
      value = "JARQUE_BERA",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "p value of the Jarque-Bera test that returns are normally distributed; small means that they are not.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A probability")
  public static Object jarqueBera(Object[][] returns) {
    return Worksheet.call("JARQUE_BERA", () -> Distribution.jarqueBera(Cells.returns(returns)));
  }

  /** See {@link Distribution#hurst}. */
  @ExcelFunction(
      value = "HURST",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Hurst exponent by rescaled range: near 0.5 without memory, above for trends, below for reversals. Needs 32 returns.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number")
  public static Object hurst(Object[][] returns) {
    return Worksheet.call("HURST", () -> Distribution.hurst(Cells.returns(returns)));
  }

  private static double[][] bars(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close) {
    return Cells.complete(
        List.of("open", "high", "low", "close"),
        Cells.vector("open", open),
        Cells.vector("high", high),
        Cells.vector("low", low),
        Cells.vector("close", close));
  }
}
