package io.ballast.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void everyRankIsThatOfTheSortedSeries() {
    Random random = new Random(1);
    for (int n : new int[] {1, 2, 100, 2048, 2049, 30_000, 200_000}) {
      double[][] kinds = new double[6][n];
      for (int i = 0; i < n; i++) {
        kinds[0][i] = random.nextGaussian();
        kinds[1][i] = i;
        kinds[2][i] = -i;
        kinds[3][i] = random.nextInt(3);
        kinds[4][i] = i % 7 == 0 ? -1e9 * random.nextDouble() : random.nextDouble();
        kinds[5][i] = i % 2 == 0 ? 0 : Double.POSITIVE_INFINITY;
      }
      for (double[] x : kinds) {
        double[] before = x.clone();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        for (int k = 0; k < 20; k++) {
          int first = k == 0 ? 0 : random.nextInt(n);
          int last = k == 0 ? n - 1 : Math.min(n - 1, first + random.nextInt(3));
          assertArrayEquals(
              Arrays.copyOfRange(sorted, first, last + 1), Selection.ranks(x, first, last));
        }
        assertArrayEquals(before, x);
      }
    }
  }

  @Test
  void aSampleThatMisleadsCostsTimeAndNothingElse() {
    double[] x = new double[100_000];
    double place = 0;
    for (int i = 0; i < 4 * Math.sqrt(x.length); i++) {
      place += 0.6180339887498949;
      place -= place >= 1 ? 1 : 0;
      x[(int) (place * x.length)] = 1 + i;
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    for (int k = 0; k < x.length; k += 4999) {
      assertArrayEquals(new double[] {sorted[k]}, Selection.ranks(x, k, k));
    }
  }
}
