package io.ballast.workbook;

import static io.ballast.workbook.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.metrics.Kelly;
import io.ballast.metrics.PositionSizing.Contract;
import io.ballast.metrics.Returns;
import io.ballast.metrics.Side;
import io.ballast.metrics.Volatility;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionSizingWorkbookTest {
  private static final Portfolio SAMPLE = SampleMarket.portfolio();
  private static final List<String> ASSETS =
      SAMPLE.holdings().stream().map(Holding::asset).toList();

  private static Book sample() throws PortfolioException {
    return new PositionSizing().build(SAMPLE);
  }

  private static Sheet sheet(Book book, String name) {
    return new BookReader(book).sheet(name);
  }

  private static Object value(Book book, String sheet, String heading, String asset) {
    return new BookReader(book).value(sheet, heading, asset);
  }

  private static double number(Book book, String heading, String asset) {
    return (Double) value(book, "Calculation", heading, asset);
  }

  private static double number(Book book, String name) {
    return (Double) book.value(name);
  }

  private static void enter(Book book, String asset, String heading, Object value) {
    new BookReader(book).enter("Inputs", heading, asset, value);
  }

  /** Enters an assumption beside its label, on the first sheet given. */
  private static void assume(Book book, String sheetName, String label, Object value) {
    Sheet sheet = sheet(book, sheetName);
    for (int r = 0; r < sheet.rowCount(); r++) {
      if (sheet.cell(r, 0) != null && label.equals(sheet.cell(r, 0).value)) {
        sheet.set(r, 1, value, sheet.cell(r, 1).style);
        return;
      }
    }
    throw new AssertionError("no " + label);
  }

  private static double price(String asset) {
    double[] close = SAMPLE.prices().close()[SAMPLE.prices().column(asset)];
    return close[close.length - 1];
  }

  private static double[] returns(String asset) {
    double[] close = SAMPLE.prices().close()[SAMPLE.prices().column(asset)];
    return Returns.of(
        Arrays.copyOfRange(close, close.length - 731, close.length), Returns.Kind.SIMPLE);
  }

  private static double equity() {
    return SAMPLE.holdings().stream().mapToDouble(h -> h.quantity() * price(h.asset())).sum();
  }

  @Test
  void sizesAreThoseOfTheMetricsWithTheAddInAndWithout() throws Exception {
    Book book = sample();
    for (boolean addIn : new boolean[] {true, false}) {
      if (!addIn) {
        book.calculateWithoutAddIn();
      }
      assertClose(equity(), number(book, "equity"));
      for (String asset : ASSETS) {
        double entry = price(asset);
        double stop = number(book, "Stop", asset);
        assertClose(entry, number(book, "Entry", asset));
        assertClose(
            io.ballast.metrics.PositionSizing.units(equity(), 0.01, entry, stop, 0.001, 0, 1),
            number(book, "Fixed fraction", asset));
        double loss = entry - stop + 0.001 * (entry + stop);
        assertClose(equity() * 0.005 / loss, number(book, "Cash", asset));
        double weight =
            io.ballast.metrics.PositionSizing.volatilityTarget(returns(asset), 0.05, 1, 365);
        double most = equity() / (entry * 1.001);
        assertClose(
            Math.min(most, equity() * weight / entry), number(book, "Volatility target", asset));
        assertClose(
            Math.min(most, equity() * 0.5 * Kelly.fraction(0.45, 2, 1) / loss),
            number(book, "Kelly", asset));
        assertClose(equity() / 8 / entry, number(book, "Equal weight", asset));
        double move =
            Arrays.stream(returns(asset), 730 - 14, 730).map(Math::abs).average().orElseThrow();
        assertClose(entry * move, number(book, "ATR, own or from closes", asset));
        assertClose(
            Math.min(most, equity() * 0.01 / (3 * entry * move + 0.002 * entry)),
            number(book, "ATR unit", asset));
        assertClose(
            Volatility.volatility(returns(asset), 365), number(book, "Volatility, annual", asset));
      }
    }
  }

  @Test
  void aGivenStopIsKeptAndAnotherIsTenPercentFromTheEntry() throws Exception {
    Book book = sample();
    assertEquals(66500.0, number(book, "Stop", "BTC"));
    assertClose(0.9 * price("SOL"), number(book, "Stop", "SOL"));
  }

  @Test
  void theSizeInForceNeverPassesAProfileLimitWhateverTheMethod() throws Exception {
    Book book = sample();
    for (String profile : RiskProfile.words()) {
      assume(book, "Inputs", "Risk profile", profile);
      for (String method : SizingMethods.WORDS) {
        assume(book, "Inputs", "Size by", method);
        book.calculate();
        double riskLimit = number(book, "risk_per_trade_limit");
        double weightLimit = number(book, "largest_weight_limit");
        for (String asset : ASSETS) {
          double size = number(book, "Size in force", asset);
          assertTrue(size <= number(book, method, asset) * (1 + 1e-12), method + " " + asset);
          assertTrue(number(book, "Loss, % of equity", asset) <= riskLimit * (1 + 1e-9), asset);
          assertTrue(number(book, "Value, % of equity", asset) <= weightLimit * (1 + 1e-9), asset);
        }
        assertEquals(true, book.value(Frame.CHECKS_PASSED), profile + " " + method);
      }
    }
  }

  @Test
  void unitsAreWholeLots() throws Exception {
    Book book = sample();
    enter(book, "SOL", "Lot", 5.0);
    enter(book, "BTC", "Lot", 0.001);
    for (boolean addIn : new boolean[] {true, false}) {
      book.calculate();
      if (!addIn) {
        book.calculateWithoutAddIn();
      }
      for (String heading : List.of("Fixed fraction", "Kelly", "Size in force")) {
        assertEquals(0, number(book, heading, "SOL") % 5, heading);
        double lots = number(book, heading, "BTC") / 0.001;
        assertEquals(Math.rint(lots), lots, 1e-6, heading);
      }
    }
  }

  @Test
  void liquidationIsThatOfTheMetricsAndAStopBeyondItIsAnAlert() throws Exception {
    Book book = sample();
    assume(book, "Inputs", "Risk profile", "Speculative");
    enter(book, "SOL", "Own leverage", 3.0);
    enter(book, "ETH", "Own leverage", 20.0);
    enter(book, "XRP", "Side", "short");
    enter(book, "XRP", "Stop", 1.2);
    enter(book, "XRP", "Own leverage", 2.0);
    book.calculate();
    assertEquals("none", value(book, "Calculation", "Liquidation price", "BTC"));
    assertClose(
        io.ballast.metrics.PositionSizing.liquidationPrice(
            price("SOL"), 3, 0.005, Side.LONG, Contract.LINEAR),
        number(book, "Liquidation price", "SOL"));
    assertClose(
        io.ballast.metrics.PositionSizing.liquidationPrice(
            price("XRP"), 2, 0.005, Side.SHORT, Contract.LINEAR),
        number(book, "Liquidation price", "XRP"));
    assertEquals("OK", value(book, "Limits", "Stop before liquidation", "SOL"));
    assertEquals("BREACH", value(book, "Limits", "Stop before liquidation", "ETH"));
    assertEquals("BREACH", value(book, "Limits", "Leverage within the limit", "ETH"));
    double most = number(book, "Leverage at which liquidation meets the stop", "SOL");
    assertClose(
        number(book, "Stop", "SOL"),
        io.ballast.metrics.PositionSizing.liquidationPrice(
            price("SOL"), most, 0.005, Side.LONG, Contract.LINEAR));
    assume(book, "Inputs", "Contract", "inverse");
    book.calculate();
    assertClose(
        io.ballast.metrics.PositionSizing.liquidationPrice(
            price("XRP"), 2, 0.005, Side.SHORT, Contract.INVERSE),
        number(book, "Liquidation price", "XRP"));
  }

  @Test
  void aStopOnTheWrongSideIsAnAlertAndSizesNothing() throws Exception {
    Book book = sample();
    double before = number(book, "alert_count");
    enter(book, "SOL", "Stop", price("SOL") * 1.1);
    enter(book, "ETH", "Take it", "no");
    book.calculate();
    assertEquals(0.0, number(book, "Size in force", "SOL"));
    assertEquals(0.0, number(book, "Size in force", "ETH"));
    assertEquals("BREACH", value(book, "Limits", "Stop on the losing side", "SOL"));
    assertEquals(6.0, number(book, "ideas_taken"));
    assertTrue(number(book, "ideas_alerted") > 0 && number(book, "alert_count") >= before);
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void oddsOfLosingAndRuinAreThoseOfTheMetricsInBothBranches() throws Exception {
    Book book = sample();
    for (double[] edge : new double[][] {{0.45, 2}, {0.6, 1}, {0.34, 2}, {0.9, 0.5}, {0.3, 2}}) {
      assume(book, "Inputs", "Win rate", edge[0]);
      assume(book, "Inputs", "Payoff ratio", edge[1]);
      for (boolean addIn : new boolean[] {true, false}) {
        book.calculate();
        if (!addIn) {
          book.calculateWithoutAddIn();
        }
        assertClose(Kelly.expectancy(edge[0], edge[1]), number(book, "trade_expectancy"));
        assertClose(Kelly.fraction(edge[0], edge[1], 1), number(book, "full_kelly"));
        double[] risks = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2};
        String[] headings = {"0.5 %", "1 %", "2 %", "5 %", "10 %", "20 %"};
        for (int i = 0; i < risks.length; i++) {
          Object chance = value(book, "Kelly", headings[i], "Chance of ever losing half");
          assertClose(Kelly.riskOfRuin(edge[0], edge[1], risks[i], 0.5), (Double) chance);
        }
      }
    }
    Object half = value(book, "Kelly", "Lose 50 %", "Half Kelly");
    assertClose(Kelly.lossProbability(0.5, 0.5), (Double) half);
  }

  @Test
  void theProfileIsTheLowerOfToleranceAndCapacityAndNeedNeverRaisesIt() throws Exception {
    Book book = sample();
    Sheet appetite = sheet(book, "Risk appetite");
    for (int tolerance = 1; tolerance <= 4; tolerance++) {
      for (int capacity = 1; capacity <= 4; capacity++) {
        answers(appetite, "Tolerance", tolerance);
        answers(appetite, "Capacity", capacity);
        assume(book, "Risk appetite", "Goal", 1e6);
        book.calculate();
        int expected = Math.min(tolerance, capacity);
        assertEquals((double) expected, number(book, "appetite_level"));
        assertEquals(RiskProfile.words().get(expected - 1), book.value("appetite_profile"));
        assertEquals(expected < 2 ? 1.0 : 0.0, number(book, "profile_alert"));
      }
    }
    int[] at = new BookReader(book).find("Risk appetite", "Yours", "Portfolio heat, at most");
    assertEquals(RiskLimit.HEAT.of(RiskProfile.SPECULATIVE), appetite.cell(at[0], at[1]).value);
  }

  @Test
  void oneWeakAnswerHoldsCapacityDown() throws Exception {
    Book book = sample();
    Sheet appetite = sheet(book, "Risk appetite");
    answers(appetite, "Tolerance", 4);
    answers(appetite, "Capacity", 4);
    int[] at =
        new BookReader(book)
            .find("Risk appetite", "Your answer", "Your emergency fund outside crypto covers");
    appetite.set(at[0], at[1], 1.0, appetite.cell(at[0], at[1]).style);
    book.calculate();
    assertEquals(2.0, number(book, "capacity_level"));
    assertEquals(2.0, number(book, "appetite_level"));
  }

  private static void answers(Sheet appetite, String title, int answer) {
    for (int r = 0; r < appetite.rowCount(); r++) {
      Cell cell = appetite.cell(r, 0);
      if (cell != null && cell.value instanceof String text && text.startsWith(title + ": how")) {
        for (int q = r + 2; q < r + 7; q++) {
          appetite.set(q, 5, (double) answer, appetite.cell(q, 5).style);
        }
        return;
      }
    }
    throw new AssertionError("no questions on " + title);
  }

  @Test
  void ideasWithoutHoldingsNeedOnlyAnEquity() throws Exception {
    Book book = new PositionSizing().build(SAMPLE, Room.TEMPLATE);
    for (String asset : ASSETS) {
      enter(book, asset, "Units", null);
    }
    assume(book, "Inputs", "Equity, if you know it", 50_000.0);
    book.calculate();
    assertEquals(50_000.0, number(book, "equity"));
    assertTrue(number(book, "Size in force", "BTC") > 0);
    assertEquals(0.0, number(book, "portfolio_value"));
    for (Sheet sheet : book.sheets()) {
      for (int r = 0; r < sheet.rowCount(); r++) {
        for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
          Object cell = sheet.cell(r, c) == null ? null : sheet.cell(r, c).value;
          assertTrue(
              !(cell instanceof io.ballast.functions.CellError),
              sheet.name() + "!" + A1.cell(r, c) + " " + cell);
        }
      }
    }
  }

  @Test
  void roomForMoreChangesNoFigure() throws Exception {
    Book exact = sample();
    Book roomy = new PositionSizing().build(SAMPLE, Room.TEMPLATE);
    for (String name : List.of("equity", "loss_total", "heat", "size_total", "ruin_now")) {
      assertClose((Double) exact.value(name), (Double) roomy.value(name));
    }
    assertEquals(true, roomy.value(Frame.CHECKS_PASSED));
  }

  private static Book with(double leverage) throws PortfolioException {
    List<Holding> holdings =
        SAMPLE.holdings().stream()
            .map(
                h ->
                    new Holding(
                        h.asset(),
                        h.quantity(),
                        h.targetWeight(),
                        h.entry(),
                        h.stop(),
                        h.side(),
                        h.category(),
                        h.tier(),
                        h.asset().equals("BTC") ? leverage : Double.NaN,
                        Double.NaN))
            .toList();
    return new PositionSizing()
        .build(new Portfolio("P", holdings, SAMPLE.prices(), SAMPLE.settings(), SAMPLE.source()));
  }

  @Test
  void aLeveragedHoldingIsEquityToItsMarginOnly() throws Exception {
    double held = number(sample(), "Value held", "BTC");
    Book book = with(4);
    assertEquals(4, number(book, "Leverage", "BTC"));
    assertEquals(1, number(book, "Leverage", "ETH"));
    assertEquals(held, number(book, "Value held", "BTC"), 1e-9 * held);
    assertEquals(held / 4, number(book, "Margin held", "BTC"), 1e-9 * held);
    assertEquals(equity(), number(book, "portfolio_value"), 1e-9 * equity());
    assertEquals(equity() - held * 3 / 4, number(book, "equity"), 1e-9 * equity());
    assertEquals(
        number(book, "Value", "BTC") / 4, number(book, "Margin used", "BTC"), 1e-9 * equity());
    double margins = ASSETS.stream().mapToDouble(asset -> number(book, "Margin used", asset)).sum();
    assertEquals(margins, number(book, "margin_total"), 1e-9 * equity());
    assertEquals(equity(), number(with(1), "equity"), 1e-9 * equity());
  }
}
