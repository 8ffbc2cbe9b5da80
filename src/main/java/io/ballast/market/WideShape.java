package io.ballast.market;

import java.util.ArrayList;
import java.util.List;

/** A date column, and a column of closing prices for each asset under the asset's name. */
final class WideShape implements PriceShape {
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
