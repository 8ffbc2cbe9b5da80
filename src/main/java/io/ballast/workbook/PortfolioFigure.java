package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/**
 * Figures of the portfolio at today's weights that several workbooks list, each under one name.
 *
 * <p>They rest on the names of {@link HistorySheets}, and some on {@code weights}, {@code
 * volatilities} and {@code correlations}.
 */
enum PortfolioFigure {
  OBSERVATIONS(
      "Days of returns used",
      "observations",
      "COUNT(portfolio_returns)",
      Format.INTEGER,
      "days on which every asset held has a price, and the day before"),
  WINDOW(
      "Rolling window in use, days",
      "window",
      RollingColumns.window(),
      Format.INTEGER,
      "the window wished for, at most half of the days"),
  BETA(
      "Beta against the benchmark",
      "portfolio_beta",
      Measures.beta("portfolio_returns", "benchmark_returns"),
      Format.NUMBER,
      "covariance / variance of the benchmark"),
  VALUE_AT_RISK(
      "Value at risk, one day, historical",
      "portfolio_var",
      Measures.valueAtRisk("portfolio_returns"),
      Format.PERCENT2,
      "quantile of the returns themselves, as PERCENTILE.INC"),
  EXPECTED_SHORTFALL(
      "Expected shortfall, one day, historical",
      "portfolio_es",
      Measures.expectedShortfall("portfolio_returns"),
      Format.PERCENT2,
      "mean of the worst days, the boundary day by its fraction",
      true),
  MAX_DRAWDOWN(
      "Maximum drawdown",
      "portfolio_max_drawdown",
      Measures.maxDrawdown("portfolio_returns", "drawdowns"),
      Format.PERCENT,
      "largest loss from a peak"),
  DRAWDOWN(
      "Current drawdown",
      "portfolio_drawdown",
      Measures.currentDrawdown("portfolio_returns", "drawdowns"),
      Format.PERCENT,
      "loss from the latest peak"),
  RECOVERY_GAIN(
      "Gain needed to recover from it",
      "recovery_gain",
      Measures.recoveryGain("portfolio_drawdown"),
      Format.PERCENT,
      "loss / (1 − loss)"),
  AVERAGE_VOLATILITY(
      "Weighted average volatility, annual",
      "average_volatility",
      "SUMPRODUCT(weights,volatilities)",
      Format.PERCENT,
      "Σ weight × volatility"),
  DIVERSIFICATION_RATIO(
      "Diversification ratio",
      "diversification_ratio",
      Measures.diversificationRatio(),
      Format.NUMBER,
      "weighted average volatility / volatility"),
  AVERAGE_CORRELATION(
      "Average correlation",
      "average_correlation",
      Measures.averageCorrelation(),
      Format.NUMBER,
      "mean over the pairs of assets that vary"),
  LARGEST_WEIGHT(
      "Largest weight",
      "largest_weight",
      "MAX(weights)",
      Format.PERCENT,
      "value / portfolio value");

  private final String label;
  private final String key;
  private final String formula;
  private final Format format;
  private final String convention;
  private final boolean array;

  PortfolioFigure(String label, String key, String formula, Format format, String convention) {
    this(label, key, formula, format, convention, false);
  }

  /**
   * @param array whether the formula goes over ranges cell by cell
   */
  PortfolioFigure(
      String label, String key, String formula, Format format, String convention, boolean array) {
    this.label = label;
    this.key = key;
    this.formula = formula;
    this.format = format;
    this.convention = convention;
    this.array = array;
  }

  void addTo(FigureList list) {
    if (array) {
      list.array(label, key, formula, format);
    } else {
      list.add(label, key, formula, format);
    }
    list.convention(convention);
  }
}
