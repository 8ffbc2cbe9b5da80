package io.ballast.workbook;

import java.util.List;
import java.util.function.Function;

/**
 * The sheet Inputs: the assumptions that every workbook shares, those of its own, and a table of
 * holdings with room for more.
 *
 * <p>Names for formulas: {@code portfolio_name}, {@code base_currency}, {@code as_of} (the date in
 * use), {@code as_of_row} (its row among the prices, from 1), {@code lookback_days}, {@code
 * limiting_asset}, {@code benchmark}, {@code risk_free}, {@code periods_per_year}, {@code
 * confidence}, {@code risk_profile}, {@code holding_slots} (all rows for assets), {@code
 * holding_assets} (those in use) and {@code asset_count}.
 */
final class InputSheet {
  private final Book book;
  private final Portfolio portfolio;
  private final Room room;
  private final Sheet sheet;
  private int row = 5;

  /**
   * Writes the shared assumptions.
   *
   * @param portfolio as given: an as-of date of its own is entered, else the latest price's date
   *     counts
   * @param room how many holdings there is space for
   */
  InputSheet(Book book, Frame frame, Portfolio portfolio, Room room, Sheet sheet) {
    this(book, frame, portfolio, room, sheet, true);
  }

  /**
   * Writes the shared assumptions.
   *
   * @param market whether the workbook measures returns over a look-back against a benchmark; if
   *     not, these assumptions are left out
   */
  InputSheet(Book book, Frame frame, Portfolio portfolio, Room room, Sheet sheet, boolean market) {
    this(book, frame, portfolio, room, sheet, market, true);
  }

  /**
   * Writes the shared assumptions.
   *
   * @param periods whether the workbook has figures per year
   */
  InputSheet(
      Book book,
      Frame frame,
      Portfolio portfolio,
      Room room,
      Sheet sheet,
      boolean market,
      boolean periods) {
    this.book = book;
    this.portfolio = portfolio;
    this.room = room;
    this.sheet = sheet;
    book.use(portfolio.settings().limits());
    frame.head(sheet, "Inputs");
    sheet.set(4, 0, "Assumptions", Style.SECTION);
    Settings s = portfolio.settings();
    text("Portfolio", "portfolio_name", portfolio.name(), "");
    text("Currency", "base_currency", s.currency(), "of all prices and values");
    number(
        "As-of date, if not the latest",
        "own_as_of",
        s.asOf() == null ? null : (Double) Days.serial(s.asOf()),
        Style.Format.DATE,
        "later prices are not used; blank: the latest date on the sheet Prices");
    sheet.add(new Rule.DateEntry(last(), "A date on or after the first on the sheet Prices."));
    figure(
        "Its row among the prices",
        "as_of_row",
        "MATCH(IF(ISNUMBER(own_as_of),own_as_of,MAX(price_dates)),price_dates,1)",
        Style.Format.INTEGER,
        "the last date on or before it");
    figure("As-of date in use", "as_of", "INDEX(price_dates,as_of_row)", Style.Format.DATE, "");
    if (market) {
      market(s);
    }
    if (periods) {
      number(
          "Periods per year",
          "periods_per_year",
          s.periodsPerYear(),
          Style.Format.INTEGER,
          "365: crypto trades every day");
      between(1, 366, "365 for daily prices, 52 for weekly ones.");
    }
    if (market) {
      number(
          "Confidence",
          "confidence",
          s.confidence(),
          Style.Format.PERCENT,
          "of value at risk and expected shortfall, one day");
      between(0.500001, 0.999999, "A share above 50 % and below 100 %.");
    }
    text(
        "Risk profile",
        "risk_profile",
        s.profile().word(),
        "chooses the limits on the sheet Limits; your own limits there go first");
    sheet.add(new Rule.OneOf(last(), RiskProfile.words(), "One of the risk profiles."));
  }

