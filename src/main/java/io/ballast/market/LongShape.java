package io.ballast.market;

/** A row for each date and asset: date, asset, close, and perhaps open, high, low, volume. */
final class LongShape implements PriceShape {
  private static final String ASSET = "asset";

  @Override
  public boolean matches(CsvTable file) {
    return file.column(ASSET) >= 0 && file.column(PriceField.CLOSE.label()) >= 0;
  }

  @Override
  public void read(CsvTable file, PriceCollector prices) throws MarketException {
    int dateColumn = IsoDates.column(file);
    int assetColumn = file.column(ASSET);
    BarColumns bars = new BarColumns(file);
    bars.reportUnused(prices, dateColumn, assetColumn);
    for (int row = 0; row < file.size(); row++) {
      String asset = file.row(row)[assetColumn];
      if (asset.isEmpty() || Fields.hasControlCharacter(asset)) {
        throw file.fault(row, assetColumn, "an asset's name without control characters");
      }
      int day = IsoDates.day(file, row, dateColumn);
      prices.add(prices.series(asset), row, day, bars.read(row));
    }
  }
}
