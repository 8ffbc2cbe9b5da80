package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * What a workbook is made from.
 *
 * @param id the portfolio's name
 * @param holdings at least one, each asset once
 * @param prices a table with at least the assets held and the benchmark
 * @param settings the assumptions
 * @param source where the prices come from, as the sheets show it, such as "Synthetic sample data"
 */
public record Portfolio(
    String id, List<Holding> holdings, PriceTable prices, Settings settings, String source) {}
