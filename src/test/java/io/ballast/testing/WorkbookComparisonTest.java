package io.ballast.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookComparisonTest {
  private static final List<String> FORMULA_CELLS =
      List.of("C1", "C2", "C3", "C4", "C5", "C6", "D1", "D2", "D3");

  @TempDir Path directory;

  /** Formulas of every type of result, with the right values, then changed. */
  private Path workbook(String name, Consumer<XSSFSheet> change) throws IOException {
    Path file = directory.resolve(name);
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet("Data");
      for (int row = 0; row < 6; row++) {
        sheet.createRow(row).createCell(0).setCellValue(row + 1);
      }
      formula(sheet, 0, "SQRT(A2)").setCellValue(Math.sqrt(2));
      formula(sheet, 1, "\"a\"&A1").setCellValue("a1");
      formula(sheet, 2, "A1>A2").setCellValue(false);
      formula(sheet, 3, "A1/0").setCellErrorValue(FormulaError.DIV0.getCode());
      formula(sheet, 4, "IF(A1>0,\"\",1)").setCellValue("");
      formula(sheet, 5, "NA()").setCellErrorValue(FormulaError.NA.getCode());
      sheet.setArrayFormula("A1:A3*1000000", CellRangeAddress.valueOf("D1:D3"));
      for (int row = 0; row < 3; row++) {
        sheet.getRow(row).getCell(3).setCellValue((row + 1) * 1e6);
      }
      change.accept(sheet);
      book.write(out);
    }
    return file;
  }

  private static XSSFCell formula(XSSFSheet sheet, int row, String formula) {
    XSSFCell cell = sheet.getRow(row).createCell(2);
    cell.setCellFormula(formula);
    return cell;
  }

  private static XSSFCell cell(XSSFSheet sheet, String address) {
    int row = Integer.parseInt(address.substring(1)) - 1;
    return sheet.getRow(row).getCell(address.charAt(0) - 'A');
  }

  private static List<String> addresses(List<WorkbookComparison.CellPair> pairs) {
    return pairs.stream().map(WorkbookComparison.CellPair::address).toList();
  }

  @Test
  void libreOfficeAgreesOnEveryTypeOfValue() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path ours = workbook("book.xlsx", sheet -> {});
    Path theirs = office.recalculate(directory.resolve("out"), ours).get(0);

    WorkbookComparison result = WorkbookComparison.of(ours, theirs);

    assertEquals(List.of(), result.differences());
    assertEquals(List.of("C4", "C6"), addresses(result.errors()));
    assertEquals(FORMULA_CELLS.size(), result.formulas());
  }

  @Test
  void everyWrongStoredValueIsFound() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path ours =
        workbook(
            "book.xlsx",
            sheet -> {
              for (String address : FORMULA_CELLS) {
                cell(sheet, address).setCellValue("wrong");
              }
            });
    Path theirs = office.recalculate(directory.resolve("out"), ours).get(0);
    assertEquals(
        List.of("C1", "D1", "C2", "D2", "C3", "D3", "C4", "C5", "C6"),
        addresses(WorkbookComparison.of(ours, theirs).differences()));
  }

  @Test
  void differencesBeyondTheToleranceAreFound() throws IOException {
    Path right = workbook("right.xlsx", sheet -> {});
    Path near =
        workbook(
            "near.xlsx",
            sheet -> {
              cell(sheet, "C1").setCellValue(Math.sqrt(2) + 1e-9);
              cell(sheet, "D3").setCellValue(3e6 + 2e-3);
            });
    Path far =
        workbook(
            "far.xlsx",
            sheet -> {
              cell(sheet, "C1").setCellValue(Math.sqrt(2) + 2e-9);
              cell(sheet, "D3").setCellValue(3e6 + 4e-3);
              cell(sheet, "C4").setCellErrorValue(FormulaError.NUM.getCode());
              cell(sheet, "C3").setCellValue(1);
              cell(sheet, "A6").setCellValue(6.1);
            });
    assertEquals(List.of(), WorkbookComparison.of(right, near).differences());
    assertEquals(
        List.of("C1", "C3", "D3", "C4", "A6"),
        addresses(WorkbookComparison.of(right, far).differences()));
    assertEquals(
        List.of("C3", "C4", "A6"),
        addresses(
            WorkbookComparison.of(right, far, (s, a) -> s.equals("Data") && a.matches("C1|D3"))
                .differences()));
  }

  @Test
  void theirNumbersOneAndZeroEqualOurLogicalValuesButNotTheReverse() throws IOException {
    Path logical = workbook("logical.xlsx", sheet -> {});
    Path number = workbook("number.xlsx", sheet -> cell(sheet, "C3").setCellValue(0));
    assertEquals(List.of(), WorkbookComparison.of(logical, number).differences());
    assertEquals(List.of("C3"), addresses(WorkbookComparison.of(number, logical).differences()));
  }

  @Test
  void aFormulaWithoutAStoredValueIsADifference() throws IOException {
    Path right = workbook("right.xlsx", sheet -> {});
    Path missing = workbook("missing.xlsx", sheet -> cell(sheet, "C1").getCTCell().unsetV());
    assertEquals(
        List.of("Data!C1 =SQRT(A2): ours no stored value, theirs " + Math.sqrt(2)),
        WorkbookComparison.of(missing, right).differences().stream()
            .map(Object::toString)
            .toList());
  }
}
