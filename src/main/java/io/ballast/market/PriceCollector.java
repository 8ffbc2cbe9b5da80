package io.ballast.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gathers prices from files of any layout and aligns them by time.
 *
 * <p>Rows that do not ascend are sorted, and a time that is there twice with the same values counts
 * once; both are findings. A value that one of the two rows lacks is taken from the other.
 */
final class PriceCollector {
  /** Bars at least this long are days: clocks are put forward once a year. */
  private static final long SHORTEST_DAY = 20 * 3600;

  private final PriceOptions options;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> fileNames = new ArrayList<>();
  private final List<PriceFile> files = new ArrayList<>();
  private final List<PriceSeries> all = new ArrayList<>();
  private final List<Long> bars = new ArrayList<>();

  PriceCollector(PriceOptions options) {
    this.options = options;
  }

  void note(Finding finding) {
    findings.add(finding);
  }

  /** Takes what a file holds. */
  void add(FileReading file) throws MarketException {
    findings.addAll(file.findings());
    int number = fileNames.size();
    fileNames.add(file.file());
    List<PriceSeries> series = file.series();
    noteOrder(file.file(), series);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (PriceSeries one : series) {
      one.file = number;
      one.sort();
      first = Math.min(first, one.times[0]);
      last = Math.max(last, one.times[one.size - 1]);
    }
    long bar = bar(series);
    boolean daily = bar >= SHORTEST_DAY;
    if (daily) {
      series.forEach(PriceCollector::toDays);
    }
    bars.add(daily ? TimeReader.DAY : bar);
    all.addAll(series);
    files.add(
        new PriceFile(
            file.file(),
            file.layout().name(),
            series.stream().map(s -> s.asset.asset()).distinct().toList(),
            file.rows(),
            TimeReader.date(first),
            TimeReader.date(last)));
  }

  private void noteOrder(String file, List<PriceSeries> series) {
    PriceSeries unsorted = null;
    int position = 0;
    boolean newestFirst = true;
    for (PriceSeries one : series) {
      newestFirst &= one.size > 1 && one.isStrictlyDescending();
      for (int i = 1; i < one.size; i++) {
        if (one.times[i] < one.times[i - 1]) {
          if (unsorted == null || one.lines[i] < unsorted.lines[position]) {
            unsorted = one;
            position = i;
          }
          break;
        }
      }
    }
    if (unsorted != null) {
      note(
          new Finding(
              file,
              newestFirst ? 0 : unsorted.lines[position],
              newestFirst ? null : TimeReader.date(unsorted.times[position]),
              "",
              newestFirst
                  ? "dates descend: the newest is first"
                  : "dates do not ascend, first here",
              "sorted by date"));
    }
  }

  /** The length of a file's bars: the shortest that any asset commonly has; days if none tells. */
  private static long bar(List<PriceSeries> series) {
    long shortest = Long.MAX_VALUE;
    for (PriceSeries one : series) {
      long step = one.step();
      if (step > 0) {
        shortest = Math.min(shortest, step);
      }
    }
    return shortest == Long.MAX_VALUE ? TimeReader.DAY : shortest;
  }

  private static void toDays(PriceSeries series) {
    for (int i = 0; i < series.size; i++) {
      series.times[i] = Math.floorDiv(series.times[i], TimeReader.DAY) * TimeReader.DAY;
    }
  }

  /**
   * The prices of all files on common times.
   *
   * @param name of the files together, for findings that concern no single one
   * @throws MarketException if two rows give different prices for the same asset and time and the
   *     options do not say which to take, or if bars are of different lengths
   */
  PriceReading table(String name) throws MarketException {
    boolean daily = options.daily() || bars.stream().allMatch(bar -> bar == TimeReader.DAY);
    if (!daily) {
      checkOneBar();
    }
    List<PriceSeries> assets = new ArrayList<>();
    List<String> names = new ArrayList<>();
    byName()
        .forEach(
            (asset, parts) -> {
              names.add(asset);
              assets.add(PriceSeries.joined(parts));
            });
    all.clear();
    Repetitions repetitions = new Repetitions();
    for (int a = 0; a < assets.size(); a++) {
      PriceSeries series = assets.get(a);
      series.sort();
      merge(series, names.get(a), repetitions);
      if (daily) {
        makeDaily(series, names.get(a));
      }
    }
    repetitions.report();
    long[] axis = daily ? days(assets) : times(assets);
    Origins origins = new Origins(fileNames, assets.size());
    double[][][] columns = new double[PriceField.values().length][][];
    for (int a = 0; a < assets.size(); a++) {
      place(assets.set(a, null), a, axis, columns, origins, names.size());
    }
    long bar = daily ? TimeReader.DAY : bars.get(0);
    PriceTable table = table(axis, daily, names, columns, List.of());
    findings.addAll(new PriceQuality(name, table, origins, bar).findings());
    table = table(axis, daily, names, columns, List.copyOf(findings));
    if (options.align() == PriceOptions.Align.INNER) {
      table = inner(table);
    }
    return new PriceReading(table, List.copyOf(files));
  }

