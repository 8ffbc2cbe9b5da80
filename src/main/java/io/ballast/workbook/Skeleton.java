package io.ballast.workbook;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingThreshold;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTNumFmt;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheetProtection;

/**
 * The workbook of a {@link Book} as POI builds it, without the cells: properties, styles, names,
 * links, rules, layout and charts.
 */
final class Skeleton {
  private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** Above the numbers of all formats of cells. */
  private static final int FIRST_STATUS_FORMAT = 400;

  private Skeleton() {}

  /**
   * Builds it.
   *
   * @param book calculated before
   * @param styles the looks of its cells; the position of a style is its number in the file less 1
   * @param addIn whether a formula calls the add-in
   */
  static XSSFWorkbook build(Book book, List<Style> styles, boolean addIn) throws IOException {
    XSSFWorkbook workbook = new XSSFWorkbook();
    properties(book, workbook);
    StyleSheet looks = new StyleSheet(workbook);
    styles.forEach(looks::add);
    for (Sheet sheet : book.sheets()) {
      workbook.createSheet(sheet.name());
    }
    names(book, workbook);
    for (Sheet sheet : book.sheets()) {
      XSSFSheet target = workbook.getSheet(sheet.name());
      links(sheet, target);
      rules(sheet, target);
      layout(sheet, target);
      ChartWriter.write(sheet, target);
    }
    looks.completeColors();
    if (addIn) {
      DynamicArrays.addTo(workbook);
    }
    return workbook;
  }

  /** The time that every entry of a file has, so that the same book gives the same bytes. */
  static long entryTime() {
    // An archive holds local times: this instant is the same local time in every zone.
    return CREATED.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
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

  private static void links(Sheet sheet, XSSFSheet target) {
    for (Sheet.Link link : sheet.links()) {
      XSSFHyperlink made =
          target.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      made.setAddress(link.target());
      made.setCellReference(A1.cell(link.row(), link.column()));
      target.addHyperlink(made);
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
    target.getPrintSetup().setFitWidth((short) sheet.pagesAcross());
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
    if (sheet.pagesAcross() > 1 && sheet.frozenColumns() > 0) {
      target.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, sheet.frozenColumns() - 1));
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
}
