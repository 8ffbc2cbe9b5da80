package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.time.LocalDate;
import java.util.List;

/** The sheet Inputs of the stop-loss workbook: everything that a person may change but the bars. */
final class StopInputs {
  private static final String[] HEADERS = {
    "Asset",
    "Side",
    "Units",
    "Entry price",
    "Opened on",
    "Stop method",
    "Own stop %",
    "Own stop price",
    "Own gap",
    "Target price"
  };

  /** How many days before the as-of date a position is taken to be opened if nothing is known. */
  private static final int DAYS_HELD = 30;

  private final Book book;
  private final Sheet sheet;
  private int row = 5;

  /**
   * Fills the sheet.
   *
   * @param portfolio with its as-of date resolved
   * @param columns is told where the columns of the positions are: in_asset, in_side, in_units,
   *     in_entry, in_opened, in_method, in_percent, in_stop, in_gap, in_target
   */
  StopInputs(Book book, Sheet sheet, Frame frame, Portfolio portfolio, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    frame.head(sheet, "Inputs");
    sheet.set(4, 0, "Assumptions", Style.SECTION);
    assumptions(portfolio);
    row++;
    sheet.set(row++, 0, "Positions", Style.SECTION);
    sheet.set(
        row++,
        0,
        "Blank own cells take the figure above. Opened on blank: the trailing stop looks back over the"
            + " trailing window. Own stop % serves Percent and Trailing; own stop price serves Price.",
        Style.SUBTITLE);
    Frame.headers(sheet, row++, 0, HEADERS);
    positions(portfolio, columns);
    sheet.widths(36, 14, 16, 14, 13, 13, 11, 14, 11, 14);
    sheet.freeze(3, 0);
    sheet.onePage();
  }

  private void assumptions(Portfolio portfolio) {
    Settings s = portfolio.settings();
    Style.Format percent = Style.Format.PERCENT;
    assumption("Portfolio", "portfolio_name", portfolio.id(), Style.Format.TEXT, "");
    assumption(
        "Currency", "base_currency", s.currency(), Style.Format.TEXT, "of all prices and values");
    assumption(
        "As-of date",
        "as_of",
        Days.serial(s.asOf()),
        Style.Format.DATE,
        "a date of the sheet Bars; later bars are not used");
    sheet.add(new Rule.DateEntry(last(), "A date from the sheet Bars."));
    assumption(
        "Cash and collateral",
        "cash",
        0.0,
        Style.Format.MONEY,
        "money outside the positions, without the proceeds of short sales");
    assumption(
        "Equity, if you know it",
        "own_equity",
        null,
        Style.Format.MONEY,
        "blank: cash + value of the longs + open profit of the shorts");
    assumption(
        "Risk per trade",
        "risk_per_trade",
        0.01,
        Style.Format.PERCENT2,
        "share of equity that one stop may cost; sizes the positions");
    between(0, 1);
    assumption(
        "Fee rate",
        "fee_rate",
        0.001,
        Style.Format.PERCENT2,
        "of the value traded, paid when the stop sells or buys back");
    between(0, 0.99);
    assumption(
        "Slippage in a gap",
        "slippage",
        0.005,
        Style.Format.PERCENT2,
        "below (short: above) the price at which trading resumes");
    between(0, 0.99);
    assumption(
        "Gap",
        "gap_default",
        0.2,
        percent,
        "how far the price jumps against the position before the stop can fill");
    between(0, 0.99);
    assumption("ATR period", "atr_period", 14.0, Style.Format.INTEGER, "days, after Wilder 1978");
    between(1, 200);
    assumption(
        "ATR multiple", "atr_multiple", 3.0, Style.Format.NUMBER, "distance of the ATR stop");
    between(0, 100);
    assumption("Stop %", "stop_percent", 0.1, percent, "distance of the percent stop from entry");
    between(0, 0.99);
    assumption(
        "Trailing %",
        "trailing_percent", 0.15, percent, "distance of the trailing stop from the best close");
    between(0, 0.99);
    assumption(
        "Trailing window",
        "trailing_days",
        90.0,
        Style.Format.INTEGER,
        "days, for positions without an opening date");
    between(1, 10_000);
    assumption(
        "Heat cap",
        "heat_cap",
        0.06,
        percent,
        "of equity; sources differ: Elder 6 %, Tharp 6 to 10 %, system traders 15 to 25 %");
    between(0, 10);
    assumption(
        "Limit of the loss if all gap",
        "gap_loss_limit",
        0.25,
        percent,
        "of equity, if every stop is gapped through");
    between(0, 10);
    assumption(
        "Daily loss limit", "daily_loss_limit", 0.03, percent, "of equity, on the as-of date");
    between(0, 1);
    assumption(
        "Least distance in ATRs",
        "atr_floor",
        1.0,
        Style.Format.NUMBER,
        "a stop nearer than this is hit by ordinary moves");
    between(0, 100);
    assumption(
        "Watch from", "watch", 0.8, percent, "of a limit on, the status is WATCH before BREACH");
    between(0.01, 1);
    assumption(
        "Position in the chart",
        "chart_position",
        portfolio.holdings().get(0).asset(),
        Style.Format.TEXT,
        "an asset of the table below");
    sheet.add(new Rule.OneOfCells(last(), "position_assets", "An asset of the table Positions."));
  }

