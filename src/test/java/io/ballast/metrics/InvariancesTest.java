package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Properties that the measures of one series have whatever the returns. */
class InvariancesTest {
  private static final int ROUNDS = 100;

  private final Random random = new Random(20260101);

  @Test
  void volatilityScalesAndIgnoresAShift() {
    scalesWithoutShift(r -> Volatility.volatility(r, 365));
    scalesWithoutShift(r -> Volatility.semiDeviation(r, 365));
  }

  @Test
  void tailRiskScalesAndFallsByAShift() {
    for (TailRisk.Method method :
        List.of(TailRisk.Method.HISTORICAL, TailRisk.Method.NORMAL, TailRisk.Method.MODIFIED)) {
      scalesAndShifts(r -> TailRisk.valueAtRisk(r, 0.95, method));
      scalesAndShifts(r -> TailRisk.expectedShortfall(r, 0.975, method));
    }
  }

  @Test
  void ratiosIgnoreTheScale() {
    List<ToDoubleFunction<double[]>> ratios =
        List.of(
            r -> RiskAdjusted.sharpe(r, 365),
            r -> RiskAdjusted.sortino(r, 0, 365),
            r -> RiskAdjusted.omega(r, 0, 365),
            r -> RiskAdjusted.kappa(r, 3, 0, 365),
            r -> RiskAdjusted.upsidePotential(r, 0, 365),
            r -> SharpeInference.standardError(r, 365),
            r -> SharpeInference.probabilistic(r, 1, 365),
            r -> SharpeInference.adjusted(r, 365),
            GainsAndLosses::gainToPain,
            GainsAndLosses::profitFactor,
            GainsAndLosses::winRate,
            GainsAndLosses::payoffRatio,
            r -> GainsAndLosses.tailRatio(r, 0.95),
            r -> GainsAndLosses.rachev(r, 0.05, 0.1),
            r -> Distribution.autocorrelation(r, 2),
            r -> Distribution.ljungBox(r, 5),
            Distribution::jarqueBera,
            Distribution::hurst,
            r -> TailRisk.hillIndex(r, 0.1));
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(60 + round);
      double[] doubled = map(r, 2, 0);
      for (ToDoubleFunction<double[]> ratio : ratios) {
        near(ratio.applyAsDouble(r), ratio.applyAsDouble(doubled), 1e-11);
      }
    }
  }

  @Test
  void theOrderOfReturnsDoesNotMatterWhereTimeDoesNot() {
    List<ToDoubleFunction<double[]>> measures =
        List.of(
            Returns::cumulative,
            r -> Returns.cagr(r, 365),
            r -> Volatility.volatility(r, 365),
            r -> Volatility.downsideDeviation(r, 0.1, 365),
            r -> RiskAdjusted.sharpe(r, 365),
            r -> TailRisk.valueAtRisk(r, 0.95, TailRisk.Method.HISTORICAL),
            r -> TailRisk.expectedShortfall(r, 0.95, TailRisk.Method.STUDENT),
            r -> TailRisk.hillIndex(r, 0.1),
            Distribution::jarqueBera,
            GainsAndLosses::payoffRatio);
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(80);
      r[0] = -0.5;
      double[] shuffled = shuffle(r);
      for (ToDoubleFunction<double[]> measure : measures) {
        near(measure.applyAsDouble(r), measure.applyAsDouble(shuffled), 1e-10);
      }
    }
  }

  @Test
  void compoundedReturnsAreThoseOfThePrices() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] prices = new double[50];
      prices[0] = 100;
      for (int i = 1; i < prices.length; i++) {
        prices[i] = prices[i - 1] * Math.exp(0.05 * random.nextGaussian());
      }
      double[] simple = Returns.of(prices, Returns.Kind.SIMPLE);
      double[] log = Returns.of(prices, Returns.Kind.LOG);
      double gain = prices[49] / prices[0] - 1;
      near(gain, Returns.cumulative(simple), 1e-12);
      near(gain, Math.expm1(Statistics.sum(log)), 1e-12);
      near(prices[49] * 3 / 100, Returns.wealth(simple, 3)[48], 1e-12);
      near(gain, Returns.cagr(simple, 49), 1e-12);
    }
  }

  @Test
  void anAnnualisedFigureIsTheFigurePerPeriodTimesTheRoot() {
    double[] r = returns(200);
    near(Volatility.volatility(r, 1) * Math.sqrt(365), Volatility.volatility(r, 365), 1e-14);
    near(RiskAdjusted.sharpe(r, 1) * Math.sqrt(252), RiskAdjusted.sharpe(r, 252), 1e-14);
  }

  @Test
  void aConstantSeriesHasExactlyZeroVolatility() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = new double[2 + round];
      Arrays.fill(r, random.nextGaussian());
      assertEquals(0.0, Volatility.volatility(r, 365));
      assertEquals(0.0, Volatility.semiDeviation(r, 365));
      assertEquals(0.0, Volatility.volatility(Statistics.difference(r, map(r, 1, 0.1)), 365));
    }
  }

  @Test
  void expectedShortfallIsNeverBelowValueAtRisk() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(30 + round);
      r[3] = -0.6;
      for (TailRisk.Method method : TailRisk.Method.values()) {
        for (double c : new double[] {0.6, 0.9, 0.95, 0.99, 0.999}) {
          double var = TailRisk.valueAtRisk(r, c, method);
          double es = TailRisk.expectedShortfall(r, c, method);
          assertTrue(es >= var - 1e-12, method + " at " + c + ": " + es + " below " + var);
        }
      }
    }
  }

  @Test
  void historicalShortfallIsTheLeastOfRockafellarAndUryasev() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(37);
      double tail = 0.02 + 0.4 * random.nextDouble();
      double least = Double.POSITIVE_INFINITY;
      for (double loss : map(r, -1, 0)) {
        double excess = 0;
        for (double v : r) {
          excess += Math.max(-v - loss, 0);
        }
        least = Math.min(least, loss + excess / (tail * r.length));
      }
      near(least, TailRisk.expectedShortfall(r, 1 - tail, TailRisk.Method.HISTORICAL), 1e-12);
    }
  }

  @Test
  void drawdownsAreThoseOfTheWealthPath() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(300);
      double[] wealth = Returns.wealth(r, 1);
      double[] depths = Drawdown.depths(r);
      double peak = 1;
      double squares = 0;
      double sum = 0;
      double maximum = 0;
      for (int i = 0; i < r.length; i++) {
        peak = Math.max(peak, wealth[i]);
        double depth = 1 - wealth[i] / peak;
        assertEquals(depth, depths[i], 1e-12);
        squares += depth * depth;
        sum += depth;
        maximum = Math.max(maximum, depth);
      }
      near(maximum, Drawdown.maximum(r), 1e-12);
      near(Math.sqrt(squares / 300), Drawdown.ulcerIndex(r), 1e-11);
      near(sum / 300, Drawdown.painIndex(r), 1e-11);
      double deepest = Drawdown.deepest(r, 1).get(0).depth();
      assertEquals(Drawdown.maximum(r), deepest);
      int below = Drawdown.spells(r).stream().mapToInt(Drawdown.Spell::length).sum();
      assertEquals(Arrays.stream(depths).filter(d -> d > 0).count(), below, "rows below a peak");
    }
  }

  @Test
  void aPriceBackAtItsPeakEndsTheDrawdown() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] prices = new double[400];
      prices[0] = 1;
      for (int i = 1; i < prices.length; i++) {
        prices[i] = i % 7 == 0 ? 1 : 1 - 0.05 * random.nextDouble();
      }
      double[] r = Returns.of(prices, Returns.Kind.SIMPLE);
      assertEquals(57, Drawdown.spells(r).stream().filter(s -> s.recovery() > 0).count());
      assertEquals(6, Drawdown.timeUnderWater(r));
    }
  }

  @Test
  void quantilesLieBetweenTheirNeighbours() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] x = returns(11);
      double[] sorted = x.clone();
      Arrays.sort(sorted);
      for (int i = 0; i <= 10; i++) {
        assertEquals(sorted[i], Quantiles.of(x, i / 10.0), 1e-15);
      }
      assertEquals((sorted[2] + sorted[3]) / 2, Quantiles.of(x, 0.25), 1e-15);
    }
  }

  @Test
  void theNormalQuantileInvertsTheProbability() {
    for (double p = 1e-300; p < 0.5; p = p * 10 + 0.003) {
      double z = Normal.quantile(p);
      assertEquals(1, Normal.probability(z) / p, 1e-11);
      if (p > 1e-10) {
        assertEquals(-z, Normal.quantile(1 - p), 1e-15 / p);
      }
    }
    assertEquals(1.6448536269514722, Normal.quantile(0.95), 1e-15);
    assertEquals(0, Normal.quantile(0.5));
  }

  @Test
  void theStudentQuantileHasNoSeamWhereTheMethodChanges() {
    assertEquals(-1.6450060180692432, StudentT.quantile(0.05, 10_000), 1e-14);
    assertEquals(-1.6448688647849699, StudentT.quantile(0.05, 1e5), 1e-14);
    assertEquals(-3.0902404563165200, StudentT.quantile(0.001, 1e6), 1e-14);
    for (double p : new double[] {1e-6, 0.001, 0.01, 0.05, 0.3}) {
      double below = StudentT.quantile(p, 9_999.999);
      assertEquals(below, StudentT.quantile(p, 10_000), 1e-8);
      assertEquals(StudentT.density(below, 9_999.999), StudentT.density(below, 10_000), 1e-9);
      double step = 1e-5;
      double slope =
          (StudentT.tails(below + step, 50) - StudentT.tails(below - step, 50)) / (2 * step);
      assertEquals(2 * StudentT.density(below, 50), slope, 1e-8);
      assertEquals(2 * p, StudentT.tails(StudentT.quantile(p, 7), 7), 1e-13);
    }
  }

  @Test
  void kappaOfAnyOrderIsDefinedAndTendsToTheGreatestShortfall() {
    double[] r = {0.02, -0.01, 0.03, -0.04};
    near(RiskAdjusted.sortino(r, 0, 1), RiskAdjusted.kappa(r, 2, 0, 1), 1e-14);
    near(0.0 / 0.04, RiskAdjusted.kappa(r, 1e6, 0, 1), 1e-4);
    near(
        0.01 / 4 / 0.04, RiskAdjusted.kappa(new double[] {0.03, 0.02, 0, -0.04}, 5000, 0, 1), 1e-3);
  }

  private void scalesWithoutShift(ToDoubleFunction<double[]> measure) {
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(20 + round);
      double value = measure.applyAsDouble(r);
      near(3 * value, measure.applyAsDouble(map(r, 3, 0)), 1e-12);
      near(value, measure.applyAsDouble(map(r, 1, 0.7)), 1e-12);
    }
  }

  private void scalesAndShifts(ToDoubleFunction<double[]> measure) {
    for (int round = 0; round < ROUNDS; round++) {
      double[] r = returns(40 + round);
      double value = measure.applyAsDouble(r);
      assertEquals(3 * value, measure.applyAsDouble(map(r, 3, 0)), 1e-12);
      assertEquals(value - 0.2, measure.applyAsDouble(map(r, 1, 0.2)), 1e-12);
    }
  }

  private double[] returns(int n) {
    double[] r = new double[n];
    for (int i = 0; i < n; i++) {
      r[i] = 0.001 + 0.03 * random.nextGaussian();
    }
    return r;
  }

  private double[] shuffle(double[] r) {
    List<Double> values = new ArrayList<>();
    for (double v : r) {
      values.add(v);
    }
    Collections.shuffle(values, random);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] map(double[] r, double scale, double shift) {
    double[] mapped = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      mapped[i] = scale * r[i] + shift;
    }
    return mapped;
  }

  private static void near(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.max(Math.abs(expected), 1e-3));
  }
}
