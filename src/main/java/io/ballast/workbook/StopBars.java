package io.ballast.workbook;

import static io.ballast.workbook.PriceRows.HEADER;

import io.ballast.market.PriceTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sheet Prices of a workbook that needs daily bars: open, high, low and close side by side for
 * each asset, with room for more.
 *
 * <p>Names for formulas: {@code price_dates}, {@code price_assets} (the assets' names, one a row,
 * blank where a place is free) and {@code bars} (all prices; an asset's high, low and close are in
 * the columns after its open).
 */
final class StopBars {
  /** How many days are kept: stops need no more. */
  static final int DAYS = 260;

  private static final int NAMES = 4;
  private static final int LEAST_BARS = 14;
  private static final List<String> FIELDS = List.of("open", "high", "low", "close");

  private final Sheet sheet;
  private final Room room;
  private final PriceRows rows;
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
    for (Holding holding : holdings) {
      requireBars(holding.asset());
    }
    frame.head(sheet, "Prices: daily open, high, low and close, UTC");
    this.rows = new PriceRows(sheet, room.days(), FIELDS.size() * room.assets());
    headings();
    List<double[]> series =
        holdings.stream().flatMap(holding -> Stream.of(bars(holding.asset()))).toList();
    rows.write(prices.dates().subList(from, end + 1), series, from);
    sheet.width(0, 0, 13);
    sheet.width(1, FIELDS.size() * room.assets(), 12);
    book.name("price_dates", rows.dates());
    book.name("bars", rows.prices());
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
    return rows.last();
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
    rows.checks(frame, "bars", "place");
  }
}
