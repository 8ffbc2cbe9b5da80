package io.ballast.cli;

import io.ballast.workbook.SampleMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code ballast sample}: everything once, on the bundled synthetic market. */
@Command(
    name = "sample",
    description = {
      "Shows what Ballast makes, on a bundled synthetic market: the finished workbooks and a batch",
      "of ten sample portfolios."
    },
    mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder for the workbooks, made if it is not there.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    PrintWriter text = spec.commandLine().getOut();
    Path inputs = out.resolve("sample");
    Files.createDirectories(inputs);
    Path prices = SampleMarket.copy("close.csv", inputs, "synthetic-prices.csv");
    Path portfolios = SampleMarket.copy("portfolios.csv", inputs, "portfolios.csv");
    text.printf("Synthetic sample market and ten portfolios: %s, %s%n%n", prices, portfolios);
    text.println("Finished workbooks");
    int code = run("workbook", "--out", out.toString());
    if (code != 0) {
      return code;
    }
    text.println();
    text.println("A batch");
    text.flush();
    return run(
        "batch",
        "--prices",
        prices.toString(),
        "--portfolios",
        portfolios.toString(),
        "--workbook",
        "diversification",
        "--out",
        out.resolve("batch").toString());
  }

  private int run(String... arguments) {
    CommandLine parent = Main.commandLine();
    parent.setOut(spec.commandLine().getOut());
    parent.setErr(spec.commandLine().getErr());
    return parent.execute(arguments);
  }
}
