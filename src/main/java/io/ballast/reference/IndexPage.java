package io.ballast.reference;

import io.ballast.functions.Catalogue;
import io.ballast.functions.Topic;
import java.util.Collection;
import java.util.List;

/** The first page: where to begin, and all functions by category. */
final class IndexPage {
  private IndexPage() {}

  static String of(Collection<FunctionReference> references) {
    List<FunctionReference> first = references.stream().filter(r -> r.start().isPresent()).toList();
    StringBuilder body = new StringBuilder();
    body.append("<h1>Risk functions for spreadsheets</h1>\n<p class=\"lead\">");
    body.append(references.size()).append(" functions to type in cells. Each takes returns as ");
    body.append("decimals; <code>RETURNS(prices)</code> makes them: ");
    body.append("<code>=SHARPE(RETURNS(B2:B400),2%)</code>.</p>\n");
    body.append("<h2>")
        .append(first.size())
        .append(" functions to begin with</h2>\n<div class=\"topics\">\n");
    for (Topic topic : Topic.values()) {
      if (topic != Topic.NONE) {
        body.append("<section><h3>").append(Html.escape(topic.title()));
        body.append("</h3><dl class=\"functions\">\n");
        for (FunctionReference reference : first) {
          if (reference.start().orElseThrow() == topic) {
            body.append(Page.entry(reference.function()));
          }
        }
        body.append("</dl></section>\n");
      }
    }
    body.append("</div>\n<h2>All functions</h2>\n");
    String category = null;
    for (FunctionReference reference : references) {
      Catalogue.Function function = reference.function();
      if (!function.category().equals(category)) {
        body.append(category == null ? "" : "</dl></section>\n").append("<section><h3>");
        body.append(Page.category(function.category())).append("</h3><dl class=\"functions\">\n");
        category = function.category();
      }
      body.append(Page.entry(function));
    }
    body.append("</dl></section>\n");
    return Page.of("Function reference", body.toString());
  }
}
