package io.ballast.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks of columns with one row per position, whose formulas name each other's columns.
 *
 * <p>In a formula {@code {price}} stands for that column's cell in the same position, and {@code
 * {price:all}} for the column's cells of all positions. Blocks are placed first and written by
 * {@link #write} afterwards, so that a formula may name a column of a later block.
 */
final class Columns {
  private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)(:all)?}");

  private final int positions;
  private final Map<String, Place> places = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  Columns(int positions) {
    this.positions = positions;
  }

  /**
   * A column.
   *
   * @param key its name in formulas
   * @param header its heading
   * @param style of its cells
   * @param array whether the formula goes over ranges cell by cell
   * @param formula the formula of a position, counted from 0
   */
  record Column(
      String key, String header, Style style, boolean array, IntFunction<String> formula) {
    static Column of(String key, String header, Style.Format format, String formula) {
      return new Column(key, header, Style.calculated(format), false, i -> formula);
    }

    static Column each(
        String key, String header, Style.Format format, IntFunction<String> formula) {
      return new Column(key, header, Style.calculated(format), false, formula);
    }

    static Column array(
        String key, String header, Style.Format format, IntFunction<String> formula) {
      return new Column(key, header, Style.calculated(format), true, formula);
    }

    static Column text(String key, String header, String formula) {
      return new Column(key, header, Style.LABEL, false, i -> formula);
    }

    static Column status(String key, String header, String formula) {
      return new Column(key, header, Style.STATUS, false, i -> formula);
    }
  }

  private record Place(Sheet sheet, int firstRow, int column) {}

  private record Block(Sheet sheet, int row, String title, List<Column> columns) {}

  /** Names a column that is written elsewhere. */
  void place(String key, Sheet sheet, int firstRow, int column) {
    if (places.put(key, new Place(sheet, firstRow, column)) != null) {
      throw new IllegalArgumentException("column named twice: " + key);
    }
  }

  /**
   * Places a block: a title, a row of headings, a row per position, and an empty row.
   *
   * @return the row below
   */
  int block(Sheet sheet, int row, String title, Column... columns) {
    blocks.add(new Block(sheet, row, title, List.of(columns)));
    for (int c = 0; c < columns.length; c++) {
      place(columns[c].key(), sheet, row + 2, c);
    }
    return row + 3 + positions;
  }

  /** Writes the blocks placed since the last call. */
  void write() {
    for (Block block : blocks) {
      Sheet sheet = block.sheet();
      sheet.set(block.row(), 0, block.title(), Style.SECTION);
      for (int c = 0; c < block.columns().size(); c++) {
        Column column = block.columns().get(c);
        sheet.set(block.row() + 1, c, column.header(), Style.HEADER);
        for (int i = 0; i < positions; i++) {
          int row = block.row() + 2 + i;
          String formula = expanded(column.formula().apply(i), sheet, i);
          if (column.array()) {
            sheet.array(row, c, row, c, formula, column.style());
          } else {
            sheet.formula(row, c, formula, column.style());
          }
        }
      }
    }
    blocks.clear();
  }

  /** A formula over whole columns alone, for a cell of any sheet. */
  String over(String formula) {
    return expanded(formula, null, -1);
  }

  /** The cells of a column. */
  Chart.Block cells(String key) {
    Place place = place(key);
    return Chart.Block.column(
        place.sheet(), place.firstRow(), place.firstRow() + positions - 1, place.column());
  }

  /** The absolute address of a column's cell of a position. */
  String at(String key, int position) {
    Place place = place(key);
    return place.sheet().at(place.firstRow() + position, place.column());
  }

  private String expanded(String formula, Sheet home, int position) {
    Matcher matcher = REFERENCE.matcher(formula);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      Place place = place(matcher.group(1));
      String address;
      if (matcher.group(2) != null) {
        address =
            A1.absolute(
                place.firstRow(), place.column(), place.firstRow() + positions - 1, place.column());
      } else if (position < 0) {
        throw new IllegalArgumentException("a cell of one position in " + formula);
      } else {
        address = A1.cell(place.firstRow() + position, place.column());
      }
      boolean here = place.sheet() == home;
      matcher.appendReplacement(
          text,
          Matcher.quoteReplacement(
              here ? address : A1.sheet(place.sheet().name()) + "!" + address));
    }
    return matcher.appendTail(text).toString();
  }

  private Place place(String key) {
    Place place = places.get(key);
    if (place == null) {
      throw new IllegalArgumentException("no such column: " + key);
    }
    return place;
  }
}
