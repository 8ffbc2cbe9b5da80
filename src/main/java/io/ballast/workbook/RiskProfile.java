package io.ballast.workbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much risk a person is willing and able to carry, from least to most. */
public enum RiskProfile {
  CAUTIOUS("Cautious"),
  BALANCED("Balanced"),
  GROWTH("Growth"),
  SPECULATIVE("Speculative");

  private final String word;

  RiskProfile(String word) {
    this.word = word;
  }

  /** As people read it. */
  public String word() {
    return word;
  }

  /** All profiles as people read them. */
  public static List<String> words() {
    return Stream.of(values()).map(RiskProfile::word).toList();
  }

  /** The profile of a word in any case. */
  public static Optional<RiskProfile> find(String word) {
    return Stream.of(values()).filter(profile -> profile.word.equalsIgnoreCase(word)).findFirst();
  }
}
