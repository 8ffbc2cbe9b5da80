package io.ballast.workbook;

import io.ballast.functions.CellError;
import io.ballast.market.PriceTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads and changes a calculated book, and computes anew what it was made from. */
final class BookReader {
  private final Book book;

  BookReader(Book book) {
    this.book = book;
  }

  Book book() {
    return book;
  }

  Sheet sheet(String name) {
    return book.sheets().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The cell below a heading, in the first row below it that begins with the label. */
  Object value(String sheetName, String heading, String label) {
    int[] at = find(sheetName, heading, label);
    return sheet(sheetName).cell(at[0], at[1]).value;
  }

  /** The row and the column of that cell. */
  int[] find(String sheetName, String heading, String label) {
    Sheet sheet = sheet(sheetName);
    for (int r = 0; r < sheet.rowCount(); r++) {
      for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
        if (isHeading(sheet.cell(r, c), heading)) {
          for (int below = r + 1; below < sheet.rowCount(); below++) {
            Cell name = sheet.cell(below, 0);
            if (name != null && label.equals(name.value)) {
              return new int[] {below, c};
            }
          }
        }
      }
    }
    throw new AssertionError("no " + heading + " of " + label + " on " + sheetName);
  }

  private static boolean isHeading(Cell cell, String heading) {
    return cell != null && cell.style.role() == Style.Role.HEADER && heading.equals(cell.value);
  }

  double number(String sheetName, String heading, String label) {
    return (Double) value(sheetName, heading, label);
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

  /** The cells of a name, all of its room. */
  Chart.Block block(String name) {
    for (Book.Name defined : book.names()) {
      if (defined.name().equals(name)) {
        return defined.block();
      }
    }
    throw new AssertionError("no name " + name);
  }

  /** The numbers of a column of a sheet with a row for each day; NaN where there is none. */
  double[] days(String sheetName, String heading) {
    Sheet sheet = sheet(sheetName);
    Cell[] headers = sheet.row(PriceRows.HEADER);
    for (int c = 0; c < headers.length; c++) {
      if (headers[c] != null && heading.equals(headers[c].value)) {
        double[] values = new double[sheet.rowCount() - PriceRows.FIRST];
        for (int t = 0; t < values.length; t++) {
          Object value = sheet.cell(PriceRows.FIRST + t, c).value;
          values[t] = value instanceof Double number ? number : Double.NaN;
        }
        return values;
      }
    }
    throw new AssertionError("no " + heading + " on " + sheetName);
  }

  static double[] known(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  /** Enters a value into the cell with a name; the book is to be calculated afterwards. */
  BookReader enter(String name, Object value) {
    Chart.Block block = block(name);
    return enter(block.sheet(), block.firstRow(), block.firstColumn(), value);
  }

  /** Enters a value into the cell that {@link #find} finds. */
  BookReader enter(String sheetName, String heading, String label, Object value) {
    int[] at = find(sheetName, heading, label);
    return enter(sheet(sheetName), at[0], at[1], value);
  }

  private BookReader enter(Sheet sheet, int row, int column, Object value) {
    sheet.set(row, column, value, sheet.cell(row, column).style);
    return this;
  }

  BookReader calculate() {
    book.calculate();
    return this;
  }

  /** The addresses of all error cells. */
  List<String> errors() {
    List<String> found = new ArrayList<>();
    for (Sheet sheet : book.sheets()) {
      for (int r = 0; r < sheet.rowCount(); r++) {
        for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
          if (sheet.cell(r, c) != null && sheet.cell(r, c).value instanceof CellError error) {
            found.add(sheet.name() + "!" + A1.cell(r, c) + " " + error);
          }
        }
      }
    }
    return found;
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

  /**
   * The daily returns of an asset over the history that a workbook shows, on the days on which
   * every asset held has a price, and the day before.
   */
  static double[] returns(Portfolio portfolio, String asset) throws PortfolioException {
    PriceTable table = Histories.of(portfolio);
    double[] close = table.close()[table.column(asset)];
    List<Double> returns = new ArrayList<>();
    for (int t = 1; t < close.length; t++) {
      if (priced(portfolio, table, t) && priced(portfolio, table, t - 1)) {
        returns.add(close[t] / close[t - 1] - 1);
      }
    }
    return returns.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static boolean priced(Portfolio portfolio, PriceTable table, int t) {
    return portfolio.holdings().stream()
        .noneMatch(h -> Double.isNaN(table.close()[table.column(h.asset())][t]));
  }

  /** The weight of each holding on the last day. */
  static double[] weights(Portfolio portfolio) throws PortfolioException {
    PriceTable table = Histories.of(portfolio);
    int last = table.dates().size() - 1;
    double[] values =
        portfolio.holdings().stream()
            .mapToDouble(h -> h.quantity() * table.close()[table.column(h.asset())][last])
            .toArray();
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(v -> v / sum).toArray();
  }

  /** The portfolio's daily returns at today's weights. */
  static double[] returns(Portfolio portfolio) throws PortfolioException {
    double[] weights = weights(portfolio);
    double[] sum = null;
    for (int i = 0; i < weights.length; i++) {
      double[] asset = returns(portfolio, portfolio.holdings().get(i).asset());
      sum = sum == null ? new double[asset.length] : sum;
      for (int t = 0; t < asset.length; t++) {
        sum[t] += weights[i] * asset[t];
      }
    }
    return sum;
  }
}
