package io.ballast.workbook;

import java.util.List;

/** The sheet Inputs of the diversification workbook: assumptions and holdings. */
final class DiversificationInputs {
  private final Book book;
  private final Frame frame;
  private final Portfolio portfolio;
  private final List<Holding> holdings;
  private final int n;
  private final Sheet sheet;
  private int holdingsRow;

  DiversificationInputs(Book book, Frame frame, Portfolio portfolio, Sheet sheet) {
    this.book = book;
    this.frame = frame;
    this.portfolio = portfolio;
    this.holdings = portfolio.holdings();
    this.n = holdings.size();
    this.sheet = sheet;
    write();
  }

  /** How many assets are held. */
  int count() {
    return n;
  }

  /** The address of the name of a holding. */
  String asset(int index) {
    return sheet.at(holdingsRow + index, 0);
  }

  /** The address of the units of a holding. */
  String units(int index) {
    return sheet.at(holdingsRow + index, 1);
  }

  /** The address of the target weight of a holding. */
  String target(int index) {
    return sheet.at(holdingsRow + index, 2);
  }

  /** The address of all target weights. */
  String targets() {
    return sheet.column(holdingsRow, holdingsRow + n - 1, 2);
  }

  private void write() {
    frame.head(sheet, "Inputs");
    sheet.set(4, 0, "Assumptions", Style.SECTION);
    Settings s = portfolio.settings();
    int row = 5;
    row = assumption(row, "Portfolio", "portfolio_name", portfolio.id(), Style.Format.TEXT, "");
    row =
        assumption(
            row, "Currency", "base_currency", s.currency(), Style.Format.TEXT, "of all prices");
    sheet.set(row, 0, "As-of date", Style.LABEL);
    sheet.date(row, 1, s.asOf(), Style.input(Style.Format.DATE));
    sheet.set(row, 2, "later prices are not used", Style.TEXT);
    sheet.add(
        new Rule.DateEntry(
            new Chart.Block(sheet, row, 1, row, 1), "A date from the sheet Prices."));
    book.name("as_of", sheet, row++, 1);
    row =
        assumption(
            row,
            "Look-back",
            "lookback_days",
            (double) s.lookback(),
            Style.Format.INTEGER,
            "days of history at most; 0 uses all");
    sheet.set(row, 0, "History limited by", Style.LABEL);
    sheet.set(row, 1, Histories.limit(portfolio), Style.calculated(Style.Format.TEXT));
    sheet.set(row, 2, "the asset with the fewest prices when this file was made", Style.TEXT);
    book.name("limiting_asset", sheet, row++, 1);
    row =
        assumption(
            row,
            "Benchmark",
            "benchmark",
            s.benchmark(),
            Style.Format.TEXT,
            "the column of Prices that stands for the market");
    row =
        assumption(
            row,
            "Risk-free rate",
            "risk_free",
            s.riskFree(),
            Style.Format.PERCENT2,
            "per year, effective");
    row =
        assumption(
            row,
            "Periods per year",
            "periods_per_year",
            s.periodsPerYear(),
            Style.Format.INTEGER,
            "365: crypto trades every day");
    row =
        assumption(
            row,
            "Confidence",
            "confidence",
            s.confidence(),
            Style.Format.PERCENT,
            "of value at risk and expected shortfall, one day");
    sheet.add(
        new Rule.Between(
            new Chart.Block(sheet, row - 1, 1, row - 1, 1),
            0.500001,
            0.999999,
            "A share above 50 % and below 100 %."));
    row =
        assumption(
            row,
            "Rebalancing band",
            "rebalancing_band",
            0.02,
            Style.Format.PERCENT,
            "an asset this close to its target is left alone");
    row =
        assumption(
            row,
            "Stress: correlations move towards 1 by",
            "stress_shift",
            0.5,
            Style.Format.PERCENT,
            "in a crash assets fall together");

    row++;
    sheet.set(row++, 0, "Holdings", Style.SECTION);
    Frame.headers(sheet, row++, 0, "Asset", "Units", "Target weight");
    holdingsRow = row;
    boolean targets = holdings.stream().noneMatch(h -> Double.isNaN(h.targetWeight()));
    for (Holding holding : holdings) {
      sheet.set(row, 0, holding.asset(), Style.input(Style.Format.TEXT));
      sheet.set(row, 1, holding.quantity(), Style.input(Style.Format.UNITS));
      sheet.set(
          row, 2, targets ? holding.targetWeight() : 1.0 / n, Style.input(Style.Format.PERCENT));
      row++;
    }
    sheet.set(row, 0, "Sum", Style.LABEL);
    sheet.set(row, 1, null, Style.LABEL);
    sheet.formula(
        row,
        2,
        "SUM(" + A1.block(holdingsRow, 2, row - 1, 2) + ")",
        Style.calculated(Style.Format.PERCENT));
    sheet.add(
        new Rule.Between(
            new Chart.Block(sheet, holdingsRow, 1, row - 1, 1), 0, 1e15, "Units are 0 or more."));
    sheet.add(
        new Rule.Between(
            new Chart.Block(sheet, holdingsRow, 2, row - 1, 2),
            0,
            1,
            "A weight from 0 % to 100 %."));
    if (!targets) {
      sheet.set(
          row + 1,
          0,
          "No target weights were given: equal weights are assumed until you enter yours.",
          Style.SUBTITLE);
    }
    book.name("holding_assets", Chart.Block.column(sheet, holdingsRow, holdingsRow + n - 1, 0));
    sheet.widths(38, 20, 52);
    sheet.freeze(3, 0);
    sheet.portrait();
  }

  private int assumption(
      int row, String label, String name, Object value, Style.Format format, String note) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.set(row, 1, value, Style.input(format));
    sheet.set(row, 2, note, Style.TEXT);
    book.name(name, sheet, row, 1);
    return row + 1;
  }
}
