package io.ballast.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is odd in a price table, although it can be used.
 *
 * <ul>
 *   <li>Dates that no asset has, measured by the most common step between dates; for assets that
 *       trade on weekdays only, weekends are not missing.
 *   <li>An asset without any price, priced later than the first date or not up to the last one, and
 *       the runs of missing prices between.
 *   <li>A price that never changes, or not for {@value #STALE} dates or more.
 *   <li>Bars whose high is below the low, or whose open or close is outside of them.
 *   <li>Suspected bad ticks, see {@link BadTicks}.
 * </ul>
 */
final class PriceQuality {
  private static final int STALE = 5;
  private static final int WEEKS = 2;

  private final String source;
  private final PriceTable table;
  private final Origins origins;
  private final long bar;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param source a name for findings that concern no single file
   * @param bar seconds of a bar
   */
  PriceQuality(String source, PriceTable table, Origins origins, long bar) {
    this.source = source;
    this.table = table;
    this.origins = origins;
    this.bar = bar;
  }

  List<Finding> findings() {
    boolean[] weekdaysOnly = weekdaysOnly();
    missingDates(all(weekdaysOnly));
    for (int asset = 0; asset < table.assets().size(); asset++) {
      missingPrices(asset, weekdaysOnly[asset]);
      unchangedPrices(asset);
      if (table.hasBars()) {
        inconsistentBars(asset);
      }
    }
    BadTicks ticks = new BadTicks(table);
    for (int asset = 0; asset < table.assets().size(); asset++) {
      int a = asset;
      ticks.of(asset, (position, date, what) -> note(Severity.WARNING, a, position, what, "kept"));
    }
    return findings;
  }

  private void note(Severity severity, int asset, int position, String what, String action) {
    long line = origins.line(asset, position);
    findings.add(
        new Finding(
            severity,
            origins.file(asset, position),
            line,
            table.dates().get(position),
            table.assets().get(asset),
            what,
            action));
  }

  private static boolean all(boolean[] flags) {
    for (boolean flag : flags) {
      if (!flag) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Which assets have daily prices over weeks and none on a weekend. */
  private boolean[] weekdaysOnly() {
    boolean[] result = new boolean[table.assets().size()];
    for (int a = 0; a < result.length; a++) {
      int weekdays = 0;
      int first = -1;
      boolean weekend = !table.isDaily();
      for (int i = 0; i < table.dates().size() && !weekend; i++) {
        if (!Double.isNaN(table.close()[a][i])) {
          weekend = isWeekend(table.dates().get(i));
          first = first < 0 ? i : first;
          weekdays++;
        }
      }
      long days =
          weekend || first < 0
              ? 0
              : table.dates().get(last(table.close()[a])).toEpochDay()
                  - table.dates().get(first).toEpochDay();
      // Weekly and monthly prices can fall on weekdays alone.
      result[a] = days >= 7 * WEEKS && weekdays > days / 2;
      if (result[a]) {
        note(
            Severity.NOTE,
            a,
            first,
            "trades on weekdays only",
            "weekends do not count as missing: returns over them span three days");
      }
    }
    return result;
  }

  private static int last(double[] close) {
    int last = close.length - 1;
    while (last >= 0 && Double.isNaN(close[last])) {
      last--;
    }
    return last;
  }

  private void missingDates(boolean weekdaysOnly) {
    List<LocalDate> dates = table.dates();
    long step = step();
    Runs runs = new Runs("no row", "gaps");
    for (int i = 1; i < dates.size(); i++) {
      long distance = (seconds(i) - seconds(i - 1)) / step;
      if (distance <= 1) {
        continue;
      }
      long missing = distance - 1;
      LocalDate first = date(seconds(i - 1) + step);
      LocalDate last = date(seconds(i - 1) + step * missing);
      if (weekdaysOnly) {
        missing = weekdays(first, last);
        while (isWeekend(first) && first.isBefore(last)) {
          first = first.plusDays(1);
        }
        while (isWeekend(last) && last.isAfter(first)) {
          last = last.minusDays(1);
        }
      }
      if (missing > 0) {
        runs.add(i, missing, first, last);
      }
    }
    boolean single = table.assets().size() == 1;
    runs.tell(
        (position, date, what) ->
            findings.add(
                new Finding(
                    Severity.WARNING,
                    single ? origins.file(0, position) : source,
                    single ? origins.line(0, position) : 0,
                    date,
                    single ? table.assets().get(0) : "",
                    table.isDaily() ? what : what.replace("dates", "bars"),
                    "none: the next return spans them")));
  }

  private static long weekdays(LocalDate first, LocalDate last) {
    return first.datesUntil(last.plusDays(1)).filter(date -> !isWeekend(date)).count();
  }

  private long seconds(int i) {
    long day = table.dates().get(i).toEpochDay() * TimeReader.DAY;
    return table.isDaily() ? day : day + table.seconds()[i];
  }

  private static LocalDate date(long seconds) {
    return TimeReader.date(seconds);
  }

  /** The most common step between the dates, in seconds; the shorter of equals. */
  private long step() {
    if (!table.isDaily()) {
      return bar;
    }
    Map<Long, Integer> steps = new HashMap<>();
    for (int i = 1; i < table.dates().size(); i++) {
      steps.merge(seconds(i) - seconds(i - 1), 1, Integer::sum);
    }
    long step = TimeReader.DAY;
    for (Map.Entry<Long, Integer> entry : steps.entrySet()) {
      int difference = entry.getValue() - steps.getOrDefault(step, 0);
      if (difference > 0 || (difference == 0 && entry.getKey() < step)) {
        step = entry.getKey();
      }
    }
    return step;
  }

  private void missingPrices(int asset, boolean weekdaysOnly) {
    String name = table.assets().get(asset);
    List<LocalDate> dates = table.dates();
    double[] close = table.close()[asset];
    int first = 0;
    while (first < close.length && Double.isNaN(close[first])) {
      first++;
    }
    if (first == close.length) {
      findings.add(
          new Finding(
              Severity.WARNING, source, 0, null, name, "no price on any date", "left missing"));
      return;
    }
    int last = last(close);
    if (first > 0) {
      note(
          Severity.NOTE,
          asset,
          first,
          "the first price comes %d dates after the first date".formatted(first),
          "history with this asset starts here");
    }
    Runs runs = new Runs("no price", "gaps");
    for (int i = first + 1; i < last; i++) {
      int start = i;
      int count = 0;
      while (Double.isNaN(close[i])) {
        count += weekdaysOnly && isWeekend(dates.get(i)) ? 0 : 1;
        i++;
      }
      if (count > 0) {
        runs.add(start, count, dates.get(start), dates.get(i - 1));
      }
    }
    runs.tell(
        (position, date, what) ->
            note(
                Severity.WARNING,
                asset,
                position,
                what,
                "left missing: no return before or after it"));
    if (last < close.length - 1) {
      note(
          Severity.WARNING,
          asset,
          last,
          "the last price comes %d dates before the last date: perhaps delisted or renamed"
              .formatted(close.length - 1 - last),
          "left missing");
    }
  }

  private void unchangedPrices(int asset) {
    double[] close = table.close()[asset];
    List<LocalDate> dates = table.dates();
    Runs runs = new Runs("an unchanged price", "runs");
    double price = Double.NaN;
    int priced = 0;
    int run = 0;
    int start = 0;
    int end = 0;
    boolean changed = false;
    for (int i = 0; i <= close.length; i++) {
      if (i < close.length && Double.isNaN(close[i])) {
        continue;
      }
      if (i < close.length && close[i] == price) {
        run++;
        end = i;
        priced++;
        continue;
      }
      if (run >= STALE && (changed || i < close.length)) {
        runs.add(start, run, dates.get(start), dates.get(end));
      }
      if (i < close.length) {
        changed |= priced > 0;
        price = close[i];
        priced++;
        run = 1;
        start = i;
        end = i;
      }
    }
    if (!changed && priced > 1) {
      note(
          Severity.WARNING,
          asset,
          start,
          "the same price on all %d dates".formatted(priced),
          "kept: volatility is 0 and ratios to it are undefined");
      return;
    }
    runs.tell(
        (position, date, what) ->
            note(
                Severity.WARNING,
                asset,
                position,
                table.isDaily() ? what : what.replace("dates", "bars"),
                "kept"));
  }

  private void inconsistentBars(int asset) {
    double[] open = table.open()[asset];
    double[] high = table.high()[asset];
    double[] low = table.low()[asset];
    double[] close = table.close()[asset];
    int[] count = new int[2];
    int[] first = new int[2];
    Arrays.fill(first, -1);
    for (int i = 0; i < close.length; i++) {
      boolean crossed = high[i] < low[i];
      boolean outside =
          high[i] < open[i] || high[i] < close[i] || low[i] > open[i] || low[i] > close[i];
      int kind = crossed ? 0 : outside ? 1 : -1;
      if (kind >= 0) {
        count[kind]++;
        first[kind] = first[kind] < 0 ? i : first[kind];
      }
    }
    String[] what = {"high below low", "open or close outside low to high"};
    for (int kind = 0; kind < 2; kind++) {
      if (count[kind] > 0) {
        note(
            Severity.WARNING,
            asset,
            first[kind],
            count[kind] == 1
                ? "%s on %s".formatted(what[kind], table.dates().get(first[kind]))
                : "%s on %d dates, first here".formatted(what[kind], count[kind]),
            "kept");
      }
    }
  }
}
