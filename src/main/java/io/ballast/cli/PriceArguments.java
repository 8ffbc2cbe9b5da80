package io.ballast.cli;

import io.ballast.market.MarketException;
import io.ballast.market.PriceOptions;
import io.ballast.market.PriceReader;
import io.ballast.market.PriceReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that reads prices, for what a file does not tell by itself. */
final class PriceArguments {
  /** What the option --prices takes. */
  static final String PRICES =
      "Prices: a file as `ballast import` reads it, or a folder of them; can be given again.";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--asset",
      paramLabel = "NAME",
      description =
          "Name of the asset of a file that holds one; for several files once for each, in order.")
  private List<String> assets = List.of();

  @Option(
      names = "--decimal",
      paramLabel = "SIGN",
      description = "Decimal sign of the numbers, . or , (default: found from all numbers).")
  private Character decimal;

  @Option(
      names = "--separator",
      paramLabel = "SIGN",
      description = "What divides the fields, such as ; or tab (default: found).")
  private String separator;

  @Option(
      names = "--date-format",
      paramLabel = "PATTERN",
      description = "How dates are written, such as dd/MM/yyyy (default: found from all dates).")
  private String dateFormat;

  @Option(
      names = "--on-duplicate",
      paramLabel = "WHAT",
      description = {
        "If two rows give an asset different prices for one time: error, or take the first or the",
        "last of them (default: error)."
      })
  private PriceOptions.OnDuplicate onDuplicate = PriceOptions.OnDuplicate.ERROR;

  @Option(
      names = "--align",
      paramLabel = "HOW",
      description = {
        "Dates of several assets: outer keeps those that any has, inner those that all have",
        "(default: outer)."
      })
  private PriceOptions.Align align = PriceOptions.Align.OUTER;

  @Option(names = "--daily", description = "Makes days (UTC) of shorter bars.")
  private boolean daily;

  /** Reads prices of any bars, telling on standard error how far a long read is. */
  PriceReading read(List<Path> files) throws MarketException {
    PriceOptions options = options();
    try (ReadProgress progress =
        new ReadProgress(PriceReader.size(files), System.console() != null, System.err)) {
      return PriceReader.read(files, options, progress::step);
    }
  }

  /**
   * Reads prices of whole days.
   *
   * @throws MarketException also if the files hold shorter bars and days of them are not asked for
   */
  PriceReading readDaily(List<Path> files) throws MarketException {
    PriceReading reading = read(files);
    if (!reading.table().isDaily()) {
      throw new MarketException(
          reading.files().get(0).file()
              + ": found bars shorter than a day, expected daily prices, or --daily to make them");
    }
    return reading;
  }

  /** What the sheets call these prices: the name of the file or folder, and how many more. */
  static String name(List<Path> files) throws IOException {
    String name = files.get(0).toRealPath().getFileName().toString();
    return files.size() == 1 ? name : name + " and " + (files.size() - 1) + " more";
  }

  /** How files are read. */
  PriceOptions options() {
    try {
      return new PriceOptions(assets, decimal, separator(), dateFormat, onDuplicate, align, daily);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private Character separator() {
    if (separator == null) {
      return null;
    }
    if (separator.equalsIgnoreCase("tab") || separator.equals("\\t")) {
      return '\t';
    }
    if (separator.length() != 1) {
      throw new IllegalArgumentException(
          "--separator: found " + separator + ", expected one sign such as ; or the word tab");
    }
    return separator.charAt(0);
  }
}
