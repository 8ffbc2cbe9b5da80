package io.ballast.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The quadratic program behind minimum-variance, maximum-ratio and frontier portfolios: min ½w'Qw −
 * t·a'w with Σw = 1 and bounds on each weight, Q the covariance over its mean variance.
 */
final class PortfolioProgram implements InteriorPoint.Program {
  /** Added to the diagonal of Q in each step; the solution is unaffected. */
  private static final double TRACE = 1e-13;

  /** The accuracy promised for the optimality conditions. */
  private static final double ACCURACY = 1e-10;

  /** Violations below this need no finishing. */
  private static final double EXACT = 1e-13;

  /** Violations below this are rounding. */
  private static final double ROUNDING = 1e-15;

  private static final int MOST_STEPS = 100;
  private static final int PASSES = 3;

  private final double[][] q;
  private final WeightBounds bounds;
  private double[] pull;
  private Cholesky factor;

  /**
   * @param covariance of the assets
   * @param bounds on each weight, which must admit more than one portfolio
   */
  PortfolioProgram(double[][] covariance, WeightBounds bounds) {
    this.q = scaled(covariance);
    this.bounds = bounds;
    this.pull = new double[q.length];
  }

  /** The covariance over its mean variance; a matrix of zeros as it is. */
  static double[][] scaled(double[][] covariance) {
    int n = covariance.length;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += covariance[i][i];
    }
    double scale = trace > 0 ? n / trace : 1;
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        q[i][j] = covariance[i][j] * scale;
      }
    }
    return q;
  }

  /** The weights of least variance. */
  double[] leastVariance() {
    return solve(new double[q.length], null, 0);
  }

  /** The weights of least variance among those with a'w equal to a value. */
  double[] leastVariance(double[] form, double value) {
    return solve(new double[q.length], form, value);
  }

  /**
   * The weights with the greatest a'w/√(w'Qw), which solve the program for t = w'Qw/a'w. Along the
   * solutions w'Qw − t·a'w is piecewise linear in t and changes its sign once. The piece with the
   * root is found by halving the bracket; two points on it, whichever side of the root they are on,
   * give the root exactly, however different the slopes of the pieces are.
   *
   * @param form a, scaled so that the greatest a'w is 1
   * @param furthest the weights with the greatest a'w
   */
  double[] greatestRatio(double[] form, double[] furthest) {
    double low = 0;
    double[] weights = leastVariance();
    double excessLow = variance(weights);
    double high = 1.0000001 * variance(furthest);
    if (excessLow == 0 || high == 0) {
      return excessLow == 0 ? weights : furthest;
    }
    Point[] below = {null, new Point(low, excessLow)};
    Point[] above = {null, new Point(high, variance(furthest) - high)};
    double t = Math.min(high / 2, excessLow / Math.max(Vectors.dot(form, weights), 1e-3));
    for (int k = 0; k < MOST_STEPS; k++) {
      weights = solve(multiple(form, t), null, 0);
      double variance = variance(weights);
      double excess = variance - t * Vectors.dot(form, weights);
      if (Math.abs(excess) <= 1e-15 * variance) {
        break;
      }
      Point[] side = excess > 0 ? below : above;
      side[0] = side[1];
      side[1] = new Point(t, excess);
      low = below[1].t();
      high = above[1].t();
      double next =
          switch (k % 4) {
            case 0 -> below[1].root(above[1]);
            case 1 -> above[1].root(above[0]);
            case 2 -> below[1].root(below[0]);
            default -> Double.NaN;
          };
      t = next > low && next < high ? next : (low + high) / 2;
      if (t == low || t == high || high - low <= 1e-15 * high) {
        break;
      }
    }
    return weights;
  }

  /** The excess variance w'Qw − t·a'w of the solution for a t. */
  private record Point(double t, double excess) {
    /** Where the line through two points is 0, {@code NaN} if there is no other. */
    double root(Point other) {
      return other == null ? Double.NaN : t - excess * (other.t - t) / (other.excess - excess);
    }
  }

  private double[] solve(double[] linear, double[] form, double value) {
    int n = q.length;
    pull = linear;
    double[][] equalities = form == null ? new double[1][n] : new double[][] {new double[n], form};
    Arrays.fill(equalities[0], 1);
    double[] targets = form == null ? new double[] {1} : new double[] {1, value};
    InteriorPoint.Solution solution =
        InteriorPoint.solve(this, equalities, targets, WeightBounds.equalWeights(n));
    return finish(bounds.settle(n, solution), solution.residual(), equalities, targets);
  }

  /**
   * Ends a solution that is not exact enough: solves for the weights between their bounds, fixes
   * those that leave them, frees those at a bound that should leave it, and keeps the best.
   */
  private double[] finish(
      double[] start, double residual, double[][] equalities, double[] targets) {
    double[] weights = start.clone();
    double[] best = start;
    double least = residual;
    int most = MOST_STEPS + 4 * start.length;
    for (int round = 0; round < most && least > EXACT; round++) {
      double[] multipliers = new double[targets.length];
      double[] next = betweenBounds(weights, equalities, targets, multipliers);
      if (stopAtBound(weights, next)) {
        continue;
      }
      weights = next;
      double error = error(weights, equalities, targets, multipliers);
      if (error < least) {
        least = error;
        best = weights.clone();
      }
      if (!free(weights, equalities, multipliers)) {
        break;
      }
    }
    double size = Math.max(1, Math.max(-bounds.min(), bounds.max()));
    if (!(least <= ACCURACY * size)) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          "returns_matrix",
          "a problem solved only to " + Numbers.plain(least),
          "one that can be solved to " + Numbers.plain(ACCURACY));
    }
    return best;
  }

  /** Newton's step in the weights between their bounds, refined; sets the multipliers of E. */
  private double[] betweenBounds(
      double[] weights, double[][] equalities, double[] targets, double[] multipliers) {
    int[] free =
        IntStream.range(0, weights.length)
            .filter(i -> weights[i] > bounds.min() && weights[i] < bounds.max())
            .toArray();
    double[][] matrix = new double[free.length][free.length];
    double[][] forms = new double[targets.length][free.length];
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j < free.length; j++) {
        matrix[i][j] = q[free[i]][free[j]];
      }
      matrix[i][i] += TRACE;
      for (int k = 0; k < forms.length; k++) {
        forms[k][i] = equalities[k][free[i]];
      }
    }
    Cholesky inside = Cholesky.of(matrix, 0);
    double[] next = weights.clone();
    if (free.length < targets.length || inside.isSingular()) {
      return next;
    }
    double[][] columns = new double[forms.length][];
    double[][] schur = new double[forms.length][forms.length];
    for (int k = 0; k < forms.length; k++) {
      columns[k] = inside.solve(forms[k]);
      for (int l = 0; l <= k; l++) {
        schur[k][l] = Vectors.dot(columns[k], forms[l]);
      }
    }
    Cholesky outside = Cholesky.of(schur, 0);
    for (int pass = 0; pass < PASSES && !outside.isSingular(); pass++) {
      double[] gradient = gradient(next);
      double[] right = new double[free.length];
      for (int i = 0; i < free.length; i++) {
        right[i] = -gradient[free[i]];
      }
      double[] move = inside.solve(right);
      double[] missing = new double[forms.length];
      for (int k = 0; k < forms.length; k++) {
        missing[k] = targets[k] - Vectors.dot(equalities[k], next) - Vectors.dot(forms[k], move);
      }
      double[] y = outside.solve(missing);
      for (int i = 0; i < free.length; i++) {
        for (int k = 0; k < forms.length; k++) {
          move[i] += columns[k][i] * y[k];
        }
        next[free[i]] += move[i];
      }
      System.arraycopy(y, 0, multipliers, 0, y.length);
    }
    return next;
  }

  /** The greatest violation of the optimality conditions. */
  private double error(
      double[] weights, double[][] equalities, double[] targets, double[] multipliers) {
    double worst = 0;
    double[] pulls = pulls(weights, equalities, multipliers);
    for (int i = 0; i < weights.length; i++) {
      boolean low = weights[i] <= bounds.min();
      boolean high = weights[i] >= bounds.max();
      worst = Math.max(worst, Math.max(bounds.min() - weights[i], weights[i] - bounds.max()));
      worst = Math.max(worst, low ? -pulls[i] : high ? pulls[i] : Math.abs(pulls[i]));
    }
    for (int k = 0; k < targets.length; k++) {
      worst = Math.max(worst, Math.abs(Vectors.dot(equalities[k], weights) - targets[k]));
    }
    return worst;
  }

  /** Qw − t·a − E'y: 0 between the bounds, above 0 at the lower and below 0 at the upper bound. */
  private double[] pulls(double[] weights, double[][] equalities, double[] multipliers) {
    double[] pulls = gradient(weights);
    for (int i = 0; i < pulls.length; i++) {
      for (int k = 0; k < multipliers.length; k++) {
        pulls[i] -= equalities[k][i] * multipliers[k];
      }
    }
    return pulls;
  }

  /** Moves the weights towards others up to the first bound; false if none is in the way. */
  private boolean stopAtBound(double[] weights, double[] next) {
    double length = 1;
    int first = -1;
    for (int i = 0; i < weights.length; i++) {
      double room = next[i] < bounds.min() ? bounds.min() - weights[i] : 0;
      room = next[i] > bounds.max() ? bounds.max() - weights[i] : room;
      double share = room / (next[i] - weights[i]);
      if ((next[i] < bounds.min() || next[i] > bounds.max()) && share < length) {
        length = share;
        first = i;
      }
    }
    if (first < 0) {
      return false;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] += length * (next[i] - weights[i]);
    }
    weights[first] = next[first] < bounds.min() ? bounds.min() : bounds.max();
    return true;
  }

  /** Frees the weight that most wants to leave its bound; false if none does. */
  private boolean free(double[] weights, double[][] equalities, double[] multipliers) {
    double[] pulls = pulls(weights, equalities, multipliers);
    int freed = -1;
    double strongest = ROUNDING;
    for (int i = 0; i < weights.length; i++) {
      double wish = 0;
      if (weights[i] == bounds.min()) {
        wish = -pulls[i];
      } else if (weights[i] == bounds.max()) {
        wish = pulls[i];
      }
      if (wish > strongest) {
        strongest = wish;
        freed = i;
      }
    }
    if (freed >= 0) {
      double step = (bounds.max() - bounds.min()) * ROUNDING;
      weights[freed] += weights[freed] == bounds.min() ? step : -step;
    }
    return freed >= 0;
  }

  /** w'Qw. */
  double variance(double[] weights) {
    return Vectors.quadratic(q, weights);
  }

  @Override
  public double[] gradient(double[] x) {
    double[] gradient = Vectors.multiply(q, x);
    for (int i = 0; i < x.length; i++) {
      gradient[i] -= pull[i];
    }
    return gradient;
  }

  @Override
  public double[] multipliers(double[] x) {
    double[] gradient = gradient(x);
    double largest = 0;
    for (double g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    double[] multipliers = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      double common = largest > 0 ? largest : 1;
      multipliers[i] = common + Math.max(0, gradient[i]);
      multipliers[x.length + i] = common + Math.max(0, -gradient[i]);
    }
    return multipliers;
  }

  @Override
  public double[] slacks(double[] x) {
    double[] slacks = times(x);
    for (int i = 0; i < x.length; i++) {
      slacks[i] -= bounds.min();
      slacks[x.length + i] += bounds.max();
    }
    return slacks;
  }

  @Override
  public double[] times(double[] x) {
    double[] product = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = x[i];
      product[x.length + i] = -x[i];
    }
    return product;
  }

  @Override
  public double[] transposedTimes(double[] z) {
    double[] product = new double[z.length / 2];
    for (int i = 0; i < product.length; i++) {
      product[i] = z[i] - z[product.length + i];
    }
    return product;
  }

  @Override
  public boolean factor(double[] d) {
    int n = q.length;
    double[][] matrix = new double[n][];
    for (int i = 0; i < n; i++) {
      matrix[i] = Arrays.copyOf(q[i], i + 1);
      matrix[i][i] += d[i] + d[n + i] + TRACE;
    }
    factor = Cholesky.of(matrix, 0);
    return !factor.isSingular();
  }

  @Override
  public double[] solve(double[] b) {
    return factor.solve(b);
  }

  private static double[] multiple(double[] x, double factor) {
    double[] product = x.clone();
    for (int i = 0; i < x.length; i++) {
      product[i] *= factor;
    }
    return product;
  }
}
