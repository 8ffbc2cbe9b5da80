package io.ballast.batch;

import io.ballast.workbook.Settings;
import java.io.Serializable;

/**
 * How a portfolio file is read.
 *
 * @param settings for all portfolios, unless the client has others
 * @param source where the prices come from, for the workbooks
 * @param clients whose portfolios they are
 * @param allowShort whether a position may be short
 * @param excludeUnpriced whether a position without a price is left out rather than a fault
 */
public record PortfolioRules(
    Settings settings, String source, Clients clients, boolean allowShort, boolean excludeUnpriced)
    implements Serializable {
  /** Long positions that all have prices, of no clients in particular. */
  public static PortfolioRules standard(Settings settings, String source) {
    return new PortfolioRules(settings, source, Clients.none(), false, false);
  }

  /** The assumptions for a portfolio. */
  Settings settings(String portfolio) {
    Client client = clients.of(portfolio);
    return settings.with(
        client.benchmark().isEmpty() ? settings.benchmark() : client.benchmark(),
        client.profile() == null ? settings.profile() : client.profile());
  }
}
