package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.Numbers;
import io.ballast.metrics.Rates;
import java.util.Arrays;

/**
 * Turns cells into numbers: the one place that decides what a blank, a text, a logical value or an
 * error cell means (conventions 9 to 13 and 16 of the function contract).
 *
 * <ul>
 *   <li>In a range, blank, text, TRUE and FALSE are skipped, and so is {@code #N/A}; any other
 *       error cell is the function's result.
 *   <li>A scalar that is blank counts as omitted; text or a logical value where a number is needed
 *       is {@code #VALUE!}; a range of one cell counts as its cell.
 * </ul>
 */
final class Cells {
  private Cells() {}

  /** The numbers of a range in order, the other cells skipped. */
  static double[] numbers(String argument, Object[][] range) {
    double[] marked = vector(argument, range);
    return compact(marked);
  }

  /** The numbers of a range that must hold returns; see {@link #refusePrices}. */
  static double[] returns(Object[][] range) {
    double[] values = numbers("returns", range);
    refusePrices("returns", values);
    return values;
  }

  /**
   * A single row or column as numbers, {@code NaN} for each skipped cell, so that positions stay.
   *
   * @throws MetricException if the range is omitted or is a block of several rows and columns
   */
  static double[] vector(String argument, Object[][] range) {
    require(argument, range);
    int rows = range.length;
    int columns = width(range);
    if (rows > 1 && columns > 1) {
      throw new MetricException(
          Failure.WRONG_TYPE,
          argument,
          rows + " rows by " + columns + " columns",
          "one row or one column");
    }
    double[] values = new double[rows * columns];
    if (rows == 1) {
      for (int i = 0; i < columns; i++) {
        values[i] = cell(argument, range[0], i);
      }
    } else {
      for (int i = 0; i < rows; i++) {
        values[i] = cell(argument, range[i], 0);
      }
    }
    return values;
  }

  /**
   * Returns less the risk-free rate of each period, incomplete rows skipped.
   *
   * @param riskFree omitted or blank for 0, one annual effective rate, or one rate per period for
   *     each return
   */
  static double[] excessReturns(Object[][] returns, Object[][] riskFree, double periodsPerYear) {
    double[] values = vector("returns", returns);
    refusePrices("returns", compact(values));
    if (isSingle(riskFree)) {
      double rate =
          Rates.perPeriod("risk_free", number("risk_free", single(riskFree), 0), periodsPerYear);
      double[] excess = compact(values);
      for (int i = 0; i < excess.length; i++) {
        excess[i] -= rate;
      }
      return excess;
    }
    double[] rates = vector("risk_free", riskFree);
    if (rates.length != values.length) {
      throw MetricException.lengths("risk_free", rates.length, "returns", values.length);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= rates[i];
    }
    return compact(values);
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

  /**
   * Refuses prices in the place of returns: more than two numbers, all positive, with a median
   * above 1, cannot be returns of anything that a person holds.
   */
  static void refusePrices(String argument, double[] values) {
    if (values.length <= 2) {
      return;
    }
    for (double v : values) {
      if (!(v > 0)) {
        return;
      }
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    if (median > 1) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          argument,
          "only positive numbers with a median of " + Numbers.plain(median),
          "returns; these look like prices: use RETURNS(…)");
    }
  }

  private static void require(String argument, Object[][] range) {
    if (range == null || range.length == 0 || width(range) == 0) {
      throw new MetricException(Failure.WRONG_TYPE, argument, "nothing", "a range of numbers");
    }
  }

  private static int width(Object[][] range) {
    int width = 0;
    for (Object[] row : range) {
      width = Math.max(width, row == null ? 0 : row.length);
    }
    return width;
  }

  private static double cell(String argument, Object[] row, int column) {
    Object value = row == null || column >= row.length ? null : row[column];
    if (value instanceof Number number) {
      double x = number.doubleValue();
      return Double.isFinite(x) ? x : Double.NaN;
    }
    if (value instanceof Exception e) {
      CellError error = CellError.of(e);
      if (error != CellError.NA) {
        throw new Worksheet.ErrorCell(argument, error);
      }
    }
    return Double.NaN;
  }

  private static double[] compact(double[] marked) {
    int n = 0;
    double[] kept = new double[marked.length];
    for (double v : marked) {
      if (!Double.isNaN(v)) {
        kept[n++] = v;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  private static boolean isSingle(Object[][] range) {
    return range == null || range.length == 0 || (range.length == 1 && width(range) <= 1);
  }

  private static Object single(Object[][] range) {
    return range == null || range.length == 0 || width(range) == 0 ? null : range[0][0];
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
    String found = cell instanceof String text ? "the text \"" + text + "\"" : "" + cell;
    throw new MetricException(Failure.WRONG_TYPE, argument, found, "a number");
  }
}
