package io.ballast.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A reader of the formulas in golden cases, independent of the library's own parser: nested calls
 * of our functions, numbers, text, TRUE and FALSE, array constants, column names, omitted
 * arguments.
 */
final class Expression {
  private final String text;
  private final Map<String, Object> names;
  private Object[] outer;
  private int at;

  private Expression(String text, Map<String, Object> names) {
    this.text = text;
    this.names = names;
  }

  /** The evaluated arguments of the outermost call. */
  static Object[] arguments(String formula, Map<String, Object> names) {
    Expression expression = new Expression(formula, names);
    expression.operand();
    expression.end();
    return expression.outer;
  }

  /** The name of the outermost call. */
  static String function(String formula) {
    return formula.substring(0, formula.indexOf('('));
  }

  /** The value of a formula; names are column names and DATA. */
  static Object evaluate(String formula, Map<String, Object> names) {
    Expression expression = new Expression(formula, names);
    Object value = expression.operand();
    expression.end();
    return value;
  }

  private void end() {
    if (at != text.length()) {
      throw broken();
    }
  }

  private Object operand() {
    char c = peek();
    if (c == '{') {
      return array();
    }
    if (Character.isLetter(c)) {
      return word();
    }
    return constant();
  }

  private Object word() {
    int start = at;
    while (Character.isLetterOrDigit(peek()) || peek() == '_') {
      at++;
    }
    String word = text.substring(start, at);
    if (peek() == '(') {
      at++;
      return call(word);
    }
    if (word.equals("TRUE") || word.equals("FALSE")) {
      return word.equals("TRUE");
    }
    if (!names.containsKey(word)) {
      throw new IllegalArgumentException("no column " + word + " for " + text);
    }
    return names.get(word);
  }

  private Object call(String name) {
    List<Object> arguments = new ArrayList<>();
    while (peek() != ')') {
      arguments.add(peek() == ',' ? null : operand());
      if (peek() == ',') {
        at++;
        if (peek() == ')') {
          arguments.add(null);
        }
      }
    }
    at++;
    outer = arguments.toArray();
    return Catalogue.standard()
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException("no function " + name))
        .call(outer);
  }

  private Object array() {
    List<Object[]> rows = new ArrayList<>();
    List<Object> row = new ArrayList<>();
    do {
      at++;
      row.add(constant());
      if (peek() != ',') {
        rows.add(row.toArray());
        row.clear();
      }
    } while (peek() == ',' || peek() == ';');
    if (peek() != '}') {
      throw broken();
    }
    at++;
    return rows.toArray(new Object[0][]);
  }

  private Object constant() {
    if (peek() == '"') {
      int close = text.indexOf('"', at + 1);
      String value = text.substring(at + 1, close);
      at = close + 1;
      return value;
    }
    int start = at;
    boolean error = peek() == '#';
    while (at < text.length() && ",;(){}".indexOf(peek()) < 0) {
      at++;
    }
    String token = text.substring(start, at).toUpperCase(Locale.ROOT);
    if (error) {
      return CellError.parse(token);
    }
    if (token.equals("TRUE") || token.equals("FALSE")) {
      return token.equals("TRUE");
    }
    return Double.valueOf(token);
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("cannot read " + text + " at " + at);
  }
}
