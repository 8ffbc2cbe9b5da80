package io.ballast.host.calc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.star.uno.Any;
import io.ballast.functions.CellError;
import org.junit.jupiter.api.Test;

class CalcValuesTest {
  @Test
  void anOmittedArgumentIsNull() {
    assertNull(CalcValues.argument(Any.VOID));
  }

  @Test
  void aScalarStaysWhatItIs() {
    assertEquals(0.5, CalcValues.argument(0.5));
    assertEquals("short", CalcValues.argument("short"));
    assertEquals("", CalcValues.argument(""));
  }

  @Test
  void anEmptyTextInARangeIsABlank() {
    Object[][] range = {{1.0, ""}, {"text", 2.0}};
    assertArrayEquals(
        new Object[][] {{1.0, null}, {"text", 2.0}}, (Object[][]) CalcValues.argument(range));
  }

  @Test
  void aMissingValueOfASeriesComesBackAsItWas() {
    Object[][] series = {{CellError.NA}, {0.1}};
    Object[][] shown = (Object[][]) CalcValues.result(series);
    assertArrayEquals(new Object[][] {{"#N/A"}, {0.1}}, shown);
    assertArrayEquals(series, (Object[][]) CalcValues.argument(shown));
    assertEquals(CellError.NA, CalcValues.argument("#N/A"));
  }

  @Test
  void anErrorIsANumberThatHoldsCalcsCode() {
    int[] codes = {521, 532, 519, 524, 525, 503, 32767};
    for (CellError.Code code : CellError.Code.values()) {
      double shown = (Double) CalcValues.result(CellError.of(code));
      assertTrue(Double.isNaN(shown), code.text());
      assertEquals(codes[code.ordinal()], (int) Double.doubleToRawLongBits(shown), code.text());
    }
  }

  @Test
  void logicalResultsAreOneAndZeroAndNothingIsEmptyText() {
    Object[][] block = {{true, false, null, "long", 3.0}};
    assertArrayEquals(
        new Object[][] {{1.0, 0.0, "", "long", 3.0}}, (Object[][]) CalcValues.result(block));
    assertEquals(1.0, CalcValues.result(true));
  }
}
