package io.ballast.batch;

import io.ballast.market.CsvTable;
import io.ballast.market.Fields;
import io.ballast.market.Finding;
import io.ballast.market.MarketException;
import io.ballast.market.PriceReading;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Holding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the portfolio file, a CSV file with a row for each asset of each account of each portfolio.
 *
 * <p>Columns, in any order and case: portfolio, asset, quantity; if wanted account, target_weight,
 * entry (or cost), stop, side, category, tier. Any other column is a finding. Rows of a portfolio
 * need not be together. The same asset in several accounts becomes one holding:
 *
 * <ul>
 *   <li>quantities and target weights are added up;
 *   <li>the entry is the mean weighted by quantity, over the accounts that give one;
 *   <li>different stops become their mean weighted by quantity, which keeps the money at risk, Σ
 *       units·(price − stop); if an account has none, the holding has none, so that its whole value
 *       counts as at risk. Both are findings.
 * </ul>
 *
 * <p>The same asset of the same account again is a finding and counted once if the rows are equal,
 * else a failure. A portfolio fails when a row of it has no known asset, no quantity above 0, a
 * target weight outside 0 to 1, an entry or stop not above 0; when an asset has no price on the
 * as-of date; or when there are fewer than {@value #FEWEST_RETURNS} returns that all its assets and
 * the benchmark have in common: below that the standard error of a volatility, σ/√(2n), is above 13
 * % of it, and the covariance of ten assets is close to singular.
 */
public final class PortfolioReader {
  /** The fewest common returns that a workbook is made from. */
  public static final int FEWEST_RETURNS = 30;

  private static final String CASH = "CASH";

  private final CsvTable file;
  private final PriceTable prices;
  private final PortfolioRules rules;
  private final Map<PortfolioColumn, Integer> columns;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Integer> priceFindings = new HashMap<>();

  private PortfolioReader(Path path, PriceReading prices, PortfolioRules rules)
      throws MarketException {
    this.file = CsvTable.read(path);
    this.rules = rules;
    this.columns = PortfolioColumn.find(file, findings);
    this.prices = withCash(prices.table());
    for (Finding finding : prices.findings()) {
      if (!finding.asset().isEmpty()) {
        priceFindings.merge(finding.asset(), 1, Integer::sum);
      }
    }
  }

  /**
   * Reads a portfolio file.
   *
   * @param path the file
   * @param prices what the portfolios are valued with; the benchmark of the settings is in it
   * @param rules what is allowed, and whose portfolios they are
   * @throws MarketException if the file as a whole cannot be used
   */
  public static PortfolioReading read(Path path, PriceReading prices, PortfolioRules rules)
      throws MarketException {
    return new PortfolioReader(path, prices, rules).read();
  }

  /** Cash is an asset whose price is 1: it is held under CASH or the currency's code. */
  private PriceTable withCash(PriceTable table) {
    String currency = rules.settings().currency();
    PriceTable result = table;
    for (String name : new String[] {CASH, currency}) {
      boolean held = false;
      for (int row = 0; row < file.size(); row++) {
        held |= text(row, PortfolioColumn.ASSET).equals(name);
      }
      if (held && table.column(name) < 0) {
        result = result.withConstant(name, 1);
      }
    }
    return result;
  }

  private PortfolioReading read() {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < file.size(); row++) {
      rows.computeIfAbsent(text(row, PortfolioColumn.PORTFOLIO), id -> new ArrayList<>()).add(row);
    }
    List<PortfolioEntry> entries = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> group : rows.entrySet()) {
      PortfolioCheck check = new PortfolioCheck(file.file(), group.getKey(), prices, rules);
      boolean empty =
          group.getValue().stream().allMatch(row -> text(row, PortfolioColumn.ASSET).isEmpty());
      for (int row : group.getValue()) {
        add(check, row, empty);
      }
      entries.add(check.entry(priceFindings));
    }
    return new PortfolioReading(List.copyOf(entries), List.copyOf(findings));
  }

  private void add(PortfolioCheck check, int row, boolean empty) {
    long line = file.line(row);
    if (!check.acceptsId(line)) {
      return;
    }
    String asset = text(row, PortfolioColumn.ASSET);
    int failures = check.failures();
    if (asset.isEmpty()) {
      check.fail(
          line,
          PortfolioColumn.ASSET,
          "",
          empty ? "an asset: the portfolio is empty" : "an asset of the prices");
      if (empty) {
        return;
      }
    } else {
      check.checkAsset(line, asset);
    }
    double quantity = number(check, row, PortfolioColumn.QUANTITY, quantityExpected());
    Position position =
        new Position(
            text(row, PortfolioColumn.ACCOUNT),
            asset,
            Math.abs(quantity),
            number(check, row, PortfolioColumn.TARGET_WEIGHT, "a weight from 0 to 1 such as 0.25"),
            number(check, row, PortfolioColumn.ENTRY, "a price above 0"),
            number(check, row, PortfolioColumn.STOP, "a price above 0"),
            side(check, row, quantity),
            text(row, PortfolioColumn.CATEGORY),
            text(row, PortfolioColumn.TIER));
    if (check.failures() == failures) {
      check.add(line, position);
    }
  }

  private String quantityExpected() {
    return rules.allowShort() ? "a number of units other than 0" : "a number of units above 0";
  }

  private Holding.Side side(PortfolioCheck check, int row, double quantity) {
    String side = text(row, PortfolioColumn.SIDE);
    boolean isShort = side.equalsIgnoreCase("short");
    boolean known = side.isEmpty() || side.equalsIgnoreCase("long") || isShort;
    if (!known || isShort && !rules.allowShort()) {
      check.fail(
          file.line(row),
          PortfolioColumn.SIDE,
          side,
          rules.allowShort() ? "long, short or a blank" : "long or a blank (see --allow-short)");
    }
    if (quantity < 0 && side.equalsIgnoreCase("long")) {
      check.fail(file.line(row), PortfolioColumn.SIDE, side, "short, as the quantity is below 0");
    }
    return isShort || quantity < 0 ? Holding.Side.SHORT : Holding.Side.LONG;
  }

  private String text(int row, PortfolioColumn column) {
    Integer index = columns.get(column);
    return index == null ? "" : file.row(row)[index];
  }

  private double number(PortfolioCheck check, int row, PortfolioColumn column, String expected) {
    String text = text(row, column);
    boolean quantity = column == PortfolioColumn.QUANTITY;
    if (!quantity && Fields.isMissing(text)) {
      return Double.NaN;
    }
    double value;
    try {
      value = Fields.number(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    boolean fits =
        switch (column) {
          case TARGET_WEIGHT -> value >= 0 && value <= 1;
          case QUANTITY -> value > 0 || value < 0 && rules.allowShort();
          default -> value > 0;
        };
    if (!fits) {
      check.fail(file.line(row), column, text, quantity ? expected : expected + ", or a blank");
    }
    return value;
  }
}
