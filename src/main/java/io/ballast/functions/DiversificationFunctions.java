package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Bets;
import io.ballast.metrics.Correlation;
import io.ballast.metrics.Covariance;
import io.ballast.metrics.Diversification;
import io.ballast.metrics.EfficientFrontier;
import io.ballast.metrics.HierarchicalRiskParity;
import io.ballast.metrics.LeastCorrelated;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.MinimumShortfall;
import io.ballast.metrics.PortfolioWeights;
import io.ballast.metrics.Rebalancing;
import io.ballast.metrics.RiskParity;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.Turbulence;
import io.ballast.metrics.WeightBounds;
import java.util.Arrays;
import java.util.List;

/**
 * Worksheet functions of correlation, diversification and portfolio weights; the mathematics is
 * {@link Correlation}, {@link Diversification} and the optimisers beside them.
 */
public final class DiversificationFunctions {
  private static final String CATEGORY = "Ballast Correlation and diversification";
  private static final String RETURNS_MATRIX =
      "Returns per period as decimals, one asset per column; a row with a gap is skipped";
  private static final String SERIES = "Returns per period as decimals, one row or column";
  private static final String WEIGHTS = "One weight per column, as a row or a column";
  private static final String MIN_WEIGHT = "Smallest weight, below 0 for shorts; default 0";
  private static final String MAX_WEIGHT = "Largest weight; default 1";
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
  @Reference(
      formula = {
        "\"pearson\": ρ_(i,j) = \"cov\"(r_i, r_j)/(s(r_i) s(r_j))",
        "\"spearman: the same of the ranks\"",
        "\"kendall\": τ_b = (P − Q)/√((P + Q + T_i)(P + Q + T_j))"
      },
      where = {
        "P, Q: concordant and discordant pairs of periods",
        "T_i: pairs of periods tied in asset i alone",
        "τ_b: Kendall's rank correlation"
      },
      source = "Pearson (1895); Spearman (1904); Kendall (1945)",
      example = "CORREL_MATRIX(RETURNS(DATA))",
      related = {
        "AVERAGE_CORRELATION",
        "COVARIANCE_MATRIX",
        "ROLLING_CORRELATION",
        "LEAST_CORRELATED",
        "CORRELATION_PVALUE"
      },
      start = Topic.DIVERSIFICATION)
  public static Object correlMatrix(Object[][] returnsMatrix, Object method) {
    return Worksheet.call(
        "CORREL_MATRIX",
        () -> {
          Correlation.Method how =
              Scalars.option(
                  "method", method, Correlation.Method.class, Correlation.Method.PEARSON);
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
  @Reference(
      formula = "2/(N(N−1)) ∑_(i<j) ρ_(i,j)",
      where = "N: the number of assets",
      example = "AVERAGE_CORRELATION(RETURNS(DATA))",
      related = {"LEAST_CORRELATED", "DIVERSIFICATION_RATIO", "ABSORPTION_RATIO"})
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
  @Reference(
      formula = "∑_i (w_i/(∑_j w_j))^2",
      source = "Herfindahl (1950); Hirschman (1945)",
      example = "HHI({0.5,0.3,0.2})",
      related = "EFFECTIVE_ASSETS")
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
  @Reference(
      formula = "1/(∑_i (w_i/(∑_j w_j))^2)",
      source = "Herfindahl (1950); Hirschman (1945)",
      example = "EFFECTIVE_ASSETS({0.5,0.3,0.2})",
      related = {"EFFECTIVE_BETS", "DIVERSIFICATION_RATIO"})
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
  @Reference(
      formula = "σ = √(w′ Σ w·k)",
      where = "σ: volatility of the portfolio",
      source = "Markowitz (1952), Portfolio Selection",
      example = "PORTFOLIO_VOLATILITY(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"RISK_CONTRIBUTION", "RISK_SHARE", "VOLATILITY", "WEIGHTS_MIN_VARIANCE"})
  public static Object portfolioVolatility(
      Object[][] returnsMatrix, Object[][] weights, Object periodsPerYear) {
    return Worksheet.call(
        "PORTFOLIO_VOLATILITY",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Diversification.portfolioVolatility(
              returns,
              Blocks.perAsset("weights", weights, returns.length),
              Scalars.periodsPerYear(periodsPerYear));
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
  @Reference(
      formula = {"(w_i (Σ w)_i)/√(w′ Σ w)·√k", "∑_i \"contribution\"_i = σ"},
      where = "σ: volatility of the portfolio",
      source = "Litterman (1996), Hot Spots and Hedges",
      example = "RISK_CONTRIBUTION(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"RISK_SHARE", "WEIGHTS_RISK_PARITY"})
  public static Object riskContribution(
      Object[][] returnsMatrix, Object[][] weights, Object periodsPerYear) {
    return Worksheet.call(
        "RISK_CONTRIBUTION",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Blocks.likeRange(
              weights,
              Diversification.riskContributions(
                  returns,
                  Blocks.perAsset("weights", weights, returns.length),
                  Scalars.periodsPerYear(periodsPerYear)));
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
  @Reference(
      formula = {"(w_i (Σ w)_i)/(w′ Σ w)", "∑_i \"share\"_i = 1"},
      source = "Litterman (1996), Hot Spots and Hedges",
      example = "RISK_SHARE(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"EFFECTIVE_BETS", "WEIGHTS_RISK_PARITY", "HHI"},
      start = Topic.DIVERSIFICATION)
  public static Object riskShare(Object[][] returnsMatrix, Object[][] weights) {
    return Worksheet.call(
        "RISK_SHARE",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Blocks.likeRange(
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
  @Reference(
      formula = "(∑_i w_i s(r_i))/√(w′ Σ w)",
      source = "Choueifaty and Coignard (2008), Toward Maximum Diversification",
      example = "DIVERSIFICATION_RATIO(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"WEIGHTS_MAX_DIVERSIFICATION", "EFFECTIVE_BETS"})
  public static Object diversificationRatio(Object[][] returnsMatrix, Object[][] weights) {
    return Worksheet.call(
        "DIVERSIFICATION_RATIO",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Diversification.diversificationRatio(
              returns, Blocks.perAsset("weights", weights, returns.length));
        });
  }

  /** See {@link Covariance#matrix}. */
  @ExcelFunction(
      value = "COVARIANCE_MATRIX",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Covariance matrix of assets, annualised: sample, exponentially weighted, or shrunk after Ledoit and Wolf.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "[method]",
        description = "\"sample\", \"ewma\" or \"ledoit-wolf\"; default \"sample\""),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("A square block, annual")
  @Reference(
      formula = {
        "\"sample\": k/(n−1) ∑_(t=1)^n (r_(i,t) − \"mean\"(r_i))(r_(j,t) − \"mean\"(r_j))",
        "\"ewma\": V_t = λ V_(t−1) + (1−λ) r_t r_t′",
        "\"ledoit-wolf\": δ·μ I + (1−δ)·S"
      },
      where = {
        "λ: 0.94",
        "V_t: covariance after period t, about zero",
        "S: covariance with divisor n",
        "μ: the mean variance on its diagonal",
        "I: identity matrix",
        "δ: estimated intensity of shrinkage"
      },
      source =
          "Ledoit and Wolf (2004), A Well-Conditioned Estimator for Large-Dimensional Covariance Matrices; J.P. Morgan (1996), RiskMetrics Technical Document (ewma)",
      example = "COVARIANCE_MATRIX(RETURNS(DATA))",
      related = {"CORREL_MATRIX", "PORTFOLIO_VOLATILITY"})
  public static Object covarianceMatrix(
      Object[][] returnsMatrix, Object method, Object periodsPerYear) {
    return Worksheet.call(
        "COVARIANCE_MATRIX",
        () -> {
          Covariance.Method how =
              Scalars.option("method", method, Covariance.Method.class, Covariance.Method.SAMPLE);
          return Blocks.matrix(
              Covariance.matrix(
                  Blocks.returns(returnsMatrix), how, Scalars.periodsPerYear(periodsPerYear)));
        });
  }

  /** See {@link Correlation#pValue}. */
  @ExcelFunction(
      value = "CORRELATION_PVALUE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Two-sided p value of the correlation of two series: how likely one as strong is by chance.")
  @ExcelArguments({
    @ExcelArgument(value = "x", description = SERIES),
    @ExcelArgument(value = "y", description = "As many returns of the other asset. ")
  })
  @Result("A probability")
  @Reference(
      formula = {"p = P(|T_(n−2)| > |t|)", "t = ρ √((n−2)/(1−ρ^2))"},
      where = {
        "T_(n−2): Student's t with n − 2 degrees of freedom",
        "t: the test statistic",
        "ρ: sample correlation of x and y",
        "P: probability"
      },
      source = "Fisher (1915), Frequency Distribution of the Values of the Correlation Coefficient",
      example = "CORRELATION_PVALUE(RETURNS(PAXG),RETURNS(BTC))",
      related = {"ROLLING_CORRELATION", "DOWNSIDE_CORRELATION"})
  public static Object correlationPvalue(Object[][] x, Object[][] y) {
    return Worksheet.call(
        "CORRELATION_PVALUE",
        () -> {
          double[][] pairs = pairs(x, y);
          return Correlation.pValue(pairs[0], pairs[1]);
        });
  }

  /** See {@link Rolling#correlation}. */
  @ExcelFunction(
      value = "ROLLING_CORRELATION",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Correlation of two series over a moving window.")
  @ExcelArguments({
    @ExcelArgument(value = "x", description = SERIES),
    @ExcelArgument(value = "y", description = "As many returns of the other asset"),
    @ExcelArgument(value = "window", description = "Rows in a window, 2 or more. ")
  })
  @Result("A series, as long as the input")
  @Reference(
      formula = "\"correlation\"(x, y) \" over the periods \" t−N+1, …, t",
      where = {"x, y: the two series", "N: the window", "t: the period"},
      example = "ROLLING_CORRELATION(RETURNS(ETH),RETURNS(BTC),5)",
      related = "EWMA_CORRELATION")
  public static Object rollingCorrelation(Object[][] x, Object[][] y, Object window) {
    return Worksheet.call(
        "ROLLING_CORRELATION",
        () -> {
          double[][] both = marked(x, y);
          return Blocks.likeRange(
              x, Rolling.correlation(both[0], both[1], Scalars.whole("window", window, 2)));
        });
  }

  /** See {@link Correlation#ewma}. */
  @ExcelFunction(
      value = "EWMA_CORRELATION",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Exponentially weighted correlation with zero means, after RiskMetrics: the latest value.")
  @ExcelArguments({
    @ExcelArgument(value = "x", description = SERIES),
    @ExcelArgument(value = "y", description = "As many returns of the other asset"),
    @ExcelArgument(value = "[lambda]", description = "Decay per period, 0 to 1; default 0.94. ")
  })
  @Result("A number from -1 to 1")
  @Reference(
      formula = {"v_xy/√(v_xx·v_yy)", "v_(xy,t) = λ v_(xy,t−1) + (1−λ) x_t y_t"},
      where = {
        "x, y: the two series",
        "λ: the share kept each period",
        "v: exponentially weighted moments"
      },
      source = "J.P. Morgan (1996), RiskMetrics Technical Document",
      example = "EWMA_CORRELATION(RETURNS(ETH),RETURNS(BTC))",
      related = "EWMA_VOLATILITY")
  public static Object ewmaCorrelation(Object[][] x, Object[][] y, Object lambda) {
    return Worksheet.call(
        "EWMA_CORRELATION",
        () -> {
          double[][] pairs = pairs(x, y);
          return Correlation.ewma(pairs[0], pairs[1], Scalars.number("lambda", lambda, 0.94));
        });
  }

  /** See {@link Correlation#downside}. */
  @ExcelFunction(
      value = "DOWNSIDE_CORRELATION",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Correlation over the periods in which the market is below a threshold.")
  @ExcelArguments({
    @ExcelArgument(value = "x", description = SERIES),
    @ExcelArgument(value = "market_returns", description = "As many returns of the market"),
    @ExcelArgument(
        value = "[threshold]",
        description = "Market return per period as a decimal; default 0. ")
  })
  @Result("A number from -1 to 1")
  @Reference(
      formula = "\"correlation\"(x, m) \" over the periods with \" m < \"threshold\"",
      where = "x: returns of the asset",
      source = "Longin and Solnik (2001), Extreme Correlation of International Equity Markets",
      example = "DOWNSIDE_CORRELATION(RETURNS(PAXG),RETURNS(BTC))",
      related = "CORREL_MATRIX")
  public static Object downsideCorrelation(
      Object[][] x, Object[][] marketReturns, Object threshold) {
    return Worksheet.call(
        "DOWNSIDE_CORRELATION",
        () -> {
          double[][] pairs =
              Cells.complete(
                  List.of("x", "market_returns"),
                  ReturnCells.markedReturns("x", x),
                  ReturnCells.markedReturns("market_returns", marketReturns));
          return Correlation.downside(
              pairs[0], pairs[1], Scalars.number("threshold", threshold, 0));
        });
  }

  /** See {@link LeastCorrelated#choose}. */
  @ExcelFunction(
      value = "LEAST_CORRELATED",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Names of the assets with the lowest average correlation to one another.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "names",
        description = "One name per column of returns_matrix, as a row or a column"),
    @ExcelArgument(value = "count", description = "Assets to choose, 2 or more. ")
  })
  @Result("One row of names")
  @Reference(
      formula = "argmin_S 2/(q(q−1)) ∑_(i<j∈S) ρ_(i,j)",
      where = {"S: a subset of q assets", "q: the count"},
      example = "LEAST_CORRELATED(RETURNS(DATA),{\"BTC\",\"ETH\",\"SOL\",\"PAXG\"},2)",
      related = {"AVERAGE_CORRELATION", "CORREL_MATRIX"})
  public static Object leastCorrelated(Object[][] returnsMatrix, Object[][] names, Object count) {
    return Worksheet.call(
        "LEAST_CORRELATED",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          Object[] all = Blocks.namesPerAsset("names", names, returns.length);
          int[] chosen = LeastCorrelated.choose(returns, Scalars.number("count", count));
          return new Object[][] {Arrays.stream(chosen).mapToObj(i -> all[i]).toArray()};
        });
  }

  /** See {@link Bets#effective}. */
  @ExcelFunction(
      value = "EFFECTIVE_BETS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Effective number of uncorrelated bets in a portfolio, from the entropy of their shares of its variance.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "weights", description = WEIGHTS),
    @ExcelArgument(
        value = "[method]",
        description = "\"minimum-torsion\" or \"principal\"; default \"minimum-torsion\". ")
  })
  @Result("A number of bets")
  @Reference(
      formula = {"exp(−∑_i p_i ln p_i)", "∑_i p_i = 1"},
      where = "p_i: share of the variance of the portfolio that the uncorrelated bet i carries",
      source =
          "Meucci, Santangelo and Deguest (2015), Risk Budgeting and Diversification Based on Optimized Uncorrelated Factors",
      example = "EFFECTIVE_BETS(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"EFFECTIVE_ASSETS", "RISK_SHARE"})
  public static Object effectiveBets(Object[][] returnsMatrix, Object[][] weights, Object method) {
    return Worksheet.call(
        "EFFECTIVE_BETS",
        () -> {
          Bets.Method how =
              Scalars.option("method", method, Bets.Method.class, Bets.Method.MINIMUM_TORSION);
          double[][] returns = Blocks.returns(returnsMatrix);
          return Bets.effective(returns, Blocks.perAsset("weights", weights, returns.length), how);
        });
  }

  /** See {@link Bets#absorptionRatio}. */
  @ExcelFunction(
      value = "ABSORPTION_RATIO",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Share of the total variance in the first eigenvectors of the covariance: how much moves together.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "[components]",
        description = "Eigenvectors to count; default a fifth of the assets, rounded up. ")
  })
  @Result("A decimal from 0 to 1")
  @Reference(
      formula = "(∑_(i=1)^q λ_i)/(∑_(i=1)^N λ_i)",
      where = {
        "λ_i: eigenvalues of the covariance matrix, the greatest first",
        "q: the number of components",
        "N: the number of assets"
      },
      source =
          "Kritzman, Li, Page and Rigobon (2011), Principal Components as a Measure of Systemic Risk",
      example = "ABSORPTION_RATIO(RETURNS(DATA))",
      related = "TURBULENCE")
  public static Object absorptionRatio(Object[][] returnsMatrix, Object components) {
    return Worksheet.call(
        "ABSORPTION_RATIO",
        () ->
            Bets.absorptionRatio(
                Blocks.returns(returnsMatrix),
                Scalars.number("components", components, Double.NaN)));
  }

  /** See {@link Turbulence#series}. */
  @ExcelFunction(
      value = "TURBULENCE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Turbulence of each period: the squared Mahalanobis distance of its returns from their mean.")
  @ExcelArguments({@ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX + ". ")})
  @Result("A series, one value per row")
  @Reference(
      formula = "(r_t − μ)′ Σ^(−1) (r_t − μ)",
      where = "μ: mean returns of the assets",
      source = "Kritzman and Li (2010), Skulls, Financial Turbulence, and Risk Management",
      example = "TURBULENCE(RETURNS(DATA))",
      related = "VOLATILITY_REGIME")
  public static Object turbulence(Object[][] returnsMatrix) {
    return Worksheet.call(
        "TURBULENCE",
        () -> {
          return Blocks.columns(Turbulence.series(Blocks.markedReturns(returnsMatrix)));
        });
  }

  /** See {@link Rebalancing#trades}. */
  @ExcelFunction(
      value = "REBALANCE_TRADES",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Trade of each asset, in currency, that brings it back to its target weight unless it is within the band.")
  @ExcelArguments({
    @ExcelArgument(value = "values", description = "Value of each holding in currency"),
    @ExcelArgument(
        value = "target_weights",
        description = "Target weight of each holding; what is missing to 1 is cash"),
    @ExcelArgument(
        value = "[band]",
        description = "Distance from the target that is left alone, 0.05 for 5 points; default 0. ")
  })
  @Result("One amount per holding, in the shape of the values")
  @Reference(
      formula = {"w_i^* V − v_i \" if \" |v_i/V − w_i^*| > \"band,\" \" else \" 0", "V = ∑_i v_i"},
      where = {"v_i: value of holding i", "w_i^*: target weight", "V: total value"},
      example = "REBALANCE_TRADES({7000,2500,500},{0.5,0.3,0.2},0.06)",
      related = {"RISK_SHARE", "PORTFOLIO_HEAT"})
  public static Object rebalanceTrades(Object[][] values, Object[][] targetWeights, Object band) {
    return Worksheet.call(
        "REBALANCE_TRADES",
        () -> {
          double[] held = Cells.vector("values", values);
          double[] targets = Cells.vector("target_weights", targetWeights);
          return Blocks.likeRange(
              values, Rebalancing.trades(held, targets, Scalars.number("band", band, 0)));
        });
  }

  /** See {@link PortfolioWeights#inverseVolatility}. */
  @ExcelFunction(
      value = "WEIGHTS_INVERSE_VOLATILITY",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Weights in inverse proportion to volatility.")
  @ExcelArguments({@ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX + ". ")})
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = "w_i = (1/s(r_i))/(∑_j 1/s(r_j))",
      source = "Leote de Carvalho, Lu and Moulin (2012), Demystifying Equity Risk-Based Strategies",
      example = "WEIGHTS_INVERSE_VOLATILITY(RETURNS(DATA))",
      related = {"WEIGHTS_RISK_PARITY", "VOLATILITY_TARGET"})
  public static Object weightsInverseVolatility(Object[][] returnsMatrix) {
    return Worksheet.call(
        "WEIGHTS_INVERSE_VOLATILITY",
        () -> Blocks.row(PortfolioWeights.inverseVolatility(Blocks.returns(returnsMatrix))));
  }

  /** See {@link PortfolioWeights#minimumVariance}. */
  @ExcelFunction(
      value = "WEIGHTS_MIN_VARIANCE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Weights of least variance within bounds, exact.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "[min_weight]", description = MIN_WEIGHT),
    @ExcelArgument(value = "[max_weight]", description = MAX_WEIGHT + ". ")
  })
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = {"min_w w′ Σ w", "∑_i w_i = 1, \"min_weight\" ≤ w_i ≤ \"max_weight\""},
      source = "Markowitz (1952), Portfolio Selection",
      example = "WEIGHTS_MIN_VARIANCE(RETURNS(DATA),0.05,0.6)",
      related = {
        "WEIGHTS_MAX_SHARPE",
        "WEIGHTS_RISK_PARITY",
        "WEIGHTS_MAX_DIVERSIFICATION",
        "WEIGHTS_HRP",
        "WEIGHTS_MIN_CVAR",
        "EFFICIENT_FRONTIER",
        "COVARIANCE_MATRIX"
      })
  public static Object weightsMinVariance(
      Object[][] returnsMatrix, Object minWeight, Object maxWeight) {
    return Worksheet.call(
        "WEIGHTS_MIN_VARIANCE",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Blocks.row(
              PortfolioWeights.minimumVariance(returns, bounds(minWeight, maxWeight)));
        });
  }

  /** See {@link PortfolioWeights#maximumSharpe}. */
  @ExcelFunction(
      value = "WEIGHTS_MAX_SHARPE",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Weights of the greatest Sharpe ratio within bounds, exact.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "[risk_free]",
        description = "Annual effective risk-free rate, or a range of rates per period; default 0"),
    @ExcelArgument(value = "[min_weight]", description = MIN_WEIGHT),
    @ExcelArgument(value = "[max_weight]", description = MAX_WEIGHT),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = {
        "max_w (w′ \"mean\"(x))/√(w′ Σ w)",
        "∑_i w_i = 1, \"min_weight\" ≤ w_i ≤ \"max_weight\""
      },
      source =
          "Sharpe (1966), Mutual Fund Performance; Tobin (1958), Liquidity Preference as Behavior Towards Risk",
      example = "WEIGHTS_MAX_SHARPE(RETURNS(DATA),0.02,0,0.5)",
      related = {"KELLY_WEIGHTS", "EFFICIENT_FRONTIER"})
  public static Object weightsMaxSharpe(
      Object[][] returnsMatrix,
      Object[][] riskFree,
      Object minWeight,
      Object maxWeight,
      Object periodsPerYear) {
    return Worksheet.call(
        "WEIGHTS_MAX_SHARPE",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] excess = Blocks.excessReturns(returnsMatrix, riskFree, k);
          return Blocks.row(PortfolioWeights.maximumSharpe(excess, bounds(minWeight, maxWeight)));
        });
  }

  /** See {@link RiskParity#weights}. */
  @ExcelFunction(
      value = "WEIGHTS_RISK_PARITY",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Weights with which each asset carries an equal or a given share of the risk.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "[budgets]",
        description =
            "Risk shares, positive, one per column, scaled to sum 1; default equal shares. ")
  })
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = "(w_i (Σ w)_i)/(w′ Σ w) = b_i/(∑_j b_j)",
      where = "b_i: budget of asset i, equal by default",
      source = "Spinu (2013), An Algorithm for Computing Risk Parity Weights",
      example = "WEIGHTS_RISK_PARITY(RETURNS(DATA))",
      related = {"WEIGHTS_INVERSE_VOLATILITY", "WEIGHTS_HRP"})
  public static Object weightsRiskParity(Object[][] returnsMatrix, Object[][] budgets) {
    return Worksheet.call(
        "WEIGHTS_RISK_PARITY",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Blocks.row(
              Blocks.isOmitted(budgets)
                  ? RiskParity.equal(returns)
                  : RiskParity.weights(
                      returns, Blocks.perAsset("budgets", budgets, returns.length)));
        });
  }

  /** See {@link PortfolioWeights#maximumDiversification}. */
  @ExcelFunction(
      value = "WEIGHTS_MAX_DIVERSIFICATION",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Weights of the greatest diversification ratio within bounds, exact.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "[min_weight]", description = MIN_WEIGHT),
    @ExcelArgument(value = "[max_weight]", description = MAX_WEIGHT + ". ")
  })
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = {
        "max_w (∑_i w_i s(r_i))/√(w′ Σ w)",
        "∑_i w_i = 1, \"min_weight\" ≤ w_i ≤ \"max_weight\""
      },
      source = "Choueifaty and Coignard (2008), Toward Maximum Diversification",
      example = "WEIGHTS_MAX_DIVERSIFICATION(RETURNS(DATA))")
  public static Object weightsMaxDiversification(
      Object[][] returnsMatrix, Object minWeight, Object maxWeight) {
    return Worksheet.call(
        "WEIGHTS_MAX_DIVERSIFICATION",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          return Blocks.row(
              PortfolioWeights.maximumDiversification(returns, bounds(minWeight, maxWeight)));
        });
  }

  /** See {@link HierarchicalRiskParity#weights}. */
  @ExcelFunction(
      value = "WEIGHTS_HRP",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Weights by hierarchical risk parity: assets clustered by correlation, risk divided between clusters.")
  @ExcelArguments({@ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX + ". ")})
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = {"d_(i,j) = √((1−ρ_(i,j))/2)", "α = 1 − V_1/(V_1 + V_2)"},
      where = {
        "d: distance on which assets are clustered by single linkage",
        "V_1, V_2: variances of the two halves of a cluster, each at inverse-variance weights",
        "α: the share of the first half"
      },
      source =
          "López de Prado (2016), Building Diversified Portfolios that Outperform Out of Sample",
      example = "WEIGHTS_HRP(RETURNS(DATA))",
      related = "CORREL_MATRIX")
  public static Object weightsHrp(Object[][] returnsMatrix) {
    return Worksheet.call(
        "WEIGHTS_HRP",
        () -> Blocks.row(HierarchicalRiskParity.weights(Blocks.returns(returnsMatrix))));
  }

  /** See {@link MinimumShortfall#weights}. */
  @ExcelFunction(
      value = "WEIGHTS_MIN_CVAR",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Weights of least historical expected shortfall within bounds, exact.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(
        value = "[confidence]",
        description = "Confidence, above 0.5 and below 1; default 0.95"),
    @ExcelArgument(value = "[min_weight]", description = MIN_WEIGHT),
    @ExcelArgument(value = "[max_weight]", description = MAX_WEIGHT + ". ")
  })
  @Result("One row of weights that sum to 1")
  @Reference(
      formula = {
        "min_(w,a) (a + 1/(n(1−c)) ∑_(t=1)^n max(−w′ r_t − a, 0))",
        "∑_i w_i = 1, \"min_weight\" ≤ w_i ≤ \"max_weight\""
      },
      where = "a: value at risk at the optimum",
      source = "Rockafellar and Uryasev (2000), Optimization of Conditional Value-at-Risk",
      example = "WEIGHTS_MIN_CVAR(RETURNS(DATA))",
      related = {"EXPECTED_SHORTFALL", "COMPONENT_ES"})
  public static Object weightsMinCvar(
      Object[][] returnsMatrix, Object confidence, Object minWeight, Object maxWeight) {
    return Worksheet.call(
        "WEIGHTS_MIN_CVAR",
        () -> {
          double[][] returns = Blocks.returns(returnsMatrix);
          double share = Scalars.number("confidence", confidence, 0.95);
          return Blocks.row(MinimumShortfall.weights(returns, share, bounds(minWeight, maxWeight)));
        });
  }

  /** See {@link EfficientFrontier#points}. */
  @ExcelFunction(
      value = "EFFICIENT_FRONTIER",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Efficient frontier: portfolios of least variance in equal steps of return, from least variance to greatest return.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = RETURNS_MATRIX),
    @ExcelArgument(value = "[points]", description = "Portfolios, 2 to 1000; default 20"),
    @ExcelArgument(value = "[min_weight]", description = MIN_WEIGHT),
    @ExcelArgument(value = "[max_weight]", description = MAX_WEIGHT),
    @ExcelArgument(value = "[periods_per_year]", description = PERIODS)
  })
  @Result("A header row, then return, volatility and weights of each portfolio")
  @Reference(
      formula = {
        "min_w w′ Σ w \" subject to \" k·w′ \"mean\"(r) = R_j",
        "∑_i w_i = 1, \"min_weight\" ≤ w_i ≤ \"max_weight\""
      },
      where = "R_j: return of point j, in equal steps from that of least variance to the greatest",
      source = "Markowitz (1952), Portfolio Selection",
      example = "EFFICIENT_FRONTIER(RETURNS(DATA),5)",
      related = "WEIGHTS_MAX_SHARPE")
  public static Object efficientFrontier(
      Object[][] returnsMatrix,
      Object points,
      Object minWeight,
      Object maxWeight,
      Object periodsPerYear) {
    return Worksheet.call(
        "EFFICIENT_FRONTIER",
        () -> {
          double k = Scalars.periodsPerYear(periodsPerYear);
          double[][] returns = Blocks.returns(returnsMatrix);
          return frontier(
              EfficientFrontier.points(
                  returns, Scalars.number("points", points, 20), bounds(minWeight, maxWeight), k));
        });
  }

  /** Two series of returns, incomplete rows skipped. */
  private static double[][] pairs(Object[][] x, Object[][] y) {
    return Cells.complete(List.of("x", "y"), marked(x, y));
  }

  /** Two series of returns with their positions; that they are as long is asked first. */
  private static double[][] marked(Object[][] x, Object[][] y) {
    double[][] both = {Cells.vector("x", x), Cells.vector("y", y)};
    if (both[0].length != both[1].length) {
      throw MetricException.lengths("y", both[1].length, "x", both[0].length);
    }
    ReturnCells.refusePrices("x", Cells.compact(both[0]));
    ReturnCells.refusePrices("y", Cells.compact(both[1]));
    return both;
  }

  private static WeightBounds bounds(Object minWeight, Object maxWeight) {
    return new WeightBounds(
        Scalars.number("min_weight", minWeight, 0), Scalars.number("max_weight", maxWeight, 1));
  }

  private static Object[][] frontier(EfficientFrontier.Point[] points) {
    int assets = points[0].weights().length;
    Object[][] block = new Object[points.length + 1][assets + 2];
    block[0][0] = "return";
    block[0][1] = "volatility";
    for (int i = 0; i < assets; i++) {
      block[0][i + 2] = "weight " + (i + 1);
    }
    for (int k = 0; k < points.length; k++) {
      block[k + 1][0] = points[k].meanReturn();
      block[k + 1][1] = points[k].volatility();
      for (int i = 0; i < assets; i++) {
        block[k + 1][i + 2] = points[k].weights()[i];
      }
    }
    return block;
  }
}
