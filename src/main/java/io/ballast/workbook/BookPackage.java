package io.ballast.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLDocumentPart;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The parts of a file of one {@link Shape}, ready to take the cells of any book of that shape. */
final class BookPackage {
  /** Deflates more than twice as fast as the usual level 6, to files about a sixth larger. */
  private static final int LEVEL = 1;

  private final List<BookPart> parts;

  private BookPackage(List<BookPart> parts) {
    this.parts = parts;
  }

  /** Where the varying parts of a workbook are, and what goes into them. */
  private interface Filling {
    PartContent of(byte[] xml);
  }

  /** Builds the package from a book of its shape. */
  static BookPackage of(Book book, Shape shape) throws IOException {
    Map<String, Filling> fillings = new HashMap<>();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = Skeleton.build(book, shape.styles(), shape.addIn())) {
      workbook.write(file);
      fillings.put("docProps/core.xml", PartContent::title);
      fill(workbook, book, shape.styles(), fillings);
    }
    List<BookPart> parts = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Filling filling = fillings.getOrDefault(entry.getName(), PartContent::kept);
        parts.add(new BookPart(entry.getName(), filling.of(zip.readAllBytes())));
      }
    }
    return new BookPackage(parts);
  }

  private static void fill(
      XSSFWorkbook workbook, Book book, List<Style> styles, Map<String, Filling> fillings) {
    Map<Style, Integer> numbers = new HashMap<>();
    for (Style style : styles) {
      numbers.put(style, numbers.size() + 1);
    }
    for (int s = 0; s < workbook.getNumberOfSheets(); s++) {
      int index = s;
      XSSFSheet sheet = workbook.getSheetAt(s);
      fillings.put(entry(sheet), xml -> PartContent.cells(xml, index, numbers));
      XSSFDrawing drawing = sheet.getDrawingPatriarch();
      List<XSSFChart> charts = drawing == null ? List.of() : drawing.getCharts();
      for (int c = 0; c < charts.size(); c++) {
        int chart = c;
        int series = book.sheets().get(s).charts().get(c).series().size();
        fillings.put(entry(charts.get(c)), xml -> PartContent.chart(xml, index, chart, series));
      }
    }
  }

  private static String entry(POIXMLDocumentPart part) {
    return part.getPackagePart().getPartName().getName().substring(1);
  }

  /**
   * Writes a book.
   *
   * @param book of this package's shape
   * @param out is not closed
   */
  void write(Book book, OutputStream out) throws IOException {
    OutputStream open =
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
          }

          @Override
          public void close() throws IOException {
            flush();
          }
        };
    XmlBytes xml = new XmlBytes();
    Deflater deflater = new Deflater(LEVEL, true);
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(open)) {
      for (BookPart part : parts) {
        part.write(book, xml, deflater, zip);
      }
    } finally {
      deflater.end();
    }
  }
}
