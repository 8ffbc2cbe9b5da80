package io.ballast.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.junit.jupiter.api.Test;

class GeneralFormatTest {
  @Test
  void numbersReadAsInExcel() {
    assertEquals("0.3", GeneralFormat.text(0.1 + 0.2));
    assertEquals("0.333333333333333", GeneralFormat.text(1 / 3.0));
    assertEquals("123456789012346000", GeneralFormat.text(123456789012345678.0));
    assertEquals("1E+20", GeneralFormat.text(1e20));
    assertEquals("1E-20", GeneralFormat.text(1e-20));
    assertEquals("-2.5", GeneralFormat.text(-2.5));
    assertEquals("0", GeneralFormat.text(-0.0));
  }

  @Test
  void numbersOfAnySizeReadAsInTheConverterThatWasMadeFromExcel() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      double size = Math.pow(10, random.nextInt(80) - 40);
      double number = (random.nextBoolean() ? random.nextGaussian() : random.nextInt(1000)) * size;
      assertEquals(NumberToTextConverter.toText(number), GeneralFormat.text(number));
    }
  }
}
