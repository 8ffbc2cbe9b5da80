package io.ballast.formula;

import io.ballast.functions.CellError;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What {@code COUNTIF} and its like look for: a value, or a text such as {@code ">0"}, {@code
 * "<>x"}, {@code "a*"}. In text, {@code ?} stands for a character, {@code *} for any number of
 * them, {@code ~} before either for itself; the case does not count.
 */
final class Criterion {
  private Criterion() {}

  /** The cells that a criterion means. */
  static Predicate<Object> of(Object value) {
    if (!(value instanceof String text)) {
      return isEqual(value == null ? (Object) 0.0 : value);
    }
    String sign = "";
    for (String candidate : new String[] {"<>", "<=", ">=", "=", "<", ">"}) {
      if (text.startsWith(candidate)) {
        sign = candidate;
        break;
      }
    }
    String operand = text.substring(sign.length());
    if (operand.isEmpty()) {
      return switch (sign) {
        case "" -> cell -> cell == null || "".equals(cell);
        case "=" -> cell -> cell == null;
        case "<>" -> cell -> cell != null;
        default -> cell -> false;
      };
    }
    Object wanted = constant(operand);
    return switch (sign) {
      case "", "=" -> isEqual(wanted);
      case "<>" -> isEqual(wanted).negate();
      case "<" -> compared(wanted, c -> c < 0);
      case "<=" -> compared(wanted, c -> c <= 0);
      case ">" -> compared(wanted, c -> c > 0);
      default -> compared(wanted, c -> c >= 0);
    };
  }

  /** Cells whose text matches a text with wildcards. */
  static Predicate<Object> matching(String wildcards) {
    if (wildcards.indexOf('*') < 0 && wildcards.indexOf('?') < 0 && wildcards.indexOf('~') < 0) {
      return cell -> cell instanceof String text && text.equalsIgnoreCase(wildcards);
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wildcards.length(); i++) {
      char c = wildcards.charAt(i);
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else {
        boolean escapes =
            c == '~' && i + 1 < wildcards.length() && "*?~".indexOf(wildcards.charAt(i + 1)) >= 0;
        regex.append(Pattern.quote(String.valueOf(escapes ? wildcards.charAt(++i) : c)));
      }
    }
    Pattern pattern =
        Pattern.compile(
            regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    return cell -> cell instanceof String text && pattern.matcher(text).matches();
  }

  private static Object constant(String operand) {
    Double number = Coerce.numberIn(operand);
    if (number != null) {
      return number;
    }
    String upper = operand.toUpperCase(Locale.ROOT);
    if (upper.equals("TRUE") || upper.equals("FALSE")) {
      return upper.equals("TRUE");
    }
    CellError error = CellError.parse(operand);
    return error == null ? operand : error;
  }

  private static Predicate<Object> isEqual(Object wanted) {
    if (wanted instanceof String text) {
      return matching(text);
    }
    if (wanted instanceof Double number) {
      return cell ->
          cell instanceof Double d
              ? d.doubleValue() == number
              : cell instanceof String text && number.equals(Coerce.numberIn(text));
    }
    if (wanted instanceof Exception) {
      CellError error = Coerce.error(wanted);
      return cell -> cell instanceof Exception && Coerce.error(cell) == error;
    }
    return wanted::equals;
  }

  private static Predicate<Object> compared(Object wanted, IntPredicate accepted) {
    return cell ->
        cell != null
            && cell.getClass() == wanted.getClass()
            && !(cell instanceof Exception)
            && accepted.test(BinaryOperator.compare(cell, wanted));
  }
}
