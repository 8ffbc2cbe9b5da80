package io.ballast.formula;

import static io.ballast.formula.BuiltIn.numeric;
import static io.ballast.formula.BuiltIn.scalar;

import io.ballast.functions.CellError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Functions of numbers, cell by cell. Outside their domain they are {@code #NUM!}. */
final class Arithmetic {
  private Arithmetic() {}

  static List<BuiltIn> all() {
    return List.of(
        numeric("SQRT", Math::sqrt),
        numeric("ABS", Math::abs),
        numeric("LN", Math::log),
        numeric("LOG10", Math::log10),
        numeric("EXP", Math::exp),
        numeric("SIGN", Math::signum),
        numeric("INT", Math::floor),
        scalar("LOG", 1, 2, Arithmetic::logarithm),
        scalar("POWER", 2, 2, v -> BinaryOperator.power(Coerce.number(v[0]), Coerce.number(v[1]))),
        scalar("MOD", 2, 2, Arithmetic::modulo),
        scalar("ROUND", 2, 2, v -> rounded(v, RoundingMode.HALF_UP)),
        scalar("ROUNDUP", 2, 2, v -> rounded(v, RoundingMode.UP)),
        scalar("ROUNDDOWN", 2, 2, v -> rounded(v, RoundingMode.DOWN)),
        scalar("PI", 0, 0, v -> Math.PI));
  }

  /** {@code LOG}: to the base given, 10 by default; base 1 is {@code #DIV/0!}. */
  private static Object logarithm(Object[] values) throws CellError {
    double x = Coerce.number(values[0]);
    double base = values.length > 1 ? Coerce.number(values[1]) : 10;
    if (base == 10) {
      return Coerce.finite(Math.log10(x));
    }
    if (!(x > 0 && base > 0)) {
      throw CellError.NUM;
    }
    if (base == 1) {
      throw CellError.DIV0;
    }
    return Math.log(x) / Math.log(base);
  }

  /** {@code MOD}: n − d·⌊n/d⌋, with the sign of the divisor; divisor 0 is {@code #DIV/0!}. */
  private static Object modulo(Object[] values) throws CellError {
    double n = Coerce.number(values[0]);
    double d = Coerce.number(values[1]);
    if (d == 0) {
      throw CellError.DIV0;
    }
    double rest = n % d;
    return rest != 0 && (rest < 0) != (d < 0) ? rest + d : rest;
  }

  /**
   * {@code ROUND}, {@code ROUNDUP}, {@code ROUNDDOWN}: to decimals, or with a negative number to
   * tens; decided on the shortest decimal form, so that 2.675 rounds to 2.68.
   */
  private static Object rounded(Object[] values, RoundingMode mode) throws CellError {
    double x = Coerce.number(values[0]);
    double digits = Coerce.number(values[1]);
    int scale = (int) Math.max(-400, Math.min(400, digits));
    return Coerce.finite(BigDecimal.valueOf(x).setScale(scale, mode).doubleValue());
  }
}
