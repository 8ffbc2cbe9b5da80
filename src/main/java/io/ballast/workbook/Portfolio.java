package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * What a workbook is made from.
 *
 * @param id what tells the portfolio from others
 * @param name as people read it, such as the client's
 * @param holdings at least one, each asset once
 * @param prices a table with at least the assets held and the benchmark
 * @param settings the assumptions
 * @param source where the prices come from, as the sheets show it, such as "Synthetic sample data"
 */
public record Portfolio(
    String id,
    String name,
    List<Holding> holdings,
    PriceTable prices,
    Settings settings,
    String source) {
  /** Named by its id. */
  public Portfolio(
      String id, List<Holding> holdings, PriceTable prices, Settings settings, String source) {
    this(id, id, holdings, prices, settings, source);
  }

  /** The same with other assumptions. */
  public Portfolio with(Settings others) {
    return new Portfolio(id, name, holdings, prices, others, source);
  }
}