  private void market(Settings s) {
    number(
        "Look-back",
        "lookback_days",
        (double) s.lookback(),
        Style.Format.INTEGER,
        "days of history at most; 0 uses all");
    between(0, 100_000, "Whole days, 0 or more.");
    sheet.set(row, 0, "History limited by", Style.LABEL);
    sheet.set(row, 1, Histories.limit(portfolio), Style.calculated(Style.Format.TEXT));
    sheet.set(row, 2, "the asset with the fewest prices when this file was made", Style.NOTE);
    book.name("limiting_asset", sheet, row++, 1);
    text(
        "Benchmark", "benchmark", s.benchmark(), "the column of Prices that stands for the market");
    sheet.add(new Rule.OneOfCells(last(), "price_assets", "An asset of the sheet Prices."));
    number(
        "Risk-free rate", "risk_free", s.riskFree(), Style.Format.PERCENT2, "per year, effective");
    between(-0.99, 10, "A rate per year, such as 2 %.");
  }

  /** Adds a heading between assumptions. */
  void section(String title) {
    sheet.set(++row, 0, title, Style.SECTION);
    row++;
  }

  /** Adds an assumption that is a word. */
  void text(String label, String name, String value, String note) {
    put(label, name, value, Style.Format.TEXT, note);
  }

  /** Adds an assumption that is a number, null for a blank cell. */
  void number(String label, String name, Double value, Style.Format format, String note) {
    put(label, name, value, format, note);
  }

  /** Adds an assumption that is a share from 0 to 1. */
  void share(String label, String name, double value, String note) {
    number(label, name, value, Style.Format.PERCENT, note);
    between(0, 1, "A share from 0 % to 100 %.");
  }

  /** Adds an assumption that is an amount of money, blank at first. */
  void amount(String label, String name, String note) {
    number(label, name, null, Style.Format.MONEY, note);
    between(0, 1e15, "An amount of 0 or more, or blank.");
  }

