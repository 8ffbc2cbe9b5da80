package io.ballast.host.calc;

import io.ballast.functions.GoldenCases;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;

/**
 * The golden cases as a workbook: their data as columns of one sheet, their formulas as array
 * formulas of another, stored as Excel stores them.
 */
final class GoldenWorkbook {
  /** The sheet with the formulas. */
  static final String FORMULAS = "Formulas";

  private static final String DATA = "Data";

  /** Text, error value, number, call or name. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|#[A-Z0-9/]+[!?]?|[0-9.]+(?:[eE][-+]?[0-9]+)?|([A-Za-z][A-Za-z0-9_]*)(\\()?");

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final XSSFSheet data = book.createSheet(DATA);
  private final XSSFSheet formulas = book.createSheet(FORMULAS);
  private final Map<Object, String> ranges = new HashMap<>();
  private final List<CellRangeAddress> places = new ArrayList<>();
  private int columns;
  private int rows;

  /** Adds a case's formula over as many cells as its result has. */
  void add(GoldenCases.Case one, Object result) {
    Object[][] block = result instanceof Object[][] many ? many : new Object[1][1];
    CellRangeAddress place =
        new CellRangeAddress(rows, rows + block.length - 1, 0, block[0].length - 1);
    for (int i = 0; i < block.length; i++) {
      formulas.createRow(rows + i);
    }
    CTCellFormula formula = formulas.getRow(rows).createCell(0).getCTCell().addNewF();
    formula.setStringValue(stored(one));
    formula.setT(STCellFormulaType.ARRAY);
    formula.setRef(place.formatAsString());
    places.add(place);
    rows += block.length;
  }

  /** Where each case's result is, in the order of their addition. */
  List<CellRangeAddress> places() {
    return places;
  }

  void write(Path file) throws IOException {
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
  }

  private String stored(GoldenCases.Case one) {
    Map<String, Object> names = one.names();
    Matcher matcher = TOKEN.matcher(one.formula());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String word = matcher.group(1);
      String token = matcher.group();
      if (word != null && matcher.group(2) != null) {
        token = "_xll." + token;
      } else if (word != null && names.containsKey(word)) {
        token = range((Object[][]) names.get(word));
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(token));
    }
    return matcher.appendTail(text).toString();
  }

  private String range(Object[][] block) {
    return ranges.computeIfAbsent(block, key -> write(block));
  }

  private String write(Object[][] block) {
    for (int i = 0; i < block.length; i++) {
      XSSFRow row = data.getRow(i) == null ? data.createRow(i) : data.getRow(i);
      for (int j = 0; j < block[i].length; j++) {
        if (block[i][j] instanceof Double number) {
          row.createCell(columns + j).setCellValue(number);
        }
      }
    }
    CellReference first = new CellReference(0, columns, true, true);
    columns += block[0].length;
    CellReference last = new CellReference(block.length - 1, columns - 1, true, true);
    return DATA + "!" + first.formatAsString() + ":" + last.formatAsString();
  }
}
