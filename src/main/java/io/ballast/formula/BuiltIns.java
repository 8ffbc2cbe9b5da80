package io.ballast.formula;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions of the spreadsheet itself that can be evaluated, by name. */
final class BuiltIns {
  private static final Map<String, BuiltIn> ALL = new TreeMap<>();

  static {
    Stream.of(
            Aggregates.all(),
            Samples.all(),
            Conditionals.all(),
            Matrices.all(),
            Lookups.all(),
            Arithmetic.all(),
            Distributions.all(),
            Logic.all(),
            Information.all(),
            Texts.all(),
            Dates.all())
        .flatMap(List::stream)
        .forEach(
            function -> {
              if (ALL.put(function.name(), function) != null) {
                throw new IllegalStateException(function.name() + " is declared twice");
              }
            });
  }

  private BuiltIns() {}

  /** The function of this name in capitals, or null. */
  static BuiltIn find(String name) {
    return ALL.get(name);
  }

  /** All names, in alphabetical order. */
  static Set<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }
}
