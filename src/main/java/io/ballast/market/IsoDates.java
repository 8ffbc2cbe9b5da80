package io.ballast.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The dates of a file: its date column, and dates in ISO 8601. */
public final class IsoDates {
  private static final Set<String> NAMES = Set.of("date", "time", "timestamp");
  private static final Pattern MIDNIGHT =
      Pattern.compile("[T ]00:00(:00(\\.0+)?)?( ?(Z|UTC|[+-]00:?00))?");

  private IsoDates() {}

  /** The column named date, time or timestamp, in any case; without one the first column. */
  static int column(CsvTable file) {
    for (int i = 0; i < file.header().size(); i++) {
      if (NAMES.contains(file.header().get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return 0;
  }

  /** The day of a row, counted from 1970-01-01. */
  static int day(CsvTable file, int row, int column) throws MarketException {
    String text = file.row(row)[column];
    LocalDate date = parse(text);
    if (date == null) {
      throw file.fault(
          row, column, "a date such as 2024-01-31, or a date and time at midnight UTC");
    }
    return Math.toIntExact(date.toEpochDay());
  }

  /** The date, null if the text is not one: 2024-01-31, with a time of midnight UTC or without. */
  public static LocalDate parse(String text) {
    if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    if (text.length() > 10 && !MIDNIGHT.matcher(text.substring(10)).matches()) {
      return null;
    }
    int year = digits(text, 0, 4);
    int month = digits(text, 5, 7);
    int day = digits(text, 8, 10);
    if (year < 0 || month < 0 || day < 0) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
