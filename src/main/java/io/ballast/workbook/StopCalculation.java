package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;
import static io.ballast.workbook.LimitTable.UNLIMITED;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Calculation of the stop-loss workbook: each position's stop by every method, what it
 * loses at its stop and in a gap, how large it may be; then the portfolio.
 *
 * <p>A long without a stop counts its whole value as lost, a short without a stop is marked
 * "unlimited": an unlimited risk is never hidden.
 */
final class StopCalculation {
  /** The highs of a position, a row per day; likewise the others. */
  static final String HIGHS = "INDEX(bars,0,{place}+1)";

  static final String LOWS = "INDEX(bars,0,{place}+2)";
  static final String CLOSES = "INDEX(bars,0,{place}+3)";

  /** What the state of a stop may be. */
  static final String NO_STOP = "no stop";

  static final String THROUGH = "through";
  static final String SET = "set";

  private static final String ALL_LOST = "all lost";
  private static final int SHOWN = 10;

  /** The losses of the recovery curve, in twentieths, up to 75 %. */
  private static final int CURVE_STEPS = 15;

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final int nextRow;
  private Ranking ranking;
  private int curveRow;

  /**
   * Fills the sheet.
   *
   * @param columns knows the columns of Inputs and is told those of this sheet
   */
  StopCalculation(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Calculation");
    int row = columns.block(sheet, 4, "Positions", positions());
    row =
        columns.block(
            sheet, row, "Stops by each method, and the one in force", StopMethods.columns());
    row =
        columns.block(
            sheet, row, "Distance from the price to the stop, and the initial risk R", distances());
    row =
        columns.block(
            sheet,
            row,
            "Loss if the stop fills, and if it is gapped through; from the price, fees included",
            losses());
    row =
        columns.block(
            sheet,
            row,
            "Size that the risk per trade allows, at the price and the stop in force, without"
                + " leverage",
            sizes());
    columns.name(book, "signed_units", "signed");
    columns.name(book, "position_prices", "price");
    columns.name(book, "position_fills", "fill");
    columns.name(book, "risk_per_volatility", "tilt");
    nextRow = figures(new FigureList(book, sheet, row, 0, "Portfolio"), columns);
    sheet.widths(38, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  /** Adds what rests on the sheet Limits too: the ranking; then the recovery curve. */
  void finish(StopBars bars) {
    ranking =
        new Ranking(
            sheet,
            nextRow,
            0,
            "By loss if gapped through",
            columns,
            "rank",
            SHOWN,
            List.of(
                new Ranking.Item("in_asset", "Asset", Style.LABEL),
                new Ranking.Item("stop_loss", "Loss if it fills", Style.calculated(Format.MONEY)),
                new Ranking.Item("gap_loss", "Loss if gapped", Style.calculated(Format.MONEY)),
                new Ranking.Item("side", "Side", Style.LABEL),
                new Ranking.Item("method", "Stop", Style.LABEL),
                new Ranking.Item("price", "Price", Style.calculated(Format.PRICE)),
                new Ranking.Item("stop", "Stop in force", Style.calculated(Format.PRICE)),
                new Ranking.Item("distance_share", "Distance", Style.calculated(Format.PERCENT)),
                new Ranking.Item("alert", "Status", Style.STATUS)));
    curveRow = curve(ranking.nextRow());
    bars.list(book, sheet, curveRow + CURVE_STEPS + 4);
  }

  private static Column[] positions() {
    return new Column[] {
      AssetColumns.name("asset"),
      Column.of("place", "Place among prices", Format.INTEGER, StopBars.position("{in_asset}")),
      Column.text("side", "Side", "IF({in_side}=\"\",\"long\",{in_side})"),
      Column.of("sign", "Long 1, short −1", Format.INTEGER, "IF({in_side}=\"short\",-1,1)"),
      Column.of("units", "Units", Format.UNITS, "{in_units}"),
      Column.of("entry", "Entry price", Format.PRICE, "{in_entry}"),
      Column.of("price", "Price", Format.PRICE, "INDEX(bars,as_of_row,{place}+3)"),
      Column.of("value", "Value", Format.MONEY, "{units}*{price}"),
      Column.of("profit", "Open profit", Format.MONEY, "{sign}*{units}*({price}-{entry})"),
      Column.of(
          "before",
          "Price the day before",
          Format.PRICE,
          "IF(N(INDEX(bars,MAX(1,as_of_row-1),{place}+3))>0,"
              + "INDEX(bars,MAX(1,as_of_row-1),{place}+3),{price})"),
      Column.of("day", "Profit of the day", Format.MONEY, "{sign}*{units}*({price}-{before})"),
      Column.array(
          "contradictions",
          "Bars that contradict themselves",
          Format.INTEGER,
          i ->
              "SUM(IF(ISNUMBER({ranges}),IF("
                  + HIGHS
                  + "<"
                  + LOWS
                  + ",1,IF("
                  + HIGHS
                  + "<"
                  + CLOSES
                  + ",1,IF("
                  + LOWS
                  + ">"
                  + CLOSES
                  + ",1,0))),0))")
    };
  }

  private static Column[] distances() {
    return new Column[] {
      AssetColumns.name("asset3"),
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
          "IF({method}=\"Trailing\",{entry}*(1-{sign}*{trailing}),"
              + "IF({method}=\"Break-even\",{percent_stop},{stop}))"),
      Column.of(
          "risk_unit",
          "R per unit",
          Format.PRICE,
          "IF(ISNUMBER({initial}),IF({sign}*({entry}-{initial})>1E-12*{entry},"
              + "{sign}*({entry}-{initial}),\"\"),\"\")"),
      Column.of(
          "risk",
          "Initial risk R",
          Format.MONEY,
          "IF(ISNUMBER({risk_unit}),{units}*{risk_unit},\"\")"),
      Column.of("multiple", "Profit in R", Format.NUMBER, "IF(N({risk})>0,{profit}/{risk},\"\")"),
      Column.of(
          "reward",
          "Target in R",
          Format.NUMBER,
          "IF(AND(N({risk_unit})>0,N({in_target})>0),"
              + "{sign}*({in_target}-{entry})/{risk_unit},\"\")"),
      Column.of(
          "days_open",
          "Days open",
          Format.INTEGER,
          "IF(ISNUMBER({in_opened}),as_of-{in_opened},\"\")"),
      Column.array(
          "worst",
          "Worst day seen",
          Format.PERCENT,
          i -> "IF({sign}>0," + worst(LOWS, -1) + "," + worst(HIGHS, 1) + ")")
    };
  }

  /** The largest move against the position from a close to the next bar's low, or high. */
  private static String worst(String extremes, int direction) {
    String before = "({closes}/(1+{returns}))";
    String move = direction < 0 ? "1-" + extremes + "/" + before : extremes + "/" + before + "-1";
    return "MAX(0,IF(ISNUMBER({returns})," + move + ",0))";
  }

  private static Column[] losses() {
    return new Column[] {
      AssetColumns.name("asset4"),
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
      AssetColumns.volatility(),
      Column.of(
          "tilt",
          "Loss ÷ volatility, short negative",
          Format.NUMBER,
          "IF(N({volatility})>0,{sign}*N({at_risk})/{volatility},0)")
    };
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

  private static Column[] sizes() {
    return new Column[] {
      AssetColumns.name("asset5"),
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
      Column.of("used", "Held ÷ allowed", Format.PERCENT, "IF({allowed}>0,{units}/{allowed},\"\")"),
      Column.of("signed", "Units, short negative", Format.UNITS, "{sign}*{units}"),
      Column.of(
          "order",
          "Loss to rank by",
          Format.MONEY,
          "IF(ISNUMBER({gap_loss}),ROUND({gap_loss},6),1E+15)"),
      AssetColumns.rank("rank", "Rank", "order")
    };
  }

  private static int figures(FigureList list, Columns columns) {
    list.add(
            "Value of the positions",
            "portfolio_value",
            columns.over("SUM({value:all})"),
            Format.MONEY)
        .add("Open profit", "open_profit", columns.over("SUM({profit:all})"), Format.MONEY);
    Trades.equity(
            list,
            columns.over("cash+SUMIF({sign:all},1,{value:all})+SUMIF({sign:all},-1,{profit:all})"))
        .add(
            "Positions without a stop",
            "positions_without_stop",
            columns.over("COUNTIF({state:all},\"" + NO_STOP + "\")"),
            Format.INTEGER)
        .add(
            "of them short: the loss has no limit",
            "shorts_without_stop",
            columns.over("SUMPRODUCT(--({sign:all}=-1),--({state:all}=\"" + NO_STOP + "\"))"),
            Format.INTEGER)
        .add(
            "Positions through their stop",
            "positions_through",
            columns.over("COUNTIF({state:all},\"" + THROUGH + "\")"),
            Format.INTEGER);
    losses(list, columns, "stop", "Loss if every stop fills");
    losses(list, columns, "gap", "Loss if every stop is gapped through");
    String exposure = "risk_per_volatility";
    return list.add(
            "Portfolio heat, before fees",
            "heat",
            limited(
                either(
                    "PORTFOLIO_HEAT(equity,signed_units,position_prices,position_fills)",
                    columns.over("SUM({at_risk:all})/equity"))),
            Format.PERCENT2)
        .add(
            "Heat that moves together",
            "heat_correlated",
            limited(
                "SQRT(MAX(0,SUMPRODUCT("
                    + exposure
                    + ",MMULT(covariance,"
                    + exposure
                    + "))+SUMPRODUCT("
                    + columns.over("--({volatility:all}=0),{at_risk:all},{at_risk:all}")
                    + ")))/equity"),
            Format.PERCENT2)
        .add(
            "Headroom to the heat limit",
            "heat_headroom",
            limited("heat_limit-heat"),
            Format.PERCENT2)
        .add(
            "Headroom in currency",
            "heat_headroom_value",
            limited("heat_headroom*equity"),
            Format.MONEY)
        .add(
            "Largest loss at one stop, % of equity",
            "largest_stop_share", limited(columns.over("MAX({stop_share:all})")), Format.PERCENT2)
        .add(
            "Loss of the last day",
            "daily_loss",
            columns.over("MAX(0,-SUM({day:all}))"),
            Format.MONEY)
        .add(
            "in % of the equity before it",
            "daily_loss_share", "daily_loss/(equity+daily_loss)", Format.PERCENT2)
        .nextRow();
  }

  private static void losses(FigureList list, Columns columns, String kind, String label) {
    String total = kind + "_loss_total";
    list.add(label, total, limited(columns.over("SUM({" + kind + "_loss:all})")), Format.MONEY)
        .add("in % of equity", kind + "_loss_share", limited(total + "/equity"), Format.PERCENT2)
        .add(
            "Gain needed to recover from it",
            kind + "_recovery_gain",
            limited(
                "IF("
                    + total
                    + "=0,0,IF("
                    + total
                    + "<equity,"
                    + either(
                        "RECOVERY_GAIN(" + total + "/equity)", total + "/(equity-" + total + ")")
                    + ",\""
                    + ALL_LOST
                    + "\"))"),
            Format.PERCENT);
  }

  private static String limited(String formula) {
    return "IF(shorts_without_stop>0,\"" + UNLIMITED + "\"," + formula + ")";
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
      sheet.formula(
          row, 2, Measures.recoveryGain(A1.cell(row, 1)), Style.calculated(Format.PERCENT));
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
      sheet.formula(
          row, 3 + m, Measures.recoveryGain(A1.cell(row, 1)), Style.calculated(Format.PERCENT));
    }
    return first;
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

  /**
   * The positions by loss in a gap: asset, loss at the stop, loss in a gap, side, method, price,
   * stop, distance, status.
   */
  Ranking ranking() {
    return ranking;
  }
}
