package io.ballast.workbook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Dates as a spreadsheet counts them. */
final class Days {
  /** Day 0 of the 1900 calendar, so that every date from 1 March 1900 has its right number. */
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private Days() {}

  /** The day number of a date. */
  static double serial(LocalDate date) {
    return ChronoUnit.DAYS.between(EPOCH, date);
  }
}
