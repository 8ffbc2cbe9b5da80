package io.ballast.batch;

import io.ballast.market.Finding;
import java.util.List;

/**
 * What a portfolio file gave.
 *
 * @param entries the portfolios, in order of first appearance
 * @param findings what is odd in the file itself
 */
public record PortfolioReading(List<PortfolioEntry> entries, List<Finding> findings) {}
