package io.ballast.workbook;

import java.util.List;

/**
 * The curve of losses and the gains that recover them, with the portfolio's current and greatest
 * loss marked on it. The marks stand below the curve's points, in columns of their own: an empty
 * cell is not drawn.
 */
final class RecoveryCurve {
  private static final int FIRST = 6;
  private static final int STEPS = 80;
  private static final int LAST = FIRST + STEPS;
  private static final int NOW = LAST + 1;
  private static final int WORST = LAST + 2;

  private final Chart.Block cells;

  /**
   * Writes the points; needs the names {@code portfolio_drawdown} and {@code
   * portfolio_max_drawdown}.
   *
   * @param column the first of four
   */
  RecoveryCurve(Sheet sheet, int column) {
    this.cells = new Chart.Block(sheet, FIRST, column, WORST, column + 3);
    Style percent = Style.calculated(Style.Format.PERCENT);
    sheet.set(3, column, "Greatest loss shown", Style.LABEL);
    sheet.formula(
        3,
        column + 1,
        "MAX(0.8,MIN(0.95,ROUNDUP(portfolio_max_drawdown,1)))",
        Style.calculated(Style.Format.WHOLE_PERCENT));
    Frame.headers(sheet, FIRST - 1, column, "Loss", "Gain needed", "Now", "Worst");
    sheet.fill(
        FIRST,
        column,
        LAST,
        column,
        A1.absolute(3, column + 1)
            + "*(ROW("
            + A1.cell(FIRST, column)
            + ")-"
            + (FIRST + 1)
            + ")/"
            + STEPS,
        percent);
    sheet.formula(NOW, column, "portfolio_drawdown", percent);
    sheet.formula(WORST, column, "portfolio_max_drawdown", percent);
    String loss = A1.cell(FIRST, column);
    sheet.fill(FIRST, column + 1, LAST, column + 1, Measures.recoveryGain(loss), percent);
    sheet.formula(NOW, column + 2, Measures.recoveryGain(A1.cell(NOW, column)), percent);
    sheet.formula(WORST, column + 3, Measures.recoveryGain(A1.cell(WORST, column)), percent);
    sheet.width(column, column + 3, 14);
  }

  /** The curve with the marks. */
  Chart chart(Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.SCATTER,
        "A loss and the gain needed to recover from it",
        "Curve of the gain needed after each loss, from 0 % upwards, with the portfolio's current"
            + " and its maximum drawdown as dots.",
        cells.column(0),
        List.of(
            new Chart.Series("Gain needed", cells.column(1), Chart.Color.BLUE),
            new Chart.Series("Current drawdown", cells.column(2), Chart.Color.ORANGE, true),
            new Chart.Series("Maximum drawdown", cells.column(3), Chart.Color.VERMILION, true)),
        "Loss from the peak",
        "Gain needed",
        Style.Format.WHOLE_PERCENT,
        anchor);
  }

  /** The column right of what is written. */
  int nextColumn() {
    return cells.lastColumn() + 2;
  }
}
