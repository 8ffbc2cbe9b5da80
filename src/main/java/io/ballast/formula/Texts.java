package io.ballast.formula;

import static io.ballast.formula.BuiltIn.MANY;
import static io.ballast.formula.BuiltIn.scalar;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.Locale;

/** Functions of text, cell by cell. Places and lengths count UTF-16 units, as in Excel. */
final class Texts {
  private Texts() {}

  static List<BuiltIn> all() {
    return List.of(
        scalar("LEN", 1, 1, v -> (double) Coerce.text(v[0]).length()),
        scalar("LEFT", 1, 2, Texts::left),
        scalar("RIGHT", 1, 2, Texts::right),
        scalar("MID", 3, 3, Texts::middle),
        scalar("UPPER", 1, 1, v -> Coerce.text(v[0]).toUpperCase(Locale.ROOT)),
        scalar("LOWER", 1, 1, v -> Coerce.text(v[0]).toLowerCase(Locale.ROOT)),
        scalar("TRIM", 1, 1, v -> trimmed(Coerce.text(v[0]))),
        scalar("CONCATENATE", 1, MANY, Texts::joined),
        scalar("EXACT", 2, 2, v -> Coerce.text(v[0]).equals(Coerce.text(v[1]))),
        scalar("REPT", 2, 2, Texts::repeated));
  }

  /** {@code LEFT}: the first characters, 1 by default. */
  private static Object left(Object[] values) throws CellError {
    String text = Coerce.text(values[0]);
    return text.substring(0, Math.min(text.length(), length(values, 1)));
  }

  /** {@code RIGHT}: the last characters, 1 by default. */
  private static Object right(Object[] values) throws CellError {
    String text = Coerce.text(values[0]);
    return text.substring(text.length() - Math.min(text.length(), length(values, 1)));
  }

  /** {@code MID}: characters from a place counted from 1. */
  private static Object middle(Object[] values) throws CellError {
    String text = Coerce.text(values[0]);
    int from = Coerce.integer(values[1]);
    int length = length(values, 2);
    if (from < 1) {
      throw CellError.VALUE;
    }
    int begin = Math.min(text.length(), from - 1);
    return text.substring(begin, begin + Math.min(text.length() - begin, length));
  }

  private static int length(Object[] values, int argument) throws CellError {
    int length = argument < values.length ? Coerce.integer(values[argument]) : 1;
    if (length < 0) {
      throw CellError.VALUE;
    }
    return length;
  }

  /** {@code TRIM}: no spaces at the ends and single ones between words. */
  private static String trimmed(String text) {
    return text.replaceAll(" +", " ").replaceAll("^ | $", "");
  }

  /** {@code CONCATENATE}: the texts one after the other. */
  private static Object joined(Object[] values) throws CellError {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(Coerce.text(value));
    }
    return Coerce.fitting(text.toString());
  }

  /** {@code REPT}: the text so many times. */
  private static Object repeated(Object[] values) throws CellError {
    String text = Coerce.text(values[0]);
    int times = Coerce.integer(values[1]);
    if (times < 0 || (long) times * text.length() > Coerce.LONGEST_TEXT) {
      throw CellError.VALUE;
    }
    return text.repeat(times);
  }
}
