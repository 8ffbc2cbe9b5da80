package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the cells hold, a function answers with a value or an error value. */
class BadArgumentTest {
  private static final int ROUNDS = 400;

  private static final Object[] SCALARS = {
    null,
    "text",
    "",
    "historical",
    true,
    false,
    0.0,
    -0.0,
    1.0,
    -1.0,
    2.0,
    3.0,
    0.5,
    0.95,
    -0.3,
    1e9,
    1e308,
    -1e308,
    1e-300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    7,
    CellError.NA,
    CellError.DIV0,
    new IllegalStateException("#REF!"),
    new RuntimeException()
  };

  @TestFactory
  Stream<DynamicTest> everyFunctionAnswersWithAValueOrAnErrorValue() {
    return Catalogue.standard().functions().stream()
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> attack(f)));
  }

  private static void attack(Catalogue.Function f) {
    Random random = new Random(f.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      Object[] values = new Object[f.arguments().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            random.nextInt(10) < 7 == f.arguments().get(i).range() ? range(random) : scalar(random);
      }
      ErrorLog.clear();
      Object result = f.call(values);
      String call = f.name() + Arrays.deepToString(values);
      assertNotNull(result, call);
      check(result, call);
      List<ErrorLog.Entry> noted = ErrorLog.latest(1);
      if (!noted.isEmpty()) {
        assertTrue(!noted.get(0).argument().equals("internal"), call + " " + noted.get(0).reason());
      }
    }
  }

  private static void check(Object result, String call) {
    if (result instanceof Object[][] rows) {
      assertTrue(rows.length > 0, call);
      for (Object[] row : rows) {
        assertTrue(row.length > 0 && row.length == rows[0].length, call);
        for (Object cell : row) {
          if (cell != null) {
            checkCell(cell, call);
          }
        }
      }
    } else {
      checkCell(result, call);
    }
  }

  private static void checkCell(Object cell, String call) {
    boolean fits =
        cell instanceof Double
            || cell instanceof String
            || cell instanceof Boolean
            || cell instanceof CellError;
    assertTrue(fits, call + " gives a " + cell.getClass());
    if (cell instanceof Double number) {
      assertTrue(Double.isFinite(number), call + " gives " + number);
    }
  }

  private static Object scalar(Random random) {
    return SCALARS[random.nextInt(SCALARS.length)];
  }

  private static Object[][] range(Random random) {
    int rows = random.nextInt(8);
    int columns = random.nextInt(6);
    switch (random.nextInt(8)) {
      case 0 -> rows = 1;
      case 1, 2 -> columns = 1;
      case 3 -> {
        rows = 1;
        columns = 1;
      }
      case 4 -> rows = 40;
      default -> {}
    }
    int kind = random.nextInt(6);
    double size = Math.pow(10, random.nextInt(5) - 3);
    Object[][] range = new Object[rows][];
    for (int i = 0; i < rows; i++) {
      boolean ragged = kind == 5 && random.nextInt(3) == 0;
      range[i] =
          ragged && random.nextBoolean() ? null : new Object[ragged ? random.nextInt(4) : columns];
      for (int j = 0; range[i] != null && j < range[i].length; j++) {
        range[i][j] =
            switch (kind) {
              case 0 -> null;
              case 1 -> scalar(random);
              case 2 -> Math.exp(random.nextGaussian()) * size;
              case 3 -> random.nextInt(12) == 0 ? scalar(random) : random.nextGaussian() * size;
              default -> (Object) (random.nextGaussian() * size);
            };
      }
    }
    return range;
  }

  /** The attack itself notices what it is looking for. */
  @Test
  void aNumberThatIsNotFiniteIsNoticed() {
    assertThrows(AssertionError.class, () -> check(new Object[][] {{Double.NaN}}, ""));
    assertEquals(CellError.NUM, Worksheet.call("TEST", () -> Double.NaN));
  }
}
