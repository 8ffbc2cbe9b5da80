package io.ballast.workbook;

import io.ballast.functions.CellError;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingThreshold;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellFormula;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTNumFmt;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellFormulaType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/**
 * Writes a calculated {@link Book} as an .xlsx file: each formula together with its value, calls of
 * our functions as Excel itself stores them. The same book gives the same bytes every time.
 */
public final class BookWriter {
  private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** Above the numbers of all formats of cells. */
  private static final int FIRST_STATUS_FORMAT = 400;

  private BookWriter() {}

  /**
   * Writes a book.
   *
   * @param book calculated before
   * @param out is not closed
   */
  public static void write(Book book, OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      properties(book, workbook);
      StyleSheet styles = new StyleSheet(workbook);
      for (Sheet sheet : book.sheets()) {
        workbook.createSheet(sheet.name());
      }
      names(book, workbook);
      boolean addIn = false;
      for (Sheet sheet : book.sheets()) {
        XSSFSheet target = workbook.getSheet(sheet.name());
        addIn |= cells(sheet, target, styles);
        links(sheet, target);
        rules(sheet, target);
        layout(sheet, target);
        ChartWriter.write(sheet, target);
      }
      styles.completeColors();
      if (addIn) {
        DynamicArrays.addTo(workbook);
      }
      save(workbook, out);
    }
  }

  private static void properties(Book book, XSSFWorkbook workbook) {
    POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
    Date created = Date.from(CREATED.toInstant(ZoneOffset.UTC));
    core.setCreated(Optional.of(created));
    core.setModified(Optional.of(created));
    core.setCreator("Ballast");
    core.setTitle(book.title());
    core.setSubjectProperty(book.subject());
    workbook.getProperties().getExtendedProperties().setApplication("Ballast");
  }

  private static void names(Book book, XSSFWorkbook workbook) {
    for (Book.Name name : book.names()) {
      XSSFName made = workbook.createName();
      made.setNameName(name.name());
      made.setRefersToFormula(name.refersTo());
    }
  }

  private static boolean cells(Sheet sheet, XSSFSheet target, StyleSheet styles) {
    boolean addIn = false;
    for (int r = 0; r < sheet.rowCount(); r++) {
      Cell[] cells = sheet.row(r);
      if (cells == null) {
        continue;
      }
      XSSFRow row = target.createRow(r);
      double height = 0;
      for (int c = 0; c < cells.length; c++) {
        Cell cell = cells[c];
        if (cell == null) {
          continue;
        }
        XSSFCell made = row.createCell(c);
        made.setCellStyle(styles.of(cell.style));
        height = Math.max(height, RowHeights.of(cell, width(sheet, c)));
        if (cell.formula != null) {
          addIn |= formula(cell, made.getCTCell(), r, c);
        } else if (cell.value instanceof Double number) {
          made.setCellValue(number);
        } else if (cell.value instanceof Boolean flag) {
          made.setCellValue(flag);
        } else if (cell.value instanceof String text) {
          made.setCellValue(text);
        }
      }
      if (height > 0) {
        row.setHeightInPoints((float) height);
      }
    }
    return addIn;
  }

  private static double width(Sheet sheet, int column) {
    return column < sheet.widths().size() ? sheet.widths().get(column) : 10;
  }

  /** Stores a formula and its value; tells whether it calls the add-in. */
  private static boolean formula(Cell cell, CTCell target, int row, int column) {
    boolean addIn = cell.formula.usesAddIn();
    Cell.ArrayBlock block = cell.block;
    boolean first = block == null || (row == block.firstRow() && column == block.firstColumn());
    if (first) {
      CTCellFormula formula = target.addNewF();
      formula.setStringValue(cell.formula.stored(cell.rowShift, cell.columnShift));
      if (block != null || addIn) {
        formula.setT(STCellFormulaType.ARRAY);
        formula.setRef(
            block == null
                ? A1.cell(row, column)
                : reference(
                    block.firstRow(), block.firstColumn(), block.lastRow(), block.lastColumn()));
      }
      if (addIn) {
        target.setCm(DynamicArrays.CELL_METADATA);
      }
    }
    Object value = cell.value;
    if (value instanceof Double number) {
      target.setV(number.toString());
    } else if (value instanceof Boolean flag) {
      target.setT(STCellType.B);
      target.setV(flag ? "1" : "0");
    } else if (value instanceof CellError error) {
      target.setT(STCellType.E);
      target.setV(error.code().text());
    } else {
      // A cell that an array formula fills, but does not hold, stores plain text.
      target.setT(STCellType.STR);
      target.setV((String) value);
    }
    return addIn;
  }

  private static String reference(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    boolean single = firstRow == lastRow && firstColumn == lastColumn;
    return single
        ? A1.cell(firstRow, firstColumn)
        : A1.block(firstRow, firstColumn, lastRow, lastColumn);
  }

  private static void links(Sheet sheet, XSSFSheet target) {
    for (Sheet.Link link : sheet.links()) {
      Hyperlink made =
          target.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      made.setAddress(link.target());
      target.getRow(link.row()).getCell(link.column()).setHyperlink(made);
    }
  }

  private static void rules(Sheet sheet, XSSFSheet target) {
    XSSFSheetConditionalFormatting formatting = target.getSheetConditionalFormatting();
    for (Rule rule : sheet.rules()) {
      CellRangeAddress[] region = {region(rule.block())};
      if (rule instanceof Rule.Status) {
        String cell = A1.cell(rule.block().firstRow(), rule.block().firstColumn());
        for (StatusWord word : StatusWord.values()) {
          word(formatting, region, cell, word, target.getWorkbook().getStylesSource());
        }
      } else if (rule instanceof Rule.Heat heat) {
        heat(formatting, region, heat);
      } else if (rule instanceof Rule.Bars bars) {
        formatting.addConditionalFormatting(
            region,
            formatting.createConditionalFormattingRule(StyleSheet.color(bars.color().rgb())));
      } else if (rule instanceof Rule.Gauge gauge) {
        formatting.addConditionalFormatting(region, gauge(formatting, gauge));
      }
    }
    XSSFDataValidationHelper helper = new XSSFDataValidationHelper(target);
    for (Rule.Validation validation : sheet.validations()) {
      DataValidationConstraint constraint;
      if (validation instanceof Rule.OneOf words) {
        constraint = helper.createExplicitListConstraint(words.words().toArray(String[]::new));
      } else if (validation instanceof Rule.OneOfCells list) {
        constraint = helper.createFormulaListConstraint(list.cells());
      } else if (validation instanceof Rule.Between between) {
        constraint =
            helper.createDecimalConstraint(
                OperatorType.BETWEEN,
                Double.toString(between.low()),
                Double.toString(between.high()));
      } else {
        constraint = helper.createDateConstraint(OperatorType.GREATER_THAN, "36526", null, null);
      }
      CellRangeAddressList cells = new CellRangeAddressList();
      cells.addCellRangeAddress(region(validation.block()));
      DataValidation made = helper.createValidation(constraint, cells);
      made.setShowErrorBox(true);
      made.setErrorStyle(DataValidation.ErrorStyle.STOP);
      made.createErrorBox("Ballast", validation.message());
      made.setEmptyCellAllowed(true);
      target.addValidationData(made);
    }
  }

  /** The word keeps its meaning without colour: a symbol stands before it. */
  private static void word(
      XSSFSheetConditionalFormatting formatting,
      CellRangeAddress[] region,
      String cell,
      StatusWord word,
      StylesTable styles) {
    XSSFConditionalFormattingRule rule =
        formatting.createConditionalFormattingRule(cell + "=\"" + word.name() + "\"");
    rule.createPatternFormatting().setFillBackgroundColor(StyleSheet.color(word.fill()));
    rule.createFontFormatting().setFontColor(StyleSheet.color(word.font()));
    CTNumFmt format = styles.getDxfAt(styles._getDXfsSize() - 1).addNewNumFmt();
    format.setNumFmtId(FIRST_STATUS_FORMAT + word.ordinal());
    format.setFormatCode("General;General;General;\"" + word.symbol() + " \"@");
    formatting.addConditionalFormatting(region, rule);
  }

  private static XSSFConditionalFormattingRule gauge(
      XSSFSheetConditionalFormatting formatting, Rule.Gauge gauge) {
    XSSFConditionalFormattingRule rule =
        formatting.createConditionalFormattingRule(StyleSheet.color(gauge.color().rgb()));
    XSSFDataBarFormatting bar = rule.getDataBarFormatting();
    bar.setWidthMin(0);
    bar.setWidthMax(100);
    bar.getMinThreshold().setRangeType(RangeType.NUMBER);
    bar.getMinThreshold().setValue(0.0);
    bar.getMaxThreshold().setRangeType(RangeType.NUMBER);
    bar.getMaxThreshold().setValue(gauge.full());
    return rule;
  }

  private static void heat(
      XSSFSheetConditionalFormatting formatting, CellRangeAddress[] region, Rule.Heat heat) {
    XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingColorScaleRule();
    XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
    double[] points = {heat.low(), heat.middle(), heat.high()};
    XSSFConditionalFormattingThreshold[] thresholds = scale.getThresholds();
    for (int i = 0; i < points.length; i++) {
      thresholds[i].setRangeType(RangeType.NUMBER);
      thresholds[i].setValue(points[i]);
    }
    scale.setColors(
        new org.apache.poi.ss.usermodel.Color[] {
          StyleSheet.color(0x7FB2DD), StyleSheet.color(0xFFFFFF), StyleSheet.color(0xF2A65A)
        });
    formatting.addConditionalFormatting(region, rule);
  }

  private static CellRangeAddress region(Chart.Block block) {
    return new CellRangeAddress(
        block.firstRow(), block.lastRow(), block.firstColumn(), block.lastColumn());
  }

  private static void layout(Sheet sheet, XSSFSheet target) {
    List<Double> widths = sheet.widths();
    for (int c = 0; c < widths.size(); c++) {
      target.setColumnWidth(c, (int) Math.round(widths.get(c) * 256));
    }
    if (sheet.frozenRows() > 0 || sheet.frozenColumns() > 0) {
      target.createFreezePane(sheet.frozenColumns(), sheet.frozenRows());
    }
    target.setDisplayGridlines(false);
    target.setFitToPage(true);
    target.getPrintSetup().setFitWidth((short) 1);
    target.getPrintSetup().setFitHeight((short) (sheet.isOnePage() ? 1 : 0));
    target.getPrintSetup().setLandscape(sheet.landscape());
    target.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
    target.setMargin(PageMargin.LEFT, 0.4);
    target.setMargin(PageMargin.RIGHT, 0.4);
    target.getFooter().setLeft("&F, &A");
    target.getFooter().setRight("Page &P of &N");
    if (sheet.headerRow() >= 0) {
      target.setRepeatingRows(new CellRangeAddress(sheet.headerRow(), sheet.headerRow(), -1, -1));
    }
    if (sheet.lastPrintedRow() >= 0) {
      target
          .getWorkbook()
          .setPrintArea(
              target.getWorkbook().getSheetIndex(target),
              0,
              Math.max(0, widths.size() - 1),
              0,
              sheet.lastPrintedRow());
    }
    if (sheet.locked()) {
      CTSheetProtection protection = target.getCTWorksheet().addNewSheetProtection();
      protection.setSheet(true);
      protection.setObjects(true);
      protection.setScenarios(true);
      protection.setFormatCells(false);
      protection.setFormatColumns(false);
      protection.setFormatRows(false);
    }
  }

  private static void save(XSSFWorkbook workbook, OutputStream out) throws IOException {
    // An archive holds local times: this instant is the same local time in every zone.
    long time = CREATED.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    ZipArchiveOutputStream zip =
        new ZipArchiveOutputStream(out) {
          @Override
          public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(time);
            super.putArchiveEntry(entry);
          }
        };
    zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    workbook.write(zip);
  }
}
