package io.ballast.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;

/** The looks of a workbook's cells, made once per style. */
final class StyleSheet {
  static final int NAVY = 0x1F3A5F;
  private static final String FONT = "Calibri";
  private static final int INK = 0x222222;
  private static final int MUTED = 0x595959;
  private static final int INPUT_FONT = 0x0B3FBF;
  private static final int INPUT_FILL = 0xFFF8DC;
  private static final int KEY_FILL = 0xEAF1F8;
  private static final int RULE = 0xBFC7D1;

  private final XSSFWorkbook workbook;
  private final Map<String, XSSFFont> fonts = new HashMap<>();

  StyleSheet(XSSFWorkbook workbook) {
    this.workbook = workbook;
    XSSFFont standard = workbook.getFontAt(0);
    standard.setFontName(FONT);
    standard.setFontHeightInPoints((short) 11);
    standard.setScheme(FontScheme.NONE);
  }

  static XSSFColor color(int rgb) {
    return new XSSFColor(
        new byte[] {(byte) 0xFF, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
  }

  /**
   * Gives the colours of fonts their fourth byte, which the library drops and the schema demands.
   * Called when all styles and rules are made.
   */
  void completeColors() {
    for (int i = 0; i < workbook.getNumberOfFonts(); i++) {
      complete(workbook.getFontAt(i).getCTFont());
    }
    StylesTable table = workbook.getStylesSource();
    for (int i = 0; i < table._getDXfsSize(); i++) {
      CTDxf format = table.getDxfAt(i);
      if (format.isSetFont()) {
        complete(format.getFont());
      }
    }
  }

  private static void complete(CTFont font) {
    for (CTColor color : font.getColorArray()) {
      byte[] rgb = color.getRgb();
      if (rgb != null && rgb.length == 3) {
        color.setRgb(new byte[] {(byte) 0xFF, rgb[0], rgb[1], rgb[2]});
      }
    }
  }

  /** Makes a style; the first one made has the number 1 in the file. */
  void add(Style style) {
    XSSFCellStyle made = workbook.createCellStyle();
    made.setVerticalAlignment(VerticalAlignment.CENTER);
    made.setFont(font(11, false, INK));
    if (style.format() != Style.Format.GENERAL) {
      made.setDataFormat(workbook.createDataFormat().getFormat(style.format().code()));
    }
    switch (style.role()) {
      case TITLE -> made.setFont(font(18, true, NAVY));
      case SUBTITLE -> made.setFont(font(11, false, MUTED));
      case SECTION -> made.setFont(font(13, true, NAVY));
      case STATEMENT -> {}
      case NOTE -> {
        made.setFont(font(11, false, MUTED));
        indent(made);
      }
      case HEADER -> {
        made.setFont(font(11, true, 0xFFFFFF));
        fill(made, NAVY);
        made.setAlignment(HorizontalAlignment.CENTER);
        made.setWrapText(true);
      }
      case HEADER_INPUT -> {
        made.setFont(font(11, true, INPUT_FONT));
        fill(made, INPUT_FILL);
        lines(made);
        made.setAlignment(HorizontalAlignment.CENTER);
        made.setWrapText(true);
        made.setLocked(false);
      }
      case LABEL -> lines(made);
      case TEXT -> {
        made.setWrapText(true);
        made.setVerticalAlignment(VerticalAlignment.TOP);
        made.setIndention((short) 1);
      }
      case INPUT -> {
        made.setFont(font(11, false, INPUT_FONT));
        fill(made, INPUT_FILL);
        lines(made);
        made.setLocked(false);
      }
      case CALCULATED -> lines(made);
      case KEY_LABEL -> {
        made.setFont(font(11, false, MUTED));
        fill(made, KEY_FILL);
        made.setWrapText(true);
        made.setAlignment(HorizontalAlignment.CENTER);
      }
      case KEY_FIGURE -> {
        made.setFont(font(18, true, NAVY));
        fill(made, KEY_FILL);
        made.setShrinkToFit(true);
        made.setAlignment(HorizontalAlignment.CENTER);
      }
      case STATUS -> {
        made.setFont(font(11, true, INK));
        lines(made);
        made.setAlignment(HorizontalAlignment.CENTER);
      }
      case LINK -> made.setFont(font(11, false, INPUT_FONT));
    }
    if (style.format() == Style.Format.TEXT
        && (style.role() == Style.Role.CALCULATED || style.role() == Style.Role.INPUT)) {
      indent(made);
    }
  }

  private static void fill(XSSFCellStyle style, int rgb) {
    style.setFillForegroundColor(color(rgb));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  /** Keeps text away from the number in the cell to its left. */
  private static void indent(XSSFCellStyle style) {
    style.setAlignment(HorizontalAlignment.LEFT);
    style.setIndention((short) 1);
  }

  private static void lines(XSSFCellStyle style) {
    style.setBorderBottom(BorderStyle.HAIR);
    style.setBottomBorderColor(color(RULE));
  }

  private XSSFFont font(int points, boolean bold, int rgb) {
    return fonts.computeIfAbsent(
        points + " " + bold + " " + rgb,
        key -> {
          XSSFFont font = workbook.createFont();
          font.setFontName(FONT);
          font.setScheme(FontScheme.NONE);
          font.setFontHeightInPoints((short) points);
          font.setBold(bold);
          font.setColor(color(rgb));
          return font;
        });
  }
}
