package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceReaderTest {
  private static final double NAN = Double.NaN;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private PriceReading read(String text) throws IOException, MarketException {
    return PriceReader.read(write("prices.csv", text));
  }

  private String refusal(String text) throws IOException {
    Path path = write("prices.csv", text);
    return assertThrows(MarketException.class, () -> PriceReader.read(path)).getMessage();
  }

  private static List<String> told(PriceReading reading) {
    return reading.findings().stream()
        .map(
            f ->
                "%s:%d %s %s %s; %s"
                    .formatted(f.file(), f.row(), f.date(), f.asset(), f.what(), f.action()))
        .toList();
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }

  @Test
  void wideTableHoldsOneColumnAnAsset() throws Exception {
    PriceReading reading = read("date,BTC,ETH\n2024-01-01,1.5,2\n2024-01-02,1.6,3e1\n");
    PriceTable table = reading.table();
    assertEquals(List.of(day(1), day(2)), table.dates());
    assertEquals(List.of("BTC", "ETH"), table.assets());
    assertArrayEquals(new double[] {1.5, 1.6}, table.close()[0]);
    assertArrayEquals(new double[] {2, 30}, table.close()[1]);
    assertFalse(table.hasBars());
    assertNull(table.volume());
    assertEquals(List.of(), reading.findings());
  }

  @Test
  void dateColumnIsFoundByNameElseItIsTheFirst() throws Exception {
    for (String name : List.of("date", "Date", "time", "Timestamp")) {
      PriceTable table = read("BTC," + name + "\n1,2024-01-01\n2,2024-01-02\n").table();
      assertEquals(List.of("BTC"), table.assets());
    }
    assertEquals(List.of("BTC"), read("Tag,BTC\n2024-01-01,1\n2024-01-02,2\n").table().assets());
  }

  @Test
  void longTableHoldsOneRowADateAndAsset() throws Exception {
    PriceReading reading =
        read(
            "Asset,Date,Open,High,Low,Close,Volume\n"
                + "BTC,2024-01-01,1,3,0.5,2,0\n"
                + "ETH,2024-01-01,10,30,5,20,100\n"
                + "BTC,2024-01-02,2,4,1,3,7\n");
    PriceTable table = reading.table();
    assertEquals(List.of("BTC", "ETH"), table.assets());
    assertTrue(table.hasBars());
    assertArrayEquals(new double[] {2, 3}, table.close()[0]);
    assertArrayEquals(new double[] {20, NAN}, table.close()[1]);
    assertArrayEquals(new double[] {1, 2}, table.open()[0]);
    assertArrayEquals(new double[] {3, 4}, table.high()[0]);
    assertArrayEquals(new double[] {0.5, 1}, table.low()[0]);
    assertArrayEquals(new double[] {0, 7}, table.volume()[0]);
    assertEquals(
        List.of(
            "prices.csv:3 2024-01-01 ETH the last price comes 1 dates before the last date:"
                + " perhaps delisted or renamed; left missing"),
        told(reading));
  }

  @Test
  void longTableMayHoldClosesAlone() throws Exception {
    PriceTable table = read("date,asset,close\n2024-01-01,BTC,1\n2024-01-02,BTC,2\n").table();
    assertArrayEquals(new double[] {1, 2}, table.close()[0]);
    assertFalse(table.hasBars());
  }

  @Test
  void folderHoldsOneFileAnAsset() throws Exception {
    write(
        "ETH.csv", "Date,Open,High,Low,Close,Volume\n2024-01-02,2,2,2,2,5\n2024-01-03,3,3,3,3,6\n");
    write("BTC.CSV", "date;close\n2024-01-01;1\n2024-01-02;2\n2024-01-03;3\n");
    write("readme.md", "not prices");
    write(".hidden.csv", "not prices");
    PriceReading reading = PriceReader.read(folder);
    PriceTable table = reading.table();
    assertEquals(List.of("BTC", "ETH"), table.assets());
    assertEquals(List.of(day(1), day(2), day(3)), table.dates());
    assertArrayEquals(new double[] {1, 2, 3}, table.close()[0]);
    assertArrayEquals(new double[] {NAN, 2, 3}, table.close()[1]);
    assertArrayEquals(new double[] {NAN, NAN, NAN}, table.open()[0]);
    assertArrayEquals(new double[] {NAN, 5, 6}, table.volume()[1]);
    assertEquals(
        List.of(
            "readme.md:0 null  not a file that ends in .csv, .tsv, .txt or .xlsx; not read",
            "ETH.csv:2 2024-01-02 ETH the first price comes 1 dates after the first date;"
                + " history with this asset starts here"),
        told(reading));
  }

  @Test
  void folderWithoutPriceFilesIsRefused() throws Exception {
    write("readme.md", "not prices");
    assertEquals(
        folder.getFileName()
            + ": found no file that ends in .csv, .tsv, .txt or .xlsx, expected price files",
        assertThrows(MarketException.class, () -> PriceReader.read(folder)).getMessage());
  }

  @Test
  void faultInAFolderNamesItsFile() throws Exception {
    write("BTC.csv", "date,close\n2024-01-01,1\n");
    write("ETH.csv", "date,close\n2024-01-01,1\n2024-01-02,x\n");
    assertEquals(
        "ETH.csv: row 3, column close: found x, expected a price above 0 such as 1234.5, or a blank",
        assertThrows(MarketException.class, () -> PriceReader.read(folder)).getMessage());
  }

  @Test
  void columnsThatAreNotKnownAreFindings() throws Exception {
    write("BTC.csv", "Date,Close,Mood\n2024-01-01,1,1\n2024-01-02,2,2\n");
    assertEquals(
        List.of("BTC.csv:0 null  the column Mood is not known; not used"),
        told(PriceReader.read(folder)));
  }

  @Test
  void dateTimesAtMidnightUtcAreDates() throws Exception {
    for (String time :
        List.of(
            "T00:00",
            "T00:00:00",
            " 00:00:00",
            "T00:00:00Z",
            "T00:00:00.000Z",
            " 00:00:00+00:00",
            " 00:00:00 UTC")) {
      assertEquals(
          List.of(day(1)), read("date,BTC\n2024-01-01" + time + ",1\n").table().dates(), time);
    }
  }

  @Test
  void otherDatesAreRefused() throws Exception {
    for (String text :
        List.of(
            "2024-02-30",
            "45292",
            "31/02/2024x",
            "2024-01-01 00:00:00 EST",
            "2024-01-01T25:00",
            "Foo 1 2024",
            "2024-0a-01",
            "12345678901234567890123",
            "total")) {
      assertEquals(
          "prices.csv: row 3, column date: found "
              + text
              + ", expected a date such as 2024-01-31, a date and time, or seconds since 1970",
          refusal("date,BTC\n2023-12-31,1\n" + text + ",2\n"));
    }
    assertTrue(refusal("date,BTC\n,2\n").contains("row 2, column date: found a blank"));
  }

  @Test
  void missingPricesAreNotANumber() throws Exception {
    for (String text : List.of("", "NA", "na", "null", "NaN", "n/a", "#N/A")) {
      double[] close =
          read("date,BTC\n2024-01-01,1\n2024-01-02," + text + "\n2024-01-03,2\n")
              .table()
              .close()[0];
      assertArrayEquals(new double[] {1, NAN, 2}, close, text);
    }
  }

  @Test
  void textPricesAreRefused() throws Exception {
    for (String text :
        List.of("abc", "1.2.3", "$", "12%", "1 00", "1d", "0x10", "Infinity", "-", "1e999", "∞")) {
      assertEquals(
          "prices.csv: row 3, column ETH: found "
              + text
              + ", expected a price above 0 such as 1234.5, or a blank",
          refusal("date,BTC,ETH\n2024-01-01,1,2\n2024-01-02,1," + text + "\n"));
    }
  }

  @Test
  void zeroAndNegativePricesAreLeftMissingAndTold() throws Exception {
    for (String text : List.of("0", "-1", "0.0", "-0", "1e-999")) {
      String what = text.equals("-1") ? "close below 0" : "close of 0";
      PriceReading reading =
          read("date,BTC\n2024-01-01,1\n2024-01-02," + text + "\n2024-01-03,2\n");
      assertArrayEquals(new double[] {1, NAN, 2}, reading.table().close()[0], text);
      assertEquals(
          "prices.csv:3 2024-01-02 BTC " + what + " on 2024-01-02; left missing",
          told(reading).get(0));
      assertEquals(Severity.ERROR, reading.findings().get(0).severity());
    }
    PriceReading bars =
        read(
            "date,asset,low,close,volume\n2024-01-01,BTC,0,1,-1\n2024-01-02,BTC,-1,1.5,0\n"
                + "2024-01-03,BTC,0,2,7\n");
    assertNull(bars.table().low());
    assertArrayEquals(new double[] {NAN, 0, 7}, bars.table().volume()[0]);
    assertEquals(
        List.of(
            "prices.csv:2 2024-01-01 BTC low of 0 in 2 rows from 2024-01-01 to 2024-01-03;"
                + " left missing",
            "prices.csv:2 2024-01-01 BTC volume below 0 on 2024-01-01; left missing",
            "prices.csv:3 2024-01-02 BTC low below 0 on 2024-01-02; left missing"),
        told(bars));
  }

  @Test
  void smallestPricesAreKept() throws Exception {
    assertEquals(1e-12, read("date,PEPE\n2024-01-01,0.000000000001\n").table().close()[0][0]);
  }

  @Test
  void unsortedDatesAreSortedAndTold() throws Exception {
    PriceReading reading = read("date,BTC\n2024-01-03,3\n2024-01-01,1\n2024-01-02,2\n");
    assertEquals(List.of(day(1), day(2), day(3)), reading.table().dates());
    assertArrayEquals(new double[] {1, 2, 3}, reading.table().close()[0]);
    assertEquals(
        List.of("prices.csv:3 2024-01-01  dates do not ascend, first here; sorted by date"),
        told(reading));
  }

  @Test
  void longTableSortedByAssetIsNotUnsorted() throws Exception {
    String text =
        "date,asset,close\n2024-01-01,A,1\n2024-01-02,A,2\n2024-01-01,B,3\n2024-01-02,B,4\n";
    assertEquals(List.of(), told(read(text)));
  }

  @Test
  void repeatedDateWithTheSameValuesCountsOnceAndIsTold() throws Exception {
    PriceReading reading = read("date,A,B\n2024-01-01,1,2\n2024-01-01,1,2\n2024-01-02,3,4\n");
    assertEquals(List.of(day(1), day(2)), reading.table().dates());
    assertEquals(
        List.of("prices.csv:3 2024-01-01  the date is there twice; counted once"), told(reading));
  }

  @Test
  void repeatedDateFillsWhatTheOtherRowLacks() throws Exception {
    PriceReading reading = read("date,A,B\n2024-01-01,1,\n2024-01-01,,2\n2024-01-02,3,4\n");
    assertArrayEquals(new double[] {1, 3}, reading.table().close()[0]);
    assertArrayEquals(new double[] {2, 4}, reading.table().close()[1]);
    assertEquals(1, reading.findings().size());
  }

  @Test
  void repeatedDateWithOtherValuesIsRefused() throws Exception {
    assertEquals(
        "prices.csv: row 4: found close 2.5 of BTC on 2024-01-01, expected 1.0 as in row 2,"
            + " or --on-duplicate first or last",
        refusal("date,BTC\n2024-01-01,1\n2024-01-02,2\n2024-01-01,2.5\n"));
    assertEquals(
        "prices.csv: row 3: found volume 8.0 of BTC on 2024-01-01, expected 7.0 as in row 2,"
            + " or --on-duplicate first or last",
        refusal("date,asset,close,volume\n2024-01-01,BTC,1,7\n2024-01-01,BTC,1,8\n"));
  }

  @Test
  void sameAssetInTwoFilesMustAgree() throws Exception {
    write("a.csv", "date,asset,close\n2024-01-01,BTC,1\n");
    write("b.csv", "date,asset,close\n2024-01-01,BTC,2\n");
    assertEquals(
        "b.csv: row 2: found close 2.0 of BTC on 2024-01-01, expected 1.0 as in row 2 of a.csv,"
            + " or --on-duplicate first or last",
        assertThrows(MarketException.class, () -> PriceReader.read(folder)).getMessage());
  }

  @Test
  void eachRunOfMissingDaysIsOneFinding() throws Exception {
    PriceReading reading =
        read("date,A\n2024-01-01,1\n2024-01-02,2\n2024-01-05,3\n2024-01-06,4\n2024-01-08,5\n");
    assertEquals(
        List.of(
            "prices.csv:4 2024-01-03 A no row on 2 dates from 2024-01-03 to 2024-01-04;"
                + " none: the next return spans them",
            "prices.csv:6 2024-01-07 A no row on 2024-01-07; none: the next return spans them"),
        told(reading));
  }

  @Test
  void weeklyAndMonthlyTablesHaveNoGaps() throws Exception {
    String weekly =
        IntStream.range(0, 20)
            .mapToObj(i -> LocalDate.of(2024, 1, 1).plusWeeks(i) + "," + (i + 1))
            .collect(Collectors.joining("\n"));
    assertEquals(List.of(), told(read("date,A\n" + weekly + "\n")));
    String monthly =
        IntStream.range(0, 24)
            .mapToObj(i -> LocalDate.of(2023, 1, 31).plusMonths(i) + "," + (i + 1))
            .collect(Collectors.joining("\n"));
    assertEquals(List.of(), told(read("date,A\n" + monthly + "\n")));
  }

  @Test
  void eachRunOfMissingPricesIsOneFinding() throws Exception {
    PriceReading reading =
        read(
            "date,A,B,C\n2024-01-01,1,,\n2024-01-02,2,1,\n2024-01-03,3,,\n2024-01-04,4,,\n"
                + "2024-01-05,5,2,\n2024-01-06,6,,\n");
    assertEquals(
        List.of(
            "prices.csv:3 2024-01-02 B the first price comes 1 dates after the first date;"
                + " history with this asset starts here",
            "prices.csv:4 2024-01-03 B no price on 2 dates from 2024-01-03 to 2024-01-04;"
                + " left missing: no return before or after it",
            "prices.csv:6 2024-01-05 B the last price comes 1 dates before the last date:"
                + " perhaps delisted or renamed; left missing",
            "prices.csv:0 null C no price on any date; left missing"),
        told(reading));
  }

  @Test
  void constantAndStalePricesAreFindings() throws Exception {
    StringBuilder text = new StringBuilder("date,SAME,STALE\n");
    for (int i = 1; i <= 9; i++) {
      text.append(day(i)).append(",5,").append(i < 3 || i > 7 ? i : 3).append('\n');
    }
    assertEquals(
        List.of(
            "prices.csv:2 2024-01-01 SAME the same price on all 9 dates;"
                + " kept: volatility is 0 and ratios to it are undefined",
            "prices.csv:4 2024-01-03 STALE an unchanged price on 5 dates"
                + " from 2024-01-03 to 2024-01-07; kept"),
        told(read(text.toString())));
  }

  @Test
  void inconsistentBarsAreFindings() throws Exception {
    assertEquals(
        List.of(
            "prices.csv:4 2024-01-03 BTC high below low on 2024-01-03; kept",
            "prices.csv:2 2024-01-01 BTC open or close outside low to high on 2024-01-01; kept"),
        told(
            read(
                "date,asset,open,high,low,close\n2024-01-01,BTC,1,2,1,3\n"
                    + "2024-01-02,BTC,2,2,1,1\n2024-01-03,BTC,2,1,2,1\n")));
  }

  @Test
  void namesLikeFormulasAreKeptAsText() throws Exception {
    PriceTable table = read("date,=cmd|'/c calc'!A1,@X,+Y,-Z\n2024-01-01,1,2,3,4\n").table();
    assertEquals(List.of("=cmd|'/c calc'!A1", "@X", "+Y", "-Z"), table.assets());
  }

  @Test
  void controlCharactersInNamesAreRefused() throws Exception {
    assertEquals(
        "prices.csv: header, field 2: found B\\u000aC,"
            + " expected an asset's name without control characters",
        refusal("date,\"B\nC\"\n2024-01-01,1\n"));
    assertEquals(
        "prices.csv: row 2, column asset: found B\\u0007C,"
            + " expected an asset's name without control characters",
        refusal("date,asset,close\n2024-01-01,B\u0007C,1\n"));
    assertEquals(
        "prices.csv: row 2, column asset: found a blank,"
            + " expected an asset's name without control characters",
        refusal("date,asset,close\n2024-01-01,,1\n"));
  }

  @Test
  void columnsOfAnotherLayoutAreNotTakenForAssets() throws Exception {
    assertEquals(
        "prices.csv: header, field 2: found Symbol, expected an asset's name,"
            + " or the columns date, close (of one asset), or date, asset, close",
        refusal("Date,Symbol,Open\n2024-01-01,BTC,1\n"));
    assertEquals(List.of("OPEN", "HIGH"), read("d,OPEN,HIGH\n2024-01-01,1,1\n").table().assets());
  }

  @Test
  void oneColumnAloneIsRefused() throws Exception {
    assertEquals(
        "prices.csv: found one column alone, expected a date column and one for each asset",
        refusal("date\n2024-01-01\n"));
  }

  @Test
  void orderOfRowsDoesNotChangeTheTable() throws Exception {
    Random random = new Random(7);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      LocalDate date = LocalDate.of(2024, 1, 1).plusDays(i);
      for (String asset : List.of("A", "B", "C")) {
        if (random.nextInt(10) > 0) {
          rows.add(date + "," + asset + "," + (1 + random.nextDouble()));
        }
      }
    }
    PriceTable sorted = read("date,asset,close\n" + String.join("\n", rows)).table();
    for (int trial = 0; trial < 5; trial++) {
      Collections.shuffle(rows, random);
      PriceTable shuffled = read("date,asset,close\n" + String.join("\n", rows)).table();
      assertEquals(sorted.dates(), shuffled.dates());
      for (String asset : List.of("A", "B", "C")) {
        assertArrayEquals(
            sorted.close()[sorted.column(asset)], shuffled.close()[shuffled.column(asset)]);
      }
    }
  }

  @Test
  void bundledSampleIsReadInBothShapes() throws Exception {
    PriceReading wide = PriceReader.read(Path.of("src/main/resources/io/ballast/sample/close.csv"));
    PriceReading bars = PriceReader.read(Path.of("src/main/resources/io/ballast/sample/ohlcv.csv"));
    assertEquals(1096, wide.table().dates().size());
    assertEquals(wide.table().dates(), bars.table().dates());
    assertEquals(10, wide.table().assets().size());
    assertTrue(bars.table().hasBars());
    for (String asset : wide.table().assets()) {
      assertArrayEquals(
          wide.table().close()[wide.table().column(asset)],
          bars.table().close()[bars.table().column(asset)],
          asset);
    }
    assertTrue(wide.findings().stream().anyMatch(f -> f.asset().equals("ARB")));
  }
}
