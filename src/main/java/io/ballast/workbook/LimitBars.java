package io.ballast.workbook;

import java.util.List;

/**
 * The used share of each limit as bars, one colour for each status; more than twice the limit is
 * drawn as twice, so that one does not dwarf the others.
 */
final class LimitBars {
  private static final int FIRST = 6;
  private static final String MOST = "2";
  private static final StatusWord[] WORDS = {StatusWord.OK, StatusWord.WATCH, StatusWord.BREACH};

  private final Chart.Block cells;

  /**
   * @param column the first of four
   */
  LimitBars(Sheet sheet, int column, LimitTable limits) {
    this.cells =
        new Chart.Block(sheet, FIRST, column, FIRST + limits.count() - 1, column + WORDS.length);
    Frame.headers(sheet, FIRST - 1, column, "Limit", "OK", "WATCH", "BREACH");
    for (int i = 0; i < limits.count(); i++) {
      sheet.formula(FIRST + i, column, limits.label(i), Style.LABEL);
      for (int w = 0; w < WORDS.length; w++) {
        sheet.formula(
            FIRST + i,
            column + 1 + w,
            "IF("
                + limits.status(i)
                + "=\""
                + WORDS[w].name()
                + "\",MIN("
                + MOST
                + ",N("
                + limits.used(i)
                + ")),0)",
            Style.calculated(Style.Format.WHOLE_PERCENT));
      }
    }
    sheet.width(column, column, 36);
    sheet.width(column + 1, column + 3, 10);
  }

  /** The bars. */
  Chart chart(Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.STACKED_BAR,
        "Used share of each limit; 100 % is the limit",
        "Bars of the used share of each limit, in one colour for each status: OK, WATCH, BREACH.",
        cells.column(0),
        List.of(
            new Chart.Series("OK", cells.column(1), Chart.Color.SKY),
            new Chart.Series("WATCH", cells.column(2), Chart.Color.ORANGE),
            new Chart.Series("BREACH", cells.column(3), Chart.Color.VERMILION)),
        Style.Format.WHOLE_PERCENT,
        anchor);
  }

  /** The column right of what is written. */
  int nextColumn() {
    return cells.lastColumn() + 2;
  }
}
