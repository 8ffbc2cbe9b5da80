package io.ballast.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.ballast.batch.BatchInputs;
import io.ballast.batch.BatchOutcome;
import io.ballast.batch.BatchRequest;
import io.ballast.batch.BatchRunner;
import io.ballast.batch.PortfolioReader;
import io.ballast.batch.PortfolioReading;
import io.ballast.batch.WorkbookResult;
import io.ballast.market.PriceOptions;
import io.ballast.workbook.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The same batch by either engine, and what they leave. */
final class Engines {
  private Engines() {}

  /** Prices of two assets on 60 days, and portfolios of both. */
  static BatchRequest request(Path folder, List<String> ids, String out) throws IOException {
    StringBuilder prices = new StringBuilder("date,BTC,ETH\n");
    for (int day = 0; day < 60; day++) {
      prices
          .append(LocalDate.of(2024, 1, 1).plusDays(day))
          .append("," + (40_000 + 300 * (day * 7 % 11)) + "," + (2_000 + 20 * (day * 5 % 13)))
          .append('\n');
    }
    StringBuilder portfolios = new StringBuilder("portfolio,asset,quantity,account,note\n");
    for (String asset : List.of("ETH", "BTC")) {
      for (int i = 0; i < ids.size(); i++) {
        portfolios.append(ids.get(i) + "," + asset + "," + (i + 0.1) + ",a,\n");
        portfolios.append(ids.get(i) + "," + asset + "," + (i + 0.7) + ",b,\n");
      }
    }
    return request(
        Files.writeString(folder.resolve("prices.csv"), prices).toString(),
        Files.writeString(folder.resolve("portfolios.csv"), portfolios).toString(),
        out,
        0);
  }

  static BatchRequest request(String prices, String portfolios, String out, int lookback) {
    return new BatchRequest(
        List.of(prices),
        PriceOptions.standard(),
        portfolios,
        null,
        null,
        out,
        List.of(),
        new Settings("USD", null, lookback, "BTC", 0, 365, 0.95),
        false,
        false);
  }

  static List<WorkbookResult> embedded(BatchRequest request, Path out, List<KindSource> kinds)
      throws Exception {
    BatchInputs inputs = BatchInputs.read(request);
    PortfolioReading read =
        PortfolioReader.read(Path.of(request.portfolios()), inputs.market(), inputs.rules());
    List<WorkbookResult> results =
        new BatchRunner(
                kinds.stream().map(KindSource::kind).toList(), out, 2, false, () -> {})
            .run(read.entries());
    BatchOutcome outcome = inputs.report(out, results, read, 0);
    return outcome.results();
  }

  /** All files but the summary as Parquet and the embedded engine's journal. */
  static TreeMap<String, byte[]> files(Path folder) throws IOException {
    TreeMap<String, byte[]> result = new TreeMap<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path path : list.toList()) {
        String name = path.getFileName().toString();
        if (!name.equals(SparkRun.SUMMARY) && !name.equals(".ballast-journal.csv")) {
          result.put(name, Files.readAllBytes(path));
        }
      }
    }
    return result;
  }

  static void assertSameFiles(Path expected, Path actual) throws IOException {
    TreeMap<String, byte[]> wanted = files(expected);
    TreeMap<String, byte[]> found = files(actual);
    assertEquals(wanted.keySet(), found.keySet());
    wanted.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }
}
