package io.ballast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.testing.LibreOffice;
import io.ballast.testing.OoxmlSchema;
import io.ballast.testing.WorkbookComparison;
import io.ballast.workbook.SampleMarket;
import io.ballast.workbook.WorkbookKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands {@code workbook} and {@code sample}. */
class WorkbookCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
  }

  @Test
  void allKindsAreWrittenByDefault() throws IOException {
    assertEquals(0, run("workbook", "--out", folder));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(WorkbookKinds.all().size(), files.count());
    }
  }

  @Test
  void ownPricesGiveAWorkbookOfTheirAssetsThatLibreOfficeConfirms() throws IOException {
    Path prices = folder.resolve("mine.csv");
    StringBuilder text = new StringBuilder("\uFEFFDate;LINK;1INCH\r\n");
    for (int day = 0; day < 50; day++) {
      text.append(java.time.LocalDate.of(2024, 3, 1).plusDays(day));
      text.append(';').append(10 + Math.sin(day)).append(';').append(2 + Math.cos(day * 0.7));
      text.append("\r\n");
    }
    Files.writeString(prices, text);
    assertEquals(0, run("workbook", "diversification", "--prices", prices, "--out", folder));
    Path file = folder.resolve("diversification.xlsx");
    assertEquals(List.of(), OoxmlSchema.check(file));
    Path theirs =
        LibreOffice.assumeInstalled()
            .recalculate(Files.createDirectories(folder.resolve("theirs")), file)
            .get(0);
    WorkbookComparison compared = WorkbookComparison.of(file, theirs);
    assertEquals(List.of(), compared.differencesWithoutAddIn());
    assertEquals(List.of(), compared.errors());
  }

  @Test
  void theSampleIsWholeAndLibreOfficeConfirmsOneOfItsBatch() throws IOException {
    assertEquals(0, run("sample", "--out", folder), err.toString());
    Path batch = folder.resolve("batch");
    List<String> summary = Files.readAllLines(batch.resolve("summary.csv"));
    assertEquals(11, summary.size());
    assertEquals(1, Files.readAllLines(batch.resolve("failures.csv")).size());
    Path file = batch.resolve("Meme heavy-diversification.xlsx");
    Path theirs =
        LibreOffice.assumeInstalled()
            .recalculate(Files.createDirectories(folder.resolve("theirs")), file)
            .get(0);
    WorkbookComparison compared = WorkbookComparison.of(file, theirs);
    assertEquals(List.of(), compared.differencesWithoutAddIn());
    assertEquals(List.of(), compared.errors());
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertEquals(2, run("workbook", "diversifcation", "--out", folder));
    assertTrue(err.toString().contains("diversifcation"), err.toString());
    String names =
        WorkbookKinds.all().stream()
            .map(kind -> kind.name())
            .collect(java.util.stream.Collectors.joining(", "));
    assertTrue(err.toString().contains("expected one of: " + names), err.toString());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertEquals(2, run("workbook", "--prices", folder.resolve("none.csv"), "--out", folder));
    assertTrue(err.toString().contains("none.csv"), err.toString());
  }

  @Test
  void aFolderNameThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");
    assertEquals(2, run("workbook", "--out", file));
    assertTrue(err.toString().contains("expected a folder"), err.toString());
  }

  @Test
  void theSampleMarketIsLabelledSynthetic() {
    assertFalse(SampleMarket.portfolio().source().isEmpty());
    assertTrue(SampleMarket.portfolio().source().startsWith("Synthetic"));
  }
}
