package io.ballast.host.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.exceljava.jinx.ExcelAddIn;
import com.exceljava.jinx.ExcelReference;
import io.ballast.functions.Catalogue;
import io.ballast.functions.CellError;
import io.ballast.functions.ErrorLog;
import io.ballast.functions.Worksheet;
import io.ballast.metrics.MetricException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Excel gets from us beside the functions' values. */
class ExcelHostTest {
  private final Addin.Remembering desk = new Addin.Remembering();
  @TempDir private Path home;

  @BeforeEach
  @AfterEach
  void forget() {
    ErrorLog.clear();
    Worksheet.callerLookup(() -> "");
  }

  @Test
  void everyFailureBecomesAnErrorValueAndIsNoted() {
    ExcelErrorHandler handler = new ExcelErrorHandler(desk);
    Map<Throwable, CellError> expected =
        Map.of(
            MetricException.domain("loss", 1, "below 1"),
            CellError.NUM,
            MetricException.lengths("x", 1, "y", 2),
            CellError.NA,
            MetricException.tooFew("x", 1, 2),
            CellError.DIV0,
            new ClassCastException("text"),
            CellError.VALUE,
            new OutOfMemoryError(),
            CellError.VALUE,
            new Exception(),
            CellError.VALUE);
    expected.forEach(
        (failure, error) -> {
          ErrorLog.clear();
          assertSame(error, handler.functionError("SHARPE", null, failure), failure.toString());
          assertEquals("SHARPE", ErrorLog.latest(1).get(0).function());
          assertSame(error, handler.macroError("SHARPE", null, failure));
        });
    assertEquals(List.of(), desk.told);
  }

  @Test
  void aFailureOfTheRibbonIsShown() {
    ExcelErrorHandler handler = new ExcelErrorHandler(desk);
    handler.actionError("ballast.about", null, new IOException("gone"));
    handler.menuError("menu", null, "item", null, new IOException("gone"));
    assertEquals(
        List.of(
            "Ballast\nballast.about failed: java.io.IOException: gone",
            "Ballast\nitem failed: java.io.IOException: gone"),
        desk.told);
    assertEquals(2, ErrorLog.latest(5).size());
  }

  @Test
  void errorsTellTheCallingCell() {
    assertEquals("Sheet1!B7", cell(() -> Addin.cells("Sheet1", 6, 1, 6, 1)));
    assertEquals("My sheet!AA1:AB20", cell(() -> Addin.cells("My sheet", 0, 26, 19, 27)));
    assertEquals("", cell(() -> null));
  }

  @Test
  void aLookupThatExcelRefusesIsToldAndCostsNoReason() {
    assertEquals(
        "(not told: java.lang.IllegalStateException: refused)",
        cell(
            () -> {
              throw new IllegalStateException("refused");
            }));
  }

  private static String cell(Supplier<ExcelReference> caller) {
    new ExcelCaller(Addin.of(Map.of("getCaller", caller)));
    Object result = Catalogue.standard().find("RECOVERY_GAIN").orElseThrow().call(1.0);
    assertSame(CellError.NUM, result);
    ErrorLog.Entry entry = ErrorLog.latest(1).get(0);
    assertEquals("loss", entry.argument());
    Object[][] rows =
        (Object[][]) Catalogue.standard().find("BALLAST_ERRORS").orElseThrow().call(1.0);
    assertEquals(entry.cell(), rows[1][1]);
    return entry.cell();
  }

  @Test
  void theGalleryOpensEachTemplate() throws IOException {
    for (String name : List.of("stop-loss.xlsx", "diversification.xlsx", "notes.txt")) {
      Files.writeString(Files.createDirectories(home.resolve("templates")).resolve(name), "");
    }
    Ribbon ribbon = ribbon();
    assertEquals(2, ribbon.templateCount(null));
    assertEquals("Diversification", ribbon.templateLabel(null, 0));
    assertEquals("Stop loss", ribbon.templateLabel(null, 1));
    ribbon.openTemplate(null, "", 1);
    assertEquals(List.of(home.resolve("templates").resolve("stop-loss.xlsx")), desk.opened);
  }

  @Test
  void theReferenceIsOpenedOrMissed() throws IOException {
    ribbon().reference(null);
    assertTrue(desk.told.get(0).contains("index.html, expected the function reference there"));
    Path page = Files.createDirectories(home.resolve("reference")).resolve("index.html");
    Files.writeString(page, "");
    ribbon().reference(null);
    assertEquals(List.of(page), desk.opened);
  }

  @Test
  void theLatestErrorsAreExplainedNewestFirst() throws IOException {
    ribbon().errors(null);
    assertTrue(desk.told.get(0).endsWith("No function has failed since Excel started."));
    cell(() -> Addin.cells("Sheet1", 6, 1, 6, 1));
    ribbon().errors(null);
    assertTrue(
        desk.told.get(1).contains("  Sheet1!B7  #NUM!  RECOVERY_GAIN: loss: found 1, expected"),
        desk.told.get(1));
  }

  @Test
  void aboutTellsVersionJavaAndPlaces() {
    ribbon().about(null);
    String told = desk.told.get(0);
    assertTrue(told.contains(System.getProperty("os.arch")), told);
    assertTrue(told.contains("jinx.ini"), told);
    assertTrue(told.contains(Catalogue.standard().functions().size() + " functions"), told);
  }

  private Ribbon ribbon() {
    String folder = home.resolve("excel").toString();
    ExcelAddIn addIn =
        Addin.of(
            Map.of(
                "getConfigPath", () -> Path.of(folder, "jinx.ini").toString(),
                "getAddInPath", () -> Path.of(folder, "jinx.xll").toString(),
                "getLogPath", () -> Path.of(folder, "jinx.log").toString()));
    return new Ribbon(addIn, desk);
  }
}
