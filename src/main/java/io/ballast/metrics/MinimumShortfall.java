package io.ballast.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The portfolio of least expected shortfall, as a linear program: min α + Σu_t/((1−c)T) with u_t ≥
 * 0, u_t ≥ −w'r_t − α, Σw = 1 and bounds on each weight (Rockafellar and Uryasev 2000). The
 * auxiliary u are eliminated from each Newton step, whose cost grows with periods times assets
 * squared.
 */
public final class MinimumShortfall implements InteriorPoint.Program {
  private static final double TRACE = 1e-13;

  /** How far the shortfall may provably be above the least, in units of the largest volatility. */
  private static final double ACCURACY = 1e-8;

  /** Weights beyond this carry so much rounding that the accuracy is in proportion to them. */
  private static final double WIDE = 100;

  /** Of the simplex method, where the interior point has no proof. */
  private static final int STARTS = 5;

  /** How far weights may be outside their bounds or their sum from 1, in units of the bounds. */
  private static final double ROUNDING = 1e-12;

  private final double[][] returns;
  private final WeightBounds bounds;
  private final double share;
  private final double accuracy;
  private final int n;
  private final int periods;
  private final Centre[] uncentred;
  private double[] slackWeight;
  private double[] lossWeight;
  private Cholesky factor;

  private MinimumShortfall(double[][] returns, double confidence, WeightBounds bounds) {
    this.returns = returns;
    this.bounds = bounds;
    this.n = returns.length;
    this.periods = returns[0].length;
    this.uncentred = new Centre[n];
    Arrays.fill(uncentred, Centre.ZERO);
    this.share = 1 / ((1 - confidence) * periods);
    double widest = Math.max(-bounds.min(), bounds.max());
    this.accuracy = ACCURACY * Math.max(1, widest / WIDE);
  }

