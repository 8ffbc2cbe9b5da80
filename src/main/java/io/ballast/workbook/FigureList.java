package io.ballast.workbook;

/** A list of named figures on a sheet: label and value, one a row. */
final class FigureList {
  private final Book book;
  private final Sheet sheet;
  private final int column;
  private final boolean conventions;
  private int row;

  /**
   * Writes a title and headings.
   *
   * @param row where the title goes
   * @param column of the labels; the values stand to its right
   */
  FigureList(Book book, Sheet sheet, int row, int column, String title) {
    this(book, sheet, row, column, title, false);
  }

  private FigureList(
      Book book, Sheet sheet, int row, int column, String title, boolean conventions) {
    this.book = book;
    this.sheet = sheet;
    this.column = column;
    sheet.set(row, column, title, Style.SECTION);
    Frame.headers(sheet, row + 1, column, "Figure", "Value");
    this.conventions = conventions;
    if (conventions) {
      sheet.set(row + 1, column + 2, "Convention", Style.HEADER);
    }
    this.row = row + 2;
  }

  /** A list with a third column, for what each figure rests on. */
  static FigureList withConventions(Book book, Sheet sheet, int row, int column, String title) {
    return new FigureList(book, sheet, row, column, title, true);
  }

  /** Adds figures that several workbooks list. */
  FigureList add(PortfolioFigure... figures) {
    for (PortfolioFigure figure : figures) {
      figure.addTo(this);
    }
    return this;
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

  /** Says what the figure added last rests on, where the list has a column for it. */
  FigureList convention(String text) {
    return conventions ? note(text) : this;
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
