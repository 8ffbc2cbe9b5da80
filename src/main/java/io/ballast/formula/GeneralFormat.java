package io.ballast.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, as Excel joins them to other text. */
final class GeneralFormat {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final int WIDEST = 20;

  private GeneralFormat() {}

  /**
   * The number to 15 significant digits, without an exponent as long as that takes no more than 20
   * characters besides the sign: {@code 0.3}, {@code 100000000000000}, {@code 1E-20}.
   */
  static String text(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    int width = exponent >= 0 ? exponent + 1 : 2 + Math.max(0, rounded.scale());
    if (width <= WIDEST) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder(number < 0 ? "-" : "").append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append(exponent < 0 ? "E-" : "E+");
    int size = Math.abs(exponent);
    return text.append(size < 10 ? "0" : "").append(size).toString();
  }
}