  private void assumption(
      String label, String name, Object value, Style.Format format, String note) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.set(row, 1, value, Style.input(format));
    sheet.set(row, 2, note, Style.SUBTITLE);
    book.name(name, sheet, row, 1);
    row++;
  }

  private void between(double low, double high) {
    sheet.add(new Rule.Between(last(), low, high, "A number from " + low + " to " + high + "."));
  }

  private Chart.Block last() {
    return new Chart.Block(sheet, row - 1, 1, row - 1, 1);
  }

  private void positions(Portfolio portfolio, Columns columns) {
    int first = row;
    int end = first + portfolio.holdings().size() - 1;
    String[] keys = {
      "in_asset",
      "in_side",
      "in_units",
      "in_entry",
      "in_opened",
      "in_method",
      "in_percent",
      "in_stop",
      "in_gap",
      "in_target"
    };
    for (int c = 0; c < keys.length; c++) {
      columns.place(keys[c], sheet, first, c);
    }
    for (Holding holding : portfolio.holdings()) {
      position(portfolio, holding);
    }
    book.name("position_assets", Chart.Block.column(sheet, first, end, 0));
    sheet.add(
        new Rule.OneOf(
            Chart.Block.column(sheet, first, end, 1),
            List.of("long", "short"),
            "long or short: the side decides, units are never negative."));
    sheet.add(
        new Rule.Between(
            Chart.Block.column(sheet, first, end, 2),
            0,
            1e15,
            "Units are 0 or more; a short is marked by its side."));
    Rule.Validation[] prices = {
      price(first, end, 3, "An entry price above 0."),
      price(first, end, 7, "A stop price above 0, or blank."),
      price(first, end, 9, "A target price above 0, or blank.")
    };
    for (Rule.Validation price : prices) {
      sheet.add(price);
    }
    sheet.add(
        new Rule.DateEntry(
            Chart.Block.column(sheet, first, end, 4),
            "The day the position was opened, or blank."));
    sheet.add(
        new Rule.OneOf(
            Chart.Block.column(sheet, first, end, 5),
            StopCalculation.METHODS,
            "Percent, ATR, Trailing, Price or None."));
    for (int c : new int[] {6, 8}) {
      sheet.add(
          new Rule.Between(
              Chart.Block.column(sheet, first, end, c), 0, 0.99, "A share from 0 % to 99 %."));
    }
  }

  private Rule.Validation price(int first, int end, int column, String message) {
    return new Rule.Between(Chart.Block.column(sheet, first, end, column), 1e-300, 1e300, message);
  }

  private void position(Portfolio portfolio, Holding holding) {
    PriceTable prices = portfolio.prices();
    boolean paid = !Double.isNaN(holding.entry());
    boolean stopped = !Double.isNaN(holding.stop());
    int opened = opened(prices, holding, portfolio.settings().asOf());
    double entry = paid ? holding.entry() : prices.close()[prices.column(holding.asset())][opened];
    Style.Format price = Style.Format.PRICE;
    sheet.set(row, 0, holding.asset(), Style.input(Style.Format.TEXT));
    sheet.set(row, 1, "long", Style.input(Style.Format.TEXT));
    sheet.set(row, 2, holding.quantity(), Style.input(Style.Format.UNITS));
    sheet.set(row, 3, entry, Style.input(price));
    sheet.set(
        row,
        4,
        paid ? null : (Double) Days.serial(prices.dates().get(opened)),
        Style.input(Style.Format.DATE));
    sheet.set(row, 5, stopped ? "Price" : "ATR", Style.input(Style.Format.TEXT));
    sheet.set(row, 6, null, Style.input(Style.Format.PERCENT));
    sheet.set(row, 7, stopped ? (Double) holding.stop() : null, Style.input(price));
    sheet.set(row, 8, null, Style.input(Style.Format.PERCENT));
    sheet.set(row, 9, null, Style.input(price));
    row++;
  }

  /** The last priced date that is {@value #DAYS_HELD} days before the as-of date, or the first. */
  private static int opened(PriceTable prices, Holding holding, LocalDate asOf) {
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
