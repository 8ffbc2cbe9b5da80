package io.ballast.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with marks in it: code between backquotes, a function's name between {@code [[} and {@code
 * ]]}, a formula between dollar signs.
 */
final class Inline {
  private static final Pattern MARK =
      Pattern.compile("`([^`]*)`|\\[\\[([A-Z0-9_]+)\\]\\]|\\$([^$]*)\\$");

  private Inline() {}

  static String html(String text) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = MARK.matcher(text);
    int end = 0;
    for (; matcher.find(); end = matcher.end()) {
      out.append(Html.escape(text.substring(end, matcher.start())));
      if (matcher.group(1) != null) {
        out.append("<code>").append(Html.escape(matcher.group(1))).append("</code>");
      } else if (matcher.group(2) != null) {
        out.append(link(matcher.group(2)));
      } else {
        out.append(Typesetter.mathml(matcher.group(3), false));
      }
    }
    return out.append(Html.escape(text.substring(end))).toString();
  }

  /** A link to the page of a function. */
  static String link(String name) {
    return "<a href=\"" + name + ".html\"><code>" + name + "</code></a>";
  }

  static String markdown(String text) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = MARK.matcher(text);
    int end = 0;
    for (; matcher.find(); end = matcher.end()) {
      out.append(text, end, matcher.start());
      if (matcher.group(1) != null) {
        out.append('`').append(matcher.group(1)).append('`');
      } else if (matcher.group(2) != null) {
        out.append(markdownLink(matcher.group(2)));
      } else {
        out.append('`').append(FunctionReference.plain(matcher.group(3))).append('`');
      }
    }
    return out.append(text.substring(end)).toString();
  }

  /** A link to the section of a function. */
  static String markdownLink(String name) {
    return "[`" + name + "`](#" + name.toLowerCase(java.util.Locale.ROOT) + ")";
  }
}
