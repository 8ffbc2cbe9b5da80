package io.ballast.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Our workbook with the values that we stored, against the same workbook recalculated by
 * LibreOffice, cell by cell.
 *
 * <p>Numbers are equal within 1e-9·max(1,|ours|); text, logical values and errors exactly. Empty
 * text equals a blank cell. LibreOffice has numbers in the place of logical values, so its 1 and 0
 * equal our TRUE and FALSE. A formula of ours without a stored value is a difference, whatever the
 * other side holds.
 *
 * @param differences the cells that differ, in the order of sheets, rows and columns
 * @param errors our cells that hold an error value, meant or not, in the same order
 * @param formulas how many of our formula cells were compared, those meant to differ not counted
 */
public record WorkbookComparison(List<CellPair> differences, List<CellPair> errors, int formulas) {
  private static final double TOLERANCE = 1e-9;

  /** The value of a formula that was stored without one. */
  private static final Object NOT_STORED =
      new Object() {
        @Override
        public String toString() {
          return "no stored value";
        }
      };

  /** An error value as the cell shows it. */
  private record ErrorText(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A cell on both sides.
   *
   * @param sheet the sheet's name
   * @param address such as B2
   * @param formula ours, empty if the cell holds none
   * @param ours our value, null if blank
   * @param theirs LibreOffice's value
   */
  public record CellPair(String sheet, String address, String formula, Object ours, Object theirs) {
    @Override
    public String toString() {
      String shown = formula.isEmpty() ? "" : " =" + formula;
      return sheet + "!" + address + shown + ": ours " + text(ours) + ", theirs " + text(theirs);
    }

    private static String text(Object value) {
      return value instanceof String s ? "\"" + s + "\"" : String.valueOf(value);
    }
  }

  /**
   * Compares two workbooks.
   *
   * @param ours with our stored values
   * @param theirs the same, recalculated
   * @param meantToDiffer whether the cell of this sheet and address is left out of the differences
   * @throws IOException if a file cannot be read
   */
  public static WorkbookComparison of(
      Path ours, Path theirs, BiPredicate<String, String> meantToDiffer) throws IOException {
    try (InputStream ourStream = Files.newInputStream(ours);
        InputStream theirStream = Files.newInputStream(theirs);
        XSSFWorkbook ourBook = new XSSFWorkbook(ourStream);
        XSSFWorkbook theirBook = new XSSFWorkbook(theirStream)) {
      List<String> ourSheets = sheetNames(ourBook);
      List<String> theirSheets = sheetNames(theirBook);
      if (!ourSheets.equals(theirSheets)) {
        throw new IOException(ours + " has the sheets " + ourSheets + ", not " + theirSheets);
      }
      List<CellPair> differences = new ArrayList<>();
      List<CellPair> errors = new ArrayList<>();
      int formulas = 0;
      for (String name : ourSheets) {
        XSSFSheet ourSheet = ourBook.getSheet(name);
        XSSFSheet theirSheet = theirBook.getSheet(name);
        for (CellAddress address : addresses(ourSheet, theirSheet)) {
          XSSFCell cell = cell(ourSheet, address);
          Object our = value(cell);
          Object their = value(cell(theirSheet, address));
          boolean formula = cell != null && cell.getCellType() == CellType.FORMULA;
          boolean compared = !meantToDiffer.test(name, address.formatAsString());
          boolean different = compared && !same(our, their);
          formulas += formula && compared ? 1 : 0;
          if (different || our instanceof ErrorText) {
            CellPair pair =
                new CellPair(
                    name,
                    address.formatAsString(),
                    formula ? cell.getCellFormula() : "",
                    our,
                    their);
            if (our instanceof ErrorText) {
              errors.add(pair);
            }
            if (different) {
              differences.add(pair);
            }
          }
        }
      }
      return new WorkbookComparison(List.copyOf(differences), List.copyOf(errors), formulas);
    }
  }

  /** What a cell says that only the add-in computes. */
  public static final String NEEDS_ADDIN = "needs the add-in";

  /**
   * The differences of a workbook recalculated without the add-in, but for cells that say that they
   * need it or stand in for one that does.
   */
  public List<CellPair> differencesWithoutAddIn() {
    return differences.stream().filter(pair -> !needsAddIn(pair.formula(), pair.theirs())).toList();
  }

  /** Whether a cell of this formula may show that value without the add-in, another one with it. */
  public static boolean needsAddIn(String formula, Object without) {
    return formula.contains(NEEDS_ADDIN)
        || without instanceof String text && text.contains(NEEDS_ADDIN);
  }

  /** Compares two workbooks in which no cell is meant to differ. */
  public static WorkbookComparison of(Path ours, Path theirs) throws IOException {
    return of(ours, theirs, (sheet, address) -> false);
  }

  private static List<String> sheetNames(XSSFWorkbook book) {
    List<String> names = new ArrayList<>();
    book.forEach(sheet -> names.add(sheet.getSheetName()));
    return names;
  }

  private static TreeSet<CellAddress> addresses(XSSFSheet ours, XSSFSheet theirs) {
    TreeSet<CellAddress> addresses = new TreeSet<>();
    for (XSSFSheet sheet : List.of(ours, theirs)) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          addresses.add(cell.getAddress());
        }
      }
    }
    return addresses;
  }

  private static XSSFCell cell(XSSFSheet sheet, CellAddress address) {
    XSSFRow row = sheet.getRow(address.getRow());
    return row == null ? null : row.getCell(address.getColumn());
  }

  private static Object value(XSSFCell cell) {
    if (cell == null) {
      return null;
    }
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      if (!cell.getCTCell().isSetV()) {
        return NOT_STORED;
      }
      type = cell.getCachedFormulaResultType();
    }
    return switch (type) {
      case NUMERIC -> cell.getNumericCellValue();
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> cell.getBooleanCellValue();
      case ERROR -> new ErrorText(cell.getCTCell().getV());
      case BLANK -> null;
      default -> throw new IllegalStateException(cell.getAddress() + " is of type " + type);
    };
  }

  private static boolean same(Object ours, Object theirs) {
    if (ours == NOT_STORED) {
      return false;
    }
    if (ours instanceof Double x && theirs instanceof Double y) {
      return Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.abs(x));
    }
    if (ours instanceof Boolean b && theirs instanceof Double y) {
      return y == (b ? 1 : 0);
    }
    return orEmpty(ours).equals(orEmpty(theirs));
  }

  private static Object orEmpty(Object value) {
    return value == null ? "" : value;
  }
}
