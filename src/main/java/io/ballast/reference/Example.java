package io.ballast.reference;

import io.ballast.formula.Formula;
import io.ballast.formula.Scope;
import io.ballast.functions.CellError;
import io.ballast.functions.ErrorLog;
import io.ballast.metrics.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The value of an example, as rows of cells to show. */
final class Example {
  private static final int MOST_ROWS = 14;
  private static final int HEAD = 8;
  private static final int TAIL = 3;

  private final Object value;

  private Example(Object value) {
    this.value = value;
  }

  /** Evaluates a formula. */
  static Example of(String formula, Scope scope) {
    ErrorLog.clear();
    return new Example(Formula.parse(formula).evaluate(scope, 0, 0));
  }

  Object value() {
    return value;
  }

  boolean isTable() {
    return value instanceof Object[][];
  }

  /** A single value in full. */
  String single() {
    return value instanceof Double number ? Numbers.plain(number) : text(value);
  }

  /** How many rows the middle of a long table leaves out. */
  int omitted() {
    int rows = ((Object[][]) value).length;
    return rows > MOST_ROWS ? rows - HEAD - TAIL : 0;
  }

  /** How many rows come before those left out. */
  int head() {
    return omitted() > 0 ? HEAD : ((Object[][]) value).length;
  }

  /** The rows shown, numbers to six significant digits. */
  List<List<String>> rows() {
    Object[][] block = (Object[][]) value;
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < block.length; i++) {
      if (i < head() || i >= block.length - TAIL) {
        List<String> row = new ArrayList<>();
        for (Object cell : block[i]) {
          row.add(text(cell));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static String text(Object cell) {
    if (cell instanceof Double number) {
      return Numbers.significant(number);
    }
    if (cell instanceof Boolean logical) {
      return logical ? "TRUE" : "FALSE";
    }
    if (cell instanceof Exception error) {
      return CellError.of(error).toString();
    }
    return cell == null ? "" : (String) cell;
  }
}
