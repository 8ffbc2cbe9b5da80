package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet Orders of the stop-loss workbook: the protective order of each position, its exits in
 * stages, and what is left at risk after each.
 */
final class StopOrders {
  /** How many exits there are; the last sells what is left. */
  static final int LEVELS = 3;

  private StopOrders() {}

  static void write(Frame frame, Sheet sheet, Columns columns) {
    frame.head(sheet, "Orders: protective stops and staged exits");
    sheet.set(
        3,
        0,
        "A stop order promises an exit, not a price; a stop-limit order promises the price, not the"
            + " exit. R is the distance from the entry to the stop at entry; where that stop is in profit,"
            + " to the percent stop.",
        Style.SUBTITLE);
    int row =
        columns.block(
            sheet,
            5,
            "Protective orders, good till cancelled",
            AssetColumns.name("order_asset"),
            Column.text(
                "order_kind",
                "Order",
                "IF({state}=\"no stop\",\"none\",IF({state}=\"through\",\"leave now\","
                    + "IF({sign}>0,\"sell stop\",\"buy stop\")))"),
            Column.of("order_units", "Units", Format.UNITS, "{units}"),
            Column.of("order_trigger", "Trigger", Format.PRICE, "{stop}"),
            Column.of(
                "order_limit",
                "Limit, if stop-limit",
                Format.PRICE,
                "IF(ISNUMBER({stop}),{stop}*(1-{sign}*slippage),\"\")"),
            Column.of("order_loss", "Loss if it fills", Format.MONEY, "{stop_loss}"),
            Column.of("order_gap_loss", "Loss if gapped", Format.MONEY, "{gap_loss}"));
    row = columns.block(sheet, row, "Staged exits", exits());
    columns.block(
        sheet, row, "If the rest is stopped after an exit, from the entry and before fees", rest());
    sheet.widths(24, 16, 16, 16, 18, 16, 16, 16, 16, 16);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  private static Column[] exits() {
    List<Column> list = new ArrayList<>();
    list.add(AssetColumns.name("exit_asset"));
    list.add(
        Column.of(
            "exit_risk",
            "R per unit",
            Format.PRICE,
            "IF(ISNUMBER({risk_unit}),{risk_unit},IF(ISNUMBER({initial}),"
                + "{sign}*({entry}-{percent_stop}),\"\"))"));
    for (int level = 1; level <= LEVELS; level++) {
      String share =
          level < LEVELS
              ? "MIN(exit_share_" + level + (level == 1 ? "" : ",1-exit_share_1") + ")"
              : "MAX(0,1-exit_share_1-exit_share_2)";
      list.add(
          Column.of("exit_units_" + level, "Units " + level, Format.UNITS, "{units}*" + share));
      String price = "{entry}+{sign}*exit_profit_" + level + "*{exit_risk}";
      list.add(
          Column.of(
              "exit_price_" + level,
              "Price " + level,
              Format.PRICE,
              "IF(ISNUMBER({exit_risk}),IF(" + price + ">0," + price + ",\"\"),\"\")"));
    }
    String prices = "COUNT({exit_price_1},{exit_price_2},{exit_price_3})=3";
    list.add(
        Column.of(
            "exit_average",
            "Average price",
            Format.PRICE,
            "IF(AND("
                + prices
                + ",{units}>0),({exit_units_1}*{exit_price_1}+{exit_units_2}*{exit_price_2}"
                + "+{exit_units_3}*{exit_price_3})/{units},\"\")"));
    list.add(
        Column.of(
            "exit_profit",
            "Profit if all fill",
            Format.MONEY,
            "IF(ISNUMBER({exit_average}),{sign}*{units}*({exit_average}-{entry})"
                + "-fee_rate*{units}*{exit_average},\"\")"));
    return list.toArray(Column[]::new);
  }

  private static Column[] rest() {
    String stopped = "{sign}*({initial}-{entry})";
    String first = "{exit_units_1}*{sign}*({exit_price_1}-{entry})";
    String second = "{exit_units_2}*{sign}*({exit_price_2}-{entry})";
    return new Column[] {
      AssetColumns.name("rest_asset"),
      Column.of("rest_now", "No exit: result", Format.MONEY, known("{units}*" + stopped)),
      Column.of("rest_units_1", "Units left after 1", Format.UNITS, "{units}-{exit_units_1}"),
      Column.of(
          "rest_risk_1",
          "Risk left after 1",
          Format.MONEY,
          known("{rest_units_1}*MAX(0,-" + stopped + ")")),
      Column.of(
          "rest_result_1", "Result", Format.MONEY, known(first + "+{rest_units_1}*" + stopped)),
      Column.of("rest_units_2", "Units left after 2", Format.UNITS, "{exit_units_3}"),
      Column.of(
          "rest_risk_2",
          "Risk left after 2",
          Format.MONEY,
          known("{rest_units_2}*MAX(0,-" + stopped + ")")),
      Column.of(
          "rest_result_2",
          "Result of both",
          Format.MONEY,
          known(first + "+" + second + "+{rest_units_2}*" + stopped))
    };
  }

  private static String known(String formula) {
    return "IF(COUNT({exit_price_1},{exit_price_2})=2," + formula + ",\"\")";
  }
}
