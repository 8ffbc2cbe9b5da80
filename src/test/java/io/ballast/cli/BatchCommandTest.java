package io.ballast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BatchCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void pricesAreThere() throws IOException {
    Random random = new Random(3);
    StringBuilder text = new StringBuilder("date,BTC,ETH\n");
    double btc = 100;
    double eth = 10;
    for (int i = 0; i < 60; i++) {
      double market = random.nextGaussian();
      btc *= Math.exp(0.03 * market);
      eth *= Math.exp(0.03 * market + 0.02 * random.nextGaussian());
      text.append(LocalDate.of(2024, 1, 1).plusDays(i)).append(',').append(btc);
      text.append(',').append(eth).append('\n');
    }
    Files.writeString(folder.resolve("prices.csv"), text);
  }

  private int run(String portfolios, String... options) throws IOException {
    Files.writeString(folder.resolve("portfolios.csv"), "portfolio,asset,quantity\n" + portfolios);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--prices", folder.resolve("prices.csv").toString()));
    arguments.addAll(List.of("--portfolios", folder.resolve("portfolios.csv").toString()));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    if (!arguments.contains("--workbook")) {
      arguments.addAll(List.of("--workbook", "diversification"));
    }
    return new CommandLine(new BatchCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(new String[0]));
  }

  private void refuses(String message, String... options) throws IOException {
    assertEquals(2, run("P,BTC,1\n", options));
    String first = err.toString().lines().findFirst().orElse("");
    assertEquals(message, first);
    assertFalse(Files.exists(folder.resolve("out")));
    err.getBuffer().setLength(0);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(file));
  }

  @Test
  void portfoliosWithoutFaultEndWithZero() throws Exception {
    assertEquals(0, run("P,BTC,1\nP,ETH,5\nQ,ETH,2\nQ,BTC,3\n", "--threads", "1"), err::toString);
    assertTrue(out.toString().startsWith("2 of 2 diversification workbooks written to "));
    assertFalse(out.toString().contains("failed"));
    assertTrue(Files.size(folder.resolve("out/P-diversification.xlsx")) > 1000);
    List<String> summary = lines("summary.csv");
    assertEquals(3, summary.size());
    assertTrue(
        summary.get(1).startsWith("P,P,,diversification,P-diversification.xlsx,"), summary.get(1));
    assertTrue(summary.get(2).endsWith(",ok"), summary.get(2));
    assertEquals(1, lines("failures.csv").size());
  }

  @Test
  void faultyPortfoliosEndWithTwoAndOthersAreWritten() throws Exception {
    assertEquals(2, run("BAD,FOO,-1\nP,BTC,1\nP,ETH,5\n"));
    assertTrue(out.toString().startsWith("1 of 2 diversification workbooks written to "));
    assertTrue(
        out.toString()
            .contains(
                String.format(
                    "failed: 1 workbooks, 2 faults, see failures.csv%n"
                        + "  BAD, row 2, asset: found FOO,"
                        + " expected an asset of the prices: BTC, ETH%n")),
        out::toString);
    assertEquals(
        List.of(
            "portfolio,row,column,found,expected",
            "BAD,2,asset,FOO,\"an asset of the prices: BTC, ETH\"",
            "BAD,2,quantity,-1,a number of units above 0"),
        lines("failures.csv"));
    assertTrue(Files.exists(folder.resolve("out/P-diversification.xlsx")));
  }

  @Test
  void failuresOfOursEndWithOne() throws Exception {
    Files.createDirectories(folder.resolve("out/P-diversification.xlsx/inside"));
    assertEquals(1, run("P,BTC,1\nP,ETH,5\n"));
    assertTrue(lines("summary.csv").get(1).endsWith(",failed"));
  }

  @Test
  void sameInputGivesTheSameSummary() throws Exception {
    assertEquals(0, run("P,BTC,1\nP,ETH,5\nQ,ETH,2\nQ,BTC,3\n", "--threads", "2"), err::toString);
    List<String> first = lines("summary.csv");
    assertEquals(0, run("P,BTC,1\nP,ETH,5\nQ,ETH,2\nQ,BTC,3\n", "--threads", "1"), err::toString);
    assertEquals(first, lines("summary.csv"));
  }

  @Test
  void optionsOutOfRangeAreRefused() throws Exception {
    refuses("--workbook: found nothing, expected one of: " + kinds(), "--workbook", "nothing");
    refuses(
        "--confidence: found 0.5, expected a number between 0.5 and 1 such as 0.95",
        "--confidence",
        "0.5");
    refuses(
        "--confidence: found 95.0, expected a number between 0.5 and 1 such as 0.95",
        "--confidence",
        "95");
    refuses(
        "--confidence: found NaN, expected a number between 0.5 and 1 such as 0.95",
        "--confidence",
        "NaN");
    refuses(
        "--risk-free: found -1.0, expected an annual rate above -1 such as 0.02",
        "--risk-free",
        "-1");
    refuses(
        "--periods-per-year: found 0.0, expected a number above 0 such as 365",
        "--periods-per-year",
        "0");
    refuses("--lookback: found 5, expected 0 for all, or at least 30 days", "--lookback", "5");
    refuses("--threads: found 0, expected at least 1", "--threads", "0");
    refuses("--engine: found flink, expected embedded or spark", "--engine", "flink");
    refuses(
        "--currency: found US dollar, expected a code of letters and digits such as USD",
        "--currency",
        "US dollar");
  }

  private static String kinds() {
    return String.join(", ", new BatchCommand.Kinds());
  }

  @Test
  void optionsThatDoNotFitThePricesAreRefused() throws Exception {
    refuses(
        "--benchmark: found SOL, expected an asset of the prices: BTC, ETH", "--benchmark", "SOL");
    refuses(
        "--as-of: found 2024-03-01, expected a date of the prices, from 2024-01-01 to 2024-02-29",
        "--as-of",
        "2024-03-01");
    refuses(
        "--as-of: found 2023-12-31, expected a date of the prices, from 2024-01-01 to 2024-02-29",
        "--as-of",
        "2023-12-31");
  }

  @Test
  void faultsOfTheFilesAreToldInOneLine() throws Exception {
    assertEquals(2, run("P,BTC\n"));
    assertEquals(
        String.format(
            "ballast batch: portfolios.csv: line 2: found 2 fields,"
                + " expected 3 as in the header%n"),
        err.toString());
  }

  @Test
  void outputCannotBeAFileOrTheFolderOfThePrices() throws Exception {
    Path file = Files.writeString(folder.resolve("out"), "");
    assertEquals(2, run("P,BTC,1\n"));
    assertTrue(
        err.toString().startsWith("--out: found " + file + ", a file, expected a folder"),
        err::toString);
    Files.delete(file);
    err.getBuffer().setLength(0);
    Files.createDirectories(file);
    int code =
        new CommandLine(new BatchCommand())
            .setErr(new PrintWriter(err))
            .execute(
                "--prices=" + file,
                "--out=" + file,
                "--portfolios=x.csv",
                "--workbook=diversification");
    assertEquals(2, code);
    assertTrue(
        err.toString().startsWith("--out: found " + file + ", the folder of the prices,"),
        err::toString);
  }

  @Test
  void withoutATerminalEveryTenthIsALine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        BatchProgress progress = new BatchProgress("test", 1000, false, stream)) {
      for (int i = 0; i < 1000; i++) {
        progress.step();
      }
    }
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(10, lines.size());
    assertTrue(lines.get(0).startsWith("100 of 1000 (10 %), "), lines.get(0));
    assertTrue(lines.get(9).startsWith("1000 of 1000 (100 %), "), lines.get(9));
    assertTrue(lines.get(9).endsWith(" workbooks/s, 0:00:00 remaining"), lines.get(9));
  }

  @Test
  void aReportThatCannotBeWrittenEndsWithOneAndTheRestIsThere() throws Exception {
    Files.createDirectories(folder.resolve("out/summary.csv/inside"));
    assertEquals(1, run("P,BTC,1\n"));
    String message = err.toString();
    assertTrue(
        message.startsWith("ballast batch: found " + folder.resolve("out/summary.csv") + ", "),
        message);
    assertTrue(Files.size(folder.resolve("out/P-diversification.xlsx")) > 1000);
    assertEquals(1, lines("failures.csv").size());
    assertTrue(Files.exists(folder.resolve("out/index.xlsx")));
  }

  @Test
  void aFolderThatCannotBeMadeIsWrongUsage() throws Exception {
    assertEquals(2, run("P,BTC,1\n", "--out", folder.resolve("prices.csv/out").toString()));
    assertTrue(err.toString().contains("--out: found "), err::toString);
  }
}
