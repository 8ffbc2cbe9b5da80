package io.ballast.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.CellError;
import io.ballast.metrics.Numbers;
import io.ballast.testing.LibreOffice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/**
 * The formulas of judged.txt, calculated by us and by LibreOffice as array formulas. Where
 * LibreOffice departs from Excel, which we follow, a line goes on with Excel's value and with what
 * is different there.
 */
class LibreOfficeJudgeTest {
  private static final double TOLERANCE = 1e-12;
  private static final Object[][] CELLS = cells();
  private static final Scope SHEET =
      new SheetScope(CELLS, Map.of("rate", 0.05, "block", new Object[][] {{1.0, 2.5}, {3.0, 4.0}}));

  private static Object[][] cells() {
    Object[][] cells = new Object[20][13];
    Object[][] corner = {
      {1.0, 2.5, "x", true, null, 0.1, "3", 10.0},
      {3.0, 4.0, "Apple", false, CellError.NA, -0.2, "abc", 20.0},
      {5.0, -6.0, "apple", true, 7.0, 0.3, null, 30.0},
      {7.25, 8.0, "b*", null, null, null, "12", 40.0},
      {9.0, 0.0, "10", null, null, "gap", null, null},
      {11.0, 12.5, "cat", null, null, 0.6, null, null}
    };
    for (int i = 0; i < corner.length; i++) {
      System.arraycopy(corner[i], 0, cells[i], 0, corner[i].length);
      cells[i][11] = 10.0 * (i + 1);
      cells[i][12] = "m" + (i + 1);
    }
    Random random = new Random(7);
    for (Object[] row : cells) {
      row[9] = random.nextGaussian() * 0.04;
      row[10] = (double) row[9] * 0.6 + random.nextGaussian() * 0.03;
    }
    cells[18][5] = 0.05;
    return cells;
  }

