package io.ballast.workbook;

import static io.ballast.workbook.Close.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.metrics.Drawdown;
import io.ballast.metrics.MarketModel;
import io.ballast.metrics.RiskAdjusted;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.SharpeInference;
import io.ballast.metrics.Statistics;
import io.ballast.metrics.TailRisk;
import io.ballast.metrics.Volatility;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskMeasuresTest {
  private static final Portfolio SAMPLE = SampleMarket.portfolio();
  private static final double YEAR = 365;
  private static final double DAILY_RATE = Math.pow(1.02, 1 / YEAR) - 1;
  private static final Map<String, TailRisk.Method> METHODS =
      Map.of(
          "historical",
          TailRisk.Method.HISTORICAL,
          "normal",
          TailRisk.Method.NORMAL,
          "modified",
          TailRisk.Method.MODIFIED,
          "EWMA",
          TailRisk.Method.EWMA);

  private final Book book;
  private final BookReader reader;

  RiskMeasuresTest() throws PortfolioException {
    book = new RiskMeasures().build(SAMPLE, new Room(12, 12, 800));
    reader = new BookReader(book);
  }

  private static double[] excess(double[] returns) {
    return Arrays.stream(returns).map(r -> r - DAILY_RATE).toArray();
  }

  private void assertAsset(String asset) throws PortfolioException {
    double[] r = BookReader.returns(SAMPLE, asset);
    double[] m = BookReader.returns(SAMPLE, "BTC");
    double[] x = excess(r);
    Statistics.Shape shape = Statistics.shape(r);
    assertFigure(asset, "Volatility, annual", Volatility.volatility(r, YEAR));
    assertFigure(asset, "Beta", MarketModel.beta(r, m));
    assertFigure(asset, "R², systemic share of variance", MarketModel.rSquared(r, m));
    assertFigure(asset, "Systemic risk, annual", MarketModel.systemicRisk(r, m, YEAR));
    assertFigure(asset, "Non-systemic risk, annual", MarketModel.nonsystemicRisk(r, m, YEAR));
    assertFigure(asset, "Sharpe ratio, annual", RiskAdjusted.sharpe(x, YEAR));
    assertFigure(asset, "Skewness", shape.skewness());
    assertFigure(asset, "Excess kurtosis", shape.excessKurtosis());
    assertFigure(
        asset, "Standard error of the Sharpe ratio", SharpeInference.standardError(x, YEAR));
    assertFigure(
        asset,
        "Probability that the true one beats the hurdle",
        SharpeInference.probabilistic(x, 0, YEAR));
    assertFigure(asset, "Sortino ratio, annual", RiskAdjusted.sortino(r, 0, YEAR));
    assertFigure(asset, "Maximum drawdown", Drawdown.maximum(r));
    assertFigure(asset, "Current drawdown", Drawdown.current(r));
    assertFigure(asset, "Longest time under water, days", Drawdown.timeUnderWater(r));
    for (Map.Entry<String, TailRisk.Method> method : METHODS.entrySet()) {
      assertFigure(
          asset, "VaR, " + method.getKey(), TailRisk.valueAtRisk(r, 0.95, method.getValue()));
      assertFigure(
          asset, "ES, " + method.getKey(), TailRisk.expectedShortfall(r, 0.95, method.getValue()));
    }
  }

  private void assertFigure(String asset, String heading, double expected) {
    assertClose(expected, reader.number("Calculation", heading, asset), asset + " " + heading);
  }

  @Test
  void figuresOfEachAssetAreThoseOfTheCore() throws PortfolioException {
    for (Holding holding : SAMPLE.holdings()) {
      assertAsset(holding.asset());
    }
  }

  @Test
  void builtInFormulasGiveTheFiguresOfTheCoreToo() throws PortfolioException {
    book.calculateWithoutAddIn();
    assertAsset("DOGE");
    assertAsset("USDC");
  }

  @Test
  void figuresOfThePortfolioAreThoseOfTheCore() throws PortfolioException {
    double[] r = BookReader.returns(SAMPLE);
    assertClose(
        Volatility.volatility(r, YEAR), reader.number("portfolio_volatility"), "volatility");
    assertClose(RiskAdjusted.sharpe(excess(r), YEAR), reader.number("portfolio_sharpe"), "Sharpe");
    assertClose(
        SharpeInference.minimumTrackRecord(excess(r), 0, 0.95, YEAR),
        reader.number("portfolio_track_record"),
        "track record");
    assertClose(Drawdown.maximum(r), reader.number("portfolio_max_drawdown"), "drawdown");
    assertClose(
        Drawdown.timeUnderWater(r), reader.number("portfolio_longest_under_water"), "under water");
    assertClose(
        TailRisk.expectedShortfall(r, 0.95, TailRisk.Method.MODIFIED),
        reader.number("portfolio_es_modified"),
        "modified expected shortfall");
    assertClose(r.length, reader.number("observations"), "days");
  }

  @Test
  void aSharpeRatioBelowTheHurdleHasNoTrackRecord() {
    reader.enter("sharpe_hurdle", 50.0).calculate();
    assertEquals("n/a", book.value("portfolio_track_record"));
    assertTrue(reader.number("portfolio_sharpe_probability") < 1e-6);
    assertEquals(List.of(), reader.errors());
  }

  @Test
  void theCurveGivesTheGainNeededAfterEachLoss() {
    Sheet points = reader.sheet("Chart data");
    double[] losses = {0.1, 0.2, 0.5, 0.75, 0.8};
    double[] gains = {1 / 9.0, 0.25, 1, 3, 4};
    for (int i = 0; i < losses.length; i++) {
      int row = 6 + (int) Math.round(losses[i] * 100);
      assertClose(losses[i], (Double) points.cell(row, 0).value, "loss");
      assertClose(gains[i], (Double) points.cell(row, 1).value, "gain");
    }
    assertClose(
        reader.number("portfolio_max_drawdown"), (Double) points.cell(88, 0).value, "worst");
    assertClose(
        reader.number("portfolio_max_recovery_gain"), (Double) points.cell(88, 3).value, "mark");
  }

  @Test
  void rollingFiguresAreThoseOfTheCore() throws PortfolioException {
    double[] r = BookReader.returns(SAMPLE);
    double[] volatility = BookReader.known(Rolling.volatility(r, 90, YEAR));
    double[] found = BookReader.known(reader.days("Over time", "Rolling volatility, annual"));
    assertEquals(volatility.length, found.length);
    double[] sharpe = BookReader.known(Rolling.sharpe(excess(r), 90, YEAR));
    double[] ratios = BookReader.known(reader.days("Over time", "Rolling Sharpe ratio, annual"));
    assertEquals(sharpe.length, ratios.length);
    for (int t = 0; t < found.length; t++) {
      assertClose(volatility[t], found[t], "volatility " + t);
      assertClose(sharpe[t], ratios[t], "Sharpe " + t);
    }
  }

  @Test
  void theSeriesShownFollowsTheChoice() throws PortfolioException {
    reader.enter("shown", "PAXG").calculate();
    double[] r = BookReader.returns(SAMPLE, "PAXG");
    assertClose(
        TailRisk.valueAtRisk(r, 0.95, TailRisk.Method.EWMA),
        reader.number("shown_var_ewma"),
        "VaR");
    assertClose(r.length, reader.number("histogram_days"), "days of the histogram");
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
    reader.enter("shown", "no longer held").calculate();
    assertClose(reader.number("portfolio_var"), reader.number("shown_var"), "the portfolio's");
  }

  @Test
  void aPriceThatNeverMovesHasNoRatioAndNoErrorCell() throws PortfolioException {
    Portfolio sample = SampleMarket.portfolio();
    Arrays.fill(sample.prices().close()[sample.prices().column("USDC")], 1.0);
    Portfolio flat =
        new Portfolio(
            "Flat",
            List.of(new Holding("USDC", 5, Double.NaN, Double.NaN, Double.NaN)),
            sample.prices(),
            sample.settings(),
            sample.source());
    Book calm = new RiskMeasures().build(flat);
    BookReader found = new BookReader(calm);
    assertEquals(List.of(), found.errors());
    assertEquals(0.0, found.number("portfolio_volatility"));
    assertEquals("n/a", calm.value("portfolio_sharpe"));
    assertEquals("n/a", calm.value("portfolio_var_modified"));
    assertEquals(0.0, found.number("portfolio_max_drawdown"));
    calm.calculateWithoutAddIn();
    assertEquals(List.of(), found.errors());
  }

  @Test
  void aFewDaysAreEnough() throws PortfolioException {
    Portfolio days = Portfolios.with(SAMPLE, SAMPLE.holdings(), 3, null);
    Book few = new RiskMeasures().build(days);
    assertEquals(List.of(), new BookReader(few).errors());
    few.calculateWithoutAddIn();
    assertEquals(List.of(), new BookReader(few).errors());
  }
}
