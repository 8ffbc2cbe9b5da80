package io.ballast.cli;

import io.ballast.batch.Alerts;
import io.ballast.batch.BatchEngine;
import io.ballast.batch.BatchIndex;
import io.ballast.batch.BatchInputs;
import io.ballast.batch.BatchOutcome;
import io.ballast.batch.BatchReports;
import io.ballast.batch.BatchRequest;
import io.ballast.batch.BatchRunner;
import io.ballast.batch.DiskFullException;
import io.ballast.batch.OptionException;
import io.ballast.batch.PdfConverter;
import io.ballast.batch.PortfolioFailure;
import io.ballast.batch.PortfolioReader;
import io.ballast.batch.PortfolioReading;
import io.ballast.batch.ReportException;
import io.ballast.batch.WorkbookResult;
import io.ballast.market.Fields;
import io.ballast.market.MarketException;
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
import java.util.ServiceLoader;
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
      "Writes the workbooks, index.xlsx that links to them, summary.csv, alerts.csv,",
      "failures.csv and findings.csv to a folder."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every portfolio has its workbook",
      "1:a failure of Ballast's own",
      "2:wrong usage or input; portfolios without fault have their workbooks",
      "3:a limit is breached, with --fail-on-breach"
    })
final class BatchCommand implements Callable<Integer> {
  private static final int FAILURES_SHOWN = 5;
  private static final String EMBEDDED = "embedded";
  private static final String SPARK = "spark";

  @Spec private CommandSpec spec;

  @Option(
      names = "--prices",
      required = true,
      paramLabel = "FILE_OR_FOLDER",
      description = PriceArguments.PRICES)
  private List<String> prices;

  @Option(
      names = "--portfolios",
      required = true,
      paramLabel = "FILE",
      description = {
        "CSV file with the columns portfolio, asset, quantity",
        "and if wanted account, target_weight, entry, stop, side, category,",
        "tier, leverage (value ÷ margin, for position-sizing), score (0 to 100,",
        "for due-diligence). The asset CASH, or the currency, is money."
      })
  private String portfolios;

  @Option(
      names = "--workbook",
      required = true,
      split = ",",
      paramLabel = "KIND",
      description = "Kinds of workbook, with commas: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Kinds.class)
  private List<String> workbooks;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder for the workbooks, made if it is not there.")
  private String out;

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

  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description = {
        "CSV file with the column id (the portfolio's) and if wanted name,",
        "adviser, profile, currency, benchmark, previous (the folder of the",
        "report before, for what changed since)."
      })
  private String clients;

  @Option(
      names = "--limits",
      paramLabel = "FILE",
      description = {
        "CSV file of your own limits: the column limit, such as largest_weight,",
        "and a column for each profile: Cautious, Balanced, Growth, Speculative."
      })
  private String limits;

  @Option(
      names = "--allow-short",
      description = "Takes short positions: side short, or units below 0.")
  private boolean allowShort;

  @Option(
      names = "--unpriced",
      defaultValue = "fail",
      paramLabel = "fail|exclude",
      description = "A position without a price: a fault, or left out (default: ${DEFAULT-VALUE}).")
  private Unpriced unpriced;

  /** What becomes of positions without a price. */
  enum Unpriced {
    fail,
    exclude
  }

  @Option(
      names = "--engine",
      defaultValue = EMBEDDED,
      paramLabel = "embedded|spark",
      description = {
        "What runs the batch: this program, or Apache Spark on a cluster, for",
        "which --prices, --portfolios (CSV or Parquet), --clients, --limits and",
        "--out may be any Hadoop path (default: ${DEFAULT-VALUE})."
      })
  private String engine;

  @Option(
      names = "--resume",
      description = {
        "Goes on with a run that was stopped: workbooks already made",
        "from the same inputs stay, the rest is made."
      })
  private boolean resume;

  @Option(
      names = "--fail-on-breach",
      description = "Exit code 3 when a limit of any workbook is breached.")
  private boolean failOnBreach;

