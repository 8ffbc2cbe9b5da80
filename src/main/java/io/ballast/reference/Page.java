package io.ballast.reference;

import io.ballast.functions.BallastVersion;
import io.ballast.functions.Catalogue;

/** What every page of the reference has. */
final class Page {
  private static final String PREFIX = "Ballast ";

  private Page() {}

  static String of(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s – Ballast</title>
        <link rel="stylesheet" href="reference.css">
        <script src="functions.js" defer></script>
        <script src="search.js" defer></script>
        </head>
        <body>
        <header>
        <a class="home" href="index.html">Ballast functions</a>
        <div class="search"><input id="search" type="search" placeholder="Search, such as drawdown" \
        aria-label="Search functions" autocomplete="off"><ol id="found" hidden></ol></div>
        </header>
        <main>
        %s</main>
        <footer>Ballast %s · <a href="index.html">all functions</a> · \
        <a href="conventions.html">conventions</a></footer>
        </body>
        </html>
        """
        .formatted(Html.escape(title), body, BallastVersion.get());
  }

  /** A category without the product's name. */
  static String category(String category) {
    return Html.escape(plainCategory(category));
  }

  static String plainCategory(String category) {
    return category.startsWith(PREFIX) ? category.substring(PREFIX.length()) : category;
  }

  /** An entry of a list of functions: the name and the description. */
  static String entry(Catalogue.Function function) {
    return "<dt>"
        + Inline.link(function.name())
        + "</dt><dd>"
        + Html.escape(function.description())
        + "</dd>\n";
  }
}
