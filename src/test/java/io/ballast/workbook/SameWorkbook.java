package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.SharedFormula;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
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
      Formulas plain = new Formulas(a);
      Formulas maybeShared = new Formulas(b);
      for (int s = 0; s < a.getNumberOfSheets(); s++) {
        String where = what + " " + a.getSheetName(s);
        cells(where, a.getSheetAt(s), b.getSheetAt(s), plain, maybeShared);
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

  private static void cells(
      String what, XSSFSheet theirs, XSSFSheet ours, Formulas plain, Formulas maybeShared) {
    assertEquals(theirs.getPhysicalNumberOfRows(), ours.getPhysicalNumberOfRows(), what);
    for (int r = 0; r <= theirs.getLastRowNum(); r++) {
      XSSFRow a = theirs.getRow(r);
      XSSFRow b = ours.getRow(r);
      assertEquals(a == null, b == null, what + " row " + (r + 1));
      if (a == null) {
        continue;
      }
      assertEquals(row(a), row(b), what + " row " + (r + 1));
      assertEquals(a.getPhysicalNumberOfCells(), b.getPhysicalNumberOfCells(), what);
      for (int c = 0; c < a.getLastCellNum(); c++) {
        XSSFCell their = a.getCell(c);
        XSSFCell our = b.getCell(c);
        assertEquals(their == null, our == null, () -> what + "!" + our + their);
        if (their != null) {
          boolean shared = isShared(our.getCTCell());
          assertEquals(
              facts(their, shared, plain),
              facts(our, shared, maybeShared),
              () -> what + "!" + their.getAddress());
        }
      }
    }
  }

  private static Map<String, String> attributes(XmlObject element) {
    Map<String, String> attributes = new TreeMap<>();
    try (XmlCursor cursor = element.newCursor()) {
      for (boolean on = cursor.toFirstAttribute(); on; on = cursor.toNextAttribute()) {
        attributes.put(cursor.getName().toString(), cursor.getTextValue());
      }
    }
    return attributes;
  }

  private static Map<String, String> row(XSSFRow row) {
    Map<String, String> attributes = attributes(row.getCTRow());
    attributes.computeIfPresent("ht", (name, height) -> number(height));
    return attributes;
  }

  private static String number(String text) {
    return Double.toString(Double.parseDouble(text));
  }

  /** All that a cell's XML holds, its text drawn into it and its number spelt one way. */
  private static List<Object> facts(XSSFCell cell, boolean shared, Formulas formulas) {
    CTCell xml = cell.getCTCell();
    Map<String, String> attributes = attributes(xml);
    String value = xml.getV();
    if (xml.getT() == STCellType.S || xml.getT() == STCellType.INLINE_STR) {
      attributes.put("t", "text");
      value = cell.getStringCellValue();
    } else if (xml.getT() == STCellType.N) {
      attributes.put("t", "n");
      value = value == null ? null : number(value);
    }
    List<Object> facts = new ArrayList<>(Arrays.asList(attributes, value, xml.isSetExtLst()));
    if (shared) {
      facts.add(formulas.parsed(cell));
    } else if (xml.isSetF()) {
      facts.add(attributes(xml.getF()));
      facts.add(xml.getF().getStringValue());
    }
    return facts;
  }

  /** Whether the formula is stored once for all cells that it was filled into. */
  private static boolean isShared(CTCell cell) {
    return cell.isSetF() && cell.getF().getT() == STCellFormulaType.SHARED;
  }

  /** The formulas of a workbook as POI understands them. */
  private static final class Formulas {
    /** A formula that is stored once, and the cells that it was filled into. */
    private record Filled(Ptg[] parsed, CellRangeAddress cells) {}

    private static final SharedFormula SHARED = new SharedFormula(SpreadsheetVersion.EXCEL2007);

    private final XSSFWorkbook workbook;
    private final XSSFEvaluationWorkbook names;
    private final Map<String, Filled> filled = new HashMap<>();

    private Formulas(XSSFWorkbook workbook) {
      this.workbook = workbook;
      this.names = XSSFEvaluationWorkbook.create(workbook);
    }

    private Ptg[] parse(String text, int sheet, int row) {
      return FormulaParser.parse(text, names, FormulaType.CELL, sheet, row);
    }

    private String parsed(XSSFCell cell) {
      int sheet = workbook.getSheetIndex(cell.getSheet());
      Ptg[] formula;
      if (isShared(cell.getCTCell())) {
        CTCellFormula stored = cell.getCTCell().getF();
        String key = sheet + " " + stored.getSi();
        if (stored.isSetRef()) {
          CellRangeAddress cells = CellRangeAddress.valueOf(stored.getRef());
          filled.put(
              key, new Filled(parse(stored.getStringValue(), sheet, cell.getRowIndex()), cells));
        }
        Filled first = filled.get(key);
        formula =
            SHARED.convertSharedFormulas(
                first.parsed(),
                cell.getRowIndex() - first.cells().getFirstRow(),
                cell.getColumnIndex() - first.cells().getFirstColumn());
      } else {
        formula = parse(cell.getCTCell().getF().getStringValue(), sheet, cell.getRowIndex());
      }
      return FormulaRenderer.toFormulaString(names, formula);
    }
  }
}
