package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of prices in several currencies, one folder of one file an asset. */
class CurrencyMixTest {
  @TempDir Path folder;

  private void write(String name, double first, double second) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "date,close\n2024-01-01,%s\n2024-01-02,%s\n".formatted(first, second));
  }

  private List<String> mixes() throws Exception {
    return PriceReader.read(folder).findings().stream()
        .map(f -> f.severity() + " " + f.what() + "; " + f.action())
        .filter(f -> f.contains("currenc"))
        .toList();
  }

  @Test
  void dollarsAndTheirTokensAreOneCurrency() throws Exception {
    write("BTCUSDT.csv", 42000, 43000);
    write("ETH-USD.csv", 2300, 2400);
    write("SOL-USDC.csv", 100, 101);
    assertEquals(List.of(), mixes());
    assertEquals(List.of("BTC", "ETH", "SOL"), PriceReader.read(folder).table().assets());
  }

  @Test
  void twoCurrenciesAreAWarning() throws Exception {
    write("BTCUSDT.csv", 42000, 43000);
    write("ETH-EUR.csv", 2100, 2200);
    assertEquals(
        List.of(
            "WARNING prices in different currencies: EUR, USD; kept as they are: convert them"
                + " before comparing assets"),
        mixes());
    assertEquals(List.of("BTC", "ETH"), PriceReader.read(folder).table().assets());
  }

  @Test
  void anAssetInTwoCurrenciesIsTwo() throws Exception {
    write("BTCUSDT.csv", 42000, 43000);
    write("BTC-EUR.csv", 38000, 39000);
    PriceTable table = PriceReader.read(folder).table();
    assertEquals(List.of("BTC-EUR", "BTC-USDT"), table.assets().stream().sorted().toList());
    assertArrayEquals(new double[] {38000, 39000}, table.close()[table.column("BTC-EUR")]);
    assertArrayEquals(new double[] {42000, 43000}, table.close()[table.column("BTC-USDT")]);
    assertEquals(1, mixes().size());
  }

  @Test
  void anAssetInTwoDollarsIsOneAndItsPricesMustAgree() throws Exception {
    write("BTCUSDT.csv", 42000, 43000);
    write("BTC-USD.csv", 42000, 43000);
    assertEquals(List.of("BTC"), PriceReader.read(folder).table().assets());
    write("BTC-USD.csv", 42000, 43010);
    String refusal =
        assertThrows(MarketException.class, () -> PriceReader.read(folder)).getMessage();
    assertTrue(refusal.contains("43000") && refusal.contains("43010"), refusal);
  }
}
