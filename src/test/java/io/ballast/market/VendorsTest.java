package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.VendorFiles.Day;
import io.ballast.market.VendorFiles.VendorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** One market in the shape of every vendor: it is recognised, and always gives the same prices. */
class VendorsTest {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyVendorGivesTheSamePrices() {
    return VendorFiles.all().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getValue())));
  }

  private void check(VendorFile file) throws Exception {
    Path path = folder.resolve(file.name());
    Files.write(path, file.content());
    PriceReading reading = PriceReader.read(path);
    assertEquals(file.layout(), reading.files().get(0).layout());
    PriceTable table = reading.table();
    int btc = table.column("BTC");
    assertTrue(btc >= 0, table.assets().toString());
    List<Day> days = VendorFiles.days();
    assertEquals(days.stream().map(Day::date).toList(), table.dates());
    boolean fred = file.layout().equals("FRED");
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      assertEquals(fred && i == 5 ? Double.NaN : day.close(), table.close()[btc][i]);
      if (table.hasBars()) {
        assertEquals(day.open(), table.open()[btc][i]);
        assertEquals(day.high(), table.high()[btc][i]);
        assertEquals(day.low(), table.low()[btc][i]);
      }
      if (table.volume() != null) {
        assertEquals(day.volume(), table.volume()[btc][i], 1e-6);
      }
    }
    boolean closesAlone =
        List.of("CoinGecko", "FRED", "wide table").contains(file.layout())
            || file.name().endsWith(".tsv");
    assertEquals(!closesAlone, table.hasBars());
    assertTrue(
        reading.findings().stream().noneMatch(f -> f.what().contains("suspected")),
        reading.findings().toString());
  }
}
