package io.ballast.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the layout of a file from its first rows: the header by the words that people and programs
 * use for dates, assets and prices, a file without header by the number and order of its values.
 */
final class Recogniser {
  /** How many rows are looked at. */
  static final int SAMPLE = 200;

  /** Words of columns that tell that the file has another layout; tickers such as OPEN exist. */
  private static final Set<String> OTHER_LAYOUT =
      Set.of("asset", "symbol", "volume", "marketcap", "totalvolume", "unix");

  /** Headings such as BTC_close, Close BTC-USD or ('Close', 'BTC-USD'). */
  private static final List<Pattern> COMPOSITE =
      List.of(
          Pattern.compile("\\(?'?(?<field>[\\p{L} ]+?)'?[ ,_.:|/]+'?(?<asset>[^']+?)'?\\)?"),
          Pattern.compile("\\(?'?(?<asset>.+?)'?[ ,_.:|/-]+'?(?<field>[\\p{L} ]+?)'?\\)?"));

  private static final Set<String> BAR_LETTERS = Set.of("o", "h", "l", "c");

  private final String file;
  private final List<String[]> rows;
  private final List<Long> lines;
  private final TimeReader times;
  private final NumberReader numbers = new NumberReader('.');
  private final NumberReader commaNumbers = new NumberReader(',');

  /**
   * @param rows the first rows that are not blank
   * @param lines where they are in the file
   */
  Recogniser(String file, List<String[]> rows, List<Long> lines, String dateFormat) {
    this.file = file;
    this.rows = rows;
    this.lines = lines;
    this.times = new TimeReader(dateFormat, TimeReader.Order.UNKNOWN);
  }

  /**
   * @throws MarketException if the file is none that holds prices
   */
  Layout layout() throws MarketException {
    if (rows.isEmpty()) {
      throw new MarketException(file + ": found an empty file, expected a header and rows");
    }
    int data = firstData();
    if (data < 0) {
      throw noData();
    }
    if (data == 0) {
      return withoutHeader();
    }
    Layout stacked = stackedHeader(data);
    if (stacked != null) {
      return stacked;
    }
    int header = data - 1;
    while (header > 0 && filled(rows.get(header)) < 2) {
      header--;
    }
    return withHeader(header, data);
  }

  private static int filled(String[] row) {
    int result = 0;
    for (String field : row) {
      result += field.isEmpty() ? 0 : 1;
    }
    return result;
  }

  /** The first row with a time and, beside it, a number or a missing value; −1 if there is none. */
  private int firstData() {
    for (int r = 0; r < rows.size(); r++) {
      String[] row = rows.get(r);
      for (int c = 0; c < row.length; c++) {
        if (isTime(row[c]) && hasValueBeside(row, c)) {
          return r;
        }
      }
    }
    return -1;
  }

  private boolean hasValueBeside(String[] row, int time) {
    for (int c = 0; c < row.length; c++) {
      if (c != time && (Fields.isMissing(row[c]) || isNumber(row[c]))) {
        return true;
      }
    }
    return false;
  }

  private boolean isTime(String text) {
    long time = times.read(text);
    return time != TimeReader.NONE;
  }

  private boolean isNumber(String text) {
    return !Double.isNaN(numbers.read(text)) || !Double.isNaN(commaNumbers.read(text));
  }

  private MarketException noData() {
    if (rows.size() > 1 && rows.stream().allMatch(row -> row.length == 1)) {
      return new MarketException(
          file + ": found one column alone, expected a date column and one for each asset");
    }
    if (rows.size() == 1) {
      return new MarketException(
          file + ": found a header without any row, expected at least one row under it");
    }
    String[] header = rows.get(0);
    int head = 0;
    while (head < rows.size() - 2 && (header.length < 2 || filled(header) < 2)) {
      header = rows.get(++head);
    }
    int column = Math.max(best(header, Role.TIME), 0);
    String[] first = rows.get(head + 1);
    return new MarketException(
        "%s: row %d, column %s: found %s, expected a date such as 2024-01-31"
            .formatted(
                file,
                lines.get(head + 1),
                Fields.shown(column < header.length ? header[column] : ""),
                Fields.shown(column < first.length ? first[column] : "")));
  }

  /** The best word for a time above a time, else the first column. */
  private int timeColumn(String[] header, String[] first) {
    String[] above = header.clone();
    for (int c = 0; c < above.length; c++) {
      above[c] = c < first.length && isTime(first[c]) ? above[c] : "";
    }
    int best = best(above, Role.TIME);
    if (best < 0 && !isTime(first.length == 0 ? "" : first[0])) {
      best = best(header, Role.TIME);
    }
    return Math.max(best, 0);
  }

