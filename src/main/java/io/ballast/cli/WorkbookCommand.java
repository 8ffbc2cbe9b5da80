package io.ballast.cli;

import io.ballast.batch.AtomicFile;
import io.ballast.market.MarketException;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Book;
import io.ballast.workbook.BookWriter;
import io.ballast.workbook.Holding;
import io.ballast.workbook.Portfolio;
import io.ballast.workbook.PortfolioException;
import io.ballast.workbook.Room;
import io.ballast.workbook.SampleMarket;
import io.ballast.workbook.Settings;
import io.ballast.workbook.WorkbookKind;
import io.ballast.workbook.WorkbookKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code ballast workbook}: the finished workbooks, from sample prices or one's own.
 */
@Command(
    name = "workbook",
    description = {
      "Writes finished workbooks, all by default.",
      "Without --prices they hold a bundled synthetic market; with it, an equal amount of each",
      "asset of the file, as a start: enter your own units on the sheet Inputs."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all workbooks are written",
      "1:a failure of Ballast's own",
      "2:wrong usage or input"
    })
final class WorkbookCommand implements Callable<Integer> {
  private static final int MOST_ASSETS = 50;
  private static final double AMOUNT = 10_000;
  private static final int LOOKBACK = 730;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Which workbooks: ${COMPLETION-CANDIDATES}.",
      completionCandidates = BatchCommand.Kinds.class)
  private List<String> names = List.of();

  @Option(names = "--prices", paramLabel = "FILE_OR_FOLDER", description = PriceArguments.PRICES)
  private List<Path> prices = List.of();

  @Mixin private PriceArguments arguments;

  @Option(
      names = "--benchmark",
      paramLabel = "ASSET",
      description = "The asset that stands for the market (default: BTC, else the first).")
  private String benchmark;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder for the workbooks, made if it is not there.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<WorkbookKind> kinds = kinds();
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw wrong("--out: found " + out + ", a file, expected a folder");
    }
    try {
      Portfolio portfolio = prices.isEmpty() ? SampleMarket.portfolio() : portfolio();
      Files.createDirectories(out);
      for (WorkbookKind kind : kinds) {
        write(kind, portfolio);
      }
      return 0;
    } catch (MarketException | PortfolioException e) {
      spec.commandLine().getErr().println("ballast workbook: " + e.getMessage());
      return 2;
    }
  }

  private void write(WorkbookKind kind, Portfolio portfolio)
      throws PortfolioException, IOException {
    Book book = kind.build(portfolio, Room.TEMPLATE);
    Path file = out.resolve(kind.name() + ".xlsx");
    AtomicFile.write(file, stream -> BookWriter.write(book, stream));
    PrintWriter text = spec.commandLine().getOut();
    text.printf("%s: %s%n", file, kind.description());
    text.flush();
  }

  private Portfolio portfolio() throws MarketException, IOException {
    PriceTable table = arguments.readDaily(prices).table();
    int last = table.dates().size() - 1;
    List<Holding> holdings = new ArrayList<>();
    for (int a = 0; a < table.assets().size(); a++) {
      double price = table.close()[a][last];
      if (!Double.isNaN(price)) {
        double none = Double.NaN;
        holdings.add(new Holding(table.assets().get(a), AMOUNT / price, none, none, none));
      }
    }
    if (holdings.isEmpty() || holdings.size() > MOST_ASSETS) {
      throw wrong(
          "--prices: found %d assets with a price on %s, expected 1 to %d; for chosen assets use ballast batch"
              .formatted(holdings.size(), table.dates().get(last), MOST_ASSETS));
    }
    String market = benchmark;
    if (market == null) {
      market = table.column("BTC") >= 0 ? "BTC" : table.assets().get(0);
    }
    Settings s = Settings.standard();
    return new Portfolio(
        PriceArguments.name(prices),
        holdings,
        table,
        new Settings(
            s.currency(), null, LOOKBACK, market, s.riskFree(), s.periodsPerYear(), s.confidence()),
        "Prices from " + PriceArguments.name(prices));
  }

  private List<WorkbookKind> kinds() {
    if (names.isEmpty()) {
      return WorkbookKinds.all();
    }
    List<WorkbookKind> kinds = new ArrayList<>();
    for (String name : names) {
      kinds.add(
          WorkbookKinds.find(name)
              .orElseThrow(
                  () ->
                      wrong(
                          "found the workbook %s, expected one of: %s"
                              .formatted(
                                  name,
                                  WorkbookKinds.all().stream()
                                      .map(WorkbookKind::name)
                                      .collect(Collectors.joining(", "))))));
    }
    return kinds;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
