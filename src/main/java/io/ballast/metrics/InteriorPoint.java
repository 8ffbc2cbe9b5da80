package io.ballast.metrics;

/**
 * Primal-dual interior-point method for convex quadratic programs: min ½x'Hx + c'x subject to Ex =
 * e and Gx ≥ h (Mehrotra 1992). From the centre of the feasible set it reaches the solution to the
 * last digits in some twenty steps whatever the size; where solutions are not unique it reaches the
 * centre of their set, so that equal assets get equal weights.
 */
final class InteriorPoint {
  private static final int MOST_ITERATIONS = 200;
  private static final int PATIENCE = 8;
  private static final double CONVERGED = 1e-15;

  /** After a step shorter than this the next one goes back to the centre. */
  private static final double BLOCKED = 0.7;

  /** A program, as far as the method needs to know it. */
  interface Program {
    /** Hx + c. */
    double[] gradient(double[] x);

    /** Gx − h. */
    double[] slacks(double[] x);

    /** Gx. */
    double[] times(double[] x);

    /** Multipliers to begin with, above 0, with Hx + c = G'z as nearly as can be. */
    double[] multipliers(double[] x);

    /** G'z. */
    double[] transposedTimes(double[] z);

    /**
     * Prepares to solve with H + G'·diag(d)·G, made regular by a trace of the identity.
     *
     * @return false if it is singular all the same
     */
    boolean factor(double[] d);

    /** The solution x of (H + G'·diag(d)·G)·x = b. */
    double[] solve(double[] b);
  }

  /**
   * A solution.
   *
   * @param x the variables
   * @param slacks Gx − h
   * @param multipliers of the inequalities, 0 or above
   * @param residual the greatest error of the optimality conditions: stationarity, feasibility, and
   *     the smaller of each slack and its multiplier
   */
  record Solution(double[] x, double[] slacks, double[] multipliers, double residual) {}

  private final Program program;
  private final double[][] equalities;
  private final double[] targets;
  private double[] x;
  private double[] s;
  private double[] z;
  private double[] y;
  private double reached = 1;

  private InteriorPoint(Program program, double[][] equalities, double[] targets, double[] x) {
    this.program = program;
    this.equalities = equalities;
    this.targets = targets;
    this.x = x;
    s = program.slacks(x);
    z = program.multipliers(x);
    y = new double[equalities.length];
  }

  /**
   * Solves a program.
   *
   * @param program the program
   * @param equalities rows of E
   * @param targets e
   * @param start where to begin, with Gx above h
   */
  static Solution solve(Program program, double[][] equalities, double[] targets, double[] start) {
    InteriorPoint method = new InteriorPoint(program, equalities, targets, start.clone());
    Solution best = null;
    int idle = 0;
    for (int k = 0; k < MOST_ITERATIONS && idle < PATIENCE; k++) {
      Solution now = method.current();
      idle++;
      if (best == null || now.residual() < best.residual()) {
        best = now;
        idle = 0;
      }
      if (best.residual() <= CONVERGED || !method.step()) {
        break;
      }
    }
    return best;
  }

  private Solution current() {
    double worst = 0;
    for (double v : stationarity()) {
      worst = Math.max(worst, Math.abs(v));
    }
    for (double v : imbalance()) {
      worst = Math.max(worst, Math.abs(v));
    }
    double[] slacks = program.slacks(x);
    for (int i = 0; i < s.length; i++) {
      worst = Math.max(worst, Math.abs(slacks[i] - s[i]));
      worst = Math.max(worst, Math.min(s[i], z[i]));
    }
    return new Solution(x.clone(), s.clone(), z.clone(), worst);
  }

  /** Hx + c − E'y − G'z. */
  private double[] stationarity() {
    double[] r = program.gradient(x);
    double[] pull = program.transposedTimes(z);
    for (int j = 0; j < r.length; j++) {
      r[j] -= pull[j];
      for (int i = 0; i < y.length; i++) {
        r[j] -= equalities[i][j] * y[i];
      }
    }
    return r;
  }

