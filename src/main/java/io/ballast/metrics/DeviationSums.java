package io.ballast.metrics;

import java.util.Arrays;

/**
 * Sums of deviations of pairs from a reference, and of their squares and products, each carried in
 * two numbers (Dekker 1971, products by fused multiply-add).
 */
final class DeviationSums {
  static final int X = 0;
  static final int Y = 1;
  static final int XX = 2;
  static final int XY = 3;
  static final int YY = 4;

  private final double[] high = new double[5];
  private final double[] low = new double[5];
  private double referenceX;
  private double referenceY;

  /** Empties the sums and sets their reference. */
  void start(double x, double y) {
    Arrays.fill(high, 0);
    Arrays.fill(low, 0);
    referenceX = x;
    referenceY = y;
  }

  /** Takes over the sums and the reference of another. */
  void set(DeviationSums other) {
    System.arraycopy(other.high, 0, high, 0, high.length);
    System.arraycopy(other.low, 0, low, 0, low.length);
    referenceX = other.referenceX;
    referenceY = other.referenceY;
  }

  /** Adds the sums of another with the same reference. */
  void add(DeviationSums other) {
    for (int k = 0; k < high.length; k++) {
      add(k, other.high[k], other.low[k]);
    }
  }

  /** Adds a pair. */
  void add(double x, double y) {
    double dx = x - referenceX;
    double restX = rest(x, referenceX, dx);
    double dy = y - referenceY;
    double restY = rest(y, referenceY, dy);
    add(X, dx, restX);
    add(Y, dy, restY);
    multiply(XX, dx, restX, dx, restX);
    multiply(XY, dx, restX, dy, restY);
    multiply(YY, dy, restY, dy, restY);
  }

  /** The mean of x. */
  double meanX(int n) {
    return referenceX + (high[X] + low[X]) / n;
  }

  /** Sum of products about the means, Σab − Σa·Σb/n. */
  double products(int product, int a, int b, int n) {
    double square = high[a] * high[b];
    double squareRest = Math.fma(high[a], high[b], -square) + (high[a] * low[b] + low[a] * high[b]);
    double share = square / n;
    double shareRest = (Math.fma(-share, n, square) + squareRest) / n;
    double difference = high[product] - share;
    return difference + (rest(high[product], share, difference) + (low[product] - shareRest));
  }

  private void multiply(int k, double a, double restA, double b, double restB) {
    double p = a * b;
    add(k, p, Math.fma(a, b, -p) + (a * restB + restA * b));
  }

  private void add(int k, double value, double rest) {
    double sum = high[k] + value;
    double back = sum - high[k];
    double lost = (high[k] - (sum - back)) + (value - back);
    lost += low[k] + rest;
    high[k] = sum + lost;
    low[k] = lost - (high[k] - sum);
  }

  /** What rounding took from the difference d = a − b. */
  private static double rest(double a, double b, double d) {
    double back = d - a;
    return (a - (d - back)) - (b + back);
  }
}
