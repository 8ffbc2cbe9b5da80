package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.testing.OoxmlSchema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer makes is what POI makes of the same book. */
class BookWriterTest {
  private static final Style PLAIN = Style.calculated(Style.Format.GENERAL);

  @TempDir private Path folder;

  private static byte[] fast(Book book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BookWriter.write(book, out);
    return out.toByteArray();
  }

  private static byte[] poi(Book book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlainPoi.write(book, out);
    return out.toByteArray();
  }

  /** With a package made for this book alone. */
  private static byte[] fresh(Book book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BookPackage.of(book, Shape.of(book)).write(book, out);
    return out.toByteArray();
  }

  private void check(String what, Book book) throws IOException {
    byte[] written = fast(book);
    SameWorkbook.check(what, poi(book), written);
    assertEquals(
        List.of(), OoxmlSchema.check(Files.write(folder.resolve("book.xlsx"), written)), what);
  }

  /** A portfolio of random assets, amounts and targets; few shapes, so that many share one. */
  private static Portfolio random(Random random) {
    Portfolio sample = SampleMarket.portfolio();
    List<String> names = new ArrayList<>(sample.prices().assets());
    Collections.shuffle(names, random);
    int n = 1 + random.nextInt(4);
    List<Holding> holdings = new ArrayList<>();
    for (String asset : names.subList(0, n)) {
      double none = Double.NaN;
      holdings.add(
          new Holding(
              asset,
              0.1 + random.nextDouble(),
              random.nextBoolean() ? 1.0 / n : none,
              random.nextBoolean() ? 100 * random.nextDouble() : none,
              random.nextBoolean() ? 90 * random.nextDouble() : none));
    }
    LocalDate asOf = LocalDate.of(2024, 6, 1).plusDays(random.nextInt(200));
    Settings s = sample.settings();
    return new Portfolio(
        "Random <" + random.nextInt(1000) + "> & Co",
        holdings,
        sample.prices(),
        new Settings(
            s.currency(),
            asOf,
            40 + 20 * random.nextInt(2),
            random.nextInt(4) == 0 ? "ETH" : "BTC",
            0.05 * random.nextDouble(),
            365,
            0.95),
        sample.source());
  }

  private static List<Book> randomBooks(int count) throws PortfolioException {
    List<Book> books = new ArrayList<>();
    for (WorkbookKind kind : WorkbookKinds.all()) {
      Random random = new Random(count);
      for (int i = 0; i < count; i++) {
        books.add(kind.build(random(random)));
      }
    }
    return books;
  }

  /** The shapes but for the largest, over which POI takes minutes. */
  private static Map<String, Portfolio> shapes() {
    Map<String, Portfolio> shapes = JudgedWorkbooksTest.shapes();
    shapes.keySet().retainAll(JudgedWorkbooksTest.portfolios().keySet());
    return shapes;
  }

  @Test
  void everyKindInSeveralShapesIsWhatPoiWrites() throws Exception {
    for (WorkbookKind kind : WorkbookKinds.all()) {
      for (Map.Entry<String, Portfolio> entry : shapes().entrySet()) {
        Book book = kind.build(entry.getValue());
        SameWorkbook.check(kind.name() + " " + entry.getKey(), poi(book), fast(book));
      }
    }
  }

  @Test
  void randomPortfoliosAreWhatPoiWrites() throws Exception {
    for (Book book : randomBooks(2)) {
      check(book.title(), book);
    }
  }

  @Test
  @Tag("thorough")
  void manyRandomPortfoliosAreWhatPoiWrites() throws Exception {
    for (WorkbookKind kind : WorkbookKinds.all()) {
      Random random = new Random(100);
      for (int i = 0; i < 12; i++) {
        Book book = kind.build(random(random));
        check(book.title(), book);
      }
    }
  }

