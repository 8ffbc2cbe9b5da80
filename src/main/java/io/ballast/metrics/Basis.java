package io.ballast.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * A square matrix whose columns are replaced one by one, as the simplex method does: triangular
 * factors with pivoting and the replacements since (product form of the inverse, Dantzig and
 * Orchard-Hays 1954).
 */
final class Basis {
  /** So many replacements cost and round less than new factors. */
  private static final int MOST_REPLACEMENTS = 32;

  private final double[][] columns;
  private final int[] order;
  private final List<Replacement> replacements = new ArrayList<>();

  /** Rows of both factors, the diagonal of the lower one, 1, left out. */
  private double[][] factors;

  private boolean singular;

  private record Replacement(int place, double[] rates) {}

  /**
   * @param columns the columns, which the basis keeps
   */
  Basis(double[][] columns) {
    this.columns = columns;
    order = new int[columns.length];
    factorise();
  }

  /** Whether a pivot was 0, so that nothing can be solved. */
  boolean isSingular() {
    return singular;
  }

  /**
   * Replaces a column.
   *
   * @param rates the solution x of matrix·x = column
   */
  void replace(int place, double[] column, double[] rates) {
    columns[place] = column;
    replacements.add(new Replacement(place, rates));
    if (replacements.size() > MOST_REPLACEMENTS) {
      factorise();
    }
  }

  /** Factors of the columns as they are now. */
  void factorise() {
    int n = columns.length;
    replacements.clear();
    factors = new double[n][n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
      for (int j = 0; j < n; j++) {
        factors[i][j] = columns[j][i];
      }
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(factors[i][k]) > Math.abs(factors[pivot][k]) ? i : pivot;
      }
      double[] row = factors[pivot];
      factors[pivot] = factors[k];
      factors[k] = row;
      int place = order[pivot];
      order[pivot] = order[k];
      order[k] = place;
      if (!(Math.abs(row[k]) > 0)) {
        singular = true;
        return;
      }
      for (int i = k + 1; i < n; i++) {
        double[] other = factors[i];
        double share = other[k] / row[k];
        other[k] = share;
        if (share != 0) {
          for (int j = k + 1; j < n; j++) {
            other[j] -= share * row[j];
          }
        }
      }
    }
  }

  /** The solution x of matrix·x = b. */
  double[] solve(double[] b) {
    int n = b.length;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = b[order[i]] - Vectors.dot(factors[i], x, i);
    }
    for (int i = n - 1; i >= 0; i--) {
      double sum = x[i];
      for (int j = i + 1; j < n; j++) {
        sum -= factors[i][j] * x[j];
      }
      x[i] = sum / factors[i][i];
    }
    for (Replacement r : replacements) {
      double entered = x[r.place()] / r.rates()[r.place()];
      Vectors.add(x, -entered, r.rates());
      x[r.place()] = entered;
    }
    return x;
  }

  /** The solution y of y'·matrix = c. */
  double[] solveTransposed(double[] c) {
    int n = c.length;
    double[] y = c.clone();
    for (int k = replacements.size() - 1; k >= 0; k--) {
      Replacement r = replacements.get(k);
      double own = r.rates()[r.place()];
      y[r.place()] += (y[r.place()] - Vectors.dot(r.rates(), y)) / own;
    }
    for (int i = 0; i < n; i++) {
      y[i] /= factors[i][i];
      for (int j = i + 1; j < n; j++) {
        y[j] -= y[i] * factors[i][j];
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = 0; j < i; j++) {
        y[j] -= y[i] * factors[i][j];
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[order[i]] = y[i];
    }
    return solution;
  }
}
