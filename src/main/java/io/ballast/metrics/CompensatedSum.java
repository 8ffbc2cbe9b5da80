package io.ballast.metrics;

/**
 * A sum carried in two numbers, the second the rounding of every addition (Knuth 1969; Ogita, Rump
 * and Oishi 2005).
 */
final class CompensatedSum {
  private double high;
  private double low;

  /** Σx. */
  static CompensatedSum of(double[] x) {
    CompensatedSum sum = new CompensatedSum();
    for (double v : x) {
      sum.add(v);
    }
    return sum;
  }

  /** Σxy of as many x as y. */
  static double ofProducts(double[] x, double[] y) {
    return ofProducts(x, Centre.ZERO, y, Centre.ZERO);
  }

  /**
   * Σ(x−m)(y−n) of as many x as y. Eight products are added pairwise before they enter the sum,
   * which rounds no more than the products themselves do.
   */
  static double ofProducts(double[] x, Centre m, double[] y, Centre n) {
    CompensatedSum sum = new CompensatedSum();
    int i = 0;
    for (; i <= x.length - 8; i += 8) {
      double p0 = m.deviation(x[i]) * n.deviation(y[i]);
      double p1 = m.deviation(x[i + 1]) * n.deviation(y[i + 1]);
      double p2 = m.deviation(x[i + 2]) * n.deviation(y[i + 2]);
      double p3 = m.deviation(x[i + 3]) * n.deviation(y[i + 3]);
      double p4 = m.deviation(x[i + 4]) * n.deviation(y[i + 4]);
      double p5 = m.deviation(x[i + 5]) * n.deviation(y[i + 5]);
      double p6 = m.deviation(x[i + 6]) * n.deviation(y[i + 6]);
      double p7 = m.deviation(x[i + 7]) * n.deviation(y[i + 7]);
      sum.add(((p0 + p1) + (p2 + p3)) + ((p4 + p5) + (p6 + p7)));
    }
    for (; i < x.length; i++) {
      sum.add(m.deviation(x[i]) * n.deviation(y[i]));
    }
    return sum.value();
  }

  /** Σ(x−m)²; see {@link #ofProducts}. */
  static double ofSquares(double[] x, Centre m) {
    CompensatedSum sum = new CompensatedSum();
    int i = 0;
    for (; i <= x.length - 8; i += 8) {
      double p0 = square(m.deviation(x[i]));
      double p1 = square(m.deviation(x[i + 1]));
      double p2 = square(m.deviation(x[i + 2]));
      double p3 = square(m.deviation(x[i + 3]));
      double p4 = square(m.deviation(x[i + 4]));
      double p5 = square(m.deviation(x[i + 5]));
      double p6 = square(m.deviation(x[i + 6]));
      double p7 = square(m.deviation(x[i + 7]));
      sum.add(((p0 + p1) + (p2 + p3)) + ((p4 + p5) + (p6 + p7)));
    }
    for (; i < x.length; i++) {
      sum.add(square(m.deviation(x[i])));
    }
    return sum.value();
  }

  private static double square(double v) {
    return v * v;
  }

  private void add(double v) {
    double total = high + v;
    double added = total - high;
    low += (high - (total - added)) + (v - added);
    high = total;
  }

  /** The sum. */
  double value() {
    return high + low;
  }

  /** Σ(x−a) of n values x whose sum this is, without cancellation. */
  double about(double a, int n) {
    double share = a * n;
    double rest = Math.fma(a, n, -share);
    return (high - share) + (low - rest);
  }
}
