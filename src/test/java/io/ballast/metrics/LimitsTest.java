package io.ballast.metrics;

import static io.ballast.metrics.Limits.Direction.MAX;
import static io.ballast.metrics.Limits.Direction.MIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LimitsTest {
  @Test
  void aValueAtItsLimitIsNotBeyondIt() {
    assertEquals(Limits.Status.WATCH, Limits.status(0.1 + 0.2, 0.3, 0.8, MAX));
    assertEquals(Limits.Status.BREACH, Limits.status(0.3001, 0.3, 0.8, MAX));
    assertEquals(Limits.Status.WATCH, Limits.status(0.3, 0.1 + 0.2, 0.8, MIN));
    assertEquals(Limits.Status.BREACH, Limits.status(0.2999, 0.3, 0.8, MIN));
  }

  @Test
  void watchingStartsAtItsShareOfTheLimit() {
    assertEquals(Limits.Status.WATCH, Limits.status(0.16, 0.2, 0.8, MAX));
    assertEquals(Limits.Status.OK, Limits.status(0.1599, 0.2, 0.8, MAX));
    assertEquals(Limits.Status.WATCH, Limits.status(0.25, 0.2, 0.8, MIN));
    assertEquals(Limits.Status.OK, Limits.status(0.2501, 0.2, 0.8, MIN));
  }

  @Test
  void aWatchLevelAboveTheLimitIsRefused() {
    assertThrows(MetricException.class, () -> Limits.status(1, 1, 1.5, MAX));
    assertThrows(MetricException.class, () -> Limits.status(1, -1, 0.8, MAX));
  }
}
