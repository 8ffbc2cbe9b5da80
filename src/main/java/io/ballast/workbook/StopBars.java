package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The sheets Bars and True range of the stop-loss workbook: four price columns per position in the
 * order of the table Positions, and beside them Wilder's recursion.
 *
 * <p>A bar without a high, low or close is skipped: the close before it is that of the last
 * complete one.
 */
final class StopBars {
  /** The row of the first bar on every sheet with one row per day. */
  static final int FIRST = 6;

  private static final int MOST_DAYS = 400;
  private static final int HEADER = 5;
  private static final int LEAST_BARS = 14;

  private final Sheet bars;
  private final Sheet ranges;
  private final int positions;
  private final int from;
  private final int last;
  private final PriceTable prices;

  /**
   * Fills both sheets with the last {@value #MOST_DAYS} days up to the as-of date.
   *
   * @throws PortfolioException if an asset has too few complete bars for an average true range
   */
  StopBars(Frame frame, Sheet bars, Sheet ranges, Portfolio portfolio, Columns columns)
      throws PortfolioException {
    this.bars = bars;
    this.ranges = ranges;
    this.prices = portfolio.prices();
    this.positions = portfolio.holdings().size();
    int asOf = prices.dates().indexOf(portfolio.settings().asOf());
    this.from = Math.max(0, asOf - MOST_DAYS + 1);
    this.last = FIRST + asOf - from;
    writeBars(frame, portfolio.holdings(), columns);
    writeRanges(frame, columns);
  }

  private void writeBars(Frame frame, List<Holding> holdings, Columns columns)
      throws PortfolioException {
    frame.head(bars, "Bars: daily open, high, low and close, UTC");
    bars.set(
        3,
        0,
        prices.hasBars()
            ? "Four columns per position, in the order of the table Positions on Inputs. Newest at the"
                + " bottom; leave cells empty where there is no price."
            : "Only closing prices were given: open, high and low repeat the close, so that the true"
                + " range is the move from close to close and ATR stops lie nearer than with real bars.",
        Style.SUBTITLE);
    bars.set(HEADER, 0, "Date", Style.HEADER);
    String[] fields = {"open", "high", "low", "close"};
    Style price = Style.input(Style.Format.PRICE);
    for (int t = FIRST; t <= last; t++) {
      bars.date(t, 0, prices.dates().get(from + t - FIRST), Style.input(Style.Format.DATE));
    }
    for (int i = 0; i < positions; i++) {
      int asset = prices.column(holdings.get(i).asset());
      double[][] values =
          prices.hasBars()
              ? new double[][] {
                prices.open()[asset],
                prices.high()[asset],
                prices.low()[asset],
                prices.close()[asset]
              }
              : new double[][] {
                prices.close()[asset],
                prices.close()[asset],
                prices.close()[asset],
                prices.close()[asset]
              };
      requireBars(holdings.get(i), values);
      for (int f = 0; f < fields.length; f++) {
        int column = barColumn(i, f);
        bars.formula(
            HEADER, column, columns.at("in_asset", i) + "&\" " + fields[f] + "\"", Style.HEADER);
        for (int t = FIRST; t <= last; t++) {
          double value = values[f][from + t - FIRST];
          bars.set(t, column, Double.isNaN(value) ? null : (Double) value, price);
        }
      }
    }
    bars.add(
        new Rule.Between(
            new Chart.Block(bars, FIRST, 1, last, 4 * positions),
            1e-300,
            1e300,
            "A price is a number above 0, or an empty cell where there is none."));
    bars.width(0, 0, 13);
    bars.width(1, 4 * positions, 12);
    bars.freeze(FIRST, 1);
    bars.repeatRow(HEADER);
  }

  private void requireBars(Holding holding, double[][] values) throws PortfolioException {
    int complete = 0;
    for (int t = from; t <= from + last - FIRST; t++) {
      boolean missing =
          Double.isNaN(values[1][t]) || Double.isNaN(values[2][t]) || Double.isNaN(values[3][t]);
      complete += missing ? 0 : 1;
    }
    if (complete < LEAST_BARS) {
      throw new PortfolioException(
          "asset",
          holding.asset()
              + " with prices on "
              + complete
              + " days up to "
              + prices.dates().get(from + last - FIRST),
          "at least " + LEAST_BARS + " days, for the average true range");
    }
  }

  private void writeRanges(Frame frame, Columns columns) {
    frame.head(ranges, "True range and its average after Wilder");
    ranges.set(
        3,
        0,
        "The built-in form of the function ATR: first the mean of the first true ranges of the period,"
            + " then (ATR × (period − 1) + true range) ÷ period.",
        Style.SUBTITLE);
    ranges.set(4, 0, "Bars with a high below or a low above", Style.LABEL);
    ranges.set(HEADER, 0, "Date", Style.HEADER);
    ranges.set(HEADER, 1, "Used (1) or not (0)", Style.HEADER);
    ranges.fill(FIRST, 0, last, 0, "Bars!A7", Style.calculated(Style.Format.DATE));
    ranges.fill(
        FIRST,
        1,
        last,
        1,
        "IF(AND(ISNUMBER(Bars!A7),Bars!A7<=as_of),1,0)",
        Style.calculated(Style.Format.INTEGER));
    for (int i = 0; i < positions; i++) {
      ranges(i, columns);
    }
    ranges.width(0, 0, 36);
    ranges.width(1, 1 + 4 * positions, 13);
    ranges.freeze(FIRST, 2);
    ranges.repeatRow(HEADER);
    ranges.lock();
  }

