package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.PriceTable;
import io.ballast.metrics.Correlation;
import io.ballast.metrics.Diversification;
import io.ballast.metrics.MarketModel;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.Volatility;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NonCorrelatedTest {
  private static final double TOLERANCE = 1e-9;
  private static final Portfolio SAMPLE = SampleMarket.portfolio();
  private static final List<String> HELD = SAMPLE.holdings().stream().map(Holding::asset).toList();
  private static final int N = HELD.size();

  private static BookReader sample;
  private static double[][] returns;
  private static double[] weights;
  private static double[] portfolio;

  @BeforeAll
  static void build() throws Exception {
    sample = new BookReader(new NonCorrelated().build(SAMPLE));
    returns = BookReader.returns(Histories.of(SAMPLE), HELD);
    weights = sample.column("weights", N);
    portfolio = new double[returns[0].length];
    for (int t = 0; t < portfolio.length; t++) {
      for (int i = 0; i < N; i++) {
        portfolio[t] += weights[i] * returns[i][t];
      }
    }
  }

  private static Holding plain(String asset, double units) {
    return new Holding(asset, units, Double.NaN, Double.NaN, Double.NaN);
  }

  private static BookReader of(PriceTable prices, Holding... holdings) throws PortfolioException {
    return new BookReader(
        new NonCorrelated()
            .build(
                new Portfolio(
                    "Test", List.of(holdings), prices, SAMPLE.settings(), SAMPLE.source())));
  }

  private static double[] mixed(double[] held, double[] candidate) {
    double[] after = new double[held.length];
    for (int t = 0; t < after.length; t++) {
      after[t] = 0.9 * held[t] + 0.1 * candidate[t];
    }
    return after;
  }

  private static double[] last(double[] values, int count) {
    return Arrays.copyOfRange(values, values.length - count, values.length);
  }

  @Test
  void aCandidateIsTriedOnEveryDay() {
    double[] ada = BookReader.returns(table(), List.of("ADA"))[0];
    double[] after = mixed(portfolio, ada);
    String sheet = "Candidates";
    assertEquals(
        Volatility.volatility(portfolio, 365),
        sample.number(sheet, "Volatility before", "ADA"),
        TOLERANCE);
    assertEquals(
        Volatility.volatility(after, 365),
        sample.number(sheet, "Volatility after", "ADA"),
        TOLERANCE);
    assertEquals(
        Correlation.pearson(ada, portfolio),
        sample.number(sheet, "Correlation with the portfolio", "ADA"),
        TOLERANCE);
    assertEquals(
        Correlation.pValue(ada, portfolio), sample.number(sheet, "p-value", "ADA"), TOLERANCE);
    assertEquals(
        MarketModel.beta(after, returns[0]), sample.number(sheet, "Beta after", "ADA"), TOLERANCE);
    double[][] with = Arrays.copyOf(returns, N + 1);
    with[N] = ada;
    double[] spread = new double[N + 1];
    for (int i = 0; i < N; i++) {
      spread[i] = 0.9 * weights[i];
    }
    spread[N] = 0.1;
    assertEquals(
        Diversification.diversificationRatio(with, spread),
        sample.number(sheet, "Diversification ratio after", "ADA"),
        TOLERANCE);
    assertEquals(
        Correlation.average(with),
        sample.number(sheet, "Average correlation after", "ADA"),
        TOLERANCE);
    assertEquals(
        Correlation.average(returns),
        sample.number(sheet, "Average correlation before", "ADA"),
        TOLERANCE);
  }

  private static PriceTable table() {
    try {
      return Histories.withOthers(SAMPLE, Candidates.MOST);
    } catch (PortfolioException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLateCandidateIsTriedOnItsOwnDays() {
    double[] all = BookReader.returns(table(), List.of("ARB"))[0];
    int days = (int) Arrays.stream(all).filter(r -> !Double.isNaN(r)).count();
    assertTrue(days < portfolio.length);
    double[] arb = last(all, days);
    double[] held = last(portfolio, days);
    String sheet = "Candidates";
    assertEquals(days, sample.number(sheet, "Days in common", "ARB"));
    assertEquals(days, sample.number("fewest_days"));
    double before = Volatility.volatility(held, 365);
    double after = Volatility.volatility(mixed(held, arb), 365);
    assertEquals(before, sample.number(sheet, "Volatility before", "ARB"), TOLERANCE);
    assertEquals(1 - after / before, sample.number(sheet, "Cut of volatility", "ARB"), TOLERANCE);
    double[][] shorter = new double[N][];
    for (int i = 0; i < N; i++) {
      shorter[i] = last(returns[i], days);
    }
    assertEquals(
        Diversification.diversificationRatio(shorter, weights),
        sample.number(sheet, "Diversification ratio before", "ARB"),
        TOLERANCE);
  }

  @Test
  void theBestCandidateComesFirst() throws Exception {
    BookReader book = of(SAMPLE.prices(), plain("BTC", 1), plain("ETH", 5));
    double paxg = book.number("Candidates", "Cut of volatility", "PAXG");
    double sol = book.number("Candidates", "Cut of volatility", "SOL");
    assertTrue(paxg > 0.05 && paxg > sol);
    assertEquals(8, book.number("candidate_count"));
    assertTrue(
        book.number("Candidates", "Rank by cut", "PAXG")
            < book.number("Candidates", "Rank by cut", "SOL"));
    String verdict = (String) book.sheet("Dashboard").cell(8, 0).value;
    assertTrue(verdict.matches("Adding 10 % (PAXG|USDC) cuts volatility from .*"), verdict);
  }

  @Test
  void correlationsWithTheBenchmarkAreThoseOfTheMetrics() {
    double[] eth = returns[1];
    double[] btc = returns[0];
    String sheet = "Calculation";
    assertEquals(
        Correlation.pearson(eth, btc), sample.number(sheet, "Pearson, all days", "ETH"), TOLERANCE);
    double[][] both = {eth, btc};
    assertEquals(
        Correlation.matrix(both, Correlation.Method.SPEARMAN)[0][1],
        sample.number(sheet, "Spearman", "ETH"),
        TOLERANCE);
    assertEquals(
        Correlation.matrix(both, Correlation.Method.KENDALL)[0][1],
        sample.number(sheet, "Kendall", "ETH"),
        TOLERANCE);
    assertEquals(Correlation.ewma(eth, btc, 0.94), sample.number(sheet, "EWMA", "ETH"), TOLERANCE);
    assertEquals(
        Correlation.downside(eth, btc, 0), sample.number(sheet, "When it falls", "ETH"), TOLERANCE);
    double[] sorted = btc.clone();
    Arrays.sort(sorted);
    int worst = (int) Math.floor(0.05 * sorted.length);
    assertEquals(worst, sample.number("tail_days"));
    assertEquals(
        Correlation.downside(eth, btc, sorted[worst]),
        sample.number(sheet, "On its worst days", "ETH"),
        TOLERANCE);
  }

  @Test
  void theMostAlikePairIsNamed() {
    double[][] matrix = Correlation.matrix(returns, Correlation.Method.PEARSON);
    double largest = -1;
    String pair = "";
    for (int i = 0; i < N; i++) {
      for (int j = i + 1; j < N; j++) {
        if (matrix[i][j] > largest) {
          largest = matrix[i][j];
          pair = HELD.get(i) + " " + HELD.get(j);
        }
      }
    }
    assertEquals(largest, sample.number("largest_correlation"), TOLERANCE);
    assertEquals(pair, sample.value("most_alike_first") + " " + sample.value("most_alike_second"));
  }

  @Test
  void theRollingCorrelationIsThatOfTheMetrics() {
    double[] rolling = Rolling.correlation(returns[0], returns[1], 90);
    assertEquals(rolling[rolling.length - 1], sample.number("rolling_latest"), TOLERANCE);
    Sheet data = sample.sheet("Chart data");
    for (int point : new int[] {0, 100, 365}) {
      double row = (Double) data.cell(6 + point, 0).value;
      assertEquals(rolling[(int) row - 2], (Double) data.cell(6 + point, 2).value, TOLERANCE);
      double r = rolling[(int) row - 2];
      double z = 0.5 * Math.log((1 + r) / (1 - r)) - 2 / Math.sqrt(87);
      assertEquals(Math.tanh(z), (Double) data.cell(6 + point, 3).value, TOLERANCE);
    }
  }

  @Test
  void theHeatMapIsInTheOrderOfTheAverage() {
    Sheet map = sample.sheet("Heat map");
    double before = -2;
    for (int i = 0; i < N; i++) {
      double sum = -1;
      for (int j = 0; j < N; j++) {
        sum += (Double) map.cell(7 + i, 1 + j).value;
      }
      assertTrue(sum >= before - TOLERANCE);
      before = sum;
      assertEquals(1, (Double) map.cell(7 + i, 1 + i).value, TOLERANCE);
    }
  }

  @Test
  void everyMethodFillsTheHeatMap() throws Exception {
    BookReader book = of(SAMPLE.prices(), plain("BTC", 1), plain("ETH", 5), plain("PAXG", 3));
    double[][] three =
        BookReader.returns(
            Histories.of(portfolioOf("BTC", "ETH", "PAXG")), List.of("BTC", "ETH", "PAXG"));
    for (Correlation.Method method :
        List.of(Correlation.Method.SPEARMAN, Correlation.Method.KENDALL)) {
      String word = method == Correlation.Method.SPEARMAN ? "Spearman" : "Kendall";
      book.enter("corr_method", word).calculate();
      assertEquals(
          Correlation.matrix(three, method)[0][1],
          book.number("Heat map", "BTC", "ETH"),
          TOLERANCE);
    }
    book.enter("corr_method", "EWMA").calculate();
    assertEquals(
        Correlation.ewma(three[0], three[1], 0.94),
        book.number("Heat map", "BTC", "ETH"),
        TOLERANCE);
    book.book().calculateWithoutAddIn();
    assertEquals(List.of(), book.errors());
    assertTrue(((String) book.sheet("Heat map").cell(3, 0).value).contains(Frame.NEEDS_ADDIN));
    assertEquals("", book.sheet("Heat map").cell(7, 1).value);
  }

  private static Portfolio portfolioOf(String... assets) {
    return new Portfolio(
        "Test",
        Arrays.stream(assets).map(asset -> plain(asset, 1)).toList(),
        SAMPLE.prices(),
        SAMPLE.settings(),
        SAMPLE.source());
  }

  @Test
  void withoutCandidatesTheDashboardSaysSo() throws Exception {
    PriceTable two = SAMPLE.prices().window(List.of("BTC", "ETH"), null, 200);
    BookReader book = of(two, plain("BTC", 1), plain("ETH", 5));
    assertEquals(0, book.number("candidate_count"));
    assertTrue(((String) book.sheet("Dashboard").cell(8, 0).value).startsWith("No candidates"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
    assertEquals(List.of(), book.errors());
  }

  @Test
  void oneHoldingHasNoPairButCandidates() throws Exception {
    BookReader book = of(SAMPLE.prices(), plain("BTC", 1));
    assertEquals("n/a", book.value("largest_correlation"));
    assertEquals("n/a", book.value("mean_with_worst"));
    assertEquals(9, book.number("candidate_count"));
    assertEquals(List.of(), book.errors());
    book.book().calculateWithoutAddIn();
    assertEquals(List.of(), book.errors());
  }

  @Test
  void sellingAHoldingMakesItACandidate() throws Exception {
    BookReader book = new BookReader(new NonCorrelated().build(SAMPLE, Room.TEMPLATE));
    Chart.Block slots = book.block("holding_slots");
    int last = slots.firstRow() + N - 1;
    slots.sheet().set(last, 0, null, slots.sheet().cell(last, 0).style);
    slots.sheet().set(last, 1, null, slots.sheet().cell(last, 1).style);
    book.calculate();
    assertEquals(3, book.number("candidate_count"));
    assertTrue(book.number("Candidates", "Cut of volatility", "USDC") > 0.09);
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
    assertEquals(List.of(), book.errors());
  }
}
