package io.ballast.batch;

import java.io.Serializable;

/**
 * A row of the portfolio file, as text.
 *
 * @param line its row in the file, counted from 1 with the header
 * @param fields one for each {@link PortfolioColumn}, empty where the file has no such column
 */
public record PortfolioRow(long line, String[] fields) implements Serializable {
  /** The portfolio that it belongs to. */
  public String portfolio() {
    return text(PortfolioColumn.PORTFOLIO);
  }

  /** What is held. */
  public String asset() {
    return text(PortfolioColumn.ASSET);
  }

  String text(PortfolioColumn column) {
    return fields[column.ordinal()];
  }
}
