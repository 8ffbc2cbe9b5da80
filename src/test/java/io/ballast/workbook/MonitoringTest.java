package io.ballast.workbook;

import static io.ballast.workbook.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.PriceTable;
import io.ballast.metrics.Backtest;
import io.ballast.metrics.MarketModel;
import io.ballast.metrics.Normal;
import io.ballast.metrics.Regime;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.Statistics;
import io.ballast.metrics.TailRisk;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoringTest {
  private static final Portfolio SAMPLE = SampleMarket.portfolio();
  private static final double YEAR = 365;
  private static final double CONFIDENCE = 0.95;
  private static final int WINDOW = 60;

  private final Book book;
  private final BookReader reader;
  private final double[] returns = BookReader.returns(SAMPLE);
  private final double[] market = BookReader.returns(SAMPLE, "BTC");

  MonitoringTest() throws PortfolioException {
    book = new Monitoring().build(SAMPLE, new Room(12, 12, 800));
    reader = new BookReader(book);
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  private static Holding holding(String asset, double units) {
    return new Holding(asset, units, Double.NaN, Double.NaN, Double.NaN);
  }

  @Test
  void rollingFiguresAreThoseOfTheCore() {
    double[] volatility = BookReader.known(Rolling.volatility(returns, WINDOW, YEAR));
    double[] found = BookReader.known(reader.days("Over time", "Rolling volatility, annual"));
    assertEquals(volatility.length, found.length);
    double[] beta = Rolling.beta(returns, market, WINDOW);
    double[] correlation = Rolling.correlation(returns, market, WINDOW);
    double[] betas = reader.days("Beside the benchmark", "Rolling beta");
    double[] correlations = reader.days("Beside the benchmark", "Rolling correlation");
    for (int t = 0; t < volatility.length; t++) {
      assertClose(volatility[t], found[t], "volatility " + t);
      assertClose(beta[t + WINDOW - 1], betas[t + WINDOW], "beta " + t);
      assertClose(correlation[t + WINDOW - 1], correlations[t + WINDOW], "correlation " + t);
    }
    assertClose(last(volatility), reader.number("rolling_volatility"), "volatility");
    assertClose(last(beta), reader.number("rolling_beta"), "beta");
    assertClose(last(correlation), reader.number("rolling_correlation"), "correlation");
  }

  @Test
  void theRegimeIsThatOfTheCore() throws PortfolioException {
    for (int lookback : new int[] {90, 200, 300, 400, 500, 600, 800, 1000}) {
      Portfolio part = Portfolios.with(SAMPLE, SAMPLE.holdings(), lookback, null);
      Book found = new Monitoring().build(part);
      double[] r = BookReader.returns(part);
      int window = Math.min(WINDOW, r.length / 2);
      assertEquals(Regime.latest(r, window).name(), found.value("regime"), "look-back " + lookback);
    }
  }

  /** The forecast of each day after the first window, by the days before. */
  private double[] forecasts(boolean ewma) {
    double z = Normal.quantile(1 - CONFIDENCE);
    double[] forecasts = new double[returns.length - WINDOW];
    double v = 0;
    for (int t = 0; t < returns.length; t++) {
      if (t >= WINDOW) {
        double[] before = Arrays.copyOfRange(returns, t - WINDOW, t);
        forecasts[t - WINDOW] =
            ewma
                ? -z * Math.sqrt(v)
                : -(Statistics.mean(before) + z * Statistics.standardDeviation(before));
      }
      double square = returns[t] * returns[t];
      v = t == 0 ? square : 0.94 * v + 0.06 * square;
    }
    return forecasts;
  }

  private void assertBacktest(boolean ewma) {
    double[] forecasts = forecasts(ewma);
    double[] tested = Arrays.copyOfRange(returns, WINDOW, returns.length);
    Backtest.Coverage coverage = Backtest.kupiec(tested, forecasts, CONFIDENCE);
    Backtest.Independence chain = Backtest.christoffersen(tested, forecasts, CONFIDENCE);
    assertEquals(coverage.observations(), reader.number("backtest_days"));
    assertEquals(coverage.breaches(), reader.number("breach_count"));
    assertClose(coverage.likelihoodRatio(), reader.number("kupiec_ratio"), "Kupiec");
    assertClose(coverage.pValue(), reader.number("kupiec_p"), "Kupiec p");
    assertClose(chain.independence(), reader.number("independence_ratio"), "independence");
    assertClose(chain.independencePValue(), reader.number("independence_p"), "independence p");
    assertClose(chain.conditional(), reader.number("coverage_ratio"), "coverage");
    assertClose(chain.conditionalPValue(), reader.number("coverage_p"), "coverage p");
    assertEquals(
        Backtest.trafficLight(coverage.breaches(), coverage.observations(), CONFIDENCE).name(),
        book.value("traffic_light"));
  }

  @Test
  void theBacktestIsThatOfTheCoreForBothModelsAndBothBranches() {
    assertBacktest(true);
    book.calculateWithoutAddIn();
    assertBacktest(true);
    reader.enter("var_model", MonitoringInputs.NORMAL).calculate();
    assertBacktest(false);
    book.calculateWithoutAddIn();
    assertBacktest(false);
  }

  @Test
  void scenariosFollowBetaUnlessAnOwnShockIsEntered() throws PortfolioException {
    double[] weights = BookReader.weights(SAMPLE);
    double[] betas = new double[weights.length];
    double own = 0;
    for (int i = 0; i < weights.length; i++) {
      Holding holding = SAMPLE.holdings().get(i);
      betas[i] = MarketModel.beta(BookReader.returns(SAMPLE, holding.asset()), market);
      own += weights[i] * (holding.category().equals("Stablecoin") ? -0.3 : betas[i] * -0.1);
    }
    double[] shocks = {-0.3, -0.5, -0.8};
    for (int s = 0; s < shocks.length; s++) {
      assertClose(
          -TailRisk.stressLoss(weights, betas, shocks[s]),
          reader.number("scenario_change_" + (s + 1)),
          "scenario " + s);
    }
    assertClose(TailRisk.stressLoss(weights, betas, -0.5), reader.number("stress_half"), "half");
    assertClose(own, reader.number("scenario_change_4"), "peg");
    assertClose(
        Arrays.stream(returns).min().orElseThrow(), reader.number("scenario_change_5"), "day");
    assertClose(worstWeek(weights), reader.number("scenario_change_6"), "week");
  }

  /** The change of today's holdings over the week in which rebalanced wealth fell most. */
  private double worstWeek(double[] weights) throws PortfolioException {
    double least = Double.POSITIVE_INFINITY;
    int end = 0;
    for (int t = 7; t <= returns.length; t++) {
      double growth = 1;
      for (int d = t - 7; d < t; d++) {
        growth *= 1 + returns[d];
      }
      if (growth < least) {
        least = growth;
        end = t;
      }
    }
    double change = 0;
    for (int i = 0; i < weights.length; i++) {
      double[] asset = BookReader.returns(SAMPLE, SAMPLE.holdings().get(i).asset());
      double growth = 1;
      for (int d = end - 7; d < end; d++) {
        growth *= 1 + asset[d];
      }
      change += weights[i] * (growth - 1);
    }
    return change;
  }

  @Test
  void daysToSellCountUnitsOrCurrency() {
    PriceTable prices = SAMPLE.prices();
    int btc = prices.column("BTC");
    int last = prices.dates().size() - 1;
    double mean =
        Arrays.stream(Arrays.copyOfRange(prices.volume()[btc], last - 29, last + 1))
            .average()
            .orElseThrow();
    double price = prices.close()[btc][last];
    assertClose(
        0.5 * price / (mean * 0.1),
        reader.number("Calculation", "Days to sell", "BTC"),
        "currency");
    reader.enter("volume_unit", MonitoringInputs.UNITS).calculate();
    assertClose(0.5 / (mean * 0.1), reader.number("Calculation", "Days to sell", "BTC"), "units");
  }

  @Test
  void openAlertsComeInOrderOfUrgency() {
    Sheet alerts = reader.sheet("Alerts");
    double previous = Double.POSITIVE_INFINITY;
    int open = (int) (reader.number("alert_count") + reader.number("watch_count"));
    assertTrue(open > 1 && open <= 10);
    for (int i = 0; i < open; i++) {
      Object used = alerts.cell(8 + i, 2).value;
      double urgency =
          ("BREACH".equals(alerts.cell(8 + i, 1).value) ? 200 : 100)
              + (used instanceof Double share ? share : 0);
      assertTrue(urgency <= previous, "place " + i);
      assertNotEquals("OK", alerts.cell(8 + i, 1).value);
      previous = urgency;
    }
    assertEquals("", alerts.cell(8 + open, 0).value);
  }

  @Test
  void aHighScoreAndAnOverdueReviewAreAlerts() {
    double before = reader.number("alert_count");
    Sheet register = reader.sheet("Risk register");
    register.set(9, 3, 5.0, register.cell(9, 3).style);
    register.set(10, 8, 40000.0, register.cell(10, 8).style);
    book.calculate();
    assertEquals(25.0, reader.number("highest_risk_score"));
    assertEquals("BREACH", register.cell(9, 6).value);
    assertEquals(1.0, reader.number("reviews_overdue"));
    assertEquals(before + 2, reader.number("alert_count"));
  }

  @Test
  void anEmptyRegisterIsNoError() {
    Sheet register = reader.sheet("Risk register");
    for (int row = 9; row < 34; row++) {
      for (int column : new int[] {0, 1, 2, 3, 4, 7, 8, 10}) {
        register.set(row, column, null, register.cell(row, column).style);
      }
    }
    book.calculate();
    assertEquals(List.of(), reader.errors());
    assertEquals("n/a", book.value("highest_risk_score"));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void missingVolumesAreSaidSo() throws PortfolioException {
    PriceTable p = SAMPLE.prices();
    Portfolio bare =
        new Portfolio(
            "Bare",
            SAMPLE.holdings(),
            PriceTable.ofClose(p.dates(), p.assets(), p.close()),
            SAMPLE.settings(),
            SAMPLE.source());
    Book found = new Monitoring().build(bare);
    assertEquals("n/a", found.value("liquidity_days"));
    assertEquals(8.0, found.value("volumes_missing"));
    assertEquals(List.of(), new BookReader(found).errors());
  }

  @Test
  void aPriceThatNeverMovesAndAFewDaysGiveNoErrorCell() throws PortfolioException {
    Portfolio sample = SampleMarket.portfolio();
    Arrays.fill(sample.prices().close()[sample.prices().column("USDC")], 1.0);
    for (Portfolio portfolio :
        List.of(
            Portfolios.with(sample, List.of(holding("USDC", 5)), 200, null),
            Portfolios.with(sample, List.of(holding("BTC", 5), holding("USDC", 1)), 3, null),
            Portfolios.with(sample, List.of(holding("BTC", 5)), 8, null))) {
      Book found = new Monitoring().build(portfolio);
      assertEquals(List.of(), new BookReader(found).errors());
      found.calculateWithoutAddIn();
      assertEquals(List.of(), new BookReader(found).errors());
    }
  }
}
