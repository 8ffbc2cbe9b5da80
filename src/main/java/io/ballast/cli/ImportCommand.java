package io.ballast.cli;

import io.ballast.batch.AtomicFile;
import io.ballast.market.MarketException;
import io.ballast.market.PriceReading;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ballast import}: price files of any vendor into one tidy file. */
@Command(
    name = "import",
    description = {
      "Reads price files as exchanges and data sites give them into one tidy file.",
      "Tells what is wrong in them.",
      "",
      "A file is recognised by its content: Yahoo Finance, yfinance, Binance, CoinGecko,",
      "CoinMarketCap, CryptoDataDownload, Kraken, Kaggle, Investing.com, Stooq, TradingView,",
      "Coinbase, FRED, and any table with a date column and a column for each asset, or with the",
      "columns date, asset, close. CSV (also .gz and .zip) and .xlsx. Several files are aligned by",
      "date."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ballast import BTC-USD.csv",
      "      what the file is and what is wrong in it; nothing is written",
      "  ballast import BTC-USD.csv coin_Ethereum.csv --out prices.csv --report report.json",
      "  ballast import \"Bitcoin Historical Data.csv\" --asset BTC --decimal , --out btc.csv",
      "  ballast import BTCUSDT-1h-2023-01.csv --daily --out days.csv"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the files are read; there may be findings",
      "1:a failure of Ballast's own",
      "2:wrong usage, or a file that cannot be used; nothing is written"
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Price files, and folders of them.")
  private List<Path> files;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = {
        "CSV file to write, with the columns date, asset, close, and open, high, low, volume where",
        "they are known (default: none, the files are only checked)."
      })
  private Path out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "JSON file to write, with what was read and all findings.")
  private Path report;

  @Mixin private PriceArguments arguments;

  @Override
  public Integer call() throws IOException {
    checkTarget("--out", out);
    checkTarget("--report", report);
    PriceReading reading;
    try {
      reading = arguments.read(files);
    } catch (MarketException e) {
      spec.commandLine().getErr().println("ballast import: " + e.getMessage());
      return 2;
    }
    PrintWriter text = spec.commandLine().getOut();
    PriceReport.print(text, reading);
    if (out != null) {
      AtomicFile.write(out, stream -> TidyPrices.write(reading.table(), stream));
      text.println("prices: " + out);
    }
    if (report != null) {
      AtomicFile.write(
          report,
          stream -> {
            PrintWriter json =
                new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            Json.printLine(json, generator -> PriceReport.write(generator, reading));
            json.flush();
          });
      text.println("report: " + report);
    }
    text.flush();
    return 0;
  }

  private void checkTarget(String option, Path target) throws IOException {
    if (target == null) {
      return;
    }
    if (Files.isDirectory(target)) {
      throw wrong(option + ": found " + target + ", a folder, expected a file");
    }
    for (Path file : files) {
      if (Files.exists(file) && Files.exists(target) && Files.isSameFile(file, target)) {
        throw wrong(option + ": found " + target + ", a file to read, expected another file");
      }
    }
    if (target.equals(out) && target.equals(report)) {
      throw wrong("--report: found " + target + " as with --out, expected another file");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
