package io.ballast.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LibreOfficeTest {
  @TempDir Path directory;

  /** A workbook whose B1 is =A1*2, stored with a value that may be wrong. */
  private Path workbook(String name, double input, double stored) throws IOException {
    Path file = directory.resolve(name);
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Row row = book.createSheet("Data").createRow(0);
      row.createCell(0).setCellValue(input);
      Cell cell = row.createCell(1);
      cell.setCellFormula("A1*2");
      cell.setCellValue(stored);
      book.write(out);
    }
    return file;
  }

  private static double storedValue(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      return book.getSheet("Data").getRow(0).getCell(1).getNumericCellValue();
    }
  }

  @Test
  void wrongStoredValuesAreRecalculatedInEveryFile() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path first = workbook("first.xlsx", 21, -1);
    Path second = workbook("second file.xlsx", 0.25, 7);
    assertEquals(-1, storedValue(first));

    List<Path> results = office.recalculate(directory.resolve("out"), first, second);

    assertEquals(2, results.size());
    assertEquals(42, storedValue(results.get(0)));
    assertEquals(0.5, storedValue(results.get(1)));
    assertEquals(-1, storedValue(first), "the original stays as it was");
  }

  @Test
  void noProcessIsLeftRunning() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    office.recalculate(directory.resolve("out"), workbook("book.xlsx", 1, 2));
    assertEquals(0, ProcessHandle.current().descendants().count());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void atTheTimeLimitTheChildrenEndToo() {
    List<String> command = List.of("sh", "-c", "echo started; sleep 300; echo done");
    IOException e =
        assertThrows(IOException.class, () -> LibreOffice.run(command, Duration.ofSeconds(1)));
    assertTrue(e.getMessage().contains("Not done after 1 s"), e.getMessage());
    assertTrue(e.getMessage().endsWith("started\n"), e.getMessage());
    assertEquals(0, ProcessHandle.current().descendants().count());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFailingCommandIsReportedWithItsOutput() {
    List<String> command = List.of("sh", "-c", "echo reason >&2; exit 3");
    IOException e =
        assertThrows(IOException.class, () -> LibreOffice.run(command, Duration.ofSeconds(10)));
    assertTrue(e.getMessage().startsWith("Exit code 3"), e.getMessage());
    assertTrue(e.getMessage().endsWith("reason\n"), e.getMessage());
  }

  @Test
  void pagesBecomePictures() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path pdf = office.toPdf(directory, workbook("book.xlsx", 1, 2)).get(0);
    List<Path> pages = LibreOffice.toPng(pdf);
    assertEquals(1, pages.size());
    assertTrue(ImageIO.read(pages.get(0).toFile()).getWidth() > 500);
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithTheReason() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path broken = directory.resolve("broken.xlsx");
    Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3});
    Path out = directory.resolve("out");
    IOException e = assertThrows(IOException.class, () -> office.recalculate(out, broken));
    assertTrue(e.getMessage().contains("broken.xlsx"), e.getMessage());
  }

  @Test
  void originalsAreNeverWrittenOver() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path book = workbook("book.xlsx", 1, -1);
    assertThrows(IllegalArgumentException.class, () -> office.recalculate(directory, book));
    assertEquals(-1, storedValue(book));
    assertFalse(Files.exists(directory.resolve("out")));
  }
}
