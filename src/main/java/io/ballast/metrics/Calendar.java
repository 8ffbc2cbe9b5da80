package io.ballast.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dated series: bringing them onto common dates and finding dates that are missing. */
public final class Calendar {
  private static final double ROUNDING = 1e-9;

  private Calendar() {}

  /**
   * Values looked up by date.
   *
   * <ul>
   *   <li>A date that is absent, or that has no value, is {@code NaN}. Of a date that occurs twice,
   *       the first value counts.
   *   <li>Dates and values of different number: {@link Failure#NOT_AVAILABLE}.
   * </ul>
   *
   * @param dates serial numbers in any order, {@code NaN} where missing
   * @param values one a date, {@code NaN} where missing
   * @param onto the dates wanted
   * @return one value for each date wanted
   */
  public static double[] align(double[] dates, double[] values, double[] onto) {
    Checks.sameLength("values", values, "dates", dates);
    double[] known = new double[dates.length];
    int n = 0;
    for (int i = 0; i < dates.length; i++) {
      if (!Double.isNaN(dates[i]) && !Double.isNaN(values[i])) {
        known[n++] = dates[i];
      }
    }
    Arrays.sort(known, 0, n);
    double[] byDate = new double[n];
    for (int i = dates.length - 1; i >= 0; i--) {
      if (!Double.isNaN(dates[i]) && !Double.isNaN(values[i])) {
        byDate[Arrays.binarySearch(known, 0, n, dates[i])] = values[i];
      }
    }
    double[] aligned = new double[onto.length];
    for (int i = 0; i < onto.length; i++) {
      int place = Arrays.binarySearch(known, 0, n, onto[i]);
      aligned[i] = place >= 0 ? byDate[place] : Double.NaN;
    }
    return aligned;
  }

  /**
   * A run of missing dates.
   *
   * @param first the first missing one
   * @param last the last missing one
   */
  public record Gap(double first, double last) {}

  /**
   * Where a calendar of equal steps has missing dates, in order of time.
   *
   * <ul>
   *   <li>No dates: {@link Failure#UNDEFINED}. A step of 0 or less: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param dates serial numbers in any order; one that occurs twice counts once
   * @param step days from one date to the next, above 0
   */
  public static List<Gap> gaps(double[] dates, double step) {
    if (!(step > 0)) {
      throw MetricException.domain("step", step, "a number of days above 0");
    }
    Checks.atLeast(1, "dates", dates);
    double[] sorted = dates.clone();
    Arrays.sort(sorted);
    List<Gap> gaps = new ArrayList<>();
    for (int i = 1; i < sorted.length; i++) {
      double steps = Math.ceil((sorted[i] - sorted[i - 1]) / step - ROUNDING);
      if (steps > 1) {
        gaps.add(new Gap(sorted[i - 1] + step, sorted[i - 1] + (steps - 1) * step));
      }
    }
    return gaps;
  }
}
