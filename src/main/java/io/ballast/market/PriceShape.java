package io.ballast.market;

/** A layout in which files hold prices. */
interface PriceShape {
  /** Whether the header is of this layout. */
  boolean matches(CsvTable file);

  /** Hands every price of the file to the collector. */
  void read(CsvTable file, PriceCollector prices) throws MarketException;
}
