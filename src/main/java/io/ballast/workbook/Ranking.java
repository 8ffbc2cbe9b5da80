package io.ballast.workbook;

import java.util.List;

/** A list of the positions in the order of a rank column, as charts and dashboards show it. */
final class Ranking {
  private final Sheet sheet;
  private final int first;
  private final int firstColumn;
  private final int shown;
  private final List<Item> items;

  /**
   * What is listed of each position.
   *
   * @param key the column
   * @param header its heading
   * @param style of its cells
   */
  record Item(String key, String header, Style style) {}

  /** Ranks all assets held. */
  Ranking(
      Sheet sheet,
      int row,
      int column,
      String title,
      Columns columns,
      String rank,
      int shown,
      List<Item> items) {
    this(sheet, row, column, title, columns, rank, "asset_count", shown, items);
  }

  /**
   * Writes a title, headings and the positions; places that are not used stay blank.
   *
   * @param rank the column with the places, from 1
   * @param count the name of the cell that holds how many positions are ranked
   * @param shown how many positions at most
   */
  Ranking(
      Sheet sheet,
      int row,
      int column,
      String title,
      Columns columns,
      String rank,
      String count,
      int shown,
      List<Item> items) {
    this.sheet = sheet;
    this.items = items;
    this.first = row + 2;
    this.shown = Math.min(shown, columns.positions());
    this.firstColumn = column;
    sheet.set(row, column, title, Style.SECTION);
    for (int c = 0; c < items.size(); c++) {
      Item item = items.get(c);
      sheet.set(row + 1, column + c, item.header(), Style.HEADER);
      for (int i = 0; i < this.shown; i++) {
        sheet.formula(
            first + i,
            column + c,
            "IF("
                + (i + 1)
                + ">"
                + count
                + ",\"\",INDEX("
                + columns.address(item.key())
                + ",MATCH("
                + (i + 1)
                + ","
                + columns.address(rank)
                + ",0)))",
            item.style());
      }
    }
  }

  /** The values of one item, the first position first. */
  Chart.Block cells(int item) {
    return Chart.Block.column(sheet, first, first + shown - 1, firstColumn + item);
  }

  /** The address of an item of a position, counted from 0. */
  String at(int position, int item) {
    return sheet.at(first + position, firstColumn + item);
  }

  /** How many positions are listed at most. */
  int shown() {
    return shown;
  }

  /** How many items are listed of each. */
  int items() {
    return items.size();
  }

  /** The row below. */
  int nextRow() {
    return first + shown + 1;
  }
}
