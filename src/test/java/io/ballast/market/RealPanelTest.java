package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real daily prices, which may not be part of the project: read where they are there. */
class RealPanelTest {
  private static final Path PANEL = panel();

  private static Path panel() {
    Path beside = Path.of("../shared/data/panel");
    return Files.isDirectory(beside) ? beside : Path.of("../../shared/data/panel");
  }

  @BeforeEach
  void realDataIsThere() {
    boolean there = Files.isDirectory(PANEL);
    if (!there) {
      System.out.println("Skipped: no real market data at ../shared/data/panel");
    }
    assumeTrue(there, "no real market data");
  }

  private static double close(PriceTable table, String asset, String date) {
    int row = table.dates().indexOf(LocalDate.parse(date));
    return table.close()[table.column(asset)][row];
  }

  @Test
  void wideTableAndFolderOfBarsGiveTheKnownPrices() throws Exception {
    PriceTable wide = PriceReader.read(PANEL.resolve("daily_close.csv")).table();
    PriceTable bars = PriceReader.read(PANEL.resolve("ohlcv")).table();
    for (PriceTable table : List.of(wide, bars)) {
      assertEquals(10, table.assets().size());
      assertEquals(LocalDate.of(2017, 11, 9), table.dates().get(0));
      assertEquals(LocalDate.of(2021, 12, 31), table.dates().get(table.dates().size() - 1));
      assertEquals(19140.80, close(table, "BTC", "2017-12-17"), 0.005);
      assertEquals(4970.79, close(table, "BTC", "2020-03-12"), 0.005);
    }
    assertTrue(bars.hasBars());
    assertEquals(wide.dates(), bars.dates());
  }

  @Test
  void findingsOfTheRealPanelAreFewAndNameTheirAsset() throws Exception {
    PriceReading reading = PriceReader.read(PANEL.resolve("ohlcv"));
    assertEquals(
        10, reading.findings().stream().filter(f -> f.what().contains("volume_usd")).count());
    assertTrue(reading.findings().size() < 60, reading.findings().toString());
  }
}
