package io.ballast.workbook;

import java.util.List;
import java.util.stream.Stream;

/** How much risk a person is willing and able to carry, from least to most. */
enum RiskProfile {
  CAUTIOUS("Cautious"),
  BALANCED("Balanced"),
  GROWTH("Growth"),
  SPECULATIVE("Speculative");

  private final String word;

  RiskProfile(String word) {
    this.word = word;
  }

  /** As people read it. */
  String word() {
    return word;
  }

  /** All profiles as people read them. */
  static List<String> words() {
    return Stream.of(values()).map(RiskProfile::word).toList();
  }
}
