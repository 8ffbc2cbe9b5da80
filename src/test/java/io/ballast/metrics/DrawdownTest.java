package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawdownTest {
  private static final MathContext DIGITS = new MathContext(50);

  @Test
  void theMaximumIsTheDeepestOfThePath() {
    Random random = new Random(1);
    for (int round = 0; round < 400; round++) {
      double drift = 0.02 * random.nextGaussian() * random.nextDouble();
      double size = Math.pow(10, -4 * random.nextDouble());
      double[] returns = new double[1 + random.nextInt(3000)];
      for (int i = 0; i < returns.length; i++) {
        returns[i] = Math.expm1(drift * size + 0.3 * size * random.nextGaussian());
      }
      if (round % 5 == 0) {
        returns[random.nextInt(returns.length)] = -0.999999;
        returns[random.nextInt(returns.length)] = 1e7;
      }
      double deepest = Arrays.stream(Drawdown.depths(returns)).max().orElseThrow();
      assertEquals(deepest, Drawdown.maximum(returns), 2e-16, "round " + round);
    }
  }

  @Test
  void theMaximumHasAllDigitsOfALongPath() {
    Random random = new Random(2);
    double[] returns = new double[5000];
    BigDecimal wealth = BigDecimal.ONE;
    BigDecimal peak = BigDecimal.ONE;
    BigDecimal deepest = BigDecimal.ZERO;
    for (int i = 0; i < returns.length; i++) {
      returns[i] = 0.0005 + 0.03 * random.nextGaussian();
      wealth = wealth.multiply(BigDecimal.ONE.add(new BigDecimal(returns[i])), DIGITS);
      peak = peak.max(wealth);
      deepest = deepest.max(BigDecimal.ONE.subtract(wealth.divide(peak, DIGITS)));
    }
    assertEquals(deepest.doubleValue(), Drawdown.maximum(returns), 2e-16);
  }

  @Test
  void aReturnThatLosesEverythingIsRefusedWhereverItIs() {
    for (double bad : new double[] {-1, -1.5, -1e9, Double.NaN, Double.NEGATIVE_INFINITY}) {
      for (int at = 0; at < 300; at += 23) {
        double[] returns = new double[300];
        Arrays.fill(returns, -0.001);
        returns[at] = bad;
        returns[(at + 5) % 300] = Double.isNaN(bad) ? 0 : bad;
        assertThrows(MetricException.class, () -> Drawdown.maximum(returns));
      }
    }
  }
}
