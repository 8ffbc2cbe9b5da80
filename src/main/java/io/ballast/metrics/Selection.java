package io.ballast.metrics;

import java.util.Arrays;

/**
 * Order statistics without sorting the whole series: a sorted sample tells between which two values
 * they lie, and only the values between are sorted (Floyd and Rivest 1975).
 */
final class Selection {
  /** Up to so many values sorting is as fast. */
  private static final int SHORT = 2048;

  /** The golden section: the sample follows no period of the series. */
  private static final double STEP = 0.6180339887498949;

  private Selection() {}

  /**
   * The values of so many ranks in ascending order.
   *
   * @param x values in any order, none of them {@code NaN}; they stay as they are
   * @param first the least rank, from 0
   * @param last the greatest rank, below the number of values
   */
  static double[] ranks(double[] x, int first, int last) {
    if (x.length > SHORT) {
      double[] sample = sample(x);
      double scale = (double) sample.length / x.length;
      int from = (int) (first * scale - margin(first, x.length, sample.length));
      int to = (int) (last * scale + margin(last, x.length, sample.length));
      double low = from <= 0 ? Double.NEGATIVE_INFINITY : sample[from];
      double high = to >= sample.length ? Double.POSITIVE_INFINITY : sample[to];
      double[] kept = new double[x.length / 16];
      int below = 0;
      int n = 0;
      for (double v : x) {
        if (v < low) {
          below++;
        } else if (v <= high) {
          if (n == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(x.length, 2 * n));
          }
          kept[n++] = v;
        }
      }
      if (below <= first && last < below + n && n < x.length / 2) {
        return ranks(Arrays.copyOf(kept, n), first - below, last - below);
      }
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return Arrays.copyOfRange(sorted, first, last + 1);
  }

  /** Four standard deviations of a rank in the sample, and a few places for the ends. */
  private static double margin(int rank, int n, int sampled) {
    double share = (double) rank / n;
    return 4 * Math.sqrt(sampled * share * (1 - share)) + 8;
  }

  private static double[] sample(double[] x) {
    double[] sample = new double[(int) (4 * Math.sqrt(x.length))];
    double place = 0;
    for (int i = 0; i < sample.length; i++) {
      place += STEP;
      place -= place >= 1 ? 1 : 0;
      sample[i] = x[(int) (place * x.length)];
    }
    Arrays.sort(sample);
    return sample;
  }
}
