package io.ballast.market;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prices of several assets on common dates, or in common bars shorter than a day.
 *
 * <p>Arrays are indexed by asset, then by date; a missing price is {@code NaN}. The arrays are not
 * copied: a table is read only by convention, because a panel can hold millions of prices.
 *
 * @param dates ascending, without duplicates unless there are {@code seconds}
 * @param assets unique names, one a column
 * @param close closing prices
 * @param open opening prices, null if the source has none; likewise {@code high}, {@code low}
 * @param high highest prices or null
 * @param low lowest prices or null
 * @param volume traded units or null
 * @param seconds the second of the UTC day at which each bar starts, null if bars are whole days
 * @param findings what a person should know before trusting a figure
 */
public record PriceTable(
    List<LocalDate> dates,
    List<String> assets,
    double[][] close,
    double[][] open,
    double[][] high,
    double[][] low,
    double[][] volume,
    int[] seconds,
    List<Finding> findings)
    implements Serializable {

  /** A table of daily bars without findings. */
  public PriceTable(
      List<LocalDate> dates,
      List<String> assets,
      double[][] close,
      double[][] open,
      double[][] high,
      double[][] low,
      double[][] volume) {
    this(dates, assets, close, open, high, low, volume, null, List.of());
  }

  /** A table of closing prices alone. */
  public static PriceTable ofClose(List<LocalDate> dates, List<String> assets, double[][] close) {
    return new PriceTable(dates, assets, close, null, null, null, null);
  }

  /** The column of an asset, or −1; names are compared exactly. */
  public int column(String asset) {
    return assets.indexOf(asset);
  }

  /** Whether open, high, low and close are all there. */
  public boolean hasBars() {
    return open != null && high != null && low != null;
  }

  /** Whether the bars are days. */
  public boolean isDaily() {
    return seconds == null;
  }

  /** When a bar starts, in UTC. */
  public LocalDateTime time(int bar) {
    LocalDateTime midnight = dates.get(bar).atStartOfDay();
    return seconds == null ? midnight : midnight.plusSeconds(seconds[bar]);
  }

  /**
   * The part of the table that some assets' risk is measured on: from the first date on which every
   * one of them has a price to the as-of date. Later dates with a missing price stay, as {@code
   * NaN}.
   *
   * @param assets names in the table, in the order wanted; a name given twice is taken once
   * @param asOf the last date to use, null for the last date of the table; if it is not in the
   *     table, the date before it counts
   * @param lookback how many days before the last date to go back at most (n days give at most n
   *     daily returns), 0 for all
   * @return a table of those assets alone and of the findings that concern them, without any date
   *     if there is none on which all have a price
   * @throws IllegalArgumentException if an asset is not in the table or the lookback is negative
   */
  public PriceTable window(List<String> assets, LocalDate asOf, int lookback) {
    List<String> names = assets.stream().distinct().toList();
    int[] columns = columns(names);
    int to = end(asOf);
    int from = start(to, lookback);
    while (from < to && !isComplete(columns, from)) {
      from++;
    }
    return slice(names, columns, from, to);
  }

  /**
   * Some assets between two dates, both included.
   *
   * @param assets names in the table, in the order wanted
   * @throws IllegalArgumentException if an asset is not in the table
   */
  public PriceTable between(List<String> assets, LocalDate first, LocalDate last) {
    return slice(assets, columns(assets), firstAfter(first.minusDays(1)), firstAfter(last));
  }

  private PriceTable slice(List<String> names, int[] columns, int from, int to) {
    return new PriceTable(
        dates.subList(from, to),
        names,
        cut(close, columns, from, to),
        cut(open, columns, from, to),
        cut(high, columns, from, to),
        cut(low, columns, from, to),
        cut(volume, columns, from, to),
        seconds == null ? null : Arrays.copyOfRange(seconds, from, to),
        findings.stream().filter(f -> f.asset().isEmpty() || names.contains(f.asset())).toList());
  }

  /**
   * How much common history there is in a window, and which asset limits it.
   *
   * @param assets as in {@link #window}; likewise {@code asOf}, {@code lookback}
   */
  public History limits(List<String> assets, LocalDate asOf, int lookback) {
    int[] columns = columns(assets);
    int to = end(asOf);
    int from = start(to, lookback);
    int rows = 0;
    int returns = 0;
    boolean before = false;
    for (int date = from; date < to; date++) {
      boolean complete = isComplete(columns, date);
      if (complete) {
        rows++;
        returns += before ? 1 : 0;
      }
      before = complete;
    }
    String limiting = null;
    int fewest = to - from;
    int latest = from;
    for (int i = 0; i < columns.length; i++) {
      double[] prices = close[columns[i]];
      int priced = 0;
      int first = to;
      for (int date = to - 1; date >= from; date--) {
        if (!Double.isNaN(prices[date])) {
          priced++;
          first = date;
        }
      }
      if (priced < fewest || (limiting != null && priced == fewest && first > latest)) {
        limiting = assets.get(i);
        fewest = priced;
        latest = first;
      }
    }
    return new History(rows, returns, limiting);
  }

  private int[] columns(List<String> names) {
    int[] result = new int[names.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = column(names.get(i));
      if (result[i] < 0) {
        throw new IllegalArgumentException(
            "found " + names.get(i) + ", expected an asset of the price table");
      }
    }
    return result;
  }

  /**
   * The position of the last date on or before the as-of date, −1 if there is none.
   *
   * @param asOf null for the last date of the table
   */
  public int lastDate(LocalDate asOf) {
    return end(asOf) - 1;
  }

  /** The position after the last date that is not after the as-of date. */
  private int end(LocalDate asOf) {
    return asOf == null ? dates.size() : firstAfter(asOf);
  }

  /** The position of the first date within the lookback from the date before position to. */
  private int start(int to, int lookback) {
    if (lookback < 0) {
      throw new IllegalArgumentException(
          "found a lookback of " + lookback + ", expected days above 0, or 0 for all");
    }
    return lookback == 0 || to == 0 ? 0 : firstAfter(dates.get(to - 1).minusDays(lookback + 1L));
  }

  private int firstAfter(LocalDate date) {
    int from = 0;
    int to = dates.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (dates.get(middle).isAfter(date)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }

  private boolean isComplete(int[] columns, int date) {
    for (int column : columns) {
      if (Double.isNaN(close[column][date])) {
        return false;
      }
    }
    return true;
  }

  private static double[][] cut(double[][] values, int[] columns, int from, int to) {
    if (values == null) {
      return null;
    }
    double[][] result = new double[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      result[i] = Arrays.copyOfRange(values[columns[i]], from, to);
    }
    return result;
  }

  /**
   * The table with one more asset whose price never changes, such as cash.
   *
   * @param asset a name that is not in the table
   * @throws IllegalArgumentException if it is
   */
  public PriceTable withConstant(String asset, double price) {
    if (column(asset) >= 0) {
      throw new IllegalArgumentException("asset twice: " + asset);
    }
    List<String> names = new ArrayList<>(assets);
    names.add(asset);
    double[] constant = new double[dates.size()];
    Arrays.fill(constant, price);
    return new PriceTable(
        dates,
        List.copyOf(names),
        with(close, constant),
        with(open, constant),
        with(high, constant),
        with(low, constant),
        volume == null ? null : with(volume, new double[dates.size()]),
        seconds,
        findings);
  }

  private static double[][] with(double[][] field, double[] series) {
    if (field == null) {
      return null;
    }
    double[][] result = Arrays.copyOf(field, field.length + 1);
    result[field.length] = series;
    return result;
  }
}