  @Test
  void bytesDoNotDependOnWhatWasWrittenBefore() throws Exception {
    List<Book> books = randomBooks(2);
    List<byte[]> first = new ArrayList<>();
    for (Book book : books) {
      first.add(fresh(book));
    }
    Collections.shuffle(books, new Random(1));
    Random order = new Random(1);
    Collections.shuffle(first, order);
    for (int i = 0; i < books.size(); i++) {
      assertArrayEquals(first.get(i), fast(books.get(i)), books.get(i).title());
    }
  }

  @Test
  void threadsWriteTheSameBytes() throws Exception {
    List<Book> books = randomBooks(2);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> written = new ArrayList<>();
      for (Book book : books) {
        written.add(pool.submit(() -> fast(book)));
      }
      for (int i = 0; i < books.size(); i++) {
        assertArrayEquals(fresh(books.get(i)), written.get(i).get(), books.get(i).title());
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** A small book that has everything, changed before it is calculated. */
  private static Book book(Consumer<Sheet> change) {
    Book book = new Book("Base", "Everything once.");
    Sheet sheet = book.sheet("First sheet");
    sheet.set(0, 0, "A title", Style.TITLE);
    sheet.set(1, 0, "A long text that needs more than one line in a narrow column", Style.TEXT);
    for (int i = 0; i < 6; i++) {
      sheet.set(3 + i, 0, 45_000.0 + 40 * i, Style.calculated(Style.Format.DATE));
      sheet.set(3 + i, 1, 100.5 * (i + 1), Style.input(Style.Format.PRICE));
    }
    sheet.fill(3, 2, 8, 2, "IF(B4>300,B4/3,\"\")", PLAIN);
    sheet.formula(9, 2, "ULCER_INDEX(B4:B9)", PLAIN);
    sheet.array(3, 3, 8, 3, "B4:B9*2", PLAIN);
    sheet.formula(9, 1, "B4>B5", Style.STATUS);
    sheet.formula(9, 3, "1/0", PLAIN);
    sheet.set(9, 4, true, PLAIN);
    sheet.set(9, 5, null, Style.input(Style.Format.NUMBER));
    sheet.link(10, 0, "Up", "'First sheet'!A1");
    sheet.add(new Rule.Status(new Chart.Block(sheet, 9, 1, 9, 1)));
    sheet.add(new Rule.Between(new Chart.Block(sheet, 3, 1, 8, 1), 1, 1e9, "A price is above 0."));
    sheet.widths(20, 12, 12);
    sheet.freeze(3, 1);
    sheet.add(
        new Chart(
            Chart.Type.DATE_LINE,
            "Prices",
            "Prices by date",
            Chart.Block.column(sheet, 3, 8, 0),
            List.of(
                new Chart.Series(
                    "Price", Chart.Block.column(sheet, 3, 8, 1), Chart.Color.BLUE, false),
                new Chart.Series("Third", Chart.Block.column(sheet, 3, 8, 2), Chart.Color.GREEN)),
            "",
            "",
            Style.Format.PRICE,
            new Chart.Anchor(12, 0, 24, 5)));
    change.accept(sheet);
    book.name("prices", new Chart.Block(sheet, 3, 1, 8, 1));
    book.calculate();
    return book;
  }

  @Test
  void anythingThatDiffersIsWritten() throws Exception {
    check("base", book(sheet -> {}));
    List<Consumer<Sheet>> changes =
        List.of(
            sheet -> sheet.set(3, 1, 77.25, Style.input(Style.Format.PRICE)),
            sheet -> sheet.set(3, 1, "none", Style.input(Style.Format.PRICE)),
            sheet -> sheet.set(3, 1, null, Style.input(Style.Format.PRICE)),
            sheet -> sheet.set(3, 1, 1.0, Style.input(Style.Format.UNITS)),
            sheet -> sheet.set(3, 1, 1.0, PLAIN),
            sheet -> sheet.set(30, 9, "far away", PLAIN),
            sheet -> sheet.set(1, 0, "short", Style.TEXT),
            sheet -> sheet.formula(3, 1, "1+1", Style.input(Style.Format.PRICE)),
            sheet -> sheet.fill(3, 2, 8, 2, "IF(B4>300,B4/4,\"\")", PLAIN),
            sheet -> sheet.array(3, 3, 7, 3, "B4:B8*2", PLAIN),
            sheet -> sheet.set(8, 0, 46_000.0, Style.calculated(Style.Format.DATE)),
            sheet -> sheet.widths(8, 12, 12),
            sheet -> sheet.freeze(0, 0),
            sheet -> sheet.link(11, 0, "Down", "'First sheet'!A9"),
            sheet -> sheet.add(new Rule.Heat(new Chart.Block(sheet, 3, 1, 8, 1), 0, 1, 2)),
            sheet -> sheet.add(new Rule.DateEntry(new Chart.Block(sheet, 3, 0, 8, 0), "A date.")),
            sheet -> sheet.lock(),
            sheet -> sheet.portrait(),
            sheet -> sheet.onePage(),
            sheet -> sheet.repeatRow(2),
            sheet -> sheet.printTo(9));
    for (int i = 0; i < changes.size(); i++) {
      Book changed = book(changes.get(i));
      check("change " + i, changed);
      assertArrayEquals(fresh(changed), fast(changed), "change " + i);
    }
  }

  @Test
  void textsComeBackAsTheyWere() throws Exception {
    List<String> texts =
        List.of(
            "",
            "plain",
            " edged ",
            "two\nlines\ttab",
            "return\r\n",
            "<&>]]>\"'",
            "_x0041_ and _x00zz_ and _",
            "bell \u0007",
            "noughts \u0000\uFFFF",
            "\u007F \u00E9 \u20AC \uD83D\uDE80",
            "lone \uD83D",
            "\uDE80 lone");
    Book book = new Book("Texts <&> _x0041_", "");
    Sheet sheet = book.sheet("Texts");
    for (int i = 0; i < texts.size(); i++) {
      sheet.set(i, 0, texts.get(i), PLAIN);
      sheet.formula(i, 1, "A" + (i + 1) + "&\"\"", PLAIN);
    }
    book.calculate();
    byte[] written = fast(book);
    assertEquals(List.of(), OoxmlSchema.check(Files.write(folder.resolve("texts.xlsx"), written)));
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(written))) {
      for (int i = 0; i < texts.size(); i++) {
        var row = read.getSheetAt(0).getRow(i);
        assertEquals(texts.get(i), row.getCell(0).getStringCellValue());
        assertEquals(texts.get(i), row.getCell(1).getStringCellValue());
      }
    }
  }

