package io.ballast.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ballast.formula.Formula;
import io.ballast.formula.Nearest;
import io.ballast.functions.Catalogue;
import io.ballast.reference.FunctionReference;
import io.ballast.reference.SampleScope;
import io.ballast.reference.Symbols;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code ballast functions}: the worksheet functions and their help. */
@Command(
    name = "functions",
    description = "Lists the worksheet functions, or shows the help of those named.",
    mixinStandardHelpOptions = true)
final class FunctionsCommand implements Callable<Integer> {
  private static final int WIDTH = 90;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private Format format;

  @Parameters(paramLabel = "NAME", description = "Functions to explain, in any case.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Collection<Catalogue.Function> chosen = Catalogue.standard().functions();
    if (!names.isEmpty()) {
      chosen = new ArrayList<>();
      for (String name : names) {
        Optional<Catalogue.Function> found = Catalogue.standard().find(name);
        if (found.isEmpty()) {
          spec.commandLine().getErr().println(unknown(name));
          return 2;
        }
        chosen.add(found.get());
      }
    }
    if (format == Format.json) {
      json(out, chosen);
    } else if (names.isEmpty()) {
      list(out, chosen);
    } else {
      SampleScope sample = new SampleScope();
      chosen.forEach(function -> help(out, function, sample));
    }
    out.flush();
    return 0;
  }

  private static String unknown(String name) {
    List<String> all =
        Catalogue.standard().functions().stream().map(Catalogue.Function::name).toList();
    return "found no function "
        + name
        + ", expected one that `ballast functions` lists"
        + Nearest.of(name, all).map(n -> "; did you mean " + n + "?").orElse("");
  }

  private static void list(PrintWriter out, Collection<Catalogue.Function> functions) {
    String category = null;
    for (Catalogue.Function function : functions) {
      if (!function.category().equals(category)) {
        out.println((category == null ? "" : System.lineSeparator()) + function.category());
        category = function.category();
      }
      out.println("  " + function.syntax());
    }
    out.println();
    out.println(
        "`ballast functions NAME` explains one. `ballast eval` also knows the spreadsheet's");
    out.println("own:");
    wrap(out, "  ", String.join(" ", Formula.builtIns()));
  }

  private static void help(PrintWriter out, Catalogue.Function function, SampleScope sample) {
    out.println(function.syntax());
    wrap(out, "  ", function.description());
    out.println("  Category: " + function.category());
    if (!function.arguments().isEmpty()) {
      out.println("  Arguments:");
    }
    for (Catalogue.Argument argument : function.arguments()) {
      out.println("    " + (argument.optional() ? "[" + argument.name() + "]" : argument.name()));
      wrap(out, "        ", argument.description());
    }
    wrap(out, "  ", "Result: " + function.result());
    FunctionReference reference = FunctionReference.of(function);
    if (!reference.formula().isEmpty()) {
      out.println("  Formula:");
    }
    reference.plainFormula().forEach(line -> wrap(out, "    ", line));
    for (Symbols.Meaning meaning : reference.symbols()) {
      wrap(out, "        ", FunctionReference.plain(meaning.symbol() + ": " + meaning.text()));
    }
    wrap(out, "  ", "Source: " + reference.source());
    out.println("  Example, over the sample prices:");
    new PlainAnswers(out, List.of(reference.example()), "    ")
        .print(Answer.of(reference.example(), sample));
    out.println();
  }

  private static void wrap(PrintWriter out, String indent, String text) {
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ")) {
      if (line.length() > indent.length() && line.length() + word.length() > WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(indent.length());
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }

  private static void json(PrintWriter out, Collection<Catalogue.Function> functions) {
    Json.printLine(
        out,
        json -> {
          json.writeStartArray();
          for (Catalogue.Function function : functions) {
            json(json, function);
          }
          json.writeEndArray();
        });
  }

  private static void json(JsonGenerator json, Catalogue.Function function) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", function.name());
    json.writeStringField("category", function.category());
    json.writeStringField("description", function.description());
    json.writeArrayFieldStart("arguments");
    for (Catalogue.Argument argument : function.arguments()) {
      json.writeStartObject();
      json.writeStringField("name", argument.name());
      json.writeBooleanField("optional", argument.optional());
      json.writeStringField("default", argument.defaultText());
      json.writeStringField("description", argument.description());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("returns", function.result());
    FunctionReference reference = FunctionReference.of(function);
    json.writeArrayFieldStart("formula");
    for (String line : reference.plainFormula()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeStringField("source", reference.source());
    json.writeStringField("example", reference.example());
    json.writeArrayFieldStart("related");
    for (Catalogue.Function related : reference.related()) {
      json.writeString(related.name());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
