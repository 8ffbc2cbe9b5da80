package io.ballast.batch;

import io.ballast.market.Finding;
import io.ballast.workbook.Portfolio;
import java.util.List;

/**
 * A portfolio as the portfolio file gives it.
 *
 * @param id its id, empty for the rows without one
 * @param portfolio null if there are failures
 * @param failures all its faults, in order of row
 * @param findings what is odd in its rows
 * @param priceFindings how many findings the prices of its assets have
 * @param pricedShare the share of its positions that have a price: of their cost where each has
 *     one, else of their number
 */
public record PortfolioEntry(
    String id,
    Portfolio portfolio,
    List<PortfolioFailure> failures,
    List<Finding> findings,
    int priceFindings,
    double pricedShare) {}