  private static int best(String[] header, Role role) {
    int best = -1;
    for (int c = 0; c < header.length; c++) {
      if (role(header, c) == role
          && (best < 0 || Words.rank(header[c]) < Words.rank(header[best]))) {
        best = c;
      }
    }
    return best;
  }

  /** The role of a column; a single letter has one only beside the other letters of a bar. */
  private static Role role(String[] header, int column) {
    boolean letter = header[column].length() == 1;
    if (letter && !List.of(header).stream().map(Words::plain).toList().containsAll(BAR_LETTERS)) {
      return null;
    }
    return Words.role(header[column]);
  }

  private Layout withHeader(int header, int data) throws MarketException {
    String[] names = rows.get(header);
    List<String> headings = new ArrayList<>(List.of(names));
    String[] first = rows.get(data);
    while (headings.size() > first.length && headings.get(headings.size() - 1).isEmpty()) {
      headings.remove(headings.size() - 1);
    }
    // Programs that number their rows leave the name of that column out.
    if (headings.size() == first.length - 1 && !isTime(first[0]) && isNumber(first[0])) {
      headings.add(0, "");
    }
    names = headings.toArray(new String[0]);
    int time = timeColumn(names, first);
    String word = Words.plain(names[time]);
    int timeOfDay = -1;
    for (int c = 0; c < names.length; c++) {
      if (c != time
          && Set.of("time", "hora", "heure", "zeit", "время").contains(Words.plain(names[c]))
          && !isTime(c < first.length ? first[c] : "")
          && !word.startsWith("time")) {
        timeOfDay = c;
      }
    }
    int close = best(names, Role.CLOSE);
    String vendor = vendor(names);
    if (close < 0) {
      Layout composite = composite(names, data, time);
      return composite != null ? composite : wide(names, header, data, time);
    }
    int asset = vendor.equals("CoinMarketCap") ? -1 : best(names, Role.ASSET);
    checkNames(names, header);
    int[] columns = new int[PriceField.values().length];
    Arrays.fill(columns, -1);
    for (Role role : List.of(Role.CLOSE, Role.OPEN, Role.HIGH, Role.LOW, Role.VOLUME)) {
      columns[role.field().ordinal()] = best(names, role);
    }
    List<Integer> unused = new ArrayList<>();
    for (int c = 0; c < names.length; c++) {
      boolean moneyVolume =
          Words.isMoneyVolume(names[c]) && columns[PriceField.VOLUME.ordinal()] >= 0;
      if (role(names, c) == null && !names[c].isEmpty() && !moneyVolume) {
        unused.add(c);
      }
    }
    String shape = asset >= 0 ? "long table" : "bars of one asset";
    if (columns[PriceField.OPEN.ordinal()] < 0 && asset < 0) {
      shape = "prices of one asset";
    }
    return new Layout(
        vendor.isEmpty() ? shape : vendor,
        data,
        List.of(names),
        time,
        timeOfDay,
        asset,
        List.of(new Layout.Group(null, columns)),
        quote(vendor, names, first),
        unused);
  }

  private static String quote(String vendor, String[] names, String[] first) {
    if (vendor.equals("CoinMarketCap")) {
      int name = Arrays.asList(names).indexOf("name");
      String id = name >= 0 && name < first.length ? first[name] : "";
      return id.equals("2781") ? "USD" : id.equals("2790") ? "EUR" : "";
    }
    return "";
  }

  /** The site or program that writes this header, empty if it is none that is known. */
  private static String vendor(String[] names) {
    Set<String> words = new HashSet<>();
    for (String name : names) {
      words.add(Words.plain(name));
    }
    for (Map.Entry<String, List<String>> entry : VENDORS.entrySet()) {
      if (words.containsAll(entry.getValue())) {
        return entry.getKey();
      }
    }
    boolean investing =
        names.length >= 6
            && names.length <= 7
            && names[names.length - 1].contains("%")
            && Words.role(names[1]) == Role.CLOSE;
    return investing ? "Investing.com" : "";
  }

  /** By site: the words that all of its headers hold. */
  private static final Map<String, List<String>> VENDORS = vendors();

