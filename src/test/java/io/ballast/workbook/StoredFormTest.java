package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.metrics.Returns;
import io.ballast.testing.OoxmlSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of the add-in in a file, letter by letter as Excel itself stores them; attributes of an
 * element have no order.
 */
class StoredFormTest {
  private static final Pattern FORMULA = Pattern.compile("<f[ >][^<]*</f>");
  private static final Style PLAIN = Style.calculated(Style.Format.GENERAL);

  private static Map<String, String> parts;
  @TempDir private static Path folder;

  private static Map<String, String> parts() throws IOException {
    if (parts == null) {
      Path file = Files.write(folder.resolve("forms.xlsx"), JudgedWorkbooksTest.bytes(book()));
      assertEquals(List.of(), OoxmlSchema.check(file));
      parts = read(Files.readAllBytes(file));
    }
    return parts;
  }

  private static Book book() {
    Book book = new Book("Forms", "Every form of an add-in call.");
    Sheet sheet = book.sheet("Forms");
    sheet.set(0, 0, 0.01, PLAIN);
    sheet.set(1, 0, -0.02, PLAIN);
    sheet.set(2, 0, 0.03, PLAIN);
    sheet.formula(0, 2, "NOT(ISERROR(BALLAST_VERSION()))", PLAIN);
    book.name(Book.ADDIN_LOADED, sheet, 0, 2);
    sheet.formula(0, 1, "CUMULATIVE_RETURN(A1:A3)", PLAIN);
    sheet.formula(1, 1, "RECOVERY_GAIN(MAX_DRAWDOWN(A1:A3))", PLAIN);
    sheet.formula(2, 1, "IF(addin_loaded,WIN_RATE(A1:A3),COUNT(A1:A3))", PLAIN);
    sheet.formula(3, 1, "IFERROR(RECOVERY_GAIN(1),\"none\")", PLAIN);
    sheet.formula(4, 1, "RECOVERY_GAIN(1)", PLAIN);
    sheet.formula(5, 1, "LIMIT_STATUS(2,1)", PLAIN);
    sheet.formula(6, 1, "STDEV.S(A1:A3)*0", PLAIN);
    sheet.array(0, 3, 2, 3, "DRAWDOWNS(A1:A3)", PLAIN);
    book.calculate();
    return book;
  }

  @Test
  void aSingleValue() throws IOException {
    assertCell(
        "B1",
        "cm=\"1\"",
        "<f t=\"array\" ref=\"B1\">_xll.CUMULATIVE_RETURN(A1:A3)</f>",
        "<v>" + Returns.cumulative(new double[] {0.01, -0.02, 0.03}) + "</v>");
  }

  @Test
  void aCallInsideACallHasThePrefixTwice() throws IOException {
    String cell = cell("B2");
    assertTrue(
        cell.contains(
            "cm=\"1\"><f t=\"array\" ref=\"B2\">_xll.RECOVERY_GAIN(_xll.MAX_DRAWDOWN(A1:A3))</f><v>0.0"),
        cell);
  }

  @Test
  void insideIfBehindTheGuard() throws IOException {
    assertCell(
        "B3",
        "cm=\"1\"",
        "<f t=\"array\" ref=\"B3\">IF(addin_loaded,_xll.WIN_RATE(A1:A3),COUNT(A1:A3))</f>",
        "<v>" + 2.0 / 3 + "</v>");
  }

  @Test
  void insideIfError() throws IOException {
    assertCell(
        "B4",
        "cm=\"1\" t=\"str\"",
        "<f t=\"array\" ref=\"B4\">IFERROR(_xll.RECOVERY_GAIN(1),\"none\")</f>",
        "<v>none</v>");
  }

  @Test
  void anErrorAndATextKeepTheirTypes() throws IOException {
    assertCell(
        "B5",
        "cm=\"1\" t=\"e\"",
        "<f t=\"array\" ref=\"B5\">_xll.RECOVERY_GAIN(1)</f>",
        "<v>#NUM!</v>");
    assertCell(
        "B6",
        "cm=\"1\" t=\"str\"",
        "<f t=\"array\" ref=\"B6\">_xll.LIMIT_STATUS(2,1)</f>",
        "<v>BREACH</v>");
  }

