package io.ballast.formula;

import static io.ballast.formula.BuiltIn.any;
import static io.ballast.formula.BuiltIn.whole;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.function.Predicate;

/** What kind of value a cell holds. */
final class Information {
  private Information() {}

  static List<BuiltIn> all() {
    return List.of(
        test("ISERROR", v -> v instanceof Exception),
        test("ISNA", Information::isNotAvailable),
        test("ISNUMBER", v -> v instanceof Double),
        test("ISTEXT", v -> v instanceof String),
        test("ISBLANK", v -> v == null),
        test("ISLOGICAL", v -> v instanceof Boolean),
        any("NA", 0, 0, v -> CellError.NA),
        any("ERROR.TYPE", 1, 1, v -> errorType(v[0])),
        whole("N", 1, 1, a -> number(Coerce.block(a[0])[0][0])),
        whole("T", 1, 1, a -> text(Coerce.block(a[0])[0][0])));
  }

  /** Whether a value is {@code #N/A}. */
  static boolean isNotAvailable(Object value) {
    return value instanceof Exception && Coerce.error(value) == CellError.NA;
  }

  private static BuiltIn test(String name, Predicate<Object> test) {
    return any(name, 1, 1, values -> test.test(values[0]));
  }

  /** {@code ERROR.TYPE}: 1 to 7 for #NULL! to #N/A in Excel's order; no error is {@code #N/A}. */
  private static Object errorType(Object value) {
    return value instanceof Exception
        ? (Object) (Coerce.error(value).code().ordinal() + 1.0)
        : CellError.NA;
  }

  /** {@code N}: the number in the first cell, TRUE as 1, text and blank as 0. */
  private static Object number(Object cell) {
    if (cell instanceof Double || cell instanceof Exception) {
      return cell;
    }
    return cell instanceof Boolean b && b ? 1.0 : 0.0;
  }

  /** {@code T}: the text in the first cell, anything else as empty text. */
  private static Object text(Object cell) {
    return cell instanceof String || cell instanceof Exception ? cell : "";
  }
}
