package io.ballast.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads dates and times as people and programs write them: ISO 8601 with and without time and
 * offset, year first with other separators or none, day or month first, months by name, and counts
 * of seconds, milliseconds, microseconds or nanoseconds since 1970. A time without an offset is
 * UTC.
 */
final class TimeReader {
  /** What a text says that is no time. */
  static final long NONE = Long.MIN_VALUE;

  /** What a text says whose day and month cannot be told apart without the rest of the column. */
  static final long UNDECIDED = Long.MIN_VALUE + 1;

  static final int DAY = 86_400;

  /** How a time was written. */
  enum Kind {
    ISO("dates such as 2024-01-31"),
    COMPACT("dates such as 20240131"),
    NUMERIC("dates such as 31/01/2024"),
    NAMED("dates such as 31 Jan 2024"),
    SECONDS("seconds since 1970"),
    MILLISECONDS("milliseconds since 1970"),
    MICROSECONDS("microseconds since 1970"),
    NANOSECONDS("nanoseconds since 1970"),
    PATTERN("dates of the given format");

    final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean isCount() {
      return this == SECONDS || this == MILLISECONDS || this == MICROSECONDS || this == NANOSECONDS;
    }
  }

  /** Which of day and month comes first in numeric dates. */
  enum Order {
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST
  }

  private static final int FIRST_YEAR = 1800;
  private static final int LAST_YEAR = 2199;
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ru");
  private static final Map<String, Integer> MONTHS = months();

  private final DateTimeFormatter pattern;
  private final Order order;

  /** How the last time was written. */
  private Kind kind;

  /** Of the last numeric date: the first two of its numbers. */
  private int first;

  private int second;
  private int offset;
  private boolean hasTime;

  private char[] text;
  private int at;
  private int end;

  /**
   * @param dateFormat null to recognise dates
   */
  TimeReader(String dateFormat, Order order) {
    this.pattern = dateFormat == null ? null : PriceOptions.formatter(dateFormat);
    this.order = order;
  }

  Kind kind() {
    return kind;
  }

  int first() {
    return first;
  }

  int second() {
    return second;
  }

  /** Seconds by which the last time was ahead of UTC. */
  int offset() {
    return offset;
  }

  /** Whether the last one had a time of day. */
  boolean hasTime() {
    return hasTime;
  }

  long read(String field) {
    return read(field.toCharArray(), 0, field.length());
  }

  /** Seconds since 1970-01-01 UTC, {@link #NONE} or {@link #UNDECIDED}. */
  long read(char[] source, int from, int to) {
    text = source;
    at = from;
    end = to;
    offset = 0;
    hasTime = false;
    if (pattern != null) {
      return byPattern();
    }
    if (from == to) {
      return NONE;
    }
    if (isDigit(source[from])) {
      int digits = digits(from);
      if (digits == 4 && from + 4 < to && isDateSeparator(source[from + 4])) {
        return yearFirst();
      }
      if (digits == 8
          && (from + 8 == to || !isDigit(source[from + 8]) && source[from + 8] != '.')) {
        return compact();
      }
      if (digits >= 9) {
        return count();
      }
      if (digits <= 2) {
        return digitsFirst();
      }
      // A count of seconds as a program writes a large number: 1.5029E9.
      return digits == 1 ? count() : NONE;
    }
    return monthFirst();
  }

