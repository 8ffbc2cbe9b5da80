package io.ballast.metrics;

import java.util.Arrays;

/** The subset of assets that moves least alike. */
public final class LeastCorrelated {
  /** Up to so many assets every subset is tried. */
  public static final int EXHAUSTIVE = 20;

  /** Averages closer than this are equal: the first subset in the order of the columns wins. */
  private static final double TIE = 1e-12;

  private final double[][] correlation;
  private final int count;
  private final int[] chosen;
  private int[] best;
  private double lowest = Double.POSITIVE_INFINITY;

  private LeastCorrelated(double[][] correlation, int count) {
    this.correlation = correlation;
    this.count = count;
    this.chosen = new int[count];
  }

  /**
   * Columns of the subset with the lowest average correlation: every subset is tried up to {@value
   * #EXHAUSTIVE} assets; beyond, the search starts from the least correlated pair and adds the
   * asset that keeps the average lowest.
   *
   * <ul>
   *   <li>Fewer than two periods, or a constant asset: {@link Failure#UNDEFINED}.
   *   <li>A count that is not a whole number from 2 to the number of assets: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns one array per asset
   * @param count assets to choose
   * @return column indices from 0, rising
   */
  public static int[] choose(double[][] returns, double count) {
    int wanted = Checks.whole("count", count, 2);
    if (wanted > returns.length) {
      throw MetricException.domain("count", count, "at most the number of assets");
    }
    LeastCorrelated search =
        new LeastCorrelated(Correlation.matrix(returns, Correlation.Method.PEARSON), wanted);
    if (returns.length <= EXHAUSTIVE) {
      search.tryAll(0, 0, 0);
    } else {
      search.grow();
    }
    return search.best;
  }

  private void tryAll(int depth, int from, double sum) {
    if (depth == count) {
      if (sum < lowest - TIE * count * count) {
        lowest = sum;
        best = chosen.clone();
      }
      return;
    }
    for (int i = from; i <= correlation.length - (count - depth); i++) {
      chosen[depth] = i;
      tryAll(depth + 1, i + 1, sum + sumWith(i, depth));
    }
  }

  private double sumWith(int asset, int depth) {
    double sum = 0;
    for (int k = 0; k < depth; k++) {
      sum += correlation[asset][chosen[k]];
    }
    return sum;
  }

  private void grow() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < correlation.length; i++) {
      for (int j = i + 1; j < correlation.length; j++) {
        if (correlation[i][j] < least - TIE) {
          least = correlation[i][j];
          chosen[0] = i;
          chosen[1] = j;
        }
      }
    }
    boolean[] taken = new boolean[correlation.length];
    taken[chosen[0]] = true;
    taken[chosen[1]] = true;
    for (int depth = 2; depth < count; depth++) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < correlation.length; i++) {
        double added = sumWith(i, depth);
        if (!taken[i] && added < smallest - TIE * depth) {
          smallest = added;
          chosen[depth] = i;
        }
      }
      taken[chosen[depth]] = true;
    }
    best = chosen.clone();
    Arrays.sort(best);
  }
}
