package io.ballast.formula;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Dates as serial numbers of Excel's 1900 system: 1 is 1 January 1900, and 60 the 29 February 1900
 * that never was.
 */
public final class SerialDates {
  static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  static final int LEAP_DAY = 60;

  private SerialDates() {}

  /** The serial number of a date; below 1 before 1900. */
  public static double of(LocalDate date) {
    long days = ChronoUnit.DAYS.between(EPOCH, date);
    return days <= LEAP_DAY ? days - 1 : days;
  }
}
