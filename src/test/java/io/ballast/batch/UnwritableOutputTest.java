package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ballast.market.PriceOptions;
import io.ballast.workbook.Book;
import io.ballast.workbook.Portfolio;
import io.ballast.workbook.PortfolioException;
import io.ballast.workbook.Room;
import io.ballast.workbook.SampleMarket;
import io.ballast.workbook.Settings;
import io.ballast.workbook.Sheet;
import io.ballast.workbook.Style;
import io.ballast.workbook.WorkbookKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room, folders without the right to write, and things in the place of files. */
class UnwritableOutputTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path folder;
  private Path out;
  private BatchInputs inputs;
  private PortfolioReading portfolios;

  /** Small workbooks; before one of them its temporary file is led to a device without room. */
  private record Filling(Path out, String last) implements WorkbookKind {
    @Override
    public String name() {
      return "tiny";
    }

    @Override
    public String description() {
      return "One cell.";
    }

    @Override
    public Book build(Portfolio portfolio, Room least) throws PortfolioException {
      if (portfolio.id().equals(last)) {
        lead(last + "-tiny.xlsx");
      }
      Book book = new Book(portfolio.id(), "test");
      Sheet sheet = book.sheet("Sheet");
      sheet.set(0, 0, portfolio.holdings().get(0).quantity(), Style.LABEL);
      book.name("portfolio_value", sheet, 0, 0);
      book.calculate();
      return book;
    }

    private void lead(String file) {
      try {
        Files.createSymbolicLink(out.resolve(AtomicFile.temporaryName(file, "")), FULL);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void portfoliosAreThere() throws Exception {
    out = folder.resolve("out");
    Path prices = SampleMarket.copy("close.csv", folder, "prices.csv");
    StringBuilder text = new StringBuilder("portfolio,asset,quantity\n");
    for (int i = 0; i < 6; i++) {
      text.append("P" + i + ",BTC," + (i + 1) + "\n");
    }
    Path file = Files.writeString(folder.resolve("portfolios.csv"), text);
    BatchRequest request =
        new BatchRequest(
            List.of(prices.toString()),
            PriceOptions.standard(),
            file.toString(),
            null,
            null,
            out.toString(),
            List.of("tiny"),
            Settings.standard(),
            false,
            false);
    inputs = BatchInputs.read(request);
    portfolios = PortfolioReader.read(file, inputs.market(), inputs.rules());
  }

  private List<WorkbookResult> run(Path target, String last, boolean resume) throws Exception {
    return new BatchRunner(List.of(new Filling(target, last)), target, 1, resume, () -> {})
        .run(portfolios.entries());
  }

  private static List<String> files(Path target) throws IOException {
    try (Stream<Path> list = Files.list(target)) {
      return list.map(path -> path.getFileName().toString())
          .filter(name -> !name.equals(Journal.FILE))
          .sorted()
          .toList();
    }
  }

  private static List<String> workbooks(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add("P" + i + "-tiny.xlsx");
    }
    return names;
  }

  private static void assertFull(Path target, DiskFullException full) {
    assertTrue(
        full.getMessage()
            .startsWith(
                target + ": found no more room on the disk, expected room for what is left"),
        full.getMessage());
  }

  @Test
  void withoutRoomTheRestWaitsForResumeAndWhatIsFinishedStays() throws Exception {
    assumeTrue(Files.exists(FULL), "this system has no /dev/full");
    assertFull(out, assertThrows(DiskFullException.class, () -> run(out, "P3", false)));
    assertEquals(workbooks(3), files(out));
    assertTrue(run(out, "none", true).stream().noneMatch(WorkbookResult::failed));
    assertEquals(workbooks(6), files(out));
  }

  /** Runs a program; tells whether it ended well. */
  private static boolean ran(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aDiskThatFillsUpStopsTheBatchAndItsReports() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", "size=200k", "ballast-test", disk.toString()),
        "only root may mount a small disk");
    try {
      Path rest = disk.resolve("rest");
      Files.write(rest, new byte[176 << 10]);
      Path target = disk.resolve("out");
      assertFull(target, assertThrows(DiskFullException.class, () -> run(target, "none", false)));
      List<String> finished = files(target);
      assertTrue(finished.size() < 6, finished.toString());
      assertEquals(workbooks(finished.size()), finished);
      Files.delete(rest);
      List<WorkbookResult> results = run(target, "none", true);
      assertEquals(workbooks(6), files(target));
      long room = Files.getFileStore(disk).getUsableSpace();
      Files.write(rest, new byte[(int) room]);
      assertFull(
          target,
          assertThrows(
              DiskFullException.class, () -> inputs.report(target, results, portfolios, 1)));
      assertEquals(workbooks(6), files(target));
    } finally {
      assertTrue(ran("umount", disk.toString()));
    }
  }

  @Test
  void everyWayOfSayingThatADiskIsFullIsKnown() {
    for (String text :
        List.of(
            "No space left on device",
            "Disk quota exceeded",
            "There is not enough space on the disk")) {
      assertTrue(WriteFailure.isFull(new IOException(text)), text);
    }
    assertFalse(WriteFailure.isFull(new IOException()));
    assertFalse(WriteFailure.isFull(new IOException("Is a directory")));
  }

  @Test
  void aFolderInAReportsPlaceLeavesAllOtherFiles() throws Exception {
    List<WorkbookResult> results = run(out, "none", false);
    Files.createDirectories(out.resolve(BatchReports.SUMMARY).resolve("inside"));
    ReportException failure =
        assertThrows(ReportException.class, () -> inputs.report(out, results, portfolios, 1));
    assertTrue(
        failure.getMessage().startsWith("found " + out.resolve(BatchReports.SUMMARY) + ", "));
    assertTrue(
        failure
            .getMessage()
            .endsWith(
                ", expected a place that can be written and is not open in another program;"
                    + " all other files are written"),
        failure.getMessage());
    List<String> expected = new ArrayList<>(workbooks(6));
    expected.addAll(
        List.of(
            Alerts.FILE,
            BatchIndex.FILE,
            BatchReports.FAILURES,
            BatchReports.FINDINGS,
            BatchReports.SUMMARY));
    assertEquals(expected.stream().sorted().toList(), files(out));
  }

  @Test
  void aFolderInAWorkbooksPlaceIsToldByTheFilesName() throws Exception {
    Files.createDirectories(out.resolve("P2-tiny.xlsx/inside"));
    List<WorkbookResult> results = run(out, "none", false);
    for (WorkbookResult result : results) {
      assertEquals(result.portfolio().equals("P2"), result.failed(), result.portfolio());
    }
    String sentence = results.get(2).failures().get(0).sentence();
    assertTrue(
        sentence.startsWith("P2, workbook: found " + out.resolve("P2-tiny.xlsx") + ", "), sentence);
    assertTrue(sentence.endsWith(", expected " + WriteFailure.EXPECTED), sentence);
  }

  private void refused(Path target) {
    String message =
        assertThrows(OptionException.class, () -> run(target, "none", false)).getMessage();
    assertTrue(message.startsWith("--out: found "), message);
    assertTrue(message.endsWith(", expected " + WriteFailure.EXPECTED), message);
  }

  @Test
  void aFolderBelowAFileIsAWrongOption() throws Exception {
    refused(Files.writeString(folder.resolve("file"), "x").resolve("out"));
  }

  @Test
  void aFolderThatNobodyMayWriteIsAWrongOption() throws Exception {
    Path proc = Path.of("/proc");
    assumeTrue(Files.isDirectory(proc), "this system has no /proc, which not even root may write");
    refused(proc.resolve("ballast"));
  }

  @Test
  void aReadOnlyFolderIsAWrongOption() throws Exception {
    Files.createDirectory(out);
    assumeTrue(out.toFile().setWritable(false), "this system has no read-only folders");
    try {
      assumeTrue(!Files.isWritable(out), "root may write everywhere");
      refused(out);
    } finally {
      assertTrue(out.toFile().setWritable(true));
    }
  }
}
