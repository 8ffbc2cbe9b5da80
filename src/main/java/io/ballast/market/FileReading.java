package io.ballast.market;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One price file: what it was recognised as, its prices by asset, and findings.
 *
 * <p>The file is read once when its first rows tell how dates and numbers are written. When only
 * the whole column can tell (day or month first, decimal point or comma) it is read once more to
 * decide.
 */
final class FileReading {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int MOST_COLUMNS = 16_384;
  private static final String DATE_EXPECTED =
      "a date such as 2024-01-31, a date and time, or seconds since 1970";

  private final InputFile input;
  private final PriceOptions options;
  private final String givenName;
  private final String file;

  private RowSource source;
  private Layout layout;
  private List<Finding> findings;
  private Map<String, PriceSeries> byName;
  private PriceSeries[] byGroup;
  private TimeReader times;
  private NumberReader numbers;
  private TimeReader.Order order;
  private char decimal;
  private boolean decided;
  private boolean localDates;

  private final double[] bar = new double[PriceField.values().length];
  private long rows;
  private long rowsSeen;
  private Row pending;
  private PriceSeries lastSeries;
  private char[] lastAsset;
  private Map<TimeReader.Kind, Long> kinds;
  private TimeReader.Kind lastKind;
  private Map<String, Refused> refused;
  private Map<Character, Long> currencies;
  private String[] cutOff;
  private long cutOffLine;

  /**
   * @param givenName the asset's name, null to take it from content or file name
   */
  FileReading(InputFile input, PriceOptions options, String givenName) {
    this.input = input;
    this.options = options;
    this.givenName = givenName;
    this.file = input.name();
  }

  /** A price that cannot be one, and those of its kind. */
  private static final class Refused {
    private final String asset;
    private final String what;
    private final long line;
    private final long firstTime;
    private long lastTime;
    private int count;

    Refused(String asset, String what, long line, long time) {
      this.asset = asset;
      this.what = what;
      this.line = line;
      this.firstTime = time;
    }
  }

