package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.time.LocalDate;
import java.util.List;

/**
 * The sheet Prices of a workbook that needs daily bars: open, high, low and close side by side for
 * each asset, with room for more.
 *
 * <p>Names for formulas: {@code price_dates}, {@code price_assets} (the assets' names, one a row,
 * blank where a place is free) and {@code bars} (all prices; an asset's high, low and close are in
 * the columns after its open).
 */
final class StopBars {
  /** The row of the headings on every sheet with one row per day. */
  static final int HEADER = 5;

  /** The row of the first bar on every sheet with one row per day. */
  static final int FIRST = 6;

  /** How many days are kept: stops need no more. */
  static final int DAYS = 260;

  private static final int NAMES = 4;
  private static final int LEAST_BARS = 14;
  private static final List<String> FIELDS = List.of("open", "high", "low", "close");

  private final Sheet sheet;
  private final Room room;
  private final int last;
  private final List<Holding> holdings;
  private final PriceTable prices;
  private final int from;
  private final int end;

  /**
   * Fills the sheet with the latest days up to the as-of date.
   *
   * @param portfolio with its as-of date resolved and a price of every holding on it
   * @throws PortfolioException if an asset has too few complete bars for an average true range
   */
  StopBars(Book book, Frame frame, Sheet sheet, Portfolio portfolio, Room least)
      throws PortfolioException {
    this.sheet = sheet;
    this.prices = portfolio.prices();
    this.holdings = portfolio.holdings();
    this.end = prices.dates().indexOf(portfolio.settings().asOf());
    this.from = Math.max(0, end - DAYS + 1);
    int count = holdings.size();
    this.room =
        new Room(
            Math.max(count, least.holdings()),
            Math.max(count, least.assets()),
            Math.min(DAYS, Math.max(end - from + 1, least.days())));
    this.last = FIRST + room.days() - 1;
    for (Holding holding : holdings) {
      requireBars(holding.asset());
    }
    frame.head(sheet, "Prices: daily open, high, low and close, UTC");
    headings();
    days();
    sheet.width(0, 0, 13);
    sheet.width(1, columns(), 12);
    sheet.freeze(FIRST, 1);
    sheet.repeatRow(HEADER);
    book.name("price_dates", Chart.Block.column(sheet, FIRST, last, 0));
    book.name("bars", new Chart.Block(sheet, FIRST, 1, last, columns()));
  }

  private int columns() {
    return FIELDS.size() * room.assets();
  }

  private void headings() {
    sheet.set(
        3,
        0,
        prices.hasBars()
            ? "Newest at the bottom; leave a cell empty where there is no price. The name of each"
                + " asset stands once, above its open."
            : "Only closing prices were given: open, high and low repeat the close, so that the true"
                + " range is the move from close to close and ATR stops lie nearer than with real"
                + " bars.",
        Style.SUBTITLE);
    sheet.set(NAMES, 0, "Asset", Style.HEADER);
    sheet.set(HEADER, 0, "Date", Style.HEADER);
    for (int a = 0; a < room.assets(); a++) {
      int column = 1 + FIELDS.size() * a;
      sheet.set(
          NAMES, column, a < holdings.size() ? holdings.get(a).asset() : null, Style.HEADER_INPUT);
      String name = A1.absolute(NAMES, column);
      for (int f = 0; f < FIELDS.size(); f++) {
        sheet.formula(
            HEADER,
            column + f,
            "IF(" + name + "=\"\",\"\"," + name + "&\" " + FIELDS.get(f) + "\")",
            Style.HEADER);
      }
    }
  }

