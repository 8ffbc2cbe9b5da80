package io.ballast.cli;

import io.ballast.formula.Scope;
import io.ballast.market.CsvTable;
import io.ballast.market.MarketException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ballast eval}: formulas over the columns of a CSV file. */
@Command(
    name = "eval",
    description = "Evaluates spreadsheet formulas over prices or the columns of a CSV file.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Formulas combine the functions that `ballast functions` lists, the spreadsheet's own,"
          + " operators and arrays. Columns are names: BTC-USD is BTC_USD, SOL1 is SOL1_. A formula"
          + " that begins with - needs = in front.",
      "",
      "Example:",
      "  ballast eval --data prices.csv --from 2023-01-01 'SHARPE(RETURNS(BTC),0.02)'",
      "  ballast eval --prices BTC-USD.csv --prices coin_Ethereum.csv --align inner \\",
      "    'BETA(RETURNS(ETH),RETURNS(BTC))'",
      "",
      "Exit code: 0 also if a formula gives an error value; 2 if one cannot be read, or a file"
          + " cannot."
    })
final class EvalCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "CSV file of anything; its columns are names.")
  private Path data;

  @Option(
      names = "--prices",
      paramLabel = "FILE_OR_FOLDER",
      description = {
        PriceArguments.PRICES,
        "The names are then the assets, such as BTC, and BTC_HIGH and so on where there are bars."
      })
  private List<Path> prices = List.of();

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description = "Columns of the block DATA; default: all that hold numbers.")
  private List<String> columns = List.of();

  @Option(names = "--from", paramLabel = "DATE", description = "First date, such as 2021-01-01.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Last date.")
  private LocalDate to;

  @Option(
      names = "--where",
      paramLabel = "COLUMN=VALUE",
      description = "Takes only the rows with this value, such as asset=BTC.")
  private Map<String, String> where = new LinkedHashMap<>();

  @Option(
      names = {"-f", "--formulas"},
      paramLabel = "FILE",
      description = "File of formulas, one a line.")
  private Path file;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private Format format;

  @Parameters(paramLabel = "FORMULA", description = "Formulas, with or without = in front.")
  private List<String> formulas = List.of();

  @Mixin private PriceArguments arguments;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<String> all = new ArrayList<>(formulas);
    Scope scope;
    try {
      if (file != null) {
        all.addAll(lines(file));
      }
      scope = scope();
    } catch (MarketException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 2;
    }
    if (all.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "found no formula, expected at least one, or a file of them by -f");
    }
    boolean refused = false;
    PlainAnswers plain = new PlainAnswers(out, all);
    for (String formula : all) {
      Answer answer = Answer.of(formula, scope);
      refused |= answer.refused();
      if (format == Format.json) {
        print(out, answer);
      } else {
        plain.print(answer);
      }
    }
    out.flush();
    return refused ? 2 : 0;
  }

  private Scope scope() throws MarketException {
    CsvScope.Selection selection = new CsvScope.Selection(columns, from, to, where);
    if (!prices.isEmpty()) {
      if (data != null || !where.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--prices goes neither with --data nor with --where");
      }
      return new PriceScope(arguments.read(prices).table(), selection);
    }
    if (data == null) {
      if (!columns.isEmpty() || from != null || to != null || !where.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(), "--columns, --from, --to and --where need --data or --prices");
      }
      return new NoCells();
    }
    return new CsvScope(CsvTable.read(data), selection);
  }

  private static List<String> lines(Path file) throws MarketException {
    try {
      String text = Files.readString(file);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new MarketException(file + ": cannot be read as lines of UTF-8 text (" + e + ")");
    }
  }

  private static void print(PrintWriter out, Answer answer) {
    Json.printLine(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringField("formula", answer.formula());
          json.writeFieldName("value");
          Json.value(json, answer.value());
          json.writeStringField("error", answer.error() == null ? null : answer.error().toString());
          json.writeStringField("reason", answer.reason());
          json.writeEndObject();
        });
  }
}
