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
  @Reference(
      formula = "s(r)·√k",
      example = "VOLATILITY(RETURNS(BTC))",
      related = {
        "DOWNSIDE_DEVIATION",
        "EWMA_VOLATILITY",
        "ROLLING_VOLATILITY",
        "GARCH_VOLATILITY",
        "SHARPE"
      },
      start = Topic.RATIOS)
  public static Object volatility(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "VOLATILITY",
        () ->
            Volatility.volatility(
                ReturnCells.returns(returns), Scalars.periodsPerYear(periodsPerYear)));
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
  @Reference(
      formula = "√(1/n ∑_(i=1)^n min(r_i − t, 0)^2)·√k",
      source = "Sortino and Price (1994), Performance Measurement in a Downside Risk Framework",
      example = "DOWNSIDE_DEVIATION(RETURNS(BTC))",
      related = {"SORTINO", "SEMI_DEVIATION"})
  public static Object downsideDeviation(Object[][] returns, Object target, Object periodsPerYear) {
    return Worksheet.call(
        "DOWNSIDE_DEVIATION",
        () ->
            Volatility.downsideDeviation(
                ReturnCells.returns(returns),
                Scalars.number("target", target, 0),
                Scalars.periodsPerYear(periodsPerYear)));
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
  @Reference(
      formula = "√(1/n ∑_(i=1)^n min(r_i − \"mean\"(r), 0)^2)·√k",
      source = "Markowitz (1959), Portfolio Selection",
      example = "SEMI_DEVIATION(RETURNS(BTC))",
      related = "VOLATILITY")
  public static Object semiDeviation(Object[][] returns, Object periodsPerYear) {
    return Worksheet.call(
        "SEMI_DEVIATION",
        () ->
            Volatility.semiDeviation(
                ReturnCells.returns(returns), Scalars.periodsPerYear(periodsPerYear)));
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
  @Reference(
      formula = {"√(v_n·k)", "v_1 = r_1^2", "v_t = λ v_(t−1) + (1−λ) r_t^2"},
      where = {"λ: the share of the variance kept each period", "v_t: variance after period t"},
      source = "J.P. Morgan (1996), RiskMetrics Technical Document",
      example = "EWMA_VOLATILITY(RETURNS(BTC))",
      related = {"GARCH_VOLATILITY", "EWMA_CORRELATION", "VALUE_AT_RISK"})
  public static Object ewmaVolatility(Object[][] returns, Object lambda, Object periodsPerYear) {
    return Worksheet.call(
        "EWMA_VOLATILITY",
        () ->
            Volatility.ewma(
                ReturnCells.returns(returns),
                Scalars.number("lambda", lambda, 0.94),
                Scalars.periodsPerYear(periodsPerYear)));
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
  @Reference(
      formula = "√(k/(4n ln 2) ∑_(i=1)^n ln(H_i/L_i)^2)",
      where = "H, L: high and low of a bar",
      source =
          "Parkinson (1980), The Extreme Value Method for Estimating the Variance of the Rate of Return",
      example = "PARKINSON_VOLATILITY(high,low)",
      related = {"GARMAN_KLASS_VOLATILITY", "VOLATILITY", "ATR"})
  public static Object parkinsonVolatility(Object[][] high, Object[][] low, Object periodsPerYear) {
    return Worksheet.call(
        "PARKINSON_VOLATILITY",
        () -> {
          double[][] bars =
              Cells.complete(
                  List.of("high", "low"), Cells.vector("high", high), Cells.vector("low", low));
          return RangeVolatility.parkinson(
              bars[0], bars[1], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = "√(k/n ∑_(i=1)^n (½ ln(H_i/L_i)^2 − (2 ln 2 − 1) ln(C_i/O_i)^2))",
      where = "O, H, L, C: open, high, low and close of a bar",
      source =
          "Garman and Klass (1980), On the Estimation of Security Price Volatilities from Historical Data",
      example = "GARMAN_KLASS_VOLATILITY(open,high,low,close)",
      related = {"ROGERS_SATCHELL_VOLATILITY", "YANG_ZHANG_VOLATILITY"})
  public static Object garmanKlassVolatility(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close, Object periodsPerYear) {
    return Worksheet.call(
        "GARMAN_KLASS_VOLATILITY",
        () -> {
          double[][] bars = bars(open, high, low, close);
          return RangeVolatility.garmanKlass(
              bars[0], bars[1], bars[2], bars[3], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = "√(k/n ∑_(i=1)^n (ln(H_i/C_i) ln(H_i/O_i) + ln(L_i/C_i) ln(L_i/O_i)))",
      where = "O, H, L, C: open, high, low and close of a bar",
      source = "Rogers and Satchell (1991), Estimating Variance from High, Low and Closing Prices",
      example = "ROGERS_SATCHELL_VOLATILITY(open,high,low,close)",
      related = {"YANG_ZHANG_VOLATILITY", "PARKINSON_VOLATILITY"})
  public static Object rogersSatchellVolatility(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close, Object periodsPerYear) {
    return Worksheet.call(
        "ROGERS_SATCHELL_VOLATILITY",
        () -> {
          double[][] bars = bars(open, high, low, close);
          return RangeVolatility.rogersSatchell(
              bars[0], bars[1], bars[2], bars[3], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = {
        "√(k (s_overnight^2 + K s_openclose^2 + (1−K) RS))",
        "K = 0.34/(1.34 + (m+1)/(m−1))",
        "s_overnight = s(ln(O_t/C_(t−1))), s_openclose = s(ln(C_t/O_t))"
      },
      where = {
        "m: bars that follow a bar",
        "RS: the variance of Rogers and Satchell per bar",
        "O, H, L, C: open, high, low and close of a bar",
        "K: the weight of the variance from open to close"
      },
      source =
          "Yang and Zhang (2000), Drift-Independent Volatility Estimation Based on High, Low, Open, and Close Prices",
      example = "YANG_ZHANG_VOLATILITY(open,high,low,close)",
      related = "VOLATILITY")
  public static Object yangZhangVolatility(
      Object[][] open, Object[][] high, Object[][] low, Object[][] close, Object periodsPerYear) {
    return Worksheet.call(
        "YANG_ZHANG_VOLATILITY",
        () -> {
          double[][] bars = bars(open, high, low, close);
          return RangeVolatility.yangZhang(
              bars[0], bars[1], bars[2], bars[3], Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = {
        "√(k/h ∑_(i=1)^h E(σ_(n+i)^2))",
        "r_t = μ + ε_t",
        "σ_t^2 = ω + α ε_(t−1)^2 + β σ_(t−1)^2, α+β < 1"
      },
      where = {
        "h: the horizon",
        "μ, ω, α, β: fitted jointly by Gaussian maximum likelihood",
        "σ_t: standard deviation of period t; the first variance is the mean squared residual",
        "E: expectation",
        "ε_t: innovation of period t"
      },
      source =
          "Bollerslev (1986), Generalized Autoregressive Conditional Heteroskedasticity; Nelder and Mead (1965), A Simplex Method for Function Minimization (search)",
      example = "GARCH_VOLATILITY(RETURNS(BTC),30)",
      related = "VOLATILITY")
  public static Object garchVolatility(Object[][] returns, Object horizon, Object periodsPerYear) {
    return Worksheet.call(
        "GARCH_VOLATILITY",
        () -> {
          int ahead = Scalars.whole("horizon", horizon, 1, 1);
          double k = Scalars.periodsPerYear(periodsPerYear);
          return Garch.fit(ReturnCells.returns(returns)).volatility(ahead, k);
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
  @Reference(
      formula = "s(r_(t−N+1), …, r_t)·√k",
      where = "N: the window",
      example = "ROLLING_VOLATILITY(RETURNS(BTC),5)",
      related = {"VOLATILITY_PERCENTILE", "VOLATILITY_REGIME", "ROLLING_SHARPE"})
  public static Object rollingVolatility(Object[][] returns, Object window, Object periodsPerYear) {
    return Worksheet.call(
        "ROLLING_VOLATILITY",
        () -> {
          int periods = Scalars.whole("window", window, 2);
          double k = Scalars.periodsPerYear(periodsPerYear);
          return ReturnCells.eachReturns(returns, values -> Rolling.volatility(values, periods, k));
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
  @Reference(
      formula = "\"count\"(v_t ≤ v_n)/\"count\"(v_t)",
      where = {"v_t: volatility of the window that ends with period t", "v_n: the latest one"},
      example = "VOLATILITY_PERCENTILE(RETURNS(BTC))",
      related = "VOLATILITY_REGIME")
  public static Object volatilityPercentile(Object[][] returns, Object window) {
    return Worksheet.call(
        "VOLATILITY_PERCENTILE",
        () ->
            Volatility.percentile(
                ReturnCells.markedReturns("returns", returns),
                Scalars.whole("window", window, 30, 2)));
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
  @Reference(
      formula =
          "(∑_(t=l+1)^n (r_t − \"mean\"(r))(r_(t−l) − \"mean\"(r)))/(∑_(t=1)^n (r_t − \"mean\"(r))^2)",
      where = "l: the lag",
      source = "Box and Jenkins (1970), Time Series Analysis",
      example = "AUTOCORRELATION(RETURNS(BTC))",
      related = {"LJUNG_BOX", "HURST"})
  public static Object autocorrelation(Object[][] returns, Object lag) {
    return Worksheet.call(
        "AUTOCORRELATION",
        () ->
            Distribution.autocorrelation(
                ReturnCells.returns(returns), Scalars.whole("lag", lag, 1, 1)));
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
  @Reference(
      formula = {"p = P(χ_h^2 > Q)", "Q = n(n+2) ∑_(l=1)^h ρ_l^2/(n−l)"},
      where = {
        "h: the number of lags",
        "ρ_l: autocorrelation at lag l",
        "P: probability",
        "Q: the test statistic",
        "l: the lag"
      },
      source = "Ljung and Box (1978), On a Measure of Lack of Fit in Time Series Models",
      example = "LJUNG_BOX(RETURNS(BTC))",
      related = {"AUTOCORRELATION", "JARQUE_BERA"})
  public static Object ljungBox(Object[][] returns, Object lags) {
    return Worksheet.call(
        "LJUNG_BOX",
        () ->
            Distribution.ljungBox(
                ReturnCells.returns(returns), Scalars.whole("lags", lags, 10, 1)));
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
  @Reference(
      formula = {"p = P(χ_2^2 > JB)", "JB = n/6·(g_1^2 + g_2^2/4)"},
      where = "P: probability",
      source =
          "Jarque and Bera (1980), Efficient Tests for Normality, Homoscedasticity and Serial Independence of Regression Residuals",
      example = "JARQUE_BERA(RETURNS(BTC))",
      related = {"VALUE_AT_RISK", "HILL_TAIL_INDEX"})
  public static Object jarqueBera(Object[][] returns) {
    return Worksheet.call(
        "JARQUE_BERA", () -> Distribution.jarqueBera(ReturnCells.returns(returns)));
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
  @Reference(
      formula = "\"slope of \" ln(\"mean\"(R/S)) \" on \" ln(b), b = 8, 16, 32, … ≤ n/2",
      where = {
        "b: length of a block",
        "R: range of the cumulated deviations from the mean of the block",
        "S: sample standard deviation of the block"
      },
      source = "Mandelbrot and Wallis (1969), Robustness of the Rescaled Range R/S",
      example = "HURST(RETURNS(BTC))",
      related = "AUTOCORRELATION")
  public static Object hurst(Object[][] returns) {
    return Worksheet.call("HURST", () -> Distribution.hurst(ReturnCells.returns(returns)));
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
