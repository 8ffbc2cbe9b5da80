package io.ballast.metrics;

import java.util.Arrays;
import org.apache.commons.math3.special.Beta;

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
    check(returns, market);
    return Statistics.sumOfProducts(returns, market) / Statistics.sumOfProducts(market, market);
  }

  private static void check(double[] returns, double[] market) {
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
    double beta = beta(excess, market);
    return (Statistics.mean(excess) - beta * Statistics.mean(market)) * periodsPerYear;
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
    return Math.sqrt(squaredResiduals(returns, market) / (returns.length - 1))
        * Math.sqrt(periodsPerYear);
  }

  private static double squaredResiduals(double[] returns, double[] market) {
    double[] residuals = residuals(returns, market);
    return Statistics.sumOfProducts(residuals, residuals);
  }

  private static double[] residuals(double[] returns, double[] market) {
    double beta = beta(returns, market);
    double meanReturn = Statistics.mean(returns);
    double meanMarket = Statistics.mean(market);
    double[] residuals = new double[returns.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = (returns[i] - meanReturn) - beta * (market[i] - meanMarket);
    }
    return residuals;
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
    double alpha = jensenAlpha(excess, market, periodsPerYear);
    double beta = beta(excess, market);
    int n = excess.length;
    double squaredMarket = Statistics.sumOfProducts(market, market);
    double residual = squaredResiduals(excess, market) / (n - 2);
    double meanMarket = Statistics.mean(market);
    double betaError = Math.sqrt(residual / squaredMarket);
    double alphaError =
        Math.sqrt(residual * (1.0 / n + meanMarket * meanMarket / squaredMarket)) * periodsPerYear;
    boolean exact = isExact(excess, market);
    double alphaT = exact ? Double.POSITIVE_INFINITY : alpha / alphaError;
    double betaT = exact ? Double.POSITIVE_INFINITY : beta / betaError;
    return new Regression(
        n,
        alpha,
        beta,
        Statistics.isConstant(excess) ? Double.POSITIVE_INFINITY : rSquared(excess, market),
        alphaError,
        betaError,
        alphaT,
        betaT,
        exact ? alphaT : studentTails(alphaT, n - 2),
        exact ? betaT : studentTails(betaT, n - 2),
        systemicRisk(excess, market, periodsPerYear),
        nonsystemicRisk(excess, market, periodsPerYear),
        Volatility.volatility(excess, periodsPerYear));
  }

  private static boolean isExact(double[] returns, double[] market) {
    return squaredResiduals(returns, market) <= EXACT * Statistics.sumOfProducts(returns, returns);
  }

  /** The probability that a Student variable is further from 0 than t, on either side. */
  static double studentTails(double t, double freedom) {
    return Beta.regularizedBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
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
  private static double[][] where(double[] returns, double[] market, double sign) {
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
   * M², the return that the asset would give at the market's risk, rf + SHARPE·s(market)·√k
   * (Modigliani and Modigliani 1997); constant excess returns: {@link Failure#UNDEFINED}.
   *
   * @param excess the asset's excess returns per period, decimals
   * @param market the market's excess returns, as many
   * @param riskFree rf of each period, as many; its annual rate is Π(1+rf)^(k/n)−1
   * @param periodsPerYear k, above 0
   */
  public static double mSquared(
      double[] excess, double[] market, double[] riskFree, double periodsPerYear) {
    Checks.sameLength("market_returns", market, "returns", excess);
    double sharpe = RiskAdjusted.sharpe(excess, periodsPerYear);
    return Returns.cagr(riskFree, periodsPerYear)
        + sharpe * Volatility.volatility(market, periodsPerYear);
  }

  /**
   * Annual tracking error, s(r−m)·√k; fewer than two pairs: {@link Failure#UNDEFINED}.
   *
   * @param returns the asset's returns per period, decimals
   * @param market the market's returns, as many
   * @param periodsPerYear k, above 0
   */
  public static double trackingError(double[] returns, double[] market, double periodsPerYear) {
    Checks.sameLength("market_returns", market, "returns", returns);
    return Volatility.volatility(Statistics.difference(returns, market), periodsPerYear);
  }

  /**
   * Annual information ratio, mean(r−m)/s(r−m)·√k (Goodwin 1998); a constant difference: {@link
   * Failure#UNDEFINED}. Arguments as {@link #trackingError}.
   */
  public static double informationRatio(double[] returns, double[] market, double periodsPerYear) {
    Checks.sameLength("market_returns", market, "returns", returns);
    return RiskAdjusted.sharpe(Statistics.difference(returns, market), periodsPerYear);
  }

  /**
   * Appraisal ratio, Jensen's alpha over non-systemic risk, both annual (Treynor and Black 1973);
   * an exact fit: {@link Failure#UNDEFINED}. Arguments as {@link #jensenAlpha}.
   */
  public static double appraisalRatio(double[] excess, double[] market, double periodsPerYear) {
    double alpha = jensenAlpha(excess, market, periodsPerYear);
    if (isExact(excess, market)) {
      throw MetricException.zero(
          "returns", "returns that the market explains wholly", "some risk of their own");
    }
    return alpha / nonsystemicRisk(excess, market, periodsPerYear);
  }

  /**
   * Up capture, the compound rate per period of the asset over that of the market, both over the
   * periods in which the market rose: (Π(1+r)^(1/m)−1)/(Π(1+b)^(1/m)−1).
   *
   * <ul>
   *   <li>No such period: {@link Failure#UNDEFINED}. A return of −1 or less among them: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns the asset's simple returns per period, decimals
   * @param market the market's, as many
   */
  public static double upCapture(double[] returns, double[] market) {
    return capture(where(returns, market, 1));
  }

  /** The same over the periods in which the market fell; as {@link #upCapture}. */
  public static double downCapture(double[] returns, double[] market) {
    return capture(where(returns, market, -1));
  }

  private static double capture(double[][] kept) {
    return Returns.geometricMean("returns", kept[0])
        / Returns.geometricMean("market_returns", kept[1]);
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
    check(returns, market);
    double[] z = new double[market.length];
    for (int i = 0; i < z.length; i++) {
      double b = market[i];
      z[i] = method == Timing.TREYNOR_MAZUY ? b * b : Math.max(0, -b);
    }
    if (market.length < 3 || isExact(z, market)) {
      throw MetricException.zero(
          "market_returns",
          "a market whose gains and losses cannot be told apart",
          "at least three returns, some gains and some losses");
    }
    double[] own = residuals(z, market);
    return Statistics.sumOfProducts(returns, own) / Statistics.sumOfProducts(own, own);
  }

  /**
   * Co-skewness, mean(a·b²)/(s_a·s_b²) of deviations from the means with population moments; a
   * constant series: {@link Failure#UNDEFINED}.
   *
   * @param returns the asset's returns per period, decimals
   * @param market the market's returns, as many
   */
  public static double coSkewness(double[] returns, double[] market) {
    return coMoment(returns, market, 2);
  }

  /** Co-kurtosis, mean(a·b³)/(s_a·s_b³); otherwise as {@link #coSkewness}. */
  public static double coKurtosis(double[] returns, double[] market) {
    return coMoment(returns, market, 3);
  }

  private static double coMoment(double[] returns, double[] market, int power) {
    check(returns, market);
    Checks.varying("returns", returns);
    int n = returns.length;
    double deviation = Math.sqrt(Statistics.sumOfProducts(returns, returns) / n);
    double marketDeviation = Math.sqrt(Statistics.sumOfProducts(market, market) / n);
    double mean = Statistics.mean(returns);
    double meanMarket = Statistics.mean(market);
    double[] products = new double[n];
    for (int i = 0; i < n; i++) {
      double b = (market[i] - meanMarket) / marketDeviation;
      products[i] = (returns[i] - mean) / deviation * (power == 2 ? b * b : b * b * b);
    }
    return Statistics.sum(products) / n;
  }
}
