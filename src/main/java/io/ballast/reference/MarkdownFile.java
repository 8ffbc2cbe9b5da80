package io.ballast.reference;

import io.ballast.functions.Catalogue;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The whole reference as one Markdown file. */
final class MarkdownFile {
  private final StringBuilder out = new StringBuilder();
  private String category;

  MarkdownFile(Collection<FunctionReference> references) {
    out.append("# Ballast functions\n\n");
    List<FunctionReference> first = references.stream().filter(r -> r.start().isPresent()).toList();
    out.append("## ").append(first.size()).append(" functions to begin with\n\n");
    first.stream()
        .sorted(java.util.Comparator.comparing(r -> r.start().orElseThrow()))
        .forEach(
            r -> {
              out.append("- ").append(r.start().orElseThrow().title()).append(": ");
              out.append(Inline.markdownLink(r.function().name())).append('\n');
            });
    out.append("\n## Conventions\n\n");
    for (Conventions.Paragraph paragraph : Conventions.all()) {
      out.append("**").append(paragraph.title()).append(".** ");
      out.append(Inline.markdown(paragraph.text())).append("\n\n");
    }
  }

  void add(FunctionReference reference, Notes notes, Example example) {
    Catalogue.Function function = reference.function();
    if (!function.category().equals(category)) {
      category = function.category();
      out.append("## ").append(Page.plainCategory(category)).append("\n\n");
    }
    out.append("### ").append(function.name()).append("\n\n").append(function.description());
    out.append("\n\n```\n").append(function.syntax()).append("\n```\n\n");
    for (Catalogue.Argument argument : function.arguments()) {
      out.append("- `").append(argument.name()).append("` (").append(FunctionPage.kind(argument));
      out.append("): ").append(FunctionPage.meaning(argument)).append('\n');
    }
    out.append("- Result: ").append(function.result()).append(".\n\n");
    if (!reference.formula().isEmpty()) {
      out.append("Formula:\n\n```\n");
      reference.plainFormula().forEach(line -> out.append(line).append('\n'));
      out.append("```\n\n");
    }
    for (Symbols.Meaning meaning : reference.symbols()) {
      out.append("- `").append(FunctionReference.plain(meaning.symbol())).append("`: ");
      out.append(Inline.markdown(meaning.text())).append('\n');
    }
    out.append(reference.symbols().isEmpty() ? "" : "\n");
    list("Definition and conventions", notes.conventions());
    list("Errors", notes.errors());
    example(reference.example(), example);
    out.append("Related: ");
    out.append(
        reference.related().stream()
            .map(other -> Inline.markdownLink(other.name()))
            .collect(Collectors.joining(", ")));
    out.append(".\n\nSource: ").append(reference.source()).append(".\n\n");
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.append(title).append(":\n\n");
      lines.forEach(line -> out.append("- ").append(Inline.markdown(line)).append('\n'));
      out.append('\n');
    }
  }

  private void example(String formula, Example example) {
    out.append("Example:\n\n```\n=").append(formula).append('\n');
    if (example.isTable()) {
      List<List<String>> rows = example.rows();
      for (int i = 0; i < rows.size(); i++) {
        if (i == example.head()) {
          out.append("… ").append(example.omitted()).append(" rows more\n");
        }
        out.append(String.join("  ", rows.get(i)).stripTrailing()).append('\n');
      }
    } else {
      out.append(example.single()).append('\n');
    }
    out.append("```\n\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
