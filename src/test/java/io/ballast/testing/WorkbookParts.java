package io.ballast.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFutureMetadata;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFutureMetadataBlock;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMetadata;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMetadataBlock;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTMetadataRecord;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRElt;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTRst;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTStylesheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.MetadataDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;

/**
 * What the sheets of a workbook share and refer to by number.
 *
 * @param strings the shared strings
 * @param cellFormats how many cell formats there are
 * @param differentialFormats how many formats of conditional formatting there are
 * @param dynamicArray for each cell metadata block, whether it marks a dynamic array
 */
record WorkbookParts(
    List<String> strings, int cellFormats, int differentialFormats, List<Boolean> dynamicArray) {
  private static final String DYNAMIC_ARRAY = "XLDAPR";
  private static final String EXTENSION = "{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}";
  private static final String NAMESPACE =
      "http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray";

  static WorkbookParts of(
      OoxmlPackage contents, Map<String, XmlObject> documents, String workbookPart) {
    List<String> strings = new ArrayList<>();
    for (String part : contents.targets(workbookPart, "/sharedStrings")) {
      for (CTRst item : ((SstDocument) documents.get(part)).getSst().getSiList()) {
        strings.add(text(item));
      }
    }
    int cellFormats = 1;
    int differentialFormats = 0;
    for (String part : contents.targets(workbookPart, "/styles")) {
      CTStylesheet styles = ((StyleSheetDocument) documents.get(part)).getStyleSheet();
      cellFormats = styles.getCellXfs().sizeOfXfArray();
      differentialFormats = styles.isSetDxfs() ? styles.getDxfs().sizeOfDxfArray() : 0;
    }
    List<Boolean> dynamicArray = new ArrayList<>();
    for (String part : contents.targets(workbookPart, "/sheetMetadata")) {
      CTMetadata metadata = ((MetadataDocument) documents.get(part)).getMetadata();
      if (metadata.isSetCellMetadata()) {
        for (CTMetadataBlock block : metadata.getCellMetadata().getBkList()) {
          dynamicArray.add(isDynamicArray(metadata, block));
        }
      }
    }
    return new WorkbookParts(strings, cellFormats, differentialFormats, dynamicArray);
  }

  /** The text of a string item, its runs joined. */
  static String text(CTRst item) {
    StringBuilder text = new StringBuilder(item.isSetT() ? item.getT() : "");
    for (CTRElt run : item.getRList()) {
      text.append(run.getT());
    }
    return text.toString();
  }

  private static boolean isDynamicArray(CTMetadata metadata, CTMetadataBlock block) {
    if (block.sizeOfRcArray() != 1 || !metadata.isSetMetadataTypes()) {
      return false;
    }
    CTMetadataRecord record = block.getRcArray(0);
    long type = record.getT();
    if (type < 1
        || type > metadata.getMetadataTypes().sizeOfMetadataTypeArray()
        || !metadata
            .getMetadataTypes()
            .getMetadataTypeArray((int) type - 1)
            .getName()
            .equals(DYNAMIC_ARRAY)) {
      return false;
    }
    for (CTFutureMetadata future : metadata.getFutureMetadataList()) {
      if (future.getName().equals(DYNAMIC_ARRAY) && record.getV() < future.sizeOfBkArray()) {
        return isDynamicArray(future.getBkArray((int) record.getV()));
      }
    }
    return false;
  }

  private static boolean isDynamicArray(CTFutureMetadataBlock block) {
    String path =
        "declare namespace x='http://schemas.openxmlformats.org/spreadsheetml/2006/main';"
            + " declare namespace d='"
            + NAMESPACE
            + "'; ./x:extLst/x:ext/d:dynamicArrayProperties";
    for (XmlObject properties : block.selectPath(path)) {
      try (XmlCursor cursor = properties.newCursor()) {
        String dynamic = cursor.getAttributeText(new javax.xml.namespace.QName("fDynamic"));
        cursor.toParent();
        String uri = cursor.getAttributeText(new javax.xml.namespace.QName("uri"));
        if ("1".equals(dynamic) && EXTENSION.equals(uri)) {
          return true;
        }
      }
    }
    return false;
  }
}
