package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {
  @Test
  void sumsOfDecimalsCompareAsPeopleReadThem() {
    assertEquals(0, Decimals.compare(0.1 + 0.2, 0.3));
    assertEquals(0, Decimals.compare(0.8 * 0.2, 0.16));
    assertEquals(-1, Decimals.compare(0.3, 0.30000001));
    assertEquals(1, Decimals.compare(1e-9, 0));
    assertEquals(0, Decimals.compare(0, -0.0));
  }

  @Test
  void roundingDownKeepsWholeLots() {
    assertEquals(0.3, Decimals.roundDown(0.3, 0.1));
    assertEquals(4.35, Decimals.roundDown(4.35, 0.01));
    assertEquals(0.2, Decimals.roundDown(0.29999, 0.1));
    assertEquals(9, Decimals.roundDown(10, 3));
    assertEquals(0, Decimals.roundDown(0.00099, 0.001));
  }

  @Test
  void everyMultipleOfALotIsItself() {
    for (double lot : new double[] {0.1, 0.01, 0.001, 1e-8, 0.3, 7}) {
      for (int k = 0; k < 2000; k++) {
        double units = k * lot;
        assertEquals(units, Decimals.roundDown(units, lot), Math.ulp(units));
      }
    }
  }
}
