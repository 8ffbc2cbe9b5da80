package io.ballast.workbook;

import java.util.List;

/**
 * A chart on a sheet.
 *
 * @param type how the series are drawn
 * @param title the heading
 * @param description what it shows, for a reader who cannot see it
 * @param categories the labels, dates or x values: a block of one row or column
 * @param series what is drawn
 * @param categoryTitle the title of the category axis, empty for none
 * @param valueTitle the title of the value axis, empty for none
 * @param valueFormat the format of the value axis
 * @param anchor the cells that it covers
 */
public record Chart(
    Type type,
    String title,
    String description,
    Block categories,
    List<Series> series,
    String categoryTitle,
    String valueTitle,
    Style.Format valueFormat,
    Anchor anchor) {
  /** A chart whose axes need no titles. */
  Chart(
      Type type,
      String title,
      String description,
      Block categories,
      List<Series> series,
      Style.Format valueFormat,
      Anchor anchor) {
    this(type, title, description, categories, series, "", "", valueFormat, anchor);
  }

  /** The labels, dates or x values of a series: its own, or the chart's. */
  Block categoriesOf(Series series) {
    return series.x() == null ? categories : series.x();
  }

  /** How series are drawn. */
  public enum Type {
    BAR,
    STACKED_BAR,
    COLUMN,
    STACKED_COLUMN,
    /** Columns that always reach 100 %. */
    SHARE_COLUMN,
    LINE,
    DATE_LINE,
    DATE_AREA,
    SCATTER
  }

  /** Colours that stay apart for colour-blind readers, after Okabe and Ito (2008). */
  public enum Color {
    BLUE(0x0072B2),
    ORANGE(0xE69F00),
    GREEN(0x009E73),
    VERMILION(0xD55E00),
    SKY(0x56B4E9),
    PURPLE(0xCC79A7),
    GREY(0x7F7F7F);

    private final int rgb;

    Color(int rgb) {
      this.rgb = rgb;
    }

    /** Red, green and blue, a byte each. */
    public int rgb() {
      return rgb;
    }
  }

  /**
   * One series.
   *
   * @param name the label in the legend
   * @param values as many cells as there are categories
   * @param color its colour
   * @param markersOnly in a scatter chart: points without a line
   * @param x in a scatter chart: x values of its own, null for the chart's categories
   */
  public record Series(String name, Block values, Color color, boolean markersOnly, Block x) {
    public Series(String name, Block values, Color color) {
      this(name, values, color, false, null);
    }

    public Series(String name, Block values, Color color, boolean markersOnly) {
      this(name, values, color, markersOnly, null);
    }
  }

  /** A block of cells on a sheet, bounds inclusive. */
  public record Block(Sheet sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    /** A block of one column. */
    public static Block column(Sheet sheet, int firstRow, int lastRow, int column) {
      return new Block(sheet, firstRow, column, lastRow, column);
    }

    /** One of its columns, counted from 0. */
    public Block column(int index) {
      return column(sheet, firstRow, lastRow, firstColumn + index);
    }

    /** The address with the sheet, such as {@code Returns!$B$2:$B$9}. */
    public String address() {
      return A1.sheet(sheet.name()) + "!" + A1.absolute(firstRow, firstColumn, lastRow, lastColumn);
    }
  }

  /** The cells that a chart covers, from the top left corner of the first to that of the last. */
  public record Anchor(int firstRow, int firstColumn, int lastRow, int lastColumn) {}
}
