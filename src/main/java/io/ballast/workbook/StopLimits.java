package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/**
 * The sheet Limits of the stop-loss workbook: the portfolio's limits and each position's alerts.
 */
final class StopLimits {
  private static final int FIRST = 6;
  private static final String NOT_APPLICABLE = "\"n/a\"";

  private final Sheet sheet;
  private final int last;

  /**
   * Fills the sheet.
   *
   * @param columns knows the columns of Calculation and is told those of this sheet
   */
  StopLimits(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.sheet = sheet;
    frame.head(sheet, "Limits and alerts");
    sheet.set(4, 0, "Portfolio limits; the limits themselves are on Inputs", Style.SECTION);
    Frame.headers(
        sheet,
        5,
        0,
        "Limit",
        "At most",
        "Now",
        "Used",
        "Headroom",
        "Headroom, currency",
        "Status",
        "What to do");
    int row = FIRST;
    row =
        limit(
            row,
            "Portfolio heat, before fees",
            "heat_cap",
            "heat",
            "Tighten stops or cut positions until the heat fits.");
    row =
        limit(
            row,
            "Loss if every stop is gapped through",
            "gap_loss_limit",
            "gap_loss_share",
            "Hold less: no stop protects against a gap.");
    row =
        limit(
            row,
            "Largest loss at one stop",
            "risk_per_trade",
            "largest_stop_share",
            "Cut the position to the units allowed.");
    row =
        limit(
            row,
            "Loss of the last day",
            "daily_loss_limit",
            "daily_loss_share",
            "Open nothing new today.");
    last = row - 1;
    sheet.add(new Rule.Status(Chart.Block.column(sheet, FIRST, last, 6)));
    row = alerts(row + 1, columns);
    Chart.Block first = columns.cells("alert_stop");
    sheet.add(new Rule.Status(new Chart.Block(sheet, first.firstRow(), 1, first.lastRow(), 6)));
    row = count(book, row, "Limits breached", "limits_breached", breaches(6, FIRST, last));
    row =
        count(
            book,
            row,
            "Positions with an alert",
            "positions_alerted",
            breaches(6, first.firstRow(), first.lastRow()));
    count(book, row, "Alerts in all", "alert_count", "limits_breached+positions_alerted");
    sheet.widths(36, 14, 16, 16, 16, 18, 14, 62);
    sheet.freeze(3, 1);
    sheet.onePage();
    sheet.lock();
  }

  private int limit(int row, String label, String limit, String figure, String action) {
    int r = row + 1;
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(row, 1, limit, Style.calculated(Format.PERCENT));
    sheet.formula(row, 2, figure, Style.calculated(Format.PERCENT2));
    sheet.formula(
        row,
        3,
        "IF(AND(ISNUMBER(C" + r + "),B" + r + ">0),C" + r + "/B" + r + ",\"n/a\")",
        Style.calculated(Format.PERCENT));
    String headroom = "IF(ISNUMBER(C" + r + "),B" + r + "-C" + r + ",\"none\")";
    sheet.formula(row, 4, headroom, Style.calculated(Format.PERCENT2));
    sheet.formula(
        row,
        5,
        "IF(ISNUMBER(E" + r + "),E" + r + "*equity,\"none\")",
        Style.calculated(Format.MONEY));
    sheet.formula(
        row,
        6,
        "IF(ISNUMBER(C" + r + ")," + LimitStatus.atMost("C" + r, "B" + r) + ",\"BREACH\")",
        Style.STATUS);
    sheet.formula(row, 7, "IF(G" + r + "=\"OK\",\"\",\"" + action + "\")", Style.LABEL);
    return row + 1;
  }

  private int alerts(int row, Columns columns) {
    int below =
        columns.block(
            sheet,
            row,
            "Position alerts",
            Column.text("alert_asset", "Asset", "{in_asset}"),
            Column.status("alert_stop", "Has a stop", "IF({state}=\"no stop\",\"BREACH\",\"OK\")"),
            Column.status(
                "alert_through",
                "Price not through it",
                "IF({state}=\"no stop\","
                    + NOT_APPLICABLE
                    + ",IF({state}=\"through\",\"BREACH\",\"OK\"))"),
            Column.status(
                "alert_near",
                "Far enough, in ATRs",
                "IF(AND({state}=\"set\",ISNUMBER({distance_atr})),"
                    + LimitStatus.atLeast("{distance_atr}", "atr_floor")
                    + ","
                    + NOT_APPLICABLE
                    + ")"),
            Column.status(
                "alert_size",
                "Size as allowed",
                "IF({state}=\"set\","
                    + LimitStatus.atMost("{units}", "{allowed}")
                    + ","
                    + NOT_APPLICABLE
                    + ")"),
            Column.status(
                "alert_gap", "Gap covers the worst day", "IF({worst}>{gap},\"WATCH\",\"OK\")"),
            Column.status(
                "alert",
                "Status",
                "IF(COUNTIF("
                    + across("alert_stop", "alert_gap")
                    + ",\"BREACH\")>0,\"BREACH\","
                    + "IF(COUNTIF("
                    + across("alert_stop", "alert_gap")
                    + ",\"WATCH\")>0,\"WATCH\",\"OK\"))"),
            Column.text(
                "alert_action",
                "What to do",
                "IF({alert_stop}<>\"OK\",\"Set a stop: nothing limits this loss.\","
                    + "IF({alert_through}<>\"OK\","
                    + "\"The price is through the stop: leave the position, or say why not.\","
                    + "IF({alert_size}=\"BREACH\",\"Too large for the risk per trade: cut it by \""
                    + "&ROUND(100*{excess}/{units},0)&\" %.\","
                    + "IF({alert_near}=\"BREACH\",\"Ordinary moves hit this stop: give it room.\","
                    + "IF({alert_gap}<>\"OK\",\"One day was worse than the gap assumed: raise it.\","
                    + "\"\")))))"));
    columns.write();
    return below;
  }

  /** The cells of a position from one column to another. */
  private static String across(String from, String to) {
    return "{" + from + "}:{" + to + "}";
  }

  private static String breaches(int column, int first, int end) {
    return "COUNTIF(" + A1.absolute(first, column, end, column) + ",\"BREACH\")";
  }

  private int count(Book book, int row, String label, String name, String formula) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(row, 1, formula, Style.calculated(Format.INTEGER));
    book.name(name, sheet, row, 1);
    return row + 1;
  }

  /** How many portfolio limits there are. */
  int count() {
    return last - FIRST + 1;
  }

  /** The address of a column of a portfolio limit: 0 its name, 2 the figure, 6 the status. */
  String at(int limit, int column) {
    return sheet.at(FIRST + limit, column);
  }
}
