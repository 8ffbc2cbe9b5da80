package io.ballast.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typesets linear formulas as MathML, in the notation that {@link io.ballast.functions.Reference}
 * describes (a part of Sargent's UnicodeMath, Unicode Technical Note 28).
 */
final class Typesetter {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<space>\\s+)|(?<number>\\d+(?:\\.\\d+)?|[½⅓⅔])|\"(?<text>[^\"]*)\""
              + "|(?<word>[A-Za-z]+\\d*|[\\p{IsGreek}])|(?<other>[^\"])");
  private static final Set<String> LIMITS = Set.of("max", "min", "argmax", "argmin");
  private static final Pattern TALL = Pattern.compile("<(mfrac|msqrt|munder|mover)");
  private static final String CLOSING = ")]}⌋⌉";

  private enum Kind {
    SPACE,
    NUMBER,
    TEXT,
    WORD,
    OTHER
  }

  private record Token(Kind kind, String text) {
    boolean is(String other) {
      return kind == Kind.OTHER && text.equals(other);
    }
  }

  /** A typeset piece; inner is what it is without its parentheses, null if it has none. */
  private record Piece(String mathml, String inner) {
    String bare() {
      return inner == null ? mathml : inner;
    }
  }

  private final String formula;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<String> symbols = new LinkedHashSet<>();
  private int at;
  private int scripts;
  private int subscripts;
  private int depth;
  private boolean display;

  private Typesetter(String formula) {
    this.formula = formula;
    Matcher matcher = TOKEN.matcher(formula);
    int end = 0;
    while (matcher.lookingAt()) {
      end = matcher.end();
      if (matcher.group("space") != null) {
        tokens.add(new Token(Kind.SPACE, " "));
      } else if (matcher.group("number") != null) {
        tokens.add(new Token(Kind.NUMBER, matcher.group("number")));
      } else if (matcher.group("text") != null) {
        tokens.add(new Token(Kind.TEXT, matcher.group("text")));
      } else if (matcher.group("word") != null) {
        tokens.add(new Token(Kind.WORD, matcher.group("word")));
      } else {
        tokens.add(new Token(Kind.OTHER, matcher.group("other")));
      }
      matcher.region(end, formula.length());
    }
    if (end < formula.length()) {
      throw refusal("a closing quote");
    }
  }

  /**
   * One line of a formula as MathML.
   *
   * @param display whether it stands alone rather than in a line of text
   * @throws IllegalArgumentException if it is not a formula
   */
  static String mathml(String formula, boolean display) {
    Typesetter typesetter = new Typesetter(formula);
    typesetter.display = display;
    String body = typesetter.whole();
    return "<math" + (display ? " display=\"block\"" : "") + "><mrow>" + body + "</mrow></math>";
  }

  /** The names of quantities in a line of a formula, those in subscripts left out. */
  static Set<String> symbols(String formula) {
    Typesetter typesetter = new Typesetter(formula);
    typesetter.whole();
    return typesetter.symbols;
  }

  private String whole() {
    String body = sequence("");
    if (at < tokens.size()) {
      throw refusal("no " + tokens.get(at).text());
    }
    return body;
  }

  private IllegalArgumentException refusal(String expected) {
    return new IllegalArgumentException("found the formula " + formula + ", expected " + expected);
  }

  private boolean next(String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }

  private void skipSpaces() {
    while (at < tokens.size() && tokens.get(at).kind() == Kind.SPACE) {
      at++;
    }
  }

  /** Everything up to a closing bracket or, if given, a token that ends it. */
  private String sequence(String end) {
    StringBuilder out = new StringBuilder();
    boolean afterWord = false;
    boolean afterOperand = false;
    depth++;
    for (skipSpaces(); at < tokens.size() && !next(end) && !closes(); skipSpaces()) {
      Token token = tokens.get(at);
      boolean word = token.kind() == Kind.WORD && token.text().length() > 1;
      boolean operand = token.kind() != Kind.OTHER || "√∑∏".contains(token.text());
      if (afterWord && operand || afterOperand && word) {
        out.append("<mspace width=\"0.17em\"/>");
      }
      Piece piece = factor();
      while (next("/")) {
        at++;
        piece = scripts > 0 ? inline(piece, factor()) : fraction(piece, factor());
      }
      out.append(piece.mathml());
      afterOperand = !piece.mathml().startsWith("<mo");
      Token last = tokens.get(at - 1);
      boolean limits = token.kind() == Kind.WORD && LIMITS.contains(token.text());
      afterWord = last.kind() == Kind.WORD && last.text().length() > 1 || limits && !last.is(")");
      if (display && depth == 1 && last.is(",")) {
        out.append("<mspace width=\"0.6em\"/>");
      }
    }
    depth--;
    return out.toString();
  }

  private static Piece fraction(Piece above, Piece below) {
    return new Piece(
        "<mfrac><mrow>" + above.bare() + "</mrow><mrow>" + below.bare() + "</mrow></mfrac>", null);
  }

  /** A fraction in one line, as a script has it. */
  private static Piece inline(Piece above, Piece below) {
    return new Piece(above.mathml() + "<mo>/</mo>" + below.mathml(), null);
  }

  private boolean closes() {
    Token token = tokens.get(at);
    return token.kind() == Kind.OTHER && CLOSING.contains(token.text());
  }

  /** An atom with its scripts, and the parentheses that follow it without a space. */
  private Piece factor() {
    Piece piece = scripted();
    if (piece.inner() != null || at == 0 || tokens.get(at - 1).kind() == Kind.SPACE) {
      return piece;
    }
    StringBuilder applied = new StringBuilder(piece.mathml());
    boolean operator = piece.mathml().startsWith("<mo");
    while (!operator && next("(")) {
      applied.append(scripted().mathml());
    }
    return new Piece(applied.toString(), null);
  }

  private Piece scripted() {
    if (at == tokens.size()) {
      throw refusal("something more");
    }
    Token token = tokens.get(at);
    Piece atom = atom();
    String below = null;
    String above = null;
    while (next("_") || next("^") || next("′")) {
      if (next("_")) {
        at++;
        subscripts++;
        below = script();
        subscripts--;
      } else if (next("^")) {
        at++;
        above = script();
      } else {
        at++;
        above = (above == null ? "" : above) + "<mo>′</mo>";
      }
    }
    if (below == null && above == null) {
      return atom;
    }
    boolean limits = token.is("∑") || token.is("∏") || LIMITS.contains(token.text());
    String tag =
        below == null
            ? limits ? "mover" : "msup"
            : above == null ? (limits ? "munder" : "msub") : limits ? "munderover" : "msubsup";
    return new Piece(
        "<" + tag + ">" + atom.mathml() + row(below) + row(above) + "</" + tag + ">", null);
  }

  private String script() {
    scripts++;
    String script = atom().bare();
    scripts--;
    return script;
  }

  private static String row(String content) {
    return content == null ? "" : "<mrow>" + content + "</mrow>";
  }

  private Piece atom() {
    if (at == tokens.size()) {
      throw refusal("something more");
    }
    Token token = tokens.get(at++);
    return switch (token.kind()) {
      case NUMBER -> new Piece("<mn>" + token.text() + "</mn>", null);
      case TEXT ->
          new Piece("<mi mathvariant=\"normal\">" + nonBreaking(token.text()) + "</mi>", null);
      case WORD -> {
        if (subscripts == 0) {
          symbols.add(token.text());
        }
        yield new Piece("<mi>" + token.text() + "</mi>", null);
      }
      case SPACE -> throw refusal("no space there");
      case OTHER ->
          switch (token.text()) {
            case "(" -> fenced("(", ")");
            case "[" -> fenced("[", "]");
            case "{" -> fenced("{", "}");
            case "⌊" -> fenced("⌊", "⌋");
            case "|" -> fenced("|", "|");
            case "√" -> new Piece("<msqrt>" + scripted().bare() + "</msqrt>", null);
            case "∑", "∏" ->
                new Piece(
                    "<mo largeop=\"true\" movablelimits=\"false\">" + token.text() + "</mo>", null);
            default -> new Piece("<mo>" + Html.escape(token.text()) + "</mo>", null);
          };
    };
  }

  private Piece fenced(String open, String close) {
    String inner = sequence(close);
    if (!next(close)) {
      throw refusal("a closing " + close);
    }
    at++;
    String fence = "<mo fence=\"true\" stretchy=\"" + TALL.matcher(inner).find() + "\" form=\"";
    String row =
        "<mrow>"
            + fence
            + "prefix\">"
            + open
            + "</mo>"
            + inner
            + fence
            + "postfix\">"
            + close
            + "</mo></mrow>";
    return new Piece(row, open.equals("(") ? inner : null);
  }

  /** Text as an identifier, because spaces around operators vanish beside text elements. */
  private static String nonBreaking(String text) {
    return Html.escape(text).replace(' ', '\u00a0');
  }
}
