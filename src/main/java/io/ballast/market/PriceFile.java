package io.ballast.market;

import java.time.LocalDate;
import java.util.List;

/**
 * A price file as it was read.
 *
 * @param file its name
 * @param layout what it was recognised as, such as "Binance klines"
 * @param assets the assets in it
 * @param rows how many rows with a time it has
 * @param first the first date
 * @param last the last date
 */
public record PriceFile(
    String file, String layout, List<String> assets, long rows, LocalDate first, LocalDate last) {}
