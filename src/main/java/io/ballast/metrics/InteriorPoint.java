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

  /** Hx + c − E'y − G'z. */
  private double[] dual;

  /** Ex − e. */
  private double[] balance;

  /** Gx − h − s. */
  private double[] primal;

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
    dual = program.gradient(x);
    Vectors.add(dual, -1, program.transposedTimes(z));
    balance = new double[targets.length];
    for (int i = 0; i < balance.length; i++) {
      Vectors.add(dual, -y[i], equalities[i]);
      balance[i] = Vectors.dot(equalities[i], x) - targets[i];
    }
    primal = program.slacks(x);
    Vectors.add(primal, -1, s);
    double worst = Math.max(greatest(dual), Math.max(greatest(balance), greatest(primal)));
    for (int i = 0; i < s.length; i++) {
      worst = Math.max(worst, Math.min(s[i], z[i]));
    }
    return new Solution(x.clone(), s.clone(), z.clone(), worst);
  }

  private static double greatest(double[] errors) {
    double worst = 0;
    for (double v : errors) {
      worst = Math.max(worst, Math.abs(v));
    }
    return worst;
  }

  /** One predictor and corrector step; false if the linear system can no longer be solved. */
  private boolean step() {
    int m = s.length;
    double[] d = new double[m];
    double[] complementarity = new double[m];
    for (int i = 0; i < m; i++) {
      d[i] = z[i] / s[i];
      complementarity[i] = s[i] * z[i];
    }
    if (!program.factor(d)) {
      return false;
    }
    Equalities inside = Equalities.of(program, equalities);
    double gap = Vectors.dot(s, z) / m;
    double[][] affine = direction(inside, complementarity, d);
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
    double[][] move = direction(inside, complementarity, d);
    if (!isFinite(move)) {
      return false;
    }
    double length = Math.min(1, reach(move, Math.max(0.99, 1 - gap)));
    reached = length;
    Vectors.add(x, length, move[0]);
    Vectors.add(s, length, move[1]);
    Vectors.add(z, length, move[2]);
    Vectors.add(y, length, move[3]);
    return true;
  }

  /**
   * What a factorised system needs to satisfy the equalities.
   *
   * @param columns the solutions for each row of E
   * @param schur the products of those solutions with the rows of E
   */
  private record Equalities(double[][] columns, Cholesky schur) {
    static Equalities of(Program program, double[][] rows) {
      double[][] columns = new double[rows.length][];
      double[][] products = new double[rows.length][rows.length];
      for (int i = 0; i < rows.length; i++) {
        columns[i] = program.solve(rows[i]);
        for (int j = 0; j <= i; j++) {
          products[i][j] = Vectors.dot(rows[j], columns[i]);
        }
      }
      return new Equalities(columns, Cholesky.of(products, 0));
    }
  }

  /** Newton's direction in x, s, z and y. */
  private double[][] direction(Equalities inside, double[] complementarity, double[] d) {
    int m = s.length;
    double[] weighted = new double[m];
    for (int i = 0; i < m; i++) {
      weighted[i] = -complementarity[i] / s[i] - d[i] * primal[i];
    }
    double[] right = program.transposedTimes(weighted);
    Vectors.add(right, -1, dual);
    double[] dx = program.solve(right);
    double[] dy = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      dy[i] = -balance[i] - Vectors.dot(equalities[i], dx);
    }
    dy = inside.schur().solve(dy);
    for (int i = 0; i < y.length; i++) {
      Vectors.add(dx, dy[i], inside.columns()[i]);
    }
    double[] ds = program.times(dx);
    Vectors.add(ds, 1, primal);
    double[] dz = new double[m];
    for (int i = 0; i < m; i++) {
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
}
