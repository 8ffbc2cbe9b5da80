package io.ballast.functions;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a host hands over, in words: {@code null}, {@code java.lang.Double 0.5}, {@code
 * java.lang.Object[3][2]: 5 java.lang.Double, 1 null}; an error with its class and message.
 */
final class Diagnosis {
  private static final int LONGEST = 250;

  private Diagnosis() {}

  /** The description of any value, at most 250 characters. */
  static String of(Object value) {
    String text = value instanceof Object[][] rows ? block(rows) : cell(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String cell(Object value) {
    if (value == null) {
      return "null";
    }
    String type = value.getClass().getName();
    return value instanceof Exception e
        ? type + " \"" + e.getMessage() + "\""
        : type + " " + (value instanceof String text ? "\"" + text + "\"" : value);
  }

  private static String block(Object[][] rows) {
    Map<String, Integer> kinds = new TreeMap<>();
    int widest = 0;
    int narrowest = Integer.MAX_VALUE;
    for (Object[] row : rows) {
      int width = row == null ? 0 : row.length;
      widest = Math.max(widest, width);
      narrowest = Math.min(narrowest, width);
      for (int j = 0; j < width; j++) {
        kinds.merge(kind(row[j]), 1, Integer::sum);
      }
    }
    StringBuilder text = new StringBuilder("java.lang.Object[" + rows.length + "][" + widest + "]");
    if (rows.length > 0 && narrowest < widest) {
      text.append(" ragged");
    }
    String separator = ": ";
    for (Map.Entry<String, Integer> kind : kinds.entrySet()) {
      text.append(separator).append(kind.getValue()).append(' ').append(kind.getKey());
      separator = ", ";
    }
    return text.toString();
  }

  private static String kind(Object cell) {
    if (cell instanceof Exception) {
      return cell(cell);
    }
    return cell == null ? "null" : cell.getClass().getName();
  }
}
