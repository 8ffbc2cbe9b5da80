package io.ballast.metrics;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
public final class Numbers {
  private Numbers() {}

  /**
   * A number in the shortest form that a person would write: {@code 5} rather than {@code 5.0}, up
   * to 15 significant digits.
   */
  public static String plain(double x) {
    if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      return Long.toString((long) x);
    }
    if (Double.isNaN(x) || Double.isInfinite(x)) {
      return Double.toString(x);
    }
    String text = new BigDecimal(x).round(new MathContext(15)).stripTrailingZeros().toString();
    return text.replace("E+", "E");
  }

  /** To 6 significant digits, but never fewer than stand before the decimal point. */
  public static String significant(double x) {
    BigDecimal exact = new BigDecimal(x);
    int whole = exact.precision() - exact.scale();
    return plain(exact.round(new MathContext(Math.max(6, whole))).doubleValue());
  }
}
