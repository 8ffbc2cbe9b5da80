package io.ballast.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A vertex solution of the least-shortfall program ({@link MinimumShortfall}) from probabilities
 * that nearly solve its dual: max λ + Σ_i min(min·z_i, max·z_i) with Σ_t p_t·r_it + λ + z_i = 0, Σp
 * = 1 and 0 ≤ p_t ≤ 1/((1−c)T). The probabilities strictly inside their bounds are pushed into a
 * basis or to a bound (Bixby and Saltzman 1994); the simplex method with bounded variables does the
 * rest (Dantzig 1963). Its bases have one row per asset and one more, each solved by elimination
 * with pivoting, so that the conditions hold to rounding however nearly collinear the returns are,
 * which the squared returns of an interior point cannot promise.
 */
final class ShortfallVertex {
  private static final double TINY = 1e-14;
  private static final double SMALLEST_PIVOT = 1e-11;

  /** After so many steps without progress the next variable is drawn. */
  private static final int PATIENCE = 20;

  private final double[][] returns;
  private final double share;
  private final WeightBounds bounds;
  private final int n;
  private final int periods;
  private final double[] p;
  private final double[] z;

  /** Which bound the weight of an asset in the basis is at: 1 the lower, −1 the upper. */
  private final int[] side;

  /** Periods come first, then assets, then λ. */
  private final int[] members;

  private final boolean[] basic;
  private Basis basis;

  /** Weights and α. */
  private double[] prices;

  private ShortfallVertex(
      double[][] returns, double share, WeightBounds bounds, double[] probabilities) {
    this.returns = returns;
    this.share = share;
    this.bounds = bounds;
    n = returns.length;
    periods = returns[0].length;
    p = probabilities;
    z = new double[n];
    side = new int[n];
    members = new int[n + 1];
    basic = new boolean[periods + n + 1];
  }

  /**
   * Finds a vertex.
   *
   * @param returns one array per asset, the largest volatility about 1
   * @param share 1/((1−c)T)
   * @param bounds on each weight, which admit more than one portfolio
   * @param probabilities nearly optimal ones, replaced by those of the vertex
   * @return the weights, or {@code null} if the method breaks down
   */
  static double[] find(
      double[][] returns, double share, WeightBounds bounds, double[] probabilities) {
    ShortfallVertex vertex = new ShortfallVertex(returns, share, bounds, probabilities);
    return vertex.begin() && vertex.push() && vertex.improve() ? vertex.weights() : null;
  }

