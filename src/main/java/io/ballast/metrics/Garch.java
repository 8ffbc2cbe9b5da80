package io.ballast.metrics;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Gaussian GARCH(1,1), r_t = μ+e_t, h_t = ω+α·e²_{t−1}+β·h_{t−1} (Bollerslev 1986), by maximum
 * likelihood in μ, ω > 0, α ≥ 0, β ≥ 0 with {@code α+β < 1}; h_1 is the mean squared residual.
 *
 * @param mean μ per period
 * @param omega ω
 * @param alpha α
 * @param beta β
 * @param next the variance forecast for the period after the last
 * @param logLikelihood of the returns at these parameters, without the constant −n/2·ln(2π)
 */
public record Garch(
    double mean, double omega, double alpha, double beta, double next, double logLikelihood) {
  private static final int FEWEST = 30;
  private static final double[][] STARTS = {
    {0.05, 0.90}, {0.10, 0.80}, {0.20, 0.60}, {0.10, 0.30}, {0.02, 0.97}, {0.40, 0.40}
  };

  /**
   * Fits the model to returns: a coarse simplex search (Nelder and Mead 1965) from each of six
   * starts, from the best point a fine one, restarted until it gains nothing, and Fisher scoring
   * from there to the last digits.
   *
   * <ul>
   *   <li>Fewer than 30 returns, a constant series, or no maximum found: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns returns per period, decimals, oldest first
   */
  public static Garch fit(double[] returns) {
    Checks.atLeast(FEWEST, "returns", returns);
    Checks.varying("returns", returns);
    double centre = Statistics.mean(returns);
    double scale = Statistics.standardDeviation(returns);
    double[] x = new double[returns.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (returns[i] - centre) / scale;
    }
    GarchLikelihood likelihood = new GarchLikelihood(x);
    MultivariateFunction cost = p -> -likelihood.at(theta(p));
    PointValuePair best = null;
    for (double[] start : STARTS) {
      PointValuePair found = search(cost, start(start[0], start[1]), 1e-3);
      if (best == null || found.getValue() < best.getValue()) {
        best = found;
      }
    }
    double before;
    do {
      before = best.getValue();
      best = search(cost, best.getPoint(), 1e-10);
    } while (best.getValue() < before - 1e-9);
    double[] theta = likelihood.sharpen(theta(best.getPoint()));
    double square = scale * scale;
    return new Garch(
        centre + theta[0] * scale,
        theta[1] * square,
        theta[2],
        theta[3],
        likelihood.next(theta) * square,
        likelihood.at(theta) - x.length * Math.log(scale));
  }

  private static double[] start(double alpha, double beta) {
    double persistence = alpha + beta;
    return new double[] {
      0,
      Math.log(1 - persistence),
      Math.log(persistence / (1 - persistence)),
      Math.log(alpha / beta)
    };
  }

  private static PointValuePair search(
      MultivariateFunction cost, double[] start, double precision) {
    try {
      return new SimplexOptimizer(new SimpleValueChecker(1e-14, precision))
          .optimize(
              new MaxEval(20_000),
              new ObjectiveFunction(cost),
              GoalType.MINIMIZE,
              new NelderMeadSimplex(new double[] {0.1, 0.5, 0.5, 0.5}),
              new InitialGuess(start));
    } catch (TooManyEvaluationsException e) {
      throw MetricException.zero(
          "returns", "a likelihood without a maximum", "returns of a usual size");
    }
  }

  /** The parameters of a point in the space of the search, which has no bounds. */
  private static double[] theta(double[] p) {
    double persistence = logistic(p[2]);
    return new double[] {
      p[0], Math.exp(p[1]), persistence * logistic(p[3]), persistence * logistic(-p[3])
    };
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * Annualised forecast of the volatility over a horizon, √(k·the average of the variances expected
   * for its periods).
   *
   * @param horizon the number of periods ahead, 1 or more
   * @param periodsPerYear k, above 0
   */
  public double volatility(int horizon, double periodsPerYear) {
    Rates.checkPeriodsPerYear(periodsPerYear);
    if (horizon < 1) {
      throw MetricException.domain("horizon", horizon, "a whole number of 1 or more");
    }
    double persistence = alpha + beta;
    double left = 1 - persistence;
    if (left < 1e-9) {
      return Math.sqrt(next + omega * (horizon - 1.0) / 2) * Math.sqrt(periodsPerYear);
    }
    double longRun = omega / left;
    double decay = -Math.expm1(horizon * Math.log(persistence)) / (horizon * left);
    return Math.sqrt(longRun + (next - longRun) * decay) * Math.sqrt(periodsPerYear);
  }
}