  @Test
  void everyFormulaHasTheValueThatLibreOfficeGives(@TempDir Path folder) throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    List<String[]> cases = cases();
    List<String> formulas = cases.stream().map(line -> line[0]).toList();
    List<Object> ours = formulas.stream().map(LibreOfficeJudgeTest::evaluate).toList();
    Path file = folder.resolve("judged.xlsx");
    List<Integer> places = write(file, formulas, ours);
    Path judged = office.recalculate(folder.resolve("judged"), file).get(0);
    List<String> differences = new ArrayList<>();
    try (InputStream in = Files.newInputStream(judged);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      XSSFSheet sheet = book.getSheetAt(0);
      for (int i = 0; i < formulas.size(); i++) {
        String difference = difference(ours.get(i), sheet, places.get(i));
        boolean departs = cases.get(i).length > 1;
        if (departs != (difference != null)) {
          differences.add(formulas.get(i) + ": " + (departs ? "no departure" : difference));
        }
      }
    }
    assertTrue(formulas.size() > 300);
    assertEquals("", String.join("\n", differences));
  }

  @Test
  void whereLibreOfficeDepartsWeGiveTheValueOfExcel() throws IOException {
    int departures = 0;
    for (String[] line : cases()) {
      if (line.length > 1) {
        assertEquals(line[1], shown(evaluate(line[0])), line[0]);
        departures++;
      }
    }
    assertTrue(departures > 0);
  }

  @Test
  void everyBuiltInIsJudged() throws IOException {
    TreeSet<String> missing = new TreeSet<>(Formula.builtIns());
    Pattern call = Pattern.compile("([A-Z0-9.]+)\\(");
    for (String[] line : cases()) {
      for (Matcher matcher = call.matcher(line[0]); matcher.find(); ) {
        missing.remove(matcher.group(1));
      }
    }
    assertTrue(missing.isEmpty(), () -> "not judged: " + missing);
  }

  /** Each line's formula, and where LibreOffice departs Excel's value and the reason. */
  private static List<String[]> cases() throws IOException {
    try (InputStream in = LibreOfficeJudgeTest.class.getResourceAsStream("/formula/judged.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  private static Object evaluate(String formula) {
    return Formula.parse(formula).evaluate(SHEET, 0, 0);
  }

  private static String shown(Object value) {
    if (value instanceof Object[][] rows) {
      return Arrays.stream(rows)
          .map(
              row ->
                  Arrays.stream(row)
                      .map(LibreOfficeJudgeTest::shown)
                      .collect(Collectors.joining(",")))
          .collect(Collectors.joining(";", "{", "}"));
    }
    return value instanceof Double number
        ? Numbers.plain(number)
        : value instanceof Boolean logical ? (logical ? "TRUE" : "FALSE") : String.valueOf(value);
  }

  /** Writes the cells and under them the formulas; returns the first row of each. */
  private static List<Integer> write(Path file, List<String> formulas, List<Object> values)
      throws IOException {
    List<Integer> places = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet("Judged");
      name(book, "rate", "Judged!$F$19");
      name(book, "block", "Judged!$N$1:$O$2");
      for (int i = 0; i < CELLS.length; i++) {
        XSSFRow row = sheet.createRow(i);
        for (int j = 0; j < CELLS[i].length; j++) {
          set(row.createCell(j), CELLS[i][j]);
        }
      }
      double[][] block = {{1, 2.5}, {3, 4}};
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          sheet.getRow(i).createCell(13 + j).setCellValue(block[i][j]);
        }
      }
      int at = 99;
      for (int i = 0; i < formulas.size(); i++) {
        Object[][] value = Coerce.block(values.get(i));
        for (int r = 0; r < value.length; r++) {
          sheet.createRow(at + r);
        }
        CTCellFormula formula = sheet.getRow(at).createCell(0).getCTCell().addNewF();
        formula.setStringValue(Formula.parse(formulas.get(i)).stored(0, 0));
        formula.setT(STCellFormulaType.ARRAY);
        formula.setRef(
            new CellRangeAddress(at, at + value.length - 1, 0, value[0].length - 1)
                .formatAsString());
        places.add(at);
        at += value.length;
      }
      book.write(out);
    }
    return places;
  }

  private static void name(XSSFWorkbook book, String name, String refersTo) {
    var defined = book.createName();
    defined.setNameName(name);
    defined.setRefersToFormula(refersTo);
  }

  private static void set(XSSFCell cell, Object value) {
    if (value instanceof Double number) {
      cell.setCellValue(number);
    } else if (value instanceof String text) {
      cell.setCellValue(text);
    } else if (value instanceof Boolean logical) {
      cell.setCellValue(logical);
    } else if (value instanceof CellError error) {
      cell.setCellErrorValue(FormulaError.forString(error.toString()));
    }
  }

  private static String difference(Object value, XSSFSheet sheet, int firstRow) {
    Object[][] ours = Coerce.block(value);
    for (int i = 0; i < ours.length; i++) {
      for (int j = 0; j < ours[0].length; j++) {
        Object theirs = value(sheet.getRow(firstRow + i), j);
        if (!isSame(ours[i][j], theirs)) {
          return "cell " + (i + 1) + "," + (j + 1) + " ours " + ours[i][j] + ", theirs " + theirs;
        }
      }
    }
    return null;
  }

  private static Object value(XSSFRow row, int column) {
    XSSFCell cell = row == null ? null : row.getCell(column);
    if (cell == null) {
      return null;
    }
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      type = cell.getCachedFormulaResultType();
    }
    return switch (type) {
      case NUMERIC -> cell.getNumericCellValue();
      case STRING -> cell.getStringCellValue();
      case BOOLEAN -> cell.getBooleanCellValue();
      case ERROR -> CellError.parse(cell.getErrorCellString());
      default -> null;
    };
  }

  /** LibreOffice has numbers for logical values, and 0 or empty text for blanks in arrays. */
  private static boolean isSame(Object ours, Object theirs) {
    if (ours == null) {
      return theirs == null || theirs.equals(0.0) || theirs.equals("");
    }
    if (ours instanceof Boolean logical && theirs instanceof Double number) {
      return number == (logical ? 1 : 0);
    }
    if (ours instanceof Double x && theirs instanceof Double y) {
      return Math.abs(x - y) <= TOLERANCE * Math.abs(x);
    }
    return ours.equals(theirs == null ? "" : theirs);
  }
}
