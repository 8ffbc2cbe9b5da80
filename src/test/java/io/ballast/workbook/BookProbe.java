package io.ballast.workbook;

import io.ballast.functions.CellError;
import io.ballast.market.PriceTable;
import java.util.List;

/** Reads figures of a calculated book and enters inputs, by the names of cells and by headings. */
final class BookProbe {
  private final Book book;

  BookProbe(Book book) {
    this.book = book;
  }

  /** The daily returns of assets over all days of a table without gaps, an array for each. */
  static double[][] returns(PriceTable table, List<String> assets) {
    double[][] returns = new double[assets.size()][table.dates().size() - 1];
    for (int a = 0; a < returns.length; a++) {
      double[] close = table.close()[table.column(assets.get(a))];
      for (int t = 0; t < returns[a].length; t++) {
        returns[a][t] = close[t + 1] / close[t] - 1;
      }
    }
    return returns;
  }

  double number(String name) {
    return (Double) book.value(name);
  }

  Object value(String name) {
    return book.value(name);
  }

  /** The first cells of a named column, as many as given. */
  double[] column(String name, int count) {
    Chart.Block block = block(name);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (Double) block.sheet().cell(block.firstRow() + i, block.firstColumn()).value;
    }
    return values;
  }

  /** Changes an input cell; the book is to be calculated afterwards. */
  BookProbe enter(String name, Object value) {
    Chart.Block block = block(name);
    int row = block.firstRow();
    int column = block.firstColumn();
    block.sheet().set(row, column, value, block.sheet().cell(row, column).style);
    return this;
  }

  BookProbe calculate() {
    book.calculate();
    return this;
  }

  Book book() {
    return book;
  }

  Sheet sheet(String name) {
    return book.sheets().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The cell below a heading in the row that begins with a text. */
  Object at(String sheetName, String heading, String rowText) {
    Sheet sheet = sheet(sheetName);
    for (int r = 0; r < sheet.rowCount(); r++) {
      for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
        Cell cell = sheet.cell(r, c);
        if (cell != null && heading.equals(cell.value)) {
          for (int below = r + 1; below < sheet.rowCount(); below++) {
            Cell name = sheet.cell(below, 0);
            if (name != null && rowText.equals(name.value)) {
              return sheet.cell(below, c).value;
            }
          }
        }
      }
    }
    throw new AssertionError("no " + heading + " of " + rowText + " on " + sheetName);
  }

  double numberAt(String sheet, String heading, String rowText) {
    return (Double) at(sheet, heading, rowText);
  }

  /** Requires that no cell holds an error value. */
  void assertNoErrors() {
    for (Sheet sheet : book.sheets()) {
      for (int r = 0; r < sheet.rowCount(); r++) {
        for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
          Cell cell = sheet.cell(r, c);
          if (cell != null && cell.value instanceof CellError error) {
            throw new AssertionError(sheet.name() + "!" + A1.cell(r, c) + ": " + error);
          }
        }
      }
    }
  }

  /** The cells of a name, all of its room. */
  Chart.Block block(String name) {
    for (Book.Name defined : book.names()) {
      if (defined.name().equals(name)) {
        return defined.block();
      }
    }
    throw new AssertionError("no name " + name);
  }
}
