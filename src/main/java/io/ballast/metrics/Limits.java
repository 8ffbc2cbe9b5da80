package io.ballast.metrics;

/** Where a value stands against its limit. */
public final class Limits {
  /** Which way a limit binds. */
  public enum Direction {
    /** The value must not exceed the limit. */
    MAX,
    /** The value must not fall below the limit. */
    MIN
  }

  /** Where a value stands. */
  public enum Status {
    /** Away from the limit. */
    OK,
    /** Close to the limit or at it. */
    WATCH,
    /** Beyond the limit. */
    BREACH
  }

  private Limits() {}

  /**
   * Status of a value: {@link Status#BREACH} beyond the limit, {@link Status#WATCH} from
   * watch·limit on ({@link Direction#MIN}: up to limit/watch), else {@link Status#OK}. Compared in
   * decimals, and a value equal to its limit is not beyond it.
   *
   * <ul>
   *   <li>A negative limit, or a watch level not above 0 and at most 1: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param value the value
   * @param limit its limit, 0 or above, in the same unit
   * @param watch share of the limit from which to watch
   * @param direction which way the limit binds
   */
  public static Status status(double value, double limit, double watch, Direction direction) {
    Checks.notNegative("limit", limit);
    if (!(watch > 0 && watch <= 1)) {
      throw MetricException.domain("watch", watch, "above 0 and at most 1");
    }
    int sign = direction == Direction.MAX ? 1 : -1;
    double edge = direction == Direction.MAX ? watch * limit : limit / watch;
    if (sign * Decimals.compare(value, limit) > 0) {
      return Status.BREACH;
    }
    return sign * Decimals.compare(value, edge) >= 0 ? Status.WATCH : Status.OK;
  }
}
