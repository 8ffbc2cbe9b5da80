package io.ballast.cli;

import io.ballast.batch.BatchReports;
import io.ballast.batch.BatchRunner;
import io.ballast.batch.PortfolioFailure;
import io.ballast.batch.PortfolioReader;
import io.ballast.batch.PortfolioReading;
import io.ballast.batch.WorkbookResult;
import io.ballast.market.Fields;
import io.ballast.market.MarketException;
import io.ballast.market.PriceReading;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Settings;
import io.ballast.workbook.WorkbookKind;
import io.ballast.workbook.WorkbookKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ballast batch}: a workbook for each portfolio of a file. */
@Command(
    name = "batch",
    description = {
      "Makes a workbook for each portfolio of a file.",
      "Writes the workbooks, summary.csv, failures.csv and findings.csv to a folder."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every portfolio has its workbook",
      "1:a failure of Ballast's own",
      "2:wrong usage or input; portfolios without fault have their workbooks"
    })
final class BatchCommand implements Callable<Integer> {
  private static final int FAILURES_SHOWN = 5;

  @Spec private CommandSpec spec;

  @Option(
      names = "--prices",
      required = true,
      paramLabel = "FILE_OR_FOLDER",
      description = PriceArguments.PRICES)
  private List<Path> prices;

  @Option(
      names = "--portfolios",
      required = true,
      paramLabel = "FILE",
      description = {
        "CSV file with the columns portfolio, asset, quantity",
        "and if wanted account, target_weight, entry, stop."
      })
  private Path portfolios;

