package io.ballast.formula;

import io.ballast.functions.CellError;
import java.time.DateTimeException;
import java.time.LocalDate;

/** What a value means where a number, a text or a logical value is needed, as in Excel. */
final class Coerce {
  /** The longest text that a cell holds. */
  static final int LONGEST_TEXT = 32_767;

  private Coerce() {}

  /**
   * A number: blank 0, TRUE 1, FALSE 0, text if it reads as a number.
   *
   * @throws CellError the value itself if it is an error, {@code #VALUE!} for other text
   */
  static double number(Object value) throws CellError {
    if (value instanceof Double number) {
      return number;
    }
    if (value == null) {
      return 0;
    }
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    }
    if (value instanceof String text) {
      Double number = numberIn(text);
      if (number != null) {
        return number;
      }
      throw CellError.VALUE;
    }
    throw error(value);
  }

  /** A number cut to an integer, towards minus infinity. */
  static int integer(Object value) throws CellError {
    double number = Math.floor(number(value));
    if (Math.abs(number) > Integer.MAX_VALUE) {
      throw CellError.NUM;
    }
    return (int) number;
  }

  /** A text: blank empty, numbers as the format General shows them, to 15 digits. */
  static String text(Object value) throws CellError {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Double number) {
      return GeneralFormat.text(number);
    }
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean b) {
      return b ? "TRUE" : "FALSE";
    }
    throw error(value);
  }

  /** A logical value: a number unless it is 0, the texts TRUE and FALSE. */
  static boolean logical(Object value) throws CellError {
    if (value instanceof Boolean b) {
      return b;
    }
    if (value instanceof Double number) {
      return number != 0;
    }
    if (value == null) {
      return false;
    }
    if (value instanceof String text) {
      if (text.equalsIgnoreCase("TRUE")) {
        return true;
      }
      if (text.equalsIgnoreCase("FALSE")) {
        return false;
      }
      throw CellError.VALUE;
    }
    throw error(value);
  }

  /** The single value of an argument that cannot be an array. */
  static Object scalar(Object value) throws CellError {
    if (value instanceof Object[][] block) {
      if (block.length == 1 && block[0].length == 1) {
        return block[0][0];
      }
      throw CellError.VALUE;
    }
    return value;
  }

  /** A range, a scalar counting as a range of one cell. */
  static Object[][] block(Object value) {
    return value instanceof Object[][] block ? block : new Object[][] {{value}};
  }

  /** The error that a value is. */
  static CellError error(Object value) {
    if (value instanceof Exception e) {
      return CellError.of(e);
    }
    throw new IllegalStateException("not a cell value: " + value);
  }

  /** A text, or {@code #VALUE!} if it is longer than a cell holds. */
  static Object fitting(String text) {
    return text.length() <= LONGEST_TEXT ? text : CellError.VALUE;
  }

  /** A number, or {@code #NUM!} if it is not finite. */
  static Object finite(double number) {
    return Double.isFinite(number) ? (Object) number : CellError.NUM;
  }

  /**
   * The number that a text reads as, or null: a decimal number with optional sign, exponent and
   * percent sign, or an ISO date.
   */
  static Double numberIn(String text) {
    String plain = text.strip();
    boolean percent = plain.endsWith("%");
    if (percent) {
      plain = plain.substring(0, plain.length() - 1).stripTrailing();
    }
    if (plain.isEmpty()) {
      return null;
    }
    boolean digit = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      digit |= c >= '0' && c <= '9';
      if ("0123456789.eE+-".indexOf(c) < 0) {
        return null;
      }
    }
    if (!digit) {
      return null;
    }
    try {
      double number = Double.parseDouble(plain);
      return Double.isFinite(number) ? (Double) (percent ? number / 100 : number) : null;
    } catch (NumberFormatException e) {
      return plain.length() == 10 && !percent ? dateIn(plain) : null;
    }
  }

  private static Double dateIn(String text) {
    try {
      return SerialDates.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