  private static Map<String, List<String>> vendors() {
    Map<String, List<String>> result = new LinkedHashMap<>();
    result.put("CoinMarketCap", List.of("timeopen", "timeclose", "close"));
    result.put("CoinGecko", List.of("snappedat", "price"));
    result.put("Kaggle coin_*.csv", List.of("sno", "name", "symbol", "date", "close", "marketcap"));
    result.put("Binance klines", List.of("opentime", "open", "high", "low", "close", "closetime"));
    result.put("CryptoDataDownload", List.of("unix", "date", "symbol", "open", "close"));
    result.put(
        "CryptoDataDownload, older", List.of("date", "symbol", "open", "close", "volumeusd"));
    result.put(
        "CryptoDataDownload, old", List.of("unixtimestamp", "date", "symbol", "open", "close"));
    result.put("Yahoo Finance", List.of("date", "open", "high", "low", "close", "adjclose"));
    result.put("Yahoo Finance (yfinance)", List.of("open", "close", "dividends", "stocksplits"));
    result.put("Stooq", List.of("data", "otwarcie", "zamkniecie"));
    result.put(
        "Stooq archive", List.of("ticker", "per", "date", "time", "open", "close", "openint"));
    return result;
  }

  private Layout wide(String[] names, int header, int data, int time) throws MarketException {
    checkNames(names, header);
    List<Layout.Group> groups = new ArrayList<>();
    for (int c = 0; c < names.length; c++) {
      if (c == time || names[c].isEmpty()) {
        continue;
      }
      if (Fields.hasControlCharacter(names[c])) {
        throw new MarketException(
            "%s: header, field %d: found %s, expected an asset's name without control characters"
                .formatted(file, c + 1, Fields.shown(names[c])));
      }
      if (OTHER_LAYOUT.contains(Words.plain(names[c]))) {
        throw new MarketException(
            ("%s: header, field %d: found %s, expected an asset's name, or the columns date, close"
                    + " (of one asset), or date, asset, close")
                .formatted(file, c + 1, names[c]));
      }
      groups.add(new Layout.Group(names[c], columns(c)));
    }
    String first = Words.plain(names[time]);
    boolean fred = first.equals("observationdate") || names[time].equals("DATE");
    return new Layout(
        fred ? "FRED" : "wide table", data, List.of(names), time, -1, -1, groups, "", List.of());
  }

  private static int[] columns(int close) {
    int[] columns = new int[PriceField.values().length];
    Arrays.fill(columns, -1);
    columns[PriceField.CLOSE.ordinal()] = close;
    return columns;
  }

