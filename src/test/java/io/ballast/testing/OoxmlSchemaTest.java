package io.ballast.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A good workbook passes, and every fault put into it is found. */
final class OoxmlSchemaTest {
  private static final String TYPES = "[Content_Types].xml";
  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String TABLE = "xl/tables/table1.xml";
  private static final String CHART = "xl/charts/chart1.xml";
  private static final String METADATA = "xl/metadata.xml";

  private static final String METADATA_XML =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
      xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">\
      <metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" \
      pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" \
      clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>\
      <futureMetadata name="XLDAPR" count="1"><bk><extLst>\
      <ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">\
      <xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk>\
      </futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>\
      </metadata>""";

  private static Map<String, byte[]> good;

  @TempDir Path directory;
  private Map<String, byte[]> parts;

  /** A workbook with all kinds of parts that ours have, which must pass as it is. */
  @BeforeAll
  static void goodWorkbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("Data");
      XSSFRow header = sheet.createRow(0);
      header.createCell(0).setCellValue("Day");
      header.createCell(1).setCellValue("Return");
      for (int i = 1; i <= 4; i++) {
        XSSFRow row = sheet.createRow(i);
        row.createCell(0).setCellValue(i);
        row.createCell(1).setCellValue(0.01 * i);
      }
      formula(sheet.getRow(1).createCell(3), "_xlfn.STDEV.S(B2:B5)").setCellValue(0.0129);
      formula(sheet.getRow(2).createCell(3), "IF(D2>0,\"SHARPE(\",'Data'!A2)")
          .setCellValue("SHARPE( ");
      sheet.setArrayFormula("SUM(B2:B5)", CellRangeAddress.valueOf("D4"));
      sheet.getRow(3).getCell(3).setCellValue(37);
      sheet.getRow(3).getCell(3).getCTCell().setCm(1);
      sheet.getRow(3).getCell(3).getCTCell().getF().setStringValue("_xll.SHARPE(B2:B5)");
      sheet.getRow(4).createCell(3).setCellValue(" text ");
      XSSFTable table = sheet.createTable(new AreaReference("A1:B5", book.getSpreadsheetVersion()));
      table.setName("Returns");
      table.setDisplayName("Returns");
      book.createName().setNameName("first_day");
      book.getName("first_day").setRefersToFormula("Data!$A$2");
      addRules(sheet);
      addComment(sheet);
      addChart(sheet);
      sheet.addMergedRegion(CellRangeAddress.valueOf("F1:G1"));
      book.getProperties().getCustomProperties().addProperty("Version", "1");
      book.createSheet("More").createRow(0).createCell(0).setCellValue("x");
      book.write(bytes);
    }
    good = unzip(bytes.toByteArray());
    good.put(METADATA, METADATA_XML.getBytes(StandardCharsets.UTF_8));
    replace(
        good,
        TYPES,
        "</Types>",
        "<Override PartName=\"/xl/metadata.xml\" ContentType=\"application/"
            + "vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml\"/></Types>");
    replace(
        good,
        WORKBOOK_RELATIONS,
        "</Relationships>",
        "<Relationship Id=\"rMeta\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "relationships/sheetMetadata\" Target=\"metadata.xml\"/></Relationships>");
  }

  @BeforeEach
  void copy() {
    parts = new LinkedHashMap<>(good);
  }

  private static XSSFCell formula(XSSFCell cell, String formula) {
    cell.setCellFormula(formula);
    return cell;
  }

  private static void addRules(XSSFSheet sheet) {
    SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
    ConditionalFormattingRule rule = formats.createConditionalFormattingRule("ISNUMBER(B2)");
    rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.ORANGE.index);
    formats.addConditionalFormatting(
        new CellRangeAddress[] {CellRangeAddress.valueOf("B2:B5")}, rule);
    DataValidationHelper helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"long", "short"}),
            new CellRangeAddressList(8, 8, 0, 0)));
  }

  private static void addComment(XSSFSheet sheet) {
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    ClientAnchor anchor = drawing.createAnchor(0, 0, 0, 0, 2, 2, 4, 4);
    XSSFComment comment = drawing.createCellComment(anchor);
    comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString("A note"));
    comment.setAddress(1, 1);
  }

  private static void addChart(XSSFSheet sheet) {
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    XSSFChart chart = drawing.createChart(drawing.createAnchor(0, 0, 0, 0, 6, 6, 12, 18));
    XDDFCategoryAxis days = chart.createCategoryAxis(AxisPosition.BOTTOM);
    XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
    XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, days, values);
    data.setGrouping(Grouping.STANDARD);
    data.addSeries(
        XDDFDataSourcesFactory.fromArray(new String[] {"1", "2"}, "Data!$A$2:$A$3"),
        XDDFDataSourcesFactory.fromArray(new Double[] {0.01, 0.02}, "Data!$B$2:$B$3"));
    chart.plot(data);
  }

  private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  /** Puts text in the place of other text that must be there, so that no mutation is void. */
  private static void replace(Map<String, byte[]> parts, String part, String old, String changed) {
    String text = new String(parts.get(part), StandardCharsets.UTF_8);
    assertTrue(text.contains(old), part + " does not contain " + old + ": " + text);
    parts.put(part, text.replace(old, changed).getBytes(StandardCharsets.UTF_8));
  }

  private Path zip() throws IOException {
    Path file = directory.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void aGoodWorkbookHasNoFindings() throws IOException {
    assertEquals(List.of(), OoxmlSchema.check(zip()));
  }

  @Test
  void whatAReaderMayIgnoreIsIgnored() throws IOException {
    replace(
        parts,
        SHEET,
        "<worksheet ",
        "<worksheet xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\""
            + " mc:Ignorable=\"x14ac\" ");
    replace(parts, SHEET, "<row r=\"2\"", "<row r=\"2\" x14ac:dyDescent=\"0.25\"");
    assertEquals(List.of(), OoxmlSchema.check(zip()));
  }

  @Test
  void extensionsThatAreNotDeclaredIgnorableAreFound() throws IOException {
    replace(
        parts,
        SHEET,
        "<row r=\"2\"",
        "<row r=\"2\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\""
            + " x14ac:dyDescent=\"0.25\"");
    assertFound("dyDescent");
  }

  private void assertFound(String expected) throws IOException {
    List<String> findings = OoxmlSchema.check(zip());
    assertTrue(
        findings.stream().anyMatch(finding -> finding.contains(expected)),
        "expected \"" + expected + "\" among " + findings);
  }

  /** A fault: the part, what is replaced there and by what, and what the finding says. */
  static Stream<Arguments> faults() {
    List<Arguments> faults = new ArrayList<>();
    fault(faults, SHEET, "<sheetData>", "<sheetDatum/><sheetData>", "sheetDatum");
    fault(faults, SHEET, "<row r=\"2\"", "<row r=\"2\" hidden=\"maybe\"", "maybe");
    fault(faults, SHEET, "</worksheet>", "", "is not well-formed");
    fault(faults, SHEET, "<mergeCell ref=\"F1:G1\"/>", "<mergeCell/>", "ref");
    fault(faults, CHART, "<c:grouping val=\"standard\"/>", "", "grouping");
    fault(faults, "xl/styles.xml", "<cellXfs", "<cellXfs cont=\"1\"", "cont");
    fault(faults, METADATA, "minSupportedVersion", "minVersion", "minVersion");
    fault(faults, "docProps/app.xml", "Application>", "Aplication>", "Aplication");
    fault(faults, TYPES, "worksheet+xml", "styles+xml", "has the root");
    fault(faults, TYPES, "sheetMetadata+xml", "sheetMeta+xml", "which our files do not use");
    fault(faults, TYPES, "/xl/metadata.xml", "/xl/metadata2.xml", "which is missing");
    fault(faults, WORKBOOK_RELATIONS, "\"metadata.xml\"", "\"meta.xml\"", "leads to /xl/meta.xml");
    fault(faults, WORKBOOK_RELATIONS, "\"rMeta\"", "\"rId1\"", "has the id rId1 twice");
    fault(faults, WORKBOOK, "name=\"Data\"", "name=\"More\"", "is there twice");
    fault(faults, WORKBOOK, "name=\"More\"", "name=\"history\"", "is reserved");
    fault(faults, WORKBOOK, "name=\"More\"", "name=\"a/b\"", "has a forbidden character");
    fault(faults, WORKBOOK, "name=\"More\"", "name=\"" + "x".repeat(32) + "\"", "1 to 31");
    fault(faults, WORKBOOK, "first_day", "SOL1", "the name SOL1 is not valid");
    fault(faults, WORKBOOK, "first_day", "R1C1", "the name R1C1 is not valid");
    fault(faults, WORKBOOK, "first_day", "1INCH", "the name 1INCH is not valid");
    fault(faults, WORKBOOK, "first_day", "returns", "has a name that is taken");
    fault(faults, WORKBOOK, "Data!$A$2<", "NOW2()<", "NOW2 is no function");
    fault(faults, TABLE, "name=\"Return\"", "name=\"Returned\"", "over a cell of Data");
    fault(faults, TABLE, "name=\"Return\"", "name=\"\"", "has an empty header");
    fault(faults, TABLE, "name=\"Return\"", "name=\"day\"", "has the header day twice");
    fault(faults, TABLE, "ref=\"A1:B5\"", "ref=\"A1:C5\"", "names 2 columns, but is 3 wide");
    fault(faults, SHEET, "_xll.SHARPE", "SHARPE", "Data!D4: SHARPE is stored without _xll.");
    fault(faults, SHEET, "_xll.SHARPE", "_xll.SHARP", "_xll.SHARP is no function of ours");
    fault(faults, SHEET, "_xll.SHARPE", "_XLL.SHARPE", "is stored without _xll.");
    fault(faults, SHEET, "_xlfn.STDEV.S", "STDEV.S", "Data!D2: STDEV.S is stored without _xlfn.");
    fault(faults, SHEET, "_xlfn.STDEV.S", "_xlfn.XLOOKUP", "is no function of Excel 2010");
    fault(faults, SHEET, "_xlfn.STDEV.S", "STDDEV", "STDDEV is no function that Excel 2010 knows");
    fault(faults, SHEET, "_xlfn.STDEV.S", "=_xlfn.STDEV.S", "starts with =");
    fault(faults, SHEET, "ISNUMBER(", "ISNUMERIC(", "ISNUMERIC is no function");
    fault(faults, SHEET, "<v>0.0129</v>", "", "Data!D2: has a formula without a stored value");
    fault(faults, SHEET, "<v>0.0129</v>", "<v>NaN</v>", "has the number NaN");
    fault(faults, SHEET, "cm=\"1\"", "", "without cm");
    fault(faults, SHEET, "cm=\"1\"", "cm=\"2\"", "is no XLDAPR block");
    fault(faults, METADATA, "name=\"XLDAPR\" min", "name=\"OTHER\" min", "is no XLDAPR block");
    fault(faults, METADATA, "fDynamic=\"1\"", "fDynamic=\"0\"", "is no XLDAPR block");
    fault(faults, METADATA, "uri=\"{b", "uri=\"{c", "is no XLDAPR block");
    fault(faults, SHEET, "t=\"array\"", "t=\"normal\"", "metadata but no array formula");
    fault(faults, SHEET, "ref=\"D4\"", "ref=\"D5\"", "has an array formula for D5");
    fault(faults, SHEET, "ref=\"D4\"", "ref=\"D4:E4\"", "Data!E4: has no stored value");
    fault(faults, SHEET, "<row r=\"3\"", "<row r=\"2\"", "row 2 follows row 2");
    fault(faults, SHEET, "r=\"B3\"", "r=\"A3\"", "is out of order");
    fault(
        faults,
        SHEET,
        "r=\"B3\" t=\"n\" s=\"0\"",
        "r=\"B3\" t=\"n\" s=\"99\"",
        "has the format 99 of 1");
    fault(faults, SHEET, "t=\"s\" s=\"0\"><v>0", "t=\"s\" s=\"0\"><v>99", "shared string 99");
    fault(faults, SHEET, "dxfId=\"0\"", "dxfId=\"3\"", "has a format that is missing");
    fault(
        faults,
        SHEET,
        "<mergeCell ref=\"F1:G1\"/>",
        "<mergeCell ref=\"F1:G1\"/><mergeCell ref=\"G1:H1\"/>",
        "overlap others");
    return faults.stream();
  }

  private static void fault(
      List<Arguments> faults, String part, String old, String changed, String finding) {
    faults.add(Arguments.of(part, old, changed, finding));
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @MethodSource("faults")
  void everyFaultIsFound(String part, String old, String changed, String finding)
      throws IOException {
    replace(parts, part, old, changed);
    assertFound(finding);
  }

  @Test
  void aPartThatNothingRefersToIsFound() throws IOException {
    parts.put("xl/stray.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
    assertFound("/xl/stray.xml: nothing refers to it");
  }

  @Test
  void aPartWithoutAContentTypeIsFound() throws IOException {
    parts.put("xl/stray.bin", new byte[3]);
    assertFound("/xl/stray.bin: has no content type");
  }

  @Test
  void aPartThatIsThereTwiceIsFound() throws IOException {
    String twin = "docProps/CORE.xml";
    parts.put(twin, parts.get("docProps/core.xml"));
    Path file = zip();
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace(twin, "docProps/core.xml"), StandardCharsets.ISO_8859_1);
    assertTrue(OoxmlSchema.check(file).contains("/docProps/core.xml: is there twice"));
  }
}
