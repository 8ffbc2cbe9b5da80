package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.Finding;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Book;
import io.ballast.workbook.Holding;
import io.ballast.workbook.Portfolio;
import io.ballast.workbook.PortfolioException;
import io.ballast.workbook.Settings;
import io.ballast.workbook.Sheet;
import io.ballast.workbook.Style;
import io.ballast.workbook.WorkbookKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunnerTest {
  @TempDir Path folder;

  /** A workbook of one cell, the quantity; some ids make it fail. */
  private static final class Tiny implements WorkbookKind {
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public String name() {
      return "tiny";
    }

    @Override
    public String description() {
      return "One cell.";
    }

    @Override
    public Book build(Portfolio portfolio, io.ballast.workbook.Room least)
        throws PortfolioException {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
      try {
        switch (portfolio.id()) {
          case "input" -> throw new PortfolioException("asset", "FOO", "BAR");
          case "bug" -> throw new IllegalStateException("a bug");
          case "deep" -> deep(0);
          case "memory" -> throw new OutOfMemoryError("Java heap space");
          default -> {}
        }
        Book book = new Book(portfolio.id(), "test");
        Sheet sheet = book.sheet("Sheet");
        sheet.set(0, 0, portfolio.holdings().get(0).quantity(), Style.LABEL);
        book.name("portfolio_value", sheet, 0, 0);
        book.calculate();
        return book;
      } finally {
        running.decrementAndGet();
      }
    }

    private static int deep(int level) {
      return deep(level + 1) + 1;
    }
  }

  private static PortfolioEntry entry(String id, double quantity) {
    PriceTable prices =
        PriceTable.ofClose(List.of(LocalDate.EPOCH), List.of("BTC"), new double[][] {{1}});
    Portfolio portfolio =
        new Portfolio(
            id,
            List.of(new Holding("BTC", quantity, Double.NaN, Double.NaN, Double.NaN)),
            prices,
            Settings.standard(),
            "test");
    return new PortfolioEntry(id, portfolio, List.of(), List.of(), 0, 1);
  }

  private static PortfolioEntry faulty(String id) {
    return new PortfolioEntry(
        id,
        null,
        List.of(PortfolioFailure.input(id, 7, "asset", "=FOO", "an asset")),
        List.of(),
        0,
        0);
  }

  private List<WorkbookResult> run(int threads, PortfolioEntry... entries) throws Exception {
    return new BatchRunner(List.of(new Tiny()), folder, threads, false, () -> {})
        .run(List.of(entries));
  }

  private static double cell(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        XSSFWorkbook workbook = new XSSFWorkbook(in)) {
      return workbook.getSheetAt(0).getRow(0).getCell(0).getNumericCellValue();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(Journal.FILE))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyPortfolioHasItsWorkbookInTheOrderOfTheFile() throws Exception {
    List<PortfolioEntry> entries = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      entries.add(entry("P" + i, i + 1));
    }
    AtomicInteger done = new AtomicInteger();
    Tiny kind = new Tiny();
    List<WorkbookResult> results =
        new BatchRunner(List.of(kind), folder, 3, false, done::incrementAndGet).run(entries);
    assertEquals(40, done.get());
    assertTrue(kind.most.get() <= 3);
    for (int i = 0; i < 40; i++) {
      WorkbookResult result = results.get(i);
      assertEquals("P" + i, result.portfolio());
      assertEquals("P" + i + "-tiny.xlsx", result.file());
      assertEquals("ok", result.status());
      assertEquals(i + 1.0, result.figures().get(0));
      assertEquals(i + 1.0, cell(folder.resolve(result.file())));
    }
    assertEquals(40, files().size());
  }

  @Test
  void failuresDoNotStopTheOthers() throws Exception {
    List<WorkbookResult> results =
        run(
            2,
            faulty("rows"),
            entry("input", 1),
            entry("bug", 1),
            entry("deep", 1),
            entry("memory", 1),
            entry("good", 5));
    assertEquals(
        List.of("failed", "failed", "failed", "failed", "failed", "ok"),
        results.stream().map(WorkbookResult::status).toList());
    assertEquals(
        List.of(
            "rows, row 7, asset: found =FOO, expected an asset",
            "input, asset: found FOO, expected BAR",
            "bug, workbook: found java.lang.IllegalStateException: a bug,"
                + " expected a workbook written",
            "deep, workbook: found java.lang.StackOverflowError, expected a workbook written",
            "memory, workbook: found java.lang.OutOfMemoryError: Java heap space,"
                + " expected a workbook written"),
        results.stream()
            .flatMap(result -> result.failures().stream())
            .map(PortfolioFailure::sentence)
            .toList());
    assertEquals(
        List.of(false, false, true, true, true),
        results.stream()
            .flatMap(result -> result.failures().stream())
            .map(PortfolioFailure::ours)
            .toList());
    assertEquals(List.of("good-tiny.xlsx"), files());
  }

  @Test
  void runningAgainReplacesWorkbooksAndRemovesThoseOfFailures() throws Exception {
    run(1, entry("A", 1), entry("B", 1));
    run(1, entry("A", 2), faulty("B"));
    assertEquals(List.of("A-tiny.xlsx"), files());
    assertEquals(2, cell(folder.resolve("A-tiny.xlsx")));
  }

  @Test
  void leftoversOfAnInterruptedRunAreRemoved() throws Exception {
    Files.writeString(folder.resolve(".ballast-A-tiny.xlsx.tmp"), "half");
    Files.writeString(folder.resolve("mine.tmp"), "kept");
    run(1, entry("A", 1));
    assertEquals(List.of("A-tiny.xlsx", "mine.tmp"), files());
  }

  @Test
  void fileThatCannotBeReplacedIsAFailureOfOurs() throws Exception {
    Files.createDirectories(folder.resolve("A-tiny.xlsx/inside"));
    List<WorkbookResult> results = run(1, entry("A", 1), entry("B", 1));
    assertTrue(results.get(0).failures().stream().allMatch(PortfolioFailure::ours));
    assertEquals("ok", results.get(1).status());
    assertEquals(List.of("A-tiny.xlsx", "B-tiny.xlsx"), files());
  }

  @Test
  void halfWrittenFileNeverHasItsName() throws Exception {
    Path target = folder.resolve("x.csv");
    Files.writeString(target, "old");
    assertThrows(
        IOException.class,
        () ->
            AtomicFile.write(
                target,
                out -> {
                  out.write('n');
                  assertEquals("old", Files.readString(target));
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("x.csv"), files());
  }

  @Test
  void reportsHoldFiguresFaultsAndFindings() throws Exception {
    PortfolioEntry odd =
        new PortfolioEntry(
            "=odd",
            entry("=odd", 0.25).portfolio(),
            List.of(),
            List.of(new Finding("p.csv", 3, null, "BTC", "odd", "kept")),
            1,
            0.5);
    List<WorkbookResult> results = run(1, odd, faulty("-bad"), entry("ok", 1e7));
    BatchReports.writeSummary(folder, results, Clients.none());
    BatchReports.writeFailures(folder, results);
    int findings =
        BatchReports.writeFindings(
            folder,
            List.of(new Finding("c.csv", 0, LocalDate.EPOCH, "@X", "gap", "left")),
            new PortfolioReading(List.of(odd), List.of()));
    assertEquals(2, findings);
    assertEquals(
        List.of(
            "portfolio,client,adviser,workbook,file,value,volatility,sharpe,beta,rsq,value_at_risk,"
                + "max_drawdown,diversification_ratio,alerts,priced_share,status",
            "'=odd,'=odd,,tiny,_odd-tiny.xlsx,0.25,,,,,,,,,0.5,findings: 2",
            "'-bad,'-bad,,tiny,,,,,,,,,,,,failed",
            "ok,ok,,tiny,ok-tiny.xlsx,10000000,,,,,,,,,1,ok"),
        Files.readAllLines(folder.resolve(BatchReports.SUMMARY)));
    assertEquals(
        List.of("portfolio,row,column,found,expected", "'-bad,7,asset,'=FOO,an asset"),
        Files.readAllLines(folder.resolve(BatchReports.FAILURES)));
    assertEquals(
        List.of(
            "portfolio,file,row,date,asset,found,action",
            ",c.csv,,1970-01-01,'@X,gap,left",
            "'=odd,p.csv,3,,BTC,odd,kept"),
        Files.readAllLines(folder.resolve(BatchReports.FINDINGS)));
  }

  @Test
  void textThatASpreadsheetWouldRunIsNeutral() {
    for (String text : List.of("=1+1", "+1+A1", "-1+A1", "@SUM(A1)", "\t=1", "\r=1")) {
      assertEquals("'" + text, BatchReports.neutral(text));
    }
    for (String text : List.of("", "BTC", "a=b", "1-2", "'x", "-1", "-0.5")) {
      assertEquals(text, BatchReports.neutral(text));
    }
    assertFalse(BatchReports.neutral("=cmd|'/c calc'!A1").startsWith("="));
  }

  private static final class Counting implements WorkbookKind {
    private final Tiny tiny = new Tiny();
    private final AtomicInteger built = new AtomicInteger();

    @Override
    public String name() {
      return tiny.name();
    }

    @Override
    public String description() {
      return tiny.description();
    }

    @Override
    public Book build(Portfolio portfolio, io.ballast.workbook.Room least)
        throws PortfolioException {
      built.incrementAndGet();
      return tiny.build(portfolio, least);
    }
  }

  private int built(boolean resume, PortfolioEntry... entries) throws Exception {
    Counting kind = new Counting();
    List<WorkbookResult> results =
        new BatchRunner(List.of(kind), folder, 2, resume, () -> {}).run(List.of(entries));
    for (int i = 0; i < entries.length; i++) {
      assertEquals(entries[i].id(), results.get(i).portfolio());
      assertEquals(
          entries[i].portfolio().holdings().get(0).quantity(), results.get(i).figures().get(0));
    }
    return kind.built.get();
  }

  @Test
  void resumingMakesOnlyWhatIsMissingChangedOrDamaged() throws Exception {
    PortfolioEntry a = entry("A", 1);
    PortfolioEntry b = entry("B", 0.1 + 0.2);
    PortfolioEntry c = entry("C", 3);
    assertEquals(2, built(false, a, b));
    assertEquals(1, built(true, a, b, c));
    assertEquals(0, built(true, a, b, c));
    assertEquals(1, built(true, a, entry("B", 2), c));
    Files.delete(folder.resolve("A-tiny.xlsx"));
    assertEquals(1, built(true, a, entry("B", 2), c));
    Files.writeString(folder.resolve("C-tiny.xlsx"), "not a workbook");
    assertEquals(1, built(true, a, entry("B", 2), c));
    assertEquals(3, built(false, a, b, c));
  }

  @Test
  void aJournalCutOffAnywhereOnlyCostsWork() throws Exception {
    PortfolioEntry a = entry("A", 1);
    PortfolioEntry b = entry("B, \"b\"", 2);
    built(false, a, b);
    byte[] whole = Files.readAllBytes(folder.resolve(Journal.FILE));
    for (int length = 0; length <= whole.length; length++) {
      Files.write(folder.resolve(Journal.FILE), java.util.Arrays.copyOf(whole, length));
      assertTrue(built(true, a, b) <= 2);
    }
    assertEquals(0, built(true, a, b));
  }
}
