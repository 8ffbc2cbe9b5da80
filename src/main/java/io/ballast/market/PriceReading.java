package io.ballast.market;

import java.util.List;

/**
 * What a price file or folder gave.
 *
 * @param table the prices
 * @param findings what a person should know before trusting a figure
 */
public record PriceReading(PriceTable table, List<Finding> findings) {}
