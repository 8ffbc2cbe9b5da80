package io.ballast.workbook;

import io.ballast.formula.Formula;
import io.ballast.functions.CellError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Writes the cells of a sheet as a worksheet part holds them: each formula together with its value,
 * calls of our functions as Excel itself stores them, texts in their cells.
 */
final class SheetXml {
  private static final byte[] TAG_END = ascii(">");

  /** Fewer cells below the first do not pay. */
  private static final int FEWEST_SHARED = 8;

  private static final byte[] FORMULA = ascii("<f>");
  private static final byte[] FORMULA_END = ascii("</f>");
  private static final byte[] VALUE = ascii("<v>");
  private static final byte[] CELL_END = ascii("</v></c>");
  private static final byte[] TEXT_RESULT = ascii(" t=\"str\">");

  private final Sheet sheet;
  private final Map<Style, Integer> styles;
  private final XmlBytes out;
  private Column[] columns = {};
  private int sharedFormulas;

  /**
   * @param sheet calculated before
   * @param styles the number of each style in the file
   * @param out to write to
   */
  SheetXml(Sheet sheet, Map<Style, Integer> styles, XmlBytes out) {
    this.sheet = sheet;
    this.styles = styles;
    this.out = out;
  }

  /** What cells in a column mostly have in common with the one above. */
  private static final class Column {
    private final byte[] opening;
    private Style style;
    private byte[] styleAttribute;
    private final FilledFormula formula = new FilledFormula();

    /** The formula stored once for the cells down to a row, and its number on the sheet. */
    private Formula shared;

    private int lastShared = -1;
    private byte[] sharedElement;

    Column(int index) {
      opening = ascii("<c r=\"" + A1.column(index));
    }
  }

  /** The block from the first to the last cell that is set, {@code A1} for none. */
  static String dimension(Sheet sheet) {
    int firstRow = Integer.MAX_VALUE;
    int lastRow = 0;
    int firstColumn = Integer.MAX_VALUE;
    int lastColumn = 0;
    for (int r = 0; r < sheet.rowCount(); r++) {
      Cell[] cells = sheet.row(r);
      for (int c = 0; cells != null && c < cells.length; c++) {
        if (cells[c] != null) {
          firstRow = Math.min(firstRow, r);
          lastRow = r;
          firstColumn = Math.min(firstColumn, c);
          lastColumn = Math.max(lastColumn, c);
        }
      }
    }
    return firstRow == Integer.MAX_VALUE
        ? A1.cell(0, 0)
        : A1.area(firstRow, firstColumn, lastRow, lastColumn);
  }

  /** Writes the rows, without the element around them. */
  void rows() {
    for (int r = 0; r < sheet.rowCount(); r++) {
      Cell[] cells = sheet.row(r);
      if (cells != null) {
        row(r, cells);
      }
    }
  }

