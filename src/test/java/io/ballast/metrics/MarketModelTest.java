package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class MarketModelTest {
  private final Random random = new Random(7);

  @Test
  void theMarketHasABetaOfOneToItself() {
    for (int round = 0; round < 100; round++) {
      double[] market = series(50, 0.03);
      assertEquals(1.0, MarketModel.beta(market, market));
      assertEquals(1.0, MarketModel.beta(market.clone(), market));
      assertEquals(1.0, MarketModel.rSquared(market.clone(), market), 1e-15);
      assertEquals(0.0, MarketModel.nonsystemicRisk(market.clone(), market, 365));
      assertEquals(1.0, MarketModel.adjustedBeta(market.clone(), market), 1e-15);
    }
  }

  @Test
  void systemicAndNonsystemicRiskMakeUpTheVolatility() {
    for (int round = 0; round < 200; round++) {
      double[] market = series(40, 0.03);
      double[] asset = asset(market);
      double systemic = MarketModel.systemicRisk(asset, market, 365);
      double own = MarketModel.nonsystemicRisk(asset, market, 365);
      double total = Volatility.volatility(asset, 365);
      assertEquals(total * total, systemic * systemic + own * own, 1e-12 * total * total);
      double explained = MarketModel.rSquared(asset, market);
      assertEquals(explained, systemic * systemic / (total * total), 1e-12);
    }
  }

  @Test
  void theRegressionEqualsAnotherImplementation() {
    for (int round = 0; round < 100; round++) {
      double[] market = series(30, 0.03);
      double[] asset = asset(market);
      SimpleRegression other = new SimpleRegression();
      for (int i = 0; i < market.length; i++) {
        other.addData(market[i], asset[i]);
      }
      MarketModel.Regression ours = MarketModel.regression(asset, market, 1);
      assertEquals(other.getSlope(), ours.beta(), 1e-11);
      assertEquals(other.getIntercept(), ours.alpha(), 1e-12);
      assertEquals(other.getRSquare(), ours.rSquared(), 1e-11);
      assertEquals(other.getSlopeStdErr(), ours.betaError(), 1e-11);
      assertEquals(other.getInterceptStdErr(), ours.alphaError(), 1e-12);
      assertEquals(other.getSignificance(), ours.betaP(), 1e-10);
    }
  }

  @Test
  void timingEqualsAMultipleRegression() {
    for (int round = 0; round < 100; round++) {
      double[] market = series(30, 0.03);
      double[] asset = asset(market);
      for (MarketModel.Timing method : MarketModel.Timing.values()) {
        double[][] columns = new double[market.length][];
        for (int i = 0; i < market.length; i++) {
          double b = market[i];
          columns[i] =
              new double[] {
                b, method == MarketModel.Timing.TREYNOR_MAZUY ? b * b : Math.max(0, -b)
              };
        }
        OLSMultipleLinearRegression other = new OLSMultipleLinearRegression();
        other.newSampleData(asset, columns);
        double expected = other.estimateRegressionParameters()[2];
        assertEquals(
            expected, MarketModel.timing(asset, market, method), 1e-8 * (1 + Math.abs(expected)));
      }
    }
  }

  @Test
  void betaIsBilinear() {
    for (int round = 0; round < 100; round++) {
      double[] market = series(25, 0.03);
      double[] a = asset(market);
      double[] b = asset(market);
      double[] mix = new double[a.length];
      for (int i = 0; i < mix.length; i++) {
        mix[i] = 0.3 * a[i] + 0.7 * b[i] + 0.01;
      }
      double expected = 0.3 * MarketModel.beta(a, market) + 0.7 * MarketModel.beta(b, market);
      assertEquals(expected, MarketModel.beta(mix, market), 1e-12);
    }
  }

  @Test
  void coMomentsOfASeriesWithItselfAreItsOwn() {
    for (int round = 0; round < 100; round++) {
      double[] x = series(40, 0.03);
      Statistics.Shape shape = Statistics.shape(x);
      assertEquals(shape.skewness(), CoMoments.coSkewness(x, x), 1e-12);
      assertEquals(shape.excessKurtosis() + 3, CoMoments.coKurtosis(x, x), 1e-12);
    }
  }

  @Test
  void anExactFitHasNoSignificance() {
    double[] market = series(20, 0.03);
    double[] asset = new double[20];
    for (int i = 0; i < 20; i++) {
      asset[i] = 0.001 + 1.7 * market[i];
    }
    MarketModel.Regression fit = MarketModel.regression(asset, market, 365);
    assertEquals(Double.POSITIVE_INFINITY, fit.betaT());
    assertEquals(Double.POSITIVE_INFINITY, fit.alphaP());
    MetricException e =
        assertThrows(MetricException.class, () -> MarketModel.appraisalRatio(asset, market, 365));
    assertEquals(Failure.UNDEFINED, e.failure());
  }

  @Test
  void aMarketThatNeverFellTellsNothingAboutTiming() {
    double[] market = {0.01, 0.02, 0.05, 0.03};
    double[] asset = {0.01, 0.02, 0.04, 0.03};
    assertThrows(
        MetricException.class,
        () -> MarketModel.timing(asset, market, MarketModel.Timing.HENRIKSSON_MERTON));
    assertTrue(
        Double.isFinite(MarketModel.timing(asset, market, MarketModel.Timing.TREYNOR_MAZUY)));
  }

  private double[] series(int n, double size) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = size * random.nextGaussian();
    }
    return x;
  }

  private double[] asset(double[] market) {
    double beta = 2 * random.nextDouble() - 0.5;
    double[] asset = series(market.length, 0.02);
    for (int i = 0; i < asset.length; i++) {
      asset[i] += 0.0005 + beta * market[i];
    }
    return asset;
  }
}
