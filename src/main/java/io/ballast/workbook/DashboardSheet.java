package io.ballast.workbook;

/** The pieces of a sheet Dashboard: key figures, statements, the state of the limits, links. */
final class DashboardSheet {
  private static final int TILE_ROW = 5;
  private static final int STATEMENT_ROW = 8;

  private final Sheet sheet;
  private int tiles;
  private int statements;

  /**
   * Writes the head.
   *
   * @param subtitle a formula for the line that says what is shown
   */
  DashboardSheet(Frame frame, Sheet sheet, String title, String subtitle) {
    this.sheet = sheet;
    frame.head(sheet, title);
    sheet.formula(3, 0, subtitle, Style.SUBTITLE);
    sheet.portrait();
    sheet.onePage();
    sheet.lock();
  }

  /**
   * Adds a key figure to the right of the others.
   *
   * @param label a formula
   * @param figure a formula, most often a name
   */
  DashboardSheet tile(String label, String figure, Style.Format format) {
    sheet.formula(TILE_ROW, tiles, label, Style.KEY_LABEL);
    sheet.formula(TILE_ROW + 1, tiles, figure, Style.key(format));
    tiles++;
    return this;
  }

  /**
   * Adds a sentence below the others; the first is the verdict.
   *
   * @param formula of the sentence
   */
  DashboardSheet statement(String formula) {
    sheet.formula(
        STATEMENT_ROW + statements, 0, formula, statements == 0 ? Style.SECTION : Style.STATEMENT);
    statements++;
    return this;
  }

  /**
   * Writes what is limited, how it stands now, and its status.
   *
   * @param column the first of three
   * @return the row below
   */
  int limits(LimitTable limits, int row, int column) {
    Frame.headers(sheet, row, column, "Limit", "Now", "Status");
    for (int i = 0; i < limits.count(); i++) {
      sheet.formula(row + 1 + i, column, limits.label(i), Style.LABEL);
      sheet.formula(row + 1 + i, column + 1, limits.now(i), limits.style(i));
      sheet.formula(row + 1 + i, column + 2, limits.status(i), Style.STATUS);
    }
    int end = row + limits.count();
    sheet.add(new Rule.Status(Chart.Block.column(sheet, row + 1, end, column + 2)));
    return end + 1;
  }

  /**
   * The line under the title of a workbook of returns: the portfolio, and how long its history is.
   */
  static String history() {
    return "\"Portfolio \"&portfolio_name&\": \"&observations&\" days of returns, at today's"
        + " weights\"&IF(limiting_asset=\""
        + Histories.NO_LIMIT
        + "\",\"\",\"; history limited by \"&limiting_asset)";
  }

  /**
   * The sentence that sets the weight of the first asset against its risk.
   *
   * @param ranking by risk share, of name, weight and risk share
   */
  static String mostRisk(Ranking ranking) {
    return ranking.at(0, 0)
        + "&\" is \"&"
        + percent(ranking.at(0, 1), 0)
        + "&\" of the value and carries \"&"
        + percent(ranking.at(0, 2), 0)
        + "&\" of the risk.\"";
  }

  /** Part of a sentence: a share as a percentage, rounded. */
  static String percent(String share, int decimals) {
    return "ROUND(100*" + share + "," + decimals + ")&\" %\"";
  }

  /** Part of a sentence: a date as year-month-day, the same in every language. */
  static String date(String day) {
    return "YEAR("
        + day
        + ")&\"-\"&RIGHT(\"0\"&MONTH("
        + day
        + "),2)&\"-\"&RIGHT(\"0\"&DAY("
        + day
        + "),2)";
  }
}
