package io.ballast.host.calc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.Catalogue;
import io.ballast.functions.CellError;
import io.ballast.functions.GoldenCases;
import io.ballast.testing.CalcDocument;
import io.ballast.testing.RunningOffice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every function in Calc, on every golden case: the bits of the Java result. */
@ExtendWith(CalcOffice.class)
class CalcGoldenIT {
  private static final Pattern CALL = Pattern.compile("([A-Z0-9_]+)\\(");
  private static final Pattern ERROR_IN_CONSTANT = Pattern.compile("\\{[^}]*#[^}]*}");
  private static final Pattern LOGICAL_IN_CONSTANT = Pattern.compile("\\{[^}]*(TRUE|FALSE)[^}]*}");

  /** Calc's Err:539: an array constant holds something else than numbers and text. */
  private static final CalcDocument.ErrorCode BAD_CONSTANT = new CalcDocument.ErrorCode(539);

  /** Functions without a golden case. */
  private static final List<GoldenCases.Case> FURTHER =
      Stream.of(
              "OBSERVATIONS({0.1,0.2;0.3,\"x\";0.4,0.5})",
              "DUE_DILIGENCE_COVERAGE({3;\"\";4},{0.5;0.25;0.25})",
              "BALLAST_VERSION()")
          .map(formula -> new GoldenCases.Case("calc", "", "", "", formula, List.of()))
          .toList();

  @Test
  void everyFunctionHasTheBitsOfTheJavaResult(RunningOffice office, @TempDir Path folder)
      throws Exception {
    List<GoldenCases.Case> cases = new ArrayList<>(FURTHER);
    GoldenCases.all().stream().filter(one -> !isLong(one)).forEach(cases::add);
    Set<String> judged = compare(office, folder, cases);
    Set<String> all = new TreeSet<>();
    Catalogue.standard().functions().forEach(f -> all.add(f.name()));
    all.removeAll(judged);
    assertEquals(Set.of("BALLAST_ERRORS"), all, "functions that were not compared");
  }

  @Test
  @Tag("thorough")
  void seriesOfAHundredThousandHaveTheBitsOfTheJavaResult(
      RunningOffice office, @TempDir Path folder) throws Exception {
    compare(office, folder, GoldenCases.all().stream().filter(CalcGoldenIT::isLong).toList());
  }

  private static boolean isLong(GoldenCases.Case one) {
    return one.dataset().startsWith("numeric");
  }

  /** Compares the cases, and returns the names of the functions in them. */
  private static Set<String> compare(
      RunningOffice office, Path folder, List<GoldenCases.Case> cases) throws Exception {
    Map<GoldenCases.Case, Object> expected = new LinkedHashMap<>();
    GoldenWorkbook workbook = new GoldenWorkbook();
    for (GoldenCases.Case one : cases) {
      Object result = one.evaluate(asCalcReads(one.formula()));
      if (ERROR_IN_CONSTANT.matcher(one.formula()).find()) {
        result = BAD_CONSTANT;
      }
      expected.put(one, result);
      workbook.add(one, result);
    }
    Path file = folder.resolve("golden.xlsx");
    workbook.write(file);

    List<String> wrong = new ArrayList<>();
    int cells = 0;
    int forced = 0;
    Set<String> judged = new TreeSet<>();
    try (CalcDocument calc = office.open(file)) {
      var sheet = calc.sheet(GoldenWorkbook.FORMULAS);
      int at = 0;
      for (Map.Entry<GoldenCases.Case, Object> one : expected.entrySet()) {
        CellRangeAddress place = workbook.places().get(at++);
        Object[][] theirs =
            CalcDocument.values(
                sheet.getCellRangeByPosition(
                    0, place.getFirstRow(), place.getLastColumn(), place.getLastRow()));
        Object[][] ours =
            one.getValue() instanceof Object[][] block ? block : new Object[][] {{one.getValue()}};
        String difference = difference(ours, theirs, one.getValue() instanceof Object[][]);
        if (difference != null) {
          wrong.add(one.getKey().id() + " " + one.getKey().formula() + ": " + difference);
        }
        forced += one.getValue() == BAD_CONSTANT ? 1 : 0;
        cells += ours.length * ours[0].length;
        CALL.matcher(one.getKey().formula()).results().forEach(call -> judged.add(call.group(1)));
      }
    }
    System.out.printf(
        "Calc: %d functions, %d golden cases, %d cells; %d cases with an error in a constant%n",
        judged.size(), expected.size(), cells, forced);
    assertTrue(wrong.isEmpty(), () -> wrong.size() + " differ:\n" + String.join("\n", wrong));
    return judged;
  }

  /** TRUE and FALSE inside an array constant reach a function as 1 and 0. */
  private static String asCalcReads(String formula) {
    return LOGICAL_IN_CONSTANT
        .matcher(formula)
        .replaceAll(found -> found.group().replace("TRUE", "1").replace("FALSE", "0"));
  }

  private static String difference(Object[][] ours, Object[][] theirs, boolean array) {
    for (int i = 0; i < ours.length; i++) {
      for (int j = 0; j < ours[i].length; j++) {
        Object expected = shown(ours[i][j], array);
        if (!expected.equals(theirs[i][j])) {
          return "row " + (i + 1) + ", column " + (j + 1) + ": " + expected + " " + theirs[i][j];
        }
      }
    }
    return null;
  }

  /** What Calc shows for a cell of ours; Double.equals compares bits. */
  private static Object shown(Object ours, boolean array) {
    if (ours instanceof CellError error) {
      return array && error == CellError.NA
          ? error.toString()
          : new CalcDocument.ErrorCode(
              (int) Double.doubleToRawLongBits(CalcValues.error(error.code())) & 0xffff);
    }
    return ours == null ? "" : ours;
  }
}