  private void row(int row, Cell[] cells) {
    byte[] number = ascii(Integer.toString(row + 1));
    out.raw("<row r=\"").raw(number);
    double height = height(cells);
    if (height > 0) {
      out.raw("\" ht=\"").decimal(height).raw("\" customHeight=\"true");
    }
    out.raw("\">");
    if (cells.length > columns.length) {
      int before = columns.length;
      columns = Arrays.copyOf(columns, cells.length);
      for (int c = before; c < columns.length; c++) {
        columns[c] = new Column(c);
      }
    }
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] != null) {
        cell(cells[c], row, c, number);
      }
    }
    out.raw("</row>");
  }

  private double height(Cell[] cells) {
    double height = 0;
    for (int c = 0; c < cells.length; c++) {
      if (cells[c] != null) {
        double width = c < sheet.widths().size() ? sheet.widths().get(c) : 10;
        height = Math.max(height, RowHeights.of(cells[c], width));
      }
    }
    return height;
  }

  private void cell(Cell cell, int row, int index, byte[] rowNumber) {
    Column column = columns[index];
    if (cell.style != column.style) {
      column.style = cell.style;
      column.styleAttribute = ascii("\" s=\"" + styles.get(cell.style) + "\"");
    }
    out.raw(column.opening).raw(rowNumber).raw(column.styleAttribute);
    if (cell.formula != null) {
      formula(cell, row, index);
    } else if (cell.value instanceof String text) {
      text(text);
    } else if (cell.value == null) {
      out.raw("/>");
    } else {
      type(cell.value);
      content(cell.value, row, index);
    }
  }

  private void text(String text) {
    boolean edged =
        !text.isEmpty()
            && (Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1)));
    out.raw(" t=\"inlineStr\"><is><t").raw(edged ? " xml:space=\"preserve\">" : ">");
    out.text(text).raw("</t></is></c>");
  }

  private void formula(Cell cell, int row, int column) {
    Cell.ArrayBlock block = cell.block;
    boolean addIn = cell.formula.usesAddIn();
    boolean holds = block == null || (row == block.firstRow() && column == block.firstColumn());
    if (holds && addIn) {
      out.raw(DynamicArrays.CELL_ATTRIBUTE);
    }
    type(cell.value);
    if (holds) {
      if (block != null) {
        String area =
            A1.area(block.firstRow(), block.firstColumn(), block.lastRow(), block.lastColumn());
        out.raw("<f t=\"array\" ref=\"").raw(area).raw("\">");
      } else if (addIn) {
        out.raw("<f t=\"array\" ref=\"").raw(A1.cell(row, column)).raw("\">");
      } else if (isShared(cell, row, columns[column])) {
        out.raw(columns[column].sharedElement);
        content(cell.value, row, column);
        return;
      } else {
        opening(cell, row, column);
      }
      columns[column].formula.write(cell, out);
      out.raw(FORMULA_END);
    }
    content(cell.value, row, column);
  }

  private static boolean isShared(Cell cell, int row, Column column) {
    return row <= column.lastShared && cell.formula == column.shared;
  }

  /**
   * The opening of a formula that is stored in its own cell: where it was filled down, the cells
   * below refer to it. Formulas that name cells of other sheets are stored in each cell, as Excel
   * itself does.
   */
  private void opening(Cell cell, int row, int index) {
    Column column = columns[index];
    int last = lastAlike(cell, row, index);
    if (last - row < FEWEST_SHARED
        || cell.formula.stored(cell.rowShift, cell.columnShift).indexOf('!') >= 0) {
      out.raw(FORMULA);
      return;
    }
    column.shared = cell.formula;
    column.lastShared = last;
    column.sharedElement = ascii("<f t=\"shared\" si=\"" + sharedFormulas + "\"/>");
    out.raw("<f t=\"shared\" ref=\"")
        .raw(A1.area(row, index, last, index))
        .raw("\" si=\"")
        .raw(Integer.toString(sharedFormulas++))
        .raw("\">");
  }

  /** The last row down to which the column holds the same formula, filled. */
  private int lastAlike(Cell cell, int row, int column) {
    int last = row;
    while (last + 1 < sheet.rowCount()) {
      Cell next = sheet.cell(last + 1, column);
      if (next == null
          || next.formula != cell.formula
          || next.block != null
          || next.columnShift != cell.columnShift
          || next.rowShift != cell.rowShift + last + 1 - row) {
        return last;
      }
      last++;
    }
    return last;
  }

  /** The end of a cell's tag; a number is what a cell holds if nothing else is said. */
  private void type(Object value) {
    if (value instanceof Double) {
      out.raw(TAG_END);
    } else if (value instanceof String) {
      // A cell that an array formula fills, but does not hold, stores plain text likewise.
      out.raw(TEXT_RESULT);
    } else {
      out.raw(value instanceof Boolean ? " t=\"b\">" : " t=\"e\">");
    }
  }

  private void content(Object value, int row, int column) {
    out.raw(VALUE);
    if (value instanceof Double number && Double.isFinite(number)) {
      out.decimal(number);
    } else if (value instanceof String text) {
      out.text(text);
    } else if (value instanceof Boolean flag) {
      out.raw(flag ? "1" : "0");
    } else if (value instanceof CellError error) {
      out.raw(error.code().text());
    } else {
      throw new IllegalStateException(
          sheet.name()
              + "!"
              + A1.cell(row, column)
              + ": found "
              + value
              + ", expected a finite number, a text, a logical value or an error");
    }
    out.raw(CELL_END);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
