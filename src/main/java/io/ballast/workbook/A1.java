package io.ballast.workbook;

/** Cell addresses as text; rows and columns count from 0. */
final class A1 {
  private A1() {}

  /** The letters of a column: 0 is A, 26 is AA. */
  static String column(int column) {
    StringBuilder letters = new StringBuilder();
    for (int c = column + 1; c > 0; c = (c - 1) / 26) {
      letters.insert(0, (char) ('A' + (c - 1) % 26));
    }
    return letters.toString();
  }

  /** A relative address such as {@code B7}. */
  static String cell(int row, int column) {
    return column(column) + (row + 1);
  }

  /** An absolute address such as {@code $B$7}. */
  static String absolute(int row, int column) {
    return "$" + column(column) + "$" + (row + 1);
  }

  /** An absolute block such as {@code $B$7:$C$9}. */
  static String absolute(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return absolute(firstRow, firstColumn) + ":" + absolute(lastRow, lastColumn);
  }

  /** A relative block such as {@code B7:C9}. */
  static String block(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return cell(firstRow, firstColumn) + ":" + cell(lastRow, lastColumn);
  }

  /** A relative block, as one cell if it is one. */
  static String area(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    boolean single = firstRow == lastRow && firstColumn == lastColumn;
    return single ? cell(firstRow, firstColumn) : block(firstRow, firstColumn, lastRow, lastColumn);
  }

  /** A sheet's name as formulas write it, quoted where it must be. */
  static String sheet(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "'" + name.replace("'", "''") + "'";
  }
}
