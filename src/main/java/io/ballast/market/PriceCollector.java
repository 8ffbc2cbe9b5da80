package io.ballast.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers prices from files of any layout and aligns them by date.
 *
 * <p>Dates that do not ascend are sorted, and a date that is there twice with the same values
 * counts once; both are findings. A value that one of the two rows lacks is taken from the other.
 */
final class PriceCollector {
  private final Map<String, PriceSeries> series = new LinkedHashMap<>();
  private final List<CsvTable> files = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final double[] closeAlone = new double[1];
  private boolean unsorted;

  /** Starts a file. */
  void file(CsvTable file) {
    files.add(file);
    unsorted = false;
  }

  void note(Finding finding) {
    findings.add(finding);
  }

  /** The series of an asset, new if this is its first mention. */
  PriceSeries series(String asset) {
    return series.computeIfAbsent(asset, PriceSeries::new);
  }

  void add(PriceSeries asset, int row, int day, double close) {
    closeAlone[0] = close;
    add(asset, row, day, closeAlone);
  }

  /**
   * Adds what a row of the current file says of an asset on a day.
   *
   * @param bar in the order of {@link PriceField}, perhaps not all of them; not kept
   */
  void add(PriceSeries asset, int row, int day, double[] bar) {
    int file = files.size() - 1;
    long line = files.get(file).line(row);
    int last = asset.size - 1;
    if (!unsorted && last >= 0 && asset.files[last] == file && day < asset.days[last]) {
      unsorted = true;
      note(
          new Finding(
              files.get(file).file(),
              line,
              LocalDate.ofEpochDay(day),
              "",
              "dates do not ascend, first here",
              "sorted by date"));
    }
    asset.add(day, file, line, bar);
  }

  /** A price in a field: above 0, or {@code NaN} if it is missing. */
  static double price(CsvTable file, int row, int column) throws MarketException {
    double value = number(file, row, column, "a price above 0 such as 1234.5, or a blank");
    if (value <= 0) {
      throw file.fault(row, column, "a price above 0, or a blank");
    }
    return value;
  }

  /** A volume in a field: at least 0, or {@code NaN} if it is missing. */
  static double volume(CsvTable file, int row, int column) throws MarketException {
    double value = number(file, row, column, "a volume such as 1234.5, or a blank");
    if (value < 0) {
      throw file.fault(row, column, "a volume of at least 0, or a blank");
    }
    return value;
  }

  private static double number(CsvTable file, int row, int column, String expected)
      throws MarketException {
    String text = file.row(row)[column];
    if (Fields.isMissing(text)) {
      return Double.NaN;
    }
    try {
      return Fields.number(text);
    } catch (NumberFormatException e) {
      throw file.fault(row, column, expected);
    }
  }

  /**
   * The prices of all files on common dates.
   *
   * @param source the name of the file or folder, for findings
   * @throws MarketException if two rows give different prices for the same asset and date
   */
  PriceReading table(String source) throws MarketException {
    int first = Integer.MAX_VALUE;
    for (PriceSeries asset : series.values()) {
      for (int i = 0; i < asset.size; i++) {
        first = Math.min(first, asset.days[i]);
      }
    }
    BitSet days = new BitSet();
    for (PriceSeries asset : series.values()) {
      for (int i = 0; i < asset.size; i++) {
        days.set(asset.days[i] - first);
      }
    }
    int[] position = new int[days.length()];
    List<LocalDate> dates = new ArrayList<>();
    for (int d = days.nextSetBit(0); d >= 0; d = days.nextSetBit(d + 1)) {
      position[d] = dates.size();
      dates.add(LocalDate.ofEpochDay((long) first + d));
    }
    double[][][] columns = columns(dates.size());
    Repetitions repetitions = new Repetitions();
    int column = 0;
    for (PriceSeries asset : series.values()) {
      int[] order = asset.order();
      for (int i = 0; i < order.length; i++) {
        int at = order[i];
        boolean again = i > 0 && asset.days[order[i - 1]] == asset.days[at];
        if (again) {
          repetitions.add(asset, at);
        }
        for (PriceField field : PriceField.values()) {
          double[] values = asset.values[field.ordinal()];
          if (values != null && !Double.isNaN(values[at])) {
            double[] target = columns[field.ordinal()][column];
            int date = position[asset.days[at] - first];
            if (!Double.isNaN(target[date]) && target[date] != values[at]) {
              throw conflict(asset, order, i, field, target[date]);
            }
            target[date] = values[at];
          }
        }
      }
      column++;
    }
    PriceTable table =
        new PriceTable(
            List.copyOf(dates),
            List.copyOf(series.keySet()),
            columns[PriceField.CLOSE.ordinal()],
            columns[PriceField.OPEN.ordinal()],
            columns[PriceField.HIGH.ordinal()],
            columns[PriceField.LOW.ordinal()],
            columns[PriceField.VOLUME.ordinal()]);
    repetitions.report();
    findings.addAll(new PriceQuality(source, table).findings());
    return new PriceReading(table, List.copyOf(findings));
  }

  /** By field, asset and date, all missing; null for a field that no file gave. */
  private double[][][] columns(int dates) {
    double[][][] result = new double[PriceField.values().length][][];
    for (PriceField field : PriceField.values()) {
      boolean given =
          field == PriceField.CLOSE
              || series.values().stream().anyMatch(s -> s.values[field.ordinal()] != null);
      if (given) {
        double[][] columns = new double[series.size()][dates];
        for (double[] values : columns) {
          Arrays.fill(values, Double.NaN);
        }
        result[field.ordinal()] = columns;
      }
    }
    return result;
  }

  private MarketException conflict(
      PriceSeries asset, int[] order, int i, PriceField field, double earlier) {
    int at = order[i];
    int first = i;
    while (asset.values[field.ordinal()][order[first - 1]] != earlier) {
      first--;
    }
    int before = order[first - 1];
    String where = files.get(asset.files[before]).file();
    return new MarketException(
        "%s: row %d: found %s %s of %s on %s, expected %s as in row %d%s"
            .formatted(
                files.get(asset.files[at]).file(),
                asset.lines[at],
                field.label(),
                asset.values[field.ordinal()][at],
                Fields.shown(asset.asset),
                LocalDate.ofEpochDay(asset.days[at]),
                earlier,
                asset.lines[before],
                asset.files[before] == asset.files[at] ? "" : " of " + where));
  }

  /** Rows that repeat a date, each reported once however many assets it holds. */
  private final class Repetitions {
    private final Map<Long, Finding> byRow = new LinkedHashMap<>();

    void add(PriceSeries asset, int at) {
      long line = asset.lines[at];
      int file = asset.files[at];
      byRow.merge(
          ((long) file << 40) | line,
          finding(files.get(file).file(), line, asset.days[at], asset.asset),
          (one, other) -> finding(one.file(), one.row(), asset.days[at], ""));
    }

    private Finding finding(String file, long line, int day, String asset) {
      return new Finding(
          file, line, LocalDate.ofEpochDay(day), asset, "the date is there twice", "counted once");
    }

    void report() {
      findings.addAll(byRow.values());
    }
  }
}
