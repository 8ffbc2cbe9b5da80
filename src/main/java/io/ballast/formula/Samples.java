package io.ballast.formula;

import static io.ballast.formula.BuiltIn.MANY;
import static io.ballast.formula.BuiltIn.over;
import static io.ballast.formula.BuiltIn.whole;

import io.ballast.functions.CellError;
import io.ballast.metrics.Quantiles;
import io.ballast.metrics.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Statistics of samples. Functions of one sample skip what is not a number; functions of two skip a
 * place where either side is not a number. Too few numbers and no variance in a denominator are
 * {@code #DIV/0!}, different lengths {@code #N/A}.
 */
final class Samples {
  private Samples() {}

  /** A statistic of one sample. */
  @FunctionalInterface
  private interface OfOne {
    double apply(double[] x) throws CellError;
  }

  /** A statistic of two samples of one length. */
  @FunctionalInterface
  private interface OfTwo {
    double apply(double[] y, double[] x) throws CellError;
  }

  static List<BuiltIn> all() {
    return List.of(
        one("VAR.S", 2, Statistics::variance),
        one("VAR.P", 1, x -> Statistics.sumOfProducts(x, x) / x.length),
        one("STDEV.S", 2, Statistics::standardDeviation),
        one("STDEV.P", 1, x -> Math.sqrt(Statistics.sumOfProducts(x, x) / x.length)),
        whole("DEVSQ", 1, MANY, Samples::sumOfSquaredDeviations),
        one("SKEW", 3, Samples::skewness),
        one("KURT", 4, Samples::kurtosis),
        whole("MEDIAN", 1, MANY, a -> percentile(NumberList.of(a), 0.5)),
        two("COVARIANCE.S", 2, Statistics::covariance),
        two("CORREL", 2, Samples::correlation),
        two("RSQ", 2, Samples::squaredCorrelation),
        two("SLOPE", 2, Samples::slope),
        two("INTERCEPT", 2, (y, x) -> Statistics.mean(y) - slope(y, x) * Statistics.mean(x)),
        two("STEYX", 3, Samples::standardError),
        over("PERCENTILE.INC", 2, 2, Set.of(0), Samples::percentile),
        over("QUARTILE.INC", 2, 2, Set.of(0), Samples::quartile),
        over("LARGE", 2, 2, Set.of(0), v -> ranked(v, true)),
        over("SMALL", 2, 2, Set.of(0), v -> ranked(v, false)),
        over("RANK.EQ", 2, 3, Set.of(1), Samples::rank));
  }

  private static BuiltIn one(String name, int fewest, OfOne statistic) {
    return whole(
        name,
        1,
        MANY,
        arguments -> {
          double[] x = NumberList.of(arguments);
          return x.length < fewest ? CellError.DIV0 : Coerce.finite(statistic.apply(x));
        });
  }

  private static BuiltIn two(String name, int fewest, OfTwo statistic) {
    return whole(
        name,
        2,
        2,
        arguments -> {
          double[][] pairs = NumberList.pairs(arguments[0], arguments[1]);
          return pairs[0].length < fewest
              ? CellError.DIV0
              : Coerce.finite(statistic.apply(pairs[0], pairs[1]));
        });
  }

  /** {@code DEVSQ}: Σ(x−m)², {@code #NUM!} of nothing. */
  private static Object sumOfSquaredDeviations(Object[] arguments) throws CellError {
    double[] x = NumberList.of(arguments);
    return x.length == 0 ? CellError.NUM : Coerce.finite(Statistics.sumOfProducts(x, x));
  }

  /** {@code SKEW}: n/((n−1)(n−2))·Σ((x−m)/s)³. */
  private static double skewness(double[] x) throws CellError {
    double n = x.length;
    return n / ((n - 1) * (n - 2)) * sumOfPowers(x, 3);
  }

  /** {@code KURT}: n(n+1)/((n−1)(n−2)(n−3))·Σ((x−m)/s)⁴ − 3(n−1)²/((n−2)(n−3)). */
  private static double kurtosis(double[] x) throws CellError {
    double n = x.length;
    return n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sumOfPowers(x, 4)
        - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
  }

  private static double sumOfPowers(double[] x, int power) throws CellError {
    double deviation = positive(Statistics.standardDeviation(x));
    double mean = Statistics.mean(x);
    double[] powers = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      powers[i] = x[i] - mean;
    }
    double rest = Statistics.mean(powers);
    for (int i = 0; i < x.length; i++) {
      double z = (powers[i] - rest) / deviation;
      powers[i] = power == 3 ? z * z * z : z * z * z * z;
    }
    return Statistics.sum(powers);
  }

  /** {@code CORREL}: Pearson's correlation. */
  private static double correlation(double[] y, double[] x) throws CellError {
    double sy = positive(Math.sqrt(Statistics.sumOfProducts(y, y)));
    double sx = positive(Math.sqrt(Statistics.sumOfProducts(x, x)));
    return Math.max(-1, Math.min(1, Statistics.sumOfProducts(y, x) / sy / sx));
  }

  /** {@code RSQ}: the squared correlation. */
  private static double squaredCorrelation(double[] y, double[] x) throws CellError {
    double correlation = correlation(y, x);
    return correlation * correlation;
  }

  /** {@code SLOPE}: of the least-squares line of y on x. */
  private static double slope(double[] y, double[] x) throws CellError {
    return Statistics.sumOfProducts(y, x) / positive(Statistics.sumOfProducts(x, x));
  }

  /** {@code STEYX}: √(Σ residual²/(n−2)) of the least-squares line of y on x. */
  private static double standardError(double[] y, double[] x) throws CellError {
    double slope = slope(y, x);
    double my = Statistics.mean(y);
    double mx = Statistics.mean(x);
    double[] squares = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double residual = (y[i] - my) - slope * (x[i] - mx);
      squares[i] = residual * residual;
    }
    return Math.sqrt(Statistics.sum(squares) / (x.length - 2));
  }

  private static double positive(double denominator) throws CellError {
    if (denominator > 0) {
      return denominator;
    }
    throw CellError.DIV0;
  }

  /** {@code PERCENTILE.INC}: linear between order statistics at k(n−1); k outside 0..1 #NUM!. */
  private static Object percentile(Object[] values) throws CellError {
    return percentile(numbers(values[0]), Coerce.number(values[1]));
  }

  /** {@code QUARTILE.INC}: the percentile of a quarter of the whole number given, 0 to 4. */
  private static Object quartile(Object[] values) throws CellError {
    return percentile(numbers(values[0]), Coerce.integer(values[1]) / 4.0);
  }

  private static Object percentile(double[] x, double k) {
    if (x.length == 0 || !(k >= 0 && k <= 1)) {
      return CellError.NUM;
    }
    return Quantiles.of(x, k);
  }

  /** {@code LARGE}, {@code SMALL}: the k-th from the top or bottom, {@code #NUM!} if none. */
  private static Object ranked(Object[] values, boolean largest) throws CellError {
    double[] sorted = numbers(values[0]).clone();
    double k = Math.ceil(Coerce.number(values[1]));
    if (!(k >= 1 && k <= sorted.length)) {
      return CellError.NUM;
    }
    Arrays.sort(sorted);
    return sorted[largest ? sorted.length - (int) k : (int) k - 1];
  }

  /** {@code RANK.EQ}: 1 for the largest or, with an order other than 0, for the smallest. */
  private static Object rank(Object[] values) throws CellError {
    double number = Coerce.number(values[0]);
    boolean ascending = values.length > 2 && Coerce.number(values[2]) != 0;
    int before = 0;
    boolean found = false;
    for (double v : numbers(values[1])) {
      found |= v == number;
      before += ascending ? (v < number ? 1 : 0) : (v > number ? 1 : 0);
    }
    return found ? (Object) (double) (before + 1) : CellError.NA;
  }

  private static double[] numbers(Object range) throws CellError {
    return NumberList.of(((Lift.Block) range).cells());
  }
}
