package io.ballast.metrics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The Gaussian likelihood of returns under GARCH(1,1) at parameters θ = (μ, ω, α, β), without the
 * constant.
 */
final class GarchLikelihood {
  private static final int MOST_STEPS = 100;
  private static final double ROUNDING = 1e-10;

  private final double[] x;

  GarchLikelihood(double[] x) {
    this.x = x;
  }

  /** −½Σ(ln h_t + e²_t/h_t), negative infinity where it is not defined. */
  double at(double[] theta) {
    double h = firstVariance(theta[0]);
    double sum = 0;
    double product = 1;
    for (double v : x) {
      double square = (v - theta[0]) * (v - theta[0]);
      sum -= square / h;
      product *= h;
      if (!(product > 1e-200 && product < 1e200)) {
        sum -= Math.log(product);
        product = 1;
      }
      h = theta[1] + theta[2] * square + theta[3] * h;
    }
    double likelihood = (sum - Math.log(product)) / 2;
    return Double.isNaN(likelihood) ? Double.NEGATIVE_INFINITY : likelihood;
  }

  /** The variance of the period after the last. */
  double next(double[] theta) {
    double h = firstVariance(theta[0]);
    for (double v : x) {
      h = theta[1] + theta[2] * (v - theta[0]) * (v - theta[0]) + theta[3] * h;
    }
    return h;
  }

  private double firstVariance(double mean) {
    double sum = 0;
    for (double v : x) {
      sum += (v - mean) * (v - mean);
    }
    return sum / x.length;
  }

  /**
   * The maximum near a point, by Fisher scoring until a step is rounding; at the edge of the
   * domain, where scoring leads out of it, the point as it is.
   */
  double[] sharpen(double[] start) {
    double[] theta = start;
    double value = at(theta);
    for (int i = 0; i < MOST_STEPS; i++) {
      double[] moved = theta.clone();
      double distance = 0;
      double[] step = step(theta);
      for (int k = 0; k < moved.length; k++) {
        moved[k] += step[k];
        distance = Math.max(distance, Math.abs(step[k]));
      }
      double better = isInside(moved) ? at(moved) : Double.NEGATIVE_INFINITY;
      if (!(better >= value - ROUNDING)) {
        return theta;
      }
      theta = moved;
      value = better;
      if (distance < 1e-14) {
        return theta;
      }
    }
    return theta;
  }

  private static boolean isInside(double[] theta) {
    return theta[1] > 0 && theta[2] >= 0 && theta[3] >= 0 && theta[2] + theta[3] < 1;
  }

  /** The inverse of the expected information times the gradient; {@code NaN} if it is singular. */
  private double[] step(double[] theta) {
    double[] gradient = new double[4];
    double[][] information = new double[4][4];
    double h = firstVariance(theta[0]);
    double[] slope = new double[4];
    for (double v : x) {
      slope[0] -= 2 * (v - theta[0]) / x.length;
    }
    for (double v : x) {
      double e = v - theta[0];
      double surplus = (e * e / h - 1) / (2 * h);
      for (int i = 0; i < 4; i++) {
        gradient[i] += surplus * slope[i];
        for (int j = 0; j <= i; j++) {
          information[i][j] += slope[i] * slope[j] / (2 * h * h);
        }
      }
      gradient[0] += e / h;
      information[0][0] += 1 / h;
      double before = h;
      h = theta[1] + theta[2] * e * e + theta[3] * h;
      slope[0] = theta[3] * slope[0] - 2 * theta[2] * e;
      slope[1] = theta[3] * slope[1] + 1;
      slope[2] = theta[3] * slope[2] + e * e;
      slope[3] = theta[3] * slope[3] + before;
    }
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        information[i][j] = information[j][i];
      }
    }
    DecompositionSolver solver =
        new LUDecomposition(new Array2DRowRealMatrix(information, false), 1e-300).getSolver();
    return solver.isNonSingular()
        ? solver.solve(new ArrayRealVector(gradient, false)).toArray()
        : new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
  }
}
