package io.ballast.formula;

import java.util.Locale;
import java.util.Optional;

/** Finds the word that a mistyped one was meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate with the fewest insertions, deletions and replacements of letters between it and
   * the word (Levenshtein 1966), whatever the case; none if that takes more than a third of it.
   */
  public static Optional<String> of(String word, Iterable<String> candidates) {
    String upper = word.toUpperCase(Locale.ROOT);
    String best = null;
    int least = Math.max(1, upper.length() / 3) + 1;
    for (String candidate : candidates) {
      int distance = distance(upper, candidate.toUpperCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