  private void checkOneBar() throws MarketException {
    for (int f = 1; f < bars.size(); f++) {
      if (!bars.get(f).equals(bars.get(0))) {
        throw new MarketException(
            "%s: found bars of %s and in %s bars of %s, expected one length, or --daily to make days of them"
                .formatted(
                    fileNames.get(f), words(bars.get(f)), fileNames.get(0), words(bars.get(0))));
      }
    }
  }

  /** A length of time for a person. */
  static String words(long seconds) {
    long[] units = {TimeReader.DAY, 3600, 60};
    String[] unitNames = {"day", "hour", "minute"};
    for (int u = 0; u < units.length; u++) {
      if (seconds % units[u] == 0) {
        long count = seconds / units[u];
        return count + " " + unitNames[u] + (count == 1 ? "" : "s");
      }
    }
    return seconds + " seconds";
  }

  /** Series by asset; an asset in two currencies is two. */
  private Map<String, List<PriceSeries>> byName() {
    Map<String, Set<String>> currencies = new LinkedHashMap<>();
    Set<String> mix = new TreeSet<>();
    for (PriceSeries series : all) {
      String currency = AssetNames.currency(series.asset.quote());
      if (!currency.isEmpty()) {
        currencies.computeIfAbsent(series.asset.asset(), a -> new TreeSet<>()).add(currency);
        mix.add(currency);
      }
    }
    if (mix.size() > 1) {
      note(
          new Finding(
              Severity.WARNING,
              "",
              0,
              null,
              "",
              "prices in different currencies: " + String.join(", ", mix),
              "kept as they are: convert them before comparing assets"));
    }
    Map<String, List<PriceSeries>> result = new LinkedHashMap<>();
    for (PriceSeries series : all) {
      String asset = series.asset.asset();
      boolean several = currencies.getOrDefault(asset, Set.of()).size() > 1;
      String quote = series.asset.quote();
      String key = several && !quote.isEmpty() ? asset + "-" + quote : asset;
      result.computeIfAbsent(key, k -> new ArrayList<>()).add(series);
    }
    return result;
  }

  /** Makes one row of rows with the same time. */
  private void merge(PriceSeries series, String name, Repetitions repetitions)
      throws MarketException {
    int kept = 0;
    Runs different = new Runs("different values on one date", "runs");
    for (int i = 1; i < series.size; i++) {
      if (series.times[i] != series.times[kept]) {
        kept++;
        if (kept != i) {
          series.move(i, kept);
        }
        continue;
      }
      boolean differs = false;
      for (double[] values : series.values) {
        if (values == null || Double.isNaN(values[i])) {
          continue;
        }
        if (!Double.isNaN(values[kept]) && values[kept] != values[i]) {
          differs = true;
          if (options.onDuplicate() == PriceOptions.OnDuplicate.ERROR) {
            throw conflict(series, name, kept, i);
          }
        }
        boolean last = options.onDuplicate() == PriceOptions.OnDuplicate.LAST;
        if (last || Double.isNaN(values[kept])) {
          values[kept] = values[i];
        }
      }
      LocalDate date = TimeReader.date(series.times[i]);
      if (differs) {
        different.add(i, 1, date, date);
      } else {
        repetitions.add(fileNames.get(series.fileOf(i)), series.lines[i], date, name);
      }
    }
    int[] lines = series.lines;
    different.tell(
        (position, date, what) ->
            note(
                new Finding(
                    Severity.WARNING,
                    fileNames.get(series.fileOf(position)),
                    lines[position],
                    date,
                    name,
                    what,
                    "took the row that comes "
                        + (options.onDuplicate() == PriceOptions.OnDuplicate.FIRST
                            ? "first"
                            : "last"))));
    series.size = series.size == 0 ? 0 : kept + 1;
  }

