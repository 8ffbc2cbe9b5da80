package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.Numbers;
import io.ballast.metrics.Quantiles;
import io.ballast.metrics.Rates;
import io.ballast.metrics.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns ranges into returns, alone or beside market returns and risk-free rates, and refuses prices
 * in their place (convention 16 of the function contract).
 */
final class ReturnCells {
  private ReturnCells() {}

  /** The numbers of a range that must hold returns; see {@link #refusePrices}. */
  static double[] returns(Object[][] range) {
    double[] values = Cells.numbers("returns", range);
    refusePrices("returns", values);
    return values;
  }

  /** A range of returns with its positions, {@code NaN} for each skipped cell; never prices. */
  static double[] markedReturns(String argument, Object[][] range) {
    double[] values = Cells.vector(argument, range);
    refusePrices(argument, values);
    return values;
  }

  /** Returns and market returns, incomplete rows skipped. */
  static double[][] returnsAndMarket(Object[][] returns, Object[][] market) {
    return Cells.complete(
        List.of("returns", "market_returns"),
        markedReturns("returns", returns),
        markedReturns("market_returns", market));
  }

  /**
   * The risk-free rate of each period.
   *
   * @param riskFree omitted or blank for 0, one annual effective rate, or one rate per period
   * @param length how many periods there are when it is a single rate
   */
  static double[] riskFree(Object[][] riskFree, int length, double periodsPerYear) {
    if (Scalars.isSingle(riskFree)) {
      double annual = Scalars.number("risk_free", Scalars.single(riskFree), 0);
      double[] rates = new double[length];
      Arrays.fill(rates, Rates.perPeriod("risk_free", annual, periodsPerYear));
      return rates;
    }
    double[] rates = Cells.vector("risk_free", riskFree);
    for (double rate : rates) {
      if (rate <= -1) {
        throw MetricException.domain("risk_free", rate, "rates above -1");
      }
    }
    return rates;
  }

  /**
   * Returns and the risk-free rate of their periods, incomplete rows skipped.
   *
   * @param riskFree as in {@link #riskFree}
   */
  static double[][] returnsAndRates(
      Object[][] returns, Object[][] riskFree, double periodsPerYear) {
    double[] values = markedReturns("returns", returns);
    return Cells.complete(
        List.of("returns", "risk_free"), values, riskFree(riskFree, values.length, periodsPerYear));
  }

  /** Returns less the risk-free rate of each period, incomplete rows skipped. */
  static double[] excessReturns(Object[][] returns, Object[][] riskFree, double periodsPerYear) {
    if (isZero(riskFree)) {
      return returns(returns);
    }
    double[][] rows = returnsAndRates(returns, riskFree, periodsPerYear);
    return Statistics.difference(rows[0], rows[1]);
  }

  /**
   * Excess returns, excess market returns and the risk-free rates, incomplete rows skipped.
   *
   * @param riskFree as in {@link #riskFree}
   */
  static double[][] excessAndMarket(
      Object[][] returns, Object[][] market, Object[][] riskFree, double periodsPerYear) {
    double[] values = markedReturns("returns", returns);
    double[][] rows =
        Cells.complete(
            List.of("returns", "market_returns", "risk_free"),
            values,
            markedReturns("market_returns", market),
            riskFree(riskFree, values.length, periodsPerYear));
    return new double[][] {
      Statistics.difference(rows[0], rows[2]), Statistics.difference(rows[1], rows[2]), rows[2]
    };
  }

  /** As {@link Cells#eachSeries}, refusing prices in the place of returns. */
  static Object[][] eachReturns(Object[][] range, UnaryOperator<double[]> f) {
    return Cells.eachSeries(
        "returns",
        range,
        values -> {
          refusePrices("returns", values);
          return f.apply(values);
        });
  }

  /**
   * Refuses prices in the place of returns: more than two numbers, all positive, with a median
   * above 1, cannot be returns of anything that a person holds.
   *
   * @param marked {@code NaN} for each skipped cell
   */
  static void refusePrices(String argument, double[] marked) {
    for (double v : marked) {
      if (v <= 0) {
        return;
      }
    }
    double[] values = Cells.compact(marked);
    if (values.length <= 2) {
      return;
    }
    double median = Quantiles.of(values, 0.5);
    if (median > 1) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          argument,
          "only positive numbers with a median of " + Numbers.plain(median),
          "returns; these look like prices: use RETURNS(…)");
    }
  }

  /** Whether a risk-free rate is left out or a single 0, which changes no return. */
  private static boolean isZero(Object[][] riskFree) {
    return Scalars.isSingle(riskFree)
        && (Scalars.single(riskFree) == null
            || (Scalars.single(riskFree) instanceof Number rate && rate.doubleValue() == 0));
  }
}
