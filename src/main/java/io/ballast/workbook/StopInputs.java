package io.ballast.workbook;

import io.ballast.market.PriceTable;
import io.ballast.workbook.InputSheet.Field;
import io.ballast.workbook.Style.Format;
import java.time.LocalDate;

/** The assumptions and the columns of holdings of the stop-loss workbook. */
final class StopInputs {
  /** How many days before the as-of date a position is taken to be opened if nothing is known. */
  private static final int DAYS_HELD = 30;

  private StopInputs() {}

  /**
   * Writes them.
   *
   * @param portfolio with its as-of date resolved
   */
  static void write(InputSheet inputs, Sheet sheet, Portfolio portfolio, Columns columns) {
    inputs.section("Money and risk");
    inputs.number(
        "Cash and collateral",
        "cash",
        0.0,
        Format.MONEY,
        "money outside the positions, without the proceeds of short sales");
    inputs.between(0, 1e15, "An amount of 0 or more.");
    Trades.ownEquity(inputs, "blank: cash + value of the longs + open profit of the shorts");
    share(inputs, "Risk per trade", "risk_per_trade", 0.01, "of equity, that one stop may cost");
    share(inputs, "Fee rate", "fee_rate", 0.001, "of the value traded, each time");
    share(inputs, "Gap", "gap_default", 0.2, "jump against the position before the stop can fill");
    share(inputs, "Slippage in a gap", "slippage", 0.005, "worse than where trading resumes");
    inputs.section("Stops");
    share(inputs, "Stop %", "stop_percent", 0.1, "percent stop, from the entry");
    days(inputs, "ATR period", "atr_period", 14, "days, after Wilder");
    inputs.number(
        "ATR multiple", "atr_multiple", 3.0, Format.NUMBER, "of the ATR stop and the chandelier");
    inputs.between(0.1, 100, "A number from 0.1 to 100.");
    days(inputs, "Chandelier window", "chandelier_days", 22, "days of the highest high");
    share(inputs, "Trailing %", "trailing_percent", 0.15, "trailing stop, from the best close");
    days(inputs, "Trailing window", "trailing_days", 90, "days, if the opening date is blank");
    inputs.number(
        "Break-even after",
        "breakeven_trigger",
        1.0,
        Format.NUMBER,
        "R earned: then the percent stop moves to the entry and fees");
    inputs.between(0, 100, "A number from 0 to 100.");
    days(inputs, "Structure window", "structure_days", 20, "days of the lowest low");
    days(inputs, "Time stop after", "time_stop_days", 30, "days without enough profit");
    inputs.number(
        "Time stop unless profit of", "time_stop_profit", 0.5, Format.NUMBER, "R at least");
    inputs.between(-100, 100, "A number of R.");
    inputs.number(
        "Least distance in ATRs",
        "atr_floor",
        1.0,
        Format.NUMBER,
        "a nearer stop is hit by ordinary moves");
    inputs.between(0, 100, "A number from 0 to 100.");
    inputs.section("Staged exits");
    for (int level = 1; level <= StopOrders.LEVELS; level++) {
      inputs.number(
          "Exit " + level + " at",
          "exit_profit_" + level,
          (double) level,
          Format.NUMBER,
          "R of profit");
      inputs.between(0, 1000, "A number of R, 0 or more.");
    }
    share(inputs, "Share sold at exit 1", "exit_share_1", 0.5, "of the units");
    share(inputs, "Share sold at exit 2", "exit_share_2", 0.25, "of the units; exit 3: the rest");
    inputs.section("Position shown, and does a stop help it?");
    inputs.text(
        "Position",
        "chart_position",
        portfolio.holdings().get(0).asset(),
        "in the chart of stops and in the test");
    inputs.oneOfCells("holding_slots", "An asset of the table Positions.");
    share(inputs, "Trailing stop tested", "test_percent", 0.15, "below the highest close");
    inputs.number("Buy again after", "test_reentry", 10.0, Format.INTEGER, "days out; 0: never");
    inputs.between(0, 1000, "Whole days, 0 or more.");
    inputs.holdings(
        "Positions",
        "Own stop % serves Percent, Trailing and Break-even; own stop price serves Price. Blank own"
            + " cells take the figure above. Opened on blank: the trailing window counts.",
        columns,
        fields(portfolio));
    sheet.widths(32, 14, 16, 14, 13, 13, 11, 14, 11, 14);
    sheet.freeze(3, 0);
  }

  private static void share(
      InputSheet inputs, String label, String name, double value, String note) {
    inputs.number(label, name, value, Format.PERCENT, note);
    inputs.between(0, 0.99, "A share from 0 % to 99 %.");
  }

  private static void days(
      InputSheet inputs, String label, String name, double value, String note) {
    inputs.number(label, name, value, Format.INTEGER, note);
    inputs.between(1, 10_000, "Whole days, 1 or more.");
  }

  private static Field[] fields(Portfolio portfolio) {
    PriceTable prices = portfolio.prices();
    LocalDate asOf = portfolio.settings().asOf();
    return new Field[] {
      Trades.side(),
      Field.unsignedUnits(),
      Field.price("in_entry", "Entry price", h -> entry(h, prices, asOf)),
      new Field(
          "in_opened",
          "Opened on",
          Format.DATE,
          h ->
              Double.isNaN(h.entry())
                  ? (Double) Days.serial(prices.dates().get(opened(h, prices, asOf)))
                  : null,
          block -> new Rule.DateEntry(block, "The day the position was opened, or blank.")),
      Field.word(
          "in_method",
          "Stop method",
          StopMethods.WORDS,
          h -> Double.isNaN(h.stop()) ? "ATR" : "Price"),
      own("in_percent", "Own stop %"),
      Field.price("in_stop", "Own stop price", Holding::stop),
      own("in_gap", "Own gap"),
      Field.price("in_target", "Target price", h -> null)
    };
  }

  private static Field own(String key, String header) {
    return Field.number(
        key, header, Format.PERCENT, h -> null, 0.0001, 0.99, "A share up to 99 %, or blank.");
  }

  private static double entry(Holding holding, PriceTable prices, LocalDate asOf) {
    return Double.isNaN(holding.entry())
        ? prices.close()[prices.column(holding.asset())][opened(holding, prices, asOf)]
        : holding.entry();
  }

  /** The last priced date that is {@value #DAYS_HELD} days before the as-of date, or the first. */
  private static int opened(Holding holding, PriceTable prices, LocalDate asOf) {
    double[] close = prices.close()[prices.column(holding.asset())];
    LocalDate latest = asOf.minusDays(DAYS_HELD);
    int found = -1;
    for (int t = 0; t < close.length; t++) {
      boolean early = !prices.dates().get(t).isAfter(latest);
      if (!Double.isNaN(close[t]) && (early || found < 0)) {
        found = t;
      }
    }
    return found;
  }
}
