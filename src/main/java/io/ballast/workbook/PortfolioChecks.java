package io.ballast.workbook;

/** Checks of a portfolio at today's weights that several workbooks make. */
final class PortfolioChecks {
  private PortfolioChecks() {}

  /** The weights add up to 1. */
  static void weights(Frame frame) {
    frame.check("The weights add up to 100 %", "ABS(SUM(weights)-1)<0.000000001");
  }

  /**
   * The contributions of the assets add up to the portfolio's volatility (Euler).
   *
   * @param columns has the column {@code contribution}
   */
  static void contributions(Frame frame, Columns columns) {
    frame.check(
        "The risk contributions add up to the portfolio's volatility",
        columns.over("ABS(SUM({contribution:all})-portfolio_volatility)<0.000000001"));
  }

  /**
   * Systemic² + non-systemic² = volatility². A benchmark with gaps that the portfolio does not have
   * splits the risk on fewer days than its volatility rests on: then there is nothing to check.
   */
  static void riskSplit(Frame frame) {
    frame.check(
        "Systemic and non-systemic risk add up (in squares) to the portfolio's risk",
        "IF(COUNT(benchmark_returns)=observations,ABS(portfolio_systemic^2"
            + "+portfolio_nonsystemic^2-portfolio_volatility^2)<0.000000001,TRUE)");
  }
}
