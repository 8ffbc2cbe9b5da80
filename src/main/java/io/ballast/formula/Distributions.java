package io.ballast.formula;

import static io.ballast.formula.BuiltIn.scalar;

import io.ballast.functions.CellError;
import io.ballast.metrics.Normal;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/** Probability distributions, cell by cell. Outside their domain they are {@code #NUM!}. */
final class Distributions {
  private Distributions() {}

  static List<BuiltIn> all() {
    return List.of(
        scalar("NORM.S.INV", 1, 1, v -> normalQuantile(Coerce.number(v[0]))),
        scalar("NORM.S.DIST", 2, 2, v -> normal(v[0], 0.0, 1.0, v[1])),
        scalar("NORM.DIST", 4, 4, v -> normal(v[0], v[1], v[2], v[3])),
        scalar("T.DIST.2T", 2, 2, Distributions::studentTails),
        scalar("CHISQ.DIST.RT", 2, 2, Distributions::chiSquareTail),
        scalar("BINOM.DIST", 4, 4, Distributions::binomial));
  }

  /** {@code NORM.S.INV}: the quantile of the standard normal distribution. */
  private static double normalQuantile(double p) throws CellError {
    require(p > 0 && p < 1);
    return Normal.quantile(p);
  }

  /** {@code NORM.S.DIST}, {@code NORM.DIST}: cumulative probability, or density. */
  private static Object normal(Object x, Object mean, Object deviation, Object cumulative)
      throws CellError {
    double s = Coerce.number(deviation);
    require(s > 0);
    double z = (Coerce.number(x) - Coerce.number(mean)) / s;
    return Coerce.finite(
        Coerce.logical(cumulative) ? Normal.probability(z) : Normal.density(z) / s);
  }

  /** {@code T.DIST.2T}: P(|T| > x) of Student's t with ⌊degrees⌋ degrees of freedom. */
  private static Object studentTails(Object[] values) throws CellError {
    double x = Coerce.number(values[0]);
    int degrees = Coerce.integer(values[1]);
    require(x >= 0 && degrees >= 1);
    return Beta.regularizedBeta(degrees / (degrees + x * x), degrees / 2.0, 0.5);
  }

  /** {@code CHISQ.DIST.RT}: P(χ² > x) with ⌊degrees⌋ degrees of freedom. */
  private static Object chiSquareTail(Object[] values) throws CellError {
    double x = Coerce.number(values[0]);
    int degrees = Coerce.integer(values[1]);
    require(x >= 0 && degrees >= 1);
    return Gamma.regularizedGammaQ(degrees / 2.0, x / 2);
  }

  /** {@code BINOM.DIST}: the chance of so many, or of at most so many, successes in n trials. */
  private static Object binomial(Object[] values) throws CellError {
    int successes = Coerce.integer(values[0]);
    int trials = Coerce.integer(values[1]);
    double p = Coerce.number(values[2]);
    require(successes >= 0 && successes <= trials && p >= 0 && p <= 1);
    if (!Coerce.logical(values[3])) {
      return new BinomialDistribution(null, trials, p).probability(successes);
    }
    return successes == trials
        ? 1.0
        : Beta.regularizedBeta(1 - p, trials - successes, successes + 1.0);
  }

  private static void require(boolean inDomain) throws CellError {
    if (!inDomain) {
      throw CellError.NUM;
    }
  }
}
