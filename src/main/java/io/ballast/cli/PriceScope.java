package io.ballast.cli;

import io.ballast.formula.FormulaException;
import io.ballast.formula.Names;
import io.ballast.formula.Nearest;
import io.ballast.formula.Scope;
import io.ballast.formula.SerialDates;
import io.ballast.functions.CellError;
import io.ballast.market.MarketException;
import io.ballast.market.PriceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prices as names: {@code BTC} is the closes of BTC, {@code BTC_OPEN}, {@code BTC_HIGH}, {@code
 * BTC_LOW}, {@code BTC_VOLUME} the rest of its bars, which of a single asset are also {@code OPEN},
 * {@code HIGH}, {@code LOW}, {@code CLOSE}, {@code VOLUME}; {@code DATE} is the dates as serial
 * numbers, and {@code DATA} the block of all closes. A missing price is blank.
 */
final class PriceScope implements Scope {
  private static final String DATA = "DATA";

  private final PriceTable table;
  private final int from;
  private final int to;
  private final Map<String, double[]> columns = new LinkedHashMap<>();
  private final List<double[]> chosen = new ArrayList<>();

  /**
   * @param selection {@code where} is not for prices and must be empty
   * @throws MarketException if two names are the same, or an asset or date that is asked for is not
   *     there
   */
  PriceScope(PriceTable table, CsvScope.Selection selection) throws MarketException {
    this.table = table;
    from = selection.from() == null ? 0 : table.lastDate(selection.from().minusDays(1)) + 1;
    to = table.lastDate(selection.to()) + 1;
    if (from >= to) {
      List<LocalDate> dates = table.dates();
      throw new MarketException(
          "found no price from %s to %s, expected dates from %s to %s"
              .formatted(
                  selection.from() == null ? dates.get(0) : selection.from(),
                  selection.to() == null ? dates.get(dates.size() - 1) : selection.to(),
                  dates.get(0),
                  dates.get(dates.size() - 1)));
    }
    boolean single = table.assets().size() == 1;
    String[] fields = {"CLOSE", "OPEN", "HIGH", "LOW", "VOLUME"};
    double[][][] values = {table.close(), table.open(), table.high(), table.low(), table.volume()};
    for (int a = 0; a < table.assets().size(); a++) {
      String asset = Names.of(table.assets().get(a));
      put(key(asset).equals(DATA) ? asset + "_" : asset, table.close()[a]);
      for (int f = 0; f < fields.length; f++) {
        if (values[f] != null) {
          put(Names.of(table.assets().get(a) + "_" + fields[f]), values[f][a]);
          if (single && !columns.containsKey(fields[f])) {
            put(fields[f], values[f][a]);
          }
        }
      }
    }
    choose(selection.columns());
  }

  private void put(String name, double[] values) throws MarketException {
    if (columns.put(key(name), values) != null) {
      throw new MarketException(
          "found two assets that both become the name " + name + "; expected different names");
    }
  }

  private void choose(List<String> assets) throws MarketException {
    for (String asset : assets.isEmpty() ? table.assets() : assets) {
      int column = table.column(asset);
      double[] values = column >= 0 ? table.close()[column] : columns.get(key(asset));
      if (values == null) {
        throw new MarketException(
            "found no asset %s, expected one of %s"
                .formatted(asset, String.join(", ", table.assets())));
      }
      chosen.add(values);
    }
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  @Override
  public Object name(String name) {
    String key = key(name);
    if (key.equals(DATA)) {
      return block(chosen);
    }
    double[] values = columns.get(key);
    if (values != null) {
      return block(List.of(values));
    }
    if (key.equals("DATE")) {
      return dates();
    }
    List<String> names = new ArrayList<>(columns.keySet());
    names.add("DATE");
    names.add(DATA);
    throw new FormulaException(
        CellError.NAME,
        name
            + " is no asset or column of the prices"
            + Nearest.of(name, names).map(n -> "; did you mean " + n + "?").orElse(""));
  }

  private Object[][] block(List<double[]> values) {
    Object[][] cells = new Object[to - from][values.size()];
    for (int i = from; i < to; i++) {
      for (int j = 0; j < values.size(); j++) {
        double value = values.get(j)[i];
        cells[i - from][j] = Double.isNaN(value) ? null : (Object) value;
      }
    }
    return cells;
  }

  private Object[][] dates() {
    Object[][] cells = new Object[to - from][1];
    for (int i = from; i < to; i++) {
      double fraction = table.isDaily() ? 0 : table.seconds()[i] / 86_400.0;
      cells[i - from][0] = SerialDates.of(table.dates().get(i)) + fraction;
    }
    return cells;
  }

  @Override
  public Object cell(String sheet, int row, int column) {
    throw NoCells.refusal();
  }

  @Override
  public Object[][] range(
      String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    throw NoCells.refusal();
  }
}
