package io.ballast.market;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One made-up market of Bitcoin, written as every vendor would write it. */
final class VendorFiles {
  static final LocalDate FIRST = LocalDate.of(2023, 12, 20);
  static final int DAYS = 40;

  /**
   * A file.
   *
   * @param name as the vendor names it, with BTC in some form
   * @param layout what it must be recognised as
   */
  record VendorFile(String name, String layout, byte[] content) {}

  /** A day; all values have one decimal, none of which is a whole number. */
  record Day(LocalDate date, double open, double high, double low, double close, double volume) {
    long seconds() {
      return date.toEpochDay() * 86_400;
    }
  }

  private VendorFiles() {}

  static List<Day> days() {
    Random random = new Random(20);
    List<Day> days = new ArrayList<>();
    double open = 41_234.5;
    for (int i = 0; i < DAYS; i++) {
      double close = tenth(open * Math.exp(0.03 * random.nextGaussian()));
      double high = tenth(Math.max(open, close) * (1 + 0.01 * random.nextDouble()) + 0.3);
      double low = tenth(Math.min(open, close) * (1 - 0.01 * random.nextDouble()) - 0.3);
      double volume = 10 * (1000 + random.nextInt(80_000));
      days.add(new Day(FIRST.plusDays(i), open, high, low, close, volume));
      open = close;
    }
    return days;
  }

  private static double tenth(double value) {
    double result = Math.round(10 * value) / 10.0;
    return result == Math.rint(result) ? result + 0.1 : result;
  }

  private static String lines(Function<Day, String> line, boolean newestFirst) {
    List<Day> days = new ArrayList<>(days());
    if (newestFirst) {
      Collections.reverse(days);
    }
    return days.stream().map(line).collect(Collectors.joining("\n", "", "\n"));
  }

  /** Low, high, open, close and volume: the order of Coinbase. */
  private static String coinbase(Day d) {
    return d.low + "," + d.high + "," + d.open + "," + d.close + "," + (long) d.volume;
  }

  private static String bar(Day d, String separator) {
    return String.join(
        separator, "" + d.open, "" + d.high, "" + d.low, "" + d.close, "" + (long) d.volume);
  }

  private static String grouped(double value, Locale locale) {
    return String.format(locale, "%,.1f", value);
  }

  private static String thousands(double volume, Locale locale) {
    return String.format(locale, "%.2fK", volume / 1000);
  }

  private static String date(Day d, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(d.date);
  }

  private static String investing(Day d, String pattern, Locale locale) {
    return "\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"%s\",\"0.12%%\""
        .formatted(
            date(d, pattern),
            grouped(d.close, locale),
            grouped(d.open, locale),
            grouped(d.high, locale),
            grouped(d.low, locale),
            thousands(d.volume, locale));
  }

