package io.ballast.batch;

import io.ballast.market.Fields;
import io.ballast.market.Finding;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Holding;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes a portfolio of its rows, as {@link PortfolioReader} says. Portfolios do not depend on each
 * other, so any number may be made at once, on any machine.
 */
public final class PortfolioParser implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String CASH = "CASH";

  private final String file;
  private final PriceTable prices;
  private final PortfolioRules rules;
  private final HashMap<String, Integer> priceFindings = new HashMap<>();

  /**
   * @param file the name of the portfolio file, for messages
   * @param prices what the portfolios are valued with; the benchmark of the settings is in it
   * @param findings on the prices
   * @param rules what is allowed, and whose portfolios they are
   * @param money which of {@link #money} the file holds as assets
   */
  public PortfolioParser(
      String file,
      PriceTable prices,
      List<Finding> findings,
      PortfolioRules rules,
      Set<String> money) {
    this.file = file;
    this.rules = rules;
    PriceTable table = prices;
    for (String name : money(rules)) {
      if (money.contains(name) && table.column(name) < 0) {
        table = table.withConstant(name, 1);
      }
    }
    this.prices = table;
    for (Finding finding : findings) {
      if (!finding.asset().isEmpty()) {
        priceFindings.merge(finding.asset(), 1, Integer::sum);
      }
    }
  }

  /** The assets that are money, whose price is 1: CASH and the currency. */
  public static List<String> money(PortfolioRules rules) {
    return List.of(CASH, rules.settings().currency());
  }

  /**
   * The portfolio, or what is wrong with it.
   *
   * @param id the portfolio's, as all rows have it
   * @param rows at least one, in the order of the file
   */
  public PortfolioEntry entry(String id, List<PortfolioRow> rows) {
    PortfolioCheck check = new PortfolioCheck(file, id, prices, rules);
    boolean empty = rows.stream().allMatch(row -> row.asset().isEmpty());
    for (PortfolioRow row : rows) {
      add(check, row, empty);
    }
    return check.entry(priceFindings);
  }

  private void add(PortfolioCheck check, PortfolioRow row, boolean empty) {
    long line = row.line();
    if (!check.acceptsId(line)) {
      return;
    }
    String asset = row.text(PortfolioColumn.ASSET);
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
            row.text(PortfolioColumn.ACCOUNT),
            asset,
            Math.abs(quantity),
            number(check, row, PortfolioColumn.TARGET_WEIGHT, "a weight from 0 to 1 such as 0.25"),
            number(check, row, PortfolioColumn.ENTRY, "a price above 0"),
            number(check, row, PortfolioColumn.STOP, "a price above 0"),
            side(check, row, quantity),
            row.text(PortfolioColumn.CATEGORY),
            row.text(PortfolioColumn.TIER),
            number(check, row, PortfolioColumn.LEVERAGE, "value ÷ margin from 0.1 to 125"),
            number(check, row, PortfolioColumn.SCORE, "a score from 0 to 100"));
    if (check.failures() == failures) {
      check.add(line, position);
    }
  }

  private String quantityExpected() {
    return rules.allowShort() ? "a number of units other than 0" : "a number of units above 0";
  }

  private Holding.Side side(PortfolioCheck check, PortfolioRow row, double quantity) {
    String side = row.text(PortfolioColumn.SIDE);
    boolean isShort = side.equalsIgnoreCase("short");
    boolean known = side.isEmpty() || side.equalsIgnoreCase("long") || isShort;
    if (!known || isShort && !rules.allowShort()) {
      check.fail(
          row.line(),
          PortfolioColumn.SIDE,
          side,
          rules.allowShort() ? "long, short or a blank" : "long or a blank (see --allow-short)");
    }
    if (quantity < 0 && side.equalsIgnoreCase("long")) {
      check.fail(row.line(), PortfolioColumn.SIDE, side, "short, as the quantity is below 0");
    }
    return isShort || quantity < 0 ? Holding.Side.SHORT : Holding.Side.LONG;
  }

  private double number(
      PortfolioCheck check, PortfolioRow row, PortfolioColumn column, String expected) {
    String text = row.text(column);
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
          case LEVERAGE -> value >= Holding.LEAST_LEVERAGE && value <= Holding.MOST_LEVERAGE;
          case SCORE -> value >= 0 && value <= Holding.HIGHEST_SCORE;
          case QUANTITY -> value > 0 || value < 0 && rules.allowShort();
          default -> value > 0;
        };
    if (!fits) {
      check.fail(row.line(), column, text, quantity ? expected : expected + ", or a blank");
    }
    return value;
  }
}