  /** Thrown when a field can only be read after the whole column was looked at. */
  private static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecided() {
      super(null, null, false, false);
    }
  }

  String file() {
    return file;
  }

  Layout layout() {
    return layout;
  }

  List<Finding> findings() {
    return findings;
  }

  List<PriceSeries> series() {
    return List.copyOf(byName.values());
  }

  /** The number of rows with a time. */
  long rows() {
    return rows;
  }

  /**
   * Reads the file.
   *
   * @throws MarketException if it holds no prices or some that cannot be read
   */
  void read() throws MarketException {
    input.check();
    try {
      if (input.isWorkbook()) {
        read(new XlsxRows(input));
        return;
      }
      try {
        read(new CsvRows(input, StandardCharsets.UTF_8, options.separator()));
      } catch (CharacterCodingException e) {
        readAsWindows();
      }
    } catch (IOException e) {
      throw input.unreadable(e);
    }
  }

  private void readAsWindows() throws IOException, MarketException {
    try {
      read(new CsvRows(input, WINDOWS, options.separator()));
    } catch (CharacterCodingException e) {
      throw CsvTable.notUtf8(input.open(), file);
    }
    note(Severity.NOTE, 0, null, "", "text that is not UTF-8", "read as Windows-1252");
  }

  private void read(RowSource rowSource) throws IOException, MarketException {
    source = rowSource;
    List<String[]> sample = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    source.read(
        row -> {
          if (row.size() > MOST_COLUMNS) {
            throw new MarketException(
                "%s: line %d: found %d fields, expected at most %d"
                    .formatted(file, row.line(), row.size(), MOST_COLUMNS));
          }
          sample.add(row.fields());
          lines.add(row.line());
          return sample.size() < Recogniser.SAMPLE;
        });
    layout = new Recogniser(file, sample, lines, options.dateFormat()).layout();
    if (givenName != null && !layout.isSingleAsset()) {
      throw new MarketException(
          file
              + ": found a file that names its assets itself, expected one of a single asset for the"
              + " asset's name "
              + givenName);
    }
    decimal = options.decimal() == null ? 0 : options.decimal();
    order = TimeReader.Order.UNKNOWN;
    decided = false;
    localDates = false;
    localDates = areLocalDates(sample);
    try {
      readRows();
    } catch (Undecided e) {
      decide();
      readRows();
    }
    finish();
  }

  /** Whether the first rows hold midnights of another time zone: then they are dates. */
  private boolean areLocalDates(List<String[]> sample) {
    TimeReader reader = new TimeReader(options.dateFormat(), TimeReader.Order.UNKNOWN);
    boolean offset = false;
    for (int r = layout.firstRow(); r < sample.size(); r++) {
      String[] fields = sample.get(r);
      if (layout.time() < fields.length) {
        long time = reader.read(fields[layout.time()]);
        boolean known = time != TimeReader.NONE && time != TimeReader.UNDECIDED;
        if (known && Math.floorMod(time + reader.offset(), TimeReader.DAY) != 0) {
          return false;
        }
        offset |= known && reader.offset() != 0;
      }
    }
    return offset;
  }

  private void readRows() throws IOException, MarketException {
    findings = new ArrayList<>();
    byName = new LinkedHashMap<>();
    byGroup = new PriceSeries[layout.groups().size()];
    kinds = new EnumMap<>(TimeReader.Kind.class);
    lastKind = null;
    refused = new LinkedHashMap<>();
    currencies = new LinkedHashMap<>();
    times = new TimeReader(options.dateFormat(), order);
    numbers = new NumberReader(decimal);
    rows = 0;
    rowsSeen = 0;
    pending = null;
    lastSeries = null;
    lastAsset = new char[0];
    cutOff = null;
    source.read(this::accept);
    byName.values().forEach(PriceSeries::flush);
  }

  private boolean accept(Row row) throws MarketException {
    if (rowsSeen++ < layout.firstRow()) {
      return true;
    }
    if (cutOff != null) {
      throw new MarketException(
          "%s: line %d: found %d fields, expected %d as in the header"
              .formatted(file, cutOffLine, cutOff.length, layout.width()));
    }
    if (pending != null) {
      throw noTime(pending);
    }
    if (!hasFields(row)) {
      return true;
    }
    long time = time(row);
    if (time == TimeReader.NONE) {
      if (isHeaderAgain(row)) {
        note(Severity.NOTE, row.line(), null, "", "the header again", "passed over");
        return true;
      }
      if (isMissing(row, layout.time()) || hasNumber(row)) {
        throw noTime(row);
      }
      pending = copy(row);
      return true;
    }
    add(row, time);
    rows++;
    return true;
  }

  /** Whether a row has as many fields as the header; a shorter one may be the last, cut off. */
  private boolean hasFields(Row row) throws MarketException {
    if (row.size() == layout.width() || source.separator() == 0 && row.size() < layout.width()) {
      return true;
    }
    if (row.size() < layout.width()) {
      cutOff = row.fields();
      cutOffLine = row.line();
      return false;
    }
    for (int c = layout.width(); c < row.size(); c++) {
      if (!row.isBlank(c)) {
        throw new MarketException(
            "%s: line %d: found %d fields, expected %d as in the header"
                .formatted(file, row.line(), row.size(), layout.width()));
      }
    }
    return true;
  }

  private long time(Row row) throws MarketException {
    int column = layout.time();
    if (column >= row.size()) {
      return TimeReader.NONE;
    }
    long time = times.read(row.text, row.start(column), row.end(column));
    if (time == TimeReader.NONE) {
      return time;
    }
    TimeReader.Kind kind = times.kind();
    if (time == TimeReader.UNDECIDED) {
      throw new Undecided();
    }
    if (kind != lastKind) {
      kinds.putIfAbsent(kind, row.line());
      lastKind = kind;
    }
    if (layout.timeOfDay() >= 0 && !times.hasTime() && !row.isBlank(layout.timeOfDay())) {
      int second = times.readTimeOfDay(row.field(layout.timeOfDay()));
      if (second < 0) {
        throw fault(row, layout.timeOfDay(), "a time of day such as 15:30");
      }
      return time + second;
    }
    if (localDates) {
      time += times.offset();
      if (Math.floorMod(time, TimeReader.DAY) != 0) {
        throw fault(row, column, "midnight, as in the rows above");
      }
    }
    return time;
  }

  private void add(Row row, long time) throws MarketException {
    List<Layout.Group> groups = layout.groups();
    for (int g = 0; g < groups.size(); g++) {
      PriceSeries series = series(row, g);
      int[] columns = groups.get(g).columns();
      for (int field = 0; field < bar.length; field++) {
        bar[field] =
            columns[field] < 0 ? Double.NaN : value(row, columns[field], field, series, time);
      }
      series.add(time, row.line(), bar);
    }
  }

  private PriceSeries series(Row row, int group) throws MarketException {
    int column = layout.asset();
    if (column < 0) {
      if (byGroup[group] == null) {
        byGroup[group] = series(fixedAsset(layout.groups().get(group).asset()));
      }
      return byGroup[group];
    }
    int start = column < row.size() ? row.start(column) : 0;
    int end = column < row.size() ? row.end(column) : 0;
    if (lastSeries != null && Arrays.equals(row.text, start, end, lastAsset, 0, lastAsset.length)) {
      return lastSeries;
    }
    lastAsset = Arrays.copyOfRange(row.text, start, end);
    String name = new String(lastAsset);
    PriceSeries series = byName.get(name);
    if (series == null) {
      if (name.isEmpty() || Fields.hasControlCharacter(name)) {
        throw fault(row, column, "an asset's name without control characters");
      }
      // A column of symbols holds pairs; one of assets holds names that a person chose.
      boolean chosen = Words.plain(layout.headings().get(column)).equals("asset");
      AssetNames.Pair pair = chosen ? null : AssetNames.pair(name);
      series = new PriceSeries(pair == null ? new AssetNames.Pair(name, "") : pair);
      byName.put(name, series);
    }
    lastSeries = series;
    return series;
  }

  private PriceSeries series(AssetNames.Pair asset) {
    return byName.computeIfAbsent(asset.asset(), name -> new PriceSeries(asset));
  }

  private AssetNames.Pair fixedAsset(String heading) throws MarketException {
    AssetNames.Pair known = AssetNames.ofFile(file);
    String quote = layout.quote().isEmpty() && known != null ? known.quote() : layout.quote();
    if (givenName != null) {
      return new AssetNames.Pair(givenName, quote);
    }
    if (heading != null) {
      return new AssetNames.Pair(heading, "");
    }
    if (known != null) {
      return new AssetNames.Pair(known.asset(), quote);
    }
    String stem = AssetNames.stem(file);
    if (stem.isEmpty() || Fields.hasControlCharacter(stem)) {
      throw new MarketException(
          Fields.shown(file)
              + ": found no asset's name in the file's name, expected one such as BTC.csv");
    }
    return new AssetNames.Pair(stem, quote);
  }

  private double value(Row row, int column, int field, PriceSeries series, long time)
      throws MarketException {
    if (isMissing(row, column)) {
      return Double.NaN;
    }
    boolean volume = field == PriceField.VOLUME.ordinal();
    int start = row.start(column);
    int end = row.end(column);
    double value = numbers.read(row.text, start, end);
    if (value == NumberReader.UNDECIDED) {
      throw new Undecided();
    }
    if (Double.isNaN(value)) {
      if (volume && end - start == 1 && (row.text[start] == '-' || row.text[start] == '—')) {
        return Double.NaN;
      }
      throw fault(
          row,
          column,
          volume
              ? "a volume such as 1234.5, or a blank"
              : "a price above 0 such as 1234.5, or a blank");
    }
    if (numbers.currency() != 0) {
      currencies.putIfAbsent(numbers.currency(), row.line());
    }
    if (volume ? value < 0 : value <= 0) {
      String what = PriceField.values()[field].label() + (value == 0 ? " of 0" : " below 0");
      Refused known =
          refused.computeIfAbsent(
              series.asset.asset() + "\n" + what,
              key -> new Refused(series.asset.asset(), what, row.line(), time));
      known.count++;
      known.lastTime = time;
      return Double.NaN;
    }
    return value;
  }

  private static boolean isMissing(Row row, int column) {
    if (row.isBlank(column)) {
      return true;
    }
    int start = row.start(column);
    int length = row.end(column) - start;
    char first = row.text[start];
    boolean mayBe = first == 'n' || first == 'N' || first == '#' || first == '.';
    return mayBe
        && length <= 4
        && (length == 1 && first == '.' || Fields.isMissing(row.field(column)));
  }

  private boolean hasNumber(Row row) {
    for (Layout.Group group : layout.groups()) {
      for (int column : group.columns()) {
        if (column >= 0 && column < row.size() && !Double.isNaN(numbers.read(row.field(column)))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isHeaderAgain(Row row) {
    for (int c = 0; c < row.size(); c++) {
      if (c >= layout.width() || !row.field(c).equals(layout.headings().get(c))) {
        return false;
      }
    }
    return true;
  }

  private static Row copy(Row row) {
    Row result = new Row();
    result.begin(row.line());
    for (String field : row.fields()) {
      result.add(field);
    }
    return result;
  }

  private MarketException noTime(Row row) {
    if (options.dateFormat() != null) {
      return fault(row, layout.time(), "a date written as " + options.dateFormat());
    }
    return fault(row, layout.time(), DATE_EXPECTED);
  }

  private MarketException fault(Row row, int column, String expected) {
    return new MarketException(
        "%s: row %d, column %s: found %s, expected %s"
            .formatted(
                file,
                row.line(),
                Fields.shown(layout.headings().get(column)),
                Fields.shown(row.field(column)),
                expected));
  }

  private void note(
      Severity severity, long line, LocalDate date, String asset, String what, String action) {
    findings.add(new Finding(severity, file, line, date, asset, what, action));
  }

  /** Looks at every date and number to decide how they are written. */
  private void decide() throws IOException, MarketException {
    if (decided) {
      throw new IllegalStateException(file + " changed while it was read");
    }
    decided = true;
    Evidence evidence = new Evidence(file, layout, options);
    source.read(evidence);
    order = evidence.order();
    decimal = evidence.decimal();
  }

  private void finish() throws MarketException {
    if (cutOff != null) {
      note(
          Severity.WARNING,
          cutOffLine,
          null,
          "",
          "the last line is cut off: %d of %d fields".formatted(cutOff.length, layout.width()),
          "not used");
    } else if (source.endsWithinLine() && rows > 1) {
      note(
          Severity.NOTE,
          0,
          null,
          "",
          "the last line has no line break: if it was cut off, its last number is wrong",
          "kept");
    }
    if (pending != null) {
      note(
          Severity.NOTE,
          pending.line(),
          null,
          "",
          "text below the prices: " + Fields.shown(pending.field(0)),
          "not used");
    }
    if (rows == 0) {
      throw new MarketException(
          file + ": found a header without any row, expected at least one row under it");
    }
    for (int column : layout.unused()) {
      note(
          Severity.NOTE,
          0,
          null,
          "",
          "the column " + Fields.shown(layout.headings().get(column)) + " is not known",
          "not used");
    }
    for (Refused r : refused.values()) {
      LocalDate first = TimeReader.date(r.firstTime);
      LocalDate last = TimeReader.date(r.lastTime);
      boolean newestFirst = last.isBefore(first);
      note(
          Severity.ERROR,
          r.line,
          first,
          r.asset,
          r.count == 1
              ? "%s on %s".formatted(r.what, first)
              : "%s in %d rows from %s to %s"
                  .formatted(
                      r.what, r.count, newestFirst ? last : first, newestFirst ? first : last),
          "left missing");
    }
    noteKinds();
    if (currencies.size() > 1) {
      note(
          Severity.ERROR,
          currencies.values().stream().mapToLong(l -> l).max().orElseThrow(),
          null,
          "",
          "prices with different currency signs: "
              + currencies.keySet().stream().map(String::valueOf).collect(Collectors.joining(" ")),
          "kept as they are: not comparable");
    }
    if (layout.name().equals("CoinGecko")) {
      note(
          Severity.NOTE,
          0,
          null,
          "",
          "prices are those of 00:00 UTC, which other sources date a day earlier as a close",
          "dated as in the file");
    }
  }

  private void noteKinds() {
    if (kinds.size() < 2) {
      return;
    }
    List<Map.Entry<TimeReader.Kind, Long>> ways =
        kinds.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
    boolean counts = ways.stream().allMatch(way -> way.getKey().isCount());
    for (int i = 1; i < ways.size(); i++) {
      note(
          counts ? Severity.NOTE : Severity.WARNING,
          ways.get(i).getValue(),
          null,
          "",
          "%s, where the rows above hold %s, first here"
              .formatted(ways.get(i).getKey().words, ways.get(0).getKey().words),
          counts ? "each read by its size" : "each read as it is written");
    }
  }
}