  @Test
  void numbersComeBackAsTheyWere() throws Exception {
    List<Double> numbers = new ArrayList<>();
    Collections.addAll(numbers, 0.0, 1.0, -1.0, 999_999_999_999_999.0, 1e15, -1e15, 1e16, 1e300);
    Collections.addAll(
        numbers, 0.1, 1e-5, Double.MIN_VALUE, Double.MAX_VALUE, 10.0, -100.0, 2e-3, 123456.0);
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      double any = Double.longBitsToDouble(random.nextLong());
      numbers.add(Double.isFinite(any) ? any : random.nextInt());
    }
    Book book = new Book("Numbers", "");
    Sheet sheet = book.sheet("Numbers");
    for (int i = 0; i < numbers.size(); i++) {
      sheet.set(i, 0, numbers.get(i), PLAIN);
    }
    book.calculate();
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(fast(book)))) {
      for (int i = 0; i < numbers.size(); i++) {
        double back = read.getSheetAt(0).getRow(i).getCell(0).getNumericCellValue();
        assertEquals(numbers.get(i), back);
      }
    }
  }

  @Test
  void aNumberThatNoCellHoldsIsRefused() {
    Book book = new Book("Bad", "");
    book.sheet("Bad").set(1, 1, Double.NaN, PLAIN);
    book.calculate();
    IllegalStateException refused = assertThrows(IllegalStateException.class, () -> fast(book));
    assertTrue(refused.getMessage().startsWith("Bad!B2: found NaN"), refused.getMessage());
  }
}
