package io.ballast.metrics;

/** Means of pairs, and sums of squares and products of the deviations from them. */
final class PairMoments {
  private double sumX;
  private double sumY;
  private double meanX;
  private double meanY;
  double xx;
  double xy;
  double yy;

  /** Becomes the moments of no pair. */
  void clear() {
    sumX = 0;
    sumY = 0;
    meanX = 0;
    meanY = 0;
    xx = 0;
    xy = 0;
    yy = 0;
  }

  /**
   * Becomes the moments of some pairs and one more (Welford 1962).
   *
   * @param some the moments of the others, this one itself if wanted
   * @param inverse 1 over the number of pairs with the one more
   */
  void add(PairMoments some, double x, double y, double inverse) {
    double beforeX = x - some.meanX;
    double beforeY = y - some.meanY;
    sumX = some.sumX + x;
    sumY = some.sumY + y;
    meanX = sumX * inverse;
    meanY = sumY * inverse;
    xx = some.xx + beforeX * (x - meanX);
    xy = some.xy + beforeX * (y - meanY);
    yy = some.yy + beforeY * (y - meanY);
  }

  /**
   * Becomes the sums of squares and products of two groups of pairs together (Chan, Golub and
   * LeVeque 1983).
   *
   * @param weight the product of both numbers of pairs over their sum
   */
  void join(PairMoments a, PairMoments b, double weight) {
    double x = b.meanX - a.meanX;
    double y = b.meanY - a.meanY;
    xx = a.xx + b.xx + x * x * weight;
    xy = a.xy + b.xy + x * y * weight;
    yy = a.yy + b.yy + y * y * weight;
  }
}