  /**
   * Weights of sum 1 with the least historical expected shortfall, proved by the dual program to be
   * within 1e-8 of the largest volatility of the least, for bounds beyond 100 in proportion to
   * them. Where several portfolios are equally good, one in the middle of them; where returns are
   * too nearly collinear for that, a vertex.
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED}. Bounds that admit no portfolio, or a
   *       confidence not above 0.5 and below 1: {@link Failure#OUT_OF_DOMAIN}. So are bounds so
   *       wide, about a million, that rounding hides the proof.
   * </ul>
   *
   * @param returns one array per asset
   * @param confidence c
   * @param bounds on each weight
   */
  public static double[] weights(double[][] returns, double confidence, WeightBounds bounds) {
    Checks.confidence(confidence);
    double[] deviations = Covariance.deviations(returns);
    int n = returns.length;
    bounds.requireFeasible(n);
    if (bounds.admitOnlyEqualWeights(n)) {
      return WeightBounds.equalWeights(n);
    }
    double largest = Arrays.stream(deviations).max().orElse(0);
    double scale = largest > 0 ? largest : 1;
    double[][] scaled = new double[n][returns[0].length];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < scaled[i].length; t++) {
        scaled[i][t] = returns[i][t] / scale;
      }
    }
    return new MinimumShortfall(scaled, confidence, bounds).solve();
  }

  private double[] solve() {
    double[][] equality = new double[1][n + 1 + periods];
    Arrays.fill(equality[0], 0, n, 1);
    double[] start = new double[n + 1 + periods];
    Arrays.fill(start, 0, n, 1.0 / n);
    for (int t = 0; t < periods; t++) {
      double loss = 0;
      for (int i = 0; i < n; i++) {
        loss -= returns[i][t] / n;
      }
      start[n + 1 + t] = 1 + Math.max(0, loss);
    }
    InteriorPoint.Solution solution = InteriorPoint.solve(this, equality, new double[] {1}, start);
    double[] probabilities = probabilities(solution);
    double[] weights = bounds.settle(n, solution);
    double gap = gap(weights, probabilities);
    double[] vertex = weights.clone();
    sharpen(solution, vertex, probabilities);
    double sharpened = gap(vertex, probabilities);
    if (!(Math.min(gap, sharpened) <= accuracy)) {
      return vertex(solution);
    }
    return sharpened <= Math.max(gap, accuracy) ? vertex : weights;
  }

  /**
   * The vertex that the simplex method finds from where the interior point ended, or, where
   * rounding breaks it down on that way, from ever closer to equal probabilities.
   */
  private double[] vertex(InteriorPoint.Solution solution) {
    double best = Double.POSITIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      double[] probabilities = probabilities(solution);
      double equal = (double) start / (STARTS - 1);
      for (int t = 0; t < periods; t++) {
        probabilities[t] += equal * (1.0 / periods - probabilities[t]);
      }
      double[] weights = ShortfallVertex.find(returns, share, bounds, probabilities);
      double gap = weights == null ? Double.POSITIVE_INFINITY : gap(weights, probabilities);
      if (gap <= accuracy) {
        return weights;
      }
      best = Math.min(best, gap);
    }
    throw new MetricException(
        Failure.OUT_OF_DOMAIN,
        "returns_matrix",
        "a problem solved only to " + Numbers.plain(best),
        "one that can be solved to " + Numbers.plain(accuracy));
  }

  private double[] probabilities(InteriorPoint.Solution solution) {
    return Arrays.copyOfRange(solution.multipliers(), 2 * n + periods, 2 * n + 2 * periods);
  }

  /**
   * How far the shortfall can be above the least one: it is at least the mean loss of any allowed
   * portfolio under any probabilities of at most 1/((1−c)T) each (the dual program).
   */
  private double gap(double[] weights, double[] probabilities) {
    double outside = Math.abs(Statistics.sum(weights) - 1);
    for (double w : weights) {
      outside = Math.max(outside, Math.max(bounds.min() - w, w - bounds.max()));
    }
    double[] gains = gains(weights);
    Arrays.sort(gains);
    double shortfall = 0;
    double left = 1;
    for (int t = 0; t < periods && left > 0; t++) {
      shortfall -= Math.min(share, left) * gains[t];
      left -= share;
    }
    double[] p = probabilities.clone();
    double total = 0;
    for (int t = 0; t < periods; t++) {
      p[t] = Math.max(0, Math.min(share, p[t]));
      total += p[t];
    }
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = Vectors.dot(p, returns[i]) / total;
    }
    double least = -Vectors.dot(bounds.greatest(means), means);
    double excess = 0;
    for (double v : p) {
      excess = Math.max(excess, v / total - share);
    }
    double size = Math.max(1, Math.max(-bounds.min(), bounds.max()));
    double infeasible = Math.max(outside / size * (accuracy / ROUNDING), excess);
    return Math.max(infeasible, shortfall - least);
  }

  /**
   * Moves weights and probabilities to the vertex that they are close to: the free weights and α
   * such that the losses at the boundary of the tail equal α, their probabilities such that the
   * mean losses of the free assets are equal.
   */
  private void sharpen(InteriorPoint.Solution solution, double[] weights, double[] probabilities) {
    double[] slacks = solution.slacks();
    double[] multipliers = solution.multipliers();
    int[] free =
        IntStream.range(0, n)
            .filter(i -> slacks[i] >= multipliers[i] && slacks[n + i] >= multipliers[n + i])
            .toArray();
    int none = 2 * n;
    int lost = 2 * n + periods;
    int[] boundary =
        IntStream.range(0, periods)
            .filter(
                t ->
                    slacks[none + t] < multipliers[none + t]
                        && slacks[lost + t] < multipliers[lost + t])
            .toArray();
    if (free.length == 0 || boundary.length == 0) {
      return;
    }
    double[][] system = new double[boundary.length + 1][free.length + 1];
    double[] wrong = new double[boundary.length + 1];
    for (int k = 0; k < boundary.length; k++) {
      for (int j = 0; j < free.length; j++) {
        system[k][j] = returns[free[j]][boundary[k]];
      }
      system[k][free.length] = 1;
      wrong[k] = -solution.x()[n];
      for (int i = 0; i < n; i++) {
        wrong[k] -= returns[i][boundary[k]] * weights[i];
      }
    }
    Arrays.fill(system[boundary.length], 0, free.length, 1);
    RealMatrix inverse =
        new SingularValueDecomposition(new Array2DRowRealMatrix(system, false))
            .getSolver()
            .getInverse();
    double[] move = inverse.operate(wrong);
    for (int j = 0; j < free.length; j++) {
      weights[free[j]] += move[j];
    }
    for (int t = 0; t < periods; t++) {
      probabilities[t] = slacks[none + t] >= multipliers[none + t] ? share : probabilities[t];
      probabilities[t] = slacks[lost + t] >= multipliers[lost + t] ? 0 : probabilities[t];
    }
    double level = 0;
    double[] unequal = new double[free.length + 1];
    for (int j = 0; j < free.length; j++) {
      unequal[j] = -Vectors.dot(probabilities, returns[free[j]]);
      level += unequal[j] / free.length;
    }
    for (int j = 0; j < free.length; j++) {
      unequal[j] -= level;
    }
    unequal[free.length] = 1 - Statistics.sum(probabilities);
    double[] shift = inverse.preMultiply(unequal);
    for (int k = 0; k < boundary.length; k++) {
      probabilities[boundary[k]] += shift[k];
    }
  }

  @Override
  public double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    gradient[n] = 1;
    Arrays.fill(gradient, n + 1, x.length, share);
    return gradient;
  }

  @Override
  public double[] multipliers(double[] x) {
    double[] multipliers = new double[2 * n + 2 * periods];
    double each = 1.0 / periods;
    for (int i = 0; i < n; i++) {
      double pull = 0;
      for (int t = 0; t < periods; t++) {
        pull += returns[i][t] * each;
      }
      multipliers[i] = 1 + Math.max(0, -pull);
      multipliers[n + i] = 1 + Math.max(0, pull);
    }
    Arrays.fill(multipliers, 2 * n, 2 * n + periods, share - each);
    Arrays.fill(multipliers, 2 * n + periods, multipliers.length, each);
    return multipliers;
  }

  @Override
  public double[] slacks(double[] x) {
    double[] slacks = times(x);
    for (int i = 0; i < n; i++) {
      slacks[i] -= bounds.min();
      slacks[n + i] += bounds.max();
    }
    return slacks;
  }

  @Override
  public double[] times(double[] x) {
    double[] product = new double[2 * n + 2 * periods];
    for (int i = 0; i < n; i++) {
      product[i] = x[i];
      product[n + i] = -x[i];
    }
    double[] gains = gains(x);
    for (int t = 0; t < periods; t++) {
      product[2 * n + t] = x[n + 1 + t];
      product[2 * n + periods + t] = x[n + 1 + t] + x[n] + gains[t];
    }
    return product;
  }

  @Override
  public double[] transposedTimes(double[] z) {
    double[] product = new double[n + 1 + periods];
    double[] losses = Arrays.copyOfRange(z, 2 * n + periods, z.length);
    for (int i = 0; i < n; i++) {
      product[i] = z[i] - z[n + i] + Vectors.dot(returns[i], losses);
    }
    for (int t = 0; t < periods; t++) {
      product[n] += losses[t];
      product[n + 1 + t] = z[2 * n + t] + losses[t];
    }
    return product;
  }

  @Override
  public boolean factor(double[] d) {
    slackWeight = Arrays.copyOfRange(d, 2 * n, 2 * n + periods);
    lossWeight = Arrays.copyOfRange(d, 2 * n + periods, d.length);
    double[] joint = new double[periods];
    double sum = 0;
    for (int t = 0; t < periods; t++) {
      joint[t] = 1 / (1 / slackWeight[t] + 1 / lossWeight[t]);
      sum += joint[t];
    }
    double[][] products = CrossProducts.of(returns, uncentred, joint);
    double[][] matrix = Arrays.copyOf(products, n + 1);
    matrix[n] = new double[n + 1];
    for (int i = 0; i < n; i++) {
      matrix[n][i] = Vectors.dot(joint, returns[i]);
      matrix[i][i] += d[i] + d[n + i] + TRACE;
    }
    matrix[n][n] = sum + TRACE;
    factor = Cholesky.of(matrix, 0);
    return !factor.isSingular();
  }

  @Override
  public double[] solve(double[] b) {
    double[] right = Arrays.copyOf(b, n + 1);
    double[] passed = new double[periods];
    for (int t = 0; t < periods; t++) {
      passed[t] = b[n + 1 + t] * lossWeight[t] / (slackWeight[t] + lossWeight[t]);
      right[n] -= passed[t];
    }
    for (int i = 0; i < n; i++) {
      right[i] -= Vectors.dot(passed, returns[i]);
    }
    double[] first = factor.solve(right);
    double[] solution = Arrays.copyOf(first, n + 1 + periods);
    double[] gains = gains(first);
    for (int t = 0; t < periods; t++) {
      solution[n + 1 + t] =
          (b[n + 1 + t] - lossWeight[t] * (first[n] + gains[t])) / (slackWeight[t] + lossWeight[t]);
    }
    return solution;
  }

  private double[] gains(double[] weights) {
    return gains(returns, weights);
  }

  /** The portfolio's return in each period, for weights that come first among numbers. */
  static double[] gains(double[][] returns, double[] weights) {
    double[] gains = new double[returns[0].length];
    for (int i = 0; i < returns.length; i++) {
      Vectors.add(gains, weights[i], returns[i]);
    }
    return gains;
  }
}
