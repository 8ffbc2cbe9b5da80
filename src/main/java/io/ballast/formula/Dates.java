package io.ballast.formula;

import static io.ballast.formula.BuiltIn.scalar;
import static io.ballast.formula.SerialDates.EPOCH;
import static io.ballast.formula.SerialDates.LEAP_DAY;

import io.ballast.functions.CellError;
import java.time.LocalDate;
import java.util.List;

/** Functions of dates, cell by cell; see {@link SerialDates}. */
final class Dates {
  private static final int LAST = 2_958_465;

  private Dates() {}

  static List<BuiltIn> all() {
    return List.of(
        scalar("DATE", 3, 3, Dates::date),
        scalar("YEAR", 1, 1, v -> (double) parts(v[0])[0]),
        scalar("MONTH", 1, 1, v -> (double) parts(v[0])[1]),
        scalar("DAY", 1, 1, v -> (double) parts(v[0])[2]),
        scalar("WEEKDAY", 1, 2, Dates::weekday));
  }

  /**
   * {@code DATE}: months and days outside their range carry over, years below 1900 count from 1900.
   */
  private static Object date(Object[] values) throws CellError {
    int year = Coerce.integer(values[0]);
    int month = Coerce.integer(values[1]);
    int day = Coerce.integer(values[2]);
    if (year < 0 || year > 9999) {
      throw CellError.NUM;
    }
    LocalDate first = LocalDate.of(year < 1900 ? year + 1900 : year, 1, 1);
    double serial = SerialDates.of(first.plusMonths(month - 1L).plusDays(day - 1L));
    if (serial < 0 || serial > LAST) {
      throw CellError.NUM;
    }
    return serial;
  }

  /** {@code YEAR}, {@code MONTH}, {@code DAY} of a serial number, its time of day dropped. */
  private static int[] parts(Object value) throws CellError {
    int serial = checked(value);
    if (serial == 0) {
      return new int[] {1900, 1, 0};
    }
    if (serial == LEAP_DAY) {
      return new int[] {1900, 2, 29};
    }
    LocalDate date = EPOCH.plusDays(serial < LEAP_DAY ? serial + 1 : serial);
    return new int[] {date.getYear(), date.getMonthValue(), date.getDayOfMonth()};
  }

  /** {@code WEEKDAY}: type 1 counts from Sunday 1, 2 from Monday 1, 3 from Monday 0, 11 to 17. */
  private static Object weekday(Object[] values) throws CellError {
    int fromSunday = Math.floorMod(checked(values[0]) - 1, 7);
    int type = values.length > 1 ? Coerce.integer(values[1]) : 1;
    if (type == 3) {
      return (double) Math.floorMod(fromSunday - 1, 7);
    }
    int start = type == 1 ? 0 : type == 2 ? 1 : type - 10;
    if (type < 1 || type > 17 || (type > 3 && type < 11)) {
      throw CellError.NUM;
    }
    return (double) (Math.floorMod(fromSunday - start, 7) + 1);
  }

  private static int checked(Object value) throws CellError {
    int serial = Coerce.integer(value);
    if (serial < 0 || serial > LAST) {
      throw CellError.NUM;
    }
    return serial;
  }
}
