package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRow;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Two files that must mean the same: every part equal letter by letter, but for where texts are
 * kept and how numbers are spelt; every row and cell equal as POI reads it.
 */
final class SameWorkbook {
  private static final Pattern NUMBER = Pattern.compile("(?<=<c:v>)-?\\d[-+.0-9E]*(?=</c:v>)");

  private SameWorkbook() {}

  static void check(String what, byte[] expected, byte[] actual) throws IOException {
    Map<String, byte[]> theirs = parts(expected);
    Map<String, byte[]> ours = parts(actual);
    assertEquals(theirs.keySet(), ours.keySet(), what);
    for (String part : theirs.keySet()) {
      String message = what + " " + part;
      if (part.startsWith("xl/worksheets/sheet")) {
        assertEquals(withoutCells(theirs.get(part)), withoutCells(ours.get(part)), message);
      } else if (part.startsWith("xl/charts/")) {
        assertEquals(numbersAlike(theirs.get(part)), numbersAlike(ours.get(part)), message);
      } else if (!part.equals("xl/sharedStrings.xml")) {
        assertEquals(text(theirs.get(part)), text(ours.get(part)), message);
      }
    }
    try (XSSFWorkbook a = new XSSFWorkbook(new ByteArrayInputStream(expected));
        XSSFWorkbook b = new XSSFWorkbook(new ByteArrayInputStream(actual))) {
      assertEquals(a.getNumberOfSheets(), b.getNumberOfSheets(), what);
      for (int s = 0; s < a.getNumberOfSheets(); s++) {
        cells(what + " " + a.getSheetName(s), a.getSheetAt(s), b.getSheetAt(s));
      }
    }
  }

  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertEquals(null, parts.put(entry.getName(), zip.readAllBytes()), entry.getName());
      }
    }
    return parts;
  }

  /** A part's XML; whether it spells {@code >} out is of no meaning. */
  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8).replace("&gt;", ">");
  }

  private static String withoutCells(byte[] xml) {
    String text = text(xml).replace("<sheetData/>", "<sheetData></sheetData>");
    int end = text.indexOf("</sheetData>");
    return text.substring(0, text.indexOf("<sheetData>")) + text.substring(end);
  }

  private static String numbersAlike(byte[] xml) {
    return NUMBER
        .matcher(text(xml))
        .replaceAll(found -> Double.toString(Double.parseDouble(found.group())));
  }

  private static void cells(String what, XSSFSheet theirs, XSSFSheet ours) {
    assertEquals(theirs.getPhysicalNumberOfRows(), ours.getPhysicalNumberOfRows(), what);
    for (int r = 0; r <= theirs.getLastRowNum(); r++) {
      XSSFRow a = theirs.getRow(r);
      XSSFRow b = ours.getRow(r);
      assertEquals(a == null, b == null, what + " row " + (r + 1));
      if (a == null) {
        continue;
      }
      assertEquals(attributes(a.getCTRow()), attributes(b.getCTRow()), what + " row " + (r + 1));
      assertEquals(a.getPhysicalNumberOfCells(), b.getPhysicalNumberOfCells(), what);
      for (int c = 0; c < a.getLastCellNum(); c++) {
        String message = what + "!" + A1.cell(r, c);
        assertEquals(a.getCell(c) == null, b.getCell(c) == null, message);
        if (a.getCell(c) != null) {
          assertEquals(facts(a.getCell(c)), facts(b.getCell(c)), message);
        }
      }
    }
  }

  private static String attributes(CTRow row) {
    CTRow copy = (CTRow) row.copy();
    copy.setCArray(new CTCell[0]);
    if (copy.isSetHt()) {
      copy.setHt(copy.getHt());
    }
    return copy.xmlText();
  }

  /** The cell's XML, its text drawn into it and its number spelt one way. */
  private static String facts(XSSFCell cell) {
    CTCell copy = (CTCell) cell.getCTCell().copy();
    if (copy.isSetF() && copy.getF().getT() != STCellFormulaType.ARRAY) {
      // A formula may be stored once for all cells that it was filled into.
      copy.unsetF();
      return parsed(cell) + facts(cell, copy);
    }
    return facts(cell, copy);
  }

  /** A formula as POI understands it. */
  private static String parsed(XSSFCell cell) {
    XSSFEvaluationWorkbook book = XSSFEvaluationWorkbook.create(cell.getSheet().getWorkbook());
    int sheet = cell.getSheet().getWorkbook().getSheetIndex(cell.getSheet());
    return FormulaRenderer.toFormulaString(
        book,
        FormulaParser.parse(
            cell.getCellFormula(), book, FormulaType.CELL, sheet, cell.getRowIndex()));
  }

  private static String facts(XSSFCell cell, CTCell copy) {
    boolean text = copy.getT() == STCellType.S || copy.getT() == STCellType.INLINE_STR;
    if (text) {
      copy.setT(STCellType.STR);
      if (copy.isSetIs()) {
        copy.unsetIs();
      }
      copy.setV(cell.getStringCellValue());
    } else if (copy.getT() == STCellType.N && copy.isSetV()) {
      copy.setT(STCellType.N);
      copy.setV(Double.toString(Double.parseDouble(copy.getV())));
    }
    return (text ? "text " : "") + copy.xmlText() + " " + cell.getCellStyle().getCoreXf();
  }
}
