package io.ballast.market;

import java.util.List;

/**
 * What price files gave.
 *
 * @param table the prices and what a person should know before trusting a figure
 * @param files what was read, in order
 */
public record PriceReading(PriceTable table, List<PriceFile> files) {
  /** The findings of the table. */
  public List<Finding> findings() {
    return table.findings();
  }
}
