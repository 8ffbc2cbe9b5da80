package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.Numbers;
import io.ballast.metrics.Rates;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Turns arguments into single numbers, words and logical values. One that is blank counts as
 * omitted; text or a logical value where a number is needed is {@code #VALUE!}; a range of one cell
 * counts as its cell (conventions 9 to 13 of the function contract).
 */
final class Scalars {
  private Scalars() {}

  /**
   * The choice that a word makes, whatever its case; {@code LEDOIT_WOLF} is written "ledoit-wolf".
   */
  static <E extends Enum<E>> E option(
      String argument, Object value, Class<E> choices, E ifOmitted) {
    Object cell = scalar(argument, value);
    if (cell == null) {
      return ifOmitted;
    }
    StringJoiner words = new StringJoiner(", ");
    for (E choice : choices.getEnumConstants()) {
      String word = choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (cell instanceof String text && text.strip().equalsIgnoreCase(word)) {
        return choice;
      }
      words.add("\"" + word + "\"");
    }
    throw new MetricException(Failure.WRONG_TYPE, argument, found(cell), "one of " + words);
  }

  /** An optional logical value; the numbers 1 and 0 count as TRUE and FALSE. */
  static boolean logical(String argument, Object value, boolean ifOmitted) {
    Object cell = scalar(argument, value);
    if (cell == null) {
      return ifOmitted;
    }
    if (cell instanceof Boolean logical) {
      return logical;
    }
    if (cell instanceof Number number) {
      double x = number.doubleValue();
      if (x == 0 || x == 1) {
        return x == 1;
      }
    }
    throw new MetricException(Failure.WRONG_TYPE, argument, found(cell), "TRUE or FALSE");
  }

  /** An optional whole number that is not below a minimum; one beyond all counts stays large. */
  static int whole(String argument, Object value, int ifOmitted, int minimum) {
    return whole(argument, number(argument, value, ifOmitted), minimum);
  }

  /** A required whole number that is not below a minimum. */
  static int whole(String argument, Object value, int minimum) {
    return whole(argument, number(argument, value), minimum);
  }

  private static int whole(String argument, double x, int minimum) {
    if (x != Math.rint(x) || x < minimum) {
      throw MetricException.domain(argument, x, "a whole number of " + minimum + " or more");
    }
    return (int) Math.min(x, Integer.MAX_VALUE);
  }

  /** An optional number. */
  static double number(String argument, Object value, double ifOmitted) {
    Object cell = scalar(argument, value);
    return cell == null ? ifOmitted : toNumber(argument, cell);
  }

  /** A required number. */
  static double number(String argument, Object value) {
    Object cell = scalar(argument, value);
    if (cell == null) {
      throw new MetricException(Failure.WRONG_TYPE, argument, "nothing", "a number");
    }
    return toNumber(argument, cell);
  }

  /** The argument {@code periods_per_year}, 365 if omitted. */
  static double periodsPerYear(Object value) {
    return Rates.checkPeriodsPerYear(number("periods_per_year", value, 365));
  }

  static boolean isSingle(Object[][] range) {
    return range == null || range.length == 0 || (range.length == 1 && Cells.width(range) <= 1);
  }

  static Object single(Object[][] range) {
    return range == null || range.length == 0 || Cells.width(range) == 0 ? null : range[0][0];
  }

  private static Object scalar(String argument, Object value) {
    if (value instanceof Object[][] range) {
      if (!isSingle(range)) {
        throw new MetricException(Failure.WRONG_TYPE, argument, "a range", "a single value");
      }
      return scalar(argument, single(range));
    }
    if (value instanceof Exception e) {
      throw new Worksheet.ErrorCell(argument, CellError.of(e));
    }
    return value;
  }

  private static double toNumber(String argument, Object cell) {
    if (cell instanceof Number number) {
      double x = number.doubleValue();
      if (Double.isFinite(x)) {
        return x;
      }
      throw MetricException.domain(argument, x, "a finite number");
    }
    throw new MetricException(Failure.WRONG_TYPE, argument, found(cell), "a number");
  }

  private static String found(Object cell) {
    if (cell instanceof String text) {
      return "the text \"" + text + "\"";
    }
    if (cell instanceof Boolean logical) {
      return logical ? "TRUE" : "FALSE";
    }
    return cell instanceof Number number ? Numbers.plain(number.doubleValue()) : "" + cell;
  }
}
