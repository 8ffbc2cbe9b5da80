package io.ballast.batch;

import io.ballast.market.CsvTable;
import io.ballast.market.MarketException;
import io.ballast.workbook.LimitState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits that are breached or near, in a file with one row each, and what changed since the
 * report before: NEW, WORSE, BETTER, SAME, or CLEARED for an alert that is no more.
 */
public final class Alerts {
  /** The file's name. */
  public static final String FILE = "alerts.csv";

  private static final List<String> HEADER =
      List.of(
          "portfolio",
          "client",
          "adviser",
          "workbook",
          "limit",
          "now",
          "in_force",
          "used",
          "status",
          "since",
          "change",
          "action");

  private final Clients clients;
  private final Map<Path, Map<Key, Earlier>> reports = new HashMap<>();

  private record Key(String portfolio, String workbook, String limit) {}

  private record Earlier(String status, String since) {}

  public Alerts(Clients clients) {
    this.clients = clients;
  }

  /**
   * Writes the file.
   *
   * @param asOf the date of the report
   * @return how many alerts there are
   * @throws MarketException if an earlier report cannot be read
   */
  public int write(Path folder, List<WorkbookResult> results, String asOf)
      throws IOException, MarketException {
    List<List<Object>> rows = new ArrayList<>();
    int alerts = 0;
    for (WorkbookResult result : results) {
      if (!result.failed()) {
        List<List<Object>> own = rows(result, asOf);
        alerts += (int) own.stream().filter(row -> !row.get(8).equals("OK")).count();
        rows.addAll(own);
      }
    }
    BatchReports.write(folder.resolve(FILE), HEADER, rows, row -> row);
    return alerts;
  }

  private List<List<Object>> rows(WorkbookResult result, String asOf) throws MarketException {
    Client client = clients.of(result.portfolio());
    Map<Key, Earlier> before = earlier(client);
    List<List<Object>> rows = new ArrayList<>();
    for (LimitState limit : result.limits()) {
      Earlier was =
          before.get(
              new Key(BatchReports.neutral(result.portfolio()), result.workbook(), limit.limit()));
      if (limit.isAlert() || was != null && !was.status().equals("OK")) {
        rows.add(row(client, result, limit, was, asOf));
      }
    }
    return rows;
  }

  private static List<Object> row(
      Client client, WorkbookResult result, LimitState limit, Earlier was, String asOf) {
    boolean known = was != null && !was.status().equals("OK");
    List<Object> row = new ArrayList<>();
    row.add(result.portfolio());
    row.add(client.name());
    row.add(client.adviser());
    row.add(result.workbook());
    row.add(limit.limit());
    row.add(limit.now());
    row.add(limit.inForce());
    row.add(limit.used());
    row.add(limit.status());
    row.add(known && limit.isAlert() ? was.since() : asOf);
    row.add(change(limit, known ? was.status() : "OK"));
    row.add(limit.action());
    return row;
  }

  private static String change(LimitState limit, String before) {
    if (limit.status().equals(before)) {
      return "SAME";
    }
    if (!limit.isAlert()) {
      return "CLEARED";
    }
    return before.equals("OK") ? "NEW" : limit.isBreached() ? "WORSE" : "BETTER";
  }

  private Map<Key, Earlier> earlier(Client client) throws MarketException {
    if (client.previous() == null) {
      return Map.of();
    }
    Path folder = Path.of(client.previous());
    Map<Key, Earlier> known = reports.get(folder);
    if (known == null) {
      known = read(folder.resolve(FILE));
      reports.put(folder, known);
    }
    return known;
  }

  private static Map<Key, Earlier> read(Path path) throws MarketException {
    Map<Key, Earlier> alerts = new LinkedHashMap<>();
    if (!hasRows(path)) {
      return alerts;
    }
    CsvTable file = CsvTable.read(path);
    if (!file.header().equals(HEADER)) {
      throw new MarketException(
          path + ": found another header, expected " + String.join(",", HEADER));
    }
    for (int row = 0; row < file.size(); row++) {
      String[] fields = file.row(row);
      alerts.put(new Key(fields[0], fields[3], fields[4]), new Earlier(fields[8], fields[9]));
    }
    return alerts;
  }

  /** A report without alerts is a header alone. */
  private static boolean hasRows(Path path) throws MarketException {
    try {
      return Files.readAllLines(path).size() > 1;
    } catch (IOException e) {
      throw new MarketException(path + ": found a file that cannot be read: " + e.getMessage());
    }
  }
}