  private void days() {
    Style date = Style.input(Style.Format.DATE);
    Style price = Style.input(Style.Format.PRICE);
    for (int t = 0; t < room.days(); t++) {
      boolean used = from + t <= end;
      if (used) {
        LocalDate day = prices.dates().get(from + t);
        sheet.date(FIRST + t, 0, day, date);
      } else {
        sheet.set(FIRST + t, 0, null, date);
      }
      for (int a = 0; a < room.assets(); a++) {
        double[][] bars = a < holdings.size() ? bars(holdings.get(a).asset()) : null;
        for (int f = 0; f < FIELDS.size(); f++) {
          double value = used && bars != null ? bars[f][from + t] : Double.NaN;
          sheet.set(
              FIRST + t,
              1 + FIELDS.size() * a + f,
              Double.isNaN(value) ? null : (Double) value,
              price);
        }
      }
    }
    sheet.add(
        new Rule.Between(
            new Chart.Block(sheet, FIRST, 1, last, columns()),
            1e-300,
            1e300,
            "A price is a number above 0, or an empty cell where there is none."));
    sheet.add(
        new Rule.DateEntry(
            Chart.Block.column(sheet, FIRST, last, 0), "A date; the newest at the bottom."));
  }

  /** Open, high, low and close of an asset; the close for each where no bars are given. */
  private double[][] bars(String asset) {
    int column = prices.column(asset);
    double[] close = prices.close()[column];
    return prices.hasBars()
        ? new double[][] {prices.open()[column], prices.high()[column], prices.low()[column], close}
        : new double[][] {close, close, close, close};
  }

  private void requireBars(String asset) throws PortfolioException {
    double[][] bars = bars(asset);
    int complete = 0;
    for (int t = from; t <= end; t++) {
      boolean missing =
          Double.isNaN(bars[1][t]) || Double.isNaN(bars[2][t]) || Double.isNaN(bars[3][t]);
      complete += missing ? 0 : 1;
    }
    if (complete < LEAST_BARS) {
      throw new PortfolioException(
          "asset",
          asset + " with prices on " + complete + " days up to " + prices.dates().get(end),
          "at least " + LEAST_BARS + " days, for the average true range");
    }
  }

  /** The room of the workbook: holdings, assets with bars, and days. */
  Room room() {
    return room;
  }

  /** The row of the last bar. */
  int last() {
    return last;
  }

  /**
   * Lists the names of the assets, one a row, for choosing from and for finding their columns.
   *
   * @return the row below
   */
  int list(Book book, Sheet on, int row) {
    on.set(row, 0, "Assets with prices", Style.SECTION);
    Frame.headers(on, row + 1, 0, "Asset of the sheet Prices");
    int first = row + 2;
    for (int a = 0; a < room.assets(); a++) {
      String name = sheet.at(NAMES, 1 + FIELDS.size() * a);
      on.formula(first + a, 0, "IF(" + name + "=\"\",\"\"," + name + ")", Style.LABEL);
    }
    int end = first + room.assets() - 1;
    book.name("price_assets", Chart.Block.column(on, first, end, 0));
    return end + 2;
  }

  /**
   * The column of an asset's open within {@code bars}, counted from 1.
   *
   * @param name the address of the asset's name, not empty
   */
  static String position(String name) {
    return "SUMPRODUCT((price_assets="
        + name
        + ")*("
        + FIELDS.size()
        + "*(ROW(price_assets)-MIN(ROW(price_assets)))+1))";
  }

  /** Checks of the bars. */
  void checks(Frame frame) {
    String later = sheet.column(FIRST + 1, last, 0);
    frame.check(
        "The dates rise without repeats (oldest at the top)",
        "SUMPRODUCT(("
            + later
            + "<>\"\")*("
            + later
            + "<="
            + sheet.column(FIRST, last - 1, 0)
            + "))=0");
    frame.check(
        "The dates have no empty row between them",
        "MAX((price_dates<>\"\")*(ROW(price_dates)-" + FIRST + "))=COUNT(price_dates)");
    frame.check("No price is zero or negative", "COUNTIF(bars,\"<=0\")=0");
    frame.check("Every price is a number", "COUNT(bars)=COUNTA(bars)");
    frame.check(
        "Each priced asset has one place",
        "SUM((price_assets=TRANSPOSE(price_assets))*(price_assets<>\"\"))"
            + "=SUM(--(price_assets<>\"\"))");
  }
}
