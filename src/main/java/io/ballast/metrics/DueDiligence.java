package io.ballast.metrics;

import java.util.List;

/** Scores of a checklist of weighted criteria. */
public final class DueDiligence {
  private static final double ROUNDING = 1e-12;

  private DueDiligence() {}

  /** The state of a red flag, something that rules an asset out whatever its score. */
  public enum Flag {
    RAISED,
    CLEAR,
    /** Not looked into. */
    UNKNOWN
  }

  /**
   * Score from 0 to 100 over the answered criteria, 100·Σws/(max·Σw).
   *
   * <ul>
   *   <li>0 when any red flag is raised; otherwise {@link Failure#NOT_AVAILABLE} when any is
   *       unknown, or when under half of the weight is answered.
   *   <li>A score outside 0..max, a weight below 0, a maximum of 0 or less: {@link
   *       Failure#OUT_OF_DOMAIN}. Weights that sum to 0: {@link Failure#UNDEFINED}.
   *   <li>A criterion without a weight counts for nothing.
   * </ul>
   *
   * @param scores points, {@code NaN} where not answered
   * @param weights as many, not below 0, {@code NaN} where missing
   * @param maximum the most points, above 0
   * @param flags the red flags, in any number
   */
  public static double score(double[] scores, double[] weights, double maximum, List<Flag> flags) {
    if (!(maximum > 0)) {
      throw MetricException.domain("maximum", maximum, "a number above 0");
    }
    double coverage = coverage(scores, weights);
    double points = 0;
    double answered = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] < 0 || scores[i] > maximum) {
        throw MetricException.domain(
            "scores", scores[i], "points from 0 to " + Numbers.plain(maximum));
      }
      if (!Double.isNaN(scores[i]) && !Double.isNaN(weights[i])) {
        points += weights[i] * scores[i];
        answered += weights[i];
      }
    }
    if (flags.contains(Flag.RAISED)) {
      return 0;
    }
    if (flags.contains(Flag.UNKNOWN)) {
      throw new MetricException(
          Failure.NOT_AVAILABLE, "red_flags", "a flag without an answer", "yes or no for each");
    }
    if (coverage < 0.5 - ROUNDING) {
      throw new MetricException(
          Failure.NOT_AVAILABLE,
          "scores",
          "answers to " + Numbers.plain(coverage) + " of the weight",
          "answers to at least half of it");
    }
    return 100 * points / (maximum * answered);
  }

  /**
   * The share of the weight whose criteria are answered, from 0 to 1; arguments and edge cases as
   * {@link #score}.
   */
  public static double coverage(double[] scores, double[] weights) {
    Checks.sameLength("weights", weights, "scores", scores);
    double total = 0;
    double answered = 0;
    for (int i = 0; i < scores.length; i++) {
      if (weights[i] < 0) {
        throw MetricException.domain("weights", weights[i], "weights of 0 or more");
      }
      if (!Double.isNaN(weights[i])) {
        total += weights[i];
        answered += Double.isNaN(scores[i]) ? 0 : weights[i];
      }
    }
    Checks.denominator("weights", total, "a sum of 0", "a sum above 0");
    return answered / total;
  }
}
