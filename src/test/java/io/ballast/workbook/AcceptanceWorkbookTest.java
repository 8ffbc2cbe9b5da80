package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.ErrorLog;
import io.ballast.functions.Worksheet;
import io.ballast.testing.LibreOffice;
import io.ballast.testing.OoxmlSchema;
import io.ballast.testing.WorkbookComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance workbook turns OK with the add-in, and says so without it. */
class AcceptanceWorkbookTest {
  private static final Path COMMITTED = Path.of("addin", "excel", "acceptance.xlsx");
  private static final Path PAGE = Path.of("addin", "excel", "ACCEPTANCE.md");

  @TempDir private Path folder;

  @Test
  void theCommittedFileIsWhatAFreshBuildWrites() throws Exception {
    byte[] fresh = JudgedWorkbooksTest.bytes(AcceptanceWorkbook.build());
    Path copy = Files.write(Path.of("target", "acceptance.xlsx"), fresh);
    assertTrue(Files.exists(COMMITTED), COMMITTED + " is missing: copy " + copy);
    assertArrayEquals(
        Files.readAllBytes(COMMITTED), fresh, COMMITTED + " is out of date: copy " + copy);
  }

  @Test
  void withoutTheAddInEveryCheckWaits() {
    List<Object> results = results(AcceptanceWorkbook.build());
    assertEquals(2, results.stream().filter("type the formula"::equals).count());
    assertEquals(
        results.size() - 2, results.stream().filter(AcceptanceWorkbook.WAITING::equals).count());
  }

  @Test
  void withTheAddInEveryCheckTurnsOk() {
    ErrorLog.clear();
    Worksheet.callerLookup(() -> "Checks!D9");
    try {
      Book book = AcceptanceWorkbook.build();
      book.calculate();
      List<Object> results = results(book);
      assertEquals(2, results.stream().filter("type the formula"::equals).count());
      assertEquals(results.size() - 2, results.stream().filter("OK"::equals).count(), "" + results);
    } finally {
      Worksheet.callerLookup(() -> "");
    }
  }

  @Test
  void thePageExplainsEveryCheckOfTheWorkbook() throws IOException {
    TreeSet<Integer> explained = new TreeSet<>();
    Matcher numbers =
        Pattern.compile("(?m)^\\| (\\d+)(?:–(\\d+))? \\|").matcher(Files.readString(PAGE));
    while (numbers.find()) {
      int first = Integer.parseInt(numbers.group(1));
      int last = numbers.group(2) == null ? first : Integer.parseInt(numbers.group(2));
      for (int i = first; i <= last; i++) {
        assertTrue(explained.add(i), i + " is explained twice");
      }
    }
    int checks = results(AcceptanceWorkbook.build()).size();
    assertTrue(checks > 30, "only " + checks);
    assertEquals(1, explained.first());
    assertEquals(checks, explained.size());
    assertEquals(checks, explained.last());
  }

  @Test
  void libreOfficeWithoutTheAddInComputesTheStoredValues() throws Exception {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path ours =
        Files.write(
            folder.resolve("acceptance.xlsx"),
            JudgedWorkbooksTest.bytes(AcceptanceWorkbook.build()));
    assertEquals(List.of(), OoxmlSchema.check(ours));
    Path theirs =
        office.recalculate(Files.createDirectories(folder.resolve("recalculated")), ours).get(0);
    WorkbookComparison compared = WorkbookComparison.of(ours, theirs);
    assertEquals(List.of(), compared.differences());
    // The two error cells that the checks use.
    assertEquals(3, compared.errors().size(), "" + compared.errors());
    assertTrue(
        compared.errors().stream().allMatch(error -> error.toString().startsWith("Data!")),
        "" + compared.errors());
  }

  private static List<Object> results(Book book) {
    Sheet checks = book.sheets().get(0);
    List<Object> results = new ArrayList<>();
    for (int row = 0; row < checks.rowCount(); row++) {
      Cell number = checks.cell(row, 0);
      if (number != null && number.value instanceof Double) {
        results.add(checks.cell(row, 2).value);
      }
    }
    return results;
  }
}
