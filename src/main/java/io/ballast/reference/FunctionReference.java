package io.ballast.reference;

import io.ballast.functions.Catalogue;
import io.ballast.functions.Reference;
import io.ballast.functions.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the reference knows of a worksheet function at run time. */
public final class FunctionReference {
  private final Catalogue.Function function;
  private final Reference reference;

  private FunctionReference(Catalogue.Function function) {
    this.function = function;
    this.reference = function.method().getAnnotation(Reference.class);
    if (reference == null) {
      throw new IllegalStateException(function.name() + " has no @Reference");
    }
  }

  /**
   * The reference of a function.
   *
   * @throws IllegalStateException if its method has no {@link Reference}
   */
  public static FunctionReference of(Catalogue.Function function) {
    return new FunctionReference(function);
  }

  /** The function. */
  public Catalogue.Function function() {
    return function;
  }

  /** The lines of the formula, linear; empty for a function without mathematics. */
  public List<String> formula() {
    return List.of(reference.formula());
  }

  /** The lines of the formula as plain text. */
  public List<String> plainFormula() {
    return formula().stream().map(FunctionReference::plain).toList();
  }

  /** What the symbols of the formula mean, in its order of importance. */
  public List<Symbols.Meaning> symbols() {
    return Symbols.of(formula(), List.of(reference.where()));
  }

  /** Author, year and title. */
  public String source() {
    return reference.source();
  }

  /** The example as typed, without {@code =}. */
  public String example() {
    return reference.example();
  }

  /** The topic for which it is one of the functions to begin with, or none. */
  public Optional<Topic> start() {
    return reference.start() == Topic.NONE ? Optional.empty() : Optional.of(reference.start());
  }

  /** The functions that this one names or that name this one, in the order of the catalogue. */
  public List<Catalogue.Function> related() {
    Set<String> named = Set.of(reference.related());
    List<Catalogue.Function> related = new ArrayList<>();
    for (Catalogue.Function other : Catalogue.standard().functions()) {
      Reference its = other.method().getAnnotation(Reference.class);
      if (named.contains(other.name())
          || (its != null && Set.of(its.related()).contains(function.name()))) {
        related.add(other);
      }
    }
    return related;
  }

  /** A linear formula as plain text: without the quotes around words. */
  public static String plain(String formula) {
    return formula.replace("\"", "").replace("$", "");
  }
}
