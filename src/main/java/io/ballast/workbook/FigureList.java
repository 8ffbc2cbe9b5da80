package io.ballast.workbook;

/** A list of named figures on a sheet: label and value, one a row. */
final class FigureList {
  private final Book book;
  private final Sheet sheet;
  private final int column;
  private int row;

  /**
   * Writes a title and headings.
   *
   * @param row where the title goes
   * @param column of the labels; the values stand to its right
   */
  FigureList(Book book, Sheet sheet, int row, int column, String title) {
    this.book = book;
    this.sheet = sheet;
    this.column = column;
    sheet.set(row, column, title, Style.SECTION);
    Frame.headers(sheet, row + 1, column, "Figure", "Value");
    this.row = row + 2;
  }

  /** Adds a figure under a name. */
  FigureList add(String label, String name, String formula, Style.Format format) {
    sheet.set(row, column, label, Style.LABEL);
    sheet.formula(row, column + 1, formula, Style.calculated(format));
    return named(name);
  }

  /** Adds a figure whose formula goes over ranges cell by cell. */
  FigureList array(String label, String name, String formula, Style.Format format) {
    sheet.set(row, column, label, Style.LABEL);
    sheet.array(row, column + 1, row, column + 1, formula, Style.calculated(format));
    return named(name);
  }

  /** Writes a remark beside the figure added last. */
  FigureList note(String text) {
    sheet.set(row - 1, column + 2, text, Style.NOTE);
    return this;
  }

  private FigureList named(String name) {
    book.name(name, sheet, row, column + 1);
    row++;
    return this;
  }

  /** The row below the list. */
  int nextRow() {
    return row + 1;
  }
}
