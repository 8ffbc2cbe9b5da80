package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The sheets Prices and Returns of a portfolio held at today's weights.
 *
 * <p>A return is shown only where every asset held has a price on that day and the day before, so
 * that all figures rest on the same days. A gap is empty text, which built-in functions and ours
 * skip.
 */
final class HistorySheets {
  private static final int HEADER = 5;
  private static final int FIRST = 6;

  private final Sheet prices;
  private final Sheet returns;
  private final PriceTable table;
  private final int assets;
  private final int last;

  /**
   * Adds both sheets.
   *
   * @param book the book, whose names {@code as_of}, {@code lookback_days}, {@code benchmark} and
   *     {@code holding_assets} are defined
   * @param frame for the titles
   * @param table the prices to show, oldest first
   * @param assetAt the address of the name of each holding, likewise
   * @param weightAt the address of the weight of each holding
   */
  HistorySheets(
      Book book, Frame frame, PriceTable table, List<String> assetAt, List<String> weightAt) {
    this.table = table;
    this.assets = assetAt.size();
    this.last = FIRST + table.dates().size() - 1;
    this.prices = book.sheet("Prices");
    this.returns = book.sheet("Returns");
    writePrices(frame);
    writeReturns(frame, assetAt, weightAt);
  }

  private void writePrices(Frame frame) {
    frame.head(prices, "Prices: daily close, UTC");
    int columns = table.assets().size();
    prices.set(3, 0, "Held (1) or not (0)", Style.LABEL);
    prices.fill(
        3,
        1,
        3,
        columns,
        "IF(SUMPRODUCT(--(holding_assets=" + A1.cell(HEADER, 1) + "))>0,1,0)",
        Style.calculated(Style.Format.INTEGER));
    prices.set(4, 0, "Days with a price", Style.LABEL);
    prices.fill(
        4,
        1,
        4,
        columns,
        "COUNT(" + A1.block(FIRST, 1, last, 1) + ")",
        Style.calculated(Style.Format.INTEGER));
    prices.set(HEADER, 0, "Date", Style.HEADER);
    for (int a = 0; a < columns; a++) {
      prices.set(HEADER, a + 1, table.assets().get(a), Style.HEADER);
    }
    Style date = Style.input(Style.Format.DATE);
    Style price = Style.input(Style.Format.PRICE);
    for (int t = 0; t < table.dates().size(); t++) {
      prices.date(FIRST + t, 0, table.dates().get(t), date);
      for (int a = 0; a < columns; a++) {
        double value = table.close()[a][t];
        prices.set(FIRST + t, a + 1, Double.isNaN(value) ? null : (Double) value, price);
      }
    }
    prices.width(0, 0, 20);
    prices.width(1, columns, 13);
    prices.freeze(FIRST, 1);
    prices.repeatRow(HEADER);
    prices.add(
        new Rule.Between(
            new Chart.Block(prices, FIRST, 1, last, columns),
            1e-300,
            1e300,
            "A price is a number above 0, or an empty cell where there is none."));
  }

