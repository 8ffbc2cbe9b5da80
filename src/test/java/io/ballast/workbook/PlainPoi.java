package io.ballast.workbook;

import io.ballast.functions.CellError;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** Writes a calculated book with POI alone, cells and all: what {@link BookWriter} is held to. */
final class PlainPoi {
  private PlainPoi() {}

  static void write(Book book, OutputStream out) throws IOException {
    Shape shape = Shape.of(book);
    try (XSSFWorkbook workbook = Skeleton.build(book, shape.styles(), shape.addIn())) {
      Map<Style, XSSFCellStyle> styles = new HashMap<>();
      List<Style> numbered = shape.styles();
      for (int i = 0; i < numbered.size(); i++) {
        styles.put(numbered.get(i), workbook.getCellStyleAt(i + 1));
      }
      for (Sheet sheet : book.sheets()) {
        cells(sheet, workbook.getSheet(sheet.name()), styles);
      }
      workbook.write(out);
    }
  }

  private static void cells(Sheet sheet, XSSFSheet target, Map<Style, XSSFCellStyle> styles) {
    for (int r = 0; r < sheet.rowCount(); r++) {
      Cell[] cells = sheet.row(r);
      if (cells == null) {
        continue;
      }
      XSSFRow row = target.createRow(r);
      double height = 0;
      for (int c = 0; c < cells.length; c++) {
        Cell cell = cells[c];
        if (cell == null) {
          continue;
        }
        XSSFCell made = row.createCell(c);
        made.setCellStyle(styles.get(cell.style));
        double width = c < sheet.widths().size() ? sheet.widths().get(c) : 10;
        height = Math.max(height, RowHeights.of(cell, width));
        if (cell.formula != null) {
          formula(cell, made.getCTCell(), r, c);
        } else if (cell.value instanceof Double number) {
          made.setCellValue(number);
        } else if (cell.value instanceof Boolean flag) {
          made.setCellValue(flag);
        } else if (cell.value instanceof String text) {
          made.setCellValue(text);
        }
      }
      if (height > 0) {
        row.setHeightInPoints((float) height);
      }
    }
  }

  private static void formula(Cell cell, CTCell target, int row, int column) {
    boolean addIn = cell.formula.usesAddIn();
    Cell.ArrayBlock block = cell.block;
    if (block == null || (row == block.firstRow() && column == block.firstColumn())) {
      CTCellFormula formula = target.addNewF();
      formula.setStringValue(cell.formula.stored(cell.rowShift, cell.columnShift));
      if (block != null || addIn) {
        formula.setT(STCellFormulaType.ARRAY);
        formula.setRef(
            block == null
                ? A1.cell(row, column)
                : A1.area(
                    block.firstRow(), block.firstColumn(), block.lastRow(), block.lastColumn()));
      }
      if (addIn) {
        target.setCm(1);
      }
    }
    Object value = cell.value;
    if (value instanceof Double number) {
      target.setV(number.toString());
    } else if (value instanceof Boolean flag) {
      target.setT(STCellType.B);
      target.setV(flag ? "1" : "0");
    } else if (value instanceof CellError error) {
      target.setT(STCellType.E);
      target.setV(error.code().text());
    } else {
      target.setT(STCellType.STR);
      target.setV((String) value);
    }
  }
}
