package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  @Test
  void scaleAndShiftChangeNothing() {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      double[][] returns = Samples.returns(random, 4, 60);
      double[][] moved = new double[4][60];
      for (int i = 0; i < 4; i++) {
        for (int t = 0; t < 60; t++) {
          moved[i][t] = 3 + (i + 1) * 0.25 * returns[i][t];
        }
      }
      for (Correlation.Method method : Correlation.Method.values()) {
        double[][] expected = Correlation.matrix(returns, method);
        double[][] actual = Correlation.matrix(moved, method);
        for (int i = 0; i < 4; i++) {
          assertArrayEquals(expected[i], actual[i], 1e-12, method.name());
        }
      }
    }
  }

  @Test
  void rankCorrelationsIgnoreAnyRisingTransformation() {
    double[][] returns = Samples.returns(new Random(2), 2, 200);
    double[][] moved = {returns[0], new double[200]};
    for (int t = 0; t < 200; t++) {
      moved[1][t] = Math.exp(20 * returns[1][t]);
    }
    for (Correlation.Method method :
        new Correlation.Method[] {Correlation.Method.SPEARMAN, Correlation.Method.KENDALL}) {
      assertEquals(
          Correlation.matrix(returns, method)[0][1], Correlation.matrix(moved, method)[0][1]);
    }
  }

  @Test
  void kendallEqualsTheCountOfPairsWithTies() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int n = 2 + random.nextInt(30);
      double[] x = new double[n];
      double[] y = new double[n];
      for (int t = 0; t < n; t++) {
        x[t] = random.nextInt(6);
        y[t] = random.nextInt(6) + x[t];
      }
      if (Statistics.isConstant(x) || Statistics.isConstant(y)) {
        continue;
      }
      long concordance = 0;
      long untiedX = 0;
      long untiedY = 0;
      for (int s = 0; s < n; s++) {
        for (int t = 0; t < s; t++) {
          double dx = Math.signum(x[s] - x[t]);
          double dy = Math.signum(y[s] - y[t]);
          concordance += (long) (dx * dy);
          untiedX += dx == 0 ? 0 : 1;
          untiedY += dy == 0 ? 0 : 1;
        }
      }
      assertEquals(
          concordance / Math.sqrt((double) untiedX * untiedY),
          Correlation.matrix(new double[][] {x, y}, Correlation.Method.KENDALL)[0][1],
          1e-14);
    }
  }

  @Test
  void anAssetIsPerfectlyCorrelatedWithItsDouble() {
    double[][] one = Samples.returns(new Random(4), 1, 50);
    double[][] twice = {one[0], one[0].clone()};
    for (Correlation.Method method : Correlation.Method.values()) {
      assertEquals(1, Correlation.matrix(twice, method)[0][1], 1e-15);
    }
  }

  @Test
  void aConstantAssetHasNoCorrelation() {
    double[][] returns = {{0.1, 0.1, 0.1}, {0.01, 0.02, -0.01}};
    MetricException e =
        assertThrows(
            MetricException.class, () -> Correlation.matrix(returns, Correlation.Method.PEARSON));
    assertEquals(Failure.UNDEFINED, e.failure());
  }
}
