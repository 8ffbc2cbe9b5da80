package io.ballast.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The conventions that all functions share: paragraphs of a title and a text. */
final class Conventions {
  private static final String FILE = "/io/ballast/reference/conventions.txt";

  private Conventions() {}

  record Paragraph(String title, String text) {}

  static List<Paragraph> all() {
    List<Paragraph> all = new ArrayList<>();
    try (InputStream in = Conventions.class.getResourceAsStream(FILE)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int end = line.indexOf(". ");
        all.add(new Paragraph(line.substring(0, end), line.substring(end + 2)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The web page. */
  static String page() {
    StringBuilder body = new StringBuilder("<h1>Conventions</h1>\n");
    body.append("<p class=\"lead\">What all functions share.</p>\n");
    for (Paragraph paragraph : all()) {
      String id = paragraph.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
      body.append("<h2 id=\"").append(id).append("\">").append(Html.escape(paragraph.title()));
      body.append("</h2>\n<p>").append(Inline.html(paragraph.text())).append("</p>\n");
    }
    return Page.of("Conventions", body.toString());
  }
}
