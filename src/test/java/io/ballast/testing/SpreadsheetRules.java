package io.ballast.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedNames;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STSheetState;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.TableDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/**
 * The rules of a workbook that no schema holds and that Excel punishes with a repair, a refusal or
 * {@code #NAME?}: names of sheets, tables and names, headers of tables, and what {@link SheetRules}
 * holds each sheet to.
 */
final class SpreadsheetRules {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]{0,254}");
  private static final Pattern CELL_REFERENCE =
      Pattern.compile("(?i)[a-z]{1,3}[0-9]{1,7}|r[0-9]*(c[0-9]*)?|c[0-9]*");
  private static final Pattern FORBIDDEN_IN_SHEET_NAME = Pattern.compile("[\\[\\]:*?/\\\\]|^'|'$");

  private final OoxmlPackage contents;
  private final Map<String, XmlObject> documents;
  private final List<String> findings;
  private final Set<String> names = new HashSet<>();
  private final Set<Long> tableIds = new HashSet<>();

  SpreadsheetRules(OoxmlPackage contents, Map<String, XmlObject> documents, List<String> findings) {
    this.contents = contents;
    this.documents = documents;
    this.findings = findings;
  }

  /** Adds what is wrong to the findings. */
  void check() {
    List<String> main = contents.targets("/", "/officeDocument");
    if (main.size() != 1) {
      findings.add("the package has " + main.size() + " main parts, not one workbook");
      return;
    }
    String workbookPart = main.get(0);
    CTWorkbook workbook = ((WorkbookDocument) documents.get(workbookPart)).getWorkbook();
    checkNames(workbookPart, workbook);
    WorkbookParts parts = WorkbookParts.of(contents, documents, workbookPart);
    checkSheets(workbookPart, workbook, parts);
  }

  private void checkSheets(String workbookPart, CTWorkbook workbook, WorkbookParts parts) {
    Set<String> sheetNames = new HashSet<>();
    Set<Long> ids = new HashSet<>();
    boolean visible = false;
    for (CTSheet sheet : workbook.getSheets().getSheetList()) {
      String name = sheet.getName();
      String shown = workbookPart + ": the sheet name \"" + name + "\"";
      require(sheetNames.add(lower(name)), shown + " is there twice");
      require(!name.isEmpty() && name.length() <= 31, shown + " is not of 1 to 31 characters");
      require(!name.equalsIgnoreCase("History"), shown + " is reserved");
      require(!FORBIDDEN_IN_SHEET_NAME.matcher(name).find(), shown + " has a forbidden character");
      require(ids.add(sheet.getSheetId()), shown + " has the id of another sheet");
      visible |= sheet.getState() == STSheetState.VISIBLE;
      OoxmlPackage.Relationship target = contents.relationships(workbookPart).get(sheet.getId());
      if (target == null || !(documents.get(target.target()) instanceof WorksheetDocument)) {
        findings.add(shown + " leads to no worksheet");
        continue;
      }
      XmlObject document = documents.get(target.target());
      SheetRules rules =
          new SheetRules(name, ((WorksheetDocument) document).getWorksheet(), parts, findings);
      rules.check();
      checkTables(target.target(), name, rules);
    }
    require(visible, workbookPart + ": no sheet is visible");
  }

  private void checkNames(String part, CTWorkbook workbook) {
    CTDefinedNames defined = workbook.getDefinedNames();
    if (defined == null) {
      return;
    }
    Set<String> scoped = new HashSet<>();
    for (CTDefinedName entry : defined.getDefinedNameList()) {
      String name = entry.getName();
      String shown = part + ": the name " + name;
      require(name.startsWith("_xlnm.") || validName(name), shown + " is not valid");
      String scope = entry.isSetLocalSheetId() ? entry.getLocalSheetId() + "!" : "";
      require(scoped.add(scope + lower(name)), shown + " is there twice");
      require(
          !entry.isSetLocalSheetId()
              || entry.getLocalSheetId() < workbook.getSheets().sizeOfSheetArray(),
          shown + " belongs to a sheet that is missing");
      if (scope.isEmpty()) {
        names.add(lower(name));
      }
      String text = entry.getStringValue();
      require(!text.contains("#REF!"), shown + " refers to #REF!");
      for (String finding : FormulaFunctions.findings(text)) {
        findings.add(shown + ": " + finding);
      }
    }
  }

  private static boolean validName(String name) {
    return NAME.matcher(name).matches() && !CELL_REFERENCE.matcher(name).matches();
  }

  private void checkTables(String sheetPart, String sheetName, SheetRules sheet) {
    List<CellRangeAddress> ranges = new ArrayList<>();
    for (String part : contents.targets(sheetPart, "/table")) {
      CTTable table = ((TableDocument) documents.get(part)).getTable();
      String shown = part + ": the table " + table.getDisplayName();
      require(validName(table.getDisplayName()), shown + " has no valid name");
      require(names.add(lower(table.getDisplayName())), shown + " has a name that is taken");
      require(tableIds.add(table.getId()), shown + " has the id of another table");
      CellRangeAddress range = CellRangeAddress.valueOf(table.getRef());
      for (CellRangeAddress other : ranges) {
        require(!range.intersects(other), shown + " overlaps another table");
      }
      ranges.add(range);
      List<CTTableColumn> columns = table.getTableColumns().getTableColumnList();
      int width = range.getLastColumn() - range.getFirstColumn() + 1;
      if (columns.size() != width) {
        findings.add(shown + " names " + columns.size() + " columns, but is " + width + " wide");
        continue;
      }
      Map<String, Integer> headers = new HashMap<>();
      for (int i = 0; i < width; i++) {
        CTTableColumn column = columns.get(i);
        String header = column.getName();
        require(!header.isBlank(), shown + " has an empty header");
        require(
            headers.put(lower(header), i) == null, shown + " has the header " + header + " twice");
        if (!table.isSetHeaderRowCount() || table.getHeaderRowCount() > 0) {
          Object cell = sheet.value(range.getFirstRow(), range.getFirstColumn() + i);
          require(
              header.equals(cell),
              shown
                  + " has the header \""
                  + header
                  + "\" over a cell of "
                  + sheetName
                  + " with "
                  + (cell == null ? "nothing" : "\"" + cell + "\""));
        }
        if (column.isSetCalculatedColumnFormula()) {
          String formula = column.getCalculatedColumnFormula().getStringValue();
          for (String finding : FormulaFunctions.findings(formula)) {
            findings.add(shown + ", column " + header + ": " + finding);
          }
          require(
              !FormulaFunctions.callsAddIn(formula),
              shown
                  + ", column "
                  + header
                  + ": calls the add-in, whose form in a table is unknown");
        }
      }
    }
  }

  private void require(boolean holds, String finding) {
    if (!holds) {
      findings.add(finding);
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