  /**
   * Feasible probabilities; a basis of the innermost one, λ and all assets but the marginal one.
   */
  private boolean begin() {
    double total = 0;
    for (int t = 0; t < periods; t++) {
      p[t] = p[t] >= 0 ? Math.min(share, p[t]) : 0;
      total += p[t];
    }
    for (int t = 0; t < periods; t++) {
      p[t] =
          total > 1
              ? p[t] / total
              : p[t] + (1 - total) * (share - p[t]) / (periods * share - total);
    }
    double[] means = new double[n];
    for (int i = 0; i < n; i++) {
      means[i] = Vectors.dot(p, returns[i]);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -means[i]))
            .mapToInt(i -> i)
            .toArray();
    int atUpper = (int) ((1 - n * bounds.min()) / (bounds.max() - bounds.min()));
    int marginal = order[Math.max(0, Math.min(n - 1, atUpper))];
    for (int i = 0; i < n; i++) {
      members[i] = i == marginal ? periods + n : periods + i;
      side[i] = means[i] > means[marginal] ? -1 : 1;
    }
    members[n] =
        IntStream.range(0, periods).boxed().max(Comparator.comparingDouble(this::inside)).get();
    double[][] columns = new double[n + 1][];
    for (int k = 0; k <= n; k++) {
      basic[members[k]] = true;
      columns[k] = column(members[k]);
    }
    basis = new Basis(columns);
    return settle();
  }

  private double inside(int t) {
    return Math.min(p[t], share - p[t]);
  }

  /** Moves the probabilities inside their bounds, the innermost first, to the nearer bound. */
  private boolean push() {
    int[] order =
        IntStream.range(0, periods)
            .boxed()
            .sorted(Comparator.comparingDouble(t -> -inside(t)))
            .mapToInt(t -> t)
            .toArray();
    for (int t : order) {
      boolean moves = !basic[t] && p[t] > 0 && p[t] < share;
      if (moves && Double.isNaN(enter(t, p[t] < share / 2 ? -1 : 1))) {
        return false;
      }
    }
    return true;
  }

  /** Steps of the simplex method until no variable out of the basis improves the objective. */
  private boolean improve() {
    double tolerance = 1e-13 * Math.max(1, Math.max(-bounds.min(), bounds.max()));
    Random random = new Random(1);
    int idle = 0;
    int most = 50 * (n + periods);
    for (int step = 0; step < most; step++) {
      double[] gains = MinimumShortfall.gains(returns, prices);
      int best = -1;
      double greatest = 0;
      for (int j = 0; j < periods + n; j++) {
        double violation = basic[j] ? 0 : violation(j, gains);
        double rank = idle > PATIENCE ? random.nextDouble() : violation;
        if (violation > tolerance && rank > greatest) {
          greatest = rank;
          best = j;
        }
      }
      if (best < 0) {
        basis.factorise();
        return settle();
      }
      int direction = direction(best);
      if (best >= periods) {
        side[best - periods] = direction;
      }
      double length = enter(best, direction);
      if (Double.isNaN(length)) {
        return false;
      }
      idle = length > TINY ? 0 : idle + 1;
    }
    return true;
  }

  /** How much a unit of a variable out of the basis would improve the objective. */
  private double violation(int j, double[] gains) {
    if (j < periods) {
      double excess = -gains[j] - prices[n];
      return p[j] > 0 ? -excess : excess;
    }
    double w = prices[j - periods];
    return Math.max(bounds.min() - w, w - bounds.max());
  }

  private int direction(int j) {
    if (j < periods) {
      return p[j] > 0 ? -1 : 1;
    }
    return prices[j - periods] < bounds.min() ? 1 : -1;
  }

  /**
   * Moves a variable out of the basis as far as a bound of its own or of one in the basis, which
   * then leaves it.
   *
   * @return how far, {@code NaN} if the method breaks down
   */
  private double enter(int entering, int direction) {
    double[] column = column(entering);
    double[] rates = basis.solve(column);
    double largest = 0;
    for (double rate : rates) {
      largest = Math.max(largest, Math.abs(rate));
    }
    double own = Double.POSITIVE_INFINITY;
    if (entering < periods) {
      own = direction > 0 ? share - p[entering] : p[entering];
    }
    double longest = own;
    for (int k = 0; k <= n; k++) {
      double rate = -direction * rates[k];
      if (Math.abs(rate) > SMALLEST_PIVOT * largest) {
        longest = Math.min(longest, (room(members[k], rate) + TINY) / Math.abs(rate));
      }
    }
    int leaving = -1;
    double pivot = SMALLEST_PIVOT * largest;
    for (int k = 0; k <= n; k++) {
      double rate = -direction * rates[k];
      if (Math.abs(rate) > pivot && room(members[k], rate) <= longest * Math.abs(rate)) {
        pivot = Math.abs(rate);
        leaving = k;
      }
    }
    if (leaving < 0 && own == Double.POSITIVE_INFINITY) {
      return Double.NaN;
    }
    double length = leaving < 0 ? own : room(members[leaving], -direction * rates[leaving]) / pivot;
    if (leaving < 0 || length >= own) {
      p[entering] = direction > 0 ? share : 0;
      return settle() ? own : Double.NaN;
    }
    int left = members[leaving];
    if (left < periods) {
      p[left] = -direction * rates[leaving] > 0 ? share : 0;
    } else {
      z[left - periods] = 0;
    }
    basic[left] = false;
    members[leaving] = entering;
    basic[entering] = true;
    basis.replace(leaving, column, rates);
    return settle() ? length : Double.NaN;
  }

  /** How far a variable in the basis is from the bound that it moves towards. */
  private double room(int j, double rate) {
    if (j < periods) {
      return Math.max(0, rate > 0 ? share - p[j] : p[j]);
    }
    if (j < periods + n) {
      int i = j - periods;
      return rate * side[i] < 0 ? Math.max(0, z[i] * side[i]) : Double.POSITIVE_INFINITY;
    }
    return Double.POSITIVE_INFINITY;
  }

  private double[] column(int j) {
    double[] column = new double[n + 1];
    if (j < periods) {
      for (int i = 0; i < n; i++) {
        column[i] = returns[i][j];
      }
      column[n] = 1;
    } else if (j < periods + n) {
      column[j - periods] = 1;
    } else {
      Arrays.fill(column, 0, n, 1);
    }
    return column;
  }

  /** Solves for the prices and the variables of the basis; false if they are not finite. */
  private boolean settle() {
    if (basis.isSingular()) {
      return false;
    }
    double[] costs = new double[n + 1];
    for (int k = 0; k <= n; k++) {
      int j = members[k];
      if (j == periods + n) {
        costs[k] = 1;
      } else if (j >= periods) {
        costs[k] = side[j - periods] > 0 ? bounds.min() : bounds.max();
      }
    }
    prices = basis.solveTransposed(costs);
    double[] outside = p.clone();
    for (int j : members) {
      if (j < periods) {
        outside[j] = 0;
      }
    }
    double[] right = new double[n + 1];
    for (int i = 0; i < n; i++) {
      right[i] = -Vectors.dot(outside, returns[i]);
    }
    right[n] = 1 - Statistics.sum(outside);
    double[] values = basis.solve(right);
    boolean finite = true;
    for (int k = 0; k <= n; k++) {
      int j = members[k];
      finite &= Double.isFinite(values[k]) && Double.isFinite(prices[k]);
      if (j < periods) {
        p[j] = values[k];
      } else if (j < periods + n) {
        z[j - periods] = values[k];
      }
    }
    return finite;
  }

  private double[] weights() {
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = Math.max(bounds.min(), Math.min(bounds.max(), prices[i]));
      if (basic[periods + i]) {
        weights[i] = side[i] > 0 ? bounds.min() : bounds.max();
      }
    }
    return weights;
  }
}
