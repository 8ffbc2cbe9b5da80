package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GarchTest {
  @Test
  void aLongSeriesGivesBackItsParameters() {
    double[] returns = simulate(40_000, 0.0005, 2e-5, 0.08, 0.88, 5);
    Garch fit = Garch.fit(returns);
    assertEquals(0.08, fit.alpha(), 0.01);
    assertEquals(0.88, fit.beta(), 0.015);
    assertEquals(2e-5, fit.omega(), 5e-6);
    assertEquals(0.0005, fit.mean(), 3e-4);
  }

  @Test
  void noNeighbourIsMoreLikely() {
    double[] returns = simulate(600, 0.001, 3e-5, 0.1, 0.8, 9);
    Garch fit = Garch.fit(returns);
    assertEquals(likelihood(returns, fit, 0, 0, 0, 0), fit.logLikelihood(), 1e-6);
    for (int k = 0; k < 4; k++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        double[] by = new double[4];
        by[k] = step;
        assertTrue(
            likelihood(returns, fit, by[0], by[1], by[2], by[3]) <= fit.logLikelihood() + 1e-9);
      }
    }
  }

  @Test
  void theForecastScalesWithTheReturnsToTheLastDigits() {
    double[] returns = simulate(500, 0.001, 3e-5, 0.1, 0.8, 3);
    double[] scaled = Arrays.stream(returns).map(r -> 0.3 * r + 0.01).toArray();
    double forecast = Garch.fit(returns).volatility(10, 365);
    assertEquals(0.3 * forecast, Garch.fit(scaled).volatility(10, 365), 1e-12 * forecast);
  }

  @Test
  void aFarHorizonTendsToTheLongRunVariance() {
    Garch fit = new Garch(0, 2e-5, 0.1, 0.8, 5e-4, 0);
    assertEquals(Math.sqrt(5e-4), fit.volatility(1, 1), 1e-15);
    double second = 2e-5 + 0.9 * 5e-4;
    assertEquals(Math.sqrt((5e-4 + second) / 2), fit.volatility(2, 1), 1e-15);
    assertEquals(Math.sqrt(2e-4), fit.volatility(10_000_000, 1), 1e-7);
  }

  @Test
  void aConstantSeriesHasNoModel() {
    double[] returns = new double[100];
    Arrays.fill(returns, 0.01);
    MetricException e = assertThrows(MetricException.class, () -> Garch.fit(returns));
    assertEquals(Failure.UNDEFINED, e.failure());
  }

  @Test
  void returnsBeyondAllMeasureHaveNoModel() {
    double[] returns = simulate(100, 0.001, 3e-5, 0.1, 0.8, 3);
    returns[50] = 1e300;
    MetricException e = assertThrows(MetricException.class, () -> Garch.fit(returns));
    assertEquals(Failure.UNDEFINED, e.failure());
  }

  private static double likelihood(
      double[] returns, Garch fit, double mean, double omega, double alpha, double beta) {
    double mu = fit.mean() + mean * 0.01;
    double a = fit.alpha() + alpha;
    double b = fit.beta() + beta;
    double w = fit.omega() * (1 + omega);
    double h = 0;
    for (double r : returns) {
      h += (r - mu) * (r - mu) / returns.length;
    }
    double sum = 0;
    for (double r : returns) {
      double e = (r - mu) * (r - mu);
      sum -= (Math.log(h) + e / h) / 2;
      h = w + a * e + b * h;
    }
    return sum;
  }

  private static double[] simulate(
      int n, double mean, double omega, double alpha, double beta, long seed) {
    Random random = new Random(seed);
    double h = omega / (1 - alpha - beta);
    double[] returns = new double[n];
    for (int i = 0; i < n; i++) {
      double e = Math.sqrt(h) * random.nextGaussian();
      returns[i] = mean + e;
      h = omega + alpha * e * e + beta * h;
    }
    return returns;
  }
}