  private void writeReturns(Frame frame, List<String> assetAt, List<String> weightAt) {
    frame.head(returns, "Returns: simple, per day, at today's weights");
    int columns = table.assets().size();
    String header = prices.at(HEADER, 1, HEADER, columns);
    String held = prices.at(3, 1, 3, columns);
    returns.set(3, 0, "Price column", Style.LABEL);
    returns.set(4, 0, "Weight", Style.LABEL);
    Frame.headers(returns, HEADER, 0, "Date", "All priced");
    for (int i = 0; i < assets; i++) {
      String asset = assetAt.get(i);
      returns.formula(3, 2 + i, position(asset, header), Style.calculated(Style.Format.INTEGER));
      returns.formula(4, 2 + i, weightAt.get(i), Style.calculated(Style.Format.PERCENT));
      returns.formula(HEADER, 2 + i, asset, Style.HEADER);
    }
    int benchmark = benchmarkColumn();
    returns.formula(
        3, benchmark, position("benchmark", header), Style.calculated(Style.Format.INTEGER));
    returns.formula(HEADER, benchmark, "\"Benchmark: \"&benchmark", Style.HEADER);
    Frame.headers(returns, HEADER, benchmark + 1, "Portfolio", "Wealth", "Peak", "Drawdown");

    String today = pricesRow(FIRST, columns);
    String yesterday = pricesRow(FIRST - 1, columns);
    returns.fill(
        FIRST, 0, last, 0, "Prices!" + A1.cell(FIRST, 0), Style.calculated(Style.Format.DATE));
    returns.fill(
        FIRST,
        1,
        last,
        1,
        "IF(AND(ISNUMBER(Prices!$A7),$A7<=as_of,OR(lookback_days=0,$A7>=as_of-lookback_days)),"
            + "IF(SUMPRODUCT(ISNUMBER("
            + today
            + ")*"
            + held
            + ")=SUM("
            + held
            + "),1,0),0)",
        Style.calculated(Style.Format.INTEGER));
    Style percent = Style.calculated(Style.Format.PERCENT2);
    String ratio = "INDEX(" + today + ",C$4)/INDEX(" + yesterday + ",C$4)-1";
    returns.fill(FIRST, 2, last, 1 + assets, "IF(AND($B7=1,$B6=1)," + ratio + ",\"\")", percent);
    String column = A1.column(benchmark);
    returns.fill(
        FIRST,
        benchmark,
        last,
        benchmark,
        "IF(AND($B7=1,$B6=1,ISNUMBER(INDEX("
            + today
            + ","
            + column
            + "$4)),ISNUMBER(INDEX("
            + yesterday
            + ","
            + column
            + "$4))),INDEX("
            + today
            + ","
            + column
            + "$4)/INDEX("
            + yesterday
            + ","
            + column
            + "$4)-1,\"\")",
        percent);
    String lastAsset = A1.column(1 + assets);
    returns.fill(
        FIRST,
        portfolioColumn(),
        last,
        portfolioColumn(),
        "IF(AND($B7=1,$B6=1),SUMPRODUCT($C$5:$" + lastAsset + "$5,$C7:$" + lastAsset + "7),\"\")",
        percent);
    String portfolio = A1.cell(FIRST, portfolioColumn());
    String wealth = A1.cell(FIRST, wealthColumn());
    String previous = A1.cell(FIRST - 1, wealthColumn());
    Style number = Style.calculated(Style.Format.PRECISE);
    returns.fill(
        FIRST,
        wealthColumn(),
        last,
        wealthColumn(),
        "IF(ISNUMBER(" + previous + ")," + previous + ",1)*(1+N(" + portfolio + "))",
        number);
    returns.fill(
        FIRST,
        wealthColumn() + 1,
        last,
        wealthColumn() + 1,
        "MAX(" + A1.cell(FIRST - 1, wealthColumn() + 1) + "," + wealth + ")",
        number);
    returns.fill(
        FIRST,
        drawdownColumn(),
        last,
        drawdownColumn(),
        wealth + "/" + A1.cell(FIRST, wealthColumn() + 1) + "-1",
        percent);
    returns.width(0, 0, 14);
    returns.width(1, drawdownColumn(), 12);
    returns.freeze(FIRST, 2);
    returns.repeatRow(HEADER);
    returns.lock();
  }

  /** The place of a name in a row; unlike MATCH it takes {@code *} and {@code ?} as they are. */
  static String position(String name, String row) {
    return "SUMPRODUCT((" + row + "=" + name + ")*(COLUMN(" + row + ")-1))";
  }

  private static String pricesRow(int row, int columns) {
    return "Prices!$B" + (row + 1) + ":$" + A1.column(columns) + (row + 1);
  }

  private int benchmarkColumn() {
    return 2 + assets;
  }

  private int portfolioColumn() {
    return 3 + assets;
  }

  private int wealthColumn() {
    return 4 + assets;
  }

  private int drawdownColumn() {
    return 6 + assets;
  }

  /** The address of the returns of a holding. */
  String asset(int index) {
    return returns.column(FIRST, last, 2 + index);
  }

  /** The address of the returns of all holdings. */
  String assetBlock() {
    return returns.at(FIRST, 2, last, 1 + assets);
  }

  /** The address of the benchmark's returns on the same days. */
  String benchmark() {
    return returns.column(FIRST, last, benchmarkColumn());
  }

  /** The address of the portfolio's returns. */
  String portfolio() {
    return returns.column(FIRST, last, portfolioColumn());
  }

  /** The address of the drawdowns of the portfolio, at most 0. */
  String drawdowns() {
    return returns.column(FIRST, last, drawdownColumn());
  }

  /** The address of the last drawdown. */
  String lastDrawdown() {
    return returns.at(last, drawdownColumn());
  }

  /** The address of the weights in a row, above the returns. */
  String weightRow() {
    return returns.at(4, 2, 4, 1 + assets);
  }

  /** The address of the dates of the prices. */
  String dates() {
    return prices.column(FIRST, last, 0);
  }

  /** The address of the dates from the second on. */
  String laterDates() {
    return prices.column(FIRST + 1, last, 0);
  }

  /** The address of the dates up to the last but one. */
  String earlierDates() {
    return prices.column(FIRST, last - 1, 0);
  }

  /** The address of the prices in the row of a date. */
  String priceBlock() {
    return prices.at(FIRST, 1, last, table.assets().size());
  }

  /** The address of the names of the priced assets. */
  String priceHeader() {
    return prices.at(HEADER, 1, HEADER, table.assets().size());
  }

  /** The dates as a chart needs them. */
  Chart.Block dateBlock() {
    return Chart.Block.column(returns, FIRST, last, 0);
  }

  /** The drawdowns as a chart needs them. */
  Chart.Block drawdownBlock() {
    return Chart.Block.column(returns, FIRST, last, drawdownColumn());
  }
}