  @Option(
      names = "--pdf",
      description = "Prints each workbook to a PDF file too, through LibreOffice.")
  private boolean pdf;

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
    List<WorkbookKind> kinds = kinds();
    if (pdf && PdfConverter.find().isEmpty()) {
      throw wrong("--pdf: found no LibreOffice on the PATH, expected the program soffice");
    }
    checkNumbers();
    checkEngine();
    try {
      return run(kinds);
    } catch (OptionException e) {
      throw wrong(e.getMessage());
    } catch (MarketException e) {
      spec.commandLine().getErr().println("ballast batch: " + e.getMessage());
      return 2;
    } catch (DiskFullException | ReportException e) {
      spec.commandLine().getErr().println("ballast batch: " + e.getMessage());
      return 1;
    }
  }

  private int run(List<WorkbookKind> kinds) throws MarketException, IOException {
    BatchRequest request =
        new BatchRequest(
            prices,
            arguments.options(),
            portfolios,
            clients,
            limits,
            out,
            kinds.stream().map(WorkbookKind::name).toList(),
            new Settings(currency, asOf, lookback, benchmark, riskFree, periodsPerYear, confidence),
            allowShort,
            unpriced == Unpriced.exclude);
    BatchOutcome outcome =
        engine.equals(EMBEDDED) ? embedded(kinds, request) : otherEngine().run(request);
    report(kinds, outcome);
    return pdf && !print(outcome.results()) ? 1 : exitCode(outcome.results());
  }

  private BatchOutcome embedded(List<WorkbookKind> kinds, BatchRequest request)
      throws MarketException, IOException {
    BatchInputs inputs = BatchInputs.of(arguments.readDaily(paths()), request);
    PortfolioReading read =
        PortfolioReader.read(Path.of(portfolios), inputs.market(), inputs.rules());
    Path folder = Path.of(out);
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    List<WorkbookResult> results;
    double seconds;
    try (BatchProgress progress =
        new BatchProgress(
            names(kinds),
            read.entries().size() * kinds.size(),
            System.console() != null,
            System.err)) {
      results = new BatchRunner(kinds, folder, workers, resume, progress::step).run(read.entries());
      seconds = progress.seconds();
    }
    return inputs.report(folder, results, read, seconds);
  }

  private BatchEngine otherEngine() {
    return ServiceLoader.load(BatchEngine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.name().equals(engine))
        .findFirst()
        .orElseThrow(() -> wrong(noEngine()));
  }

  private String noEngine() {
    return engine.equals(SPARK)
        ? "--engine: found no Apache Spark in this program, expected ballast-spark.jar run by"
            + " spark-submit: mvn -Pspark -DskipTests package, then spark-submit"
            + " target/ballast-spark.jar with the options of ballast batch"
        : "--engine: found %s, expected %s or %s".formatted(Fields.shown(engine), EMBEDDED, SPARK);
  }

  private void checkEngine() throws IOException {
    if (engine.equals(EMBEDDED)) {
      for (Path source : paths()) {
        checkFolder(source, Path.of(out));
      }
      return;
    }
    otherEngine();
    String only = "nothing: it is for --engine " + EMBEDDED;
    require(threads == null, "--threads", threads, only);
    require(!resume, "--resume", "it with --engine " + engine, only);
    require(!pdf, "--pdf", "it with --engine " + engine, only);
  }

  /** Prints the workbooks that were made; tells whether all could be printed. */
  private boolean print(List<WorkbookResult> results) throws IOException {
    List<Path> files =
        results.stream()
            .filter(result -> !result.failed())
            .map(result -> Path.of(out).resolve(result.file()))
            .toList();
    List<Path> failed = PdfConverter.find().orElseThrow().convert(files);
    for (Path file : failed) {
      spec.commandLine()
          .getErr()
          .println(
              "ballast batch: " + file + ": found no PDF file, expected LibreOffice to print it");
    }
    PrintWriter text = spec.commandLine().getOut();
    text.printf("printed to PDF: %d of %d%n", files.size() - failed.size(), files.size());
    text.flush();
    return failed.isEmpty();
  }

  private static String names(List<WorkbookKind> kinds) {
    return kinds.stream().map(WorkbookKind::name).collect(Collectors.joining(", "));
  }

  private int exitCode(List<WorkbookResult> results) {
    List<PortfolioFailure> failures = failures(results);
    if (failures.stream().anyMatch(PortfolioFailure::ours)) {
      return 1;
    }
    if (!failures.isEmpty()) {
      return 2;
    }
    return failOnBreach && results.stream().anyMatch(WorkbookResult::breached) ? 3 : 0;
  }

  private static List<PortfolioFailure> failures(List<WorkbookResult> results) {
    return results.stream().flatMap(result -> result.failures().stream()).distinct().toList();
  }

  private void report(List<WorkbookKind> kinds, BatchOutcome outcome) {
    List<WorkbookResult> results = outcome.results();
    int findings = outcome.findings();
    int alerts = outcome.alerts();
    double seconds = outcome.seconds();
    PrintWriter text = spec.commandLine().getOut();
    List<PortfolioFailure> failures = failures(results);
    long failed = results.stream().filter(WorkbookResult::failed).count();
    long breached =
        results.stream()
            .filter(WorkbookResult::breached)
            .map(WorkbookResult::portfolio)
            .distinct()
            .count();
    long written = results.size() - failed;
    text.printf(
        Locale.ROOT,
        "%d of %d %s workbooks written to %s in %.1f s (%.1f workbooks/s)%n",
        written,
        results.size(),
        names(kinds),
        out,
        seconds,
        written / seconds);
    text.printf("overview: %s, figures of each: %s%n", BatchIndex.FILE, BatchReports.SUMMARY);
    if (alerts > 0) {
      text.printf(
          "alerts: %d, limits breached in %d portfolios, see %s%n", alerts, breached, Alerts.FILE);
    }
    if (findings > 0) {
      text.printf("findings: %d, see %s%n", findings, BatchReports.FINDINGS);
    }
    if (failed > 0) {
      text.printf(
          "failed: %d workbooks, %d faults, see %s%n",
          failed, failures.size(), BatchReports.FAILURES);
      failures.stream().limit(FAILURES_SHOWN).forEach(f -> text.println("  " + f.sentence()));
      if (failures.size() > FAILURES_SHOWN) {
        text.printf("  and %d more%n", failures.size() - FAILURES_SHOWN);
      }
    }
    text.flush();
  }

  private List<WorkbookKind> kinds() {
    return workbooks.stream().distinct().map(this::kind).toList();
  }

  private WorkbookKind kind(String name) {
    return WorkbookKinds.find(name)
        .orElseThrow(
            () ->
                wrong(
                    "--workbook: found %s, expected one of: %s"
                        .formatted(Fields.shown(name), names(WorkbookKinds.all()))));
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

  private List<Path> paths() {
    return prices.stream().map(Path::of).toList();
  }

  private void checkFolder(Path source, Path folder) throws IOException {
    require(
        !Files.exists(folder) || Files.isDirectory(folder), "--out", out + ", a file", "a folder");
    require(
        !Files.isDirectory(source) || !Files.exists(folder) || !Files.isSameFile(source, folder),
        "--out",
        out + ", the folder of the prices",
        "a folder of its own");
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
