package io.ballast.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFAreaChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFDateAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextParagraph;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDateAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STTimeUnit;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/** Draws the charts of a sheet, with the values of their cells as the stored picture. */
final class ChartWriter {
  private static final double TEXT_SIZE = 10;
  private static final int GRID = 0xD9D9D9;
  private static final double TITLE_SIZE = 13;

  private static final int MOST_LABELS = 9;

  private ChartWriter() {}

  static void write(Sheet sheet, XSSFSheet target) {
    if (sheet.charts().isEmpty()) {
      return;
    }
    // Chart texts carry the language of the thread: the same bytes need the same language.
    Locale before = LocaleUtil.getUserLocale();
    LocaleUtil.setUserLocale(Locale.US);
    try {
      XSSFDrawing drawing = target.createDrawingPatriarch();
      for (Chart chart : sheet.charts()) {
        write(chart, drawing);
      }
    } finally {
      LocaleUtil.setUserLocale(before);
    }
  }

  private static void write(Chart chart, XSSFDrawing drawing) {
    Chart.Anchor a = chart.anchor();
    XSSFClientAnchor anchor =
        drawing.createAnchor(
            0, 0, 0, 0, a.firstColumn(), a.firstRow(), a.lastColumn(), a.lastRow());
    XSSFChart made = drawing.createChart(anchor);
    CTNonVisualDrawingProps shown =
        made.getGraphicFrame().getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
    shown.setName(chart.title());
    shown.setTitle(chart.title());
    shown.setDescr(chart.description());

    made.setTitleText(chart.title());
    made.setTitleOverlay(false);
    titleFont(made);

    XDDFChartAxis bottom = categoryAxis(chart, made);
    XDDFValueAxis left =
        made.createValueAxis(isBar(chart) ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    left.setCrosses(AxisCrosses.AUTO_ZERO);
    bottom.crossAxis(left);
    left.crossAxis(bottom);
    valueAxis(chart, left);

    XDDFChartData data = made.createData(type(chart), bottom, left);
    data.setVaryColors(false);
    shape(chart, data);
    for (Chart.Series series : chart.series()) {
      XDDFChartData.Series drawn =
          data.addSeries(categories(chart, chart.categoriesOf(series)), values(series.values()));
      drawn.setTitle(series.name(), null);
      paint(chart, series, drawn);
    }
    made.plot(data);
    finishAxes(made, monthsBetweenLabels(chart));
    if (chart.series().size() > 1) {
      made.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    made.displayBlanksAs(org.apache.poi.xddf.usermodel.chart.DisplayBlanks.GAP);
  }

  /** At most {@value #MOST_LABELS} dates below an axis; 1 for one that has no dates. */
  static int monthsBetweenLabels(Chart chart) {
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (Object cell : cells(chart.categories())) {
      if (cell instanceof Double day) {
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
    }
    return Math.max(1, (int) Math.ceil((last - first) / 30 / MOST_LABELS));
  }

  /**
   * Keeps the axes' own number formats, which would otherwise follow the cells, and labels a date
   * axis every so many months.
   */
  private static void finishAxes(XSSFChart chart, int months) {
    CTPlotArea area = chart.getCTChart().getPlotArea();
    List<CTNumFmt> formats = new ArrayList<>();
    for (CTValAx axis : area.getValAxArray()) {
      formats.add(axis.getNumFmt());
    }
    for (CTDateAx axis : area.getDateAxArray()) {
      formats.add(axis.getNumFmt());
      // Otherwise LibreOffice takes each date for a label of its own.
      axis.getAuto().setVal(true);
      axis.addNewBaseTimeUnit().setVal(STTimeUnit.DAYS);
      axis.addNewMajorUnit().setVal(months);
      axis.addNewMajorTimeUnit().setVal(STTimeUnit.MONTHS);
    }
    for (CTNumFmt format : formats) {
      if (format != null) {
        format.setSourceLinked(false);
      }
    }
  }

  private static void titleFont(XSSFChart chart) {
    for (XDDFTextParagraph paragraph : chart.getTitle().getBody().getParagraphs()) {
      for (XDDFTextRun run : paragraph.getTextRuns()) {
        run.setFontSize(TITLE_SIZE);
        run.setBold(true);
      }
    }
  }

  private static XDDFChartAxis categoryAxis(Chart chart, XSSFChart made) {
    boolean dates = chart.type() == Chart.Type.DATE_LINE || chart.type() == Chart.Type.DATE_AREA;
    XDDFChartAxis axis;
    if (chart.type() == Chart.Type.SCATTER) {
      axis = made.createValueAxis(AxisPosition.BOTTOM);
      axis.setNumberFormat(chart.valueFormat().code());
    } else if (dates) {
      XDDFDateAxis dateAxis = made.createDateAxis(AxisPosition.BOTTOM);
      dateAxis.setNumberFormat("mmm yyyy");
      axis = dateAxis;
    } else {
      axis = made.createCategoryAxis(isBar(chart) ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    }
    if (isBar(chart)) {
      axis.setOrientation(AxisOrientation.MAX_MIN);
    }
    axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
    axis.setMajorTickMark(AxisTickMark.NONE);
    axis.setMinorTickMark(AxisTickMark.NONE);
    axis.getOrAddTextProperties().setFontSize(TEXT_SIZE);
    if (!chart.categoryTitle().isEmpty()) {
      axis.setTitle(chart.categoryTitle());
    }
    return axis;
  }

  private static void valueAxis(Chart chart, XDDFValueAxis axis) {
    axis.setNumberFormat(chart.valueFormat().code());
    axis.setCrossBetween(
        chart.type() == Chart.Type.SCATTER
                || chart.type() == Chart.Type.DATE_AREA
                || chart.type() == Chart.Type.DATE_LINE
            ? AxisCrossBetween.MIDPOINT_CATEGORY
            : AxisCrossBetween.BETWEEN);
    axis.setMajorTickMark(AxisTickMark.NONE);
    axis.setMinorTickMark(AxisTickMark.NONE);
    axis.getOrAddTextProperties().setFontSize(TEXT_SIZE);
    XDDFShapeProperties grid = axis.getOrAddMajorGridProperties();
    grid.setLineProperties(new XDDFLineProperties(fill(GRID)));
    if (!chart.valueTitle().isEmpty()) {
      axis.setTitle(chart.valueTitle());
    }
  }

  private static boolean isBar(Chart chart) {
    return chart.type() == Chart.Type.BAR || chart.type() == Chart.Type.STACKED_BAR;
  }

  private static ChartTypes type(Chart chart) {
    return switch (chart.type()) {
      case BAR, STACKED_BAR, COLUMN, STACKED_COLUMN, SHARE_COLUMN -> ChartTypes.BAR;
      case LINE, DATE_LINE -> ChartTypes.LINE;
      case DATE_AREA -> ChartTypes.AREA;
      case SCATTER -> ChartTypes.SCATTER;
    };
  }

  private static void shape(Chart chart, XDDFChartData data) {
    if (data instanceof XDDFBarChartData bars) {
      bars.setBarDirection(isBar(chart) ? BarDirection.BAR : BarDirection.COL);
      BarGrouping grouping =
          switch (chart.type()) {
            case STACKED_BAR, STACKED_COLUMN -> BarGrouping.STACKED;
            case SHARE_COLUMN -> BarGrouping.PERCENT_STACKED;
            default -> BarGrouping.CLUSTERED;
          };
      bars.setBarGrouping(grouping);
      bars.setGapWidth(60);
      bars.setOverlap((byte) (grouping == BarGrouping.CLUSTERED ? 0 : 100));
    } else if (data instanceof XDDFLineChartData lines) {
      lines.setGrouping(Grouping.STANDARD);
    } else if (data instanceof XDDFAreaChartData areas) {
      areas.setGrouping(Grouping.STANDARD);
    } else if (data instanceof XDDFScatterChartData points) {
      points.setStyle(ScatterStyle.LINE_MARKER);
    }
  }

  private static void paint(Chart chart, Chart.Series series, XDDFChartData.Series drawn) {
    XDDFSolidFillProperties color = fill(series.color().rgb());
    XDDFShapeProperties look = new XDDFShapeProperties();
    if (drawn instanceof XDDFLineChartData.Series line) {
      line.setSmooth(false);
      line.setMarkerStyle(MarkerStyle.NONE);
      look.setLineProperties(lineOf(color));
    } else if (drawn instanceof XDDFScatterChartData.Series points) {
      points.setSmooth(false);
      if (series.markersOnly()) {
        points.setMarkerStyle(MarkerStyle.CIRCLE);
        points.setMarkerSize((short) 9);
        XDDFLineProperties none = new XDDFLineProperties(new XDDFNoFillProperties());
        look.setLineProperties(none);
      } else {
        points.setMarkerStyle(MarkerStyle.NONE);
        look.setLineProperties(lineOf(color));
      }
      drawn.setShapeProperties(look);
      if (series.markersOnly()) {
        markerColor(points, color);
      }
      return;
    } else {
      look.setFillProperties(color);
    }
    drawn.setShapeProperties(look);
  }

  private static void markerColor(
      XDDFScatterChartData.Series points, XDDFSolidFillProperties color) {
    XDDFShapeProperties look = new XDDFShapeProperties();
    look.setFillProperties(color);
    points.getCTScatterSer().getMarker().setSpPr(look.getXmlObject());
  }

  private static XDDFSolidFillProperties fill(int rgb) {
    return new XDDFSolidFillProperties(
        XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}));
  }

  private static XDDFLineProperties lineOf(XDDFSolidFillProperties color) {
    XDDFLineProperties line = new XDDFLineProperties(color);
    line.setWidth(2.0);
    return line;
  }

  private static XDDFDataSource<?> categories(Chart chart, Chart.Block block) {
    return hasLabels(chart)
        ? XDDFDataSourcesFactory.fromArray(labels(block), block.address())
        : values(block);
  }

  private static XDDFNumericalDataSource<Double> values(Chart.Block block) {
    return XDDFDataSourcesFactory.fromArray(numbers(block), block.address());
  }

  /** Whether the categories are labels; otherwise they are numbers. */
  static boolean hasLabels(Chart chart) {
    return switch (chart.type()) {
      case SCATTER, DATE_LINE, DATE_AREA -> false;
      default -> true;
    };
  }

  /** The labels that the cells of a row or column give. */
  static String[] labels(Chart.Block block) {
    Object[] cells = cells(block);
    String[] labels = new String[cells.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = cells[i] == null ? "" : String.valueOf(cells[i]);
    }
    return labels;
  }

  /** The numbers in the cells of a row or column, null where a cell holds none. */
  static Double[] numbers(Chart.Block block) {
    Object[] cells = cells(block);
    Double[] numbers = new Double[cells.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = cells[i] instanceof Double number ? number : null;
    }
    return numbers;
  }

  private static Object[] cells(Chart.Block block) {
    boolean row = block.firstRow() == block.lastRow();
    int n =
        row ? block.lastColumn() - block.firstColumn() + 1 : block.lastRow() - block.firstRow() + 1;
    Object[] values = new Object[n];
    for (int i = 0; i < n; i++) {
      Cell cell =
          block.sheet().cell(block.firstRow() + (row ? 0 : i), block.firstColumn() + (row ? i : 0));
      values[i] = cell == null ? null : cell.value;
    }
    return values;
  }
}