  private long byPattern() {
    kind = Kind.PATTERN;
    try {
      TemporalAccessor parsed =
          pattern.parseBest(
              new String(text, at, end - at),
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      if (parsed instanceof OffsetDateTime time) {
        offset = time.getOffset().getTotalSeconds();
        hasTime = true;
        return time.toEpochSecond();
      }
      if (parsed instanceof LocalDateTime time) {
        hasTime = true;
        return time.toEpochSecond(ZoneOffset.UTC);
      }
      return ((LocalDate) parsed).toEpochDay() * DAY;
    } catch (DateTimeParseException e) {
      return NONE;
    }
  }

  private long yearFirst() {
    kind = Kind.ISO;
    int year = number(4);
    char separator = text[at++];
    int month = shortNumber();
    if (month < 0 || at >= end || text[at] != separator) {
      return NONE;
    }
    at++;
    int day = shortNumber();
    return day < 0 ? NONE : withTime(year, month, day);
  }

  private long compact() {
    kind = Kind.COMPACT;
    int year = number(4);
    int month = number(2);
    return withTime(year, month, number(2));
  }

  /** 31/01/2024, 01/31/2024, 31.01.2024, 31-Jan-24, 31 January 2024, or a count with exponent. */
  private long digitsFirst() {
    int start = at;
    int one = shortNumber();
    if (at >= end) {
      return NONE;
    }
    char separator = text[at];
    if (separator == '.' && isExponent(at)) {
      at = start;
      return count();
    }
    boolean dot = separator == '.';
    skipSeparators();
    if (at < end && !isDigit(text[at])) {
      kind = Kind.NAMED;
      int month = monthName();
      if (month == 0) {
        return NONE;
      }
      skipSeparators();
      int year = year();
      return year < 0 ? NONE : withTime(year, month, one);
    }
    int two = shortNumber();
    if (two < 0 || at >= end || text[at] != separator || !isDateSeparator(separator)) {
      return NONE;
    }
    at++;
    int year = year();
    if (year < 0) {
      return NONE;
    }
    kind = Kind.NUMERIC;
    first = one;
    second = two;
    if (dot) {
      // Nobody writes the month first with points.
      first = 31;
      second = 1;
      return withTime(year, two, one);
    }
    return switch (order) {
      case DAY_FIRST -> withTime(year, two, one);
      case MONTH_FIRST -> withTime(year, one, two);
      case UNKNOWN -> {
        boolean either =
            withTime(year, Math.min(one, two), Math.max(one, two)) != NONE || one == two;
        yield either ? UNDECIDED : NONE;
      }
    };
  }

  /** January 31, 2024, also behind the name of a weekday. */
  private long monthFirst() {
    kind = Kind.NAMED;
    int month = monthName();
    if (month == 0) {
      // Perhaps a weekday: Wed, 31 Jan 2024 or Wednesday, January 31, 2024.
      skipSeparators();
      if (at < end && isDigit(text[at])) {
        return digits(at) <= 2 && at > 0 ? dayThenName() : NONE;
      }
      month = monthName();
      if (month == 0) {
        return NONE;
      }
    }
    skipSeparators();
    int day = shortNumber();
    if (day < 0) {
      return NONE;
    }
    skipSeparators();
    int year = year();
    return year < 0 ? NONE : withTime(year, month, day);
  }

  private long dayThenName() {
    int day = shortNumber();
    skipSeparators();
    int month = monthName();
    skipSeparators();
    int year = year();
    return month == 0 || year < 0 ? NONE : withTime(year, month, day);
  }

  private long count() {
    if (end - at > NumberReader.LONGEST) {
      return NONE;
    }
    double value;
    try {
      value = Double.parseDouble(new String(text, at, end - at));
    } catch (NumberFormatException e) {
      return NONE;
    }
    hasTime = true;
    if (!(value >= 1e8 && value < 7.3e18)) {
      return NONE;
    }
    // 7.3 thousand million seconds reach the year 2200.
    if (value < 7.3e9) {
      kind = Kind.SECONDS;
      return (long) value;
    }
    if (value >= 1e11 && value < 7.3e12) {
      kind = Kind.MILLISECONDS;
      return (long) (value / 1e3);
    }
    if (value >= 1e14 && value < 7.3e15) {
      kind = Kind.MICROSECONDS;
      return (long) (value / 1e6);
    }
    if (value >= 1e17) {
      kind = Kind.NANOSECONDS;
      return (long) (value / 1e9);
    }
    return NONE;
  }

  /** The seconds of a date and of the time behind it, if there is one. */
  private long withTime(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
      return NONE;
    }
    if (day > 28 && day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return NONE;
    }
    long seconds = epochDay(year, month, day) * DAY;
    if (at == end) {
      return seconds;
    }
    char c = text[at];
    if (c == 'Z' && at + 1 == end) {
      return seconds;
    }
    if (c != 'T' && c != ' ' && c != ',' && c != ';') {
      return NONE;
    }
    skipSeparators();
    int time = timeOfDay();
    return time < 0 ? NONE : seconds + time - offset;
  }

