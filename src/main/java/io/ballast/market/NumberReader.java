package io.ballast.market;

import com.fasterxml.jackson.core.io.NumberInput;

/**
 * Reads numbers as people and programs write them: with a decimal point or comma, groups of
 * thousands (1,234.5; 1.234,5; 1 234,5; 1'234.5; 12,34,567), a currency sign, an exponent, and the
 * suffixes K, M, B, T for thousands, millions, thousand millions and million millions.
 */
final class NumberReader {
  /** The number is written so that the decimal sign must be known first. */
  static final double UNDECIDED = Double.POSITIVE_INFINITY;

  private static final String CURRENCIES = "$€£¥₩₹₽₺฿";

  /** Longer texts are no numbers that anyone wrote. */
  static final int LONGEST = 60;

  /** 0 while it is not known. */
  private final char decimal;

  private final char[] buffer = new char[LONGEST];
  private char currency;

  /**
   * @param decimal '.', ',' or 0 if it is not known: then a number with a comma is not decided
   */
  NumberReader(char decimal) {
    this.decimal = decimal;
  }

  /** The currency sign of the last number, or 0. */
  char currency() {
    return currency;
  }

  double read(String field) {
    return read(field.toCharArray(), 0, field.length());
  }

  /** The number, {@code NaN} if it is none or not finite, or {@link #UNDECIDED}. */
  double read(char[] text, int from, int to) {
    currency = 0;
    if (to - from > LONGEST) {
      return Double.NaN;
    }
    if (decimal != ',' && isPlain(text, from, to)) {
      return parse(text, from, to - from);
    }
    return readStyled(text, from, to);
  }

  /** Digits with a point and an exponent, nothing else. */
  private static boolean isPlain(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text[i];
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != 'e' && c != 'E' && c != '+') {
        return false;
      }
    }
    return from < to;
  }

  private static double parse(char[] text, int from, int length) {
    try {
      double value = NumberInput.parseDouble(text, from, length, true);
      return Double.isInfinite(value) ? Double.NaN : value;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private double readStyled(char[] text, int from, int to) {
    if (from == to) {
      return Double.NaN;
    }
    int start = from;
    int end = to;
    boolean negative = false;
    if (text[start] == '-' || text[start] == '−' || text[start] == '+') {
      negative = text[start] != '+';
      start++;
    }
    if (start < end && CURRENCIES.indexOf(text[start]) >= 0) {
      currency = text[start++];
    } else if (start < end && CURRENCIES.indexOf(text[end - 1]) >= 0) {
      currency = text[--end];
    }
    while (start < end && isGap(text[start])) {
      start++;
    }
    while (end > start && isGap(text[end - 1])) {
      end--;
    }
    double scale = 1;
    if (end - start > 1) {
      scale = scale(text[end - 1]);
      end -= scale == 1 ? 0 : 1;
    }
    while (end > start && isGap(text[end - 1])) {
      end--;
    }
    if (start == end || !Character.isDigit(text[start])) {
      return Double.NaN;
    }
    char sign = decimal;
    if (sign == 0) {
      sign = '.';
      for (int i = start; i < end; i++) {
        if (text[i] == ',') {
          return UNDECIDED;
        }
      }
    }
    int length = ungrouped(text, start, end, sign);
    if (length <= 0) {
      return Double.NaN;
    }
    double value = parse(buffer, 0, length) * scale;
    return negative ? -value : value;
  }

  /** Copies the number without its groups to the buffer; the length, −1 if groups are wrong. */
  private int ungrouped(char[] text, int start, int end, char sign) {
    int length = 0;
    int group = -1;
    char separator = 0;
    boolean fraction = false;
    boolean exponent = false;
    for (int i = start; i < end; i++) {
      char c = text[i];
      if (c >= '0' && c <= '9') {
        buffer[length++] = c;
        group += group >= 0 ? 1 : 0;
      } else if (c == sign && !fraction && !exponent) {
        if (group >= 0 && group != 3) {
          return -1;
        }
        fraction = true;
        group = -1;
        buffer[length++] = '.';
      } else if ((c == 'e' || c == 'E') && !exponent && length > 0 && group < 0) {
        exponent = true;
        buffer[length++] = c;
      } else if ((c == '-' || c == '+') && exponent && (text[i - 1] == 'e' || text[i - 1] == 'E')) {
        buffer[length++] = c;
      } else if (isGroupSign(c, sign) && !fraction && !exponent && length > 0) {
        boolean first = separator == 0;
        if (!first && (c != separator || group != 3 && group != 2) || first && length > 3) {
          return -1;
        }
        separator = c;
        group = 0;
      } else {
        return -1;
      }
    }
    return group >= 0 && group != 3 ? -1 : length;
  }

  private static boolean isGroupSign(char c, char decimalSign) {
    return c == (decimalSign == '.' ? ',' : '.') || c == '\'' || c == '’' || isGap(c);
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  private static double scale(char c) {
    return switch (c) {
      case 'K', 'k' -> 1e3;
      case 'M', 'm' -> 1e6;
      case 'B', 'b' -> 1e9;
      case 'T', 't' -> 1e12;
      default -> 1;
    };
  }

  /**
   * What a number says about the decimal sign: '.', ',' or 0 if it could be either.
   *
   * @param text a number, perhaps with signs around it
   */
  static char decimalOf(String text) {
    int lastPoint = text.lastIndexOf('.');
    int lastComma = text.lastIndexOf(',');
    if (lastComma < 0 && lastPoint < 0) {
      return 0;
    }
    if (lastComma >= 0 && lastPoint >= 0) {
      return lastPoint > lastComma ? '.' : ',';
    }
    char sign = lastComma >= 0 ? ',' : '.';
    char other = sign == ',' ? '.' : ',';
    int at = Math.max(lastComma, lastPoint);
    if (text.indexOf(sign) != at) {
      return other;
    }
    int digits = 0;
    while (at + 1 + digits < text.length() && Character.isDigit(text.charAt(at + 1 + digits))) {
      digits++;
    }
    int before = 0;
    while (at - 1 - before >= 0 && Character.isDigit(text.charAt(at - 1 - before))) {
      before++;
    }
    boolean zero = before >= 1 && text.charAt(at - before) == '0';
    return digits != 3 || before > 3 || before == 0 || zero ? sign : 0;
  }
}
