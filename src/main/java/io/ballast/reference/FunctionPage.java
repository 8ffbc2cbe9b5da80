package io.ballast.reference;

import io.ballast.functions.Catalogue;
import java.util.List;

/** The web page of one function. */
final class FunctionPage {
  private FunctionPage() {}

  static String of(FunctionReference reference, Notes notes, Example example) {
    Catalogue.Function function = reference.function();
    StringBuilder body = new StringBuilder();
    body.append("<p class=\"category\">").append(Page.category(function.category()));
    body.append("</p>\n<h1>")
        .append(function.name().replace("_", "_<wbr>"))
        .append("</h1>\n<p class=\"lead\">");
    body.append(Html.escape(function.description())).append("</p>\n<pre class=\"syntax\"><code>");
    body.append(Html.escape(function.syntax()).replace(", ", ",<wbr> ")).append("</code></pre>\n");
    arguments(body, function);
    formula(body, reference);
    list(body, "Definition and conventions", notes.conventions());
    list(body, "Errors", notes.errors());
    body.append(
        "<p class=\"all\">What all functions share (cells, rates, prices given as returns, ");
    body.append("different lengths): <a href=\"conventions.html\">conventions</a>.</p>\n");
    example(body, reference.example(), example);
    related(body, reference.related());
    body.append("<h2>Source</h2>\n<p>").append(Html.escape(reference.source()));
    body.append(reference.source().endsWith(".") ? "" : ".").append("</p>\n");
    return Page.of(function.name(), body.toString());
  }

  private static void arguments(StringBuilder body, Catalogue.Function function) {
    body.append("<h2>Arguments</h2>\n<dl class=\"arguments\">\n");
    for (Catalogue.Argument argument : function.arguments()) {
      body.append("<dt><code>").append(argument.name()).append("</code> <span>");
      body.append(Html.escape(kind(argument))).append("</span></dt><dd>");
      body.append(Html.escape(meaning(argument))).append("</dd>\n");
    }
    body.append("<dt>Result</dt><dd>").append(Html.escape(function.result())).append(".</dd>\n");
    body.append("</dl>\n");
  }

  /** Whether an argument is required, or its default. */
  static String kind(Catalogue.Argument argument) {
    if (!argument.optional()) {
      return "required";
    }
    return argument.defaultText() == null ? "optional" : "default " + argument.defaultText();
  }

  /** What an argument means, its default left out. */
  static String meaning(Catalogue.Argument argument) {
    String text = argument.description();
    int end = text.lastIndexOf("; default ");
    String meaning = (end < 0 ? text : text.substring(0, end)).strip();
    return meaning.endsWith(".") ? meaning : meaning + ".";
  }

  private static void formula(StringBuilder body, FunctionReference reference) {
    if (reference.formula().isEmpty()) {
      return;
    }
    body.append("<h2>Formula</h2>\n<div class=\"formula\">\n");
    for (String line : reference.formula()) {
      body.append("<div>").append(Typesetter.mathml(line, true)).append("</div>\n");
    }
    body.append("</div>\n");
    List<Symbols.Meaning> symbols = reference.symbols();
    if (!symbols.isEmpty()) {
      body.append("<dl class=\"symbols\">\n");
      for (Symbols.Meaning meaning : symbols) {
        body.append("<dt>").append(Typesetter.mathml(meaning.symbol(), false)).append("</dt><dd>");
        body.append(Inline.html(meaning.text())).append("</dd>\n");
      }
      body.append("</dl>\n");
    }
  }

  private static void list(StringBuilder body, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      body.append("<h2>").append(title).append("</h2>\n<ul>\n");
      lines.forEach(line -> body.append("<li>").append(Inline.html(line)).append("</li>\n"));
      body.append("</ul>\n");
    }
  }

  private static void example(StringBuilder body, String formula, Example example) {
    body.append("<h2>Example</h2>\n<pre class=\"call\"><code>=");
    body.append(Html.escape(formula).replace(",", ",<wbr>")).append("</code></pre>\n");
    if (!example.isTable()) {
      body.append("<p class=\"value\"><samp>").append(Html.escape(example.single()));
      body.append("</samp></p>\n");
    } else {
      table(body, example);
    }
    body.append("<p class=\"note\">Over the bundled synthetic prices: ");
    body.append("<a href=\"conventions.html#examples\">names in examples</a>.</p>\n");
  }

  private static void table(StringBuilder body, Example example) {
    body.append("<div class=\"scroll\"><table>\n");
    List<List<String>> rows = example.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (i == example.head()) {
        body.append("<tr class=\"omitted\"><td colspan=\"").append(rows.get(i).size());
        body.append("\">… ").append(example.omitted()).append(" rows more …</td></tr>\n");
      }
      body.append("<tr>");
      for (String cell : rows.get(i)) {
        boolean number = cell.matches("[-0-9#].*");
        body.append(number ? "<td>" : "<td class=\"text\">").append(Html.escape(cell));
        body.append("</td>");
      }
      body.append("</tr>\n");
    }
    body.append("</table></div>\n");
  }

  private static void related(StringBuilder body, List<Catalogue.Function> related) {
    if (!related.isEmpty()) {
      body.append("<h2>Related</h2>\n<dl class=\"functions\">\n");
      related.forEach(other -> body.append(Page.entry(other)));
      body.append("</dl>\n");
    }
  }
}
