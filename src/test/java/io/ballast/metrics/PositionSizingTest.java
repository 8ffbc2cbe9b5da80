package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionSizingTest {
  @Test
  void aStoppedTradeLosesTheChosenShareFeesIncluded() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      double entry = 1 + 1000 * random.nextDouble();
      double stop = entry * (0.5 + random.nextDouble());
      double fee = 0.01 * random.nextDouble();
      double units = PositionSizing.units(10000, 0.01, entry, stop, fee, 0, 1e9);
      double loss = units * (entry - stop) + Math.abs(units) * fee * (entry + stop);
      assertEquals(100, loss, 1e-9);
      assertEquals(Math.signum(entry - stop), Math.signum(units));
    }
  }

  @Test
  void thePositionAndItsFeeFitTheLeverage() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      double entry = 1 + 100 * random.nextDouble();
      double leverage = 0.5 + 5 * random.nextDouble();
      double fee = 0.001;
      double units = PositionSizing.units(1000, 1, entry, entry * 0.999, fee, 0.01, leverage);
      assertTrue(units * entry / leverage + units * entry * fee <= 1000 * (1 + 1e-12));
    }
  }

  @Test
  void aBetWithoutAnEdgeHasAKellyFractionOfZero() {
    for (double b = 0.1; b < 10; b += 0.1) {
      assertEquals(0, Kelly.fraction(1 / (1 + b), b, 1), 1e-15);
      assertTrue(Kelly.fraction(0.9 / (1 + b), b, 1) < 0);
    }
  }
}
