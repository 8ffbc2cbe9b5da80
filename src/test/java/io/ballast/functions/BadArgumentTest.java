package io.ballast.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
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

  /** One of every class of value that a host can hand over. */
  private static final Map<String, Object> CLASSES = classes();

  private static final Object[][] MILLION = million();
  private static final AtomicInteger CASES = new AtomicInteger();

  private static Map<String, Object> classes() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("number", 0.5);
    all.put("zero", 0.0);
    all.put("negative", -3.0);
    all.put("text", "text");
    all.put("empty text", "");
    all.put("TRUE", true);
    all.put("FALSE", false);
    all.put("#N/A", CellError.NA);
    all.put("host's error", new IllegalStateException("#REF!"));
    all.put("error without message", new Exception());
    all.put("NaN", Double.NaN);
    all.put("infinity", Double.POSITIVE_INFINITY);
    all.put("minus infinity", Double.NEGATIVE_INFINITY);
    all.put("largest", Double.MAX_VALUE);
    all.put("1 by 1", new Object[][] {{0.5}});
    all.put("1 by 1 blank", new Object[][] {{null}});
    all.put("row", new Object[][] {{0.01, -0.02, 0.03, 0.02, -0.01}});
    all.put("column", new Object[][] {{0.01}, {-0.02}, {0.03}, {0.02}, {-0.01}});
    all.put("block", new Object[][] {{0.01, 0.02}, {-0.02, 0.01}, {0.03, -0.01}, {0.01, 0.0}});
    all.put(
        "mixed", new Object[][] {{0.01, "x"}, {null, true}, {CellError.NA, -0.01}, {0.02, 1.0}});
    all.put("errors", new Object[][] {{CellError.DIV0}, {new Exception("#NUM!")}});
    all.put("ragged", new Object[][] {{0.01}, {-0.02, 0.01}, null, {}, {0.03, 0.01, 0.02}});
    all.put("all blank", new Object[][] {{null, null}, {null, null}});
    all.put("not finite", new Object[][] {{Double.NaN}, {Double.POSITIVE_INFINITY}, {0.01}});
    all.put("no rows", new Object[0][]);
    all.put("no columns", new Object[][] {{}, {}});
    return all;
  }

  private static Object[][] million() {
    Random random = new Random(20240101);
    Object[][] cells = new Object[1_000_000][1];
    for (Object[] row : cells) {
      row[0] = 0.001 + 0.03 * random.nextGaussian();
    }
    return cells;
  }

  @TestFactory
  Stream<DynamicTest> everyFunctionAnswersWithAValueOrAnErrorValue() {
    return Catalogue.standard().all().stream()
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> attack(f)));
  }

  /**
   * The behaviour matrix: each argument in turn gets one of every class, while the others keep
   * values that the function takes, get the same class too, or are left out.
   */
  @TestFactory
  Stream<DynamicTest> everyClassOfArgumentGetsAValueOrAnErrorValue() {
    return Catalogue.standard().all().stream()
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> matrix(f)));
  }

  /** As the matrix, for every pair of arguments and every pair of classes. */
  @Tag("thorough")
  @TestFactory
  Stream<DynamicTest> everyPairOfClassesGetsAValueOrAnErrorValue() {
    return Catalogue.standard().all().stream()
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> pairs(f)));
  }

  /** A range as large as a sheet's column, in each place that takes a range. */
  @Tag("thorough")
  @TestFactory
  Stream<DynamicTest> aMillionCellsGetAValueOrAnErrorValue() {
    return Catalogue.standard().all().stream()
        .filter(f -> f.arguments().stream().anyMatch(Catalogue.Argument::range))
        .map(f -> DynamicTest.dynamicTest(f.name(), () -> million(f)));
  }

  @AfterAll
  static void tellTheSizeOfTheMatrix() {
    System.out.println(
        "Behaviour matrix: "
            + Catalogue.standard().functions().size()
            + " listed functions, "
            + (Catalogue.standard().all().size() - Catalogue.standard().functions().size())
            + " hidden, "
            + CASES.get()
            + " cases");
  }

  private static void matrix(Catalogue.Function f) {
    int arguments = f.arguments().size();
    answer(f, new Object[arguments]);
    Object[] usual = usual(f);
    for (Object one : CLASSES.values()) {
      Object[] all = new Object[arguments];
      Arrays.fill(all, one);
      answer(f, all);
      for (int i = 0; i < arguments; i++) {
        Object[] others = usual.clone();
        others[i] = one;
        answer(f, others);
        Object[] alone = new Object[arguments];
        alone[i] = one;
        answer(f, alone);
      }
    }
  }

  private static void pairs(Catalogue.Function f) {
    Object[] usual = usual(f);
    for (int i = 0; i < usual.length; i++) {
      for (int j = i + 1; j < usual.length; j++) {
        for (Object one : CLASSES.values()) {
          for (Object other : CLASSES.values()) {
            Object[] values = usual.clone();
            values[i] = one;
            values[j] = other;
            answer(f, values);
          }
        }
      }
    }
  }

  private static void million(Catalogue.Function f) {
    Object[] values = usual(f);
    for (int i = 0; i < values.length; i++) {
      if (f.arguments().get(i).range()) {
        values[i] = MILLION;
      }
    }
    assertTimeoutPreemptively(Duration.ofMinutes(5), () -> answer(f, values));
  }

  /** What a golden case gives the function, else numbers that most functions take. */
  private static Object[] usual(Catalogue.Function f) {
    Object[] usual = new Object[f.arguments().size()];
    for (GoldenCases.Case golden : GoldenCases.all()) {
      if (Expression.function(golden.formula()).equals(f.name())) {
        Object[] given = golden.arguments();
        System.arraycopy(given, 0, usual, 0, Math.min(given.length, usual.length));
        return usual;
      }
    }
    for (int i = 0; i < f.required(); i++) {
      usual[i] = f.arguments().get(i).range() ? new Object[][] {{0.01}, {-0.02}, {0.03}} : 0.5;
    }
    return usual;
  }

  private static void answer(Catalogue.Function f, Object[] values) {
    CASES.incrementAndGet();
    ErrorLog.clear();
    Object result = f.call(values);
    Supplier<String> call = () -> f.name() + shown(values);
    assertNotNull(result, call);
    check(result, call);
    for (ErrorLog.Entry entry : ErrorLog.latest(1)) {
      assertNotEquals("internal", entry.argument(), () -> call.get() + " " + entry.reason());
    }
  }

  private static String shown(Object[] values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(value == MILLION ? "a million cells" : Arrays.deepToString(new Object[] {value}));
    }
    return texts.toString();
  }

  private static void attack(Catalogue.Function f) {
    Random random = new Random(f.name().hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      Object[] values = new Object[f.arguments().size()];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            random.nextInt(10) < 7 == f.arguments().get(i).range() ? range(random) : scalar(random);
      }
      answer(f, values);
    }
  }

  private static void check(Object result, Supplier<String> call) {
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

  private static void checkCell(Object cell, Supplier<String> call) {
    boolean fits =
        cell instanceof Double
            || cell instanceof String
            || cell instanceof Boolean
            || cell instanceof CellError;
    assertTrue(fits, () -> call.get() + " gives a " + cell.getClass());
    if (cell instanceof Double number) {
      assertTrue(Double.isFinite(number), () -> call.get() + " gives " + number);
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
    assertThrows(AssertionError.class, () -> check(new Object[][] {{Double.NaN}}, () -> ""));
    assertEquals(CellError.NUM, Worksheet.call("TEST", () -> Double.NaN));
  }
}
