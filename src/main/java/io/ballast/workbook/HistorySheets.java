package io.ballast.workbook;

import static io.ballast.workbook.PriceRows.FIRST;
import static io.ballast.workbook.PriceRows.HEADER;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The sheets Prices and Returns of a portfolio held at today's weights, with room for more assets
 * and days than are used.
 *
 * <p>A return is shown only where every asset held has a price on that day and the day before, so
 * that all figures rest on the same days. A gap is empty text, which built-in functions and ours
 * skip.
 *
 * <p>Names for formulas: {@code price_dates}, {@code price_assets}, {@code price_block} (all of the
 * room), {@code return_dates}, {@code asset_returns} (one column for each asset held), {@code
 * benchmark_returns}, {@code portfolio_returns}, {@code wealth}, {@code drawdowns} (at most 0).
 */
final class HistorySheets {
  /** For the first day's row, to be filled down: which day it is, from 1. */
  private static final String DAY = "ROW($A" + (FIRST + 1) + ")-" + FIRST;

  private static final int FLAG = 2;

  /** The column of the first asset's returns. */
  static final int FIRST_ASSET = 3;

  private final Book book;
  private final Sheet prices;
  private final Sheet returns;
  private final Room room;
  private final PriceRows rows;
  private final int last;

  /**
   * Adds both sheets.
   *
   * @param book has the names {@code as_of}, {@code lookback_days}, {@code benchmark}, {@code
   *     holding_slots} and {@code asset_count}
   * @param frame for the titles
   * @param table the prices to show, oldest first
   * @param room at least as large as the table
   * @param columns has the columns {@code in_asset} and {@code weight}; is given {@code returns},
   *     the daily returns of an asset
   */
  HistorySheets(Book book, Frame frame, PriceTable table, Room room, Columns columns) {
    this.book = book;
    this.room = room;
    this.prices = book.sheet("Prices");
    this.rows = new PriceRows(prices, room.days(), room.assets());
    this.last = rows.last();
    this.returns = book.sheet("Returns");
    writePrices(frame, table);
    writeReturns(frame, columns);
    columns.placeAcross("returns", returns, FIRST, last, FIRST_ASSET);
  }

  /**
   * Adds the sheet Prices alone, for a workbook that measures no returns.
   *
   * @param room at least as large as the table, with two days or more
   */
  HistorySheets(Book book, Frame frame, PriceTable table, Room room) {
    this.book = book;
    this.room = room;
    this.prices = book.sheet("Prices");
    this.rows = new PriceRows(prices, room.days(), room.assets());
    this.last = rows.last();
    this.returns = null;
    writePrices(frame, table);
  }

  private void writePrices(Frame frame, PriceTable table) {
    frame.head(prices, "Prices: daily close, UTC");
    int count = room.assets();
    prices.set(3, 0, "Held (1) or not (0)", Style.LABEL);
    prices.fill(
        3,
        1,
        3,
        count,
        "IF(B6=\"\",0,IF(SUMPRODUCT(--(holding_slots=B6))>0,1,0))",
        Style.calculated(Style.Format.INTEGER));
    prices.set(4, 0, "Days with a price", Style.LABEL);
    prices.fill(
        4,
        1,
        4,
        count,
        "COUNT(" + A1.block(FIRST, 1, last, 1) + ")",
        Style.calculated(Style.Format.INTEGER));
    for (int a = 0; a < count; a++) {
      boolean used = a < table.assets().size();
      prices.set(HEADER, a + 1, used ? table.assets().get(a) : null, Style.HEADER_INPUT);
    }
    rows.write(table.dates(), List.of(table.close()), 0);
    prices.width(0, 0, 20);
    prices.width(1, count, 13);
    book.name("price_dates", rows.dates());
    book.name("price_assets", new Chart.Block(prices, HEADER, 1, HEADER, count));
    book.name("price_held", new Chart.Block(prices, 3, 1, 3, count));
    book.name("price_block", rows.prices());
  }

