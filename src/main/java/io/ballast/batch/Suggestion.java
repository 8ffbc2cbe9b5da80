package io.ballast.batch;

import java.util.List;
import java.util.Locale;

/** The known name that a person may have meant. */
final class Suggestion {
  private static final int SHORTEST_PREFIX = 3;

  private Suggestion() {}

  /** What was expected in place of an unknown asset: the nearest one, or what there is. */
  static String expected(String unknown, List<String> assets) {
    String nearest = nearest(unknown, assets);
    if (nearest != null) {
      return "an asset of the prices, perhaps " + nearest;
    }
    List<String> first = assets.subList(0, Math.min(10, assets.size()));
    return "an asset of the prices: "
        + String.join(", ", first)
        + (first.size() < assets.size() ? ", … (" + assets.size() + ")" : "");
  }

  /**
   * The name with the fewest letters to change (Levenshtein 1966), at most a third of them and at
   * least one, whatever the case; else one that begins like the unknown name; else null.
   */
  static String nearest(String unknown, List<String> names) {
    String wanted = unknown.toLowerCase(Locale.ROOT);
    String best = null;
    int fewest = Math.max(1, wanted.length() / 3) + 1;
    for (String name : names) {
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      if (distance < fewest) {
        best = name;
        fewest = distance;
      }
    }
    for (int i = 0; i < names.size() && best == null; i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT);
      boolean begins = name.startsWith(wanted) || wanted.startsWith(name);
      if (begins && Math.min(name.length(), wanted.length()) >= SHORTEST_PREFIX) {
        best = names.get(i);
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(before[j], current[j - 1]) + 1);
      }
      int[] swap = before;
      before = current;
      current = swap;
    }
    return before[b.length()];
  }
}
