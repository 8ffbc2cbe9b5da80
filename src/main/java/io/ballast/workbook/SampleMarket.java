package io.ballast.workbook;

import io.ballast.market.MarketException;
import io.ballast.market.PriceReader;
import io.ballast.market.PriceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The bundled synthetic market: made up, not the prices of any real asset. */
public final class SampleMarket {
  /** What every sheet says that shows these prices. */
  public static final String SOURCE = "Synthetic sample data: no real prices";

  private static final String FOLDER = "/io/ballast/sample/";

  private SampleMarket() {}

  /** Daily open, high, low, close and volume of ten assets, 2022 to 2024. */
  public static PriceTable prices() {
    return read("ohlcv.csv");
  }

  /** A portfolio of eight assets for the bundled templates. */
  public static Portfolio portfolio() {
    double none = Double.NaN;
    return new Portfolio(
        "Sample",
        List.of(
            new Holding("BTC", 0.5, 0.35, 61200, 66500),
            new Holding("ETH", 5, 0.15, 3050, 2600),
            new Holding("SOL", 60, 0.1, 205, none),
            new Holding("BNB", 12, 0.1, 560, none),
            new Holding("XRP", 6000, 0.05, 0.92, 0.95),
            new Holding("DOGE", 25000, 0.05, 0.31, none),
            new Holding("PAXG", 4, 0.1, 2380, 2300),
            new Holding("USDC", 10000, 0.1, 1, none)),
        prices(),
        new Settings("USD", null, 730, "BTC", 0.02, 365, 0.95),
        SOURCE);
  }

  /**
   * Copies a bundled file to a folder.
   *
   * @param name of the bundled file: {@code close.csv}, {@code ohlcv.csv} or {@code portfolios.csv}
   * @param folder is there already
   * @param as the name of the copy
   */
  public static Path copy(String name, Path folder, String as) throws IOException {
    Path target = folder.resolve(as);
    try (InputStream in = SampleMarket.class.getResourceAsStream(FOLDER + name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private static PriceTable read(String name) {
    try {
      Path folder = Files.createTempDirectory("ballast");
      Path file = copy(name, folder, name);
      try {
        return PriceReader.read(file).table();
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MarketException e) {
      throw new IllegalStateException(e);
    }
  }
}
