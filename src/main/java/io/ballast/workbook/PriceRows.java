package io.ballast.workbook;

import java.time.LocalDate;
import java.util.List;

/**
 * The rows of a sheet Prices, one a day: dates in the first column, prices to the right, oldest at
 * the top; rows and columns that are not used stay blank for more. Names for formulas: {@code
 * price_dates} and one for all prices.
 */
final class PriceRows {
  /** The row of the headings on every sheet with one row per day. */
  static final int HEADER = 5;

  /** The row of the first day on every sheet with one row per day. */
  static final int FIRST = 6;

  private final Sheet sheet;
  private final int last;
  private final int columns;

  /**
   * Sets the sheet up.
   *
   * @param days how many rows there are, two or more
   * @param columns how many columns of prices there are
   */
  PriceRows(Sheet sheet, int days, int columns) {
    this.sheet = sheet;
    this.last = FIRST + days - 1;
    this.columns = columns;
    sheet.set(HEADER, 0, "Date", Style.HEADER);
    sheet.freeze(FIRST, 1);
    sheet.repeatRow(HEADER);
    sheet.add(
        new Rule.Between(
            prices(),
            1e-300,
            1e300,
            "A price is a number above 0, or an empty cell where there is none."));
    sheet.add(new Rule.DateEntry(dates(), "A date; the newest at the bottom."));
  }

  /**
   * Writes dates and prices.
   *
   * @param dates at most as many as there are rows
   * @param series the prices of each column, NaN where there is none; columns beyond them stay
   *     blank
   * @param from the index of the first date's price in each of them
   */
  void write(List<LocalDate> dates, List<double[]> series, int from) {
    Style date = Style.input(Style.Format.DATE);
    Style price = Style.input(Style.Format.PRICE);
    for (int t = 0; t <= last - FIRST; t++) {
      boolean used = t < dates.size();
      if (used) {
        sheet.date(FIRST + t, 0, dates.get(t), date);
      } else {
        sheet.set(FIRST + t, 0, null, date);
      }
      for (int c = 0; c < columns; c++) {
        double value = used && c < series.size() ? series.get(c)[from + t] : Double.NaN;
        sheet.set(FIRST + t, c + 1, Double.isNaN(value) ? null : (Double) value, price);
      }
    }
  }

  /** The row of the last day. */
  int last() {
    return last;
  }

  /** The cells of the dates. */
  Chart.Block dates() {
    return Chart.Block.column(sheet, FIRST, last, 0);
  }

  /** The cells of all prices. */
  Chart.Block prices() {
    return new Chart.Block(sheet, FIRST, 1, last, columns);
  }

  /**
   * Checks what is entered.
   *
   * @param prices the name of {@link #prices}
   * @param place what an asset has one of on the sheet
   */
  void checks(Frame frame, String prices, String place) {
    String later = sheet.column(FIRST + 1, last, 0);
    String earlier = sheet.column(FIRST, last - 1, 0);
    frame.check(
        "The dates rise without repeats (oldest at the top)",
        "SUMPRODUCT((" + later + "<>\"\")*(" + later + "<=" + earlier + "))=0");
    frame.check(
        "The dates have no empty row between them",
        "MAX((price_dates<>\"\")*(ROW(price_dates)-" + FIRST + "))=COUNT(price_dates)");
    frame.check("No price is zero or negative", "COUNTIF(" + prices + ",\"<=0\")=0");
    frame.check("Every price is a number", "COUNT(" + prices + ")=COUNTA(" + prices + ")");
    frame.check(
        "Each priced asset has one " + place,
        "SUM((price_assets=TRANSPOSE(price_assets))*(price_assets<>\"\"))"
            + "=SUM(--(price_assets<>\"\"))");
  }
}
