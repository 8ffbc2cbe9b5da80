package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.ballast.market.Finding;
import io.ballast.market.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class DataQualitySheetTest {
  private static XSSFSheet written(List<Finding> findings) throws IOException {
    Book book = new Book("Title", "Subject");
    DataQualitySheet.fill(book.sheet("Data quality"), findings);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BookWriter.write(book, out);
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      return read.getSheet("Data quality");
    }
  }

  @Test
  void everyFindingIsARow() throws Exception {
    XSSFSheet sheet =
        written(
            List.of(
                new Finding(
                    Severity.WARNING,
                    "BTC.csv",
                    7,
                    LocalDate.of(2024, 1, 31),
                    "BTC",
                    "an unchanged price",
                    "kept"),
                new Finding("=A1.csv", 0, null, "", "=1+1", "not read")));
    assertEquals("2 findings: read them before trusting a figure.", text(sheet.getRow(3), 0));
    List<String> header = List.of("Severity", "File", "Row", "Date", "Asset", "What", "Done");
    for (int c = 0; c < header.size(); c++) {
      assertEquals(header.get(c), text(sheet.getRow(5), c));
    }
    Row first = sheet.getRow(6);
    assertEquals("warning", text(first, 0));
    assertEquals("BTC.csv", text(first, 1));
    assertEquals(7, first.getCell(2).getNumericCellValue());
    assertEquals(
        LocalDate.of(2024, 1, 31), first.getCell(3).getLocalDateTimeCellValue().toLocalDate());
    assertEquals("BTC", text(first, 4));
    assertEquals("an unchanged price", text(first, 5));
    assertEquals("kept", text(first, 6));
    assertNull(sheet.getRow(7).getCell(2));
    assertEquals("=1+1", text(sheet.getRow(7), 5));
    assertEquals(6, sheet.getPaneInformation().getHorizontalSplitPosition());
    assertEquals(7, sheet.getLastRowNum());
  }

  @Test
  void aSheetWithoutFindingsSaysSo() throws Exception {
    XSSFSheet sheet = written(List.of());
    assertEquals("no findings", text(sheet.getRow(6), 0));
    assertEquals(6, sheet.getLastRowNum());
  }

  private static String text(Row row, int column) {
    return row.getCell(column).getStringCellValue();
  }
}
