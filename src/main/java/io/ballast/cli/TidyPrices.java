package io.ballast.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.ballast.market.PriceTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a price table as tidy CSV: a row for each asset and date, with the columns date, asset,
 * close and, where the table has them, open, high, low, volume.
 *
 * <p>Bars shorter than a day have date and time in UTC. Numbers have as many digits as make them
 * the same double when they are read again. A date on which an asset has nothing is no row.
 */
final class TidyPrices {
  private TidyPrices() {}

  static void write(PriceTable table, OutputStream out) throws IOException {
    List<String> header = new ArrayList<>(List.of("date", "asset", "close"));
    List<double[][]> fields = new ArrayList<>();
    fields.add(table.close());
    String[] names = {"open", "high", "low", "volume"};
    double[][][] optional = {table.open(), table.high(), table.low(), table.volume()};
    for (int i = 0; i < names.length; i++) {
      if (optional[i] != null) {
        header.add(names[i]);
        fields.add(optional[i]);
      }
    }
    CsvWriter csv =
        CsvWriter.builder()
            .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    csv.writeRecord(header);
    String[] record = new String[header.size()];
    for (int a = 0; a < table.assets().size(); a++) {
      record[1] = table.assets().get(a);
      for (int d = 0; d < table.dates().size(); d++) {
        boolean any = false;
        for (int f = 0; f < fields.size(); f++) {
          double value = fields.get(f)[a][d];
          any |= !Double.isNaN(value);
          record[f + 2] = Double.isNaN(value) ? "" : text(value);
        }
        if (any) {
          record[0] = table.isDaily() ? table.dates().get(d).toString() : table.time(d) + "Z";
          csv.writeRecord(record);
        }
      }
    }
    csv.flush();
  }

  private static String text(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    String text = Double.toString(value);
    return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
  }
}
