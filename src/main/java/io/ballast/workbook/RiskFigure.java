package io.ballast.workbook;

import java.util.regex.Pattern;

/**
 * A figure of a series of returns, for a column with one row per asset and for a list of a single
 * series alike. In the formula {@code {returns}} stands for the returns and {@code {key}} for
 * another figure of the same series.
 *
 * @param key its name in formulas
 * @param label how people read it
 * @param convention what the figure rests on, in a few words
 * @param format of its cells
 * @param array whether the formula goes over ranges cell by cell
 * @param formula with references in braces
 */
record RiskFigure(
    String key,
    String label,
    String convention,
    Style.Format format,
    boolean array,
    String formula) {
  private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)}");

  static RiskFigure of(
      String key, String label, String convention, Style.Format format, String formula) {
    return new RiskFigure(key, label, convention, format, false, formula);
  }

  static RiskFigure array(
      String key, String label, String convention, Style.Format format, String formula) {
    return new RiskFigure(key, label, convention, format, true, formula);
  }

  /** The column with this figure of each asset. */
  Columns.Column column() {
    return array
        ? Columns.Column.array(key, label, format, i -> formula)
        : Columns.Column.of(key, label, format, formula);
  }

  /**
   * Adds the figure of one series to a list, under its key after a prefix and {@code _}; the other
   * figures that it needs have such names too.
   */
  void addTo(FigureList list, String prefix) {
    String name = prefix + "_" + key;
    String named = REFERENCE.matcher(formula).replaceAll(prefix + "_$1");
    if (array) {
      list.array(label, name, named, format);
    } else {
      list.add(label, name, named, format);
    }
    list.convention(convention);
  }
}
