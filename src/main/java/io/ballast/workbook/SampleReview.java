package io.ballast.workbook;

import java.time.LocalDate;
import java.util.Map;

/**
 * A made-up review of an asset of the {@link SampleMarket}, which shows what a filled-in due
 * diligence looks like. It says nothing about any real asset.
 *
 * @param reviewer who made it
 * @param age in days on the as-of date
 * @param scores a digit for each question in the order of {@link Criterion}, a hyphen where it is
 *     not answered
 * @param flags the red flags: y, n, or a hyphen where not answered, in the order of {@link RedFlag}
 */
record SampleReview(String reviewer, int age, String scores, String flags) {
  private static final String CLEAR = "nnnnnnnn";

  private static final Map<String, SampleReview> ALL =
      Map.of(
          "BTC", new SampleReview("A. Sample", 21, "455545454555455545", CLEAR),
          "ETH", new SampleReview("A. Sample", 21, "554435544444544444", CLEAR),
          "SOL", new SampleReview("B. Sample", 35, "454244343343342333", CLEAR),
          "BNB", new SampleReview("B. Sample", 143, "435154522332434324", CLEAR),
          "XRP", new SampleReview("A. Sample", 48, "444344433343443333", CLEAR),
          "DOGE", new SampleReview("B. Sample", 12, "124332342132341132", "nnnnynnn"),
          "PAXG", new SampleReview("A. Sample", 30, "4-43--4-54---4----", CLEAR),
          "USDC", new SampleReview("B. Sample", 30, "445255445544443544", CLEAR));

  /** The review of an asset of a portfolio; an empty one outside the sample market. */
  static SampleReview of(Portfolio portfolio, String asset) {
    SampleReview none =
        new SampleReview(
            "", 0, "-".repeat(Criterion.questionCount()), "-".repeat(RedFlag.values().length));
    return portfolio.source().equals(SampleMarket.SOURCE) ? ALL.getOrDefault(asset, none) : none;
  }

  private boolean isEmpty() {
    return reviewer.isEmpty();
  }

  /** The reviewer, null if there is none. */
  String by() {
    return isEmpty() ? null : reviewer;
  }

  /** The day number of the review, null if there is none. */
  Double on(LocalDate asOf) {
    return isEmpty() ? null : (Double) Days.serial(asOf.minusDays(age));
  }

  /** The score of a question, null if it is not answered. */
  Double score(int question) {
    char c = scores.charAt(question);
    return c == '-' ? null : (Double) (double) (c - '0');
  }

  /** The made-up place of a score's evidence; null without a score, and for the oldest review. */
  String evidence(String asset, int question) {
    return score(question) == null || age > 90 ? null : "Note " + asset + "-" + (question + 1);
  }

  /** "yes" or "no", null if not answered. */
  String flag(int flag) {
    return switch (flags.charAt(flag)) {
      case 'y' -> "yes";
      case 'n' -> "no";
      default -> null;
    };
  }
}
