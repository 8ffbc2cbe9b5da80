package io.ballast.formula;

import java.util.regex.Pattern;

/** Defined names, which a spreadsheet must not mistake for anything else. */
public final class Names {
  private static final Pattern TAKEN =
      Pattern.compile("R\\d*(C\\d*)?|C\\d*|TRUE|FALSE", Pattern.CASE_INSENSITIVE);

  private Names() {}

  /**
   * The name under which a formula finds something with a title such as a ticker: letters, digits
   * and {@code _} stay, any other character becomes {@code _}; a leading digit gets {@code _} in
   * front; what reads as a cell ({@code SOL1}, {@code C}, {@code R1C1}) or as TRUE or FALSE gets
   * {@code _} at the end.
   */
  public static String of(String title) {
    StringBuilder name = new StringBuilder(title.length() + 1);
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      name.append(Character.isLetterOrDigit(c) ? c : '_');
    }
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      name.insert(0, '_');
    }
    if (Corner.parse(name.toString()) != null || TAKEN.matcher(name).matches()) {
      name.append('_');
    }
    return name.toString();
  }

  /** The address of a cell, rows and columns counted from 0: 6, 1 is {@code B7}. */
  public static String cell(int row, int column) {
    return Corner.columnName(column) + (row + 1);
  }
}