  /** Adds a computed figure. */
  void figure(String label, String name, String formula, Style.Format format, String note) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(row, 1, formula, Style.calculated(format));
    sheet.set(row, 2, note, Style.NOTE);
    book.name(name, sheet, row++, 1);
  }

  /** Restricts the assumption added last to numbers within bounds. */
  void between(double low, double high, String message) {
    sheet.add(new Rule.Between(last(), low, high, message));
  }

  /** Restricts the assumption added last to a few words. */
  void oneOf(List<String> words, String message) {
    sheet.add(new Rule.OneOf(last(), words, message));
  }

  /** Restricts the assumption added last to the values of other cells. */
  void oneOfCells(String cells, String message) {
    sheet.add(new Rule.OneOfCells(last(), cells, message));
  }

  /** The row below what is written so far. */
  int nextRow() {
    return row;
  }

  /** Leaves rows to a table that the caller writes. */
  void skip(int rows) {
    row += rows;
  }

  private void put(String label, String name, Object value, Style.Format format, String note) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.set(row, 1, value, Style.input(format));
    sheet.set(row, 2, note, Style.NOTE);
    book.name(name, sheet, row++, 1);
  }

  private Chart.Block last() {
    return new Chart.Block(sheet, row - 1, 1, row - 1, 1);
  }

  /**
   * A column of the table of holdings.
   *
   * @param key its name in formulas
   * @param header its heading
   * @param format of its cells
   * @param value of a holding: a number, a text, or null for a blank cell
   * @param rule what may be entered, null for anything
   */
  record Field(
      String key,
      String header,
      Style.Format format,
      Function<Holding, Object> value,
      Function<Chart.Block, Rule.Validation> rule) {
    /** A number within bounds. */
    static Field number(
        String key,
        String header,
        Style.Format format,
        Function<Holding, Object> value,
        double low,
        double high,
        String message) {
      return new Field(
          key, header, format, value, block -> new Rule.Between(block, low, high, message));
    }

    /** Units held, where another column tells the side. */
    static Field unsignedUnits() {
      return number(
          "in_units",
          "Units",
          Style.Format.UNITS,
          Holding::quantity,
          0,
          1e15,
          "Units are 0 or more; the side tells a short.");
    }

    /** Units held, below 0 for a short position. */
    static Field units() {
      return number(
          "in_units",
          "Units",
          Style.Format.UNITS,
          h -> h.side() == Holding.Side.SHORT ? -h.quantity() : h.quantity(),
          -1e15,
          1e15,
          "Units held; below 0 for a short position.");
    }

    /** A share from 0 to 1. */
    static Field share(String key, String header, Function<Holding, Object> value) {
      return number(key, header, Style.Format.PERCENT, value, 0, 1, "A share from 0 % to 100 %.");
    }

    /** A price above 0, or blank. */
    static Field price(String key, String header, Function<Holding, Object> value) {
      return number(
          key, header, Style.Format.PRICE, value, 1e-300, 1e300, "A price above 0, or blank.");
    }

    /** One of a few words. */
    static Field word(
        String key, String header, List<String> words, Function<Holding, Object> value) {
      return new Field(
          key,
          header,
          Style.Format.TEXT,
          value,
          block -> new Rule.OneOf(block, words, "One of: " + String.join(", ", words) + "."));
    }
  }

  /**
   * Writes the table of holdings: the column {@code in_asset} and others. Called last.
   *
   * @param note a line above it, empty for none
   * @param columns is told where the table's columns are
   */
  void holdings(String title, String note, Columns columns, Field... fields) {
    figure(
        "Assets held",
        "asset_count",
        "MAX(1,SUMPRODUCT(--(holding_slots<>\"\")))",
        Style.Format.INTEGER,
        "");
    row++;
    sheet.set(row++, 0, title, Style.SECTION);
    if (!note.isEmpty()) {
      sheet.set(row++, 0, note, Style.SUBTITLE);
    }
    int header = row++;
    sheet.set(header, 0, "Asset", Style.HEADER);
    int first = row;
    int end = first + room.holdings() - 1;
    List<Holding> holdings = portfolio.holdings();
    columns.place("in_asset", sheet, first, 0);
    for (int i = 0; i < room.holdings(); i++) {
      sheet.set(
          first + i,
          0,
          i < holdings.size() ? holdings.get(i).asset() : null,
          Style.input(Style.Format.TEXT));
    }
    for (int c = 0; c < fields.length; c++) {
      Field field = fields[c];
      sheet.set(header, c + 1, field.header(), Style.HEADER);
      columns.place(field.key(), sheet, first, c + 1);
      for (int i = 0; i < room.holdings(); i++) {
        Object value = i < holdings.size() ? field.value().apply(holdings.get(i)) : null;
        boolean none = value instanceof Double number && number.isNaN();
        sheet.set(first + i, c + 1, none ? null : value, Style.input(field.format()));
      }
      if (field.rule() != null) {
        sheet.add(field.rule().apply(Chart.Block.column(sheet, first, end, c + 1)));
      }
    }
    Chart.Block slots = Chart.Block.column(sheet, first, end, 0);
    sheet.add(new Rule.OneOfCells(slots, "price_assets", "An asset of the sheet Prices."));
    book.name("holding_slots", slots);
    book.name("holding_assets", slots, "asset_count", null);
    row = end + 1;
  }

  /** Checks of the holdings that every workbook makes. */
  void checks(Frame frame, Columns columns) {
    frame.check(
        "The holdings have no empty row between them",
        "MAX((holding_slots<>\"\")*(ROW(holding_slots)-MIN(ROW(holding_slots))+1))"
            + "=SUM(--(holding_slots<>\"\"))");
    frame.check(
        "Each asset is listed once",
        "SUM((holding_slots=TRANSPOSE(holding_slots))*(holding_slots<>\"\"))=asset_count");
    frame.check(
        "Every holding has a price on the as-of date",
        columns.over("COUNTIF({price:all},\">0\")=asset_count"));
  }
}
