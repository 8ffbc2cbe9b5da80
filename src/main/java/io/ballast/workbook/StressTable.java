package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/**
 * What becomes of volatility and diversification as every correlation moves towards 1, in steps. It
 * rests on {@code portfolio_volatility}, {@code average_volatility} and {@code
 * average_correlation}.
 */
final class StressTable {
  private static final int STEPS = 10;

  private final Sheet sheet;
  private final int first;
  private final int column;

  /**
   * Writes a title, headings, and a row for each step from none to all of the way.
   *
   * @param column the first of five
   */
  StressTable(Sheet sheet, int row, int column) {
    this.sheet = sheet;
    this.first = row + 2;
    this.column = column;
    sheet.set(row, column, "As correlations move towards 1", Style.SECTION);
    Frame.headers(
        sheet,
        row + 1,
        column,
        "Part of the way",
        "Shown",
        "Volatility, annual",
        "Diversification ratio",
        "Average correlation");
    for (int i = 0; i <= STEPS; i++) {
      String shift = A1.cell(first + i, column);
      put(i, 0, i + "/" + STEPS, Format.WHOLE_PERCENT);
      put(i, 1, DashboardSheet.percent(shift, 0), Format.GENERAL);
      put(i, 2, volatility(shift), Format.PERCENT);
      String volatility = A1.cell(first + i, column + 2);
      put(
          i,
          3,
          "IF(" + volatility + ">0,average_volatility/" + volatility + ",\"n/a\")",
          Format.NUMBER);
      put(
          i,
          4,
          Frame.given(
              "average_correlation", "average_correlation+" + shift + "*(1-average_correlation)"),
          Format.NUMBER);
    }
  }

  private void put(int step, int item, String formula, Format format) {
    sheet.formula(first + step, column + item, formula, Style.calculated(format));
  }

  /**
   * The portfolio's volatility when every correlation moves this part of the way to 1.
   *
   * @param shift its address or name
   */
  static String volatility(String shift) {
    return "SQRT((1-" + shift + ")*portfolio_volatility^2+" + shift + "*average_volatility^2)";
  }

  /** The steps as text, for a chart. */
  Chart.Block steps() {
    return cells(1);
  }

  /** The diversification ratio at each step. */
  Chart.Block ratios() {
    return cells(3);
  }

  private Chart.Block cells(int item) {
    return Chart.Block.column(sheet, first, first + STEPS, column + item);
  }
}
