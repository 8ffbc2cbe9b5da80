package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of each idea by every method, none more than the equity buys at the idea's leverage,
 * rounded down to its lot; and the size in force.
 */
final class SizingMethods {
  /** The words that choose a method. */
  static final List<String> WORDS =
      List.of("Fixed fraction", "Cash", "ATR unit", "Volatility target", "Kelly", "Equal weight");

  /** The columns of the methods, in the order of the words. */
  static final List<String> KEYS =
      List.of("by_fraction", "by_cash", "by_atr", "by_volatility", "by_kelly", "by_weight");

  private SizingMethods() {}

  /** The units by each method. */
  static Column[] methods() {
    return new Column[] {
      AssetColumns.name("asset3"),
      units(
          0,
          either(
              "ABS(POSITION_SIZE(equity,risk_per_trade,{entry},{stop},fee_rate,{lot},{leverage}))",
              lots("MIN(equity*risk_per_trade/{unit_loss},{affordable})"))),
      units(1, lots("MIN(cash_risk/{unit_loss},{affordable})")),
      units(
          2,
          lots(
              "MIN(equity*risk_per_trade/(atr_multiple*{atr}+2*fee_rate*{entry}+1E-300),"
                  + "{affordable})")),
      units(3, lots("MIN({target_weight}*equity/{entry},{affordable})")),
      units(4, lots("MIN(equity*MAX(0,{kelly})*kelly_fraction/{unit_loss},{affordable})")),
      units(5, lots("MIN(equity/asset_count/{entry},{affordable})"))
    };
  }

  private static Column units(int method, String formula) {
    return Column.of(
        KEYS.get(method),
        WORDS.get(method),
        Format.UNITS,
        "IF({state}=\"" + SizingCalculation.READY + "\"," + formula + ",0)");
  }

  /** Rounded down to the lot; a number within rounding of a multiple is that multiple. */
  static String lots(String units) {
    return "IF({lot}>0,{lot}*INT(ROUND(" + units + "/{lot},9))," + units + ")";
  }

  /** The size in force: the chosen method's, capped by the profile. */
  static Column[] inForce() {
    List<Column> list = new ArrayList<>();
    list.add(AssetColumns.name("asset4"));
    StringBuilder chosen = new StringBuilder();
    for (int i = 0; i < KEYS.size() - 1; i++) {
      chosen.append("IF(sizing_method=\"").append(WORDS.get(i)).append("\",{");
      chosen.append(KEYS.get(i)).append("},");
    }
    chosen.append("{").append(KEYS.get(KEYS.size() - 1)).append("}").append(")".repeat(5));
    list.add(Column.of("chosen", "By the method", Format.UNITS, chosen.toString()));
    list.add(
        Column.of(
            "cap_risk",
            "Cap: risk per trade",
            Format.UNITS,
            "IF({unit_loss}>0,equity*risk_per_trade_limit/{unit_loss},{affordable})"));
    list.add(
        Column.of(
            "cap_weight",
            "Cap: largest weight",
            Format.UNITS,
            "equity*largest_weight_limit/{entry}"));
    list.add(
        Column.of("cap_leverage", "Cap: leverage", Format.UNITS, "equity*leverage_limit/{entry}"));
    list.add(
        Column.of(
            "size",
            "Size in force",
            Format.UNITS,
            "IF(AND({in_take}=\"yes\",{state}=\""
                + SizingCalculation.READY
                + "\"),"
                + lots("MIN({chosen},{cap_risk},{cap_weight},{cap_leverage})")
                + ",0)"));
    list.add(
        Column.text(
            "capped",
            "Decided by",
            "IF({in_take}<>\"yes\",\"not taken\",IF({state}<>\""
                + SizingCalculation.READY
                + "\",{state},IF({chosen}<=MIN({cap_risk},{cap_weight},{cap_leverage})"
                + "*1.000000001,\"method\",IF({cap_risk}<=MIN({cap_weight},{cap_leverage}),"
                + "\"risk per trade\",IF({cap_weight}<={cap_leverage},\"largest weight\","
                + "\"leverage\")))))"));
    list.add(Column.of("size_value", "Value", Format.MONEY, "{size}*{entry}"));
    list.add(
        Column.of("size_margin", "Margin used", Format.MONEY, "{size_value}/MAX(1,{leverage})"));
    list.add(Column.of("size_weight", "Value, % of equity", Format.PERCENT, "{size_value}/equity"));
    list.add(Column.of("loss", "Loss at the stop", Format.MONEY, "{size}*{unit_loss}"));
    list.add(Column.of("loss_share", "Loss, % of equity", Format.PERCENT2, "{loss}/equity"));
    list.add(
        Column.of(
            "bad_day",
            "Value at risk, one day",
            Format.MONEY,
            "{size_value}*" + Measures.valueAtRisk("{returns}")));
    list.add(
        Column.of("change", "Buy (+), sell (−) units", Format.UNITS, "{sign}*({size}-{units})"));
    list.add(Column.of("order", "Loss to rank by", Format.MONEY, "ROUND({loss},6)"));
    list.add(AssetColumns.rank("rank", "Rank by loss", "order"));
    return list.toArray(Column[]::new);
  }
}
