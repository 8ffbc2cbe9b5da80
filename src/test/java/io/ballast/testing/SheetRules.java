package io.ballast.testing;

import io.ballast.functions.CellError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMergeCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRow;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/** The rules of one sheet: cells in order, values that are what they say, formulas Excel knows. */
final class SheetRules {
  private static final int MAX_FORMULA = 8192;
  private static final int MAX_TEXT = 32767;
  private static final int MAX_LIST = 255;
  private static final CellAddress LAST = new CellAddress(1048575, 16383);

  private final String name;
  private final CTWorksheet sheet;
  private final WorkbookParts parts;
  private final List<String> findings;
  private final Map<CellAddress, Object> values = new HashMap<>();
  private final List<CellRangeAddress> arrays = new ArrayList<>();

  SheetRules(String name, CTWorksheet sheet, WorkbookParts parts, List<String> findings) {
    this.name = name;
    this.sheet = sheet;
    this.parts = parts;
    this.findings = findings;
  }

  /** Adds what is wrong to the findings. */
  void check() {
    checkCells();
    checkArrays();
    checkMergedCells();
    checkConditionalFormats();
    checkValidations();
  }

  /** The text of a cell, or its stored number or error; null if it is blank. After the check. */
  Object value(int row, int column) {
    return values.get(new CellAddress(row, column));
  }

  private void checkCells() {
    long lastRow = 0;
    for (CTRow row : sheet.getSheetData().getRowList()) {
      if (!row.isSetR() || row.getR() <= lastRow) {
        findings.add(name + ": row " + row.getR() + " follows row " + lastRow);
      }
      lastRow = row.getR();
      int lastColumn = -1;
      for (CTCell cell : row.getCList()) {
        if (!cell.isSetR()) {
          findings.add(name + ": row " + lastRow + " has a cell without an address");
          continue;
        }
        CellAddress address = new CellAddress(cell.getR());
        if (address.getRow() != lastRow - 1 || address.getColumn() <= lastColumn) {
          add(address, "is out of order in row " + lastRow);
        }
        if (address.getRow() > LAST.getRow() || address.getColumn() > LAST.getColumn()) {
          add(address, "lies beyond the sheet");
        }
        lastColumn = address.getColumn();
        checkCell(address, cell);
      }
    }
  }

  private void checkCell(CellAddress address, CTCell cell) {
    if (cell.getS() >= parts.cellFormats()) {
      add(address, "has the format " + cell.getS() + " of " + parts.cellFormats());
    }
    Object value = storedValue(address, cell);
    if (value != null) {
      values.put(address, value);
    }
    if (value instanceof String text && text.length() > MAX_TEXT) {
      add(address, "has " + text.length() + " characters, more than " + MAX_TEXT);
    }
    CTCellFormula formula = cell.getF();
    if (formula != null) {
      checkFormula(address, cell, formula);
    } else if (cell.isSetCm()) {
      add(address, "has cell metadata but no formula");
    }
  }

  private Object storedValue(CellAddress address, CTCell cell) {
    STCellType.Enum type = cell.getT();
    if (type == STCellType.INLINE_STR) {
      return cell.isSetIs() ? WorkbookParts.text(cell.getIs()) : "";
    }
    if (!cell.isSetV()) {
      if (cell.isSetF()) {
        add(address, "has a formula without a stored value");
      }
      return null;
    }
    String stored = cell.getV();
    if (type == STCellType.STR) {
      return stored;
    }
    if (type == STCellType.S) {
      Double given = number(stored);
      int index = given == null ? -1 : given.intValue();
      if (index < 0 || index >= parts.strings().size()) {
        add(address, "has the shared string " + stored + " of " + parts.strings().size());
        return null;
      }
      return parts.strings().get(index);
    }
    if (type == STCellType.B) {
      if (!stored.equals("0") && !stored.equals("1")) {
        add(address, "has the logical value " + stored);
      }
      return stored.equals("1");
    }
    if (type == STCellType.E) {
      if (CellError.parse(stored) == null) {
        add(address, "has the error " + stored + ", which does not exist");
      }
      return stored;
    }
    if (number(stored) == null) {
      add(address, "has the number " + stored);
    }
    return number(stored);
  }

