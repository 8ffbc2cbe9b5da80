package io.ballast.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.batch.BatchOutcome;
import io.ballast.batch.BatchReports;
import io.ballast.batch.BatchRequest;
import io.ballast.batch.PortfolioFailure;
import io.ballast.batch.WorkbookResult;
import io.ballast.market.MarketException;
import io.ballast.workbook.SampleMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkRunTest {
  private static SparkSession spark;

  @TempDir private Path folder;
  private Path embedded;
  private Path out;
  private List<KindSource> tiny;

  /** Two cores, and three attempts for a task. */
  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2,3]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.hadoop.fs.s3a.impl", ObjectStore.class.getName())
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @BeforeEach
  void folders() throws Exception {
    embedded = Files.createDirectory(folder.resolve("embedded"));
    out = folder.resolve("out");
    tiny = List.of(TestKind.source(Files.createDirectory(folder.resolve("marks")), 0));
  }

  private static List<String> ids(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add("P" + i);
    }
    return ids;
  }

  private BatchOutcome run(BatchRequest request, List<KindSource> kinds) throws Exception {
    return new SparkRun(spark, request, kinds).run();
  }

  @Test
  void sampleGivesTheSameBytesAsTheEmbeddedEngine() throws Exception {
    Path prices = SampleMarket.copy("close.csv", folder, "prices.csv");
    Path portfolios = SampleMarket.copy("portfolios.csv", folder, "portfolios.csv");
    List<KindSource> kinds =
        List.of(KindSource.named("diversification"), KindSource.named("stop-loss"));
    BatchRequest request =
        Engines.request(prices.toString(), portfolios.toString(), out.toString(), 90);
    List<WorkbookResult> expected = Engines.embedded(request, embedded, kinds);
    BatchOutcome outcome = run(request, kinds);
    assertEquals(20, expected.size());
    assertEquals(expected, outcome.results());
    Engines.assertSameFiles(embedded, out);
  }

  @Test
  void idsThatShareAFileNameHaveTheSameFilesAsWithTheEmbeddedEngine() throws Exception {
    List<String> ids = List.of("a/b", "a.b", "A_B", "con", "=1+1", "", "x");
    BatchRequest request = Engines.request(folder, ids, out.toString());
    Engines.embedded(request, embedded, tiny);
    run(request, tiny);
    Engines.assertSameFiles(embedded, out);
    assertTrue(Files.exists(out.resolve("a_b-2-tiny.xlsx")));
  }

  @Test
  void orderOfPortfoliosIsThatOfTheFile() throws Exception {
    List<String> ids = ids(60);
    Collections.shuffle(ids, new Random(5));
    BatchOutcome outcome = run(Engines.request(folder, ids, out.toString()), tiny);
    assertEquals(ids, outcome.results().stream().map(WorkbookResult::portfolio).toList());
  }

  @Test
  void parquetGivesTheSameBytesAsCsv() throws Exception {
    BatchRequest request = Engines.request(folder, ids(30), out.toString());
    Engines.embedded(request, embedded, tiny);
    Path parquet = folder.resolve("portfolios.parquet");
    spark
        .read()
        .option("header", true)
        .option("inferSchema", true)
        .csv(request.portfolios())
        .coalesce(1)
        .write()
        .option("maxRecordsPerFile", 17)
        .parquet(parquet.toString());
    run(Engines.request(request.prices().get(0), parquet.toString(), out.toString(), 0), tiny);
    String findings = Files.readString(out.resolve(BatchReports.FINDINGS));
    assertTrue(findings.contains("portfolios.parquet"), findings);
    Files.writeString(
        out.resolve(BatchReports.FINDINGS), findings.replace("portfolios.parquet", "portfolios.csv"));
    Engines.assertSameFiles(embedded, out);
  }

  @Test
  void summaryAsParquetHasTheNumbersOfTheCsvFile() throws Exception {
    run(Engines.request(folder, ids(5), out.toString()), tiny);
    List<Row> rows =
        spark.read().parquet(out.resolve(SparkRun.SUMMARY).toString()).sort("row").collectAsList();
    List<String> lines = Files.readAllLines(out.resolve(BatchReports.SUMMARY));
    assertEquals(5, rows.size());
    for (int i = 0; i < 5; i++) {
      String[] fields = lines.get(i + 1).split(",", -1);
      assertEquals(fields[0], rows.get(i).getAs("portfolio"));
      assertEquals(Double.valueOf(fields[5]), rows.get(i).<Double>getAs("value"));
      assertEquals(fields[fields.length - 1], rows.get(i).getAs("status"));
    }
  }

  @Test
  void failedTaskIsTriedAgain() throws Exception {
    List<String> ids = ids(20);
    ids.set(7, "crash");
    BatchRequest request = Engines.request(folder, ids, out.toString());
    BatchOutcome outcome = run(request, tiny);
    assertTrue(Files.exists(folder.resolve("marks/crash")), "the first attempt crashed");
    assertTrue(outcome.results().stream().noneMatch(WorkbookResult::failed));
    Engines.embedded(request, embedded, tiny);
    Engines.assertSameFiles(embedded, out);
  }

  @Test
  void poisonedPortfoliosAreReportedAndDoNotStopTheOthers() throws Exception {
    List<String> ids = ids(20);
    ids.addAll(3, List.of("input", "bug", "deep", "memory"));
    BatchRequest request = Engines.request(folder, ids, out.toString());
    Files.writeString(
        Path.of(request.portfolios()), "odd,FOO,1,a,\nodd,BTC,-1,a,\n", StandardOpenOption.APPEND);
    Files.createDirectories(out);
    Files.writeString(out.resolve("deep-tiny.xlsx"), "of an earlier run");
    Files.writeString(out.resolve(".ballast-P1-tiny.xlsx-9.tmp"), "half");
    List<WorkbookResult> expected = Engines.embedded(request, embedded, tiny);
    BatchOutcome outcome = run(request, tiny);
    assertEquals(faults(expected), faults(outcome.results()));
    assertEquals(5, outcome.results().stream().filter(WorkbookResult::failed).count());
    Engines.assertSameFiles(embedded, out);
  }

  private static List<List<PortfolioFailure>> faults(List<WorkbookResult> results) {
    return results.stream().map(WorkbookResult::failures).toList();
  }

  @Test
  void workbookThatCannotBeWrittenIsReported() throws Exception {
    Files.createDirectories(out.resolve("P1-tiny.xlsx/inside"));
    BatchRequest request = Engines.request(folder, ids(6), out.toString());
    List<WorkbookResult> results = run(request, tiny).results();
    for (WorkbookResult result : results) {
      boolean blocked = result.portfolio().equals("P1");
      assertEquals(blocked, result.failed(), result.portfolio());
      assertEquals(blocked, result.failures().stream().anyMatch(PortfolioFailure::ours));
    }
    assertTrue(Files.exists(out.resolve("P1-tiny.xlsx/inside")));
    assertEquals(1, Files.readAllLines(out.resolve(BatchReports.FAILURES)).size() - 1);
  }

  @Test
  void objectStoreIsGivenEachFileOnceUnderItsName() throws Exception {
    BatchRequest request = Engines.request(folder, ids(12), "s3a://bucket" + out);
    Engines.embedded(request, embedded, tiny);
    ObjectStore.PUTS.clear();
    run(request, tiny);
    Engines.assertSameFiles(embedded, out);
    for (int i = 0; i < 12; i++) {
      String file = "P" + i + "-tiny.xlsx";
      assertEquals(1, ObjectStore.PUTS.stream().filter(file::equals).count(), file);
    }
    assertFalse(ObjectStore.PUTS.stream().anyMatch(name -> name.endsWith(".tmp")));
  }

  @Test
  void runningAgainReplacesEverything() throws Exception {
    run(Engines.request(folder, List.of("A", "B"), out.toString()), tiny);
    byte[] first = Files.readAllBytes(out.resolve("B-tiny.xlsx"));
    BatchRequest request = Engines.request(folder, List.of("B", "C"), out.toString());
    run(request, tiny);
    assertFalse(Arrays.equals(first, Files.readAllBytes(out.resolve("B-tiny.xlsx"))));
    assertEquals(2, spark.read().parquet(out.resolve(SparkRun.SUMMARY).toString()).count());
    run(request, tiny);
    Engines.embedded(request, embedded, tiny);
    assertArrayEquals(
        Files.readAllBytes(embedded.resolve("B-tiny.xlsx")),
        Files.readAllBytes(out.resolve("B-tiny.xlsx")));
  }

  @Test
  void wrongPlacesAreRefused() throws Exception {
    BatchRequest request = Engines.request(folder, ids(2), out.toString());
    Files.writeString(out, "a file");
    assertEquals(
        "--out: found " + out + ", a file, expected a folder",
        assertThrows(MarketException.class, () -> run(request, tiny)).getMessage());
    String nowhere = folder.resolve("no.parquet").toString();
    assertEquals(
        nowhere + ": found nothing there, expected a Parquet file",
        assertThrows(
                MarketException.class,
                () -> run(Engines.request(request.prices().get(0), nowhere, out.toString(), 0), tiny))
            .getMessage());
  }

  @Test
  void failuresKeepWhoseFaultTheyAre() throws Exception {
    BatchOutcome outcome =
        run(Engines.request(folder, List.of("bug", "input"), out.toString()), tiny);
    assertEquals(
        List.of(true, false),
        outcome.results().stream()
            .flatMap(result -> result.failures().stream())
            .map(PortfolioFailure::ours)
            .toList());
  }
}