  private void ranges(int i, Columns columns) {
    String[] headers = {"complete bars", "last close", "true range", "ATR"};
    for (int c = 0; c < headers.length; c++) {
      ranges.formula(
          HEADER,
          rangeColumn(i, c),
          columns.at("in_asset", i) + "&\" " + headers[c] + "\"",
          Style.HEADER);
    }
    String high = "Bars!" + A1.cell(FIRST, barColumn(i, 1));
    String low = "Bars!" + A1.cell(FIRST, barColumn(i, 2));
    String close = "Bars!" + A1.cell(FIRST, barColumn(i, 3));
    String bar = "Bars!" + A1.block(FIRST, barColumn(i, 1), FIRST, barColumn(i, 3));
    String seen = A1.cell(FIRST, rangeColumn(i, 0));
    String seenBefore = "N(" + A1.cell(FIRST - 1, rangeColumn(i, 0)) + ")";
    String closeBefore = "N(" + A1.cell(FIRST - 1, rangeColumn(i, 1)) + ")";
    String range = A1.cell(FIRST, rangeColumn(i, 2));
    String ranged = A1.column(rangeColumn(i, 2)) + "$" + (FIRST + 1) + ":" + range;
    String atrBefore = A1.cell(FIRST - 1, rangeColumn(i, 3));
    String complete = seen + ">" + seenBefore;
    fill(i, 0, Style.Format.INTEGER, seenBefore + "+IF(AND($B7=1,COUNT(" + bar + ")=3),1,0)");
    fill(i, 1, Style.Format.PRICE, "IF(" + complete + "," + close + "," + closeBefore + ")");
    fill(
        i,
        2,
        Style.Format.PRICE,
        "IF("
            + complete
            + ",IF("
            + seen
            + "=1,"
            + high
            + "-"
            + low
            + ",MAX("
            + high
            + ","
            + closeBefore
            + ")-MIN("
            + low
            + ","
            + closeBefore
            + ")),\"\")");
    fill(
        i,
        3,
        Style.Format.PRICE,
        "IF("
            + complete
            + ",IF("
            + seen
            + "<atr_period,\"\",IF("
            + seen
            + "=atr_period,AVERAGE("
            + ranged
            + "),("
            + atrBefore
            + "*(atr_period-1)+"
            + range
            + ")/atr_period)),IF(ISNUMBER("
            + atrBefore
            + "),"
            + atrBefore
            + ",\"\"))");
    String h = high(i);
    String l = low(i);
    String c = close(i);
    ranges.formula(
        4,
        rangeColumn(i, 0),
        "SUMPRODUCT(ISNUMBER("
            + h
            + ")*ISNUMBER("
            + l
            + ")*ISNUMBER("
            + c
            + ")*((("
            + h
            + "<"
            + l
            + ")+("
            + h
            + "<"
            + c
            + ")+("
            + l
            + ">"
            + c
            + "))>0))",
        Style.calculated(Style.Format.INTEGER));
  }

  private void fill(int i, int column, Style.Format format, String formula) {
    ranges.fill(
        FIRST,
        rangeColumn(i, column),
        last,
        rangeColumn(i, column),
        formula,
        Style.calculated(format));
  }

  private static int barColumn(int position, int field) {
    return 1 + 4 * position + field;
  }

  private static int rangeColumn(int position, int column) {
    return 2 + 4 * position + column;
  }

  /** The row of the last bar. */
  int last() {
    return last;
  }

  /** The address of the highs of a position; likewise the others. */
  String high(int position) {
    return bars.column(FIRST, last, barColumn(position, 1));
  }

  String low(int position) {
    return bars.column(FIRST, last, barColumn(position, 2));
  }

  String close(int position) {
    return bars.column(FIRST, last, barColumn(position, 3));
  }

  /** Highs or lows from the second bar on. */
  String later(int position, boolean high) {
    return bars.column(FIRST + 1, last, barColumn(position, high ? 1 : 2));
  }

  /** The close before each of {@link #later}, 0 if there is none. */
  String closeBefore(int position) {
    return ranges.column(FIRST, last - 1, rangeColumn(position, 1));
  }

  /** Which of {@link #later} are used, as 1 and 0. */
  String laterUsed() {
    return ranges.column(FIRST + 1, last, 1);
  }

  /** Which bars are used, as 1 and 0. */
  String used() {
    return ranges.column(FIRST, last, 1);
  }

  /** The address of the last average true range, empty text if there are too few bars. */
  String lastAtr(int position) {
    return ranges.at(last, rangeColumn(position, 3));
  }

  /** The address of the dates. */
  String dates() {
    return bars.column(FIRST, last, 0);
  }

  /** The address of the dates from the second on. */
  String laterDates() {
    return bars.column(FIRST + 1, last, 0);
  }

  /** The address of the dates up to the last but one. */
  String earlierDates() {
    return bars.column(FIRST, last - 1, 0);
  }

  /** The address of all prices. */
  String block() {
    return bars.at(FIRST, 1, last, 4 * positions);
  }

  /** The last close of a position up to each day, 0 before the first. */
  String lastCloses(int position) {
    return ranges.column(FIRST, last, rangeColumn(position, 1));
  }

  /** The numbers of complete bars so far of the position whose number a name holds. */
  String seen(String number) {
    return "INDEX(" + rangeBlock() + ",0,4*" + number + "-3)";
  }

  /** The last close up to a bar of the position whose number a name holds. */
  String lastClose(String bar, String number) {
    return "INDEX(" + rangeBlock() + "," + bar + ",4*" + number + "-2)";
  }

  private String rangeBlock() {
    return ranges.at(FIRST, 2, last, 1 + 4 * positions);
  }

  /** The address of the number of bars of each position that contradict themselves. */
  String contradictions() {
    return ranges.at(4, 2, 4, 1 + 4 * positions);
  }
}
