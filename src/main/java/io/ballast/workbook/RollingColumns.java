package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.Locale;

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

  /**
   * How many returns there are up to each day, and the row before the window, 0 before it is full.
   *
   * @param prefix of the columns {@code n} and {@code start}
   * @param flag 1 on a day that counts, else 0
   */
  static void count(DailySheet days, String prefix, String label, String flag) {
    String n = prefix + "n";
    days.add(n, label + " so far", Format.INTEGER, "N({" + n + ":before})+" + flag);
    days.add(
        prefix + "start",
        "Row before the window" + (prefix.isEmpty() ? "" : ", " + label.toLowerCase(Locale.ROOT)),
        Format.INTEGER,
        "IF({n}<window,0,MATCH({n}-window,{n:all},1))".replace("{n", "{" + n));
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

  /** The running sum of the products of two columns. */
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

  /**
   * The sum over the window.
   *
   * @param sum a column of running sums
   * @param start the column with the row before the window
   */
  static String over(String sum, String start) {
    return "({" + sum + "}-INDEX({" + sum + ":all},{" + start + "}))";
  }

  /** The squared deviations over the window. */
  static String deviations(String key, String start) {
    return "MAX(0,"
        + over("squares_" + key, start)
        + "-"
        + over("sum_" + key, start)
        + "^2/window)";
  }

  /** The annual volatility over the window, empty text before it is full. */
  static String volatility(String key) {
    return "IF({start}=0,\"\",SQRT(" + deviations(key, "start") + "/(window-1)*periods_per_year))";
  }
}
