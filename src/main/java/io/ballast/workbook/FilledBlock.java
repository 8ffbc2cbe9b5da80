package io.ballast.workbook;

/** A block of cells that the result of one array formula fills as far as it reaches. */
final class FilledBlock {
  private FilledBlock() {}

  /**
   * Writes the formula; cells beyond the used part show empty text.
   *
   * @param rows a formula for how many rows the result has, at most as many as the block
   * @param columns likewise
   */
  static void write(
      Chart.Block block, String rows, String columns, String formula, Style.Format format) {
    Sheet sheet = block.sheet();
    // Only the places of these cells count; the block must not appear in its own formula.
    String column = sheet.at(0, block.firstColumn(), 0, block.lastColumn());
    String side = sheet.column(block.firstRow(), block.lastRow(), 0);
    sheet.array(
        block.firstRow(),
        block.firstColumn(),
        block.lastRow(),
        block.lastColumn(),
        "IF((ROW("
            + side
            + ")-"
            + block.firstRow()
            + ">"
            + rows
            + ")+(COLUMN("
            + column
            + ")-"
            + block.firstColumn()
            + ">"
            + columns
            + ")>0,\"\","
            + formula
            + ")",
        Style.calculated(format));
  }
}
