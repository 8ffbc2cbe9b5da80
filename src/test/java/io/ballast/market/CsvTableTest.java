package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("prices.csv"), bytes);
  }

  private CsvTable read(String text) throws IOException, MarketException {
    return CsvTable.read(file(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String refusal(byte[] bytes) throws IOException {
    Path path = file(bytes);
    return assertThrows(MarketException.class, () -> CsvTable.read(path)).getMessage();
  }

  private String refusal(String text) throws IOException {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void commaSemicolonAndTabGiveTheSameTable() throws Exception {
    for (String separator : List.of(",", ";", "\t")) {
      CsvTable table = read("date,BTC\n2024-01-01,1.5\n".replace(",", separator));
      assertEquals(List.of("date", "BTC"), table.header());
      assertEquals(1, table.size());
      assertArrayEquals(new String[] {"2024-01-01", "1.5"}, table.row(0));
    }
  }

  @Test
  void separatorInsideQuotedNameDoesNotCount() throws Exception {
    CsvTable table = read("\"a,b,c,d\";e\n1;2\n");
    assertEquals(List.of("a,b,c,d", "e"), table.header());
  }

  @Test
  void byteOrderMarkIsStripped() throws Exception {
    assertEquals(List.of("date", "BTC"), read("\uFEFFdate,BTC\n2024-01-01,1\n").header());
  }

  @Test
  void windowsLineEndsAndMissingLastLineEndAreRead() throws Exception {
    CsvTable table = read("date,BTC\r\n2024-01-01,1\r\n2024-01-02,2");
    assertEquals(2, table.size());
    assertEquals("2", table.row(1)[1]);
  }

  @Test
  void whiteSpaceAroundFieldsIsDropped() throws Exception {
    CsvTable table = read(" date , BTC \n 2024-01-01 , 1 \n");
    assertEquals(List.of("date", "BTC"), table.header());
    assertArrayEquals(new String[] {"2024-01-01", "1"}, table.row(0));
  }

  @Test
  void rowsWithoutTextAreSkippedAndLinesStillCount() throws Exception {
    CsvTable table = read("\ndate,BTC\n\n,\n2024-01-01,1\n  \n2024-01-02,2\n");
    assertEquals(2, table.size());
    assertEquals(5, table.line(0));
    assertEquals(7, table.line(1));
  }

  @Test
  void lineCountsBreaksInsideQuotes() throws Exception {
    CsvTable table = read("date,note\n2024-01-01,\"two\nlines\"\n2024-01-02,one\n");
    assertEquals("two\nlines", table.row(0)[1]);
    assertEquals(2, table.line(0));
    assertEquals(4, table.line(1));
  }

  @Test
  void columnsAreFoundInAnyCase() throws Exception {
    CsvTable table = read("Date,CLOSE\n2024-01-01,1\n");
    assertEquals(1, table.column("close"));
    assertEquals(-1, table.column("open"));
  }

  @Test
  void thousandColumnsAreRead() throws Exception {
    String header =
        IntStream.range(0, 1000).mapToObj(i -> "A" + i).collect(Collectors.joining(","));
    String row = IntStream.range(0, 1000).mapToObj(i -> "" + i).collect(Collectors.joining(","));
    CsvTable table = read(header + "\n" + row + "\n");
    assertEquals(1000, table.header().size());
    assertEquals("999", table.row(0)[999]);
  }

  @Test
  void raggedRowsAreRefused() throws Exception {
    assertEquals(
        "prices.csv: line 3: found 3 fields, expected 2 as in the header",
        refusal("date,BTC\n2024-01-01,1\n2024-01-02,2,3\n"));
    assertEquals(
        "prices.csv: line 2: found 1 fields, expected 2 as in the header",
        refusal("date,BTC\n2024-01-01\n"));
  }

  @Test
  void emptyFilesAreRefused() throws Exception {
    String expected = "prices.csv: found an empty file, expected a header and rows";
    assertEquals(expected, refusal(""));
    assertEquals(expected, refusal("\uFEFF"));
    assertEquals(expected, refusal("\n \n\n"));
  }

  @Test
  void headerAloneIsRefused() throws Exception {
    assertEquals(
        "prices.csv: found a header without any row, expected at least one row under it",
        refusal("date,BTC\n"));
  }

  @Test
  void headerNamesMustBeThereOnce() throws Exception {
    assertEquals(
        "prices.csv: line 1: found the name BTC twice in the header, expected unique names",
        refusal("date,BTC,BTC\n2024-01-01,1,2\n"));
    assertEquals(
        "prices.csv: line 1: found no name in field 2 of the header,"
            + " expected a name for each column",
        refusal("date,,BTC\n2024-01-01,1,2\n"));
  }

  @Test
  void openQuoteIsRefusedWithItsLine() throws Exception {
    assertEquals(
        "prices.csv: found a line that is not CSV (Unclosed quoted field at end of input"
            + " (record starting at line 2)), expected quotes in pairs",
        refusal("date,BTC\n\"2024-01-01,1\n2024-01-02,2\n"));
  }

  @Test
  void nulBytesAreRefused() throws Exception {
    assertEquals(
        "prices.csv: line 2: found a NUL byte, expected text in UTF-8",
        refusal("date,BTC\n2024-01-01,1\0\n"));
  }

  @Test
  void otherEncodingsAreRefusedWithTheirLine() throws Exception {
    assertEquals(
        "prices.csv: line 3: found the byte 0xE9, not UTF-8,"
            + " expected UTF-8 (save the file as \"CSV UTF-8\")",
        refusal("date,BTC\n1,1\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(
        "prices.csv: line 1: found UTF-16 text, expected UTF-8 (save the file as \"CSV UTF-8\")",
        refusal("date,BTC\n1,1\n".getBytes(StandardCharsets.UTF_16)));
    assertEquals(
        "prices.csv: line 1: found a NUL byte, expected text in UTF-8",
        refusal("date,BTC\n1,1\n".getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void badByteFarIntoTheFileIsFound() throws Exception {
    String text = "date,BTC\n" + "2024-01-01,1\n".repeat(20_000) + "2024-01-02,\u20ac\n";
    assertEquals(
        "prices.csv: line 20002: found the byte 0x80, not UTF-8,"
            + " expected UTF-8 (save the file as \"CSV UTF-8\")",
        refusal(text.getBytes(Charset.forName("windows-1252"))));
  }

  @Test
  void binaryFilesAreRefused() throws Exception {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, (byte) 0xB5, (byte) 0x9C};
    assertEquals(
        "prices.csv: line 1: found the byte 0xB5, not UTF-8,"
            + " expected UTF-8 (save the file as \"CSV UTF-8\")",
        refusal(zip));
  }

  @Test
  void directoriesAndAbsentFilesAreRefused() {
    assertEquals(
        folder.getFileName() + ": found a directory, expected a CSV file",
        assertThrows(MarketException.class, () -> CsvTable.read(folder)).getMessage());
    Path absent = folder.resolve("absent.csv");
    assertEquals(
        absent + ": found nothing there, expected a CSV file",
        assertThrows(MarketException.class, () -> CsvTable.read(absent)).getMessage());
  }

  @Test
  void unreadableFilesAreRefused() {
    Path path = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(path), "no file here whose reading fails for every user");
    String message = assertThrows(MarketException.class, () -> CsvTable.read(path)).getMessage();
    assertTrue(message.startsWith("mem: cannot be read ("), message);
  }
}
