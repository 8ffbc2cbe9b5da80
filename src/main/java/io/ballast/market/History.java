package io.ballast.market;

/**
 * How much common history some assets have.
 *
 * @param completeRows dates on which every asset has a price
 * @param completeReturns dates on which every asset has a price and had one on the date before
 * @param limitingAsset the asset with the fewest priced dates, the one priced latest among equals;
 *     null if every asset is priced on every date
 */
public record History(int completeRows, int completeReturns, String limitingAsset) {}
