package io.ballast.metrics;

import java.util.Arrays;

/**
 * The portfolio of least expected shortfall, as a linear program: min α + Σu_t/((1−c)T) with u_t ≥
 * 0, u_t ≥ −w'r_t − α, Σw = 1 and bounds on each weight (Rockafellar and Uryasev 2000). The
 * auxiliary u are eliminated from each Newton step, whose cost grows with periods times assets
 * squared.
 */
public final class MinimumShortfall implements InteriorPoint.Program {
  private static final double TRACE = 1e-13;
  private static final double ACCURACY = 1e-10;

  private final double[][] returns;
  private final WeightBounds bounds;
  private final double share;
  private final int n;
  private final int periods;
  private double[] slackWeight;
  private double[] lossWeight;
  private Cholesky factor;

  private MinimumShortfall(double[][] returns, double confidence, WeightBounds bounds) {
    this.returns = returns;
    this.bounds = bounds;
    this.n = returns.length;
    this.periods = returns[0].length;
    this.share = 1 / ((1 - confidence) * periods);
  }

  /**
   * Weights of sum 1 with the least historical expected shortfall. Where several portfolios are
   * equally good, one in the middle of them.
   *
   * <ul>
   *   <li>Fewer than two periods: {@link Failure#UNDEFINED}. Bounds that admit no portfolio, or a
   *       confidence not above 0.5 and below 1: {@link Failure#OUT_OF_DOMAIN}.
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
    Arrays.fill(start, n + 1, start.length, 1);
    InteriorPoint.Solution solution = InteriorPoint.solve(this, equality, new double[] {1}, start);
    if (!(solution.residual() <= ACCURACY)) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          "returns_matrix",
          "a problem solved only to " + Numbers.plain(solution.residual()),
          "one that can be solved to " + Numbers.plain(ACCURACY));
    }
    return bounds.settle(n, solution);
  }

  @Override
  public double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    gradient[n] = 1;
    Arrays.fill(gradient, n + 1, x.length, share);
    return gradient;
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
    for (int t = 0; t < periods; t++) {
      product[2 * n + t] = x[n + 1 + t];
      product[2 * n + periods + t] = x[n + 1 + t] + x[n];
    }
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < periods; t++) {
        product[2 * n + periods + t] += returns[i][t] * x[i];
      }
    }
    return product;
  }

  @Override
  public double[] transposedTimes(double[] z) {
    double[] product = new double[n + 1 + periods];
    int losses = 2 * n + periods;
    for (int i = 0; i < n; i++) {
      double sum = z[i] - z[n + i];
      for (int t = 0; t < periods; t++) {
        sum += returns[i][t] * z[losses + t];
      }
      product[i] = sum;
    }
    for (int t = 0; t < periods; t++) {
      product[n] += z[losses + t];
      product[n + 1 + t] = z[2 * n + t] + z[losses + t];
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
    double[][] matrix = new double[n + 1][];
    double[] weighted = new double[periods];
    matrix[n] = new double[n + 1];
    for (int i = 0; i < n; i++) {
      matrix[i] = new double[i + 1];
      for (int t = 0; t < periods; t++) {
        weighted[t] = joint[t] * returns[i][t];
        matrix[n][i] += weighted[t];
      }
      for (int j = 0; j <= i; j++) {
        double product = 0;
        for (int t = 0; t < periods; t++) {
          product += weighted[t] * returns[j][t];
        }
        matrix[i][j] = product;
      }
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
      for (int t = 0; t < periods; t++) {
        right[i] -= passed[t] * returns[i][t];
      }
    }
    double[] first = factor.solve(right);
    double[] solution = Arrays.copyOf(first, n + 1 + periods);
    for (int t = 0; t < periods; t++) {
      double loss = first[n];
      for (int i = 0; i < n; i++) {
        loss += returns[i][t] * first[i];
      }
      solution[n + 1 + t] =
          (b[n + 1 + t] - lossWeight[t] * loss) / (slackWeight[t] + lossWeight[t]);
    }
    return solution;
  }
}
