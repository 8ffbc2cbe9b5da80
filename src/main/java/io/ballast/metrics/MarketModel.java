package io.ballast.metrics;

import java.util.Arrays;

/**
 * The market model, y = α + β·x + e by ordinary least squares: how much of an asset's risk is the
 * market's (systemic) and how much is its own (non-systemic).
 *
 * <p>The methods that take both series expect them of equal length; fewer than two pairs or a
 * constant market are {@link Failure#UNDEFINED}.
 */
public final class MarketModel {
  /** A sum of squares that is this share of the total is rounding: the fit is exact. */
  private static final double EXACT = 1e-24;

  private MarketModel() {}

  /** How skill in timing the market is measured. */
  public enum Timing {
    /** By the coefficient of b² (Treynor and Mazuy 1966). */
    TREYNOR_MAZUY,
    /** By the coefficient of max(0,−b) (Henriksson and Merton 1981). */
    HENRIKSSON_MERTON
  }

  /**
   * The regression of an asset on its market. Errors are standard errors; p values are two-sided
   * and of Student's t with n−2 degrees of freedom.
   *
   * @param observations n
   * @param alpha annual
   * @param beta β
   * @param rSquared R², infinite for a constant asset
   * @param alphaError annual
   * @param betaError of β
   * @param alphaT alpha over its error, infinite where the fit is exact; likewise:
   * @param betaT β over its error
   * @param alphaP p value of alpha
   * @param betaP p value of β
   * @param systemicRisk annual
   * @param nonsystemicRisk annual
   * @param totalRisk annual volatility
   */
  public record Regression(
      int observations,
      double alpha,
      double beta,
      double rSquared,
      double alphaError,
      double betaError,
      double alphaT,
      double betaT,
      double alphaP,
      double betaP,
      double systemicRisk,
      double nonsystemicRisk,
      double totalRisk) {}

  /**
   * β, the covariance with the market over the variance of the market.
   *
   * @param returns the asset's returns per period, decimals
   * @param market the market's returns, as many
   */
  public static double beta(double[] returns, double[] market) {
    return Line.fit(returns, market).beta;
  }

  /** Series of equal length and a market that varies. */
  static void check(double[] returns, double[] market) {
    Checks.sameLength("market_returns", market, "returns", returns);
    Checks.varying("market_returns", market);
  }

  /**
   * R², the squared correlation: the share of the asset's variance that the market explains; a
   * constant asset is {@link Failure#UNDEFINED} too.
   */
  public static double rSquared(double[] returns, double[] market) {
    check(returns, market);
    Checks.varying("returns", returns);
    double both = Statistics.sumOfProducts(returns, market);
    return Math.min(
        1,
        both
            / Statistics.sumOfProducts(returns, returns)
            * (both / Statistics.sumOfProducts(market, market)));
  }

  /**
   * Annual alpha, k times the intercept of excess returns on the market's excess returns (Jensen
   * 1968).
   *
   * @param excess the asset's excess returns per period, decimals
   * @param market the market's excess returns, as many
   * @param periodsPerYear k, above 0
   */
  public static double jensenAlpha(double[] excess, double[] market, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    return Line.fit(excess, market).alpha() * periodsPerYear;
  }

  /**
   * Annual systemic risk, |β|·s_m·√k: the volatility that the market brings.
   *
   * @param periodsPerYear k, above 0
   */
  public static double systemicRisk(double[] returns, double[] market, double periodsPerYear) {
    return Math.abs(beta(returns, market)) * Volatility.volatility(market, periodsPerYear);
  }

  /**
   * Annual non-systemic risk, √(SSE/(n−1))·√k with the squared residuals SSE, so that systemic² +
   * non-systemic² = volatility².
   *
   * @param periodsPerYear k, above 0
   */
  public static double nonsystemicRisk(double[] returns, double[] market, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double squares = Line.fit(returns, market).squaredResiduals();
    return Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(periodsPerYear);
  }

  /** The fitted line y = α + β·x. */
  private record Line(
      double[] y, double[] x, Centre centreY, Centre centreX, double squaredX, double beta) {
    static Line fit(double[] y, double[] x) {
      check(y, x);
      Centre m = Centre.of(y);
      Centre n = Centre.of(x);
      double squaredX = CompensatedSum.ofSquares(x, n);
      double beta = CompensatedSum.ofProducts(y, m, x, n) / squaredX;
      return new Line(y, x, m, n, squaredX, beta);
    }

    double alpha() {
      return centreY.mean() - beta * centreX.mean();
    }

    double[] residuals() {
      double[] residuals = new double[y.length];
      for (int i = 0; i < residuals.length; i++) {
        residuals[i] = centreY.deviation(y[i]) - beta * centreX.deviation(x[i]);
      }
      return residuals;
    }

    double squaredResiduals() {
      double[] residuals = residuals();
      return Statistics.sumOfProducts(residuals, residuals);
    }

    /** Whether squared residuals are no more than rounding. */
    boolean isExact(double squaredResiduals) {
      return squaredResiduals <= EXACT * Statistics.sumOfProducts(y, y);
    }
  }