  /** A finite number, or null. */
  private static Double number(String text) {
    try {
      double x = Double.parseDouble(text);
      return Double.isFinite(x) ? x : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void checkFormula(CellAddress address, CTCell cell, CTCellFormula formula) {
    String text = formula.getStringValue();
    boolean shared = formula.getT() == STCellFormulaType.SHARED;
    boolean array = formula.getT() == STCellFormulaType.ARRAY;
    if (text.isEmpty() && !shared) {
      add(address, "has an empty formula");
    }
    if (text.startsWith("=")) {
      add(address, "has a formula that starts with =");
    }
    if (text.length() > MAX_FORMULA) {
      add(address, "has a formula of " + text.length() + " characters, more than " + MAX_FORMULA);
    }
    if (text.contains("#REF!")) {
      add(address, "has a formula that refers to #REF!");
    }
    for (String finding : FormulaFunctions.findings(text)) {
      add(address, finding);
    }
    if (array) {
      checkArrayRange(address, formula);
    }
    if (cell.isSetCm()) {
      long block = cell.getCm();
      if (block < 1
          || block > parts.dynamicArray().size()
          || !parts.dynamicArray().get((int) block - 1)) {
        add(address, "has cm=" + block + ", which is no XLDAPR block of the metadata part");
      }
      if (!array) {
        add(address, "has cell metadata but no array formula");
      }
    } else if (FormulaFunctions.callsAddIn(text)) {
      add(address, "calls the add-in without cm, so Excel shows @ in front");
    }
  }

  private void checkArrayRange(CellAddress address, CTCellFormula formula) {
    if (!formula.isSetRef()) {
      add(address, "has an array formula without a range");
      return;
    }
    CellRangeAddress range = CellRangeAddress.valueOf(formula.getRef());
    if (range.getFirstRow() != address.getRow() || range.getFirstColumn() != address.getColumn()) {
      add(address, "has an array formula for " + formula.getRef());
    }
    for (CellRangeAddress other : arrays) {
      if (range.intersects(other)) {
        add(address, "has an array that overlaps that of " + other.formatAsString());
      }
    }
    arrays.add(range);
  }

  private void checkArrays() {
    for (CellRangeAddress range : arrays) {
      for (CellAddress cell : addresses(range)) {
        if (!values.containsKey(cell)) {
          add(cell, "has no stored value, though it lies in the array " + range.formatAsString());
        }
      }
    }
  }

  private static List<CellAddress> addresses(CellRangeAddress range) {
    List<CellAddress> addresses = new ArrayList<>();
    range.forEach(addresses::add);
    return addresses;
  }

  private void checkMergedCells() {
    if (!sheet.isSetMergeCells()) {
      return;
    }
    List<CellRangeAddress> ranges = new ArrayList<>();
    for (CTMergeCell merged : sheet.getMergeCells().getMergeCellList()) {
      CellRangeAddress range = CellRangeAddress.valueOf(merged.getRef());
      for (CellRangeAddress other : ranges) {
        if (range.intersects(other)) {
          findings.add(name + ": the merged cells " + merged.getRef() + " overlap others");
        }
      }
      ranges.add(range);
    }
  }

  private void checkConditionalFormats() {
    for (CTConditionalFormatting format : sheet.getConditionalFormattingList()) {
      String shown = name + ": the conditional format of " + format.getSqref();
      for (CTCfRule rule : format.getCfRuleList()) {
        if (rule.isSetDxfId() && rule.getDxfId() >= parts.differentialFormats()) {
          findings.add(shown + " has a format that is missing");
        }
        for (String formula : rule.getFormulaList()) {
          addFunctions(shown, formula);
        }
      }
    }
  }

  private void checkValidations() {
    if (!sheet.isSetDataValidations()) {
      return;
    }
    for (CTDataValidation validation : sheet.getDataValidations().getDataValidationList()) {
      String shown = name + ": the validation of " + validation.getSqref();
      for (String formula :
          List.of(orEmpty(validation.getFormula1()), orEmpty(validation.getFormula2()))) {
        addFunctions(shown, formula);
        if (formula.startsWith("\"") && formula.length() > MAX_LIST + 2) {
          findings.add(shown + " has a list of more than " + MAX_LIST + " characters");
        }
      }
    }
  }

  private static String orEmpty(String formula) {
    return formula == null ? "" : formula;
  }

  private void addFunctions(String shown, String formula) {
    for (String finding : FormulaFunctions.findings(formula)) {
      findings.add(shown + ": " + finding);
    }
  }

  private void add(CellAddress address, String finding) {
    findings.add(name + "!" + address.formatAsString() + ": " + finding);
  }
}
