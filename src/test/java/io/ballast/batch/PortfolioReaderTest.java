package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.Finding;
import io.ballast.market.MarketException;
import io.ballast.market.PriceReader;
import io.ballast.market.PriceReading;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Holding;
import io.ballast.workbook.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioReaderTest {
  private static final double NAN = Double.NaN;
  private static final String HEADER =
      "portfolio,account,asset,quantity,target_weight,entry,stop\n";

  @TempDir Path folder;

  /** A hundred days of BTC and ETH, NEW from the 90th day on, and GONE up to the 80th. */
  private static PriceReading prices() {
    int days = 100;
    double[][] close = new double[4][days];
    for (int i = 0; i < days; i++) {
      close[0][i] = 100 + i % 7;
      close[1][i] = 10 + i % 5;
      close[2][i] = i < 89 ? NAN : 1 + i % 3;
      close[3][i] = i < 80 ? 1 + i % 3 : NAN;
    }
    LocalDate first = LocalDate.of(2024, 1, 1);
    return new PriceReading(
        new PriceTable(
            first.datesUntil(first.plusDays(days)).toList(),
            List.of("BTC", "ETH", "NEW", "GONE"),
            close,
            null,
            null,
            null,
            null,
            null,
            List.of(new Finding("prices.csv", 0, first, "ETH", "odd", "kept"))),
        List.of());
  }

  private PortfolioReading read(String text) throws IOException, MarketException {
    return read(text, Settings.standard());
  }

  private PortfolioReading read(String text, Settings settings)
      throws IOException, MarketException {
    Path path = Files.writeString(folder.resolve("portfolios.csv"), text);
    return PortfolioReader.read(path, prices(), PortfolioRules.standard(settings, "test"));
  }

  private List<Holding> holdings(String rows) throws Exception {
    return read(HEADER + rows).entries().get(0).portfolio().holdings();
  }

  private List<String> failures(String rows) throws Exception {
    return read(HEADER + rows).entries().stream()
        .flatMap(entry -> entry.failures().stream())
        .map(PortfolioFailure::sentence)
        .toList();
  }

  private List<String> findings(String rows) throws Exception {
    return read(HEADER + rows).entries().stream()
        .flatMap(entry -> entry.findings().stream())
        .map(f -> f.row() + " " + f.asset() + " " + f.what() + "; " + f.action())
        .toList();
  }

  private String refusal(String text) {
    return assertThrows(MarketException.class, () -> read(text)).getMessage();
  }

  @Test
  void columnsMayComeInAnyOrderAndCase() throws Exception {
    PortfolioReading reading = read("Quantity;ASSET;Portfolio\n2;BTC;P\n");
    assertEquals(
        List.of(new Holding("BTC", 2, NAN, NAN, NAN)),
        reading.entries().get(0).portfolio().holdings());
    assertEquals(List.of(), reading.findings());
  }

  @Test
  void unknownColumnsAreFindings() throws Exception {
    assertEquals(
        List.of(
            new Finding("portfolios.csv", 1, null, "", "the column note is not known", "not used")),
        read("portfolio,asset,quantity,note\nP,BTC,1,x\n").findings());
  }

  @Test
  void requiredColumnsMustBeThereOnce() {
    assertEquals(
        "portfolios.csv: found no column asset, quantity in the header,"
            + " expected portfolio, asset, quantity",
        refusal("portfolio,note\nP,BTC\n"));
    assertEquals(
        "portfolios.csv: found the column asset twice in the header, expected it once",
        refusal("portfolio,asset,Asset,quantity\nP,BTC,ETH,1\n"));
  }

  @Test
  void portfoliosKeepTheOrderOfFirstAppearanceAndTheirScatteredRows() throws Exception {
    PortfolioReading reading = read(HEADER + "B,,BTC,1,,,\nA,,BTC,2,,,\nB,,ETH,3,,,\n");
    assertEquals(List.of("B", "A"), reading.entries().stream().map(PortfolioEntry::id).toList());
    assertEquals(
        List.of("BTC", "ETH"),
        reading.entries().get(0).portfolio().holdings().stream().map(Holding::asset).toList());
    assertEquals("test", reading.entries().get(0).portfolio().source());
    assertEquals(1, reading.entries().get(0).priceFindings());
    assertEquals(0, reading.entries().get(1).priceFindings());
  }

  @Test
  void accountsAreAddedUp() throws Exception {
    assertEquals(
        List.of(new Holding("BTC", 4, 0.75, 125, 90), new Holding("ETH", 1, 0.25, NAN, NAN)),
        holdings("P,X,BTC,1,0.25,50,90\nP,Y,BTC,3,0.5,150,90\nP,X,ETH,1,0.25,,\n"));
    assertEquals(
        List.of(), findings("P,X,BTC,1,0.25,50,90\nP,Y,BTC,3,0.5,150,90\nP,X,ETH,1,0.25,,\n"));
  }

  @Test
  void differentStopsKeepTheMoneyAtRisk() throws Exception {
    String rows = "P,X,BTC,1,,,80\nP,Y,BTC,3,,,60\n";
    Holding holding = holdings(rows).get(0);
    double price = 100;
    assertEquals(
        1 * (price - 80) + 3 * (price - 60), holding.quantity() * (price - holding.stop()), 1e-12);
    assertEquals(
        List.of("2 BTC different stops; their mean weighted by quantity: the same risk"),
        findings(rows));
  }

  @Test
  void stopInSomeAccountsOnlyIsNoStop() throws Exception {
    String rows = "P,X,BTC,1,,,80\nP,Y,BTC,3,,,\n";
    assertTrue(Double.isNaN(holdings(rows).get(0).stop()));
    assertEquals(
        List.of("2 BTC a stop in some accounts only; no stop: the whole value is at risk"),
        findings(rows));
  }

  @Test
  void entryInSomeAccountsOnlyIsTheirMean() throws Exception {
    String rows = "P,X,BTC,1,,50,\nP,Y,BTC,3,,,\n";
    assertEquals(50, holdings(rows).get(0).entry());
    assertEquals(
        List.of("2 BTC an entry in some accounts only; the mean of those that have one"),
        findings(rows));
  }

  @Test
  void sameRowAgainCountsOnceAndIsTold() throws Exception {
    String rows = "P,X,BTC,1,,50,\nP,X,BTC,1.0,,50,\n";
    assertEquals(List.of(new Holding("BTC", 1, NAN, 50, NAN)), holdings(rows));
    assertEquals(
        List.of("3 BTC the same row again: BTC in account X as in row 2; counted once"),
        findings(rows));
  }

  @Test
  void sameAssetOfAnAccountWithOtherValuesFails() throws Exception {
    assertEquals(
        List.of(
            "P, row 3, asset: found BTC as in row 2 with other values,"
                + " expected each asset once per account"),
        failures("P,,BTC,1,,,\nP,,BTC,2,,,\n"));
  }

  @Test
  void unknownAssetsFailWithASuggestion() throws Exception {
    assertEquals(
        List.of(
            "P, row 2, asset: found BTX, expected an asset of the prices, perhaps BTC",
            "P, row 3, asset: found eth, expected an asset of the prices, perhaps ETH",
            "P, row 4, asset: found BTC-USD, expected an asset of the prices, perhaps BTC",
            "P, row 5, asset: found ZZZZ, expected an asset of the prices: BTC, ETH, NEW, GONE"),
        failures("P,,BTX,1,,,\nP,,eth,1,,,\nP,,BTC-USD,1,,,\nP,,ZZZZ,1,,,\n"));
  }

  @Test
  void quantitiesMustBeAboveZero() throws Exception {
    for (String text : List.of("-1", "0", "many", "1e999", "NaN")) {
      assertEquals(
          List.of("P, row 2, quantity: found " + text + ", expected a number of units above 0"),
          failures("P,,BTC," + text + ",,,\n"));
    }
    assertEquals(
        List.of("P, row 2, quantity: found a blank, expected a number of units above 0"),
        failures("P,,BTC,,,,\n"));
  }

  @Test
  void weightsEntriesAndStopsMustFit() throws Exception {
    assertEquals(
        List.of(
            "P, row 2, target_weight: found -0.1, expected a weight from 0 to 1 such as 0.25,"
                + " or a blank",
            "P, row 2, entry: found 0, expected a price above 0, or a blank",
            "P, row 2, stop: found -5, expected a price above 0, or a blank",
            "P, row 3, target_weight: found 40%, expected a weight from 0 to 1 such as 0.25,"
                + " or a blank"),
        failures("P,,BTC,1,-0.1,0,-5\nP,,ETH,1,40%,,\n"));
  }

  @Test
  void allFaultsOfAPortfolioAreListedAndOthersAreNotTouched() throws Exception {
    PortfolioReading reading =
        read(HEADER + "BAD,,FOO,-1,2,,\nGOOD,,BTC,1,,,\nBAD,,,1,,,\nBAD,,BTC,x,,,\n");
    PortfolioEntry bad = reading.entries().get(0);
    assertNull(bad.portfolio());
    assertEquals(
        List.of("2 asset", "2 quantity", "2 target_weight", "4 asset", "5 quantity"),
        bad.failures().stream().map(f -> f.row() + " " + f.column()).toList());
    assertNotNull(reading.entries().get(1).portfolio());
  }

  @Test
  void emptyPortfolioFails() throws Exception {
    assertEquals(
        List.of("P, row 2, asset: found a blank, expected an asset: the portfolio is empty"),
        failures("P,,,,,,\n"));
  }

  @Test
  void missingAndUnprintableIdsFail() throws Exception {
    assertEquals(
        List.of(
            "no portfolio, row 2, portfolio: found a blank,"
                + " expected a portfolio id without control characters",
            "P\\u0007, row 3, portfolio: found P\\u0007,"
                + " expected a portfolio id without control characters"),
        failures(",,BTC,1,,,\nP\u0007,,BTC,1,,,\n"));
  }

  @Test
  void assetWithoutPriceOnTheAsOfDateFails() throws Exception {
    assertEquals(
        List.of(
            "P, row 3, asset: found GONE without a price on 2024-04-09,"
                + " expected a price on the as-of date"),
        failures("P,X,BTC,1,,,\nP,X,GONE,1,,,\nP,Y,GONE,1,,,\n"));
  }

  @Test
  void shortHistoryFailsAndNamesItsCause() throws Exception {
    assertEquals(
        List.of(
            "P, row 3, asset: found 10 returns common to all assets and the benchmark,"
                + " fewest prices for NEW, expected at least 30"),
        failures("P,,BTC,1,,,\nP,,NEW,1,,,\n"));
  }

  @Test
  void benchmarkMayLimitTheHistory() throws Exception {
    Settings settings = new Settings("USD", null, 0, "NEW", 0, 365, 0.95);
    assertEquals(
        List.of(
            "P, benchmark: found 10 returns common to all assets and the benchmark,"
                + " fewest prices for NEW, expected at least 30"),
        read(HEADER + "P,,BTC,1,,,\n", settings).entries().get(0).failures().stream()
            .map(PortfolioFailure::sentence)
            .toList());
  }

  @Test
  void targetWeightsThatDoNotAddUpAreFindings() throws Exception {
    assertEquals(
        List.of(
            "0  P: target weights for 1 of 2 assets; used as they are",
            "0  P: target weights add up to 0.4, not 1; used as they are"),
        findings("P,,BTC,1,0.4,,\nP,,ETH,1,,,\n"));
    assertEquals(List.of(), findings("P,,BTC,1,0.7,,\nP,,ETH,1,0.3,,\n"));
  }

  @Test
  void quantitiesBeyondANumberFail() throws Exception {
    assertEquals(
        List.of(
            "P, row 2, quantity: found more units in all than a number holds, expected fewer units"),
        failures("P,X,BTC,1e308,,,\nP,Y,BTC,1e308,,,\n"));
  }

  @Test
  void samplePortfoliosHaveNoFaults() throws Exception {
    Path sample = Path.of("src/main/resources/io/ballast/sample");
    PortfolioReading reading =
        PortfolioReader.read(
            sample.resolve("portfolios.csv"),
            PriceReader.read(sample.resolve("close.csv")),
            PortfolioRules.standard(Settings.standard(), "Synthetic sample data"));
    assertEquals(10, reading.entries().size());
    for (PortfolioEntry entry : reading.entries()) {
      assertEquals(List.of(), entry.failures());
      assertEquals(List.of(), entry.findings());
      int assets = entry.portfolio().holdings().size();
      assertTrue(assets >= 3 && assets <= 10, entry.id());
    }
  }

  @Test
  void nearestNameIgnoresCaseAndNeedsLikeness() {
    List<String> names = Arrays.asList("BTC", "ETH", "Solana");
    assertEquals("BTC", Suggestion.nearest("btc", names));
    assertEquals("Solana", Suggestion.nearest("solnaa", names));
    assertEquals("ETH", Suggestion.nearest("ETHEREUM", names));
    assertNull(Suggestion.nearest("XYZ", names));
  }

  private PortfolioEntry only(String text, boolean allowShort, boolean exclude) throws Exception {
    Path path = Files.writeString(folder.resolve("portfolios.csv"), text);
    PortfolioRules rules =
        new PortfolioRules(Settings.standard(), "test", Clients.none(), allowShort, exclude);
    return PortfolioReader.read(path, prices(), rules).entries().get(0);
  }

  @Test
  void aShortPositionIsOneOfItsSideAndOnlyWhereItIsAllowed() throws Exception {
    String rows = "portfolio,asset,quantity,side\nP,BTC,2,\nP,ETH,5,short\n";
    assertEquals("side", only(rows, false, false).failures().get(0).column());
    List<Holding> holdings = only(rows, true, false).portfolio().holdings();
    assertEquals(Holding.Side.LONG, holdings.get(0).side());
    assertEquals(Holding.Side.SHORT, holdings.get(1).side());
    Holding below =
        only("portfolio,asset,quantity\nP,ETH,-5\n", true, false).portfolio().holdings().get(0);
    assertEquals(Holding.Side.SHORT, below.side());
    assertEquals(5, below.quantity());
  }

  @Test
  void cashHasThePriceOneUnderItsOwnNameOrTheCurrencys() throws Exception {
    PortfolioEntry entry =
        only("portfolio,asset,quantity\nP,BTC,1\nP,CASH,100\nP,USD,50\n", false, false);
    assertEquals(List.of(), entry.failures());
    PriceTable table = entry.portfolio().prices();
    for (String cash : List.of("CASH", "USD")) {
      for (double price : table.close()[table.column(cash)]) {
        assertEquals(1, price);
      }
    }
  }

  @Test
  void unpricedPositionsAreLeftOutOnRequestAndTheirShareIsTold() throws Exception {
    String rows = "portfolio,asset,quantity,entry\nP,BTC,1,300\nP,NOPE,10,10\n";
    assertEquals(1, only(rows, false, false).failures().size());
    PortfolioEntry entry = only(rows, false, true);
    assertEquals(List.of(), entry.failures());
    assertEquals(0.75, entry.pricedShare(), 1e-15);
    assertEquals(1, entry.portfolio().holdings().size());
    assertTrue(entry.findings().get(0).action().contains("left out"));
    assertEquals(
        "asset",
        only("portfolio,asset,quantity\nP,NOPE,1\n", false, true).failures().get(0).column());
  }

  private static final String ADVISED = "portfolio,account,asset,quantity,leverage,score\n";

  private PortfolioEntry advised(String rows) throws Exception {
    return read(ADVISED + rows).entries().get(0);
  }

  @Test
  void leverageAndScoreReachTheHolding() throws Exception {
    Holding holding = advised("P,,BTC,2,2.5,71\n").portfolio().holdings().get(0);
    assertEquals(2.5, holding.leverage());
    assertEquals(71, holding.score());
    Holding blank = advised("P,,BTC,2,,\n").portfolio().holdings().get(0);
    assertEquals(NAN, blank.leverage());
    assertEquals(NAN, blank.score());
  }

  @Test
  void accountsTogetherHaveTheMarginOfEach() throws Exception {
    PortfolioEntry same = advised("P,X,BTC,1,4,\nP,Y,BTC,3,4,\n");
    assertEquals(4, same.portfolio().holdings().get(0).leverage());
    assertEquals(List.of(), same.findings());
    PortfolioEntry mixed = advised("P,X,BTC,6,3,60\nP,Y,BTC,2,,\n");
    Holding holding = mixed.portfolio().holdings().get(0);
    assertEquals(8 / (6 / 3.0 + 2), holding.leverage());
    assertEquals(60, holding.score());
    assertEquals(
        List.of("different leverage in several accounts, where a blank is 1"),
        mixed.findings().stream().map(Finding::what).toList());
  }

  @Test
  void leverageAndScoreOutsideTheirBoundsAreFaults() throws Exception {
    String bounds = "value ÷ margin from 0.1 to 125, or a blank";
    for (String wrong : List.of("0", "-3", "0.09", "125.1", "10x", "Infinity")) {
      assertEquals(
          List.of("P, row 2, leverage: found " + wrong + ", expected " + bounds),
          sentences(advised("P,,BTC,1," + wrong + ",\n")));
    }
    for (String wrong : List.of("-1", "100.5", "good")) {
      assertEquals(
          List.of(
              "P, row 2, score: found " + wrong + ", expected a score from 0 to 100, or a blank"),
          sentences(advised("P,,BTC,1,," + wrong + "\n")));
    }
    assertEquals(
        List.of(
            "P, row 2, score: found different scores of BTC, expected one score for each asset"),
        sentences(advised("P,X,BTC,1,,50\nP,Y,BTC,1,,60\n")));
    for (String right : List.of("0.1,0", "125,100")) {
      assertEquals(List.of(), sentences(advised("P,,BTC,1," + right + "\n")));
    }
  }

  private static List<String> sentences(PortfolioEntry entry) {
    return entry.failures().stream().map(PortfolioFailure::sentence).toList();
  }
}
