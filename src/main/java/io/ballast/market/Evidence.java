package io.ballast.market;

/**
 * What all dates and numbers of a file say about how they are written: day or month first, decimal
 * point or comma.
 */
final class Evidence implements RowSource.Sink {
  private final String file;
  private final Layout layout;
  private final PriceOptions options;
  private final TimeReader times;
  private final NumberReader numbers = new NumberReader((char) 0);

  private long rowsSeen;
  private long ambiguousDate;
  private String dateExample = "";
  private long dayFirst;
  private long monthFirst;
  private long ambiguousNumber;
  private String numberExample = "";
  private long point;
  private long comma;

  Evidence(String file, Layout layout, PriceOptions options) {
    this.file = file;
    this.layout = layout;
    this.options = options;
    this.times = new TimeReader(options.dateFormat(), TimeReader.Order.UNKNOWN);
  }

  @Override
  public boolean accept(Row row) {
    if (rowsSeen++ < layout.firstRow()) {
      return true;
    }
    if (layout.time() < row.size()) {
      date(row);
    }
    for (Layout.Group group : layout.groups()) {
      for (int column : group.columns()) {
        if (column >= 0 && column < row.size() && !row.isBlank(column)) {
          number(row, column);
        }
      }
    }
    return true;
  }

  private void date(Row row) {
    int column = layout.time();
    if (times.read(row.text, row.start(column), row.end(column)) != TimeReader.UNDECIDED) {
      return;
    }
    if (times.first() > 12) {
      dayFirst = dayFirst == 0 ? row.line() : dayFirst;
    } else if (times.second() > 12) {
      monthFirst = monthFirst == 0 ? row.line() : monthFirst;
    }
    if (ambiguousDate == 0) {
      ambiguousDate = row.line();
      dateExample = row.field(column);
    }
  }

  private void number(Row row, int column) {
    String text = row.field(column);
    char sign = NumberReader.decimalOf(text);
    if (sign == '.') {
      point = point == 0 ? row.line() : point;
    } else if (sign == ',') {
      comma = comma == 0 ? row.line() : comma;
    }
    if (ambiguousNumber == 0 && numbers.read(text) == NumberReader.UNDECIDED) {
      ambiguousNumber = row.line();
      numberExample = text;
    }
  }

  /** Which of day and month comes first. */
  TimeReader.Order order() throws MarketException {
    if (dayFirst > 0 && monthFirst > 0) {
      throw new MarketException(
          ("%s: found dates with the day first (row %d) and dates with the month first (row %d),"
                  + " expected one way in the whole column")
              .formatted(file, dayFirst, monthFirst));
    }
    if (dayFirst > 0) {
      return TimeReader.Order.DAY_FIRST;
    }
    if (monthFirst > 0) {
      return TimeReader.Order.MONTH_FIRST;
    }
    if (ambiguousDate > 0) {
      throw new MarketException(
          ("%s: row %d: found the date %s, and none in the column that tells whether day or month comes"
                  + " first; expected --date-format dd/MM/yyyy or MM/dd/yyyy")
              .formatted(file, ambiguousDate, Fields.shown(dateExample)));
    }
    return TimeReader.Order.UNKNOWN;
  }

  /** The decimal sign. */
  char decimal() throws MarketException {
    if (options.decimal() != null) {
      return options.decimal();
    }
    if (ambiguousNumber == 0) {
      return 0;
    }
    if (point > 0 && comma > 0) {
      throw new MarketException(
          ("%s: found numbers with a decimal point (row %d) and numbers with a decimal comma (row"
                  + " %d), expected one way in the whole file, or --decimal . or --decimal ,")
              .formatted(file, point, comma));
    }
    if (point > 0) {
      return '.';
    }
    if (comma > 0) {
      return ',';
    }
    throw new MarketException(
        ("%s: row %d: found the number %s, and none in the file that tells whether its comma is a"
                + " decimal comma; expected --decimal . or --decimal ,")
            .formatted(file, ambiguousNumber, Fields.shown(numberExample)));
  }
}
