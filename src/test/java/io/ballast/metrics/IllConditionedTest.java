package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Series with a huge mean and a tiny variance, after the data sets Michelso, NumAcc1 to NumAcc4 of
 * NIST (1999), against the same formulas in decimal numbers of 60 digits.
 */
class IllConditionedTest {
  private static final MathContext DIGITS = new MathContext(60);

  @Test
  void numAcc1() {
    double[] x = {10000001, 10000003, 10000002};
    assertEquals(10000002, Statistics.mean(x));
    assertEquals(1, Statistics.variance(x));
    assertEquals(-0.5, Distribution.autocorrelation(x, 1));
  }

  @Test
  void numAcc2To4() {
    keepsTwelveDigits(alternating(1.2, 0.1));
    keepsTwelveDigits(alternating(1000000.2, 0.1));
    keepsTwelveDigits(alternating(10000000.2, 0.1));
  }

  @Test
  void deviationsOfFewUnitsInTheLastPlace() {
    Random random = new Random(4);
    for (double mean : new double[] {1e9, -1e12, 4e15}) {
      double ulp = Math.ulp(mean);
      keepsTwelveDigits(series(3001, i -> mean + ulp * random.nextInt(8)));
    }
  }

  @Test
  @Tag("thorough")
  void aMillionValues() {
    Random random = new Random(5);
    keepsTwelveDigits(series(1_000_000, i -> 1e9 + 1e-3 * random.nextGaussian()));
    keepsTwelveDigits(series(1_000_000, i -> 0.0005 + 0.03 * random.nextGaussian()));
    keepsTwelveDigits(series(1_000_000, i -> 10000000.2 + (i % 2 == 0 ? 0.1 : -0.1)));
  }

  private static double[] alternating(double mean, double step) {
    return series(1001, i -> i == 0 ? mean : mean + (i % 2 == 1 ? -step : step));
  }

  private static double[] series(int n, IntToDoubleFunction value) {
    double[] x = new double[n];
    Arrays.setAll(x, value);
    return x;
  }

  /** Every second-moment measure of a series, and of it with another one that depends on it. */
  private static void keepsTwelveDigits(double[] x) {
    Random random = new Random(6);
    double scale = Math.sqrt(Statistics.variance(x));
    double[] y = series(x.length, i -> 3 * x[i] + scale * random.nextGaussian());
    int n = x.length;
    BigDecimal[] dx = deviations(x);
    BigDecimal[] dy = deviations(y);
    BigDecimal xx = dot(dx, 0, dx);
    BigDecimal xy = dot(dx, 0, dy);
    BigDecimal yy = dot(dy, 0, dy);
    BigDecimal beta = xy.divide(xx, DIGITS);
    BigDecimal residual = yy.subtract(beta.multiply(xy), DIGITS);

    digits(xx.doubleValue() / (n - 1), Statistics.variance(x));
    digits(xy.doubleValue() / (n - 1), Statistics.covariance(x, y));
    double[][] matrix = Covariance.sample(new double[][] {x, y});
    digits(xx.doubleValue() / (n - 1), matrix[0][0]);
    digits(xy.doubleValue() / (n - 1), matrix[0][1]);
    digits(beta.doubleValue(), MarketModel.beta(y, x));
    digits(xy.multiply(beta).divide(yy, DIGITS).doubleValue(), MarketModel.rSquared(y, x));
    digits(Math.sqrt(residual.doubleValue() / (n - 1)), MarketModel.nonsystemicRisk(y, x, 1));
    BigDecimal lagged = dot(dx, 1, dx);
    double autocorrelation = lagged.divide(xx, DIGITS).doubleValue();
    double possible = 1e-12 * Math.max(Math.abs(autocorrelation), 1e-2);
    assertEquals(autocorrelation, Distribution.autocorrelation(x, 1), possible);
  }

  private static BigDecimal[] deviations(double[] x) {
    BigDecimal sum = BigDecimal.ZERO;
    for (double v : x) {
      sum = sum.add(new BigDecimal(v));
    }
    BigDecimal mean = sum.divide(BigDecimal.valueOf(x.length), DIGITS);
    BigDecimal[] deviations = new BigDecimal[x.length];
    Arrays.setAll(deviations, i -> new BigDecimal(x[i]).subtract(mean, DIGITS));
    return deviations;
  }

  private static BigDecimal dot(BigDecimal[] x, int lag, BigDecimal[] y) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = lag; i < x.length; i++) {
      sum = sum.add(x[i].multiply(y[i - lag], DIGITS), DIGITS);
    }
    return sum;
  }

  private static void digits(double expected, double actual) {
    assertTrue(expected != 0);
    assertEquals(expected, actual, 1e-12 * Math.abs(expected));
  }
}
