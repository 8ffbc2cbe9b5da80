package io.ballast.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blocks of columns with one row per position, whose formulas name each other's columns.
 *
 * <p>In a formula {@code {price}} stands for that column's cell in the same position, and {@code
 * {price:all}} for the column's cells of all positions, blank ones included: there a function that
 * skips text is needed. Blocks are placed first and written by {@link #write} afterwards, so that a
 * formula may name a column of a later block. A position that is not used shows empty text
 * throughout.
 */
final class Columns {
  private static final Pattern REFERENCE = Pattern.compile("\\{(\\w+)(:all)?}");

  private final int positions;
  private final String used;
  private final Map<String, Place> places = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  /**
   * @param positions how many rows each block has
   * @param used the column that is not empty in the positions in use, such as the asset's name;
   *     null if all are in use
   */
  Columns(int positions, String used) {
    this.positions = positions;
    this.used = used;
  }

  /** Columns with a row for each place of the table of holdings, of which the first are in use. */
  static Columns ofHoldings(Room room) {
    return new Columns(room.holdings(), "in_asset");
  }

  /** Names a column's cells of the assets held: as many as {@code asset_count} tells. */
  void name(Book book, String name, String key) {
    book.name(name, cells(key), "asset_count", null);
  }

  /** How many rows each block has. */
  int positions() {
    return positions;
  }

  /** How a column's formulas are entered. */
  enum Kind {
    /** An ordinary formula in each cell. */
    CELL,
    /** In each cell a formula that goes over ranges cell by cell. */
    ARRAY,
    /** One array formula for all cells. */
    FILLING
  }

  /**
   * A column.
   *
   * @param key its name in formulas
   * @param header its heading
   * @param style of its cells
   * @param kind how the formula is entered
   * @param formula the formula of a position, counted from 0
   */
  record Column(String key, String header, Style style, Kind kind, IntFunction<String> formula) {
    static Column of(String key, String header, Style.Format format, String formula) {
      return new Column(key, header, Style.calculated(format), Kind.CELL, i -> formula);
    }

    /** One formula whose result, a row per position in use, fills the column. */
    static Column filling(String key, String header, Style.Format format, String formula) {
      return new Column(key, header, Style.calculated(format), Kind.FILLING, i -> formula);
    }

    static Column each(
        String key, String header, Style.Format format, IntFunction<String> formula) {
      return new Column(key, header, Style.calculated(format), Kind.CELL, formula);
    }

    static Column array(
        String key, String header, Style.Format format, IntFunction<String> formula) {
      return new Column(key, header, Style.calculated(format), Kind.ARRAY, formula);
    }

    static Column text(String key, String header, String formula) {
      return new Column(key, header, Style.LABEL, Kind.CELL, i -> formula);
    }

    static Column status(String key, String header, String formula) {
      return new Column(key, header, Style.STATUS, Kind.CELL, i -> formula);
    }
  }

  /**
   * Where a column is.
   *
   * @param lastRow where each position is a column of its own, with rows from first to last; −1
   *     where each position is a row
   */
  private record Place(Sheet sheet, int firstRow, int lastRow, int column) {
    String cell(int position) {
      return lastRow < 0
          ? A1.cell(firstRow + position, column)
          : A1.absolute(firstRow, column + position, lastRow, column + position);
    }

    String all(int positions) {
      return lastRow < 0
          ? A1.absolute(firstRow, column, firstRow + positions - 1, column)
          : A1.absolute(firstRow, column, lastRow, column + positions - 1);
    }
  }

  private record Block(Sheet sheet, int row, String title, List<Column> columns) {}

  /** Names a column that is written elsewhere. */
  void place(String key, Sheet sheet, int firstRow, int column) {
    place(key, new Place(sheet, firstRow, -1, column));
  }

  /**
   * Names a block in which each position has a column of its own: {@code {key}} stands for that
   * column's cells, from the first row to the last.
   */
  void placeAcross(String key, Sheet sheet, int firstRow, int lastRow, int firstColumn) {
    place(key, new Place(sheet, firstRow, lastRow, firstColumn));
  }

  private void place(String key, Place place) {
    if (places.put(key, place) != null) {
      throw new IllegalArgumentException("column named twice: " + key);
    }
  }

  /** The columns of several groups, one group after the other. */
  static Column[] joined(Column[]... groups) {
    return Stream.of(groups).flatMap(Stream::of).toArray(Column[]::new);
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
        write(sheet, block.row() + 2, c, column);
      }
    }
    blocks.clear();
  }

  private void write(Sheet sheet, int first, int c, Column column) {
    if (column.kind() == Kind.FILLING) {
      String formula = expanded(guarded(column.formula().apply(0), ":all"), sheet, -1);
      sheet.array(first, c, first + positions - 1, c, formula, column.style());
      return;
    }
    for (int i = 0; i < positions; i++) {
      int row = first + i;
      String formula = expanded(guarded(column.formula().apply(i), ""), sheet, i);
      if (column.kind() == Kind.ARRAY) {
        sheet.array(row, c, row, c, formula, column.style());
      } else {
        sheet.formula(row, c, formula, column.style());
      }
    }
  }

  private String guarded(String formula, String cells) {
    return used == null ? formula : "IF({" + used + cells + "}=\"\",\"\"," + formula + ")";
  }

  /** A formula over whole columns alone, for a cell of any sheet. */
  String over(String formula) {
    return expanded(formula, null, -1);
  }

  /** A formula of one position, for a cell of another sheet than the columns'. */
  String expanded(String formula, int position) {
    return expanded(formula, null, position);
  }

  /** The cells of a column. */
  Chart.Block cells(String key) {
    Place place = place(key);
    return Chart.Block.column(
        place.sheet(), place.firstRow(), place.firstRow() + positions - 1, place.column());
  }

  /** The absolute address of all cells of a column. */
  String address(String key) {
    return cells(key).address();
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
        address = place.all(positions);
      } else if (position < 0) {
        throw new IllegalArgumentException("a cell of one position in " + formula);
      } else {
        address = place.cell(position);
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
