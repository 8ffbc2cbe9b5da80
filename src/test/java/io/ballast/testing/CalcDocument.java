package io.ballast.testing;

import com.sun.star.beans.PropertyValue;
import com.sun.star.beans.XPropertySet;
import com.sun.star.frame.XStorable;
import com.sun.star.sheet.XArrayFormulaRange;
import com.sun.star.sheet.XCalculatable;
import com.sun.star.sheet.XCellRangeData;
import com.sun.star.sheet.XCellRangeFormula;
import com.sun.star.sheet.XSpreadsheet;
import com.sun.star.sheet.XSpreadsheetDocument;
import com.sun.star.sheet.XSpreadsheets;
import com.sun.star.table.XCell;
import com.sun.star.table.XCellRange;
import com.sun.star.text.XText;
import com.sun.star.uno.Any;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.util.CloseVetoException;
import com.sun.star.util.XCloseable;
import java.nio.file.Path;

/** A spreadsheet in a {@link RunningOffice}: cells are set and read as a person would see them. */
public final class CalcDocument implements AutoCloseable {
  private final XSpreadsheetDocument document;

  CalcDocument(XSpreadsheetDocument document) {
    this.document = document;
  }

  /** An error cell: the code that Calc shows, such as 532 for {@code #DIV/0!}. */
  public record ErrorCode(int code) {
    @Override
    public String toString() {
      return "Err:" + code;
    }
  }

  /** The first sheet. */
  public XSpreadsheet sheet() throws Exception {
    XSpreadsheets sheets = document.getSheets();
    return sheet(sheets.getElementNames()[0]);
  }

  /** The sheet of this name. */
  public XSpreadsheet sheet(String name) throws Exception {
    return UnoRuntime.queryInterface(XSpreadsheet.class, document.getSheets().getByName(name));
  }

  /**
   * Writes values, blank where null.
   *
   * @param range such as A1:B3, as large as the block
   */
  public void set(String range, Object[][] block) throws Exception {
    Object[][] cells = new Object[block.length][];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new Object[block[i].length];
      for (int j = 0; j < cells[i].length; j++) {
        cells[i][j] = block[i][j] == null ? "" : block[i][j];
      }
    }
    range(XCellRangeData.class, range).setDataArray(cells);
  }

  /** Writes a formula as it would be typed, with semicolons between arguments. */
  public void formula(String cell, String formula) throws Exception {
    range(XPropertySet.class, cell).setPropertyValue("FormulaLocal", formula);
  }

  /** Writes formulas under their stored names, one a cell. */
  public void formulas(String range, String[][] formulas) throws Exception {
    range(XCellRangeFormula.class, range).setFormulaArray(formulas);
  }

  /** Writes an array formula, its functions under their stored names, over a range. */
  public void arrayFormula(String range, String formula) throws Exception {
    range(XArrayFormulaRange.class, range).setArrayFormula(formula);
  }

  /** The formula of a cell as it would be typed. */
  public String formula(String cell) throws Exception {
    return (String) range(XPropertySet.class, cell).getPropertyValue("FormulaLocal");
  }

  /** The text that a cell shows. */
  public String shown(String cell) throws Exception {
    XCell one = sheet().getCellRangeByName(cell).getCellByPosition(0, 0);
    return UnoRuntime.queryInterface(XText.class, one).getString();
  }

  /** The value of a formula under stored names, in a cell of a new sheet. */
  public Object evaluate(String formula) throws Exception {
    XSpreadsheets sheets = document.getSheets();
    sheets.insertNewByName("Scratch", (short) sheets.getElementNames().length);
    XCellRange cell = sheet("Scratch").getCellRangeByName("A1");
    cell.getCellByPosition(0, 0).setFormula(formula);
    Object value = values(cell)[0][0];
    sheets.removeByName("Scratch");
    return value;
  }

  /** Calculates every formula anew. */
  public void calculate() {
    UnoRuntime.queryInterface(XCalculatable.class, document).calculateAll();
  }

  /** The value of one cell; see {@link #values}. */
  public Object value(String cell) throws Exception {
    return values(cell)[0][0];
  }

  /** The values of a range of the first sheet; see {@link #values(XCellRange)}. */
  public Object[][] values(String range) throws Exception {
    return values(sheet().getCellRangeByName(range));
  }

  /** The values of cells: Double, String (empty for a blank cell), or {@link ErrorCode}. */
  public static Object[][] values(XCellRange range) throws Exception {
    Object[][] values = UnoRuntime.queryInterface(XCellRangeData.class, range).getDataArray();
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        if (values[i][j] instanceof Any) {
          values[i][j] = new ErrorCode(range.getCellByPosition(j, i).getError());
        }
      }
    }
    return values;
  }

  /** Stores the document under the name of one of the office's filters. */
  public void store(Path file, String filter) throws Exception {
    PropertyValue property = new PropertyValue();
    property.Name = "FilterName";
    property.Value = filter;
    UnoRuntime.queryInterface(XStorable.class, document)
        .storeToURL(file.toAbsolutePath().toUri().toString(), new PropertyValue[] {property});
  }

  @Override
  public void close() throws CloseVetoException {
    UnoRuntime.queryInterface(XCloseable.class, document).close(true);
  }

  private <T> T range(Class<T> type, String range) throws Exception {
    return UnoRuntime.queryInterface(type, sheet().getCellRangeByName(range));
  }
}
