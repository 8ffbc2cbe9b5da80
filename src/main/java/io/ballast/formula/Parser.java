package io.ballast.formula;

import io.ballast.functions.Catalogue;
import io.ballast.functions.CellError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the text of a formula, once, from left to right. */
final class Parser {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 255;

  /** Operators by precedence, the weakest first; longer signs before their beginnings. */
  private static final List<List<Sign>> LEVELS =
      List.of(
          List.of(
              new Sign("<>", BinaryOperator.NOT_EQUAL),
              new Sign("<=", BinaryOperator.LESS_OR_EQUAL),
              new Sign(">=", BinaryOperator.GREATER_OR_EQUAL),
              new Sign("=", BinaryOperator.EQUAL),
              new Sign("<", BinaryOperator.LESS),
              new Sign(">", BinaryOperator.GREATER)),
          List.of(new Sign("&", BinaryOperator.JOIN)),
          List.of(new Sign("+", BinaryOperator.ADD), new Sign("-", BinaryOperator.SUBTRACT)),
          List.of(new Sign("*", BinaryOperator.MULTIPLY), new Sign("/", BinaryOperator.DIVIDE)),
          List.of(new Sign("^", BinaryOperator.POWER)));

  private record Sign(String text, BinaryOperator operator) {}

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;
  private int printed;
  private int depth;
  private boolean usesAddIn;

  Parser(String text) {
    this.text = text;
  }

  Node parse() {
    skipSpace();
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
    }
    if (text.length() - at > Formula.LONGEST) {
      throw new FormulaException(
          CellError.VALUE,
          "a formula has at most "
              + Formula.LONGEST
              + " characters, this one has "
              + (text.length() - at));
    }
    skipSpace();
    printed = at;
    if (at == text.length()) {
      throw new FormulaException(CellError.VALUE, "the formula is empty");
    }
    Node root = expression(0);
    if (at < text.length()) {
      throw unexpected("an operator or the end of the formula");
    }
    printUpTo(at);
    return root;
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  boolean usesAddIn() {
    return usesAddIn;
  }

  private Node expression(int level) {
    if (level == LEVELS.size()) {
      return operand();
    }
    Node first = expression(level + 1);
    BinaryOperator operator = operator(level);
    if (operator == null) {
      return first;
    }
    List<BinaryOperator> operators = new ArrayList<>();
    List<Node> others = new ArrayList<>();
    for (; operator != null; operator = operator(level)) {
      operators.add(operator);
      others.add(expression(level + 1));
    }
    return new Node.Chain(first, List.copyOf(operators), List.copyOf(others));
  }

  private BinaryOperator operator(int level) {
    skipSpace();
    for (Sign sign : LEVELS.get(level)) {
      if (text.startsWith(sign.text(), at)) {
        at += sign.text().length();
        return sign.operator();
      }
    }
    return null;
  }

  private Node operand() {
    skipSpace();
    List<UnaryOperator> signs = new ArrayList<>();
    while (peek() == '-' || peek() == '+') {
      signs.add(peek() == '-' ? UnaryOperator.MINUS : UnaryOperator.PLUS);
      at++;
      skipSpace();
    }
    deepen(signs.size());
    Node node = primary();
    for (int i = signs.size() - 1; i >= 0; i--) {
      node = new Node.Unary(signs.get(i), node);
    }
    depth -= signs.size();
    int percents = 0;
    for (skipSpace(); peek() == '%'; skipSpace()) {
      at++;
      deepen(1);
      percents++;
      node = new Node.Unary(UnaryOperator.PERCENT, node);
    }
    depth -= percents;
    return node;
  }

  private void deepen(int levels) {
    depth += levels;
    if (depth > DEEPEST) {
      throw error("more than " + DEEPEST + " levels of nesting");
    }
  }

  private Node primary() {
    char c = peek();
    if (c == '(') {
      return parenthesis();
    }
    if (c == '"') {
      return new Node.Literal(quotedText());
    }
    if (c == '{') {
      return new Node.Literal(arrayConstant());
    }
    if (c == '#') {
      return new Node.Literal(errorLiteral());
    }
    if (isDigit(c) || c == '.') {
      return new Node.Literal(number());
    }
    if (c == '\'') {
      return reference(quotedSheet());
    }
    if (c == '$' || isNameStart(c)) {
      return word();
    }
    if (c == '[') {
      throw error("references to tables and other files are not supported");
    }
    if (c == '@') {
      throw error("the operator @ is not supported");
    }
    throw unexpected("a value");
  }

