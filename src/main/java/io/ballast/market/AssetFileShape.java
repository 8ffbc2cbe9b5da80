package io.ballast.market;

/** A file of one asset, which its name gives: date, close, and perhaps open, high, low, volume. */
final class AssetFileShape implements PriceShape {
  @Override
  public boolean matches(CsvTable file) {
    return file.column(PriceField.CLOSE.label()) >= 0;
  }

  @Override
  public void read(CsvTable file, PriceCollector prices) throws MarketException {
    int dateColumn = IsoDates.column(file);
    BarColumns bars = new BarColumns(file);
    bars.reportUnused(prices, dateColumn);
    PriceSeries series = prices.series(asset(file.file()));
    for (int row = 0; row < file.size(); row++) {
      prices.add(series, row, IsoDates.day(file, row, dateColumn), bars.read(row));
    }
  }

  private static String asset(String fileName) throws MarketException {
    int dot = fileName.lastIndexOf('.');
    String name = (dot > 0 ? fileName.substring(0, dot) : fileName).strip();
    if (name.isEmpty() || Fields.hasControlCharacter(name)) {
      throw new MarketException(
          Fields.shown(fileName)
              + ": found no asset's name in the file's name, expected one such as BTC.csv");
    }
    return name;
  }
}
