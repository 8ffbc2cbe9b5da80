package io.ballast.market;

import java.util.Arrays;
import java.util.List;

/** The columns close, open, high, low and volume of a file, in any case; the last four optional. */
final class BarColumns {
  private final CsvTable file;
  private final int[] columns = new int[PriceField.values().length];
  private final double[] values = new double[columns.length];

  BarColumns(CsvTable file) {
    this.file = file;
    for (PriceField field : PriceField.values()) {
      columns[field.ordinal()] = file.column(field.label());
    }
  }

  /** Notes the columns that are neither these nor among those given. */
  void reportUnused(PriceCollector prices, int... used) {
    List<Integer> others = Arrays.stream(used).boxed().toList();
    for (int column = 0; column < file.header().size(); column++) {
      int c = column;
      if (!others.contains(c) && Arrays.stream(columns).noneMatch(known -> known == c)) {
        prices.note(
            new Finding(
                file.file(),
                1,
                null,
                "",
                "the column " + Fields.shown(file.header().get(column)) + " is not known",
                "not used"));
      }
    }
  }

  /** The values of a row in the order of {@link PriceField}; the array is used again. */
  double[] read(int row) throws MarketException {
    for (PriceField field : PriceField.values()) {
      int column = columns[field.ordinal()];
      double value = Double.NaN;
      if (column >= 0) {
        value =
            field == PriceField.VOLUME
                ? PriceCollector.volume(file, row, column)
                : PriceCollector.price(file, row, column);
      }
      values[field.ordinal()] = value;
    }
    return values;
  }
}
