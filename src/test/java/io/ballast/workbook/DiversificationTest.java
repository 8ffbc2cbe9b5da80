package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.PriceTable;
import io.ballast.metrics.Bets;
import io.ballast.metrics.Covariance;
import io.ballast.metrics.EfficientFrontier;
import io.ballast.metrics.HierarchicalRiskParity;
import io.ballast.metrics.PortfolioWeights;
import io.ballast.metrics.RiskParity;
import io.ballast.metrics.WeightBounds;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiversificationTest {
  private static final double TOLERANCE = 1e-9;
  private static final Portfolio SAMPLE = SampleMarket.portfolio();
  private static final int N = SAMPLE.holdings().size();
  private static final WeightBounds BOUNDS = new WeightBounds(0, 0.4);

  private static BookReader sample;
  private static double[][] returns;
  private static double[] weights;

  @BeforeAll
  static void build() throws Exception {
    sample = new BookReader(new Diversification().build(SAMPLE));
    PriceTable table = Histories.of(SAMPLE);
    returns = BookReader.returns(table, SAMPLE.holdings().stream().map(Holding::asset).toList());
    weights = new double[N];
    double total = 0;
    for (int i = 0; i < N; i++) {
      Holding h = SAMPLE.holdings().get(i);
      double[] close = table.close()[table.column(h.asset())];
      weights[i] = h.quantity() * close[close.length - 1];
      total += weights[i];
    }
    for (int i = 0; i < N; i++) {
      weights[i] /= total;
    }
  }

  private static Portfolio of(PriceTable prices, List<Holding> holdings) {
    return new Portfolio("Test", holdings, prices, SAMPLE.settings(), SAMPLE.source());
  }

  private static Holding plain(String asset, double units) {
    return new Holding(asset, units, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void targetWeightsOfEachMethodAreThoseOfTheMetrics() {
    assertArrayEquals(weights, sample.column("weights", N), TOLERANCE);
    assertArrayEquals(
        PortfolioWeights.inverseVolatility(returns),
        sample.column("target_inverse_volatility", N),
        TOLERANCE);
    assertArrayEquals(
        PortfolioWeights.minimumVariance(returns, BOUNDS),
        sample.column("target_minimum_variance", N),
        TOLERANCE);
    assertArrayEquals(RiskParity.equal(returns), sample.column("target_risk_parity", N), TOLERANCE);
    assertArrayEquals(
        PortfolioWeights.maximumDiversification(returns, BOUNDS),
        sample.column("target_maximum_diversification", N),
        TOLERANCE);
    assertArrayEquals(
        HierarchicalRiskParity.weights(returns),
        sample.column("target_hierarchical", N),
        TOLERANCE);
  }

  @Test
  void theComparedPortfoliosAreThoseOfTheirWeights() {
    double[] calm = PortfolioWeights.minimumVariance(returns, BOUNDS);
    String sheet = "Rebalancing";
    assertEquals(
        io.ballast.metrics.Diversification.portfolioVolatility(returns, calm, 365),
        sample.number(sheet, "Minimum variance", "Volatility, annual"),
        TOLERANCE);
    assertEquals(
        io.ballast.metrics.Diversification.diversificationRatio(returns, calm),
        sample.number(sheet, "Minimum variance", "Diversification ratio"),
        TOLERANCE);
    assertEquals(1.0 / N, sample.number(sheet, "Risk parity", "Largest risk share"), 1e-6);
    assertEquals(0, sample.number(sheet, "Today", "Turnover to get there, one way"));
    assertEquals(
        sample.number("portfolio_volatility"),
        sample.number(sheet, "Today", "Volatility, annual"),
        TOLERANCE);
  }

  @Test
  void betsAndStressAreThoseOfTheMetrics() {
    assertEquals(
        Bets.effective(returns, weights, Bets.Method.MINIMUM_TORSION),
        sample.number("effective_bets"),
        TOLERANCE);
    double[][] covariance = Covariance.sample(returns);
    double variance = 0;
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        double most = Math.sqrt(covariance[i][i] * covariance[j][j]);
        double stressed = covariance[i][j] + 0.5 * (most - covariance[i][j]);
        variance += weights[i] * weights[j] * stressed;
      }
    }
    assertEquals(Math.sqrt(variance * 365), sample.number("stress_volatility"), TOLERANCE);
  }

  @Test
  void groupsAddUpTheirAssets() {
    assertEquals(weights[0] + weights[4], sample.number("Groups", "Weight", "Currency"), TOLERANCE);
    double[] shares = io.ballast.metrics.Diversification.riskShares(returns, weights);
    assertEquals(
        shares[1] + shares[2], sample.number("Groups", "Risk share", "Smart contracts"), TOLERANCE);
    assertEquals(weights[2] + weights[5], sample.number("promising_weight"), TOLERANCE);
    assertEquals(weights[0] + weights[4], sample.number("largest_category_weight"), TOLERANCE);
    assertEquals(6, sample.number("group_count"));
  }

  @Test
  void tradesLeadToTheTargetsOutsideTheBand() {
    double value = sample.number("portfolio_value");
    double bought = 0;
    double sold = 0;
    for (int i = 0; i < N; i++) {
      Holding h = SAMPLE.holdings().get(i);
      double drift = weights[i] - h.targetWeight();
      double trade = Math.abs(drift) <= 0.02 ? 0 : -drift * value;
      assertEquals(trade, sample.number("Rebalancing", "Trade, currency", h.asset()), 1e-6);
      bought += Math.max(trade, 0);
      sold += Math.max(-trade, 0);
    }
    assertEquals(0.001 * (bought + sold), sample.number("trade_cost"), 1e-6);
    assertEquals((bought + sold) / 2 / value, sample.number("turnover"), TOLERANCE);
  }

  @Test
  void theChosenMethodLeadsTheTrades() throws Exception {
    BookReader chosen = new BookReader(new Diversification().build(SAMPLE));
    chosen.enter("target_method", "Minimum variance").enter("rebalancing_band", 0.0).calculate();
    double[] calm = PortfolioWeights.minimumVariance(returns, BOUNDS);
    for (int i = 0; i < N; i++) {
      assertEquals(
          calm[i],
          chosen.number("Rebalancing", "Weight after", SAMPLE.holdings().get(i).asset()),
          TOLERANCE);
    }
    assertEquals(true, chosen.value(Frame.CHECKS_PASSED));
    chosen.book().calculateWithoutAddIn();
    assertEquals(Frame.NEEDS_ADDIN, chosen.value("Rebalancing", "Trade, currency", "BTC"));
    assertEquals(Frame.NEEDS_ADDIN, chosen.value("turnover"));
    assertEquals(true, chosen.value(Frame.CHECKS_PASSED));
    assertEquals(List.of(), chosen.errors());
  }

  @Test
  void everyBuiltInMethodGivesTradesWithoutTheAddIn() throws Exception {
    BookReader chosen = new BookReader(new Diversification().build(SAMPLE));
    for (TargetMethod method :
        List.of(TargetMethod.OWN, TargetMethod.EQUAL, TargetMethod.INVERSE_VOLATILITY)) {
      chosen.enter("target_method", method.word());
      chosen.book().calculateWithoutAddIn();
      assertTrue(chosen.number("turnover") > 0, method.word());
    }
  }

  @Test
  void theFrontierIsThatOfTheMetrics() {
    EfficientFrontier.Point[] points = EfficientFrontier.points(returns, 12, BOUNDS, 365);
    for (int k = 0; k < points.length; k++) {
      String heading = "Point " + (k + 1);
      assertEquals(
          points[k].volatility(),
          sample.number("Frontier", heading, "Volatility, annual"),
          TOLERANCE);
      assertEquals(
          points[k].meanReturn(),
          sample.number("Frontier", heading, "Mean return, annual"),
          TOLERANCE);
      assertEquals(points[k].weights()[6], sample.number("Frontier", heading, "PAXG"), TOLERANCE);
    }
  }

  @Test
  void roomThatIsNotUsedChangesNoFigure() throws Exception {
    BookReader roomy = new BookReader(new Diversification().build(SAMPLE, Room.TEMPLATE));
    for (String name :
        List.of(
            "portfolio_volatility",
            "effective_bets",
            "turnover",
            "largest_category_weight",
            "stress_diversification_ratio",
            "alert_count")) {
      assertEquals(sample.number(name), roomy.number(name), TOLERANCE, name);
    }
    assertArrayEquals(
        sample.column("target_hierarchical", N), roomy.column("target_hierarchical", N), TOLERANCE);
    assertEquals(List.of(), roomy.errors());
  }

  @Test
  void withoutCategoriesNoLimitHoldsThem() throws Exception {
    BookReader bare =
        new BookReader(
            new Diversification()
                .build(of(SAMPLE.prices(), List.of(plain("BTC", 1), plain("ETH", 10)))));
    assertEquals("n/a", bare.value("largest_category_weight"));
    assertEquals("n/a", bare.value("promising_weight"));
    assertEquals(1, bare.number("Groups", "Weight", GroupSheet.UNCLASSIFIED), TOLERANCE);
    assertEquals(true, bare.value(Frame.CHECKS_PASSED));
  }

  @Test
  void oneAssetIsItsOwnTarget() throws Exception {
    BookReader one =
        new BookReader(new Diversification().build(of(SAMPLE.prices(), List.of(plain("ETH", 2)))));
    assertEquals(1, one.number("effective_assets"), TOLERANCE);
    assertEquals(1, one.column("target_minimum_variance", 1)[0], TOLERANCE);
    assertEquals(0, one.number("turnover"), TOLERANCE);
    assertEquals(List.of(), one.errors());
    one.book().calculateWithoutAddIn();
    assertEquals(List.of(), one.errors());
  }

  @Test
  void fiftyAssetsOfTheirOwnCategoriesHaveRoom() throws Exception {
    int assets = 50;
    int days = 120;
    Random random = new Random(5);
    double[][] close = new double[assets][days];
    List<LocalDate> dates = new ArrayList<>();
    for (int t = 0; t < days; t++) {
      dates.add(LocalDate.of(2024, 1, 1).plusDays(t));
      double market = random.nextGaussian() * 0.03;
      for (int a = 0; a < assets; a++) {
        double before = t == 0 ? 100 : close[a][t - 1];
        close[a][t] = before * Math.exp(market + random.nextGaussian() * 0.02);
      }
    }
    List<String> names =
        IntStream.range(0, assets).mapToObj(i -> i == 0 ? "BTC" : "Coin " + i).toList();
    PriceTable table = new PriceTable(dates, names, close, close, close, close, close);
    List<Holding> holdings =
        IntStream.range(0, assets)
            .mapToObj(
                i ->
                    new Holding(
                        names.get(i),
                        1,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Holding.Side.LONG,
                        "Category " + i,
                        i % 2 == 0 ? "Established" : "Promising"))
            .toList();
    BookReader wide = new BookReader(new Diversification().build(of(table, holdings)));
    assertEquals(true, wide.value(Frame.CHECKS_PASSED));
    assertEquals(50, wide.number("group_count"));
    assertEquals(List.of(), wide.errors());
  }

  @Test
  void aShortPositionWeighsNegatively() throws Exception {
    double none = Double.NaN;
    Holding sold =
        new Holding("ETH", 1, none, none, none, Holding.Side.SHORT, "Smart contracts", "Promising");
    Portfolio hedged = of(SAMPLE.prices(), List.of(plain("BTC", 1), plain("PAXG", 4), sold));
    BookReader book = new BookReader(new Diversification().build(hedged));
    double[] held = book.column("weights", 3);
    assertEquals(1, held[0] + held[1] + held[2], TOLERANCE);
    assertTrue(held[2] < 0);
    double[][] moves = BookReader.returns(Histories.of(hedged), List.of("BTC", "PAXG", "ETH"));
    assertEquals(
        io.ballast.metrics.Diversification.portfolioVolatility(moves, held, 365),
        book.number("portfolio_volatility"),
        TOLERANCE);
    assertEquals(held[2], book.number("largest_category_weight"), TOLERANCE);
    assertEquals(2, book.number("group_count"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
    assertEquals(List.of(), book.errors());
  }

  @Test
  void theFrontiersChartKeepsTheXValuesOfEachSeries() throws Exception {
    byte[] file = JudgedWorkbooksTest.bytes(sample.book());
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      XSSFChart chart = read.getSheet("Frontier").getDrawingPatriarch().getCharts().get(0);
      XDDFChartData data = chart.getChartSeries().get(0);
      double[] volatilities = sample.column("volatilities", N);
      for (int i = 0; i < N; i++) {
        assertEquals(
            volatilities[i],
            Double.parseDouble(String.valueOf(data.getSeries(1).getCategoryData().getPointAt(i))),
            TOLERANCE);
      }
      assertEquals(
          sample.number("portfolio_volatility"),
          Double.parseDouble(String.valueOf(data.getSeries(3).getCategoryData().getPointAt(0))),
          TOLERANCE);
    }
  }
}
