package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Correlation;
import io.ballast.metrics.Diversification;

/**
 * Worksheet functions of correlation, diversification and portfolio weights; the mathematics is
 * {@link Correlation}, {@link Diversification} and the optimisers beside them.
 */
public final class DiversificationFunctions {
  private static final String CATEGORY = "Ballast Correlation and diversification";
  private static final String RETURNS_MATRIX =
      "Returns per period as decimals, one asset per column; a row with a gap is skipped";
  private static final String WEIGHTS = "One weight per column, as a row or a column";
  private static final String PERIODS =
      "365 for daily crypto, 252, 52, 12, or 1 for no annualisation; default 365. ";

  private DiversificationFunctions() {}

  /** See {@link Correlation#matrix}. */
  @ExcelFunction(
      value = "CORREL_MATRIX",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Correlation matrix of assets: Pearson, Spearman's rank, or Kendall's tau-b.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "[method]",
        description = "\"pearson\", \"spearman\" or \"kendall\"; default \"pearson\". ")
  })
  @Result("A square block, one row and column per asset")
  public static Object correlMatrix(Object[][] returnsMatrix, Object method) {
    return Worksheet.call(
        "CORREL_MATRIX",
        () -> {
          Correlation.Method how =
              Cells.option("method", method, Correlation.Method.class, Correlation.Method.PEARSON);
          return Blocks.matrix(Correlation.matrix(Blocks.returns(returnsMatrix), how));
        });
  }

  /** See {@link Correlation#average}. */
  @ExcelFunction(
      value = "AVERAGE_CORRELATION",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Mean correlation between different assets: how alike the portfolio moves.")
  @ExcelArguments({@ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX + ". ")})
  @Result("A number from -1 to 1")
  public static Object averageCorrelation(Object[][] returnsMatrix) {
    return Worksheet.call(
        "AVERAGE_CORRELATION", () -> Correlation.average(Blocks.returns(returnsMatrix)));
  }

  /** See {@link Diversification#herfindahl}. */
  @ExcelFunction(
      value = "HHI",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Herfindahl-Hirschman index of concentration: the sum of squared weights, scaled to sum"
              + " 1.")
  @ExcelArguments({
    @ExcelArgument(
        value = "weights",
        description = "Weights or values of the holdings, one row or column. ")
  })
  @Result("A number, 1 for a single asset")
  public static Object hhi(Object[][] weights) {
    return Worksheet.call(
        "HHI", () -> Diversification.herfindahl(Cells.numbers("weights", weights)));
  }

  /** See {@link Diversification#effectiveAssets}. */
  @ExcelFunction(
      value = "EFFECTIVE_ASSETS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Effective number of assets: how many equal holdings would be as concentrated, 1/HHI.")
  @ExcelArguments({
    @ExcelArgument(
        value = "weights",
        description = "Weights or values of the holdings, one row or column. ")
  })
  @Result("A number of assets")
  public static Object effectiveAssets(Object[][] weights) {
    return Worksheet.call(
        "EFFECTIVE_ASSETS",
        () -> Diversification.effectiveAssets(Cells.numbers("weights", weights)));
  }

  /** See {@link Diversification#portfolioVolatility}. */
  @ExcelFunction(
      value = "PORTFOLIO_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Annualised volatility of a portfolio from the sample covariance of its assets.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "weights", description = WEIGHTS),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("A decimal, annual")
  public static Object portfolioVolatility(
      Object[][] returnsMatrix, Object[][] weights, Object periodsPerYear) {
    return Worksheet.call(
        "PORTFOLIO_VOLATILITY",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Diversification.portfolioVolatility(
              returns,
              Blocks.perAsset("weights", weights, returns.length),
              Cells.periodsPerYear(periodsPerYear));
        });
  }

  /** See {@link Diversification#riskContributions}. */
  @ExcelFunction(
      value = "RISK_CONTRIBUTION",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Contribution of each asset to the portfolio's annualised volatility; they add up to it.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "weights", description = WEIGHTS),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("One decimal per asset, annual, in the shape of the weights")
  public static Object riskContribution(
      Object[][] returnsMatrix, Object[][] weights, Object periodsPerYear) {
    return Worksheet.call(
        "RISK_CONTRIBUTION",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Cells.likeRange(
              weights,
              Diversification.riskContributions(
                  returns,
                  Blocks.perAsset("weights", weights, returns.length),
                  Cells.periodsPerYear(periodsPerYear)));
        });
  }

  /** See {@link Diversification#riskShares}. */
  @ExcelFunction(
      value = "RISK_SHARE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Share of each asset in the portfolio's volatility; the shares sum to 1.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "weights", description = WEIGHTS + ". ")
  })
  @Result("One decimal per asset, in the shape of the weights")
  public static Object riskShare(Object[][] returnsMatrix, Object[][] weights) {
    return Worksheet.call(
        "RISK_SHARE",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Cells.likeRange(
              weights,
              Diversification.riskShares(
                  returns, Blocks.perAsset("weights", weights, returns.length)));
        });
  }

  /** See {@link Diversification#diversificationRatio}. */
  @ExcelFunction(
      value = "DIVERSIFICATION_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Diversification ratio: weighted mean volatility of the assets over the volatility of the"
              + " portfolio.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "weights", description = WEIGHTS + ". ")
  })
  @Result("A number, at least 1 for long-only weights")
  public static Object diversificationRatio(Object[][] returnsMatrix, Object[][] weights) {
    return Worksheet.call(
        "DIVERSIFICATION_RATIO",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Diversification.diversificationRatio(
              returns, Blocks.perAsset("weights", weights, returns.length));
        });
  }
}
