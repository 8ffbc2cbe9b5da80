package io.ballast.batch;

import io.ballast.market.Fields;
import io.ballast.market.Finding;
import io.ballast.market.MarketException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A column of the portfolio file. */
enum PortfolioColumn {
  PORTFOLIO(true),
  ASSET(true),
  QUANTITY(true),
  ACCOUNT(false),
  TARGET_WEIGHT(false),
  ENTRY(false),
  STOP(false),
  SIDE(false),
  CATEGORY(false),
  TIER(false),
  LEVERAGE(false),
  SCORE(false);

  private final boolean required;

  PortfolioColumn(boolean required) {
    this.required = required;
  }

  /** The name in the header. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where each column is in a file, in any order and case.
   *
   * @param findings is given one for each column that is not known
   * @throws MarketException if a required column is not there or any is there twice
   */
  static Map<PortfolioColumn, Integer> find(
      String file, List<String> header, List<Finding> findings) throws MarketException {
    Map<PortfolioColumn, Integer> result = new EnumMap<>(PortfolioColumn.class);
    for (int i = 0; i < header.size(); i++) {
      PortfolioColumn column = of(header.get(i));
      if (column == null) {
        findings.add(
            new Finding(
                file,
                1,
                null,
                "",
                "the column " + Fields.shown(header.get(i)) + " is not known",
                "not used"));
      } else if (result.put(column, i) != null) {
        throw new MarketException(
            "%s: found the column %s twice in the header, expected it once"
                .formatted(file, column.label()));
      }
    }
    List<String> absent = new ArrayList<>();
    for (PortfolioColumn column : values()) {
      if (column.required && !result.containsKey(column)) {
        absent.add(column.label());
      }
    }
    if (!absent.isEmpty()) {
      throw new MarketException(
          "%s: found no column %s in the header, expected portfolio, asset, quantity"
              .formatted(file, String.join(", ", absent)));
    }
    return result;
  }

  private static PortfolioColumn of(String name) {
    return Arrays.stream(values())
        .filter(column -> column.label().equalsIgnoreCase(name))
        .findFirst()
        .or(() -> name.equalsIgnoreCase("cost") ? Optional.of(ENTRY) : Optional.empty())
        .orElse(null);
  }
}
