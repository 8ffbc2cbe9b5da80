package io.ballast.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.market.PriceReader;
import io.ballast.market.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Run run(Object... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "import";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return Run.of(all);
  }

  @Test
  void filesOfTwoVendorsBecomeOneTidyFileWithAReport() throws Exception {
    Path yahoo =
        write(
            "BTC-USD.csv",
            "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-01,1,3,0.5,2.5,2.5,7\n"
                + "2024-01-02,2.5,3,1,1e-7,1e-7,9\n");
    Path gecko =
        write(
            "eth-usd-max.csv",
            "snapped_at,price,market_cap,total_volume\n2024-01-02 00:00:00 UTC,20.25,0,0\n"
                + "2024-01-03 00:00:00 UTC,21,0,0\n");
    Path out = folder.resolve("prices.csv");
    Path report = folder.resolve("report.json");
    Run run = run(yahoo, gecko, "--out", out, "--report", report);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        List.of(
            "date,asset,close,open,high,low,volume",
            "2024-01-01,BTC,2.5,1,3,0.5,7",
            "2024-01-02,BTC,0.00000010,2.5,3,1,9",
            "2024-01-02,ETH,20.25,,,,",
            "2024-01-03,ETH,21,,,,"),
        Files.readAllLines(out));
    assertEquals(
        List.of(
            "BTC-USD.csv: Yahoo Finance, 2 rows, BTC, 2024-01-01 to 2024-01-02",
            "eth-usd-max.csv: CoinGecko, 2 rows, ETH, 2024-01-02 to 2024-01-03",
            "2 assets on 3 dates, 2024-01-01 to 2024-01-03"),
        run.lines().subList(0, 3));
    JsonNode json = new ObjectMapper().readTree(report.toFile());
    assertEquals("CoinGecko", json.get("files").get(1).get("layout").asText());
    assertEquals(3, json.get("dates").asInt());
    assertEquals(
        "findings: " + json.get("findings").size(),
        run.lines().stream().filter(l -> l.startsWith("findings")).findFirst().orElseThrow());
    JsonNode last = json.get("findings").get(json.get("findings").size() - 1);
    assertEquals("note", last.get("severity").asText());
    assertEquals("ETH", last.get("asset").asText());
    assertEquals(2, last.get("row").asInt());
  }

  @Test
  void whatImportWritesReadsBackAsTheSameTable() throws Exception {
    Path source = Path.of("src/main/resources/io/ballast/sample/ohlcv.csv");
    Path out = folder.resolve("again.csv");
    assertEquals(0, run(source, "--out", out).exitCode());
    PriceTable one = PriceReader.read(source).table();
    PriceTable other = PriceReader.read(out).table();
    assertEquals(one.dates(), other.dates());
    for (String asset : one.assets()) {
      assertArrayEquals(one.close()[one.column(asset)], other.close()[other.column(asset)]);
      assertArrayEquals(one.volume()[one.column(asset)], other.volume()[other.column(asset)]);
    }
  }

  @Test
  void hoursStayHoursUnlessDaysAreAskedFor() throws Exception {
    StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
    for (int hour = 0; hour < 36; hour++) {
      int price = 100 + hour;
      text.append(1_704_067_200L + 3600L * hour)
          .append(",%d,%d,%d,%d.5,2\n".formatted(price, price + 2, price - 2, price));
    }
    Path hours = write("BTC_1h.csv", text.toString());
    Path out = folder.resolve("out.csv");
    assertEquals(0, run(hours, "--out", out).exitCode());
    assertEquals(37, Files.readAllLines(out).size());
    assertEquals("2024-01-01T01:00Z,BTC,101.5,101,103,99,2", Files.readAllLines(out).get(2));
    assertEquals(36, PriceReader.read(out).table().dates().size());
    assertEquals(0, run(hours, "--out", out, "--daily").exitCode());
    assertEquals(
        List.of(
            "date,asset,close,open,high,low,volume",
            "2024-01-01,BTC,123.5,100,125,98,48",
            "2024-01-02,BTC,135.5,124,137,122,24"),
        Files.readAllLines(out));
    Run days = run(hours, "--daily");
    assertTrue(days.out().contains("fewer bars than a whole day has on 2024-01-02"), days.out());
    Run workbook =
        Run.of("workbook", "--prices", hours.toString(), "--out", folder.resolve("w").toString());
    assertEquals(2, workbook.exitCode());
    assertTrue(workbook.err().contains("expected daily prices, or --daily"), workbook.err());
  }

  @Test
  void whatAFileDoesNotTellIsAskedForAndTaken() throws Exception {
    Path file = write("x.csv", "date;close\n01/02/2024;1,234\n02/02/2024;1,235\n");
    Run run = run(file);
    assertEquals(2, run.exitCode());
    assertEquals(
        "ballast import: x.csv: row 2: found the date 01/02/2024, and none in the column that tells"
            + " whether day or month comes first; expected --date-format dd/MM/yyyy or MM/dd/yyyy",
        run.err().strip());
    run = run(file, "--date-format", "dd/MM/yyyy");
    assertEquals(
        "ballast import: x.csv: row 2: found the number 1,234, and none in the file that tells whether"
            + " its comma is a decimal comma; expected --decimal . or --decimal ,",
        run.err().strip());
    Path out = folder.resolve("out.csv");
    run =
        run(file, "--date-format", "dd/MM/yyyy", "--decimal", ",", "--asset", "ABC", "--out", out);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        List.of("date,asset,close", "2024-02-01,ABC,1.234", "2024-02-02,ABC,1.235"),
        Files.readAllLines(out));
    run(file, "--date-format", "MM/dd/yyyy", "--decimal", ".", "--out", out);
    assertEquals("2024-01-02,x,1234", Files.readAllLines(out).get(1));
  }

  @Test
  void differentPricesForOneDateAreTakenAsAsked() throws Exception {
    Path file = write("BTC.csv", "date,close\n2024-01-01,1\n2024-01-01,2\n2024-01-02,3\n");
    assertEquals(2, run(file).exitCode());
    Path out = folder.resolve("out.csv");
    assertEquals(0, run(file, "--on-duplicate", "first", "--out", out).exitCode());
    assertEquals("2024-01-01,BTC,1", Files.readAllLines(out).get(1));
    Run last = run(file, "--on-duplicate", "last", "--out", out);
    assertEquals("2024-01-01,BTC,2", Files.readAllLines(out).get(1));
    assertTrue(last.out().contains("different values on one date"), last.out());
  }

  @Test
  void innerKeepsTheDatesThatAllAssetsHave() throws Exception {
    Path a = write("A.csv", "date,close\n2024-01-01,1\n2024-01-02,2\n");
    Path b = write("B.csv", "date,close\n2024-01-02,3\n2024-01-03,4\n");
    Path out = folder.resolve("out.csv");
    assertEquals(0, run(a, b, "--align", "inner", "--out", out).exitCode());
    assertEquals(
        List.of("date,asset,close", "2024-01-02,A,2", "2024-01-02,B,3"), Files.readAllLines(out));
  }

  @Test
  void aFaultWritesNothing() throws Exception {
    Path file = write("BTC.csv", "date,close\n2024-01-01,1\n2024-01-02,abc\n");
    Path out = folder.resolve("out.csv");
    Run run = run(file, "--out", out);
    assertEquals(2, run.exitCode());
    assertEquals(
        "ballast import: BTC.csv: row 3, column close: found abc, expected a price above 0 such as"
            + " 1234.5, or a blank",
        run.err().strip());
    assertFalse(Files.exists(out));
    assertEquals(2, run(file, "--out", file).exitCode());
    assertEquals(2, run(file, "--out", folder).exitCode());
    assertEquals(2, run(file, "--decimal", "x").exitCode());
    assertEquals(2, run(file, "--separator", "ab").exitCode());
    assertEquals(2, run(file, "--date-format", "bbb").exitCode());
    assertEquals(2, run().exitCode());
    assertEquals(2, run(folder.resolve("none.csv")).exitCode());
  }

  @Test
  void evalTakesPricesAsTheyCome() throws Exception {
    Path a =
        write(
            "BTC-USD.csv",
            "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-01,1,3,0.5,2,2,7\n"
                + "2024-01-02,2,3,1,4,4,9\n");
    Run run =
        Run.of(
            "eval",
            "--prices",
            a.toString(),
            "SUM(BTC)",
            "MAX(HIGH)",
            "SUM(BTC_VOLUME)",
            "MIN(DATE)");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        List.of("6", "3", "16", "45292"),
        run.lines().stream().map(line -> line.split("\\s+")[1]).toList());
    assertEquals(
        "4",
        Run.of("eval", "--prices", a.toString(), "--from", "2024-01-02", "SUM(DATA)")
            .lines()
            .get(0)
            .split("\\s+")[1]);
  }
}
