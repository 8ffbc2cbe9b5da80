package io.ballast.formula;

/**
 * A cell address such as {@code B$2}, rows and columns counted from 0.
 *
 * @param row the row
 * @param column the column
 * @param rowFixed whether a {@code $} keeps the row when the formula is copied
 * @param columnFixed likewise the column
 */
record Corner(int row, int column, boolean rowFixed, boolean columnFixed) {
  private static final int ROWS = 1 << 20;
  private static final int COLUMNS = 1 << 14;

  /** The names of columns used so far. */
  private static final String[] NAMES = new String[COLUMNS];

  /** Whether a sheet has such a cell. */
  static boolean isOnSheet(int row, int column) {
    return row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;
  }

  /** The address that a text such as {@code $B2} gives, or null if it is none. */
  static Corner parse(String text) {
    int i = 0;
    boolean columnFixed = text.startsWith("$");
    if (columnFixed) {
      i++;
    }
    int column = 0;
    int letters = i;
    while (i < text.length() && i - letters < 4 && isLetter(text.charAt(i))) {
      column = column * 26 + (text.charAt(i) & ~0x20) - 'A' + 1;
      i++;
    }
    if (i == letters) {
      return null;
    }
    boolean rowFixed = i < text.length() && text.charAt(i) == '$';
    if (rowFixed) {
      i++;
    }
    int digits = i;
    int row = 0;
    while (i < text.length() && i - digits < 8 && isDigit(text.charAt(i))) {
      row = row * 10 + text.charAt(i) - '0';
      i++;
    }
    if (i == digits
        || i < text.length()
        || text.charAt(digits) == '0'
        || !isOnSheet(row - 1, column - 1)) {
      return null;
    }
    return new Corner(row - 1, column - 1, rowFixed, columnFixed);
  }

  /** The name of a column: 0 is {@code A}. */
  static String columnName(int column) {
    String name = NAMES[column];
    if (name == null) {
      name = (column < 26 ? "" : columnName(column / 26 - 1)) + (char) ('A' + column % 26);
      NAMES[column] = name;
    }
    return name;
  }

  int row(int shift) {
    return rowFixed ? row : row + shift;
  }

  int column(int shift) {
    return columnFixed ? column : column + shift;
  }

  boolean isOnSheetAt(int rowShift, int columnShift) {
    return isOnSheet(row(rowShift), column(columnShift));
  }

  void print(StringBuilder out, int rowShift, int columnShift) {
    out.append(columnFixed ? "$" : "").append(columnName(column(columnShift)));
    out.append(rowFixed ? "$" : "").append(row(rowShift) + 1);
  }

  void print(FilledText.Builder out, int columnShift) {
    out.text((columnFixed ? "$" : "") + columnName(column(columnShift)));
    if (rowFixed) {
      out.text("$" + (row + 1));
    } else {
      out.movingRow(row);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
