package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarTest {
  @Test
  void theFirstValueOfADateCountsAndAMissingOneDoesNot() {
    double nan = Double.NaN;
    double[] dates = {5, 3, 3, nan, 5, 4};
    double[] values = {nan, 1, 2, 9, 7, nan};
    assertArrayEquals(
        new double[] {1, nan, 7, nan, nan},
        Calendar.align(dates, values, new double[] {3, 4, 5, 6, nan}));
  }

  @Test
  void aligningOntoTheSameDatesChangesNothing() {
    Random random = new Random(4);
    double[] dates = random.ints(40_000, 50_000).distinct().limit(500).asDoubleStream().toArray();
    double[] values = random.doubles(500).toArray();
    assertArrayEquals(values, Calendar.align(dates, values, dates));
  }

  @Test
  void gapsAndDatesTogetherAreTheWholeCalendar() {
    Random random = new Random(5);
    for (int round = 0; round < 100; round++) {
      boolean[] there = new boolean[60];
      there[0] = true;
      there[59] = true;
      double[] dates = new double[60];
      int n = 0;
      for (int i = 0; i < 60; i++) {
        there[i] |= random.nextInt(3) > 0;
        if (there[i]) {
          dates[n++] = 45_000 + 0.25 * i;
        }
      }
      int missing = 0;
      for (Calendar.Gap gap : Calendar.gaps(Arrays.copyOf(dates, n), 0.25)) {
        missing += (int) Math.round((gap.last() - gap.first()) / 0.25) + 1;
        assertTrue(!there[(int) Math.round((gap.first() - 45_000) / 0.25)]);
        assertTrue(!there[(int) Math.round((gap.last() - 45_000) / 0.25)]);
      }
      assertEquals(60, n + missing);
    }
  }

  @Test
  void repeatedDatesAreNoGap() {
    assertEquals(List.of(), Calendar.gaps(new double[] {3, 1, 2, 2, 1}, 1));
    MetricException e =
        assertThrows(MetricException.class, () -> Calendar.gaps(new double[] {1}, 0));
    assertEquals(Failure.OUT_OF_DOMAIN, e.failure());
  }
}
