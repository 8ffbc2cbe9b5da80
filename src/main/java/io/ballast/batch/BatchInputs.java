package io.ballast.batch;

import io.ballast.market.Fields;
import io.ballast.market.MarketException;
import io.ballast.market.PriceReader;
import io.ballast.market.PriceReading;
import io.ballast.market.PriceTable;
import io.ballast.workbook.LimitSet;
import io.ballast.workbook.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What all portfolios of a batch have in common.
 *
 * @param market the prices and what is odd in them
 * @param rules how the portfolio file is read
 */
public record BatchInputs(PriceReading market, PortfolioRules rules) {
  /**
   * Reads the files.
   *
   * @param request what is asked for, with the paths of files on this machine
   * @throws OptionException if an option does not fit the prices
   * @throws MarketException if a file cannot be used
   */
  public static BatchInputs read(BatchRequest request) throws MarketException, IOException {
    return of(PriceReader.read(paths(request), request.priceOptions(), done -> {}), request);
  }

  /**
   * Reads the other files.
   *
   * @param market the prices of the request, read before
   * @throws OptionException if an option does not fit the prices
   * @throws MarketException if bars are shorter than a day, or a file cannot be used
   */
  public static BatchInputs of(PriceReading market, BatchRequest request)
      throws MarketException, IOException {
    if (!market.table().isDaily()) {
      throw new MarketException(
          request.prices().get(0)
              + ": found bars shorter than a day, expected daily prices, or --daily to make them");
    }
    check(market.table(), request.settings());
    Settings settings =
        request
            .settings()
            .with(
                request.limits() == null
                    ? LimitSet.standard()
                    : LimitReader.read(Path.of(request.limits())));
    Clients clients =
        request.clients() == null
            ? Clients.none()
            : Clients.read(
                Path.of(request.clients()), settings.currency(), market.table().assets());
    return new BatchInputs(
        market,
        new PortfolioRules(
            settings,
            "Prices from " + name(paths(request)),
            clients,
            request.allowShort(),
            request.excludeUnpriced()));
  }

  private static List<Path> paths(BatchRequest request) {
    return request.prices().stream().map(Path::of).toList();
  }

  private static String name(List<Path> files) throws IOException {
    String name = files.get(0).toRealPath().getFileName().toString();
    return files.size() == 1 ? name : name + " and " + (files.size() - 1) + " more";
  }

  private static void check(PriceTable table, Settings settings) throws OptionException {
    if (table.column(settings.benchmark()) < 0) {
      throw new OptionException(
          "--benchmark: found %s, expected an asset of the prices: %s"
              .formatted(Fields.shown(settings.benchmark()), String.join(", ", table.assets())));
    }
    LocalDate asOf = settings.asOf();
    LocalDate first = table.dates().get(0);
    LocalDate last = table.dates().get(table.dates().size() - 1);
    if (asOf != null && (asOf.isBefore(first) || asOf.isAfter(last))) {
      throw new OptionException(
          "--as-of: found %s, expected a date of the prices, from %s to %s"
              .formatted(asOf, first, last));
    }
  }

  /** The date of the workbooks. */
  private String date() {
    PriceTable table = market.table();
    return table.dates().get(table.lastDate(rules.settings().asOf())).toString();
  }

  /**
   * Writes the reports of a batch.
   *
   * @param folder where to
   * @param results what became of each workbook
   * @param read the portfolios, of which only ids and findings are used
   * @param seconds how long the workbooks took
   * @throws MarketException if the report before cannot be read
   * @throws DiskFullException if there is no more room
   * @throws ReportException if reports cannot be written; all others are
   */
  public BatchOutcome report(
      Path folder, List<WorkbookResult> results, PortfolioReading read, double seconds)
      throws MarketException, IOException {
    Clients clients = rules.clients();
    List<IOException> failures = new ArrayList<>();
    attempt(failures, folder, () -> BatchReports.writeSummary(folder, results, clients));
    int alerts =
        attempt(failures, folder, () -> new Alerts(clients).write(folder, results, date()));
    attempt(failures, folder, () -> new BatchIndex(clients).write(folder, results, date()));
    attempt(failures, folder, () -> BatchReports.writeFailures(folder, results));
    int findings =
        attempt(
            failures, folder, () -> BatchReports.writeFindings(folder, market.findings(), read));
    if (!failures.isEmpty()) {
      throw new ReportException(failures);
    }
    return new BatchOutcome(results, findings, alerts, seconds);
  }

  private interface Report {
    /** Writes it; tells how many rows it has that matter to the outcome. */
    int write() throws MarketException, IOException;
  }

  private static int attempt(List<IOException> failures, Path folder, Report report)
      throws MarketException, DiskFullException {
    try {
      return report.write();
    } catch (IOException e) {
      DiskFullException.check(folder, e);
      failures.add(e);
      return 0;
    }
  }
}