  private MarketException conflict(PriceSeries series, String name, int kept, int i) {
    PriceField field = PriceField.CLOSE;
    for (PriceField one : PriceField.values()) {
      double[] values = series.values[one.ordinal()];
      if (values != null
          && !Double.isNaN(values[i])
          && !Double.isNaN(values[kept])
          && values[i] != values[kept]) {
        field = one;
        break;
      }
    }
    String where = fileNames.get(series.fileOf(kept));
    double[] values = series.values[field.ordinal()];
    return new MarketException(
        "%s: row %d: found %s %s of %s on %s, expected %s as in row %d%s, or --on-duplicate first or last"
            .formatted(
                fileNames.get(series.fileOf(i)),
                series.lines[i],
                field.label(),
                values[i],
                Fields.shown(name),
                TimeReader.shown(series.times[i]),
                values[kept],
                series.lines[kept],
                series.fileOf(kept) == series.fileOf(i) ? "" : " of " + where));
  }

  private void makeDaily(PriceSeries series, String name) {
    long bar = bars.get(series.fileOf(0));
    if (bar == TimeReader.DAY) {
      return;
    }
    DailyBars days = new DailyBars(series, bar);
    days.make();
    days.incomplete.tell(
        (position, date, what) ->
            note(
                new Finding(
                    Severity.NOTE,
                    fileNames.get(series.fileOf(position)),
                    series.lines[position],
                    date,
                    name,
                    what,
                    "made a day of what is there")));
  }

  private static long[] days(List<PriceSeries> assets) {
    long first = Long.MAX_VALUE;
    for (PriceSeries series : assets) {
      if (series.size > 0) {
        first = Math.min(first, series.times[0]);
      }
    }
    BitSet days = new BitSet();
    for (PriceSeries series : assets) {
      for (int i = 0; i < series.size; i++) {
        days.set((int) ((series.times[i] - first) / TimeReader.DAY));
      }
    }
    long[] result = new long[days.cardinality()];
    int size = 0;
    for (int d = days.nextSetBit(0); d >= 0; d = days.nextSetBit(d + 1)) {
      result[size++] = first + (long) d * TimeReader.DAY;
    }
    return result;
  }

  private static long[] times(List<PriceSeries> assets) {
    long[] result = new long[0];
    for (PriceSeries series : assets) {
      result = union(result, series.times, series.size);
    }
    return result;
  }

  private static long[] union(long[] one, long[] other, int size) {
    if (one.length == size && Arrays.equals(one, 0, size, other, 0, size)) {
      return one;
    }
    long[] result = new long[one.length + size];
    int length = 0;
    for (int i = 0, j = 0; i < one.length || j < size; ) {
      long next = j >= size || i < one.length && one[i] <= other[j] ? one[i] : other[j];
      i += i < one.length && one[i] == next ? 1 : 0;
      j += j < size && other[j] == next ? 1 : 0;
      result[length++] = next;
    }
    return Arrays.copyOf(result, length);
  }

  /** Puts an asset's prices into the columns of the table. */
  private static void place(
      PriceSeries series,
      int asset,
      long[] axis,
      double[][][] columns,
      Origins origins,
      int assets) {
    int[] positions = new int[series.size];
    for (int i = 0, at = 0; i < series.size; i++) {
      while (axis[at] < series.times[i]) {
        at++;
      }
      positions[i] = at;
    }
    origins.put(asset, series, positions, axis.length);
    for (int field = 0; field < columns.length; field++) {
      double[] values = series.values[field];
      if (values == null) {
        continue;
      }
      series.values[field] = null;
      if (columns[field] == null) {
        columns[field] = new double[assets][];
      }
      if (series.size == axis.length) {
        columns[field][asset] =
            values.length == axis.length ? values : Arrays.copyOf(values, axis.length);
        continue;
      }
      double[] column = new double[axis.length];
      Arrays.fill(column, Double.NaN);
      for (int i = 0; i < series.size; i++) {
        column[positions[i]] = values[i];
      }
      columns[field][asset] = column;
    }
  }

