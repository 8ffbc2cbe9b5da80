package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComponentRiskTest {
  @Test
  void partsSumToTheWhole() {
    Random random = new Random(11);
    for (int round = 0; round < 100; round++) {
      double[][] returns = Samples.returns(random, 4, 60);
      double[] weights = {0.5, 0.8, -0.3, 0.1};
      double[] portfolio = Returns.portfolio(returns, weights);
      for (ComponentRisk.ValueAtRiskMethod method : ComponentRisk.ValueAtRiskMethod.values()) {
        double[] parts = ComponentRisk.valueAtRisk(returns, weights, 0.97, method);
        double whole =
            TailRisk.valueAtRisk(portfolio, 0.97, TailRisk.Method.valueOf(method.name()));
        assertEquals(whole, Statistics.sum(parts), 1e-12);
      }
      for (ComponentRisk.ShortfallMethod method : ComponentRisk.ShortfallMethod.values()) {
        double[] parts = ComponentRisk.expectedShortfall(returns, weights, 0.93, method);
        double whole =
            TailRisk.expectedShortfall(portfolio, 0.93, TailRisk.Method.valueOf(method.name()));
        assertEquals(whole, Statistics.sum(parts), 1e-12);
      }
    }
  }

  @Test
  void aPartIsTheSlopeOfTheWhole() {
    Random random = new Random(12);
    double step = 1e-6;
    for (int round = 0; round < 50; round++) {
      double[][] returns = Samples.returns(random, 3, 80);
      double[] weights = {0.5, 0.3, 0.2};
      for (ComponentRisk.ValueAtRiskMethod method : ComponentRisk.ValueAtRiskMethod.values()) {
        double[] parts = ComponentRisk.valueAtRisk(returns, weights, 0.95, method);
        for (int j = 0; j < weights.length; j++) {
          double[] more = weights.clone();
          double[] less = weights.clone();
          more[j] += step;
          less[j] -= step;
          TailRisk.Method whole = TailRisk.Method.valueOf(method.name());
          double slope =
              (TailRisk.valueAtRisk(Returns.portfolio(returns, more), 0.95, whole)
                      - TailRisk.valueAtRisk(Returns.portfolio(returns, less), 0.95, whole))
                  / (2 * step);
          assertEquals(weights[j] * slope, parts[j], 1e-8);
        }
      }
    }
  }
}
