package io.ballast.batch;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives every portfolio a file name that is valid on any system and its own.
 *
 * <p>Letters, digits, spaces, hyphens and underscores of the id stay, anything else (so every path
 * separator and dot) becomes an underscore; white space around is dropped; the id's part is at most
 * {@value #LONGEST} bytes of UTF-8; a name that Windows reserves gets an underscore; a name that is
 * taken, whatever the case, gets a number.
 */
public final class FileNames {
  private static final int LONGEST = 100;
  private static final Pattern RESERVED =
      Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$");

  private final String suffix;
  private final Set<String> taken = new HashSet<>();

  /**
   * @param suffix what follows the id's part, such as {@code -diversification.xlsx}
   */
  FileNames(String suffix) {
    this.suffix = suffix;
  }

  /** The names of one kind of workbook. */
  public static FileNames forKind(String kind) {
    return new FileNames("-" + kind + ".xlsx");
  }

  /** A new name for an id. */
  public String of(String id) {
    String stem = stem(id);
    String name = stem + suffix;
    for (int i = 2; !taken.add(key(name)); i++) {
      name = stem + "-" + i + suffix;
    }
    return name;
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String stem(String id) {
    StringBuilder result = new StringBuilder();
    String normal = Normalizer.normalize(id, Normalizer.Form.NFC);
    int bytes = 0;
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      i += Character.charCount(c);
      String kept = isKept(c) ? Character.toString(c) : "_";
      bytes += kept.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST) {
        break;
      }
      result.append(kept);
    }
    String stem = result.toString().strip();
    if (stem.isEmpty()) {
      return "portfolio";
    }
    return RESERVED.matcher(key(stem)).matches() ? stem + "_" : stem;
  }

  private static boolean isKept(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || c == '-'
        || c == '_'
        || c == ' ';
  }
}
