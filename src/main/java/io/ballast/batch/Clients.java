package io.ballast.batch;

import io.ballast.market.CsvTable;
import io.ballast.market.Fields;
import io.ballast.market.MarketException;
import io.ballast.workbook.RiskProfile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The clients of an advisory business, from a CSV file with a row for each.
 *
 * <p>Columns, in any order and case: id (the portfolio's); if wanted name, adviser, profile
 * (Cautious, Balanced, Growth, Speculative), currency (that of the prices), benchmark, previous
 * (the output folder of the report before, from the file's folder on).
 */
public final class Clients implements Serializable {
  private static final long serialVersionUID = 1;

  private static final List<String> COLUMNS =
      List.of("id", "name", "adviser", "profile", "currency", "benchmark", "previous");

  private final HashMap<String, Client> clients;

  private Clients(Map<String, Client> clients) {
    this.clients = new HashMap<>(clients);
  }

  /** No clients: every portfolio stands for itself. */
  public static Clients none() {
    return new Clients(Map.of());
  }

  /**
   * Reads a file.
   *
   * @param currency of the prices
   * @param assets that have prices
   * @throws MarketException naming the row and column of the first fault
   */
  public static Clients read(Path path, String currency, List<String> assets)
      throws MarketException {
    CsvTable file = CsvTable.read(path);
    Map<String, Integer> columns = columns(file);
    Map<String, Client> clients = new LinkedHashMap<>();
    for (int row = 0; row < file.size(); row++) {
      Row fields = new Row(file, row, columns);
      String id = fields.text("id");
      if (id.isEmpty()) {
        throw fields.wrong("id", "the id of a portfolio");
      }
      String paid = fields.text("currency");
      if (!paid.isEmpty() && !paid.equalsIgnoreCase(currency)) {
        throw fields.wrong("currency", currency + ", the currency of the prices");
      }
      String benchmark = fields.text("benchmark");
      if (!benchmark.isEmpty() && !assets.contains(benchmark)) {
        throw fields.wrong("benchmark", Suggestion.expected(benchmark, assets));
      }
      String name = fields.text("name");
      Client client =
          new Client(
              id,
              name.isEmpty() ? id : name,
              fields.text("adviser"),
              profile(fields),
              benchmark,
              previous(fields, path));
      if (clients.put(id, client) != null) {
        throw fields.wrong("id", "each client once");
      }
    }
    return new Clients(clients);
  }

  private static RiskProfile profile(Row fields) throws MarketException {
    String word = fields.text("profile");
    if (word.isEmpty()) {
      return null;
    }
    return RiskProfile.find(word)
        .orElseThrow(() -> fields.wrong("profile", String.join(", ", RiskProfile.words())));
  }

  private static String previous(Row fields, Path path) throws MarketException {
    String text = fields.text("previous");
    if (text.isEmpty()) {
      return null;
    }
    Path folder = path.toAbsolutePath().resolveSibling(text);
    if (!Files.isRegularFile(folder.resolve(Alerts.FILE))) {
      throw fields.wrong("previous", "a folder with " + Alerts.FILE + " of an earlier run");
    }
    return folder.toString();
  }

  private record Row(CsvTable file, int row, Map<String, Integer> columns) {
    String text(String column) {
      Integer index = columns.get(column);
      return index == null ? "" : file.row(row)[index];
    }

    MarketException wrong(String column, String expected) {
      return new MarketException(
          "%s: row %d, %s: found %s, expected %s"
              .formatted(
                  file.file(), file.line(row), column, Fields.shown(text(column)), expected));
    }
  }

  private static Map<String, Integer> columns(CsvTable file) throws MarketException {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < file.header().size(); i++) {
      String name = file.header().get(i).toLowerCase(Locale.ROOT);
      if (!COLUMNS.contains(name) || columns.put(name, i) != null) {
        throw new MarketException(
            "%s: found the column %s in the header, expected each of %s at most once"
                .formatted(
                    file.file(), Fields.shown(file.header().get(i)), String.join(", ", COLUMNS)));
      }
    }
    if (!columns.containsKey("id")) {
      throw new MarketException(
          file.file() + ": found no column id in the header, expected the portfolios' ids");
    }
    return columns;
  }

  /** The client of a portfolio. */
  Client of(String portfolio) {
    return clients.getOrDefault(portfolio, Client.unknown(portfolio));
  }
}