  private Node parenthesis() {
    at++;
    deepen(1);
    Node inner = expression(0);
    expect(')', "an operator or )");
    depth--;
    return inner;
  }

  private Node word() {
    int start = at;
    String word = word(start);
    at += word.length();
    int end = at;
    skipSpace();
    if (peek() == '(' && word.indexOf('$') < 0) {
      return call(word, start, end);
    }
    if (peek() == '!') {
      at = end;
      expect('!', "!");
      return reference(word);
    }
    at = end;
    if (word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE")) {
      return new Node.Literal(word.equalsIgnoreCase("TRUE"));
    }
    if (Corner.parse(word) != null) {
      at = start;
      return reference(null);
    }
    if (peek() == ':') {
      throw error(
          "a reference needs a letter and a number on both sides of the colon, such as A1:B9");
    }
    if (word.indexOf('$') >= 0) {
      at = start;
      throw error("\"" + word + "\" is not a cell reference");
    }
    return new Node.Name(word);
  }

  private Node reference(String sheet) {
    int start = at;
    Corner from = corner();
    Corner to = null;
    if (peek() == ':') {
      at++;
      to = corner();
    }
    if (peek() == ':') {
      throw unexpected("a reference to one block of cells");
    }
    printUpTo(start);
    pieces.add(new Piece.Moving(from, to));
    printed = at;
    return to == null ? new Node.Cell(sheet, from) : new Node.Range(sheet, from, to);
  }

  private Corner corner() {
    String word = at < text.length() ? word(at) : "";
    Corner corner = Corner.parse(word);
    if (corner == null) {
      throw unexpected("a cell reference such as A1");
    }
    at += word.length();
    return corner;
  }

  private String quotedSheet() {
    int start = at;
    String sheet = quoted('\'', "the sheet name");
    if (peek() != '!') {
      at = start;
      throw error("a quoted sheet name needs ! and a cell after it");
    }
    at++;
    return sheet;
  }

  private Node call(String word, int start, int end) {
    String name = word.toUpperCase(Locale.ROOT);
    for (String prefix : List.of("_XLL.", "_XLFN.")) {
      if (name.startsWith(prefix)) {
        name = name.substring(prefix.length());
      }
    }
    Catalogue.Function ours = Catalogue.standard().find(name).orElse(null);
    BuiltIn builtIn = ours == null ? BuiltIns.find(name) : null;
    if (ours == null && builtIn == null) {
      at = start;
      throw new FormulaException(
          CellError.NAME,
          name + " is not among the functions that Ballast evaluates" + suggestion(name));
    }
    usesAddIn |= ours != null;
    printUpTo(start);
    pieces.add(new Piece.Fixed(name, ours != null ? "_xll." + name : builtIn.storedName()));
    printed = end;
    at++;
    deepen(1);
    List<Node> arguments = arguments();
    depth--;
    int count = arguments.size();
    int least = ours != null ? 0 : builtIn.least();
    int most = ours != null ? ours.arguments().size() : builtIn.most();
    if (count < least || count > most) {
      at = start;
      throw error(
          name
              + " takes "
              + (count < least ? "at least " + least : most == 0 ? "no" : "at most " + most)
              + (count < least && least == 1 || count >= least && most == 1
                  ? " argument"
                  : " arguments")
              + ", found "
              + count);
    }
    return ours != null
        ? new Node.AddInCall(ours, arguments)
        : new Node.BuiltInCall(builtIn, arguments);
  }

  private List<Node> arguments() {
    List<Node> arguments = new ArrayList<>();
    skipSpace();
    if (peek() == ')') {
      at++;
      return arguments;
    }
    while (true) {
      skipSpace();
      arguments.add(peek() == ',' || peek() == ')' ? new Node.Omitted() : expression(0));
      skipSpace();
      if (peek() == ')') {
        at++;
        return List.copyOf(arguments);
      }
      expect(',', "an operator, a comma or )");
    }
  }