  /** By a short name. */
  static Map<String, VendorFile> all() {
    Map<String, VendorFile> files = new LinkedHashMap<>();
    text(
        files,
        "yahoo",
        "BTC-USD.csv",
        "Yahoo Finance",
        "Date,Open,High,Low,Close,Adj Close,Volume\n"
            + lines(
                d ->
                    d.date
                        + ","
                        + d.open
                        + ","
                        + d.high
                        + ","
                        + d.low
                        + ","
                        + d.close
                        + ","
                        + d.close
                        + ","
                        + (long) d.volume,
                false));
    text(
        files,
        "yfinance",
        "BTC-USD.csv",
        "Yahoo Finance (yfinance)",
        "Date,Open,High,Low,Close,Volume,Dividends,Stock Splits\n"
            + lines(d -> d.date + " 00:00:00+00:00," + bar(d, ",") + ",0.0,0.0", false));
    text(
        files,
        "yfinance stacked",
        "data.csv",
        "Yahoo Finance (yfinance, stacked header)",
        "Price,Close,High,Low,Open,Volume\nTicker,BTC-USD,BTC-USD,BTC-USD,BTC-USD,BTC-USD\nDate,,,,,\n"
            + lines(
                d ->
                    d.date
                        + ","
                        + d.close
                        + ","
                        + d.high
                        + ","
                        + d.low
                        + ","
                        + d.open
                        + ","
                        + (long) d.volume,
                false));
    text(
        files,
        "binance",
        "BTCUSDT-1d-2024-01.csv",
        "Binance klines",
        "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
            + "taker_buy_quote_volume,ignore\n"
            + lines(
                d ->
                    d.seconds()
                        + "000,"
                        + bar(d, ",")
                        + ","
                        + (d.seconds() + 86_399)
                        + "999,1.5,7,1.5,1.5,0",
                false));
    text(
        files,
        "binance without header, microseconds",
        "BTCUSDT-1d-2025-01.csv",
        "Binance klines, no header",
        lines(
            d ->
                d.seconds()
                    + "000000,"
                    + bar(d, ",")
                    + ","
                    + (d.seconds() + 86_399)
                    + "999999,1.5,7,1.5,1.5,0",
            false));
    text(
        files,
        "cryptodatadownload",
        "Binance_BTCUSDT_d.csv",
        "CryptoDataDownload",
        "https://www.CryptoDataDownload.com\n"
            + "Unix,Date,Symbol,Open,High,Low,Close,Volume BTC,Volume USDT,tradecount\n"
            + lines(
                d -> d.seconds() + "000," + d.date + ",BTCUSDT," + bar(d, ",") + ",12345678.5,99",
                true));
    text(
        files,
        "cryptodatadownload, older",
        "Bitstamp_BTCUSD_d.csv",
        "CryptoDataDownload",
        "https://www.CryptoDataDownload.com\n"
            + "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD\n"
            + lines(
                d ->
                    d.seconds() + "," + d.date + " 00:00:00,BTC/USD," + bar(d, ",") + ",12345678.5",
                true));
    text(
        files,
        "cryptodatadownload, oldest",
        "Coinbase_BTCUSD_d.csv",
        "CryptoDataDownload, older",
        "https://www.CryptoDataDownload.com\nDate,Symbol,Open,High,Low,Close,Volume BTC,Volume USD\n"
            + lines(d -> d.date + " 12-AM,BTCUSD," + bar(d, ",") + ",12345678.5", true));
    text(
        files,
        "coingecko",
        "btc-usd-max.csv",
        "CoinGecko",
        "snapped_at,price,market_cap,total_volume\n"
            + lines(d -> d.date + " 00:00:00 UTC," + d.close + ",800000000000.5,2.5e10", false));
    text(
        files,
        "coinmarketcap",
        "Bitcoin_20.12.2023-28.1.2024_historical_data_coinmarketcap.csv",
        "CoinMarketCap",
        "\uFEFFtimeOpen;timeClose;timeHigh;timeLow;name;open;high;low;close;volume;marketCap;timestamp\r\n"
            + lines(
                    d ->
                        ("\"%1$sT00:00:00.000Z\";\"%1$sT23:59:59.999Z\";\"%1$sT18:27:00.000Z\";"
                                + "\"%1$sT14:48:00.000Z\";\"2781\";%2$s;1132692864304.88;"
                                + "\"%1$sT23:59:59.999Z\"")
                            .formatted(d.date, bar(d, ";")),
                    true)
                .replace("\n", "\r\n"));
    text(
        files,
        "kraken",
        "XBTUSD_1440.csv",
        "Kraken OHLCVT",
        lines(d -> d.seconds() + "," + bar(d, ",") + ",41966", false));
    text(
        files,
        "kaggle",
        "coin_Bitcoin.csv",
        "Kaggle coin_*.csv",
        "SNo,Name,Symbol,Date,High,Low,Open,Close,Volume,Marketcap\n"
            + lines(
                d ->
                    "1,Bitcoin,BTC,"
                        + d.date
                        + " 23:59:59,"
                        + d.high
                        + ","
                        + d.low
                        + ","
                        + d.open
                        + ","
                        + d.close
                        + ","
                        + d.volume
                        + ",45486894.2408",
                false));
    text(
        files,
        "investing, month first",
        "Bitcoin Historical Data - Investing.com.csv",
        "Investing.com",
        "\uFEFF\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n"
            + lines(d -> investing(d, "MM/dd/yyyy", Locale.US), true));
    text(
        files,
        "investing, month by name",
        "BTC_USD Bitfinex Historical Data.csv",
        "Investing.com",
        "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n"
            + lines(d -> investing(d, "MMM dd, yyyy", Locale.US), true));
    text(
        files,
        "investing, German",
        "BTC_USD Bitfinex Historische Daten.csv",
        "Investing.com",
        "\"Datum\",\"Zuletzt\",\"Eröffn.\",\"Hoch\",\"Tief\",\"Vol.\",\"+/- %\"\n"
            + lines(d -> investing(d, "dd.MM.yyyy", Locale.GERMANY), true));
    text(
        files,
        "investing, Spanish",
        "Datos históricos BTC.csv",
        "Investing.com",
        "\"Fecha\",\"Último\",\"Apertura\",\"Máximo\",\"Mínimo\",\"Vol.\",\"% var.\"\n"
            + lines(d -> investing(d, "dd/MM/yyyy", Locale.GERMANY), true));
    files.put(
        "investing, French in Windows-1252",
        new VendorFile(
            "BTC_USD Données Historiques.csv",
            "Investing.com",
            ("\"Date\",\"Dernier\",\"Ouv.\",\" Plus Haut\",\"Plus Bas\",\"Vol.\",\"Variation %\"\n"
                    + lines(d -> investing(d, "dd/MM/yyyy", Locale.GERMANY), true)
                    + "\"Source é\",,,,,,\n")
                .getBytes(Charset.forName("windows-1252"))));
    text(
        files,
        "stooq",
        "btcusd_d.csv",
        "bars of one asset",
        "Date,Open,High,Low,Close,Volume\n" + lines(d -> d.date + "," + bar(d, ","), false));
    text(
        files,
        "stooq, Polish",
        "btcusd_d.csv",
        "Stooq",
        "Data,Otwarcie,Najwyzszy,Najnizszy,Zamkniecie,Wolumen\n"
            + lines(d -> d.date + "," + bar(d, ","), false));
    text(
        files,
        "stooq archive",
        "btcusd.txt",
        "Stooq archive",
        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>\n"
            + lines(
                d -> "BTCUSD,D," + date(d, "yyyyMMdd") + ",000000," + bar(d, ",") + ",0", false));
    text(
        files,
        "tradingview",
        "BITSTAMP_BTCUSD, 1D.csv",
        "bars of one asset",
        "time,open,high,low,close,Volume,Volume MA\n"
            + lines(d -> d.seconds() + "," + bar(d, ",") + ",17.5", false));
    text(
        files,
        "tradingview, ISO",
        "INDEX_BTCUSD, 1D_3f2a1.csv",
        "bars of one asset",
        "time,open,high,low,close,Volume\n"
            + lines(d -> d.date + "T00:00:00Z," + bar(d, ","), false));
    text(
        files,
        "coinbase",
        "BTC-USD_1d.csv",
        "bars of one asset",
        "time,low,high,open,close,volume\n"
            + lines(d -> d.date + " 00:00:00," + coinbase(d), true));
    text(
        files,
        "coinbase without header",
        "BTC-USD.csv",
        "Coinbase candles, no header",
        lines(d -> d.seconds() + "," + coinbase(d), true));
    text(
        files,
        "fred",
        "BTC.csv",
        "FRED",
        "observation_date,BTC\n"
            + lines(d -> d.date + "," + (d.date.equals(FIRST.plusDays(5)) ? "." : d.close), false));
    text(
        files,
        "long",
        "prices.csv",
        "long table",
        "date,asset,open,high,low,close,volume\n"
            + lines(
                d -> d.date + ",BTC," + bar(d, ",") + "\n" + d.date + ",OTHER,1.5,1.7,1.4,1.6,0",
                false));
    text(
        files,
        "long, price alone, tabs",
        "prices.tsv",
        "long table",
        "symbol\tdate\tprice\n" + lines(d -> "BTC-USD\t" + d.date + "\t" + d.close, false));
    text(
        files,
        "wide",
        "prices.csv",
        "wide table",
        "Date;BTC;ETH\n"
            + lines(
                d -> date(d, "dd.MM.yyyy") + ";" + grouped(d.close, Locale.GERMANY) + ";1,5",
                false));
    text(
        files,
        "wide bars",
        "prices.csv",
        "wide table of bars",
        "Date,Close_BTC-USD,Close_ETH-USD,High_BTC-USD,High_ETH-USD,Low_BTC-USD,Low_ETH-USD,"
            + "Open_BTC-USD,Open_ETH-USD\n"
            + lines(
                d ->
                    d.date + "," + d.close + ",1.5," + d.high + ",1.5," + d.low + ",1.5," + d.open
                        + ",1.5",
                false));
    text(
        files,
        "pandas index",
        "btc.csv",
        "bars of one asset",
        ",date,open,high,low,close,volume\n"
            + lines(d -> "7," + d.date + "," + bar(d, ","), false));
    files.put(
        "gzip",
        new VendorFile("BTC-USD.csv.gz", "Yahoo Finance", gzip(files.get("yahoo").content())));
    files.put(
        "utf-16",
        new VendorFile(
            "BTC.csv",
            "Stooq",
            new String(files.get("stooq, Polish").content(), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_16)));
    files.put("excel", new VendorFile("BTC.xlsx", "bars of one asset", workbook()));
    return files;
  }

  private static void text(
      Map<String, VendorFile> files, String key, String name, String layout, String text) {
    files.put(key, new VendorFile(name, layout, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Dates as Excel holds them, on the second sheet, below a title. */
  private static byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("Empty");
      Sheet sheet = book.createSheet("Prices");
      CellStyle dates = book.createCellStyle();
      dates.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      sheet.createRow(0).createCell(0).setCellValue("Bitcoin, daily");
      Row header = sheet.createRow(2);
      String[] names = {"Date", "Open", "High", "Low", "Close", "Volume"};
      for (int c = 0; c < names.length; c++) {
        header.createCell(c).setCellValue(names[c]);
      }
      int r = 3;
      for (Day d : days()) {
        Row row = sheet.createRow(r++);
        row.createCell(0).setCellValue(d.date);
        row.getCell(0).setCellStyle(dates);
        double[] values = {d.open, d.high, d.low, d.close, d.volume};
        for (int c = 0; c < values.length; c++) {
          row.createCell(c + 1).setCellValue(values[c]);
        }
      }
      book.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
