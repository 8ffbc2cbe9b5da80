package io.ballast.metrics;

import java.util.Arrays;

/** Weights by clustering: no matrix is inverted, so that noise in the correlations matters less. */
public final class HierarchicalRiskParity {
  private final double[][] covariance;
  private final double[] weights;

  private HierarchicalRiskParity(double[][] covariance) {
    this.covariance = covariance;
    this.weights = new double[covariance.length];
    Arrays.fill(weights, 1);
  }

  /**
   * Hierarchical risk parity: assets ordered by single-linkage clustering on the distance
   * √((1−ρ)/2), then weights divided at each halving of that order in inverse proportion to the
   * variance of the halves, each weighted by inverse variance (López de Prado 2016). Of two merged
   * clusters the one with the smaller number comes first, as in scipy.
   *
   * <ul>
   *   <li>Fewer than two periods, or a constant asset: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns one array per asset
   * @return long-only weights of sum 1
   */
  public static double[] weights(double[][] returns) {
    PortfolioWeights.varyingDeviations(returns);
    HierarchicalRiskParity division = new HierarchicalRiskParity(Covariance.sample(returns));
    int[] order = order(Correlation.matrix(returns, Correlation.Method.PEARSON));
    division.divide(order, 0, order.length);
    return division.weights;
  }

  /** Assets in the order of the leaves of their single-linkage tree. */
  static int[] order(double[][] correlation) {
    int n = correlation.length;
    int[] from = new int[n - 1];
    int[] to = new int[n - 1];
    double[] length = new double[n - 1];
    spanningTree(correlation, from, to, length);
    int[] root = new int[2 * n - 1];
    int[][] children = new int[2 * n - 1][];
    Arrays.setAll(root, i -> i);
    boolean[] done = new boolean[n - 1];
    for (int k = 0; k < n - 1; k++) {
      int shortest = -1;
      for (int e = 0; e < n - 1; e++) {
        if (!done[e] && (shortest < 0 || length[e] < length[shortest])) {
          shortest = e;
        }
      }
      done[shortest] = true;
      int a = find(root, from[shortest]);
      int b = find(root, to[shortest]);
      children[n + k] = new int[] {Math.min(a, b), Math.max(a, b)};
      root[a] = n + k;
      root[b] = n + k;
    }
    int[] order = new int[n];
    leaves(2 * n - 2, children, order, 0);
    return order;
  }

  /** Prim's tree from asset 0; each edge starts at the asset added before, as in scipy. */
  private static void spanningTree(double[][] correlation, int[] from, int[] to, double[] length) {
    int n = correlation.length;
    double[] nearest = new double[n];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    boolean[] merged = new boolean[n];
    int last = 0;
    for (int k = 0; k < n - 1; k++) {
      merged[last] = true;
      int next = -1;
      for (int j = 0; j < n; j++) {
        if (!merged[j]) {
          double distance = Math.sqrt((1 - correlation[last][j]) / 2);
          nearest[j] = Math.min(nearest[j], distance);
          next = next < 0 || nearest[j] < nearest[next] ? j : next;
        }
      }
      from[k] = last;
      to[k] = next;
      length[k] = nearest[next];
      last = next;
    }
  }

  private static int find(int[] root, int i) {
    int r = i;
    while (root[r] != r) {
      r = root[r];
    }
    return r;
  }

  private static int leaves(int node, int[][] children, int[] order, int filled) {
    if (children[node] == null) {
      order[filled] = node;
      return filled + 1;
    }
    int middle = leaves(children[node][0], children, order, filled);
    return leaves(children[node][1], children, order, middle);
  }

  private void divide(int[] order, int from, int to) {
    if (to - from < 2) {
      return;
    }
    int middle = from + (to - from) / 2;
    double left = variance(order, from, middle);
    double right = variance(order, middle, to);
    for (int k = from; k < to; k++) {
      weights[order[k]] *= (k < middle ? right : left) / (left + right);
    }
    divide(order, from, middle);
    divide(order, middle, to);
  }

  /** Variance of a cluster weighted by inverse variance. */
  private double variance(int[] order, int from, int to) {
    double sum = 0;
    double total = 0;
    for (int i = from; i < to; i++) {
      double wi = 1 / covariance[order[i]][order[i]];
      total += wi;
      for (int j = from; j < to; j++) {
        sum += wi * covariance[order[i]][order[j]] / covariance[order[j]][order[j]];
      }
    }
    return sum / (total * total);
  }
}