  private static String suggestion(String name) {
    TreeSet<String> names = new TreeSet<>(BuiltIns.names());
    Catalogue.standard().functions().forEach(f -> names.add(f.name()));
    Optional<String> nearest = Nearest.of(name, names);
    return nearest.map(n -> "; did you mean " + n + "?").orElse("");
  }

  private Object[][] arrayConstant() {
    at++;
    List<Object[]> rows = new ArrayList<>();
    List<Object> row = new ArrayList<>();
    while (true) {
      row.add(constant());
      skipSpace();
      char c = peek();
      if (c != ',' && c != ';' && c != '}') {
        throw unexpected("a comma, a semicolon or } in the array constant");
      }
      if (c != ',') {
        if (!rows.isEmpty() && rows.get(0).length != row.size()) {
          throw error(
              "row "
                  + (rows.size() + 1)
                  + " of the array constant has "
                  + row.size()
                  + " values, the first has "
                  + rows.get(0).length);
        }
        rows.add(row.toArray());
        row.clear();
      }
      at++;
      if (c == '}') {
        return rows.toArray(new Object[0][]);
      }
    }
  }

  private Object constant() {
    skipSpace();
    char c = peek();
    if (c == '"') {
      return quotedText();
    }
    if (c == '#') {
      return errorLiteral();
    }
    if (c == '-' || c == '+') {
      at++;
      skipSpace();
      double number = isDigit(peek()) || peek() == '.' ? number() : notConstant();
      return c == '-' ? -number : number;
    }
    if (isDigit(c) || c == '.') {
      return number();
    }
    if (isNameStart(c)) {
      String word = word(at);
      if (word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE")) {
        at += word.length();
        return word.equalsIgnoreCase("TRUE");
      }
    }
    return notConstant();
  }

  private double notConstant() {
    throw unexpected("a number, text, TRUE, FALSE or an error in the array constant");
  }

  private double number() {
    int start = at;
    skipDigits();
    if (peek() == '.') {
      at++;
      skipDigits();
    }
    if (peek() == 'e' || peek() == 'E') {
      int exponent = at;
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      if (isDigit(peek())) {
        skipDigits();
      } else {
        at = exponent;
      }
    }
    String digits = text.substring(start, at);
    if (digits.equals(".")) {
      at = start;
      throw unexpected("a value");
    }
    double number = Double.parseDouble(digits);
    if (Double.isInfinite(number)) {
      at = start;
      throw error(digits + " is beyond the largest number");
    }
    return number;
  }

  private void skipDigits() {
    while (isDigit(peek())) {
      at++;
    }
  }

  private String quotedText() {
    int start = at;
    String value = quoted('"', "the text");
    if (value.length() > LONGEST_TEXT) {
      at = start;
      throw error("a text in a formula has at most " + LONGEST_TEXT + " characters");
    }
    return value;
  }

  private String quoted(char quote, String what) {
    int start = at;
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
          at++;
        } else {
          at++;
          return value.toString();
        }
      }
      value.append(c);
    }
    at = start;
    throw error(what + " that starts here has no closing " + quote);
  }

  private CellError errorLiteral() {
    for (CellError.Code code : CellError.Code.values()) {
      if (text.regionMatches(true, at, code.text(), 0, code.text().length())) {
        at += code.text().length();
        return CellError.of(code);
      }
    }
    throw unexpected("an error value such as #N/A");
  }

  private String word(int start) {
    int end = start;
    while (end < text.length() && (isNamePart(text.charAt(end)) || text.charAt(end) == '$')) {
      end++;
    }
    return text.substring(start, end);
  }

  private void printUpTo(int end) {
    if (end > printed) {
      String between = text.substring(printed, end);
      pieces.add(new Piece.Fixed(between, between));
      printed = end;
    }
  }

  private void expect(char wanted, String expected) {
    skipSpace();
    if (peek() != wanted) {
      throw unexpected(expected);
    }
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_' || c == '\\';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\\';
  }

  private FormulaException unexpected(String expected) {
    String found = at < text.length() ? "\"" + text.charAt(at) + "\"" : "the end of the formula";
    return error("found " + found + ", expected " + expected);
  }

  private FormulaException error(String reason) {
    return new FormulaException(CellError.VALUE, "at position " + (at + 1) + ": " + reason);
  }
}
