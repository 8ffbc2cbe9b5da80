package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.MarketException;
import io.ballast.workbook.LimitSet;
import io.ballast.workbook.LimitState;
import io.ballast.workbook.RiskLimit;
import io.ballast.workbook.RiskProfile;
import io.ballast.workbook.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients, their limits, and what changed since the report before. */
class AdvisoryTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), text);
  }

  private Clients clients(String text) throws Exception {
    return Clients.read(file("clients.csv", text), "USD", List.of("BTC", "ETH"));
  }

  private void refuses(String message, String text) {
    MarketException e = assertThrows(MarketException.class, () -> clients(text));
    assertEquals(message, e.getMessage());
  }

  @Test
  void aClientChoosesProfileAndBenchmark() throws Exception {
    Clients clients = clients("ID,Name,Profile,Benchmark\nP1,Ann Smith,growth,ETH\nP2,,,\n");
    PortfolioRules rules = new PortfolioRules(Settings.standard(), "test", clients, false, false);
    assertEquals("Ann Smith", clients.of("P1").name());
    assertEquals(RiskProfile.GROWTH, rules.settings("P1").profile());
    assertEquals("ETH", rules.settings("P1").benchmark());
    for (String other : List.of("P2", "P3")) {
      assertEquals(other, clients.of(other).name());
      assertEquals(RiskProfile.BALANCED, rules.settings(other).profile());
      assertEquals("BTC", rules.settings(other).benchmark());
    }
  }

  @Test
  void aFaultInTheClientsNamesItsRowAndColumn() {
    refuses(
        "clients.csv: row 3, profile: found wild, expected Cautious, Balanced, Growth, Speculative",
        "id,profile\nP1,Cautious\nP2,wild\n");
    refuses("clients.csv: row 3, id: found P1, expected each client once", "id,name\nP1,A\nP1,B\n");
    refuses(
        "clients.csv: row 2, currency: found EUR, expected USD, the currency of the prices",
        "id,currency\nP1,EUR\n");
    refuses(
        "clients.csv: row 2, previous: found gone, expected a folder with alerts.csv of an earlier"
            + " run",
        "id,previous\nP1,gone\n");
    refuses(
        "clients.csv: found no column id in the header, expected the portfolios' ids",
        "name,adviser\nA,B\n");
  }

  @Test
  void ownLimitsReplaceTheDefaultsOfTheirProfilesAlone() throws Exception {
    LimitSet limits =
        LimitReader.read(
            file("limits.csv", "limit,Balanced,Growth\nlargest_weight,0.2,\nHEAT,,0.5\n"));
    assertEquals(0.2, limits.of(RiskLimit.LARGEST_WEIGHT, RiskProfile.BALANCED));
    assertEquals(
        LimitSet.standard().of(RiskLimit.LARGEST_WEIGHT, RiskProfile.GROWTH),
        limits.of(RiskLimit.LARGEST_WEIGHT, RiskProfile.GROWTH));
    assertEquals(0.5, limits.of(RiskLimit.HEAT, RiskProfile.GROWTH));
    for (String faulty :
        List.of("limit,Balanced\nnope,1\n", "limit,Balanced\nheat,-1\n", "limit,Wild\nheat,1\n")) {
      Path path = file("limits.csv", faulty);
      assertThrows(MarketException.class, () -> LimitReader.read(path), faulty);
    }
  }

  private static WorkbookResult result(LimitState... limits) {
    return new WorkbookResult(
        "P1", "diversification", "P1.xlsx", List.of(), List.of(limits), 0, 1, List.of());
  }

  private static LimitState limit(String name, String status) {
    return new LimitState(name, 0.5, 0.4, 1.25, status, status.equals("OK") ? "" : "Sell.");
  }

  @Test
  void alertsTellSinceWhenAndWhatChanged() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    new Alerts(Clients.none())
        .write(
            first,
            List.of(
                result(
                    limit("A", "WATCH"),
                    limit("B", "BREACH"),
                    limit("C", "BREACH"),
                    limit("D", "OK"),
                    limit("E", "WATCH"))),
            "2024-01-31");
    Path second = Files.createDirectories(folder.resolve("second"));
    int alerts =
        new Alerts(clients("id,name,adviser,previous\nP1,Ann,Bo,first\n"))
            .write(
                second,
                List.of(
                    result(
                        limit("A", "BREACH"),
                        limit("B", "WATCH"),
                        limit("C", "BREACH"),
                        limit("D", "WATCH"),
                        limit("E", "OK"))),
                "2024-02-29");
    assertEquals(4, alerts);
    List<String> lines = Files.readAllLines(second.resolve(Alerts.FILE));
    assertEquals(6, lines.size());
    assertEquals(
        "P1,Ann,Bo,diversification,A,0.5,0.4,1.25,BREACH,2024-01-31,WORSE,Sell.", lines.get(1));
    assertTrue(lines.get(2).contains("B,0.5,0.4,1.25,WATCH,2024-01-31,BETTER"));
    assertTrue(lines.get(3).contains("BREACH,2024-01-31,SAME"));
    assertTrue(lines.get(4).contains("WATCH,2024-02-29,NEW"));
    assertTrue(lines.get(5).contains("OK,2024-02-29,CLEARED"));
  }
}
