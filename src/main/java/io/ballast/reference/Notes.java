package io.ballast.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the Javadoc of the mathematics says of a function. Texts hold code between backquotes and
 * names of functions between {@code [[} and {@code ]]}.
 *
 * @param conventions what is computed and how
 * @param errors when which error value comes back
 */
record Notes(List<String> conventions, List<String> errors) {
  private static final Pattern PIECE = Pattern.compile("(?<=[.;])\\s+");
  private static final Pattern ERROR = Pattern.compile("`#[A-Z/0!]+!?`");
  private static final Pattern OPTION = Pattern.compile("`\"[a-z-]+\"`: ");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?i)(arguments and )?edge cases as (.*)");
  private static final Pattern ARGUMENTS =
      Pattern.compile("(?i)((edge cases and )?arguments as .*|as `.*)");

  /** Sorts the sentences of a Javadoc comment. */
  static Notes of(JavadocReader.Comment comment) {
    Notes notes = new Notes(new ArrayList<>(), new ArrayList<>());
    comment.paragraphs().forEach(notes::sort);
    comment.items().forEach(notes::sort);
    return notes;
  }

  private void sort(String paragraph) {
    Matcher option = OPTION.matcher(paragraph);
    String prefix = option.lookingAt() ? option.group() : "";
    List<String> kept = new ArrayList<>();
    for (String piece : PIECE.split(paragraph)) {
      Matcher elsewhere = ELSEWHERE.matcher(piece);
      boolean keep = false;
      if (ERROR.matcher(piece).find()) {
        errors.add(piece.startsWith(prefix) ? sentence(piece) : prefix + lower(sentence(piece)));
      } else if (elsewhere.matches()) {
        errors.add(sentence("as " + elsewhere.group(2)));
      } else {
        keep = !ARGUMENTS.matcher(piece).matches();
      }
      if (keep) {
        kept.add(piece);
      } else if (!kept.isEmpty()) {
        kept.add(sentence(kept.remove(kept.size() - 1)));
      }
    }
    if (!kept.isEmpty()) {
      conventions.add(sentence(String.join(" ", kept)));
    }
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static String sentence(String text) {
    String body = text.replaceAll("[.;]$", "");
    boolean word = body.startsWith("a ") || body.matches("[a-z][a-z].*");
    return (word ? Character.toUpperCase(body.charAt(0)) + body.substring(1) : body) + ".";
  }
}