  private void writeReturns(Frame frame, Columns columns) {
    frame.head(returns, "Returns: simple, per day, at today's weights");
    int slots = room.holdings();
    Style whole = Style.calculated(Style.Format.INTEGER);
    returns.set(3, 0, "Price column", Style.LABEL);
    returns.set(4, 0, "Weight", Style.LABEL);
    Frame.headers(returns, HEADER, 0, "Date", "All priced", "Return");
    for (int i = 0; i < slots; i++) {
      String asset = columns.at("in_asset", i);
      String blank = "IF(" + asset + "=\"\",\"\",";
      int column = FIRST_ASSET + i;
      returns.formula(3, column, blank + position(asset) + ")", whole);
      returns.formula(
          4, column, "N(" + columns.at("weight", i) + ")", Style.calculated(Style.Format.SHARE));
      returns.formula(HEADER, column, blank + asset + ")", Style.HEADER);
    }
    int benchmark = FIRST_ASSET + slots;
    returns.formula(3, benchmark, position("benchmark"), whole);
    returns.formula(HEADER, benchmark, "\"Benchmark: \"&benchmark", Style.HEADER);
    Frame.headers(returns, HEADER, benchmark + 1, "Portfolio", "Wealth", "Peak", "Drawdown");

    // Names rather than addresses of the other sheet: so a filled column is stored once.
    returns.fill(FIRST, 0, last, 0, date(), Style.calculated(Style.Format.DATE));
    returns.fill(
        FIRST,
        1,
        last,
        1,
        "IF(ISNUMBER($A7),IF(AND($A7<=as_of,OR(lookback_days=0,$A7>=as_of-lookback_days),"
            + "SUMPRODUCT(ISNUMBER(INDEX(price_block,"
            + DAY
            + ",0))*price_held)=SUM(price_held)),1,0),0)",
        whole);
    returns.fill(FIRST, FLAG, last, FLAG, "$B7*N($B6)", whole);
    Style percent = Style.calculated(Style.Format.PERCENT2);
    returns.fill(
        FIRST,
        FIRST_ASSET,
        last,
        benchmark - 1,
        "IF($C7*N(D$4)>0," + price(0, "D$4") + "/" + price(-1, "D$4") + "-1,\"\")",
        percent);
    String b = A1.column(benchmark) + "$4";
    returns.fill(
        FIRST,
        benchmark,
        last,
        benchmark,
        "IF($C7*N("
            + b
            + ")>0,IF(ISNUMBER("
            + price(0, b)
            + ")*ISNUMBER("
            + price(-1, b)
            + ")>0,"
            + price(0, b)
            + "/"
            + price(-1, b)
            + "-1,\"\"),\"\")",
        percent);
    String lastAsset = A1.column(benchmark - 1);
    int portfolio = benchmark + 1;
    returns.fill(
        FIRST,
        portfolio,
        last,
        portfolio,
        "IF($C7=1,SUMPRODUCT($D$5:$" + lastAsset + "$5,$D7:$" + lastAsset + "7),\"\")",
        percent);
    Style number = Style.calculated(Style.Format.PRECISE);
    int wealth = benchmark + 2;
    String past = "IF(N($A7)*($A7<=as_of)>0,";
    String previous = A1.cell(FIRST - 1, wealth);
    returns.fill(
        FIRST,
        wealth,
        last,
        wealth,
        past
            + "IF(ISNUMBER("
            + previous
            + "),"
            + previous
            + ",1)*(1+N("
            + A1.cell(FIRST, portfolio)
            + ")),\"\")",
        number);
    returns.fill(
        FIRST,
        wealth + 1,
        last,
        wealth + 1,
        past + "MAX(" + A1.cell(FIRST - 1, wealth + 1) + "," + A1.cell(FIRST, wealth) + "),\"\")",
        number);
    returns.fill(
        FIRST,
        wealth + 2,
        last,
        wealth + 2,
        past + A1.cell(FIRST, wealth) + "/" + A1.cell(FIRST, wealth + 1) + "-1,\"\")",
        percent);
    returns.width(0, 0, 14);
    returns.width(1, wealth + 2, 12);
    returns.freeze(FIRST, FIRST_ASSET);
    returns.repeatRow(HEADER);
    returns.lock();

    book.name("return_dates", column(0));
    book.name("has_return", column(FLAG));
    book.name(
        "asset_returns",
        new Chart.Block(returns, FIRST, FIRST_ASSET, last, benchmark - 1),
        null,
        "asset_count");
    book.name(
        "return_weights",
        new Chart.Block(returns, 4, FIRST_ASSET, 4, benchmark - 1),
        null,
        "asset_count");
    book.name("benchmark_returns", column(benchmark));
    book.name("portfolio_returns", column(portfolio));
    book.name("wealth", column(wealth));
    book.name("drawdowns", column(wealth + 2));
  }

  private Chart.Block column(int column) {
    return Chart.Block.column(returns, FIRST, last, column);
  }

  /**
   * The column of an asset on the sheet Prices, counted from 1, or 0; unlike MATCH it takes {@code
   * *} and {@code ?} as they are.
   *
   * @param name the address of the asset's name, not empty
   */
  static String position(String name) {
    return "SUMPRODUCT((price_assets=" + name + ")*(COLUMN(price_assets)-1))";
  }

  /**
   * The price of an asset in the as-of date's row; 0 if there is none or no column of that name.
   *
   * @param name the address of the asset's name, not empty
   */
  static String price(String name) {
    return "SUMPRODUCT(--(price_assets=" + name + "),INDEX(price_block,as_of_row,0))";
  }

  /** For the first day's row, to be filled down: its date, or empty text. */
  static String date() {
    return "IF(ISNUMBER(INDEX(price_dates," + DAY + ")),INDEX(price_dates," + DAY + "),\"\")";
  }

  /**
   * For the first day's row, to be filled down: a price of that day or one nearby.
   *
   * @param days after that day
   * @param column the address of its column among the prices, from 1
   */
  static String price(int days, String column) {
    String day = days == 0 ? DAY : "ROW($A" + (FIRST + 1) + ")-" + (FIRST - days);
    return "INDEX(price_block," + day + "," + column + ")";
  }

  /** Checks of the prices and returns that every workbook makes. */
  void checks(Frame frame) {
    priceChecks(frame);
    frame.check("The benchmark varies", "STDEV.S(benchmark_returns)>0");
    frame.check("At least 30 days of returns", "COUNT(portfolio_returns)>=30");
  }

  /** Checks of the prices alone. */
  void priceChecks(Frame frame) {
    rows.checks(frame, "price_block", "column");
  }
}
