package io.ballast.workbook;

import static io.ballast.workbook.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.CellError;
import io.ballast.market.PriceTable;
import io.ballast.metrics.Diversification;
import io.ballast.metrics.Drawdown;
import io.ballast.metrics.MarketModel;
import io.ballast.metrics.Returns;
import io.ballast.metrics.TailRisk;
import io.ballast.metrics.Volatility;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskReportTest {
  private static final double NONE = Double.NaN;
  private static final Portfolio SAMPLE = SampleMarket.portfolio();

  /** The daily returns of the assets held and their weights, straight from the prices. */
  private record Held(double[][] returns, double[] market, double[] weights, double value) {
    static Held of(Portfolio portfolio) {
      List<String> assets = portfolio.holdings().stream().map(Holding::asset).toList();
      List<String> all = new ArrayList<>(assets);
      all.add("BTC");
      PriceTable table = portfolio.prices().window(all, null, portfolio.settings().lookback());
      double[][] returns = new double[assets.size()][];
      double[] weights = new double[assets.size()];
      double value = 0;
      for (int a = 0; a < assets.size(); a++) {
        double[] close = table.close()[a];
        returns[a] = simple(close);
        weights[a] = portfolio.holdings().get(a).quantity() * close[close.length - 1];
        value += weights[a];
      }
      for (int a = 0; a < weights.length; a++) {
        weights[a] /= value;
      }
      return new Held(returns, simple(table.close()[table.column("BTC")]), weights, value);
    }

    private static double[] simple(double[] close) {
      double[] returns = new double[close.length - 1];
      for (int t = 1; t < close.length; t++) {
        returns[t - 1] = close[t] / close[t - 1] - 1;
      }
      return returns;
    }

    double[] portfolio(double[] weights) {
      double[] sum = new double[market.length];
      for (int t = 0; t < sum.length; t++) {
        for (int a = 0; a < weights.length; a++) {
          sum[t] += weights[a] * returns[a][t];
        }
      }
      return sum;
    }

    double[] betas() {
      double[] betas = new double[returns.length];
      for (int a = 0; a < betas.length; a++) {
        betas[a] = MarketModel.beta(returns[a], market);
      }
      return betas;
    }
  }

  private static Portfolio of(Holding... holdings) {
    return new Portfolio(
        "Test", List.of(holdings), SAMPLE.prices(), SAMPLE.settings(), SAMPLE.source());
  }

  private static Holding holding(String asset, double units, double target) {
    return new Holding(asset, units, target, NONE, NONE);
  }

  private static Portfolio concentrated() {
    return of(holding("BTC", 2, NONE), holding("ETH", 5, NONE), holding("PAXG", 4, NONE));
  }

  private static Book build(Portfolio portfolio) throws PortfolioException {
    return new RiskReport().build(portfolio);
  }

  private static double number(Book book, String name) {
    return (Double) book.value(name);
  }

  private static Sheet sheet(Book book, String name) {
    return new BookReader(book).sheet(name);
  }

  private static int row(Sheet sheet, int column, Object value, int from) {
    for (int r = from; r < sheet.rowCount(); r++) {
      Cell cell = sheet.cell(r, column);
      if (cell != null && value.equals(cell.value)) {
        return r;
      }
    }
    throw new AssertionError("no " + value + " on " + sheet.name());
  }

  /** The cell right of a label on the sheet Calculation, below a heading of the first column. */
  private static Object cell(Book book, String block, String asset, int column) {
    Sheet sheet = sheet(book, "Calculation");
    return sheet.cell(row(sheet, 0, asset, row(sheet, 0, block, 0)), column).value;
  }

  private static double trade(Book book, String asset, int column) {
    return (Double)
        cell(
            book,
            "Trades that bring each asset back to its limits, or else to its target",
            asset,
            column);
  }

  /** What the report proposes: trade, why, units, amount of each place. */
  private static List<List<Object>> actions(Book book) {
    Sheet sheet = sheet(book, "Report");
    int first = row(sheet, 0, "Trade", 0) + 1;
    List<List<Object>> actions = new ArrayList<>();
    for (int r = first; r < first + 3; r++) {
      actions.add(
          List.of(
              sheet.cell(r, 0).value,
              sheet.cell(r, 1).value,
              sheet.cell(r, 4).value,
              sheet.cell(r, 5).value));
    }
    return actions;
  }

  private static Book withOwnLimit(Book book, RiskLimit limit, double value) {
    Sheet sheet = sheet(book, "Limits");
    int r = row(sheet, 0, limit.label(), 0);
    sheet.set(r, 3, value, sheet.cell(r, 3).style);
    book.calculate();
    return book;
  }

  @Test
  void theFiguresAreThoseOfTheMetrics() throws Exception {
    Held held = Held.of(SAMPLE);
    double[] returns = held.portfolio(held.weights());
    Book book = build(SAMPLE);
    assertClose(held.value(), number(book, "portfolio_value"));
    assertClose(730, number(book, "observations"));
    assertClose(Volatility.volatility(returns, 365), number(book, "portfolio_volatility"));
    assertClose(
        TailRisk.valueAtRisk(returns, 0.95, TailRisk.Method.HISTORICAL),
        number(book, "portfolio_var"));
    assertClose(
        TailRisk.expectedShortfall(returns, 0.95, TailRisk.Method.HISTORICAL),
        number(book, "portfolio_es"));
    assertClose(Drawdown.maximum(returns), number(book, "portfolio_max_drawdown"));
    assertClose(Drawdown.current(returns), number(book, "portfolio_drawdown"));
    assertClose(Returns.recoveryGain(Drawdown.current(returns)), number(book, "recovery_gain"));
    assertClose(Diversification.effectiveAssets(held.weights()), number(book, "effective_assets"));
    assertClose(
        Diversification.diversificationRatio(held.returns(), held.weights()),
        number(book, "diversification_ratio"));
    double loss = TailRisk.stressLoss(held.weights(), held.betas(), -0.5);
    assertClose(loss, number(book, "stress_loss"));
    assertClose(loss * held.value(), number(book, "fall_loss"));
    assertClose(MarketModel.rSquared(returns, held.market()), number(book, "portfolio_rsq"));
  }

  @Test
  void riskSharesAreThoseOfTheMetrics() throws Exception {
    Held held = Held.of(SAMPLE);
    double[] shares = Diversification.riskShares(held.returns(), held.weights());
    Book book = build(SAMPLE);
    for (int a = 0; a < shares.length; a++) {
      assertClose(shares[a], (Double) cell(book, "Risk", SAMPLE.holdings().get(a).asset(), 5));
    }
  }

  @Test
  void sellingToTheWeightLimitLeavesExactlyThatWeight() throws Exception {
    Held held = Held.of(concentrated());
    Book book = withOwnLimit(build(concentrated()), RiskLimit.LARGEST_RISK_SHARE, 1);
    double price =
        SAMPLE.prices().close()[SAMPLE.prices().column("BTC")][SAMPLE.prices().dates().size() - 1];
    assertTrue(held.weights()[0] > 0.5);
    double units = trade(book, "BTC", 8);
    assertClose(0.35, (2 + units) * price / held.value());
    assertClose(units * price, trade(book, "BTC", 7));
  }

  @Test
  void sellingToTheRiskLimitLeavesExactlyThatRiskShareWithTheProceedsInCash() throws Exception {
    Held held = Held.of(concentrated());
    for (double limit : new double[] {0.2, 0.4, 0.5, 0.75}) {
      Book book = withOwnLimit(build(concentrated()), RiskLimit.LARGEST_WEIGHT, 1);
      withOwnLimit(book, RiskLimit.LARGEST_RISK_SHARE, limit);
      double[] weights = held.weights().clone();
      weights[0] += trade(book, "BTC", 7) / held.value();
      assertTrue(weights[0] < held.weights()[0]);
      double[] returns = held.portfolio(weights);
      double[] part = new double[returns.length];
      for (int t = 0; t < part.length; t++) {
        part[t] = weights[0] * held.returns()[0][t];
      }
      assertEquals(limit, MarketModel.beta(part, returns), 1e-9);
    }
  }

  @Test
  void sellingOfEveryAssetBringsAllFourMeasuresToTheirLimits() throws Exception {
    Book book = build(concentrated());
    double kept = 1 - number(book, "sell_every");
    assertTrue(kept < 1);
    double nearest = 0;
    for (String[] pair :
        new String[][] {
          {"portfolio_volatility", "volatility_limit"},
          {"portfolio_var", "value_at_risk_limit"},
          {"portfolio_es", "expected_shortfall_limit"},
          {"stress_loss", "stress_loss_limit"}
        }) {
      double used = kept * number(book, pair[0]) / number(book, pair[1]);
      assertTrue(used <= 1 + 1e-12, pair[0]);
      nearest = Math.max(nearest, used);
    }
    assertClose(1, nearest);
  }

  @Test
  void tradesForLimitsComeFirstThenSellingOfAllThenTargets() throws Exception {
    Book book =
        build(
            of(
                holding("BTC", 2, 0.34),
                holding("ETH", 5, 0.33),
                holding("SOL", 50, 0.03),
                holding("PAXG", 4, 0.3)));
    List<List<Object>> actions = actions(book);
    assertEquals("Sell BTC", actions.get(0).get(0));
    assertTrue(String.valueOf(actions.get(1).get(0)).endsWith("of every asset"));
    assertTrue(String.valueOf(actions.get(2).get(0)).startsWith("Buy "));
    assertEquals("", actions.get(1).get(2));
    assertClose(
        number(book, "sell_every") * number(book, "portfolio_value"),
        (Double) actions.get(1).get(3));
  }

  @Test
  void aTradeGoesOnToTheTargetWhereThatIsFurther() throws Exception {
    Portfolio portfolio =
        of(holding("BTC", 2, 0.1), holding("ETH", 5, 0.5), holding("PAXG", 4, 0.4));
    Held held = Held.of(portfolio);
    Book book = withOwnLimit(build(portfolio), RiskLimit.LARGEST_RISK_SHARE, 1);
    assertClose((0.1 - held.weights()[0]) * held.value(), trade(book, "BTC", 7));
  }

  @Test
  void withoutTargetsNoTradeGoesTowardsThem() throws Exception {
    Book book =
        build(
            of(
                holding("BTC", 0.1, NONE),
                holding("ETH", 2, NONE),
                holding("PAXG", 10, NONE),
                holding("USDC", 60000, NONE),
                holding("BNB", 10, NONE)));
    withOwnLimit(book, RiskLimit.LARGEST_WEIGHT, 1);
    withOwnLimit(book, RiskLimit.LARGEST_RISK_SHARE, 1);
    assertEquals(List.of("No trade is called for", "", "", ""), actions(book).get(0));
    assertEquals(List.of("", "", "", ""), actions(book).get(1));
    assertEquals(0.0, book.value("assets_off_target"));
    assertEquals(0.0, number(book, "trade_count"));
  }

  @Test
  void theVerdictCountsTheBreachesAndNamesTheWorst() throws Exception {
    Book book = withOwnLimit(build(SAMPLE), RiskLimit.VOLATILITY, 0.01);
    assertEquals("Volatility, annual", book.value("worst_limit"));
    assertEquals("BREACH", book.value("report_status"));
    assertTrue(
        String.valueOf(book.value("verdict"))
            .matches("\\d limits are breached; the worst: Volatility, annual\\."));
    assertClose(
        number(book, "limits_breached") + number(book, "assets_off_target"),
        number(book, "alert_count"));
  }

  @Test
  void aLimitOfZeroThatIsBreachedIsTheWorst() throws Exception {
    Book book = withOwnLimit(build(SAMPLE), RiskLimit.DRAWDOWN, 0);
    assertEquals("Current drawdown", book.value("worst_limit"));
  }

  @Test
  void aFailedCheckOverridesTheVerdict() throws Exception {
    Book book = build(SAMPLE);
    Sheet inputs = sheet(book, "Inputs");
    inputs.set(row(inputs, 0, "BTC", 0), 2, 0.9, Style.input(Style.Format.PERCENT));
    book.calculate();
    assertEquals("FAILED", book.value("report_status"));
    assertTrue(String.valueOf(book.value("verdict")).startsWith("A check failed"));
  }

  @Test
  void oneAssetIsNotToldToCutItsRiskShare() throws Exception {
    Book book = build(of(holding("BTC", 1, NONE)));
    assertEquals(0.0, trade(book, "BTC", 5));
    assertTrue(String.valueOf(actions(book).get(0).get(1)).startsWith("weight 100 % over 35 %"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void aPortfolioWithoutVarianceHasNoErrors() throws Exception {
    PriceTable p = SAMPLE.prices();
    double[][] close = p.close().clone();
    close[p.column("USDC")] = new double[p.dates().size()];
    java.util.Arrays.fill(close[p.column("USDC")], 1);
    PriceTable flat = PriceTable.ofClose(p.dates(), p.assets(), close);
    Book book =
        build(
            new Portfolio(
                "Flat",
                List.of(holding("USDC", 1000, NONE)),
                flat,
                SAMPLE.settings(),
                SAMPLE.source()));
    for (Sheet sheet : book.sheets()) {
      for (int r = 0; r < sheet.rowCount(); r++) {
        for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
          Cell cell = sheet.cell(r, c);
          assertTrue(
              cell == null || !(cell.value instanceof CellError),
              sheet.name() + "!" + A1.cell(r, c));
        }
      }
    }
    assertEquals("n/a", book.value("portfolio_rsq"));
  }

  @Test
  void aShortIsRefusedByName() {
    Holding shorted = new Holding("BTC", 1, NONE, NONE, NONE, Holding.Side.SHORT, "", "");
    PortfolioException refused = assertThrows(PortfolioException.class, () -> build(of(shorted)));
    assertEquals(
        "side: found a short of BTC, expected long positions only: risk-report",
        refused.getMessage());
  }
}
