package io.ballast.reference;

import io.ballast.formula.FormulaException;
import io.ballast.formula.Scope;
import io.ballast.functions.CellError;
import io.ballast.market.PriceTable;
import io.ballast.workbook.SampleMarket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that examples use, over the bundled synthetic market: the closing prices of each asset
 * by its ticker, {@code DATA} the closing prices of {@link #DATA}, and {@code open}, {@code high},
 * {@code low}, {@code close} the bars of {@link #BARS}. There are no cells.
 */
public final class SampleScope implements Scope {
  /** The assets of the block DATA, one a column. */
  public static final List<String> DATA = List.of("BTC", "ETH", "SOL", "PAXG");

  /** The asset whose daily bars are open, high, low and close. */
  public static final String BARS = "BTC";

  private final Map<String, Object[][]> names = new TreeMap<>();

  /** Reads the bundled market. */
  public SampleScope() {
    PriceTable prices = SampleMarket.prices();
    for (int i = 0; i < prices.assets().size(); i++) {
      names.put(prices.assets().get(i), columns(prices.close()[i]));
    }
    names.put(
        "DATA",
        columns(DATA.stream().map(a -> of(prices, a, prices.close())).toArray(double[][]::new)));
    names.put("OPEN", columns(of(prices, BARS, prices.open())));
    names.put("HIGH", columns(of(prices, BARS, prices.high())));
    names.put("LOW", columns(of(prices, BARS, prices.low())));
    names.put("CLOSE", columns(of(prices, BARS, prices.close())));
  }

  private static double[] of(PriceTable prices, String asset, double[][] values) {
    return values[prices.column(asset)];
  }

  private static Object[][] columns(double[]... columns) {
    Object[][] block = new Object[columns[0].length][columns.length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        block[i][j] = Double.isNaN(columns[j][i]) ? null : (Object) columns[j][i];
      }
    }
    return block;
  }

  @Override
  public Object name(String name) {
    Object[][] block = names.get(name.toUpperCase(Locale.ROOT));
    if (block == null) {
      throw new FormulaException(
          CellError.NAME, "found " + name + ", expected one of " + names.keySet());
    }
    return block;
  }

  @Override
  public Object cell(String sheet, int row, int column) {
    throw noCells();
  }

  @Override
  public Object[][] range(
      String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    throw noCells();
  }

  private static FormulaException noCells() {
    return new FormulaException(CellError.VALUE, "the sample has names, but no cells");
  }
}
