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

  private static final String ESTABLISHED = "Established";
  private static final String PROMISING = "Promising";
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
            holding("BTC", 0.5, 0.35, 61200, 66500, "Currency", ESTABLISHED),
            holding("ETH", 5, 0.15, 3050, 2600, "Smart contracts", ESTABLISHED),
            holding("SOL", 60, 0.1, 205, none, "Smart contracts", PROMISING),
            holding("BNB", 12, 0.1, 560, none, "Exchange", ESTABLISHED),
            holding("XRP", 6000, 0.05, 0.92, 0.95, "Currency", ESTABLISHED),
            holding("DOGE", 25000, 0.05, 0.31, none, "Meme", PROMISING),
            holding("PAXG", 4, 0.1, 2380, 2300, "Gold", ESTABLISHED),
            holding("USDC", 10000, 0.1, 1, none, "Stablecoin", ESTABLISHED)),
        prices(),
        new Settings("USD", null, 730, "BTC", 0.02, 365, 0.95),
        SOURCE);
  }

  /**
   * Copies a bundled file to a folder.
   *
   * @param name of the bundled file: {@code close.csv}, {@code ohlcv.csv} or {@code portfolios.csv}
   * @param folder is there already
   * @param as the name of the copy; a file of that name is replaced
   * @return the copy
   * @throws IOException if the folder cannot be written to
   */
  public static Path copy(String name, Path folder, String as) throws IOException {
    Path target = folder.resolve(as);
    try (InputStream in = SampleMarket.class.getResourceAsStream(FOLDER + name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private static Holding holding(
      String asset,
      double quantity,
      double target,
      double entry,
      double stop,
      String category,
      String tier) {
    return new Holding(asset, quantity, target, entry, stop, Holding.Side.LONG, category, tier);
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
