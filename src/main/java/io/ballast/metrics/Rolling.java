package io.ballast.metrics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Measures over a moving window. */
public final class Rolling {
  private Rolling() {}

  /**
   * Applies a measure to each full window.
   *
   * <ul>
   *   <li>Series of different lengths: {@link Failure#NOT_AVAILABLE}.
   *   <li>A window that is not a whole number of at least 2: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param window values in a window
   * @param measure from one array per series, each as long as the window
   * @param series as long as each other, {@code NaN} where missing
   * @return one value per position: {@code NaN} where the window is not full or holds a missing
   *     value, infinite where the measure is {@link Failure#UNDEFINED}
   */
  public static double[] apply(
      double window, ToDoubleFunction<double[][]> measure, double[]... series) {
    int n = Domain.whole("window", window, 2);
    int length = series[0].length;
    for (double[] other : series) {
      Checks.sameLength("y", other, "x", series[0]);
    }
    double[] result = new double[length];
    Arrays.fill(result, Double.NaN);
    double[][] inside = new double[series.length][];
    int full = 0;
    for (int t = 0; t < length; t++) {
      full++;
      for (double[] one : series) {
        full = Double.isNaN(one[t]) ? 0 : full;
      }
      if (full >= n) {
        for (int j = 0; j < series.length; j++) {
          inside[j] = Arrays.copyOfRange(series[j], t - n + 1, t + 1);
        }
        result[t] = value(measure, inside);
      }
    }
    return result;
  }

  private static double value(ToDoubleFunction<double[][]> measure, double[][] inside) {
    try {
      return measure.applyAsDouble(inside);
    } catch (MetricException e) {
      if (e.failure() == Failure.UNDEFINED) {
        return Double.POSITIVE_INFINITY;
      }
      throw e;
    }
  }
}
