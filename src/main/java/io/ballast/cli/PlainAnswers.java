package io.ballast.cli;

import io.ballast.functions.CellError;
import io.ballast.metrics.Numbers;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints answers for people: single values beside their formulas, arrays as tables under them, to 6
 * significant digits, long ones shortened in the middle.
 */
final class PlainAnswers {
  private static final int WIDEST = 60;
  private static final int MOST_ROWS = 20;
  private static final int HEAD = 12;
  private static final int TAIL = 5;

  private final PrintWriter out;
  private final String indent;
  private final int width;

  PlainAnswers(PrintWriter out, List<String> formulas) {
    this(out, formulas, "");
  }

  /**
   * @param indent before every line
   */
  PlainAnswers(PrintWriter out, List<String> formulas, String indent) {
    this.out = out;
    this.indent = indent;
    this.width =
        formulas.stream().mapToInt(String::length).filter(n -> n <= WIDEST).max().orElse(0);
  }

  void print(Answer answer) {
    if (answer.value() instanceof Object[][] rows) {
      out.println(indent + answer.formula());
      table(rows);
      if (answer.reason() != null) {
        out.println(indent + "    " + answer.reason());
      }
      return;
    }
    String value =
        answer.error() == null ? shown(answer.value()) : answer.error() + "  " + answer.reason();
    if (answer.formula().length() <= width) {
      out.println(
          indent + answer.formula() + " ".repeat(width - answer.formula().length() + 2) + value);
    } else {
      out.println(indent + answer.formula());
      out.println(indent + "    " + value);
    }
  }

  private void table(Object[][] rows) {
    boolean cut = rows.length > MOST_ROWS;
    List<Object[]> kept = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (!cut || i < HEAD || i >= rows.length - TAIL) {
        kept.add(rows[i]);
      }
    }
    int[] widths = new int[rows[0].length];
    for (Object[] row : kept) {
      for (int j = 0; j < widths.length; j++) {
        widths[j] = Math.max(widths[j], cell(row[j]).length());
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      if (cut && i == HEAD) {
        out.printf(
            indent + "    … %d rows more (--format json shows all)%n", rows.length - kept.size());
      }
      StringBuilder line = new StringBuilder(indent + "  ");
      for (int j = 0; j < widths.length; j++) {
        String text = cell(kept.get(i)[j]);
        String space = " ".repeat(widths[j] - text.length());
        boolean left = kept.get(i)[j] instanceof String;
        line.append("  ").append(left ? text + space : space + text);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static String cell(Object value) {
    return value instanceof Double number ? Numbers.significant(number) : shown(value);
  }

  private static String shown(Object value) {
    if (value instanceof Double number) {
      return Numbers.plain(number);
    }
    if (value instanceof Boolean logical) {
      return logical ? "TRUE" : "FALSE";
    }
    if (value instanceof Exception error) {
      return CellError.of(error).toString();
    }
    return value == null ? "" : (String) value;
  }
}
