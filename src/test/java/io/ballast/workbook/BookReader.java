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

  Sheet sheet(String name) {
    return book.sheets().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The cell below a heading, in the first row below it that begins with the label. */
  Object value(String sheetName, String heading, String label) {
    Sheet sheet = sheet(sheetName);
    for (int r = 0; r < sheet.rowCount(); r++) {
      for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
        if (isHeading(sheet.cell(r, c), heading)) {
          for (int below = r + 1; below < sheet.rowCount(); below++) {
            Cell name = sheet.cell(below, 0);
            if (name != null && label.equals(name.value)) {
              return sheet.cell(below, c).value;
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

  /** Enters a value into the cell with a name and calculates. */
  void enter(String name, Object value) {
    for (Book.Name defined : book.names()) {
      if (defined.name().equals(name)) {
        Chart.Block b = defined.block();
        Style style = b.sheet().cell(b.firstRow(), b.firstColumn()).style;
        b.sheet().set(b.firstRow(), b.firstColumn(), value, style);
        book.calculate();
        return;
      }
    }
    throw new AssertionError("no name " + name);
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