  /**
   * The whole regression; fewer than three pairs: {@link Failure#UNDEFINED}. A sum of squared
   * residuals of at most 1e-24 of the total counts as an exact fit.
   *
   * @param excess the asset's excess returns per period, decimals
   * @param market the market's excess returns, as many
   * @param periodsPerYear k, above 0
   */
  public static Regression regression(double[] excess, double[] market, double periodsPerYear) {
    Checks.atLeast(3, "returns", excess);
    Rates.checkPeriodsPerYear(periodsPerYear);
    Line line = Line.fit(excess, market);
    int n = excess.length;
    double squares = line.squaredResiduals();
    double residual = squares / (n - 2);
    double betaError = Math.sqrt(residual / line.squaredX);
    double mean = line.centreX.mean();
    double alphaError = Math.sqrt(residual * (1.0 / n + mean * mean / line.squaredX));
    boolean exact = line.isExact(squares);
    double alphaT = exact ? Double.POSITIVE_INFINITY : line.alpha() / alphaError;
    double betaT = exact ? Double.POSITIVE_INFINITY : line.beta / betaError;
    return new Regression(
        n,
        line.alpha() * periodsPerYear,
        line.beta,
        Statistics.isConstant(excess) ? Double.POSITIVE_INFINITY : rSquared(excess, market),
        alphaError * periodsPerYear,
        betaError,
        alphaT,
        betaT,
        exact ? alphaT : StudentT.tails(alphaT, n - 2),
        exact ? betaT : StudentT.tails(betaT, n - 2),
        Math.abs(line.beta) * Volatility.volatility(market, periodsPerYear),
        Math.sqrt(squares / (n - 1)) * Math.sqrt(periodsPerYear),
        Volatility.volatility(excess, periodsPerYear));
  }

  /**
   * β over the periods in which the market rose, above 0; fewer than two of them, or a market
   * constant over them: {@link Failure#UNDEFINED}. Arguments as {@link #beta}.
   */
  public static double bullBeta(double[] returns, double[] market) {
    double[][] kept = where(returns, market, 1);
    return beta(kept[0], kept[1]);
  }

  /** β over the periods in which the market fell, below 0; otherwise as {@link #bullBeta}. */
  public static double bearBeta(double[] returns, double[] market) {
    double[][] kept = where(returns, market, -1);
    return beta(kept[0], kept[1]);
  }

  /** The pairs in which the market has this sign. */
  static double[][] where(double[] returns, double[] market, double sign) {
    Checks.sameLength("market_returns", market, "returns", returns);
    double[][] kept = new double[2][market.length];
    int n = 0;
    for (int i = 0; i < market.length; i++) {
      if (Math.signum(market[i]) == sign) {
        kept[0][n] = returns[i];
        kept[1][n++] = market[i];
      }
    }
    return new double[][] {Arrays.copyOf(kept[0], n), Arrays.copyOf(kept[1], n)};
  }

  /** β drawn towards 1, ⅔β+⅓ (Blume 1975); otherwise as {@link #beta}. */
  public static double adjustedBeta(double[] returns, double[] market) {
    return (2 * beta(returns, market) + 1) / 3;
  }

  /**
   * Annual Treynor ratio, mean excess return × k over β (Treynor 1965); β of 0: {@link
   * Failure#UNDEFINED}.
   *
   * @param excess the asset's excess returns per period, decimals
   * @param market the market's excess returns, as many
   * @param periodsPerYear k, above 0
   */
  public static double treynor(double[] excess, double[] market, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    double beta = beta(excess, market);
    Checks.denominator("returns", beta, "a beta of 0", "a beta other than 0");
    return Statistics.mean(excess) * periodsPerYear / beta;
  }

  /**
   * Appraisal ratio, Jensen's alpha over non-systemic risk, both annual (Treynor and Black 1973);
   * an exact fit: {@link Failure#UNDEFINED}. Arguments as {@link #jensenAlpha}.
   */
  public static double appraisalRatio(double[] excess, double[] market, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    Line line = Line.fit(excess, market);
    double squares = line.squaredResiduals();
    if (line.isExact(squares)) {
      throw MetricException.zero(
          "returns", "returns that the market explains wholly", "some risk of their own");
    }
    double risk = Math.sqrt(squares / (excess.length - 1));
    return line.alpha() / risk * Math.sqrt(periodsPerYear);
  }

  /**
   * Skill in timing the market: the coefficient c of r = a+β·b+c·z+e with z = b², or max(0,−b).
   *
   * <ul>
   *   <li>Fewer than three pairs, or a z that the market explains wholly, as when it never fell:
   *       {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns the asset's returns per period, decimals
   * @param market b, the market's returns, as many
   */
  public static double timing(double[] returns, double[] market, Timing method) {
    Checks.sameLength("market_returns", market, "returns", returns);
    double[] z = new double[market.length];
    for (int i = 0; i < z.length; i++) {
      double b = market[i];
      z[i] = method == Timing.TREYNOR_MAZUY ? b * b : Math.max(0, -b);
    }
    Line line = Line.fit(z, market);
    double[] own = line.residuals();
    double squares = Statistics.sumOfProducts(own, own);
    if (market.length < 3 || line.isExact(squares)) {
      throw MetricException.zero(
          "market_returns",
          "a market whose gains and losses cannot be told apart",
          "at least three returns, some gains and some losses");
    }
    return Statistics.sumOfProducts(returns, own) / squares;
  }
}
