package io.ballast.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads price files.
 *
 * <p>A file is one of these, told apart by its header, whose names may be in any case:
 *
 * <ul>
 *   <li>a long table: date, asset, close, and perhaps open, high, low, volume;
 *   <li>a file of one asset, named by the file: date, close, and perhaps open, high, low, volume;
 *   <li>else a wide table: a date column and a column of closing prices for each asset.
 * </ul>
 *
 * <p>A folder is all its files that end in .csv, .tsv or .txt, in order of name; hidden files are
 * passed over, anything else is a finding. The date column is named date, time or timestamp, or is
 * the first; dates are ISO 8601, alone or with the time of midnight UTC. A blank, NA, N/A, #N/A,
 * NaN or null is a missing price. A price that is text, zero or negative is refused: it is never
 * used and never dropped. Asset names are kept as they are, even if they look like a formula.
 */
public final class PriceReader {
  /** In order: the first that matches reads the file. */
  private static final List<PriceShape> SHAPES =
      List.of(new LongShape(), new AssetFileShape(), new WideShape());

  private PriceReader() {}

  /**
   * Reads a file or all files of a folder into one table.
   *
   * @return the prices on common dates, assets in order of appearance, and findings: sorted or
   *     repeated dates, unknown columns, missing dates and prices, unchanged prices, inconsistent
   *     bars
   * @throws MarketException if a file cannot be used; the message names file, row and column, what
   *     was found and what was expected
   */
  public static PriceReading read(Path fileOrFolder) throws MarketException {
    PriceCollector prices = new PriceCollector();
    List<Path> files =
        Files.isDirectory(fileOrFolder) ? files(fileOrFolder, prices) : List.of(fileOrFolder);
    for (Path path : files) {
      CsvTable file = CsvTable.read(path);
      prices.file(file);
      for (PriceShape shape : SHAPES) {
        if (shape.matches(file)) {
          shape.read(file, prices);
          break;
        }
      }
    }
    return prices.table(CsvTable.name(fileOrFolder));
  }

  private static List<Path> files(Path folder, PriceCollector prices) throws MarketException {
    String name = CsvTable.name(folder);
    List<Path> result = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path path : list.sorted().toList()) {
        String file = CsvTable.name(path);
        if (Files.isRegularFile(path) && isCsv(file)) {
          result.add(path);
        } else if (!file.startsWith(".")) {
          prices.note(
              new Finding(
                  file, 0, null, "", "not a file that ends in .csv, .tsv or .txt", "not read"));
        }
      }
    } catch (IOException e) {
      throw new MarketException(name + ": cannot be listed (" + e.getMessage() + ")");
    }
    if (result.isEmpty()) {
      throw new MarketException(
          name + ": found no file that ends in .csv, .tsv or .txt, expected one for each asset");
    }
    return result;
  }

  private static boolean isCsv(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return !file.startsWith(".")
        && (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt"));
  }
}
