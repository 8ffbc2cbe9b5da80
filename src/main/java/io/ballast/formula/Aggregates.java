package io.ballast.formula;

import static io.ballast.formula.BuiltIn.MANY;
import static io.ballast.formula.BuiltIn.whole;

import io.ballast.functions.CellError;
import io.ballast.metrics.Statistics;
import java.util.Arrays;
import java.util.List;

/**
 * Sums and counts. In ranges and arrays, text, logical values and blanks are skipped; written as an
 * argument they are coerced to numbers.
 */
final class Aggregates {
  private Aggregates() {}

  static List<BuiltIn> all() {
    return List.of(
        whole("SUM", 1, MANY, a -> Coerce.finite(Statistics.sum(NumberList.of(a)))),
        whole("AVERAGE", 1, MANY, Aggregates::average),
        whole("PRODUCT", 1, MANY, Aggregates::product),
        whole("SUMSQ", 1, MANY, Aggregates::sumOfSquares),
        whole("SUMPRODUCT", 1, MANY, Aggregates::sumOfProducts),
        whole("MIN", 1, MANY, Aggregates::min),
        whole("MAX", 1, MANY, Aggregates::max),
        whole("COUNT", 1, MANY, Aggregates::count),
        whole("COUNTA", 1, MANY, Aggregates::countFilled),
        whole("COUNTBLANK", 1, 1, Aggregates::countBlank));
  }

  /** {@code AVERAGE}: the arithmetic mean, {@code #DIV/0!} of nothing. */
  private static Object average(Object[] arguments) throws CellError {
    double[] x = NumberList.of(arguments);
    return x.length == 0 ? CellError.DIV0 : Coerce.finite(Statistics.mean(x));
  }

  /** {@code PRODUCT}: of no numbers 0. */
  private static Object product(Object[] arguments) throws CellError {
    double[] x = NumberList.of(arguments);
    double product = x.length == 0 ? 0 : 1;
    for (double v : x) {
      product *= v;
    }
    return Coerce.finite(product);
  }

  /** {@code SUMSQ}: Σx². */
  private static Object sumOfSquares(Object[] arguments) throws CellError {
    double[] x = NumberList.of(arguments);
    for (int i = 0; i < x.length; i++) {
      x[i] *= x[i];
    }
    return Coerce.finite(Statistics.sum(x));
  }

  /**
   * {@code SUMPRODUCT}: the sum of the products of cells in the same place; what is not a number
   * counts as 0, different shapes are {@code #VALUE!}.
   */
  private static Object sumOfProducts(Object[] arguments) throws CellError {
    Object[][] first = Coerce.block(arguments[0]);
    double[] products = new double[first.length * first[0].length];
    Arrays.fill(products, 1);
    for (Object argument : arguments) {
      Object[][] block = Coerce.block(argument);
      if (block.length != first.length || block[0].length != first[0].length) {
        throw CellError.VALUE;
      }
      int at = 0;
      for (Object[] row : block) {
        for (Object cell : row) {
          BuiltIn.throwError(cell);
          products[at++] *= cell instanceof Double number ? number : 0;
        }
      }
    }
    return Coerce.finite(Statistics.sum(products));
  }

  /** {@code MIN}: of no numbers 0. */
  private static Object min(Object[] arguments) throws CellError {
    double[] x = NumberList.of(arguments);
    double min = x.length == 0 ? 0 : x[0];
    for (double v : x) {
      min = Math.min(min, v);
    }
    return min;
  }

  /** {@code MAX}: of no numbers 0. */
  private static Object max(Object[] arguments) throws CellError {
    double[] x = NumberList.of(arguments);
    double max = x.length == 0 ? 0 : x[0];
    for (double v : x) {
      max = Math.max(max, v);
    }
    return max;
  }

  /** {@code COUNT}: numbers; as an argument also what coerces to one. Errors are not counted. */
  private static Object count(Object[] arguments) {
    int count = 0;
    for (Object argument : arguments) {
      if (argument instanceof Object[][] block) {
        for (Object[] row : block) {
          for (Object cell : row) {
            count += cell instanceof Double ? 1 : 0;
          }
        }
      } else if (argument instanceof String text) {
        count += Coerce.numberIn(text) == null ? 0 : 1;
      } else {
        count += argument instanceof Exception ? 0 : 1;
      }
    }
    return (double) count;
  }

  /** {@code COUNTA}: all that is not blank, errors and empty text included. */
  private static Object countFilled(Object[] arguments) {
    int count = 0;
    for (Object argument : arguments) {
      if (argument instanceof Object[][] block) {
        for (Object[] row : block) {
          for (Object cell : row) {
            count += cell == null ? 0 : 1;
          }
        }
      } else {
        count++;
      }
    }
    return (double) count;
  }

  /** {@code COUNTBLANK}: blank cells and empty text. */
  private static Object countBlank(Object[] arguments) {
    int count = 0;
    for (Object[] row : Coerce.block(arguments[0])) {
      for (Object cell : row) {
        count += cell == null || "".equals(cell) ? 1 : 0;
      }
    }
    return (double) count;
  }
}
