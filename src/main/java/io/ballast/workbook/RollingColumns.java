package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/**
 * Columns of a {@link DailySheet} that measure one or two series over a moving window of the latest
 * returns, whatever gaps lie between them. They rest on running sums, since no formula may reach a
 * window whose length is an input without recalculating at every change of any cell.
 *
 * <p>The name {@code rolling_window} is the length wished for; {@code window} is the length in use:
 * half of the returns where there are too few for more.
 */
final class RollingColumns {
  private RollingColumns() {}

  /** The formula of the name {@code window}; needs the name {@code observations}. */
  static String window() {
    return "MAX(2,MIN(ROUND(rolling_window,0),INT(observations/2)))";
  }

  /** How many returns there are up to each day, as the column {@code n}. */
  static void count(DailySheet days) {
    days.add("n", "Returns so far", Format.INTEGER, "N({n:before})+INDEX(has_return,{row})");
    days.add(
        "start",
        "Row before the window",
        Format.INTEGER,
        "IF({n}<window,0,MATCH({n}-window,{n:all},1))");
  }

  /** The running sums of a column: {@code sum_} and {@code squares_} of it. */
  static void sums(DailySheet days, String key, String label) {
    days.add("sum_" + key, "Sum, " + label, Format.PRECISE, runningSum("sum_" + key, key, ""));
    days.add(
        "squares_" + key,
        "Sum of squares, " + label,
        Format.PRECISE,
        runningSum("squares_" + key, key, "^2"));
  }

  /** The running sum of the products of two columns with a number in the same rows. */
  static void products(DailySheet days, String a, String b) {
    days.add(
        "products",
        "Sum of products",
        Format.PRECISE,
        "N({products:before})+N({" + a + "})*N({" + b + "})");
  }

  private static String runningSum(String sum, String key, String power) {
    return "N({" + sum + ":before})+N({" + key + "})" + power;
  }

  /** The sum over the window, of a column of running sums. */
  static String over(String sum) {
    return "({" + sum + "}-INDEX({" + sum + ":all},{start}))";
  }

  /** The squared deviations over the window. */
  static String deviations(String key) {
    return "MAX(0," + over("squares_" + key) + "-" + over("sum_" + key) + "^2/window)";
  }

  /** The annual volatility over the window, empty text before it is full. */
  static String volatility(String key) {
    return "IF({start}=0,\"\",SQRT(" + deviations(key) + "/(window-1)*periods_per_year))";
  }
}