  /** Ex − e. */
  private double[] imbalance() {
    double[] r = new double[targets.length];
    for (int i = 0; i < r.length; i++) {
      r[i] = Vectors.dot(equalities[i], x) - targets[i];
    }
    return r;
  }

  /** One predictor and corrector step; false if the linear system can no longer be solved. */
  private boolean step() {
    int m = s.length;
    double[] d = new double[m];
    for (int i = 0; i < m; i++) {
      d[i] = z[i] / s[i];
    }
    if (!program.factor(d)) {
      return false;
    }
    double[] dual = stationarity();
    double[] balance = imbalance();
    double[] primal = program.slacks(x);
    double[] complementarity = new double[m];
    for (int i = 0; i < m; i++) {
      primal[i] -= s[i];
      complementarity[i] = s[i] * z[i];
    }
    double gap = Vectors.dot(s, z) / m;
    double[][] affine = direction(dual, balance, primal, complementarity, d);
    double reach = reach(affine, 1);
    double after = 0;
    for (int i = 0; i < m; i++) {
      after += (s[i] + reach * affine[1][i]) * (z[i] + reach * affine[2][i]);
    }
    boolean blocked = reached < BLOCKED;
    double centring = blocked ? gap / 2 : Math.pow(Math.max(0, after / m) / gap, 3) * gap;
    for (int i = 0; i < m; i++) {
      complementarity[i] += (blocked ? 0 : affine[1][i] * affine[2][i]) - centring;
    }
    double[][] move = direction(dual, balance, primal, complementarity, d);
    if (!isFinite(move)) {
      return false;
    }
    double length = Math.min(1, reach(move, Math.max(0.99, 1 - gap)));
    reached = length;
    add(x, move[0], length);
    add(s, move[1], length);
    add(z, move[2], length);
    add(y, move[3], length);
    return true;
  }

  /** Newton's direction in x, s, z and y. */
  private double[][] direction(
      double[] dual, double[] balance, double[] primal, double[] complementarity, double[] d) {
    int m = s.length;
    double[] weighted = new double[m];
    for (int i = 0; i < m; i++) {
      weighted[i] = -complementarity[i] / s[i] - d[i] * primal[i];
    }
    double[] right = program.transposedTimes(weighted);
    for (int j = 0; j < right.length; j++) {
      right[j] -= dual[j];
    }
    double[] dx = program.solve(right);
    double[] dy = new double[y.length];
    double[][] columns = new double[y.length][];
    for (int i = 0; i < y.length; i++) {
      columns[i] = program.solve(equalities[i]);
    }
    double[][] schur = new double[y.length][y.length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        schur[i][j] = Vectors.dot(equalities[i], columns[j]);
      }
      dy[i] = -balance[i] - Vectors.dot(equalities[i], dx);
    }
    if (y.length > 0) {
      dy = Cholesky.of(schur, 0).solve(dy);
    }
    for (int i = 0; i < y.length; i++) {
      add(dx, columns[i], dy[i]);
    }
    double[] ds = program.times(dx);
    double[] dz = new double[m];
    for (int i = 0; i < m; i++) {
      ds[i] += primal[i];
      dz[i] = (-complementarity[i] - z[i] * ds[i]) / s[i];
    }
    return new double[][] {dx, ds, dz, dy};
  }

  /** How far to go so that slacks and multipliers stay above 0. */
  private double reach(double[][] direction, double share) {
    double length = 1 / share;
    for (int i = 0; i < s.length; i++) {
      if (direction[1][i] < 0) {
        length = Math.min(length, -s[i] / direction[1][i]);
      }
      if (direction[2][i] < 0) {
        length = Math.min(length, -z[i] / direction[2][i]);
      }
    }
    return length * share;
  }

  private static boolean isFinite(double[][] vectors) {
    for (double[] vector : vectors) {
      for (double v : vector) {
        if (Double.isNaN(v) || Double.isInfinite(v)) {
          return false;
        }
      }
    }
    return true;
  }

  private static void add(double[] x, double[] direction, double length) {
    for (int i = 0; i < x.length; i++) {
      x[i] += length * direction[i];
    }
  }
}
