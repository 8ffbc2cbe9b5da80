package io.ballast.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Drawdowns of compounded wealth below its earlier peak. Wealth starts at 1 before the first
 * return, so that a loss in the first period is a drawdown. A depth within 1e-12 of the peak is
 * rounding and counts as none.
 */
public final class Drawdown {
  private static final double ROUNDING = 1e-12;

  private Drawdown() {}

  /**
   * One distinct drawdown; rows count from 1.
   *
   * @param depth the greatest depth, above 0
   * @param start the first row below the peak
   * @param trough the row of the greatest depth, the first of equal ones
   * @param recovery the first row back at the peak, 0 if there is none
   * @param length the number of periods below the peak
   */
  public record Spell(double depth, int start, int trough, int recovery, int length) {}

  /**
   * Depth below the peak after each period, 1 − W_t/max(1,W_1..W_t), from 0 to 1.
   *
   * <ul>
   *   <li>A missing return is {@code NaN} and leaves the wealth as it was.
   *   <li>A return of −1 or less: {@link Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns simple returns per period, decimals, {@code NaN} where missing
   */
  public static double[] depths(double[] returns) {
    Wealth wealth = new Wealth();
    Wealth peak = new Wealth();
    double[] depths = new double[returns.length];
    for (int i = 0; i < depths.length; i++) {
      if (Double.isNaN(returns[i])) {
        depths[i] = Double.NaN;
        continue;
      }
      wealth.grow("returns", returns[i]);
      double depth = wealth.below(peak);
      if (depth <= 0) {
        peak.set(wealth);
      }
      depths[i] = depth <= ROUNDING ? 0 : depth;
    }
    return depths;
  }

  /** As {@link #depths}, of at least one return. */
  private static double[] path(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    return depths(returns);
  }

  /**
   * Maximum drawdown, the greatest depth, from 0 to 1; no returns: {@link Failure#UNDEFINED}.
   *
   * @param returns simple returns per period, decimals, above −1
   */
  public static double maximum(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    double maximum = MaximumDrawdown.of(returns);
    return maximum <= ROUNDING ? 0 : maximum;
  }

  /** The depth after the last period; arguments and edge cases as {@link #maximum}. */
  public static double current(double[] returns) {
    return path(returns)[returns.length - 1];
  }

  /**
   * The distinct drawdowns in order of time.
   *
   * @param returns simple returns per period, decimals, above −1, {@code NaN} where missing
   */
  public static List<Spell> spells(double[] returns) {
    double[] depths = depths(returns);
    List<Spell> spells = new ArrayList<>();
    int start = 0;
    int trough = 0;
    int length = 0;
    double depth = 0;
    for (int i = 0; i < depths.length; i++) {
      if (depths[i] > 0) {
        start = length == 0 ? i + 1 : start;
        length++;
        if (depths[i] > depth) {
          depth = depths[i];
          trough = i + 1;
        }
      } else if (depths[i] == 0 && length > 0) {
        spells.add(new Spell(depth, start, trough, i + 1, length));
        length = 0;
        depth = 0;
      }
    }
    if (length > 0) {
      spells.add(new Spell(depth, start, trough, 0, length));
    }
    return spells;
  }

  /**
   * The deepest drawdowns, at most so many, deepest first and the earlier first of equal ones.
   *
   * <ul>
   *   <li>No returns: {@link Failure#UNDEFINED}.
   * </ul>
   *
   * @param returns as in {@link #spells}
   * @param top the greatest number, 1 or more
   */
  public static List<Spell> deepest(double[] returns, int top) {
    if (Arrays.stream(returns).allMatch(Double::isNaN)) {
      throw MetricException.tooFew("returns", 0, 1);
    }
    List<Spell> spells = spells(returns);
    spells.sort(Comparator.comparingDouble(Spell::depth).reversed());
    return spells.subList(0, Math.min(top, spells.size()));
  }

  /**
   * Mean depth of the distinct drawdowns, 0 if there are none; no returns: {@link
   * Failure#UNDEFINED}.
   *
   * @param returns simple returns per period, decimals, above −1
   */
  public static double average(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    List<Spell> spells = spells(returns);
    double sum = 0;
    for (Spell spell : spells) {
      sum += spell.depth();
    }
    return spells.isEmpty() ? 0 : sum / spells.size();
  }

  /**
   * Ulcer index, √(ΣD²/n) of the depths D after all n periods, a decimal (Martin and McCann 1989);
   * arguments and edge cases as {@link #maximum}.
   */
  public static double ulcerIndex(double[] returns) {
    double[] squares = path(returns);
    for (int i = 0; i < squares.length; i++) {
      squares[i] *= squares[i];
    }
    return Math.sqrt(Statistics.sum(squares) / squares.length);
  }

  /** Pain index, the mean depth ΣD/n; arguments and edge cases as {@link #maximum}. */
  public static double painIndex(double[] returns) {
    return Statistics.sum(path(returns)) / returns.length;
  }

  /**
   * Conditional drawdown at risk, the mean of the deepest share 1−c of the depths after each
   * period, the one at the boundary counted by its fraction (Chekhlov, Uryasev and Zabarankin
   * 2005).
   *
   * @param returns simple returns per period, decimals, above −1; none: {@link Failure#UNDEFINED}
   * @param confidence c, above 0.5 and below 1
   */
  public static double conditional(double[] returns, double confidence) {
    Checks.confidence(confidence);
    double[] path = path(returns);
    for (int i = 0; i < path.length; i++) {
      path[i] = -path[i];
    }
    return Math.abs(TailRisk.meanOfLeast(path, (1 - confidence) * path.length));
  }

  /**
   * Time under water, the greatest number of successive periods below an earlier peak; arguments
   * and edge cases as {@link #maximum}.
   */
  public static int timeUnderWater(double[] returns) {
    Checks.atLeast(1, "returns", returns);
    int longest = 0;
    for (Spell spell : spells(returns)) {
      longest = Math.max(longest, spell.length());
    }
    return longest;
  }

  /** The depths as a chart shows them, 0 or below; as {@link #depths}. */
  public static double[] series(double[] returns) {
    double[] series = depths(returns);
    for (int i = 0; i < series.length; i++) {
      series[i] = series[i] == 0 ? 0 : -series[i];
    }
    return series;
  }
}
