package io.ballast.functions;

import io.ballast.metrics.Failure;
import io.ballast.metrics.MetricException;
import io.ballast.metrics.Numbers;
import io.ballast.metrics.Quantiles;
import io.ballast.metrics.Rates;
import io.ballast.metrics.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

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
    return vector(argument, range, false);
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
    return vector(argument, range, true);
  }

  /** Marks skipped cells or leaves them out, in one pass over what may be many cells. */
  private static double[] vector(String argument, Object[][] range, boolean marked) {
    boolean isRow = range == null || range.length <= 1;
    if (isRow) {
      require(argument, range);
    }
    boolean checked = isRow;
    double[] values = new double[isRow ? range[0].length : range.length];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      Object[] row = range[isRow ? 0 : i];
      if (!checked && (row == null || row.length != 1 || !(row[0] instanceof Double))) {
        requireColumn(argument, range);
        checked = true;
      }
      double value = cell(argument, row, isRow ? i : 0);
      if (marked || !Double.isNaN(value)) {
        values[n++] = value;
      }
    }
    return n == values.length ? values : Arrays.copyOf(values, n);
  }

  /** A column of a range, {@code NaN} for each skipped cell. */
  static double[] column(String argument, Object[][] range, int column) {
    double[] values = new double[range.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cell(argument, range[i], column);
    }
    return values;
  }

  /**
   * Several series of the same length, rows skipped in which any of them is not a number.
   *
   * @param arguments the names of the arguments
   * @param marked one series an argument, {@code NaN} for a skipped cell
   * @throws MetricException if the lengths differ
   */
  static double[][] complete(List<String> arguments, double[]... marked) {
    int length = marked[0].length;
    for (int j = 1; j < marked.length; j++) {
      if (marked[j].length != length) {
        throw MetricException.lengths(arguments.get(j), marked[j].length, arguments.get(0), length);
      }
    }
    boolean[] skipped = new boolean[length];
    int n = length;
    for (double[] series : marked) {
      for (int i = 0; i < length; i++) {
        if (Double.isNaN(series[i]) && !skipped[i]) {
          skipped[i] = true;
          n--;
        }
      }
    }
    double[][] kept = new double[marked.length][];
    for (int j = 0; j < marked.length; j++) {
      kept[j] = n == length ? marked[j] : without(marked[j], skipped, n);
    }
    return kept;
  }

  private static double[] without(double[] series, boolean[] skipped, int n) {
    double[] kept = new double[n];
    int k = 0;
    for (int i = 0; k < n; i++) {
      if (!skipped[i]) {
        kept[k++] = series[i];
      }
    }
    return kept;
  }

  /** A range of returns with its positions, {@code NaN} for each skipped cell; never prices. */
  static double[] markedReturns(String argument, Object[][] range) {
    double[] values = vector(argument, range);
    refusePrices(argument, values);
    return values;
  }

  /** Returns and market returns, incomplete rows skipped. */
  static double[][] returnsAndMarket(Object[][] returns, Object[][] market) {
    return complete(
        List.of("returns", "market_returns"),
        markedReturns("returns", returns),
        markedReturns("market_returns", market));
  }

  /**
   * The risk-free rate of each period.
   *
   * @param riskFree omitted or blank for 0, one annual effective rate, or one rate per period
   * @param length how many periods there are when it is a single rate
   */
  static double[] riskFree(Object[][] riskFree, int length, double periodsPerYear) {
    if (isSingle(riskFree)) {
      double annual = number("risk_free", single(riskFree), 0);
      double[] rates = new double[length];
      Arrays.fill(rates, Rates.perPeriod("risk_free", annual, periodsPerYear));
      return rates;
    }
    double[] rates = vector("risk_free", riskFree);
    for (double rate : rates) {
      if (rate <= -1) {
        throw MetricException.domain("risk_free", rate, "rates above -1");
      }
    }
    return rates;
  }

  /**
   * Returns and the risk-free rate of their periods, incomplete rows skipped.
   *
   * @param riskFree as in {@link #riskFree}
   */
  static double[][] returnsAndRates(
      Object[][] returns, Object[][] riskFree, double periodsPerYear) {
    double[] values = markedReturns("returns", returns);
    return complete(
        List.of("returns", "risk_free"), values, riskFree(riskFree, values.length, periodsPerYear));
  }

  /** Returns less the risk-free rate of each period, incomplete rows skipped. */
  static double[] excessReturns(Object[][] returns, Object[][] riskFree, double periodsPerYear) {
    if (isZero(riskFree)) {
      return returns(returns);
    }
    double[][] rows = returnsAndRates(returns, riskFree, periodsPerYear);
    return Statistics.difference(rows[0], rows[1]);
  }

  /**
   * Excess returns, excess market returns and the risk-free rates, incomplete rows skipped.
   *
   * @param riskFree as in {@link #riskFree}
   */
  static double[][] excessAndMarket(
      Object[][] returns, Object[][] market, Object[][] riskFree, double periodsPerYear) {
    double[] values = markedReturns("returns", returns);
    double[][] rows =
        complete(
            List.of("returns", "market_returns", "risk_free"),
            values,
            markedReturns("market_returns", market),
            riskFree(riskFree, values.length, periodsPerYear));
    return new double[][] {
      Statistics.difference(rows[0], rows[2]), Statistics.difference(rows[1], rows[2]), rows[2]
    };
  }

  /**
   * Applies a function to each series of a range: to each column of a block, or to a single row,
   * whose result is a row too.
   *
   * @param f from values with {@code NaN} for a skipped cell to the cells' values: {@code NaN}
   *     becomes {@code #N/A}, an infinite value {@code #DIV/0!}
   */
  static Object[][] eachSeries(String argument, Object[][] range, UnaryOperator<double[]> f) {
    require(argument, range);
    if (range.length == 1) {
      return new Object[][] {toCells(f.apply(vector(argument, range)))};
    }
    int columns = width(range);
    Object[][] result = null;
    for (int j = 0; j < columns; j++) {
      Object[] cells = toCells(f.apply(column(argument, range, j)));
      if (result == null) {
        result = new Object[cells.length][columns];
      }
      for (int i = 0; i < cells.length; i++) {
        result[i][j] = cells[i];
      }
    }
    return result;
  }

  /** As {@link #eachSeries}, refusing prices in the place of returns. */
  static Object[][] eachReturns(Object[][] range, UnaryOperator<double[]> f) {
    return eachSeries(
        "returns",
        range,
        values -> {
          refusePrices("returns", values);
          return f.apply(values);
        });
  }

  /** Values laid out like a range: as a row if it is a single row, else as a column. */
  static Object[][] likeRange(Object[][] range, double[] values) {
    return range.length == 1 ? Blocks.row(values) : Blocks.column(values);
  }

  /** Cells for values of which {@code NaN} is {@code #N/A} and an infinite one {@code #DIV/0!}. */
  static Object[] toCells(double[] values) {
    Object[] cells = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      cells[i] = toCell(values[i]);
    }
    return cells;
  }

  /** As {@link #toCells}, one cell. */
  static Object toCell(double value) {
    if (Double.isNaN(value)) {
      return CellError.NA;
    }
    return Double.isInfinite(value) ? CellError.DIV0 : (Object) value;
  }

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

  /**
   * All cells of a range, row by row, as they are; {@code #N/A} is blank and any other error cell
   * is the function's result.
   */
  static List<Object> flat(String argument, Object[][] range) {
    List<Object> cells = new ArrayList<>();
    int columns = width(range);
    for (Object[] row : range) {
      for (int j = 0; j < columns; j++) {
        Object value = row == null || j >= row.length ? null : row[j];
        if (value instanceof Exception e) {
          CellError error = CellError.of(e);
          if (error != CellError.NA) {
            throw new Worksheet.ErrorCell(argument, error);
          }
          value = null;
        }
        cells.add(value);
      }
    }
    return cells;
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
   *
   * @param marked {@code NaN} for each skipped cell
   */
  static void refusePrices(String argument, double[] marked) {
    for (double v : marked) {
      if (v <= 0) {
        return;
      }
    }
    double[] values = compact(marked);
    if (values.length <= 2) {
      return;
    }
    double median = Quantiles.of(values, 0.5);
    if (median > 1) {
      throw new MetricException(
          Failure.OUT_OF_DOMAIN,
          argument,
          "only positive numbers with a median of " + Numbers.plain(median),
          "returns; these look like prices: use RETURNS(…)");
    }
  }

  /** Refuses a range without cells. */
  static void require(String argument, Object[][] range) {
    if (range == null || range.length == 0 || width(range) == 0) {
      throw new MetricException(Failure.WRONG_TYPE, argument, "nothing", "a range of numbers");
    }
  }

  private static void requireColumn(String argument, Object[][] range) {
    require(argument, range);
    int columns = width(range);
    if (columns > 1) {
      throw new MetricException(
          Failure.WRONG_TYPE,
          argument,
          range.length + " rows by " + columns + " columns",
          "one row or one column");
    }
  }

  /** The cells of the longest row. */
  static int width(Object[][] range) {
    int width = 0;
    for (Object[] row : range) {
      width = Math.max(width, row == null ? 0 : row.length);
    }
    return width;
  }

  private static double cell(String argument, Object[] row, int column) {
    Object value = row == null || column >= row.length ? null : row[column];
    if (value instanceof Number number) {
      double x = number instanceof Double d ? d : number.doubleValue();
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

  /** The values that are not {@code NaN}, the same array if all are. */
  static double[] compact(double[] marked) {
    int n = 0;
    while (n < marked.length && !Double.isNaN(marked[n])) {
      n++;
    }
    if (n == marked.length) {
      return marked;
    }
    double[] kept = Arrays.copyOf(marked, marked.length - 1);
    for (int i = n + 1; i < marked.length; i++) {
      if (!Double.isNaN(marked[i])) {
        kept[n++] = marked[i];
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

  /** Whether a risk-free rate is left out or a single 0, which changes no return. */
  private static boolean isZero(Object[][] riskFree) {
    return isSingle(riskFree)
        && (single(riskFree) == null
            || (single(riskFree) instanceof Number rate && rate.doubleValue() == 0));
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
