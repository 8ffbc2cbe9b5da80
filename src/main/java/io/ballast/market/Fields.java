package io.ballast.market;

import java.util.Locale;
import java.util.Set;

/** Single fields of a CSV file: numbers, missing values, and how they are shown in a message. */
public final class Fields {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "#n/a", "nan", "null");
  private static final int SHOWN = 60;

  private Fields() {}

  /** Whether the text stands for a missing value: blank, NA, N/A, #N/A, NaN or null, any case. */
  public static boolean isMissing(String text) {
    return text.length() <= 4 && MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /**
   * A number: digits with a decimal point and an exponent, no separators of thousands, no signs of
   * percent or currency.
   *
   * @throws NumberFormatException if the text is anything else or not finite
   */
  public static double number(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        throw new NumberFormatException(text);
      }
    }
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  /** Whether the text holds a character that does not print, such as NUL, tab or a line break. */
  public static boolean hasControlCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The text as a message shows it: "a blank" if it is empty, shortened, on one line. */
  public static String shown(String text) {
    if (text.isEmpty()) {
      return "a blank";
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length() && i < SHOWN; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)) {
        result.append(String.format("\\u%04x", (int) c));
      } else {
        result.append(c);
      }
    }
    return text.length() > SHOWN ? result + "…" : result.toString();
  }
}
