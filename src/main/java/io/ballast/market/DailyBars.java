package io.ballast.market;

import java.util.Arrays;

/**
 * Makes bars shorter than a day into UTC days: the first open, the highest high, the lowest low,
 * the last close, and the sum of the volumes.
 */
final class DailyBars {
  private static final int CLOSE = PriceField.CLOSE.ordinal();
  private static final int OPEN = PriceField.OPEN.ordinal();
  private static final int HIGH = PriceField.HIGH.ordinal();
  private static final int LOW = PriceField.LOW.ordinal();
  private static final int VOLUME = PriceField.VOLUME.ordinal();

  /** Days with fewer bars than most. */
  final Runs incomplete = new Runs("fewer bars than a whole day has", "runs");

  private final PriceSeries series;
  private final long bar;
  private int runStart = -1;
  private int runEnd;

  /**
   * @param series in order of time without duplicates; becomes one of days
   * @param bar seconds of a bar
   */
  DailyBars(PriceSeries series, long bar) {
    this.series = series;
    this.bar = bar;
  }

  void make() {
    int days = 0;
    double[] day = new double[series.values.length];
    long whole = Math.max(1, TimeReader.DAY / bar);
    for (int i = 0; i < series.size; ) {
      long date = Math.floorDiv(series.times[i], TimeReader.DAY);
      Arrays.fill(day, Double.NaN);
      int from = i;
      while (i < series.size && Math.floorDiv(series.times[i], TimeReader.DAY) == date) {
        take(day, i++);
      }
      series.move(from, days);
      series.times[days] = date * TimeReader.DAY;
      for (int field = 0; field < day.length; field++) {
        if (series.values[field] != null) {
          series.values[field][days] = day[field];
        }
      }
      count(days, i - from < whole);
      days++;
    }
    series.size = days;
    endRun();
  }

  private void take(double[] day, int i) {
    double close = value(CLOSE, i);
    double open = value(OPEN, i);
    double high = value(HIGH, i);
    double low = value(LOW, i);
    double volume = value(VOLUME, i);
    day[CLOSE] = Double.isNaN(close) ? day[CLOSE] : close;
    day[OPEN] = Double.isNaN(day[OPEN]) ? open : day[OPEN];
    day[HIGH] = Double.isNaN(day[HIGH]) || high > day[HIGH] ? high : day[HIGH];
    day[LOW] = Double.isNaN(day[LOW]) || low < day[LOW] ? low : day[LOW];
    if (!Double.isNaN(volume)) {
      day[VOLUME] = Double.isNaN(day[VOLUME]) ? volume : day[VOLUME] + volume;
    }
  }

  private double value(int field, int i) {
    return series.values[field] == null ? Double.NaN : series.values[field][i];
  }

  private void count(int day, boolean fewer) {
    if (fewer
        && runStart >= 0
        && series.times[day] - series.times[day - 1] == TimeReader.DAY
        && runEnd == day - 1) {
      runEnd = day;
    } else if (fewer) {
      endRun();
      runStart = day;
      runEnd = day;
    }
  }

  private void endRun() {
    if (runStart >= 0) {
      incomplete.add(
          runStart,
          runEnd - runStart + 1L,
          TimeReader.date(series.times[runStart]),
          TimeReader.date(series.times[runEnd]));
    }
  }
}
