package io.ballast.market;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is odd in a price table, although it can be used.
 *
 * <ul>
 *   <li>Dates that no asset has, measured by the most common step between dates: a finding for each
 *       run of them.
 *   <li>An asset without any price, priced later than the first date or not up to the last one, and
 *       each run of missing prices between.
 *   <li>A price that never changes, or not for {@value #STALE} dates or more (the longest run is
 *       named).
 *   <li>Bars whose high is below the low, the open or the close, or whose low is above them.
 * </ul>
 */
final class PriceQuality {
  private static final int STALE = 5;

  private final String source;
  private final PriceTable table;
  private final List<Finding> findings = new ArrayList<>();

  PriceQuality(String source, PriceTable table) {
    this.source = source;
    this.table = table;
  }

  List<Finding> findings() {
    missingDates();
    for (int asset = 0; asset < table.assets().size(); asset++) {
      missingPrices(asset);
      unchangedPrices(asset);
      if (table.hasBars()) {
        inconsistentBars(asset);
      }
    }
    return findings;
  }

  private void note(LocalDate date, String asset, String what, String action) {
    findings.add(new Finding(source, 0, date, asset, what, action));
  }

  private void missingDates() {
    List<LocalDate> dates = table.dates();
    Map<Long, Integer> steps = new HashMap<>();
    for (int i = 1; i < dates.size(); i++) {
      steps.merge(ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)), 1, Integer::sum);
    }
    long step = 1;
    for (Map.Entry<Long, Integer> entry : steps.entrySet()) {
      int difference = entry.getValue() - steps.getOrDefault(step, 0);
      if (difference > 0 || (difference == 0 && entry.getKey() < step)) {
        step = entry.getKey();
      }
    }
    for (int i = 1; i < dates.size(); i++) {
      long distance = ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i));
      long missing = distance / step - 1;
      if (missing > 0) {
        LocalDate first = dates.get(i - 1).plusDays(step);
        LocalDate last = dates.get(i - 1).plusDays(step * missing);
        note(first, "", span("no row", missing, first, last), "none: the next return spans them");
      }
    }
  }

  private void missingPrices(int asset) {
    String name = table.assets().get(asset);
    List<LocalDate> dates = table.dates();
    double[] close = table.close()[asset];
    int first = 0;
    while (first < close.length && Double.isNaN(close[first])) {
      first++;
    }
    if (first == close.length) {
      note(null, name, "no price on any date", "left missing");
      return;
    }
    int last = close.length - 1;
    while (Double.isNaN(close[last])) {
      last--;
    }
    if (first > 0) {
      note(
          dates.get(first),
          name,
          "the first price comes %d dates after the first date".formatted(first),
          "history with this asset starts here");
    }
    for (int i = first + 1; i < last; i++) {
      int start = i;
      while (Double.isNaN(close[i])) {
        i++;
      }
      if (i > start) {
        note(
            dates.get(start),
            name,
            span("no price", i - start, dates.get(start), dates.get(i - 1)),
            "left missing: no return before or after it");
      }
    }
    if (last < close.length - 1) {
      note(
          dates.get(last),
          name,
          "the last price comes %d dates before the last date".formatted(close.length - 1 - last),
          "left missing");
    }
  }

  private void unchangedPrices(int asset) {
    double[] close = table.close()[asset];
    double price = Double.NaN;
    int priced = 0;
    int run = 0;
    int start = 0;
    int longest = 0;
    int longestStart = 0;
    int longestEnd = 0;
    for (int i = 0; i < close.length; i++) {
      if (Double.isNaN(close[i])) {
        continue;
      }
      priced++;
      if (close[i] != price) {
        price = close[i];
        run = 0;
        start = i;
      }
      run++;
      if (run > longest) {
        longest = run;
        longestStart = start;
        longestEnd = i;
      }
    }
    String name = table.assets().get(asset);
    LocalDate from = table.dates().get(longestStart);
    if (longest == priced && priced > 1) {
      note(
          from,
          name,
          "the same price on all %d dates".formatted(priced),
          "kept: volatility is 0 and ratios to it are undefined");
    } else if (longest >= STALE) {
      note(
          from,
          name,
          span("an unchanged price", longest, from, table.dates().get(longestEnd)),
          "kept");
    }
  }

  private void inconsistentBars(int asset) {
    double[] open = table.open()[asset];
    double[] high = table.high()[asset];
    double[] low = table.low()[asset];
    double[] close = table.close()[asset];
    int count = 0;
    int first = -1;
    for (int i = 0; i < close.length; i++) {
      boolean wrong =
          high[i] < low[i]
              || high[i] < open[i]
              || high[i] < close[i]
              || low[i] > open[i]
              || low[i] > close[i];
      if (wrong) {
        count++;
        first = first < 0 ? i : first;
      }
    }
    if (count > 0) {
      note(
          table.dates().get(first),
          table.assets().get(asset),
          "open or close outside low to high on %d dates, first here".formatted(count),
          "kept");
    }
  }

  private static String span(String what, long count, LocalDate first, LocalDate last) {
    return count == 1
        ? "%s on %s".formatted(what, first)
        : "%s on %d dates from %s to %s".formatted(what, count, first, last);
  }
}