  private static PriceTable table(
      long[] axis, boolean daily, List<String> names, double[][][] columns, List<Finding> found) {
    List<LocalDate> dates = new ArrayList<>(axis.length);
    int[] seconds = daily ? null : new int[axis.length];
    LocalDate date = null;
    long day = Long.MIN_VALUE;
    for (int i = 0; i < axis.length; i++) {
      long next = Math.floorDiv(axis[i], TimeReader.DAY);
      if (next != day) {
        day = next;
        date = LocalDate.ofEpochDay(day);
      }
      dates.add(date);
      if (!daily) {
        seconds[i] = (int) Math.floorMod(axis[i], (long) TimeReader.DAY);
      }
    }
    for (double[][] field : columns) {
      for (int a = 0; field != null && a < field.length; a++) {
        if (field[a] == null) {
          field[a] = new double[axis.length];
          Arrays.fill(field[a], Double.NaN);
        }
      }
    }
    return new PriceTable(
        List.copyOf(dates),
        List.copyOf(names),
        columns[PriceField.CLOSE.ordinal()],
        columns[PriceField.OPEN.ordinal()],
        columns[PriceField.HIGH.ordinal()],
        columns[PriceField.LOW.ordinal()],
        columns[PriceField.VOLUME.ordinal()],
        seconds,
        found);
  }

  /** The dates on which every asset has a price. */
  private static PriceTable inner(PriceTable table) throws MarketException {
    int[] kept = new int[table.dates().size()];
    int size = 0;
    for (int i = 0; i < kept.length; i++) {
      boolean complete = true;
      for (double[] close : table.close()) {
        complete &= !Double.isNaN(close[i]);
      }
      if (complete) {
        kept[size++] = i;
      }
    }
    if (size == 0) {
      throw new MarketException(
          "found no date on which every asset has a price: "
              + String.join(", ", table.assets())
              + "; expected one, or --align outer");
    }
    int[] rows = Arrays.copyOf(kept, size);
    List<LocalDate> dates = new ArrayList<>(size);
    int[] seconds = table.seconds() == null ? null : new int[size];
    for (int i = 0; i < size; i++) {
      dates.add(table.dates().get(rows[i]));
      if (seconds != null) {
        seconds[i] = table.seconds()[rows[i]];
      }
    }
    return new PriceTable(
        List.copyOf(dates),
        table.assets(),
        take(table.close(), rows),
        take(table.open(), rows),
        take(table.high(), rows),
        take(table.low(), rows),
        take(table.volume(), rows),
        seconds,
        table.findings());
  }

  private static double[][] take(double[][] columns, int[] rows) {
    if (columns == null) {
      return null;
    }
    double[][] result = new double[columns.length][rows.length];
    for (int a = 0; a < columns.length; a++) {
      for (int i = 0; i < rows.length; i++) {
        result[a][i] = columns[a][rows[i]];
      }
    }
    return result;
  }

  /** Rows that repeat a date, each told once however many assets it holds. */
  private final class Repetitions {
    private static final int FEW = 3;

    private final Map<String, Map<Integer, Finding>> byFile = new LinkedHashMap<>();

    void add(String file, int line, LocalDate date, String asset) {
      byFile
          .computeIfAbsent(file, f -> new LinkedHashMap<>())
          .merge(
              line,
              finding(file, line, date, asset),
              (one, other) -> finding(file, line, date, ""));
    }

    private Finding finding(String file, int line, LocalDate date, String asset) {
      return new Finding(file, line, date, asset, "the date is there twice", "counted once");
    }

    void report() {
      for (Map<Integer, Finding> byLine : byFile.values()) {
        List<Finding> list = List.copyOf(byLine.values());
        if (list.size() <= FEW) {
          findings.addAll(list);
          continue;
        }
        Finding first = list.get(0);
        boolean oneAsset = list.stream().map(Finding::asset).distinct().count() == 1;
        findings.add(
            new Finding(
                first.file(),
                first.row(),
                first.date(),
                oneAsset ? first.asset() : "",
                "%d rows whose date is there twice, up to %s"
                    .formatted(list.size(), list.get(list.size() - 1).date()),
                "counted once"));
      }
    }
  }
}