  @Test
  void anArrayIsStoredOnceWithItsArea() throws IOException {
    assertCell(
        "D1", "cm=\"1\"", "<f t=\"array\" ref=\"D1:D3\">_xll.DRAWDOWNS(A1:A3)</f>", "<v>0</v>");
    for (String below : List.of("D2", "D3")) {
      assertFalse(cell(below).contains("<f"), cell(below));
      assertFalse(cell(below).contains("cm="), cell(below));
      assertTrue(cell(below).contains("<v>"), cell(below));
    }
  }

  @Test
  void theFlagIsStoredAsNotLoaded() throws IOException {
    assertCell(
        "C1",
        "cm=\"1\" t=\"b\"",
        "<f t=\"array\" ref=\"C1\">NOT(ISERROR(_xll.BALLAST_VERSION()))</f>",
        "<v>0</v>");
    assertTrue(
        parts()
            .get("xl/workbook.xml")
            .contains("<definedName name=\"addin_loaded\">Forms!$C$1</definedName>"));
  }

  @Test
  void aBuiltInAloneHasNoMetadata() throws IOException {
    assertCell("B7", "", "<f>_xlfn.STDEV.S(A1:A3)*0</f>", "<v>0</v>");
  }

  @Test
  void theMetadataPartIsExcelsOwn() throws IOException {
    String metadata = parts().get("xl/metadata.xml");
    for (String piece :
        List.of(
            "<metadataTypes count=\"1\"><metadataType name=\"XLDAPR\" minSupportedVersion=\"120000\""
                + " copy=\"1\" pasteAll=\"1\" pasteValues=\"1\" merge=\"1\" splitFirst=\"1\""
                + " rowColShift=\"1\" clearFormats=\"1\" clearComments=\"1\" assign=\"1\""
                + " coerce=\"1\" cellMeta=\"1\"/></metadataTypes>",
            "<futureMetadata name=\"XLDAPR\" count=\"1\"><bk><extLst><ext"
                + " uri=\"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}\"><xda:dynamicArrayProperties"
                + " fDynamic=\"1\" fCollapsed=\"0\"/></ext></extLst></bk></futureMetadata>",
            "<cellMetadata count=\"1\"><bk><rc t=\"1\" v=\"0\"/></bk></cellMetadata>")) {
      assertTrue(metadata.contains(piece), metadata);
    }
    assertTrue(parts().get("[Content_Types].xml").contains("spreadsheetml.sheetMetadata+xml"));
    assertTrue(parts().get("xl/_rels/workbook.xml.rels").contains("relationships/sheetMetadata\""));
  }

  @Test
  void onlyCellsCallTheAddIn() throws IOException {
    List<Path> files;
    try (Stream<Path> templates = Files.list(Path.of("templates"))) {
      files =
          Stream.concat(templates, Stream.of(Path.of("addin", "excel", "acceptance.xlsx")))
              .filter(f -> f.toString().endsWith(".xlsx"))
              .toList();
    }
    assertTrue(files.size() >= 3, "" + files);
    for (Path file : files) {
      int calls = 0;
      for (Map.Entry<String, String> part : read(Files.readAllBytes(file)).entrySet()) {
        boolean sheet = part.getKey().startsWith("xl/worksheets/sheet");
        Matcher formulas = FORMULA.matcher(part.getValue());
        while (sheet && formulas.find()) {
          calls += formulas.group().contains("_xll.") ? 1 : 0;
        }
        // Texts may speak of the prefix; formulas of anything but cells may not use it.
        if (!part.getKey().equals("xl/sharedStrings.xml")) {
          String rest = sheet ? formulas.reset().replaceAll("") : part.getValue();
          assertFalse(rest.contains("_xll"), file + " " + part.getKey());
        }
        assertFalse(part.getValue().contains("_xludf"), file + " " + part.getKey());
      }
      assertTrue(calls > 10, file + " has " + calls + " calls");
    }
  }

  private static void assertCell(String address, String attributes, String formula, String value)
      throws IOException {
    String cell = cell(address);
    String expected = (attributes.isEmpty() ? "" : " " + attributes) + ">" + formula + value;
    assertEquals(
        "<c r=\"" + address + "\"" + expected + "</c>", cell.replaceAll(" s=\"\\d+\"", ""));
  }

  private static String cell(String address) throws IOException {
    Matcher cell =
        Pattern.compile("<c r=\"" + address + "\".*?</c>")
            .matcher(parts().get("xl/worksheets/sheet1.xml"));
    assertTrue(cell.find(), address);
    return cell.group();
  }

  private static Map<String, String> read(byte[] file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
