package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** {@code BALLAST_DIAGNOSE} tells what was handed over, whatever it is. */
class DiagnosisTest {
  @Test
  void aSingleValueIsToldWithItsClass() {
    assertEquals("java.lang.Double 0.5", diagnose(0.5));
    assertEquals("java.lang.String \"x\"", diagnose("x"));
    assertEquals("java.lang.Boolean true", diagnose(true));
    assertEquals("null", diagnose((Object) null));
    assertEquals("io.ballast.functions.CellError \"#N/A\"", diagnose(CellError.NA));
    assertEquals("java.lang.Exception \"null\"", diagnose(new Exception()));
  }

  @Test
  void aRangeIsToldWithItsShapeAndTheKindsOfItsCells() {
    Object[][] range = {{0.5, null, "x"}, {1.0, CellError.NA}};
    assertEquals(
        "java.lang.Object[2][3] ragged: 1 io.ballast.functions.CellError \"#N/A\","
            + " 2 java.lang.Double, 1 java.lang.String, 1 null",
        diagnose(null, range));
    assertEquals("java.lang.Object[0][0]", diagnose(null, new Object[0][]));
    assertEquals("java.lang.Object[2][1] ragged: 1 java.lang.Double", diagnose(null, ragged()));
  }

  @Test
  void aLongTextIsCut() {
    String told = (String) diagnose("x".repeat(1000));
    assertEquals(250, told.length());
    assertTrue(told.endsWith("…"));
  }

  private static Object[][] ragged() {
    return new Object[][] {{0.5}, null};
  }

  private static Object diagnose(Object... values) {
    return Catalogue.standard().find("BALLAST_DIAGNOSE").orElseThrow().call(values);
  }
}
