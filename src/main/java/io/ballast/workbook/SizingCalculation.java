package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Calculation of the position-sizing workbook: each idea, then all of them. */
final class SizingCalculation {
  /** The state of an idea that can be sized. */
  static final String READY = "ready";

  private static final int SHOWN = 10;

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final int nextRow;
  private Ranking ranking;
  private Chart.Block methods;

  SizingCalculation(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Calculation");
    int row = columns.block(sheet, 4, "Ideas", ideas());
    row = columns.block(sheet, row, "Stop, leverage and liquidation", lines());
    row =
        columns.block(
            sheet,
            row,
            "Units by each method, at most what equity buys at the leverage",
            SizingMethods.methods());
    row =
        columns.block(
            sheet,
            row,
            "Size in force: the chosen method, capped by the profile",
            SizingMethods.inForce());
    nextRow = figures(row);
    sheet.widths(38, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  private static Column[] ideas() {
    return new Column[] {
      AssetColumns.name("asset"),
      Column.text("side", "Side", "IF({in_side}=\"\",\"long\",{in_side})"),
      Column.of("sign", "Long 1, short −1", Format.INTEGER, "IF({in_side}=\"short\",-1,1)"),
      Column.of("units", "Units held", Format.UNITS, "N({in_units})"),
      Column.of("price", "Price", Format.PRICE, HistorySheets.price("{in_asset}")),
      Column.of("value", "Value held", Format.MONEY, "{units}*{price}"),
      Column.of("margin", "Margin held", Format.MONEY, "{value}/MAX(1,N({in_leverage}))"),
      Column.of(
          "weight", "Weight", Format.PERCENT, "IF(portfolio_value>0,{value}/portfolio_value,0)"),
      Column.of("entry", "Entry", Format.PRICE, "IF(N({in_entry})>0,{in_entry},{price})"),
      Column.of(
          "stop",
          "Stop",
          Format.PRICE,
          "IF(N({in_stop})>0,{in_stop},"
              + either(
                  "STOP_PERCENT({entry},stop_percent,{side})", "{entry}*(1-{sign}*stop_percent)")
              + ")"),
      AssetColumns.volatility(),
      Column.array(
          "atr",
          "ATR, own or from closes",
          Format.PRICE,
          i ->
              "IF(N({in_atr})>0,{in_atr},{price}*AVERAGE(IF(ISNUMBER({returns}),"
                  + "IF(return_dates>as_of-atr_period,ABS({returns}),\"\"),\"\")))"),
      Column.of(
          "target_weight",
          "Weight for the target volatility",
          Format.PERCENT,
          "IF({volatility}=0,{leverage},"
              + either(
                  "VOLATILITY_TARGET({returns},target_volatility,{leverage},periods_per_year)",
                  "MIN({leverage},target_volatility/{volatility})")
              + ")"),
      Column.of(
          "reward",
          "Reward ÷ risk",
          Format.NUMBER,
          "IF(AND(N({in_target})>0,{state}=\""
              + READY
              + "\"),"
              + either(
                  "REWARD_RISK({entry},{stop},{in_target})",
                  "({in_target}-{entry})/({entry}-{stop})")
              + ",\"\")"),
      Column.of(
          "kelly",
          "Kelly: share of equity to risk",
          Format.PERCENT,
          either("KELLY({win},{payoff})", "{win}-(1-{win})/{payoff}")),
      Column.of(
          "kelly_weight",
          "Kelly weight from returns",
          Format.FACTOR,
          Measures.varying(
              "{volatility}",
              either(
                  "KELLY_RETURNS({returns},risk_free,1,periods_per_year)",
                  "(AVERAGE({returns})-((1+risk_free)^(1/periods_per_year)-1))/VAR.S({returns})"))),
      Column.of(
          "expectancy",
          "Expectancy, R per trade",
          Format.NUMBER,
          either("EXPECTANCY({win},{payoff})", "{win}*{payoff}-(1-{win})"))
    };
  }

  private static Column[] lines() {
    String liquidation =
        either(
            "LIQUIDATION_PRICE({entry},{leverage},maintenance_margin,{side},contract)",
            "IF(contract=\"linear\",{entry}*(1-{sign}/{leverage})/(1-{sign}*maintenance_margin),"
                + "{entry}*{leverage}/({leverage}*(1-{sign}*maintenance_margin)+{sign}))");
    return new Column[] {
      AssetColumns.name("asset2"),
      Column.status(
          "state",
          "State",
          "IF({sign}*({entry}-{stop})>1E-12*{entry},\"" + READY + "\",\"stop on wrong side\")"),
      Column.of("lot", "Lot", Format.UNITS, "N({in_lot})"),
      Column.of(
          "leverage",
          "Leverage",
          Format.NUMBER,
          "IF(N({in_leverage})>0,{in_leverage},leverage_default)"),
      Column.of(
          "affordable",
          "Units that equity buys",
          Format.UNITS,
          "equity/({entry}*(1/{leverage}+fee_rate))"),
      Column.of(
          "unit_loss",
          "Loss per unit, with fees",
          Format.PRICE,
          "ABS({entry}-{stop})+fee_rate*({entry}+{stop})"),
      Column.of("win", "Win rate", Format.PERCENT, "IF(ISNUMBER({in_win}),{in_win},win_rate)"),
      Column.of("payoff", "Payoff ratio", Format.NUMBER, "IF(N({reward})>0,{reward},payoff_ratio)"),
      Column.of(
          "liquidation",
          "Liquidation price",
          Format.PRICE,
          "IF({leverage}*maintenance_margin>=1,{entry},IF(OR(AND(contract=\"linear\",{sign}>0,"
              + "{leverage}<=1),AND(contract=\"inverse\",{sign}<0,"
              + "{leverage}*(1+maintenance_margin)<=1)),\"none\","
              + liquidation
              + "))"),
      Column.of("stop_line", "Stop, % of entry", Format.PERCENT, "{stop}/{entry}"),
      Column.of(
          "liquidation_line",
          "Liquidation, % of entry",
          Format.PERCENT,
          "IF(ISNUMBER({liquidation}),{liquidation}/{entry},0)"),
      Column.of("price_line", "Last price, % of entry", Format.PERCENT, "{price}/{entry}"),
      Column.of(
          "leverage_most",
          "Leverage at which liquidation meets the stop",
          Format.NUMBER,
          "IF(AND({state}=\""
              + READY
              + "\",contract=\"linear\"),IF({sign}*(1-{stop}*(1-{sign}*maintenance_margin)"
              + "/{entry})>0,MIN(125,{sign}/(1-{stop}*(1-{sign}*maintenance_margin)/{entry})),125),"
              + "\"n/a\")")
    };
  }

  private int figures(int row) {
    FigureList list =
        new FigureList(book, sheet, row, 0, "All ideas")
            .add("Value of what is held", "portfolio_value", over("SUM({value:all})"), Format.MONEY)
            .add("Margin of what is held", "margin_held", over("SUM({margin:all})"), Format.MONEY);
    return Trades.equity(list, "cash+margin_held")
        .add(
            "Risk per trade, capped by the profile",
            "risk_per_trade",
            "IF(ISNUMBER(own_risk),MIN(own_risk,risk_per_trade_limit),risk_per_trade_limit)",
            Format.PERCENT2)
        .add(
            "Cash at risk per idea",
            "cash_risk",
            "IF(ISNUMBER(own_cash_risk),own_cash_risk,equity*risk_per_trade/2)",
            Format.MONEY)
        .add(
            "Fraction of Kelly, capped by the profile",
            "kelly_fraction",
            "MIN(kelly_share,kelly_fraction_limit)",
            Format.NUMBER)
        .add("Loss if every stop fills", "loss_total", over("SUM({loss:all})"), Format.MONEY)
        .add("Heat: in % of equity", "heat", "loss_total/equity", Format.PERCENT2)
        .add(
            "Largest loss at one stop, % of equity",
            "largest_loss_share", over("MAX({loss_share:all})"), Format.PERCENT2)
        .add("Value of all sizes", "size_total", over("SUM({size_value:all})"), Format.MONEY)
        .add("Margin of all sizes", "margin_total", over("SUM({size_margin:all})"), Format.MONEY)
        .add("Gross leverage: value ÷ equity", "gross_leverage", "size_total/equity", Format.NUMBER)
        .add(
            "Value at risk, one day, if all fall together",
            "value_at_risk_sum",
            over("SUM({bad_day:all})"),
            Format.MONEY)
        .add(
            "Largest value, % of equity",
            "largest_size_share", over("MAX({size_weight:all})"), Format.PERCENT)
        .add(
            "Crypto, share of net worth",
            "crypto_share",
            "IF(N(net_worth)>0,portfolio_value/net_worth,\"n/a\")",
            Format.PERCENT)
        .add("Ideas taken", "ideas_taken", over("COUNTIF({size:all},\">0\")"), Format.INTEGER)
        .nextRow();
  }

  private String over(String formula) {
    return columns.over(formula);
  }

  /** Adds what rests on the sheet Limits too: the methods compared, and the ranking. */
  void finish() {
    sheet.set(nextRow, 0, "Methods compared, if every idea were sized by one", Style.SECTION);
    Frame.headers(
        sheet,
        nextRow + 1,
        0,
        "Method",
        "Value",
        "Loss if every stop fills",
        "Value, % of equity",
        "Heat, % of equity",
        "Chosen");
    int first = nextRow + 2;
    int count = SizingMethods.WORDS.size();
    for (int i = 0; i < count; i++) {
      String units = "{" + SizingMethods.KEYS.get(i) + ":all}";
      int r = first + i;
      sheet.set(r, 0, SizingMethods.WORDS.get(i), Style.LABEL);
      sheet.formula(
          r, 1, over("SUMPRODUCT(" + units + ",{entry:all})"), Style.calculated(Format.MONEY));
      sheet.formula(
          r, 2, over("SUMPRODUCT(" + units + ",{unit_loss:all})"), Style.calculated(Format.MONEY));
      sheet.formula(r, 3, A1.cell(r, 1) + "/equity", Style.calculated(Format.PERCENT));
      sheet.formula(r, 4, A1.cell(r, 2) + "/equity", Style.calculated(Format.PERCENT2));
      sheet.formula(
          r,
          5,
          "IF(sizing_method=\"" + SizingMethods.WORDS.get(i) + "\",\"chosen\",\"\")",
          Style.LABEL);
    }
    methods = new Chart.Block(sheet, first, 0, first + count - 1, 4);
    ranking =
        new Ranking(
            sheet,
            first + count + 1,
            0,
            "By loss at the stop",
            columns,
            "rank",
            SHOWN,
            List.of(
                new Ranking.Item("in_asset", "Asset", Style.LABEL),
                new Ranking.Item("side", "Side", Style.LABEL),
                new Ranking.Item("size", "Units", Style.calculated(Format.UNITS)),
                new Ranking.Item("size_value", "Value", Style.calculated(Format.MONEY)),
                new Ranking.Item("entry", "Entry", Style.calculated(Format.PRICE)),
                new Ranking.Item("stop", "Stop", Style.calculated(Format.PRICE)),
                new Ranking.Item("loss", "Loss at the stop", Style.calculated(Format.MONEY)),
                new Ranking.Item("alert", "Status", Style.STATUS),
                new Ranking.Item("stop_line", "Stop, % of entry", Style.calculated(Format.PERCENT)),
                new Ranking.Item(
                    "liquidation_line",
                    "Liquidation, % of entry",
                    Style.calculated(Format.PERCENT)),
                new Ranking.Item(
                    "price_line", "Last price, % of entry", Style.calculated(Format.PERCENT))));
  }

  /**
   * The ideas by loss at the stop: asset, side, units, value, entry, stop, loss, status, then stop,
   * liquidation and last price in % of entry.
   */
  Ranking ranking() {
    return ranking;
  }

  /** The chart of value and heat by method. */
  Chart methods(Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.BAR,
        "Six methods: money at work, and heat",
        "Bars of the value and of the heat, in % of equity, if every idea were sized by one method.",
        methods.column(0),
        List.of(
            new Chart.Series("Value, % of equity", methods.column(3), Chart.Color.SKY),
            new Chart.Series("Heat, % of equity", methods.column(4), Chart.Color.VERMILION)),
        Format.WHOLE_PERCENT,
        anchor);
  }
}