  /** The second of the day; sets the offset; −1 if it is none. */
  private int timeOfDay() {
    hasTime = true;
    if (at < end && text[at] == 'T') {
      at++;
    }
    int hour = shortNumber();
    int minute = 0;
    int second = 0;
    if (hour < 0) {
      return -1;
    }
    if (at < end && text[at] == ':') {
      at++;
      minute = shortNumber();
      if (at < end && text[at] == ':') {
        at++;
        second = shortNumber();
        if (at < end && (text[at] == '.' || text[at] == ',')) {
          at++;
          int digits = digits(at);
          if (digits == 0) {
            return -1;
          }
          at += digits;
        }
      }
    } else if (at >= end || text[at] != '-' && text[at] != ' ') {
      return -1;
    }
    while (at < end
        && (text[at] == ' ' || text[at] == '-' && at + 1 < end && !isDigit(text[at + 1]))) {
      at++;
    }
    if (at + 1 < end && (text[at + 1] == 'M' || text[at + 1] == 'm')) {
      boolean pm = text[at] == 'P' || text[at] == 'p';
      if (!pm && text[at] != 'A' && text[at] != 'a' || hour < 1 || hour > 12) {
        return -1;
      }
      hour = hour % 12 + (pm ? 12 : 0);
      at += 2;
      while (at < end && text[at] == ' ') {
        at++;
      }
    }
    if (hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return -1;
    }
    return zone() ? hour * 3600 + minute * 60 + second : -1;
  }

  private boolean zone() {
    if (at == end) {
      return true;
    }
    char c = text[at];
    if (c == '+' || c == '-') {
      at++;
      int hours = digits(at) == 4 ? number(2) : shortNumber();
      int minutes = 0;
      if (at < end) {
        if (text[at] == ':') {
          at++;
        }
        minutes = shortNumber();
      }
      if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || at != end) {
        return false;
      }
      offset = (c == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
      return true;
    }
    String name = new String(text, at, end - at).toUpperCase(Locale.ROOT);
    return name.equals("Z") || name.equals("UTC") || name.equals("GMT") || name.equals("(UTC)");
  }

  /**
   * The second of the day in a column of its own: 15:30, 15:30:00, 153000 or 1530; −1 if it is
   * none.
   */
  int readTimeOfDay(String field) {
    text = field.toCharArray();
    at = 0;
    end = text.length;
    offset = 0;
    int digits = digits(0);
    if (digits == end && digits >= 3 && digits <= 6) {
      int value = number(digits);
      int clock = digits <= 4 ? value * 100 : value;
      boolean fits = clock / 10000 < 24 && clock / 100 % 100 < 60 && clock % 100 < 60;
      return fits ? clock / 10000 * 3600 + clock / 100 % 100 * 60 + clock % 100 : -1;
    }
    return field.equals("0") ? 0 : timeOfDay();
  }

  private int year() {
    int digits = digits(at);
    if (digits == 4) {
      return number(4);
    }
    if (digits == 2) {
      int year = number(2);
      return year < 70 ? 2000 + year : 1900 + year;
    }
    return -1;
  }

  private int monthName() {
    int start = at;
    while (at < end && (Character.isLetter(text[at]) || text[at] == '.')) {
      at++;
    }
    String name = Words.plain(new String(text, start, at - start));
    return MONTHS.getOrDefault(name, 0);
  }

  private void skipSeparators() {
    while (at < end && (text[at] == ' ' || isDateSeparator(text[at]) || text[at] == ',')) {
      at++;
    }
  }

  private boolean isExponent(int dot) {
    for (int i = dot; i < end; i++) {
      if (text[i] == 'E' || text[i] == 'e') {
        return true;
      }
    }
    return false;
  }

  private static boolean isDateSeparator(char c) {
    return c == '-' || c == '/' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int digits(int from) {
    int i = from;
    while (i < end && isDigit(text[i])) {
      i++;
    }
    return i - from;
  }

  /** The number of one or two digits here, −1 if there is none. */
  private int shortNumber() {
    int digits = digits(at);
    return digits == 1 || digits == 2 ? number(digits) : -1;
  }

  private int number(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = 10 * value + text[at++] - '0';
    }
    return value;
  }

  /** Days since 1970-01-01 in the Gregorian calendar; see {@link LocalDate#toEpochDay}. */
  private static long epochDay(int year, int month, int day) {
    // Years that begin in March put the leap day last (Hinnant 2013, days_from_civil).
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> result = new HashMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.SHORT,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT_STANDALONE)) {
          result.putIfAbsent(Words.plain(month.getDisplayName(style, locale)), month.getValue());
        }
      }
    }
    result.put("sept", 9);
    return result;
  }

  /** The UTC date of a time. */
  static LocalDate date(long seconds) {
    return LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
  }

  /** A time for messages: the date alone at midnight. */
  static String shown(long seconds) {
    return Math.floorMod(seconds, DAY) == 0
        ? date(seconds).toString()
        : LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC) + "Z";
  }
}
