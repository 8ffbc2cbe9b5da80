package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The stop of each position by every method, and the one in force.
 *
 * <p>A stop that would not be above 0 does not exist: its cell is blank.
 */
final class StopMethods {
  /** The words that choose a stop. */
  static final List<String> WORDS =
      List.of(
          "Percent",
          "Max loss",
          "ATR",
          "Chandelier",
          "Trailing",
          "Break-even",
          "Structure",
          "Price",
          "None");

  private StopMethods() {}

  /** Highs, lows and closes of a position up to the as-of date, text where there is no bar. */
  static String used(String field) {
    return "IF(ISNUMBER({ranges})," + field + ",\"\")";
  }

  /** The columns, with what the stops rest on first. */
  static Column[] columns() {
    return new Column[] {
      AssetColumns.name("asset2"),
      Column.of("atr_rows", "ATR, built-in", Format.PRICE, "INDEX({averages},as_of_row)"),
      Column.array(
          "atr",
          "ATR",
          Format.PRICE,
          i ->
              "IF(ISNUMBER({atr_rows}),"
                  + either(
                      "ATR("
                          + used(StopCalculation.HIGHS)
                          + ","
                          + used(StopCalculation.LOWS)
                          + ","
                          + used(StopCalculation.CLOSES)
                          + ",atr_period)",
                      "{atr_rows}")
                  + ",\"\")"),
      Column.array(
          "best",
          "Best close since opened",
          Format.PRICE,
          i -> "IF({sign}>0,MAX(" + held() + "),MIN(" + held() + "))"),
      Column.of("trailing", "Trailing %", Format.PERCENT, own("trailing_percent")),
      Column.of(
          "percent_stop",
          "Percent stop",
          Format.PRICE,
          either(
              "STOP_PERCENT({entry}," + own("stop_percent") + ",{side})",
              "{entry}*(1-{sign}*" + own("stop_percent") + ")")),
      Column.of(
          "loss_stop",
          "Max-loss stop",
          Format.PRICE,
          "IF({units}>0," + above0("{entry}-{sign}*risk_per_trade*equity/{units}") + ",\"\")"),
      Column.of(
          "atr_stop",
          "ATR stop",
          Format.PRICE,
          "IF(ISNUMBER({atr}),IF({entry}>{sign}*atr_multiple*{atr},"
              + either(
                  "STOP_ATR({entry},{atr},atr_multiple,{side})",
                  "{entry}-{sign}*atr_multiple*{atr}")
              + ",\"\"),\"\")"),
      Column.array(
          "chandelier_stop",
          "Chandelier",
          Format.PRICE,
          i ->
              "IF(ISNUMBER({atr}),"
                  + above0(
                      extreme("chandelier_days", StopCalculation.HIGHS, StopCalculation.LOWS)
                          + "-{sign}*atr_multiple*{atr}")
                  + ",\"\")"),
      Column.of(
          "trailing_stop",
          "Trailing stop",
          Format.PRICE,
          either("STOP_PERCENT({best},{trailing},{side})", "{best}*(1-{sign}*{trailing})")),
      Column.of(
          "breakeven_stop",
          "Break-even stop",
          Format.PRICE,
          "IF({percent_stop}={entry},{entry},"
              + either(
                  "BREAKEVEN_STOP({entry},{percent_stop},{best},breakeven_trigger,fee_rate)",
                  "IF({sign}*({best}-{entry})-breakeven_trigger*ABS({entry}-{percent_stop})"
                      + ">=-1E-12*{entry},"
                      + "{entry}*(1+{sign}*fee_rate)/(1-{sign}*fee_rate),{percent_stop})")
              + ")"),
      Column.array(
          "structure_stop",
          "Structure",
          Format.PRICE,
          i -> extreme("structure_days", StopCalculation.LOWS, StopCalculation.HIGHS)),
      Column.of("price_stop", "Own stop", Format.PRICE, "IF(N({in_stop})>0,{in_stop},\"\")"),
      Column.text("method", "Method in force", "{in_method}"),
      Column.of("stop", "Stop in force", Format.PRICE, inForce())
    };
  }

  private static String own(String general) {
    return "IF(ISNUMBER({in_percent}),{in_percent}," + general + ")";
  }

  private static String above0(String stop) {
    return "IF(" + stop + ">0," + stop + ",\"\")";
  }

  /** The closes since a position was opened, or over the trailing window. */
  private static String held() {
    return "IF(bar_used*({closes}>0)*(price_dates>=MIN(IF(ISNUMBER({in_opened}),{in_opened},"
        + "as_of-trailing_days),as_of)),{closes},\"\")";
  }

  /** For a long the largest of one field over the latest days, or the least of another. */
  private static String extreme(String days, String ofLong, String ofShort) {
    boolean highest = ofLong.equals(StopCalculation.HIGHS);
    return "IF({sign}>0,"
        + (highest ? "MAX(" : "MIN(")
        + latest(days, ofLong)
        + "),"
        + (highest ? "MIN(" : "MAX(")
        + latest(days, ofShort)
        + "))";
  }

  private static String latest(String days, String field) {
    return "IF(ISNUMBER({ranges})*(price_dates>as_of-" + days + ")," + field + ",\"\")";
  }

  private static String inForce() {
    String[] stops = {
      "percent", "loss", "atr", "chandelier", "trailing", "breakeven", "structure", "price"
    };
    StringBuilder formula = new StringBuilder();
    for (int i = 0; i < stops.length; i++) {
      formula.append("IF({method}=\"").append(WORDS.get(i)).append("\",{").append(stops[i]);
      formula.append("_stop},");
    }
    return formula.append("\"\"").append(")".repeat(stops.length)).toString();
  }
}
