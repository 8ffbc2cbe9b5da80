package io.ballast.market;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The rows of the first sheet with any in an Excel workbook, read without holding the workbook. */
final class XlsxRows implements RowSource {
  private static final int MOST_COLUMNS = 16384;

  private final InputFile input;

  XlsxRows(InputFile input) {
    this.input = input;
  }

  @Override
  public String file() {
    return input.name();
  }

  @Override
  public boolean endsWithinLine() {
    return false;
  }

  @Override
  public char separator() {
    return 0;
  }

  @Override
  public void read(Sink sink) throws IOException, MarketException {
    try (OPCPackage file = OPCPackage.open(input.path().toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(file);
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file);
      Iterator<InputStream> sheets = reader.getSheetsData();
      Contents contents = new Contents(sink);
      while (sheets.hasNext() && !contents.any) {
        try (InputStream sheet = sheets.next()) {
          XMLReader parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new XSSFSheetXMLHandler(
                  reader.getStylesTable(), null, strings, contents, new Plain(), false));
          parser.parse(new InputSource(sheet));
        }
      }
    } catch (Stop stop) {
      if (stop.failure != null) {
        throw stop.failure;
      }
    } catch (OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException e) {
      // The library answers damaged files with runtime exceptions of many kinds.
      throw new MarketException(
          file() + ": found an Excel workbook that is damaged (" + e.getMessage() + ")");
    }
  }

  /** Ends the parse: enough rows, or a failure. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MarketException failure;

    Stop(MarketException failure) {
      super(null, null, false, false);
      this.failure = failure;
    }
  }

  private static final class Contents implements XSSFSheetXMLHandler.SheetContentsHandler {
    private final Sink sink;
    private final Row row = new Row();
    private boolean any;

    Contents(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void startRow(int rowNumber) {
      row.begin(rowNumber + 1L);
    }

    @Override
    public void endRow(int rowNumber) {
      if (row.isBlank()) {
        return;
      }
      any = true;
      boolean more;
      try {
        more = sink.accept(row);
      } catch (MarketException e) {
        throw new Stop(e);
      }
      if (!more) {
        throw new Stop(null);
      }
    }

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      int column = reference == null ? row.size() : new CellReference(reference).getCol();
      if (column < row.size() || column >= MOST_COLUMNS) {
        throw new IllegalStateException("the cell " + reference + " is out of order");
      }
      while (row.size() < column) {
        row.add("");
      }
      row.add(value == null ? "" : value);
    }
  }

  /** Dates in ISO 8601 and numbers with all their digits, whatever the cell shows. */
  private static final class Plain extends DataFormatter {
    @Override
    public String formatRawCellContents(
        double value, int formatIndex, String format, boolean use1904) {
      if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
        LocalDateTime time = DateUtil.getLocalDateTime(value, use1904, true);
        return time.toLocalTime().toSecondOfDay() == 0
            ? time.toLocalDate().toString()
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
      }
      return value == Math.rint(value) && Math.abs(value) < 1e18
          ? Long.toString((long) value)
          : Double.toString(value);
    }
  }
}
