package io.ballast.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Reads price files as exchanges and data sites give them.
 *
 * <p>A file is recognised by its content: the words of its header in several languages, or the
 * number and order of its values where it has no header. It is one of these:
 *
 * <ul>
 *   <li>bars or prices of one asset, as Yahoo Finance, Binance, CoinGecko, CoinMarketCap,
 *       CryptoDataDownload, Kraken, Kaggle, Investing.com, Stooq, TradingView, Coinbase and FRED
 *       write them;
 *   <li>a long table with a row for each date and asset;
 *   <li>a wide table with a date column and a column for each asset, or several for each as
 *       yfinance writes them.
 * </ul>
 *
 * <p>CSV is UTF-8, UTF-16 with a byte order mark, or else Windows-1252, perhaps packed by gzip or
 * zip; of an Excel workbook (.xlsx) the first sheet that is not empty is read. A folder is all its
 * price files in order of name; hidden files are passed over, anything else is a finding.
 *
 * <p>The name of an asset comes from the column that names it, from the heading, or from the file's
 * name (BTC-USD.csv, Binance_ETHUSDT_d.csv, coin_Ethereum.csv). Headings and a column named asset
 * are kept as they are, even if they look like a formula; pairs in a column of symbols become the
 * asset they price. Times without a zone are UTC. A blank, NA, N/A, #N/A, NaN, null or a single
 * point is a missing price. A price that is zero or negative is an error among the findings and
 * left missing; one that is no number is refused.
 */
public final class PriceReader {
  private static final List<String> ENDINGS =
      List.of(".csv", ".tsv", ".txt", ".xlsx", ".csv.gz", ".tsv.gz", ".txt.gz", ".csv.zip");

  private PriceReader() {}

  /**
   * Reads a file or all files of a folder into one table, recognising everything.
   *
   * @return see {@link #read(List, PriceOptions, LongConsumer)}
   * @throws MarketException likewise
   */
  public static PriceReading read(Path fileOrFolder) throws MarketException {
    return read(List.of(fileOrFolder), PriceOptions.standard(), bytes -> {});
  }

  /**
   * Reads files and folders into one table, aligned by time.
   *
   * @param progress is told the number of bytes each time some were read
   * @return the prices on common dates, or in common bars if the files' own are shorter than a day
   *     and the options do not ask for days; assets in order of appearance; and findings
   * @throws MarketException if a file cannot be used; the message names file, row and column, what
   *     was found and what was expected
   */
  public static PriceReading read(
      List<Path> filesOrFolders, PriceOptions options, LongConsumer progress)
      throws MarketException {
    PriceCollector prices = new PriceCollector(options);
    List<Path> files = files(filesOrFolders, prices);
    List<String> names = options.assets();
    if (!names.isEmpty() && names.size() != files.size()) {
      throw new MarketException(
          "found %d names of assets for %d files, expected one for each file"
              .formatted(names.size(), files.size()));
    }
    for (int f = 0; f < files.size(); f++) {
      FileReading file =
          new FileReading(
              new InputFile(files.get(f), progress),
              options,
              names.isEmpty() ? null : names.get(f));
      file.read();
      prices.add(file);
    }
    return prices.table(filesOrFolders.size() == 1 ? CsvTable.name(filesOrFolders.get(0)) : "");
  }

  /** How many bytes the files hold, as far as the system tells, for progress. */
  public static long size(List<Path> filesOrFolders) {
    long size = 0;
    for (Path path : filesOrFolders) {
      try (Stream<Path> list = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
        size += list.mapToLong(file -> file.toFile().length()).sum();
      } catch (IOException e) {
        // Reading the folder tells what is wrong with it.
        return size;
      }
    }
    return size;
  }

  private static List<Path> files(List<Path> filesOrFolders, PriceCollector prices)
      throws MarketException {
    List<Path> result = new ArrayList<>();
    for (Path path : filesOrFolders) {
      if (Files.isDirectory(path)) {
        result.addAll(folder(path, prices));
      } else {
        result.add(path);
      }
    }
    return result;
  }

  private static List<Path> folder(Path folder, PriceCollector prices) throws MarketException {
    String name = CsvTable.name(folder);
    List<Path> result = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path path : list.sorted().toList()) {
        String file = CsvTable.name(path);
        if (file.startsWith(".")) {
          continue;
        }
        if (Files.isRegularFile(path) && isPriceFile(file)) {
          result.add(path);
        } else {
          prices.note(
              new Finding(
                  file,
                  0,
                  null,
                  "",
                  "not a file that ends in .csv, .tsv, .txt or .xlsx",
                  "not read"));
        }
      }
    } catch (IOException e) {
      throw new MarketException(name + ": cannot be listed (" + e.getMessage() + ")");
    }
    if (result.isEmpty()) {
      throw new MarketException(
          name + ": found no file that ends in .csv, .tsv, .txt or .xlsx, expected price files");
    }
    return result;
  }

  private static boolean isPriceFile(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