  @Option(
      names = "--workbook",
      required = true,
      paramLabel = "KIND",
      description = "Kind of workbook: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Kinds.class)
  private String workbook;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder for the workbooks, made if it is not there.")
  private Path out;

  @Option(
      names = "--benchmark",
      defaultValue = "BTC",
      paramLabel = "ASSET",
      description = "The asset that stands for the market (default: ${DEFAULT-VALUE}).")
  private String benchmark;

  @Option(
      names = "--risk-free",
      defaultValue = "0",
      paramLabel = "RATE",
      description = "Annual effective rate, 0.02 is 2 %% (default: ${DEFAULT-VALUE}).")
  private double riskFree;

  @Option(
      names = "--periods-per-year",
      defaultValue = "365",
      paramLabel = "N",
      description = "Prices a year: 365, 252, 52 or 12 (default: ${DEFAULT-VALUE}).")
  private double periodsPerYear;

  @Option(
      names = "--confidence",
      defaultValue = "0.95",
      paramLabel = "P",
      description = "Of value at risk, between 0.5 and 1 (default: ${DEFAULT-VALUE}).")
  private double confidence;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Date of the report such as 2024-12-31 (default: the last with prices).")
  private LocalDate asOf;

  @Option(
      names = "--lookback",
      defaultValue = "0",
      paramLabel = "DAYS",
      description = "History to use at most, 0 for all (default: ${DEFAULT-VALUE}).")
  private int lookback;

  @Option(
      names = "--currency",
      defaultValue = "USD",
      paramLabel = "CODE",
      description = "Currency of the prices (default: ${DEFAULT-VALUE}).")
  private String currency;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Workbooks made at once (default: one for each core).")
  private Integer threads;

  @Mixin private PriceArguments arguments;

  /** The names of all kinds of workbook. */
  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return WorkbookKinds.all().stream().map(WorkbookKind::name).iterator();
    }
  }

  @Override
  public Integer call() throws IOException {
    WorkbookKind kind = kind();
    checkNumbers();
    checkFolder();
    try {
      return run(kind);
    } catch (MarketException e) {
      spec.commandLine().getErr().println("ballast batch: " + e.getMessage());
      return 2;
    }
  }

  private int run(WorkbookKind kind) throws MarketException, IOException {
    PriceReading market = arguments.readDaily(prices);
    checkAgainst(market.table());
    Settings settings =
        new Settings(currency, asOf, lookback, benchmark, riskFree, periodsPerYear, confidence);
    PortfolioReading read =
        PortfolioReader.read(
            portfolios, market, settings, "Prices from " + PriceArguments.name(prices));
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    List<WorkbookResult> results;
    double seconds;
    try (BatchProgress progress =
        new BatchProgress(
            kind.name(), read.entries().size(), System.console() != null, System.err)) {
      results = new BatchRunner(kind, out, workers, progress::step).run(read.entries());
      seconds = progress.seconds();
    }
    BatchReports.writeSummary(out, results);
    BatchReports.writeFailures(out, results);
    int findings = BatchReports.writeFindings(out, market.findings(), read);
    report(kind, results, findings, seconds);
    return exitCode(results);
  }

  private static int exitCode(List<WorkbookResult> results) {
    List<PortfolioFailure> failures = failures(results);
    if (failures.stream().anyMatch(PortfolioFailure::ours)) {
      return 1;
    }
    return failures.isEmpty() ? 0 : 2;
  }

  private static List<PortfolioFailure> failures(List<WorkbookResult> results) {
    return results.stream().flatMap(result -> result.failures().stream()).toList();
  }

  private void report(
      WorkbookKind kind, List<WorkbookResult> results, int findings, double seconds) {
    PrintWriter text = spec.commandLine().getOut();
    List<PortfolioFailure> failures = failures(results);
    long failed = results.stream().filter(WorkbookResult::failed).count();
    long written = results.size() - failed;
    text.printf(
        Locale.ROOT,
        "%d of %d %s workbooks written to %s in %.1f s (%.1f workbooks/s)%n",
        written,
        results.size(),
        kind.name(),
        out,
        seconds,
        written / seconds);
    text.printf("figures of each: %s%n", BatchReports.SUMMARY);
    if (findings > 0) {
      text.printf("findings: %d, see %s%n", findings, BatchReports.FINDINGS);
    }
    if (failed > 0) {
      text.printf(
          "failed: %d portfolios, %d faults, see %s%n",
          failed, failures.size(), BatchReports.FAILURES);
      failures.stream().limit(FAILURES_SHOWN).forEach(f -> text.println("  " + f.sentence()));
      if (failures.size() > FAILURES_SHOWN) {
        text.printf("  and %d more%n", failures.size() - FAILURES_SHOWN);
      }
    }
    text.flush();
  }

  private WorkbookKind kind() {
    return WorkbookKinds.find(workbook)
        .orElseThrow(
            () ->
                wrong(
                    "--workbook: found %s, expected one of: %s"
                        .formatted(
                            Fields.shown(workbook),
                            WorkbookKinds.all().stream()
                                .map(WorkbookKind::name)
                                .collect(Collectors.joining(", ")))));
  }

  private void checkNumbers() {
    require(
        confidence > 0.5 && confidence < 1,
        "--confidence",
        confidence,
        "a number between 0.5 and 1 such as 0.95");
    require(
        riskFree > -1 && riskFree < Double.POSITIVE_INFINITY,
        "--risk-free",
        riskFree,
        "an annual rate above -1 such as 0.02");
    require(
        periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY,
        "--periods-per-year",
        periodsPerYear,
        "a number above 0 such as 365");
    require(
        lookback == 0 || lookback >= PortfolioReader.FEWEST_RETURNS,
        "--lookback",
        lookback,
        "0 for all, or at least " + PortfolioReader.FEWEST_RETURNS + " days");
    require(
        currency.matches("[A-Za-z0-9]{1,10}"),
        "--currency",
        Fields.shown(currency),
        "a code of letters and digits such as USD");
    require(threads == null || threads >= 1, "--threads", threads, "at least 1");
  }

  private void checkFolder() throws IOException {
    require(!Files.exists(out) || Files.isDirectory(out), "--out", out + ", a file", "a folder");
    for (Path path : prices) {
      require(
          !Files.isDirectory(path) || !Files.exists(out) || !Files.isSameFile(path, out),
          "--out",
          out + ", the folder of the prices",
          "a folder of its own");
    }
  }

  private void checkAgainst(PriceTable table) {
    require(
        table.column(benchmark) >= 0,
        "--benchmark",
        Fields.shown(benchmark),
        "an asset of the prices: " + String.join(", ", table.assets()));
    LocalDate first = table.dates().get(0);
    LocalDate last = table.dates().get(table.dates().size() - 1);
    require(
        asOf == null || !(asOf.isBefore(first) || asOf.isAfter(last)),
        "--as-of",
        asOf,
        "a date of the prices, from " + first + " to " + last);
  }

  private void require(boolean fits, String option, Object found, String expected) {
    if (!fits) {
      throw wrong(option + ": found " + found + ", expected " + expected);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
