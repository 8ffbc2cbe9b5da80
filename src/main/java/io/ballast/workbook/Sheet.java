package io.ballast.workbook;

import io.ballast.formula.Formula;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A sheet described: cells, widths, charts and rules. Rows and columns count from 0. */
public final class Sheet {
  /** Of a page across at about half of full size. */
  private static final double MOST_CHARACTERS = 280;

  private final String name;
  private final List<Cell[]> rows = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Rule.Validation> validations = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private int frozenRows;
  private int frozenColumns;
  private boolean locked;
  private boolean landscape = true;
  private boolean onePage;
  private int headerRow = -1;
  private int lastPrintedRow = -1;

  Sheet(String name) {
    this.name = name;
  }

  /** A link from a cell to a place in the workbook. */
  record Link(int row, int column, String target) {}

  /** The name on its tab. */
  public String name() {
    return name;
  }

  /** A constant: text, a number, a logical value, or null for an empty cell that has a style. */
  public void set(int row, int column, Object value, Style style) {
    put(
        row,
        column,
        Cell.constant(value instanceof Integer i ? (Double) (double) i : value, style));
  }

  /** A date, stored as the spreadsheet's day number. */
  public void date(int row, int column, LocalDate date, Style style) {
    put(row, column, Cell.constant(Days.serial(date), style));
  }

  /** A formula, without the leading {@code =}, with our functions under their plain names. */
  public void formula(int row, int column, String text, Style style) {
    put(row, column, Cell.formula(Formula.parse(text), 0, 0, style));
  }

  /**
   * A formula filled into a block: written as for the first cell, its relative references move with
   * each cell.
   */
  public void fill(
      int firstRow, int firstColumn, int lastRow, int lastColumn, String text, Style style) {
    Formula formula = Formula.parse(text);
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        put(row, column, Cell.formula(formula, row - firstRow, column - firstColumn, style));
      }
    }
  }

  /** An array formula whose result fills a block. */
  public void array(
      int firstRow, int firstColumn, int lastRow, int lastColumn, String text, Style style) {
    Formula formula = Formula.parse(text);
    Cell.ArrayBlock block = new Cell.ArrayBlock(firstRow, firstColumn, lastRow, lastColumn);
    for (int row = firstRow; row <= lastRow; row++) {
      for (int column = firstColumn; column <= lastColumn; column++) {
        put(row, column, Cell.array(formula, block, style));
      }
    }
  }

  /** A link to a place in the workbook, such as {@code Inputs!A1}. */
  public void link(int row, int column, String text, String target) {
    set(row, column, text, Style.LINK);
    links.add(new Link(row, column, target));
  }

  /** Column widths in characters, from the first column on. */
  public void widths(double... characters) {
    widths.clear();
    for (double width : characters) {
      widths.add(width);
    }
  }

  /** Sets the width of some columns. */
  public void width(int firstColumn, int lastColumn, double characters) {
    while (widths.size() <= lastColumn) {
      widths.add(10.0);
    }
    for (int column = firstColumn; column <= lastColumn; column++) {
      widths.set(column, characters);
    }
  }

  /** Keeps rows above and columns left of a cell in view. */
  public void freeze(int rowCount, int columnCount) {
    frozenRows = rowCount;
    frozenColumns = columnCount;
  }

  /** Protects the formulas, without a password. */
  public void lock() {
    locked = true;
  }

  /** Prints upright rather than across. */
  public void portrait() {
    landscape = false;
  }

  /** Repeats this row on top of every printed page. */
  public void repeatRow(int row) {
    headerRow = row;
  }

  /** Prints the whole sheet on one page. */
  public void onePage() {
    onePage = true;
  }

  boolean isOnePage() {
    return onePage;
  }

  /** Prints only the rows down to this one. */
  public void printTo(int row) {
    lastPrintedRow = row;
  }

  /** Draws a chart on the sheet, over the cells of its anchor. */
  public void add(Chart chart) {
    charts.add(chart);
  }

  /** Formats cells by their values. */
  public void add(Rule rule) {
    rules.add(rule);
  }

  /** Restricts what may be entered into cells. */
  public void add(Rule.Validation validation) {
    validations.add(validation);
  }

  /** The absolute address of a cell with the sheet's name, for formulas. */
  public String at(int row, int column) {
    return A1.sheet(name) + "!" + A1.absolute(row, column);
  }

  /** The absolute address of a block with the sheet's name, for formulas. */
  public String at(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    return A1.sheet(name) + "!" + A1.absolute(firstRow, firstColumn, lastRow, lastColumn);
  }

  /** The absolute address of a part of a column, for formulas. */
  public String column(int firstRow, int lastRow, int column) {
    return at(firstRow, column, lastRow, column);
  }

  int rowCount() {
    return rows.size();
  }

  /** The cells of a row, null where a cell is not set; null for an empty row. */
  Cell[] row(int row) {
    return rows.get(row);
  }

  Cell cell(int row, int column) {
    Cell[] cells = row < rows.size() ? rows.get(row) : null;
    return cells == null || column >= cells.length ? null : cells[column];
  }

  List<Double> widths() {
    return widths;
  }

  List<Chart> charts() {
    return charts;
  }

  List<Rule> rules() {
    return rules;
  }

  List<Rule.Validation> validations() {
    return validations;
  }

  List<Link> links() {
    return links;
  }

  int frozenRows() {
    return frozenRows;
  }

  int frozenColumns() {
    return frozenColumns;
  }

  boolean locked() {
    return locked;
  }

  boolean landscape() {
    return landscape;
  }

  /** How many pages stand side by side, so that the print of a wide sheet stays readable. */
  int pagesAcross() {
    double frozen = widths.stream().limit(frozenColumns).mapToDouble(w -> w).sum();
    double rest = widths.stream().skip(frozenColumns).mapToDouble(w -> w).sum();
    return onePage ? 1 : Math.max(1, (int) Math.ceil(rest / (MOST_CHARACTERS - frozen)));
  }

  int headerRow() {
    return headerRow;
  }

  int lastPrintedRow() {
    return lastPrintedRow;
  }

  private void put(int row, int column, Cell cell) {
    while (rows.size() <= row) {
      rows.add(null);
    }
    Cell[] cells = rows.get(row);
    if (cells == null) {
      cells = new Cell[Math.max(column + 1, 8)];
      rows.set(row, cells);
    } else if (cells.length <= column) {
      cells = java.util.Arrays.copyOf(cells, Math.max(column + 1, cells.length * 2));
      rows.set(row, cells);
    }
    cells[column] = cell;
  }
}
