package io.ballast.workbook;

import static io.ballast.workbook.PriceRows.FIRST;
import static io.ballast.workbook.PriceRows.HEADER;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sheet with one row for each row of the sheet Returns, whose columns' formulas name each other.
 *
 * <p>In a formula {@code {n}} stands for that column's cell in the same row, {@code {n:before}} for
 * the one in the row above (in the first row that is the heading, a text: {@code N()} makes it 0)
 * and {@code {n:all}} for all of its cells. The columns {@code row}, counted from 1 as in {@code
 * portfolio_returns}, and {@code date} are always there.
 */
final class DailySheet {
  private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)(:before|:all)?}");

  private final Book book;
  private final Sheet sheet;
  private final int last;
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * Writes the title and the columns {@code row} and {@code date}.
   *
   * @param room of the sheet Returns
   */
  DailySheet(Book book, Frame frame, Sheet sheet, String title, Room room) {
    this.book = book;
    this.sheet = sheet;
    this.last = FIRST + room.days() - 1;
    frame.head(sheet, title);
    write("row", "Row", Style.Format.INTEGER, "ROW(A" + (FIRST + 1) + ")-" + FIRST);
    write("date", "Date", Style.Format.DATE, "INDEX(return_dates,{row})");
    sheet.freeze(FIRST, 2);
    sheet.portrait();
    sheet.repeatRow(HEADER);
    sheet.lock();
  }

  /** A line of explanation above the headings. */
  DailySheet note(String text) {
    sheet.set(3, 0, text, Style.SUBTITLE);
    return this;
  }

  /** Adds a column to the right of the others; rows without a date show empty text. */
  DailySheet add(String key, String header, Style.Format format, String formula) {
    return write(key, header, format, "IF({date}=\"\",\"\"," + formula + ")");
  }

  private DailySheet write(String key, String header, Style.Format format, String formula) {
    int column = columns.size();
    if (columns.put(key, column) != null) {
      throw new IllegalArgumentException("column named twice: " + key);
    }
    sheet.set(HEADER, column, header, Style.HEADER);
    sheet.fill(FIRST, column, last, column, expanded(formula), Style.calculated(format));
    sheet.width(column, column, 13);
    return this;
  }

  /** Adds a column and gives its cells a name. */
  DailySheet named(String name, String header, Style.Format format, String formula) {
    add(name, header, format, formula);
    book.name(name, Chart.Block.column(sheet, FIRST, last, column(name)));
    return this;
  }

  /** The absolute address of all cells of a column, for formulas on any sheet. */
  String address(String key) {
    return sheet.column(FIRST, last, column(key));
  }

  private String expanded(String formula) {
    Matcher matcher = REFERENCE.matcher(formula);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      int column = column(matcher.group(1));
      String letter = "$" + A1.column(column);
      String address =
          matcher.group(2) == null
              ? letter + (FIRST + 1)
              : matcher.group(2).equals(":before")
                  ? letter + FIRST
                  : A1.absolute(FIRST, column, last, column);
      matcher.appendReplacement(text, Matcher.quoteReplacement(address));
    }
    return matcher.appendTail(text).toString();
  }

  private int column(String key) {
    Integer column = columns.get(key);
    if (column == null) {
      throw new IllegalArgumentException("no such column: " + key);
    }
    return column;
  }
}
