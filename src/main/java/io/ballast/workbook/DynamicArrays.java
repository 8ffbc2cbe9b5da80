package io.ballast.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The part of a workbook that makes Excel treat a formula as one that may fill several cells, as it
 * stores every add-in call itself. Without it Excel shows {@code @} in front of the call.
 */
final class DynamicArrays {
  /** What points from a cell at the one entry of the part. */
  static final String CELL_ATTRIBUTE = " cm=\"1\"";

  private static final String CONTENT_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata";
  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<metadata xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:xda=\"http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray\">"
          + "<metadataTypes count=\"1\"><metadataType name=\"XLDAPR\""
          + " minSupportedVersion=\"120000\" copy=\"1\" pasteAll=\"1\" pasteValues=\"1\""
          + " merge=\"1\" splitFirst=\"1\" rowColShift=\"1\" clearFormats=\"1\""
          + " clearComments=\"1\" assign=\"1\" coerce=\"1\" cellMeta=\"1\"/></metadataTypes>"
          + "<futureMetadata name=\"XLDAPR\" count=\"1\"><bk><extLst>"
          + "<ext uri=\"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}\">"
          + "<xda:dynamicArrayProperties fDynamic=\"1\" fCollapsed=\"0\"/></ext>"
          + "</extLst></bk></futureMetadata>"
          + "<cellMetadata count=\"1\"><bk><rc t=\"1\" v=\"0\"/></bk></cellMetadata></metadata>";

  private DynamicArrays() {}

  /** Adds the part to a workbook. */
  static void addTo(XSSFWorkbook workbook) throws IOException {
    try {
      PackagePartName name = PackagingURIHelper.createPartName("/xl/metadata.xml");
      PackagePart part = workbook.getPackage().createPart(name, CONTENT_TYPE);
      try (OutputStream out = part.getOutputStream()) {
        out.write(XML.getBytes(StandardCharsets.UTF_8));
      }
      workbook.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
