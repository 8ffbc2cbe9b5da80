package io.ballast.workbook;

import io.ballast.workbook.InputSheet.Field;
import io.ballast.workbook.Style.Format;
import java.util.List;
import java.util.function.Function;

/** The assumptions and the columns of ideas of the position-sizing workbook. */
final class SizingInputs {
  private SizingInputs() {}

  static void write(InputSheet inputs, Sheet sheet, Columns columns) {
    inputs.section("Money and risk");
    inputs.number(
        "Cash", "cash", 0.0, Format.MONEY, "money outside the positions, part of the equity");
    inputs.between(0, 1e15, "An amount of 0 or more.");
    Trades.ownEquity(inputs, "blank: cash + money of one's own in what is held");
    inputs.amount(
        "Net worth, if you know it",
        "net_worth",
        "for the share of crypto in it; blank: not limited");
    inputs.number(
        "Risk per trade, your own",
        "own_risk",
        null,
        Format.PERCENT2,
        "of equity lost at a stop; blank: what the profile allows");
    inputs.between(0.0001, 0.5, "A share up to 50 %, or blank.");
    inputs.number("Fee rate", "fee_rate", 0.001, Format.PERCENT2, "of the value traded, each time");
    inputs.between(0, 0.2, "A share from 0 % to 20 %.");
    inputs.section("Method");
    inputs.text(
        "Size by",
        "sizing_method",
        SizingMethods.WORDS.get(0),
        "the method in force; the profile caps it");
    inputs.oneOf(SizingMethods.WORDS, "One of: " + String.join(", ", SizingMethods.WORDS) + ".");
    inputs.amount(
        "Cash at risk per idea", "own_cash_risk", "method Cash; blank: half of the risk per trade");
    inputs.number(
        "Stop %", "stop_percent", 0.1, Format.PERCENT, "from the entry, if no stop is set");
    inputs.between(0.001, 0.99, "A share from 0.1 % to 99 %.");
    inputs.number(
        "ATR multiple", "atr_multiple", 3.0, Format.NUMBER, "distance of the method ATR unit");
    inputs.between(0.1, 100, "A number from 0.1 to 100.");
    inputs.number(
        "ATR period", "atr_period", 14.0, Format.INTEGER, "days, for the ATR from closing prices");
    inputs.between(2, 365, "Whole days, 2 or more.");
    inputs.number(
        "Target volatility per idea",
        "target_volatility",
        0.05,
        Format.PERCENT,
        "annual, of equity; method Volatility target");
    inputs.between(0, 10, "A share of 0 % or more.");
    inputs.section("Edge, for Kelly and the odds of losing");
    inputs.number("Win rate", "win_rate", 0.45, Format.PERCENT, "of your trades so far");
    inputs.between(0.01, 0.99, "A share from 1 % to 99 %.");
    inputs.number(
        "Payoff ratio", "payoff_ratio", 2.0, Format.NUMBER, "average gain ÷ average loss");
    inputs.between(0.01, 1000, "A number above 0.");
    inputs.number(
        "Fraction of Kelly", "kelly_share", 0.5, Format.NUMBER, "method Kelly; 0.5: half Kelly");
    inputs.between(0.01, 2, "A number from 0.01 to 2.");
    inputs.section("Leverage");
    inputs.number(
        "Leverage of a position",
        "leverage_default",
        1.0,
        Format.NUMBER,
        "value ÷ margin, isolated; 1: no borrowing");
    inputs.between(Holding.LEAST_LEVERAGE, Holding.MOST_LEVERAGE, "A number from 0.1 to 125.");
    inputs.number(
        "Maintenance margin",
        "maintenance_margin",
        0.005,
        Format.PERCENT2,
        "of the position's value; your venue's table");
    inputs.between(0, 0.5, "A share from 0 % to 50 %.");
    inputs.text("Contract", "contract", "linear", "inverse: margin and profit in the coin");
    inputs.oneOf(List.of("linear", "inverse"), "linear or inverse.");
    inputs.holdings(
        "Ideas",
        "Entry blank: today's price. Stop blank: the stop % above. Own cells blank: the figure"
            + " above. An ATR with true ranges comes from the stop-loss workbook.",
        columns,
        Trades.side(),
        Field.unsignedUnits(),
        Field.word("in_take", "Take it", List.of("yes", "no"), h -> "yes"),
        Field.price("in_entry", "Entry", h -> null),
        Field.price("in_stop", "Stop", Holding::stop),
        Field.price("in_target", "Target", h -> null),
        own("in_win", "Own win rate", Format.PERCENT, h -> null, 0.01, 0.99),
        own(
            "in_leverage",
            "Own leverage",
            Format.NUMBER,
            Holding::leverage,
            Holding.LEAST_LEVERAGE,
            Holding.MOST_LEVERAGE),
        own("in_lot", "Lot", Format.UNITS, h -> null, 1e-12, 1e12),
        Field.price("in_atr", "Own ATR", h -> null));
    sheet.widths(32, 14, 16, 12, 13, 13, 13, 12, 12, 10, 12);
    sheet.freeze(3, 0);
  }

  private static Field own(
      String key,
      String header,
      Format format,
      Function<Holding, Object> value,
      double low,
      double high) {
    return Field.number(
        key,
        header,
        format,
        value,
        low,
        high,
        "A number from " + low + " to " + high + ", or blank.");
  }
}
