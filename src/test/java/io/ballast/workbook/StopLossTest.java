package io.ballast.workbook;

import static io.ballast.workbook.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.CellError;
import io.ballast.market.PriceTable;
import io.ballast.metrics.AverageTrueRange;
import io.ballast.metrics.Bars;
import io.ballast.metrics.Distribution;
import io.ballast.metrics.Drawdown;
import io.ballast.metrics.PositionSizing;
import io.ballast.metrics.Returns;
import io.ballast.metrics.Side;
import io.ballast.metrics.StopBacktest;
import io.ballast.metrics.Stops;
import io.ballast.metrics.Volatility;
import io.ballast.testing.LibreOffice;
import io.ballast.testing.OoxmlSchema;
import io.ballast.testing.WorkbookComparison;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopLossTest {
  private static final double NONE = Double.NaN;
  private static final int SHOWN_DAYS = 260;

  private static final Portfolio SAMPLE = SampleMarket.portfolio();

  private static Portfolio of(PriceTable prices, Holding... holdings) {
    return new Portfolio("Test", List.of(holdings), prices, SAMPLE.settings(), SAMPLE.source());
  }

  /** A long with an own stop, two with the ATR stop, and a long and a short to be changed. */
  private static Portfolio five() {
    return of(
        SAMPLE.prices(),
        new Holding("BTC", 0.5, NONE, 61200, 66500),
        new Holding("ETH", 5, NONE, NONE, NONE),
        new Holding("SOL", 60, NONE, 205, NONE),
        new Holding("XRP", 6000, NONE, 1.2, NONE),
        new Holding("DOGE", 100, NONE, 0.3, NONE));
  }

  private static Sheet sheet(Book book, String name) {
    return new BookReader(book).sheet(name);
  }

  private static Object value(Book book, String heading, String asset) {
    return new BookReader(book).value("Calculation", heading, asset);
  }

  private static double number(Book book, String heading, String asset) {
    return (Double) value(book, heading, asset);
  }

  private static double number(Book book, String name) {
    return (Double) book.value(name);
  }

  private static void enter(Book book, String asset, String heading, Object value) {
    new BookReader(book).enter("Inputs", heading, asset, value);
  }

  private static double[] shown(double[] prices) {
    return Arrays.copyOfRange(prices, prices.length - SHOWN_DAYS, prices.length);
  }

  private static double atr(String asset) {
    PriceTable p = SAMPLE.prices();
    int a = p.column(asset);
    return AverageTrueRange.latest(
        Bars.of(shown(p.high()[a]), shown(p.low()[a]), shown(p.close()[a])), 14);
  }

  private static double price(String asset) {
    double[] close = SAMPLE.prices().close()[SAMPLE.prices().column(asset)];
    return close[close.length - 1];
  }

  /** The five with XRP a short on a trailing stop, and DOGE a long without one. */
  private static Book changed() throws PortfolioException {
    Book book = new StopLoss().build(five());
    enter(book, "XRP", "Side", "short");
    enter(book, "XRP", "Stop method", "Trailing");
    enter(book, "DOGE", "Stop method", "None");
    book.calculate();
    return book;
  }

  @Test
  void rangesAndStopsAreThoseOfTheMetrics() throws Exception {
    Book book = new StopLoss().build(five());
    for (String asset : List.of("BTC", "ETH", "SOL", "XRP", "DOGE")) {
      double entry = number(book, "Entry price", asset);
      assertClose(atr(asset), number(book, "ATR", asset));
      assertClose(
          Stops.averageTrueRange(entry, atr(asset), 3, Side.LONG), number(book, "ATR stop", asset));
      assertClose(Stops.percent(entry, 0.1, Side.LONG), number(book, "Percent stop", asset));
    }
    assertEquals(66500.0, number(book, "Stop in force", "BTC"));
    assertEquals(number(book, "ATR stop", "SOL"), number(book, "Stop in force", "SOL"));
  }

  @Test
  void everyMethodIsThatOfItsDefinition() throws Exception {
    Book book = new StopLoss().build(five());
    PriceTable p = SAMPLE.prices();
    for (String asset : List.of("BTC", "SOL")) {
      int a = p.column(asset);
      int n = p.dates().size();
      double entry = number(book, "Entry price", asset);
      double high = Arrays.stream(p.high()[a], n - 22, n).max().orElseThrow();
      assertClose(high - 3 * atr(asset), number(book, "Chandelier", asset));
      double low = Arrays.stream(p.low()[a], n - 20, n).min().orElseThrow();
      assertClose(low, number(book, "Structure", asset));
      double units = number(book, "Units", asset);
      double loss = 0.01 * number(book, "equity");
      assertClose(entry - loss / units, number(book, "Max-loss stop", asset));
      double best = Arrays.stream(p.close()[a], n - 91, n).max().orElseThrow();
      assertClose(best, number(book, "Best close since opened", asset));
      assertClose(
          Stops.breakeven(entry, 0.9 * entry, best, 1, 0.001),
          number(book, "Break-even stop", asset));
    }
    for (String method : StopMethods.WORDS.subList(0, 7)) {
      enter(book, "SOL", "Stop method", method);
      book.calculate();
      String heading =
          switch (method) {
            case "Max loss" -> "Max-loss stop";
            case "Chandelier", "Structure" -> method;
            default -> method + " stop";
          };
      assertEquals(value(book, heading, "SOL"), value(book, "Stop in force", "SOL"), method);
      assertEquals(true, book.value(Frame.CHECKS_PASSED), method);
    }
  }

  @Test
  void theStopTestIsThatOfTheMetrics() throws Exception {
    Book book = new StopLoss().build(five(), Room.TEMPLATE);
    double[] close = shown(SAMPLE.prices().close()[SAMPLE.prices().column("BTC")]);
    StopBacktest test = StopBacktest.run(close, 0.15, true, 10);
    for (boolean addIn : new boolean[] {true, false}) {
      if (!addIn) {
        book.calculateWithoutAddIn();
      }
      assertEquals((double) test.exits(), number(book, "with_exits"));
      assertClose(Returns.cumulative(test.with()), number(book, "with_return"));
      assertClose(Returns.cumulative(test.without()), number(book, "without_return"));
      assertClose(Volatility.volatility(test.with(), 365), number(book, "with_volatility"));
      assertClose(Drawdown.maximum(test.with()), number(book, "with_drawdown"));
      assertClose(Distribution.autocorrelation(test.without(), 1), number(book, "autocorrelation"));
    }
    assertTrue(test.exits() > 0, "the test must stop at least once");
  }

  @Test
  void stagedExitsSellEverythingAndLeaveLessAtRisk() throws Exception {
    Book book = new StopLoss().build(five());
    BookReader reader = new BookReader(book);
    double unit = 205 - number(book, "Stop in force", "SOL");
    double sold = 0;
    for (int level = 1; level <= 3; level++) {
      sold += reader.number("Orders", "Units " + level, "SOL");
      assertClose(205 + level * unit, reader.number("Orders", "Price " + level, "SOL"));
    }
    assertClose(60, sold);
    assertClose(205 + (0.5 + 0.5 + 0.75) * unit, reader.number("Orders", "Average price", "SOL"));
    assertClose(-60 * unit, reader.number("Orders", "No exit: result", "SOL"));
    assertClose(30 * unit, reader.number("Orders", "Risk left after 1", "SOL"));
    assertClose((30 + 30 - 15) * unit, reader.number("Orders", "Result of both", "SOL"));
  }

  @Test
  void heatOfPerfectlyCorrelatedPositionsIsTheirSum() throws Exception {
    PriceTable all = SAMPLE.prices();
    double[] close = all.close()[all.column("BTC")];
    PriceTable twins =
        PriceTable.ofClose(all.dates(), List.of("BTC", "TWIN"), new double[][] {close, close});
    Book book =
        new StopLoss()
            .build(
                of(
                    twins,
                    new Holding("BTC", 1, NONE, price("BTC"), NONE),
                    new Holding("TWIN", 2, NONE, price("BTC"), NONE)));
    assertClose(number(book, "heat"), number(book, "heat_correlated"));
    enter(book, "TWIN", "Side", "short");
    enter(book, "TWIN", "Units", 1.0);
    book.calculate();
    assertTrue(number(book, "heat") > 0.01, "both lose at their stops");
    assertEquals(0, number(book, "heat_correlated"), 1e-6, "they offset");
  }

  @Test
  void timeIsUpForAPositionThatEarnsTooLittle() throws Exception {
    Book book = new StopLoss().build(five());
    double alerts = number(book, "positions_alerted");
    enter(book, "XRP", "Opened on", number(book, "as_of") - 40);
    enter(book, "XRP", "Units", 1.0);
    book.calculate();
    double profit = number(book, "Profit in R", "XRP");
    Sheet limits = sheet(book, "Limits");
    int[] at = new BookReader(book).find("Limits", "Time stop", "XRP");
    assertEquals(profit < 0.5 ? "BREACH" : "OK", limits.cell(at[0], at[1]).value);
    assertTrue(profit < 0.5, "XRP is below its entry");
    assertTrue(number(book, "positions_alerted") >= Math.min(alerts, 1));
  }

  @Test
  void roomForMoreChangesNoFigure() throws Exception {
    Book exact = new StopLoss().build(five());
    Book roomy = new StopLoss().build(five(), Room.TEMPLATE);
    for (String name :
        List.of("equity", "stop_loss_total", "gap_loss_total", "heat", "heat_correlated")) {
      assertEquals(exact.value(name), roomy.value(name), name);
    }
    assertEquals(true, roomy.value(Frame.CHECKS_PASSED));
  }

  @Test
  void aHoldingWithoutAnEntryIsBoughtThirtyDaysBefore() throws Exception {
    Book book = new StopLoss().build(five());
    double[] close = SAMPLE.prices().close()[SAMPLE.prices().column("ETH")];
    assertEquals(close[close.length - 31], number(book, "Entry price", "ETH"));
    double[] held = Arrays.copyOfRange(close, close.length - 31, close.length);
    double[] trailing = Stops.trailing(held, 0.15, Side.LONG);
    assertClose(trailing[30], number(book, "Trailing stop", "ETH"));
  }

  @Test
  void aShortLosesWhenThePriceRises() throws Exception {
    Book book = changed();
    double price = price("XRP");
    double stop = number(book, "Stop in force", "XRP");
    double[] close = SAMPLE.prices().close()[SAMPLE.prices().column("XRP")];
    double[] window = Arrays.copyOfRange(close, close.length - 91, close.length);
    double[] trailing = Stops.trailing(window, 0.15, Side.SHORT);
    assertClose(trailing[trailing.length - 1], stop);
    assertClose(6000 * (1.2 - price), number(book, "Open profit", "XRP"));
    boolean through = price >= stop;
    assertEquals(through ? "through" : "set", value(book, "Stop", "XRP"));
    double fill = Math.max(price, stop);
    assertClose(6000 * (fill - price + 0.001 * fill), number(book, "Loss if it fills", "XRP"));
    double gapped = Math.max(fill, 1.2 * price) * 1.005;
    assertClose(6000 * (gapped - price + 0.001 * gapped), number(book, "Loss if gapped", "XRP"));
  }

  @Test
  void aShortWithAnAtrStopIsTheMirrorOfALong() throws Exception {
    Book book = new StopLoss().build(five());
    enter(book, "XRP", "Side", "short");
    book.calculate();
    double stop = Stops.averageTrueRange(1.2, atr("XRP"), 3, Side.SHORT);
    assertClose(stop, number(book, "Stop in force", "XRP"));
    assertClose(stop - price("XRP"), number(book, "Distance per unit", "XRP"));
    double units =
        PositionSizing.units(number(book, "equity"), 0.01, price("XRP"), stop, 0.001, 0, 1);
    assertTrue(units < 0, "a short");
    assertClose(-units, number(book, "Units allowed", "XRP"));
    assertClose((1.2 - price("XRP")) / (stop - 1.2), number(book, "Profit in R", "XRP"));
  }

  @Test
  void heatIsThatOfTheMetricsAndALongWithoutAStopCountsItsWholeValue() throws Exception {
    Book book = changed();
    String[] assets = {"BTC", "ETH", "SOL", "XRP", "DOGE"};
    double[] units = {0.5, 5, 60, -6000, 100};
    double[] prices = new double[5];
    double[] stops = new double[5];
    for (int i = 0; i < 5; i++) {
      prices[i] = price(assets[i]);
      boolean set = "set".equals(value(book, "Stop", assets[i]));
      stops[i] = set ? number(book, "Stop in force", assets[i]) : prices[i];
    }
    stops[4] = NONE;
    double equity =
        0.5 * prices[0]
            + 5 * prices[1]
            + 60 * prices[2]
            + 100 * prices[4]
            + 6000 * (1.2 - prices[3]);
    assertClose(equity, number(book, "equity"));
    assertClose(Stops.heat(equity, units, prices, stops), number(book, "heat"));
    assertClose(100 * prices[4], number(book, "Loss if it fills", "DOGE"));
    assertEquals("no stop", value(book, "Stop", "DOGE"));
    assertEquals(1.0, number(book, "positions_without_stop"));
    double loss = number(book, "stop_loss_share");
    assertClose(loss / (1 - loss), number(book, "stop_recovery_gain"));
    assertTrue(number(book, "gap_loss_total") > number(book, "stop_loss_total"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void aShortWithoutAStopHasNoLimit() throws Exception {
    Book book = new StopLoss().build(five());
    double before = number(book, "alert_count");
    enter(book, "XRP", "Side", "short");
    enter(book, "XRP", "Stop method", "None");
    book.calculate();
    for (String name : List.of("stop_loss_total", "gap_loss_total", "heat", "heat_headroom")) {
      assertEquals("unlimited", book.value(name), name);
    }
    assertEquals("unlimited", value(book, "Loss if it fills", "XRP"));
    assertTrue(number(book, "alert_count") > before);
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void aPriceThroughTheStopIsAnAlertAndFillsAtThePrice() throws Exception {
    Book book = new StopLoss().build(five());
    enter(book, "ETH", "Stop method", "Price");
    enter(book, "ETH", "Own stop price", price("ETH") + 1);
    book.calculate();
    assertEquals("through", value(book, "Stop", "ETH"));
    assertEquals(1.0, number(book, "positions_through"));
    assertClose(5 * 0.001 * price("ETH"), number(book, "Loss if it fills", "ETH"));
    assertEquals(0.0, number(book, "Units allowed", "ETH"));
  }

  @Test
  void withClosesAloneTheTrueRangeIsTheMoveFromCloseToClose() throws Exception {
    PriceTable all = SAMPLE.prices();
    PriceTable closes = PriceTable.ofClose(all.dates(), all.assets(), all.close());
    Book book = new StopLoss().build(of(closes, new Holding("BTC", 1, NONE, NONE, NONE)));
    double[] close = shown(all.close()[all.column("BTC")]);
    assertClose(
        AverageTrueRange.latest(Bars.of(close, close, close), 14), number(book, "ATR", "BTC"));
    assertTrue(((String) sheet(book, "Prices").cell(3, 0).value).startsWith("Only closing prices"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void anEarlierAsOfDateUsesNoLaterBar() throws Exception {
    Book book = new StopLoss().build(of(SAMPLE.prices(), new Holding("BTC", 1, NONE, NONE, NONE)));
    PriceTable p = SAMPLE.prices();
    int day = p.dates().size() - 1 - 25;
    Sheet inputs = sheet(book, "Inputs");
    int[] at = new BookReader(book).find("Inputs", "Stop method", "BTC");
    enter(book, "BTC", "Opened on", null);
    for (int r = 0; r < at[0]; r++) {
      if (inputs.cell(r, 0) != null
          && "As-of date, if not the latest".equals(inputs.cell(r, 0).value)) {
        inputs.date(r, 1, p.dates().get(day), inputs.cell(r, 1).style);
      }
    }
    book.calculate();
    int a = p.column("BTC");
    int from = p.dates().size() - SHOWN_DAYS;
    Bars bars =
        Bars.of(
            Arrays.copyOfRange(p.high()[a], from, day + 1),
            Arrays.copyOfRange(p.low()[a], from, day + 1),
            Arrays.copyOfRange(p.close()[a], from, day + 1));
    assertClose(AverageTrueRange.latest(bars, 14), number(book, "ATR", "BTC"));
    assertEquals(p.close()[a][day], number(book, "Price", "BTC"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void anAssetWithTooFewBarsIsRefused() {
    PriceTable p = SAMPLE.prices();
    double[] young = p.close()[0].clone();
    Arrays.fill(young, 0, young.length - 5, NONE);
    PriceTable closes = PriceTable.ofClose(p.dates(), List.of("NEW"), new double[][] {young});
    PortfolioException e =
        assertThrows(
            PortfolioException.class,
            () -> new StopLoss().build(of(closes, new Holding("NEW", 1, NONE, NONE, NONE))));
    assertEquals("asset", e.column());
    assertTrue(e.found().startsWith("NEW with prices on 5 days"), e.found());
    assertEquals("at least 14 days, for the average true range", e.expected());
  }

  @Test
  void libreOfficeAgreesOnShortsAndMissingStops(@TempDir Path folder) throws Exception {
    LibreOffice office = LibreOffice.assumeInstalled();
    Book unlimited = new StopLoss().build(five());
    enter(unlimited, "XRP", "Side", "short");
    enter(unlimited, "XRP", "Stop method", "None");
    unlimited.calculate();
    Path[] files = {folder.resolve("changed.xlsx"), folder.resolve("unlimited.xlsx")};
    Book[] books = {changed(), unlimited};
    for (int i = 0; i < files.length; i++) {
      try (OutputStream out = Files.newOutputStream(files[i])) {
        BookWriter.write(books[i], out);
      }
      assertEquals(List.of(), OoxmlSchema.check(files[i]));
    }
    List<Path> theirs =
        office.recalculate(Files.createDirectories(folder.resolve("theirs")), files);
    for (int i = 0; i < files.length; i++) {
      WorkbookComparison compared = WorkbookComparison.of(files[i], theirs.get(i));
      assertTrue(compared.formulas() > 5000, "formulas: " + compared.formulas());
      assertEquals(List.of(), compared.errors());
      assertEquals(List.of(), compared.differences());
    }
  }

  @Test
  void equityThatIsNotAboveZeroFailsItsCheckAndGivesNoFigures() throws Exception {
    Book book = new StopLoss().build(of(SAMPLE.prices(), new Holding("BTC", 1, NONE, 1, NONE)));
    enter(book, "BTC", "Side", "short");
    book.calculate();
    assertEquals(CellError.NA, book.value("equity"));
    assertEquals(false, book.value(Frame.CHECKS_PASSED));
  }
}
