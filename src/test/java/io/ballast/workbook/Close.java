package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Requires numbers to be equal but for rounding: 1e-10 of the one expected, or of 1 if less. */
final class Close {
  private Close() {}

  static void assertClose(double expected, double found) {
    assertClose(expected, found, null);
  }

  static void assertClose(double expected, double found, String what) {
    assertEquals(expected, found, 1e-10 * Math.max(1, Math.abs(expected)), what);
  }
}
