package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MinimumShortfallTest {
  @Test
  void theShortfallIsThatOfTheSimplexMethod() {
    Random random = new Random(1);
    for (int round = 0; round < 40; round++) {
      int n = 2 + random.nextInt(5);
      double[][] returns = Samples.returns(random, n, 5 + random.nextInt(30));
      if (round % 4 == 1) {
        returns[n - 1] = returns[0].clone();
      }
      double confidence = 0.6 + 0.35 * random.nextDouble();
      WeightBounds bounds = round % 2 == 0 ? WeightBounds.LONG_ONLY : new WeightBounds(0.02, 0.7);
      double[] weights = MinimumShortfall.weights(returns, confidence, bounds);
      double least = simplex(returns, confidence, bounds);
      assertEquals(least, shortfall(returns, weights, confidence), 1e-10, "round " + round);
      assertEquals(1, Statistics.sum(weights), 1e-12);
    }
  }

  @Test
  void noRandomPortfolioIsBetter() {
    Random random = new Random(2);
    double[][] returns = Samples.returns(random, 12, 400);
    double[] best = MinimumShortfall.weights(returns, 0.95, WeightBounds.LONG_ONLY);
    double least = shortfall(returns, best, 0.95);
    for (int k = 0; k < 2000; k++) {
      double[] weights = Samples.weights(random, 12);
      for (int i = 0; i < 12; i++) {
        weights[i] = 0.9 * best[i] + 0.1 * weights[i];
      }
      assertTrue(shortfall(returns, weights, 0.95) >= least - 1e-15);
    }
  }

  @Test
  void fiftyAssetsAndAThousandPeriodsTakeSeconds() {
    double[][] returns = Samples.returns(new Random(3), 50, 1000);
    long start = System.nanoTime();
    MinimumShortfall.weights(returns, 0.95, new WeightBounds(-0.1, 0.3));
    assertTrue((System.nanoTime() - start) / 1e9 < 20);
  }

  @Test
  void uglyProblemsWithinWideBoundsAreSolved() {
    solveUglyProblems(150);
  }

  @Test
  @Tag("thorough")
  void manyUglyProblemsWithinWideBoundsAreSolved() {
    solveUglyProblems(5000);
  }

  /** No transfer between two assets lowers the shortfall of ill-conditioned problems. */
  private static void solveUglyProblems(int problems) {
    double[] widths = {1, 2, 5, 10, 100, 1000};
    double[] confidences = {0.6, 0.75, 0.9, 0.95, 0.99};
    for (int k = 0; k < problems; k++) {
      Random random = new Random(1_000_000 + k);
      double[][] returns = ugly(random, k % 4, 2 + random.nextInt(20), 3 + random.nextInt(200));
      double width = widths[random.nextInt(widths.length)];
      double confidence = confidences[random.nextInt(confidences.length)];
      WeightBounds bounds = new WeightBounds(-width, width);
      double[] weights = MinimumShortfall.weights(returns, confidence, bounds);
      String problem = "problem " + k;
      assertEquals(1, Statistics.sum(weights), 1e-12 * width, problem);
      double largest = Arrays.stream(Covariance.deviations(returns)).max().orElseThrow();
      double scale = largest * Math.max(1, width / 100);
      double least = shortfall(returns, weights, confidence);
      for (int i = 0; i < weights.length; i++) {
        assertTrue(Math.abs(weights[i]) <= width, problem);
        int j = (i + 1) % weights.length;
        for (double part : new double[] {1e-3, 0.1, 1}) {
          double moved = part * Math.min(width - weights[i], weights[j] + width);
          double[] other = weights.clone();
          other[i] += moved;
          other[j] -= moved;
          assertTrue(shortfall(returns, other, confidence) >= least - 1e-8 * scale, problem);
        }
      }
    }
  }

  /** Scales from 1e-6 to 100, doubles with a noise of 1e-6 to 1e-9, multiples, both together. */
  private static double[][] ugly(Random random, int kind, int n, int periods) {
    double[][] returns = Samples.returns(random, n, periods);
    double[] first = returns[0].clone();
    double noise = Math.pow(10, -6 - 3 * random.nextDouble());
    for (int i = 0; i < n; i++) {
      double scale = Math.pow(10, -6 + 8 * random.nextDouble());
      for (int t = 0; t < periods; t++) {
        double near = first[t] + noise * random.nextGaussian();
        returns[i][t] =
            switch (kind) {
              case 0 -> scale * returns[i][t];
              case 1 -> near;
              case 2 -> first[t] * (1 + 0.1 * i) + 10 * noise * random.nextGaussian();
              default -> scale * near;
            };
      }
    }
    return returns;
  }

  @Test
  void theVertexFromEqualProbabilitiesIsAsGoodAsTheInteriorPoint() {
    Random random = new Random(6);
    for (int round = 0; round < 40; round++) {
      int n = 2 + random.nextInt(10);
      int periods = 5 + random.nextInt(100);
      double[][] returns = Samples.returns(random, n, periods);
      WeightBounds bounds = new WeightBounds(-0.5, 1.5);
      double[] probabilities = new double[periods];
      Arrays.fill(probabilities, 1.0 / periods);
      double[] vertex = ShortfallVertex.find(returns, 1 / (0.1 * periods), bounds, probabilities);
      double[] weights = MinimumShortfall.weights(returns, 0.9, bounds);
      assertEquals(shortfall(returns, weights, 0.9), shortfall(returns, vertex, 0.9), 1e-12);
    }
  }

  @Test
  void theScaleOfReturnsChangesNothing() {
    double[][] returns = Samples.returns(new Random(4), 6, 120);
    double[][] larger = new double[6][];
    for (int i = 0; i < 6; i++) {
      larger[i] = Arrays.stream(returns[i]).map(r -> 64 * r).toArray();
    }
    assertArrayEquals(
        MinimumShortfall.weights(returns, 0.9, WeightBounds.LONG_ONLY),
        MinimumShortfall.weights(larger, 0.9, WeightBounds.LONG_ONLY),
        1e-12);
  }

  @Test
  void aConfidenceOfAHalfIsRefused() {
    double[][] returns = Samples.returns(new Random(5), 3, 20);
    assertThrows(
        MetricException.class,
        () -> MinimumShortfall.weights(returns, 0.5, WeightBounds.LONG_ONLY));
  }

  /** Expected shortfall with the fractional weight of the boundary (Rockafellar and Uryasev). */
  private static double shortfall(double[][] returns, double[] weights, double confidence) {
    double[] portfolio = Returns.portfolio(returns, weights);
    Arrays.sort(portfolio);
    double tail = (1 - confidence) * portfolio.length;
    double sum = 0;
    double left = tail;
    for (double r : portfolio) {
      sum -= Math.min(1, left) * r;
      left = Math.max(0, left - 1);
    }
    return sum / tail;
  }

  /** The least shortfall by a second algorithm; weights not below 0. */
  private static double simplex(double[][] returns, double confidence, WeightBounds bounds) {
    int n = returns.length;
    int periods = returns[0].length;
    int size = n + 2 + periods;
    double[] cost = new double[size];
    cost[n] = 1;
    cost[n + 1] = -1;
    Arrays.fill(cost, n + 2, size, 1 / ((1 - confidence) * periods));
    LinearConstraint[] constraints = new LinearConstraint[2 * n + 1 + periods];
    for (int i = 0; i < n; i++) {
      double[] row = new double[size];
      row[i] = 1;
      constraints[2 * i] = new LinearConstraint(row, Relationship.GEQ, bounds.min());
      constraints[2 * i + 1] = new LinearConstraint(row, Relationship.LEQ, bounds.max());
    }
    double[] sum = new double[size];
    Arrays.fill(sum, 0, n, 1);
    constraints[2 * n] = new LinearConstraint(sum, Relationship.EQ, 1);
    for (int t = 0; t < periods; t++) {
      double[] row = new double[size];
      for (int i = 0; i < n; i++) {
        row[i] = returns[i][t];
      }
      row[n] = 1;
      row[n + 1] = -1;
      row[n + 2 + t] = 1;
      constraints[2 * n + 1 + t] = new LinearConstraint(row, Relationship.GEQ, 0);
    }
    return new SimplexSolver(1e-12, 10, 1e-14)
        .optimize(
            new MaxIter(100_000),
            new LinearObjectiveFunction(cost, 0),
            new LinearConstraintSet(constraints),
            GoalType.MINIMIZE,
            new NonNegativeConstraint(true))
        .getValue();
  }
}
