package io.ballast.workbook;

import io.ballast.functions.CellError;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes the cells of a sheet as a worksheet part holds them: each formula together with its value,
 * calls of our functions as Excel itself stores them, texts in their cells.
 */
final class SheetXml {
  private final Sheet sheet;
  private final Map<Style, Integer> styles;
  private final XmlBytes out;

  /** By column: the beginning of a cell, and the style of the cell above with its attribute. */
  private byte[][] opening = new byte[0][];

  private Style[] lastStyle = new Style[0];
  private byte[][] lastAttribute = new byte[0][];

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
      out.raw("\" ht=\"").decimal(height);
      out.raw("\" customHeight=\"true");
    }
    out.raw("\">");
    widen(cells.length);
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

  private void widen(int columns) {
    int before = opening.length;
    if (columns > before) {
      opening = java.util.Arrays.copyOf(opening, columns);
      lastStyle = java.util.Arrays.copyOf(lastStyle, columns);
      lastAttribute = java.util.Arrays.copyOf(lastAttribute, columns);
      for (int c = before; c < columns; c++) {
        opening[c] = ascii("<c r=\"" + A1.column(c));
      }
    }
  }

  private void cell(Cell cell, int row, int column, byte[] rowNumber) {
    if (cell.style != lastStyle[column]) {
      lastStyle[column] = cell.style;
      lastAttribute[column] = ascii("\" s=\"" + styles.get(cell.style) + "\"");
    }
    out.raw(opening[column]).raw(rowNumber).raw(lastAttribute[column]);
    if (cell.formula != null) {
      formula(cell, row, column);
    } else if (cell.value instanceof String text) {
      text(text);
    } else if (cell.value == null) {
      out.raw("/>");
    } else {
      value(cell.value, row, column);
    }
  }

  private void text(String text) {
    boolean edged =
        !text.isEmpty()
            && (Character.isWhitespace(text.charAt(0))
                || Character.isWhitespace(text.charAt(text.length() - 1)));
    out.raw(" t=\"inlineStr\"><is><t").raw(edged ? " xml:space=\"preserve\">" : ">");
    out.text(text);
    out.raw("</t></is></c>");
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
      if (block == null && !addIn) {
        out.raw("<f>");
      } else {
        out.raw("<f t=\"array\" ref=\"");
        out.raw(
            block == null
                ? A1.cell(row, column)
                : A1.area(
                    block.firstRow(), block.firstColumn(), block.lastRow(), block.lastColumn()));
        out.raw("\">");
      }
      cell.formula.store(cell.rowShift, cell.columnShift, out);
      out.raw("</f>");
    }
    content(cell.value, row, column);
  }

  private void value(Object value, int row, int column) {
    type(value);
    content(value, row, column);
  }

  /** The end of a cell's tag; a number is what a cell holds if nothing else is said. */
  private void type(Object value) {
    if (value instanceof Double) {
      out.raw(">");
    } else if (value instanceof String) {
      // A cell that an array formula fills, but does not hold, stores plain text likewise.
      out.raw(" t=\"str\">");
    } else {
      out.raw(value instanceof Boolean ? " t=\"b\">" : " t=\"e\">");
    }
  }

  private void content(Object value, int row, int column) {
    out.raw("<v>");
    if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        throw wrong(value, row, column);
      }
      out.decimal(number);
    } else if (value instanceof String text) {
      out.text(text);
    } else if (value instanceof Boolean flag) {
      out.raw(flag ? "1" : "0");
    } else if (value instanceof CellError error) {
      out.raw(error.code().text());
    } else {
      throw wrong(value, row, column);
    }
    out.raw("</v></c>");
  }

  private IllegalStateException wrong(Object value, int row, int column) {
    return new IllegalStateException(
        sheet.name()
            + "!"
            + A1.cell(row, column)
            + ": found "
            + value
            + ", expected a finite number, a text, a logical value or an error");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
