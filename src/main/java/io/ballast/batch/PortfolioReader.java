package io.ballast.batch;

import io.ballast.market.CsvTable;
import io.ballast.market.MarketException;
import io.ballast.market.PriceReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the portfolio file, a CSV file with a row for each asset of each account of each portfolio.
 *
 * <p>Columns, in any order and case: portfolio, asset, quantity; if wanted account, target_weight,
 * entry (or cost), stop, side, category, tier, leverage, score. Any other column is a finding. Rows
 * of a portfolio need not be together. The same asset in several accounts becomes one holding:
 *
 * <ul>
 *   <li>quantities and target weights are added up;
 *   <li>the entry is the mean weighted by quantity, over the accounts that give one;
 *   <li>different stops become their mean weighted by quantity, which keeps the money at risk, Σ
 *       units·(price − stop); if an account has none, the holding has none, so that its whole value
 *       counts as at risk. Both are findings;
 *   <li>different leverages L become Σ units ÷ Σ (units ÷ L), which keeps the margin, where an
 *       account without one has 1; that is a finding;
 *   <li>the score of an asset is one: two different ones are a failure.
 * </ul>
 *
 * <p>The same asset of the same account again is a finding and counted once if the rows are equal,
 * else a failure. A portfolio fails when a row of it has no known asset, no quantity above 0, a
 * target weight outside 0 to 1, an entry or stop not above 0, a leverage outside 0.1 to 125, a
 * score outside 0 to 100; when an asset has no price on the as-of date; or when there are fewer
 * than {@value #FEWEST_RETURNS} returns that all its assets and the benchmark have in common: below
 * that the standard error of a volatility, σ/√(2n), is above 13 % of it, and the covariance of ten
 * assets is close to singular.
 */
public final class PortfolioReader {
  /** The fewest common returns that a workbook is made from. */
  public static final int FEWEST_RETURNS = 30;

  private PortfolioReader() {}

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
    CsvTable file = CsvTable.read(path);
    PortfolioLayout layout = new PortfolioLayout(file.file(), file.header());
    Map<String, List<PortfolioRow>> portfolios = new LinkedHashMap<>();
    Set<String> assets = new HashSet<>();
    for (int i = 0; i < file.size(); i++) {
      PortfolioRow row = layout.row(file.line(i), file.row(i));
      assets.add(row.asset());
      portfolios.computeIfAbsent(row.portfolio(), id -> new ArrayList<>()).add(row);
    }
    PortfolioParser parser =
        new PortfolioParser(file.file(), prices.table(), prices.findings(), rules, assets);
    List<PortfolioEntry> entries = new ArrayList<>();
    portfolios.forEach((id, rows) -> entries.add(parser.entry(id, rows)));
    return new PortfolioReading(List.copyOf(entries), layout.findings());
  }
}