  private void checkNames(String[] names, int header) throws MarketException {
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < names.length; c++) {
      if (names[c].isEmpty() && c > 0) {
        throw new MarketException(
            "%s: line %d: found no name in field %d of the header, expected a name for each column"
                .formatted(file, lines.get(header), c + 1));
      }
      if (!seen.add(names[c])) {
        throw new MarketException(
            "%s: line %d: found the name %s twice in the header, expected unique names"
                .formatted(file, lines.get(header), Fields.shown(names[c])));
      }
    }
  }

  /** Columns such as BTC_close and BTC_volume for several assets; null if the header is not so. */
  private Layout composite(String[] names, int data, int time) {
    for (Pattern pattern : COMPOSITE) {
      Map<String, int[]> byAsset = new LinkedHashMap<>();
      boolean all = true;
      for (int c = 0; c < names.length && all; c++) {
        if (c != time) {
          Matcher matcher = pattern.matcher(names[c]);
          Role role = matcher.matches() ? Words.role(matcher.group("field")) : null;
          all = role != null && role != Role.TIME && role != Role.ASSET;
          if (all && role.field() != null) {
            put(byAsset, matcher.group("asset").strip(), role, c, matcher.group("field"), names);
          }
        }
      }
      if (all && hasCloses(byAsset)) {
        return grouped("wide table of bars", List.of(names), data, time, byAsset);
      }
    }
    return null;
  }

  private static void put(
      Map<String, int[]> byAsset,
      String asset,
      Role role,
      int column,
      String word,
      String[] names) {
    int[] columns = byAsset.computeIfAbsent(asset, a -> columns(-1));
    int field = role.field().ordinal();
    // Of close and adjusted close the first is the price that was paid.
    boolean adjusted = Words.plain(word).startsWith("adj");
    if (columns[field] < 0 || !adjusted && Words.plain(names[columns[field]]).contains("adj")) {
      columns[field] = column;
    }
  }

  private static boolean hasCloses(Map<String, int[]> byAsset) {
    return !byAsset.isEmpty()
        && byAsset.values().stream().allMatch(c -> c[PriceField.CLOSE.ordinal()] >= 0);
  }

  private static Layout grouped(
      String name, List<String> headings, int data, int time, Map<String, int[]> byAsset) {
    List<Layout.Group> groups = new ArrayList<>();
    byAsset.forEach((asset, columns) -> groups.add(new Layout.Group(pairName(asset), columns)));
    return new Layout(name, data, headings, time, -1, -1, List.copyOf(groups), "", List.of());
  }

  private static String pairName(String text) {
    AssetNames.Pair pair = AssetNames.pair(text);
    return pair == null ? text : pair.asset();
  }

  /** Two rows, of fields and of tickers, above a row with the name of the dates: yfinance. */
  private Layout stackedHeader(int data) {
    for (int r = Math.max(0, data - 3); r + 1 < data; r++) {
      for (boolean fieldsFirst : new boolean[] {true, false}) {
        String[] fields = rows.get(fieldsFirst ? r : r + 1);
        String[] tickers = rows.get(fieldsFirst ? r + 1 : r);
        Map<String, int[]> byAsset = stacked(fields, tickers);
        if (byAsset != null) {
          List<String> headings = new ArrayList<>(List.of("Date"));
          for (int c = 1; c < fields.length; c++) {
            headings.add(fields[c] + " " + tickers[c]);
          }
          return grouped("Yahoo Finance (yfinance, stacked header)", headings, data, 0, byAsset);
        }
      }
    }
    return null;
  }

  private static Map<String, int[]> stacked(String[] fields, String[] tickers) {
    if (fields.length < 2 || fields.length != tickers.length) {
      return null;
    }
    Map<String, int[]> byAsset = new LinkedHashMap<>();
    String[] words = fields.clone();
    for (int c = 1; c < fields.length; c++) {
      Role role = Words.role(fields[c]);
      boolean known = role != null && (role.field() != null || role == Role.OTHER);
      if (!known || tickers[c].isEmpty() || Words.role(tickers[c]) != null) {
        return null;
      }
      if (role.field() != null) {
        put(byAsset, tickers[c], role, c, fields[c], words);
      }
    }
    return hasCloses(byAsset) ? byAsset : null;
  }

  /** By number of columns: the layouts of files that have no header. */
  private Layout withoutHeader() throws MarketException {
    String[] first = rows.get(0);
    int n = first.length;
    String name =
        switch (n) {
          case 2 -> "prices of one asset, no header";
          case 5 -> "bars of one asset, no header";
          case 6 -> "bars of one asset, no header";
          case 7 -> "Kraken OHLCVT";
          case 8 -> "Kraken OHLC with VWAP";
          case 12 -> "Binance klines, no header";
          default -> null;
        };
    boolean numeric = isTime(first[0]);
    for (int c = 1; c < Math.min(n, 6) && numeric; c++) {
      numeric = isNumber(first[c]) || Fields.isMissing(first[c]);
    }
    if (name == null || !numeric) {
      throw new MarketException(
          ("%s: line %d: found %d fields and no header above them, expected names of the columns"
                  + " such as date, open, high, low, close, volume")
              .formatted(file, lines.get(0), n));
    }
    int[] columns = columns(1);
    if (n >= 5) {
      int[] order = order(n == 5 || n == 6);
      columns = Arrays.copyOf(order, PriceField.values().length);
      columns[PriceField.VOLUME.ordinal()] = n == 5 ? -1 : n == 8 ? 6 : 5;
      if (order == LOW_FIRST) {
        name = "Coinbase candles, no header";
      }
    }
    List<String> headings = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      headings.add(Integer.toString(c + 1));
    }
    return new Layout(
        name, 0, headings, 0, -1, -1, List.of(new Layout.Group(null, columns)), "", List.of());
  }

  /** Columns of close, open, high, low: as most write them, as Coinbase and Bitfinex do. */
  private static final int[] OPEN_FIRST = {4, 1, 2, 3};

  private static final int[] LOW_FIRST = {4, 3, 2, 1};
  private static final int[] CLOSE_SECOND = {2, 1, 3, 4};

  /** The order in which high is above and low below open and close. */
  private int[] order(boolean anyOrder) throws MarketException {
    int[] best = OPEN_FIRST;
    int most = consistent(OPEN_FIRST);
    if (!anyOrder) {
      return best;
    }
    for (int[] order : List.of(LOW_FIRST, CLOSE_SECOND)) {
      int rowsThatFit = consistent(order);
      if (rowsThatFit > most) {
        best = order;
        most = rowsThatFit;
      }
    }
    if (most < 0.9 * rows.size()) {
      throw new MarketException(
          file
              + ": found no header, and no order of open, high, low and close in which high is above"
              + " low; expected names of the columns such as date, open, high, low, close");
    }
    return best;
  }

  private int consistent(int[] order) {
    int result = 0;
    for (String[] row : rows) {
      double[] bar = new double[4];
      boolean complete = row.length > 4;
      for (int i = 0; i < 4 && complete; i++) {
        double value = numbers.read(row[order[i]]);
        bar[i] = Double.isNaN(value) ? commaNumbers.read(row[order[i]]) : value;
      }
      boolean fits = bar[2] >= Math.max(bar[0], bar[1]) && bar[3] <= Math.min(bar[0], bar[1]);
      result += complete && fits ? 1 : 0;
    }
    return result;
  }
}
