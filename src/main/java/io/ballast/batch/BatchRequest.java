package io.ballast.batch;

import io.ballast.market.PriceOptions;
import io.ballast.workbook.Settings;
import java.util.List;

/**
 * What a batch is asked for. Locations are text: those of a cluster, such as {@code
 * hdfs://host/folder}, are no paths of this machine.
 *
 * @param prices files or folders, at least one
 * @param priceOptions how they are read
 * @param portfolios a file
 * @param clients a file, or null
 * @param limits a file, or null
 * @param out the folder for workbooks and reports
 * @param kinds the names of the kinds of workbook
 * @param settings for all portfolios, with the standard limits
 * @param allowShort whether a position may be short
 * @param excludeUnpriced whether a position without a price is left out rather than a fault
 */
public record BatchRequest(
    List<String> prices,
    PriceOptions priceOptions,
    String portfolios,
    String clients,
    String limits,
    String out,
    List<String> kinds,
    Settings settings,
    boolean allowShort,
    boolean excludeUnpriced) {}
