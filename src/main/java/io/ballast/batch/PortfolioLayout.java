package io.ballast.batch;

import io.ballast.market.Finding;
import io.ballast.market.MarketException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Where the columns of a portfolio file are. */
public final class PortfolioLayout implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] positions = new int[PortfolioColumn.values().length];
  private final ArrayList<Finding> findings = new ArrayList<>();

  /**
   * Finds the columns, in any order and case.
   *
   * @param file its name, for messages
   * @param header the names of its columns
   * @throws MarketException if a required column is not there or any is there twice
   */
  public PortfolioLayout(String file, List<String> header) throws MarketException {
    Arrays.fill(positions, -1);
    Map<PortfolioColumn, Integer> found = PortfolioColumn.find(file, header, findings);
    found.forEach((column, position) -> positions[column.ordinal()] = position);
  }

  /** What is odd in the header: a finding for each column that is not known. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * A row of the file.
   *
   * @param line its row in the file, counted from 1 with the header
   * @param fields as many as the header has names
   */
  public PortfolioRow row(long line, String[] fields) {
    String[] text = new String[positions.length];
    for (int i = 0; i < text.length; i++) {
      text[i] = positions[i] < 0 ? "" : fields[positions[i]];
    }
    return new PortfolioRow(line, text);
  }
}
