package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Backtest;
import io.ballast.metrics.Failure;
import io.ballast.metrics.Limits;
import io.ballast.metrics.Liquidity;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.Regime;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.Statistics;
import java.util.Arrays;
import java.util.List;

/**
 * Worksheet functions of risk limits and their monitoring; the mathematics is {@link Limits} and
 * the classes beside it.
 */
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
  @Reference(
      formula = {
        "\"max: BREACH if \" v > L, \" WATCH if \" v ≥ \"watch\"·L",
        "\"min: BREACH if \" v < L, \" WATCH if \" v ≤ L/\"watch\""
      },
      where = {"v: value", "L: limit"},
      example = "LIMIT_STATUS(0.17,0.2)",
      related = {"MAX_DRAWDOWN", "VALUE_AT_RISK", "VOLATILITY_REGIME", "RISK_SHARE"},
      start = Topic.STOPS)
  public static Object limitStatus(Object value, Object limit, Object watch, Object direction) {
    return Worksheet.call(
        "LIMIT_STATUS",
        () -> {
          double number = Scalars.number("value", value, Double.NaN);
          if (Double.isNaN(number)) {
            throw new MetricException(Failure.NOT_AVAILABLE, "value", "nothing", "a number");
          }
          return Limits.status(
                  number,
                  Scalars.number("limit", limit),
                  Scalars.number("watch", watch, 0.8),
                  Scalars.option(
                      "direction", direction, Limits.Direction.class, Limits.Direction.MAX))
              .name();
        });
  }

  /** See {@link Backtest#kupiec}. */
  @ExcelFunction(
      value = "KUPIEC_TEST",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Kupiec's test of a value-at-risk model: are there as many breaches as there should be?")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns",
        description = "Returns per period as decimals, one row or column"),
    @ExcelArgument(
        value = "value_at_risk",
        description = "Value at risk, losses positive: one number, or one for each return"),
    @ExcelArgument(
        value = "[confidence]",
        description = "Confidence of the value at risk; default 0.95. ")
  })
  @Result("Five rows of label and value: observations, breaches, expected, LR, p")
  @Reference(
      formula = {"LR = −2 ln((c^(n−x) (1−c)^x)/((1 − x/n)^(n−x) (x/n)^x))", "p = P(χ_1^2 > LR)"},
      where = {"x: breaches, the losses beyond the value at risk", "P: probability"},
      source = "Kupiec (1995), Techniques for Verifying the Accuracy of Risk Measurement Models",
      example = "KUPIEC_TEST(RETURNS(BTC),VALUE_AT_RISK(RETURNS(BTC)))",
      related = {"CHRISTOFFERSEN_TEST", "TRAFFIC_LIGHT"})
  public static Object kupiecTest(Object[][] returns, Object[][] valueAtRisk, Object confidence) {
    return Worksheet.call(
        "KUPIEC_TEST",
        () -> {
          double[][] rows = returnsAndValueAtRisk(returns, valueAtRisk);
          Backtest.Coverage test =
              Backtest.kupiec(rows[0], rows[1], Scalars.number("confidence", confidence, 0.95));
          return new Object[][] {
            {"observations", (double) test.observations()},
            {"breaches", (double) test.breaches()},
            {"expected", test.expected()},
            {"LR", test.likelihoodRatio()},
            {"p", test.pValue()}
          };
        });
  }

  /** See {@link Backtest#christoffersen}. */
  @ExcelFunction(
      value = "CHRISTOFFERSEN_TEST",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Christoffersen's tests of a value-at-risk model: do breaches come independently, and as often as they should?")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns",
        description = "Returns per period as decimals, one row or column"),
    @ExcelArgument(
        value = "value_at_risk",
        description = "Value at risk, losses positive: one number, or one for each return"),
    @ExcelArgument(
        value = "[confidence]",
        description = "Confidence of the value at risk; default 0.95. ")
  })
  @Result(
      "Four rows of label and value: LR and p of independence, LR and p of conditional coverage")
  @Reference(
      formula = {
        "LR_ind = −2 ln(((1−π)^(n_00+n_10) π^(n_01+n_11))/((1−π_0)^(n_00) π_0^(n_01) (1−π_1)^(n_10) π_1^(n_11)))",
        "LR_cc = LR_Kupiec + LR_ind",
        "p = P(χ_1^2 > LR_ind), P(χ_2^2 > LR_cc)"
      },
      where = {
        "n_ij: periods in state j after state i; state 1 is a breach",
        "π_0, π_1: share of breaches after no breach and after a breach",
        "π: share of breaches among all transitions",
        "P: probability"
      },
      source = "Christoffersen (1998), Evaluating Interval Forecasts",
      example = "CHRISTOFFERSEN_TEST(RETURNS(BTC),VALUE_AT_RISK(RETURNS(BTC)))",
      related = "TRAFFIC_LIGHT")
  public static Object christoffersenTest(
      Object[][] returns, Object[][] valueAtRisk, Object confidence) {
    return Worksheet.call(
        "CHRISTOFFERSEN_TEST",
        () -> {
          double[][] rows = returnsAndValueAtRisk(returns, valueAtRisk);
          Backtest.Independence test =
              Backtest.christoffersen(
                  rows[0], rows[1], Scalars.number("confidence", confidence, 0.95));
          return new Object[][] {
            {"LR independence", test.independence()},
            {"p independence", test.independencePValue()},
            {"LR conditional coverage", test.conditional()},
            {"p conditional coverage", test.conditionalPValue()}
          };
        });
  }

  /** See {@link Backtest#trafficLight}. */
  @ExcelFunction(
      value = "TRAFFIC_LIGHT",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Basel traffic light for a value-at-risk model: GREEN, YELLOW or RED by its breaches.")
  @ExcelArguments({
    @ExcelArgument(value = "breaches", description = "Losses beyond the value at risk"),
    @ExcelArgument(value = "[observations]", description = "Periods; default 250"),
    @ExcelArgument(
        value = "[confidence]",
        description = "Confidence of the value at risk; default 0.99. ")
  })
  @Result("The text GREEN, YELLOW or RED")
  @Reference(
      formula = {
        "F = P(\"Binomial\"(n, 1−c) ≤ x)",
        "\"GREEN\": F < 0.95, \" YELLOW\": 0.95 ≤ F < 0.9999, \" RED\": F ≥ 0.9999"
      },
      where = {"x: breaches", "P: probability", "F: cumulative probability of so many breaches"},
      source =
          "Basel Committee on Banking Supervision (1996), Supervisory Framework for the Use of Backtesting",
      example = "TRAFFIC_LIGHT(6)")
  public static Object trafficLight(Object breaches, Object observations, Object confidence) {
    return Worksheet.call(
        "TRAFFIC_LIGHT",
        () ->
            Backtest.trafficLight(
                    Scalars.number("breaches", breaches),
                    Scalars.number("observations", observations, 250),
                    Scalars.number("confidence", confidence, 0.99))
                .name());
  }

  /** See {@link Rolling#sharpe}. */
  @ExcelFunction(
      value = "ROLLING_SHARPE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Annualised Sharpe ratio over a moving window.")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns",
        description = "Returns per period as decimals, one row or column"),
    @ExcelArgument(value = "window", description = "Rows in a window, 2 or more"),
    @ExcelArgument(
        value = "[risk_free]",
        description = "Annual effective risk-free rate, or a range of rates per period; default 0"),
    @ExcelArgument(
        value = "[periods_per_year]",
        description = "365 for daily crypto, 252, 52, 12, or 1 for no annualisation; default 365. ")
  })
  @Result("A series, as long as the input")
  @Reference(
      formula = "\"mean\"(x)/s(x)·√k \" over the periods \" t−N+1, …, t",
      where = {"N: the window", "t: the period"},
      source = "Sharpe (1994), The Sharpe Ratio",
      example = "ROLLING_SHARPE(RETURNS(BTC),5)",
      related = "ROLLING_BETA")
  public static Object rollingSharpe(
      Object[][] returns, Object window, Object[][] riskFree, Object periodsPerYear) {
    return Worksheet.call(
        "ROLLING_SHARPE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[] values = ReturnCells.markedReturns("returns", returns);
          double[] rates = ReturnCells.riskFree(riskFree, values.length, k);
          if (rates.length != values.length) {
            throw MetricException.lengths("risk_free", rates.length, "returns", values.length);
          }
          return Blocks.likeRange(
              returns,
              Rolling.sharpe(
                  Statistics.difference(values, rates), Scalars.whole("window", window, 2), k));
        });
  }

  /** See {@link Regime#latest}. */
  @ExcelFunction(
      value = "VOLATILITY_REGIME",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Volatility regime: CALM, NORMAL or STRESSED against the past of its own rolling volatility.")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns",
        description = "Returns per period as decimals, one row or column"),
    @ExcelArgument(value = "[window]", description = "Rows in a window, 2 or more; default 30. ")
  })
  @Result("The text CALM, NORMAL or STRESSED")
  @Reference(
      formula = {"\"CALM\": v_n < q_0.33", "\"STRESSED\": v_n > q_0.80"},
      where = {
        "v_n: volatility of the latest full window",
        "q: percentiles (type 7) of all rolling volatilities"
      },
      example = "VOLATILITY_REGIME(RETURNS(BTC))",
      related = {"LIMIT_STATUS", "TURBULENCE"})
  public static Object volatilityRegime(Object[][] returns, Object window) {
    return Worksheet.call(
        "VOLATILITY_REGIME",
        () ->
            Regime.latest(
                    ReturnCells.markedReturns("returns", returns),
                    Scalars.whole("window", window, 30, 2))
                .name());
  }

  /** See {@link Liquidity#days}. */
  @ExcelFunction(
      value = "LIQUIDITY_DAYS",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Days to sell a holding at a share of the average volume.")
  @ExcelArguments({
    @ExcelArgument(value = "quantity", description = "Quantity to sell"),
    @ExcelArgument(
        value = "average_volume",
        description = "Average volume per day, in the same unit"),
    @ExcelArgument(
        value = "[participation]",
        description = "Share of the volume that may be ours; default 0.1. ")
  })
  @Result("A number of days")
  @Reference(
      formula = "\"quantity\"/(\"average_volume\"·\"participation\")",
      example = "LIQUIDITY_DAYS(50000,120000)",
      related = {"AMIHUD", "LIMIT_STATUS"})
  public static Object liquidityDays(Object quantity, Object averageVolume, Object participation) {
    return Worksheet.call(
        "LIQUIDITY_DAYS",
        () ->
            Liquidity.days(
                Scalars.number("quantity", quantity),
                Scalars.number("average_volume", averageVolume),
                Scalars.number("participation", participation, 0.1)));
  }

  /** See {@link Liquidity#amihud}. */
  @ExcelFunction(
      value = "AMIHUD",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Amihud's illiquidity: mean absolute return per unit of value traded.")
  @ExcelArguments({
    @ExcelArgument(
        value = "returns",
        description = "Returns per period as decimals, one row or column"),
    @ExcelArgument(
        value = "value_traded",
        description = "Value traded in each period, in currency. ")
  })
  @Result("A number per unit of currency")
  @Reference(
      formula = "1/n ∑_(t=1)^n |r_t|/V_t",
      where = "V_t: value traded in period t",
      source = "Amihud (2002), Illiquidity and Stock Returns",
      example = "AMIHUD({0.02,-0.01,0.03},{5000000,4000000,6000000})")
  public static Object amihud(Object[][] returns, Object[][] valueTraded) {
    return Worksheet.call(
        "AMIHUD",
        () -> {
          double[][] rows =
              Cells.complete(
                  List.of("returns", "value_traded"),
                  ReturnCells.markedReturns("returns", returns),
                  Cells.vector("value_traded", valueTraded));
          return Liquidity.amihud(rows[0], rows[1]);
        });
  }

  /** Returns and the value at risk of their periods, incomplete rows skipped. */
  private static double[][] returnsAndValueAtRisk(Object[][] returns, Object[][] valueAtRisk) {
    double[] values = ReturnCells.markedReturns("returns", returns);
    double[] forecast = Cells.vector("value_at_risk", valueAtRisk);
    if (forecast.length == 1) {
      double single = forecast[0];
      forecast = new double[values.length];
      Arrays.fill(forecast, single);
    }
    return Cells.complete(List.of("returns", "value_at_risk"), values, forecast);
  }
}
