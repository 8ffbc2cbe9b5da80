package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Calculation of the stop-loss workbook: each position's stop by every method, what it
 * loses at its stop and in a gap, how large it may be; then the portfolio.
 *
 * <p>A long without a stop counts its whole value as lost, a short without a stop is marked {@value
 * #UNLIMITED}: an unlimited risk is never hidden.
 */
final class StopCalculation {
  /** The words that choose a stop. */
  static final List<String> METHODS = List.of("Percent", "ATR", "Trailing", "Price", "None");

  static final String UNLIMITED = "unlimited";
  private static final String NO_STOP = "no stop";
  private static final String THROUGH = "through";
  private static final String SET = "set";
  private static final String ALL_LOST = "all lost";

  /** The losses of the recovery curve, in twentieths, up to 75 %. */
  private static final int CURVE_STEPS = 15;

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final StopBars bars;
  private final int curveRow;
  private final int rankingColumns;

  /**
   * Fills the sheet.
   *
   * @param columns knows the columns of Inputs and is told those of this sheet
   */
  StopCalculation(
      Book book, Frame frame, Sheet sheet, StopBars bars, Columns columns, int positions) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    this.bars = bars;
    frame.head(sheet, "Calculation");
    int row = 4;
    row = prices(row);
    row = stops(row);
    row = distances(row);
    row = losses(row);
    row = sizes(row);
    row = ranking(row);
    rankingColumns = positions;
    columns.write();
    row = portfolio(row);
    curveRow = curve(row + 1);
    sheet.widths(38, 18, 18, 18, 18, 18, 18, 18, 18, 18, 18);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  private int prices(int row) {
    return columns.block(
        sheet,
        row,
        "Positions",
        Column.text("asset", "Asset", "{in_asset}"),
        Column.text("side", "Side", "{in_side}"),
        Column.of("sign", "Long 1, short −1", Format.INTEGER, "IF({in_side}=\"short\",-1,1)"),
        Column.of("units", "Units", Format.UNITS, "{in_units}"),
        Column.of("entry", "Entry price", Format.PRICE, "{in_entry}"),
        Column.each("price", "Price", Format.PRICE, i -> "INDEX(" + bars.close(i) + ",as_of_row)"),
        Column.of("value", "Value", Format.MONEY, "{units}*{price}"),
        Column.of("profit", "Open profit", Format.MONEY, "{sign}*{units}*({price}-{entry})"),
        Column.each(
            "before",
            "Price the day before",
            Format.PRICE,
            i -> {
              String before = "INDEX(" + bars.close(i) + ",MAX(1,as_of_row-1))";
              return "IF(N(" + before + ")>0," + before + ",{price})";
            }),
        Column.of("day", "Profit of the day", Format.MONEY, "{sign}*{units}*({price}-{before})"));
  }

  private int stops(int row) {
    return columns.block(
        sheet,
        row,
        "Stops by each method, and the one in force",
        Column.text("asset2", "Asset", "{in_asset}"),
        Column.each("atr_rows", "ATR, built-in", Format.PRICE, bars::lastAtr),
        Column.each(
            "atr",
            "ATR",
            Format.PRICE,
            i ->
                "IF(ISNUMBER({atr_rows}),"
                    + either(
                        "ATR("
                            + used(bars.high(i))
                            + ","
                            + used(bars.low(i))
                            + ","
                            + used(bars.close(i))
                            + ",atr_period)",
                        "{atr_rows}")
                    + ",\"\")"),
        Column.array(
            "best",
            "Best close since opened",
            Format.PRICE,
            i -> "IF({sign}>0,MAX(" + held(i) + "),MIN(" + held(i) + "))"),
        Column.of(
            "percent_stop",
            "Percent stop",
            Format.PRICE,
            either(
                "STOP_PERCENT({entry},IF(ISNUMBER({in_percent}),{in_percent},stop_percent),{side})",
                "{entry}*(1-{sign}*IF(ISNUMBER({in_percent}),{in_percent},stop_percent))")),
        Column.of(
            "atr_stop",
            "ATR stop",
            Format.PRICE,
            "IF(ISNUMBER({atr}),IF({entry}>{sign}*atr_multiple*{atr},"
                + either(
                    "STOP_ATR({entry},{atr},atr_multiple,{side})",
                    "{entry}-{sign}*atr_multiple*{atr}")
                + ",\"\"),\"\")"),
        Column.of(
            "trailing",
            "Trailing %",
            Format.PERCENT,
            "IF(ISNUMBER({in_percent}),{in_percent},trailing_percent)"),
        Column.of(
            "trailing_stop",
            "Trailing stop",
            Format.PRICE,
            either("STOP_PERCENT({best},{trailing},{side})", "{best}*(1-{sign}*{trailing})")),
        Column.of("price_stop", "Own stop", Format.PRICE, "IF(N({in_stop})>0,{in_stop},\"\")"),
        Column.text("method", "Method in force", "{in_method}"),
        Column.of(
            "stop",
            "Stop in force",
            Format.PRICE,
            "IF({method}=\"Percent\",{percent_stop},IF({method}=\"ATR\",{atr_stop},"
                + "IF({method}=\"Trailing\",{trailing_stop},IF({method}=\"Price\",{price_stop},"
                + "\"\"))))"));
  }

  private String used(String prices) {
    return "IF(" + bars.used() + "*ISNUMBER(" + prices + ")," + prices + ",\"\")";
  }

  /** The closes since a position was opened, or over the trailing window. */
  private String held(int i) {
    String closes = bars.lastCloses(i);
    String opened = "IF(ISNUMBER({in_opened}),{in_opened},as_of-trailing_days)";
    return "IF("
        + bars.used()
        + "*("
        + closes
        + ">0)*("
        + bars.dates()
        + ">=MIN("
        + opened
        + ",INDEX("
        + bars.dates()
        + ",as_of_row))),"
        + closes
        + ",\"\")";
  }

  private int distances(int row) {
    return columns.block(
        sheet,
        row,
        "Distance from the price to the stop, and the initial risk R",
        Column.text("asset3", "Asset", "{in_asset}"),
        Column.status(
            "state",
            "Stop",
            "IF(NOT(ISNUMBER({stop})),\""
                + NO_STOP
                + "\",IF({sign}*({price}-{stop})<=1E-12*MAX({price},{stop}),\""
                + THROUGH
                + "\",\""
                + SET
                + "\"))"),
        Column.of(
            "distance",
            "Distance per unit",
            Format.PRICE,
            "IF(ISNUMBER({stop}),{sign}*({price}-{stop}),\"\")"),
        Column.of(
            "distance_share",
            "Distance, % of price",
            Format.PERCENT,
            "IF(ISNUMBER({distance}),{distance}/{price},\"\")"),
        Column.of(
            "distance_atr",
            "Distance in ATRs",
            Format.NUMBER,
            "IF(AND(ISNUMBER({distance}),N({atr})>0),{distance}/{atr},\"\")"),
        Column.of(
            "initial",
            "Stop at entry",
            Format.PRICE,
            "IF({method}=\"Trailing\",{entry}*(1-{sign}*{trailing}),{stop})"),
        Column.of(
            "risk",
            "Initial risk R",
            Format.MONEY,
            "IF(ISNUMBER({initial}),IF({sign}*({entry}-{initial})>0,"
                + "{units}*{sign}*({entry}-{initial}),\"\"),\"\")"),
        Column.of("multiple", "Profit in R", Format.NUMBER, "IF(N({risk})>0,{profit}/{risk},\"\")"),
        Column.of(
            "reward",
            "Target in R",
            Format.NUMBER,
            "IF(AND(N({risk})>0,N({in_target})>0),"
                + "{sign}*{units}*({in_target}-{entry})/{risk},\"\")"),
        Column.array(
            "worst",
            "Worst day seen",
            Format.PERCENT,
            i -> "IF({sign}>0," + worst(i, false) + "," + worst(i, true) + ")"));
  }

  /** The largest move against the position from a close to the next day's low, or high. */
  private String worst(int i, boolean isShort) {
    String extreme = bars.later(i, isShort);
    String before = bars.closeBefore(i);
    String move = isShort ? extreme + "/" + before + "-1" : "1-" + extreme + "/" + before;
    return "MAX(0,IF("
        + bars.laterUsed()
        + "*ISNUMBER("
        + extreme
        + ")*("
        + before
        + ">0),"
        + move
        + ",0))";
  }

  private int losses(int row) {
    return columns.block(
        sheet,
        row,
        "Loss if the stop fills, and if it is gapped through; from the price, fees included",
        Column.text("asset4", "Asset", "{in_asset}"),
        Column.of(
            "fill",
            "Fill at the stop",
            Format.PRICE,
            "IF({state}=\"" + NO_STOP + "\",\"\",IF({state}=\"" + THROUGH + "\",{price},{stop}))"),
        Column.of(
            "at_risk",
            "Loss before fees",
            Format.MONEY,
            unstopped("{units}*{sign}*({price}-{fill})")),
        Column.of(
            "stop_loss",
            "Loss if it fills",
            Format.MONEY,
            unstopped("{units}*({sign}*({price}-{fill})+fee_rate*{fill})")),
        Column.of(
            "stop_share",
            "Loss, % of equity",
            Format.PERCENT2,
            "IF(ISNUMBER({stop_loss}),{stop_loss}/equity,\"" + UNLIMITED + "\")"),
        Column.of(
            "stop_recovery", "Gain to recover", Format.PERCENT, recovery("{stop_loss}", "{value}")),
        Column.of("gap", "Gap", Format.PERCENT, "IF(ISNUMBER({in_gap}),{in_gap},gap_default)"),
        Column.of(
            "gap_fill",
            "Fill in the gap",
            Format.PRICE,
            "IF({state}=\""
                + NO_STOP
                + "\",\"\",IF({sign}>0,MIN({fill},{price}*(1-{gap}))*(1-slippage),"
                + "MAX({fill},{price}*(1+{gap}))*(1+slippage)))"),
        Column.of(
            "gap_loss",
            "Loss if gapped",
            Format.MONEY,
            unstopped("{units}*({sign}*({price}-{gap_fill})+fee_rate*{gap_fill})")),
        Column.of(
            "gap_share",
            "Loss gapped, % of equity",
            Format.PERCENT2,
            "IF(ISNUMBER({gap_loss}),{gap_loss}/equity,\"" + UNLIMITED + "\")"),
        Column.of(
            "gap_recovery", "Gain to recover", Format.PERCENT, recovery("{gap_loss}", "{value}")));
  }

  /** A loss with a stop; without one a long's whole value, and no limit for a short. */
  private static String unstopped(String loss) {
    return "IF({state}=\""
        + NO_STOP
        + "\",IF({sign}>0,{value},\""
        + UNLIMITED
        + "\"),"
        + loss
        + ")";
  }

  /** The gain on what is left that makes good a loss out of a whole. */
  private static String recovery(String loss, String whole) {
    return "IF(ISNUMBER("
        + loss
        + "),IF("
        + loss
        + "=0,0,IF("
        + loss
        + "<"
        + whole
        + ","
        + either(
            "RECOVERY_GAIN(" + loss + "/" + whole + ")", loss + "/(" + whole + "-" + loss + ")")
        + ",\""
        + ALL_LOST
        + "\")),\""
        + UNLIMITED
        + "\")";
  }

  private int sizes(int row) {
    return columns.block(
        sheet,
        row,
        "Size that the risk per trade allows, at the price and the stop in force, without leverage",
        Column.text("asset5", "Asset", "{in_asset}"),
        Column.of("held", "Units held", Format.UNITS, "{units}"),
        Column.of(
            "allowed",
            "Units allowed",
            Format.UNITS,
            "IF({state}=\""
                + SET
                + "\","
                + either(
                    "ABS(POSITION_SIZE(equity,risk_per_trade,{price},{stop},fee_rate,0,1))",
                    "MIN(equity*risk_per_trade/(ABS({price}-{stop})+fee_rate*({price}+{stop})),"
                        + "equity/({price}*(1+fee_rate)))")
                + ",0)"),
        Column.of("excess", "Units too many", Format.UNITS, "MAX(0,{units}-{allowed})"),
        Column.of(
            "used", "Held ÷ allowed", Format.PERCENT, "IF({allowed}>0,{units}/{allowed},\"\")"),
        Column.of("signed", "Units, short negative", Format.UNITS, "{sign}*{units}"),
        Column.of(
            "order", "Loss to rank by", Format.MONEY, "IF(ISNUMBER({gap_loss}),{gap_loss},1E+99)"),
        Column.of(
            "rank",
            "Rank",
            Format.INTEGER,
            "SUMPRODUCT(--({order:all}>{order}))+1"
                + "+SUMPRODUCT((ROW({order:all})<ROW({order}))*({order:all}={order}))"));
  }

  private int ranking(int row) {
    return columns.block(
        sheet,
        row,
        "Positions by loss if gapped through, the largest first",
        Column.text("ranked_asset", "Asset", ranked("{asset:all}")),
        Column.each("place", "Place", Format.INTEGER, i -> String.valueOf(i + 1)),
        Column.of("line", "Row of the tables", Format.INTEGER, "MATCH({place},{rank:all},0)"),
        Column.of("ranked_stop_loss", "Loss if it fills", Format.MONEY, ranked("{stop_loss:all}")),
        Column.of("ranked_gap_loss", "Loss if gapped", Format.MONEY, ranked("{gap_loss:all}")));
  }

  private static String ranked(String column) {
    return "INDEX(" + column + ",{line})";
  }

  private int portfolio(int row) {
    sheet.set(row++, 0, "Portfolio", Style.SECTION);
    Frame.headers(sheet, row++, 0, "Figure", "Value");
    String stops = columns.over("{stop_loss:all}");
    row =
        value(
            row,
            "Row of the as-of date",
            "as_of_row",
            "MATCH(as_of," + bars.dates() + ",1)",
            Format.INTEGER);
    row = value(row, "Value of the positions", "portfolio_value", "SUM({value:all})", Format.MONEY);
    row = value(row, "Open profit", "open_profit", "SUM({profit:all})", Format.MONEY);
    row =
        value(
            row,
            "Equity as given or computed",
            "equity_found",
            "IF(ISNUMBER(own_equity),own_equity,cash+SUMPRODUCT(({sign:all}>0)*{value:all})"
                + "+SUMPRODUCT(({sign:all}<0)*{profit:all}))",
            Format.MONEY);
    row =
        value(
            row,
            "Equity (#N/A if not above 0)",
            "equity",
            "IF(equity_found>0,equity_found,NA())",
            Format.MONEY);
    row =
        value(
            row,
            "Positions without a stop",
            "positions_without_stop",
            "COUNTIF({state:all},\"" + NO_STOP + "\")",
            Format.INTEGER);
    row =
        value(
            row,
            "of them short: the loss has no limit",
            "shorts_without_stop",
            "SUMPRODUCT(({sign:all}<0)*({state:all}=\"" + NO_STOP + "\"))",
            Format.INTEGER);
    row =
        value(
            row,
            "Positions through their stop",
            "positions_through",
            "COUNTIF({state:all},\"" + THROUGH + "\")",
            Format.INTEGER);
    row =
        value(
            row,
            "Loss if every stop fills",
            "stop_loss_total",
            limited("SUM(" + stops + ")"),
            Format.MONEY);
    row =
        value(
            row,
            "in % of equity",
            "stop_loss_share",
            limited("stop_loss_total/equity"),
            Format.PERCENT2);
    row =
        value(
            row,
            "Gain needed to recover from it",
            "stop_recovery_gain",
            recovery("stop_loss_total", "equity"),
            Format.PERCENT);
    row =
        value(
            row,
            "Loss if every stop is gapped through",
            "gap_loss_total",
            limited("SUM({gap_loss:all})"),
            Format.MONEY);
    row =
        value(
            row,
            "in % of equity",
            "gap_loss_share",
            limited("gap_loss_total/equity"),
            Format.PERCENT2);
    row =
        value(
            row,
            "Gain needed to recover from it",
            "gap_recovery_gain",
            recovery("gap_loss_total", "equity"),
            Format.PERCENT);
    row =
        value(
            row,
            "Portfolio heat, before fees",
            "heat",
            limited(
                either(
                    "PORTFOLIO_HEAT(equity,{signed:all},{price:all},{fill:all})",
                    "SUM({at_risk:all})/equity")),
            Format.PERCENT2);
    row =
        value(
            row,
            "Headroom to the heat cap",
            "heat_headroom",
            limited("heat_cap-heat"),
            Format.PERCENT2);
    row =
        value(
            row,
            "Headroom in currency",
            "heat_headroom_value",
            limited("heat_headroom*equity"),
            Format.MONEY);
    row =
        value(
            row,
            "Largest loss at one stop, % of equity",
            "largest_stop_share",
            limited("MAX({stop_share:all})"),
            Format.PERCENT2);
    row = value(row, "Loss of the last day", "daily_loss", "MAX(0,-SUM({day:all}))", Format.MONEY);
    return value(
        row,
        "in % of the equity before it",
        "daily_loss_share",
        "daily_loss/(equity+daily_loss)",
        Format.PERCENT2);
  }

  private static String limited(String formula) {
    return "IF(shorts_without_stop>0,\"" + UNLIMITED + "\"," + formula + ")";
  }

  private int value(int row, String label, String name, String formula, Format format) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(row, 1, columns.over(formula), Style.calculated(format));
    book.name(name, sheet, row, 1);
    return row + 1;
  }

  /**
   * The recovery curve, and below it a row for each of the portfolio's two losses, which the chart
   * marks.
   *
   * @return the row of the first loss
   */
  private int curve(int row) {
    sheet.set(row++, 0, "Gain needed to recover from a loss", Style.SECTION);
    Frame.headers(
        sheet, row++, 0, "Point", "Loss", "Gain needed", "If every stop fills", "If all gap");
    int first = row;
    for (int i = 0; i <= CURVE_STEPS; i++, row++) {
      sheet.set(row, 0, "Curve", Style.LABEL);
      sheet.set(row, 1, i / 20.0, Style.calculated(Format.PERCENT));
      sheet.formula(row, 2, gain(row), Style.calculated(Format.PERCENT));
    }
    String[][] marks = {
      {"If every stop fills (75 % at most)", "stop_loss_share"},
      {"If all gap (75 % at most)", "gap_loss_share"}
    };
    for (int m = 0; m < marks.length; m++, row++) {
      String share = marks[m][1];
      sheet.set(row, 0, marks[m][0], Style.LABEL);
      sheet.formula(
          row,
          1,
          "IF(ISNUMBER(" + share + "),MIN(" + share + ",0.75),0.75)",
          Style.calculated(Format.PERCENT));
      sheet.formula(row, 3 + m, gain(row), Style.calculated(Format.PERCENT));
    }
    return first;
  }

  private static String gain(int row) {
    String loss = A1.cell(row, 1);
    return either("RECOVERY_GAIN(" + loss + ")", loss + "/(1-" + loss + ")");
  }

  /** The losses of the recovery curve, and in the given column of it the gains. */
  Chart.Block curve(Curve part) {
    int end = curveRow + CURVE_STEPS + 2;
    return Chart.Block.column(sheet, curveRow, end, 1 + part.ordinal());
  }

  /** The columns of the recovery curve. */
  enum Curve {
    LOSS,
    GAIN,
    STOP,
    GAP
  }

  /** The first ranked positions, of a column of the ranking. */
  Chart.Block ranked(String key, int count) {
    Chart.Block all = columns.cells(key);
    return Chart.Block.column(
        sheet,
        all.firstRow(),
        all.firstRow() + Math.min(count, rankingColumns) - 1,
        all.firstColumn());
  }
}
