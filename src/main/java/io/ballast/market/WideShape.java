package io.ballast.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A date column, and a column of closing prices for each asset under the asset's name. */
final class WideShape implements PriceShape {
  /** Names that tell that the file has another layout; tickers such as OPEN and HIGH exist. */
  private static final Set<String> OTHER_LAYOUT =
      Set.of("price", "asset", "symbol", "volume", "market_cap", "total_volume", "unix");

  /** Every header can be of this layout: it is tried last. */
  @Override
  public boolean matches(CsvTable file) {
    return true;
  }

  @Override
  public void read(CsvTable file, PriceCollector prices) throws MarketException {
    int dateColumn = IsoDates.column(file);
    int columns = file.header().size();
    if (columns < 2) {
      throw new MarketException(
          file.file() + ": found one column alone, expected a date column and one for each asset");
    }
    List<PriceSeries> series = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      String name = file.header().get(column);
      if (column != dateColumn && Fields.hasControlCharacter(name)) {
        throw new MarketException(
            "%s: header, field %d: found %s, expected an asset's name without control characters"
                .formatted(file.file(), column + 1, Fields.shown(name)));
      }
      if (column != dateColumn && OTHER_LAYOUT.contains(name.toLowerCase(Locale.ROOT))) {
        throw new MarketException(
            ("%s: header, field %d: found %s, expected an asset's name, or the columns date, close"
                    + " (of one asset), or date, asset, close")
                .formatted(file.file(), column + 1, name));
      }
      series.add(column == dateColumn ? null : prices.series(name));
    }
    for (int row = 0; row < file.size(); row++) {
      int day = IsoDates.day(file, row, dateColumn);
      for (int column = 0; column < columns; column++) {
        if (column != dateColumn) {
          prices.add(series.get(column), row, day, PriceCollector.price(file, row, column));
        }
      }
    }
  }
}
