package io.ballast.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The symbols of formulas and their meanings. */
public final class Symbols {
  /** Symbols that mean the same in every formula that does not say otherwise. */
  private static final Map<String, String> COMMON =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("r", "return per period, as a decimal"),
              Map.entry("x", "excess return per period: the return less the risk-free rate"),
              Map.entry("m", "return of the market per period"),
              Map.entry("t", "target per period"),
              Map.entry("k", "periods per year"),
              Map.entry("n", "number of observations"),
              Map.entry("s", "sample standard deviation, with divisor n − 1"),
              Map.entry("g", "$g_1$ is the skewness, $g_2$ the excess kurtosis, with divisor n"),
              Map.entry("w", "weights"),
              Map.entry("c", "confidence"),
              Map.entry("P", "price"),
              Map.entry("p", "p value"),
              Map.entry("SR", "Sharpe ratio per period"),
              Map.entry("Φ", "standard normal distribution function"),
              Map.entry("Σ", "sample covariance matrix of the returns per period"),
              Map.entry("β", "beta, the slope on the market"),
              Map.entry("ρ", "correlation"),
              Map.entry("χ", "a chi-squared variable with the degrees of freedom below"),
              Map.entry("LR", "likelihood ratio")));

  private Symbols() {}

  /**
   * A symbol, or several with commas between them, and its meaning.
   *
   * @param symbol linear
   * @param text with formulas between dollar signs
   */
  public record Meaning(String symbol, String text) {
    static Meaning of(String line) {
      int colon = line.indexOf(": ");
      if (colon < 0) {
        throw new IllegalArgumentException("found " + line + ", expected symbol: meaning");
      }
      return new Meaning(line.substring(0, colon), line.substring(colon + 2));
    }
  }

  /** The function's own meanings, then the common ones of the symbols left. */
  static List<Meaning> of(List<String> formula, List<String> where) {
    List<Meaning> meanings = new ArrayList<>();
    Set<String> explained = new HashSet<>();
    for (String line : where) {
      Meaning meaning = Meaning.of(line);
      meanings.add(meaning);
      explained.addAll(Typesetter.symbols(meaning.symbol()));
    }
    for (String symbol : used(formula)) {
      if (COMMON.containsKey(symbol) && explained.add(symbol)) {
        meanings.add(new Meaning(symbol, COMMON.get(symbol)));
      }
    }
    return meanings;
  }

  private static Set<String> used(List<String> formula) {
    Set<String> used = new LinkedHashSet<>();
    formula.forEach(line -> used.addAll(Typesetter.symbols(line)));
    return used;
  }
}
