package io.ballast.metrics;

/**
 * A measure that cannot be computed from its arguments: which argument, what was found there and
 * what was expected. Carries no stack trace, because it reports the caller's input and is thrown in
 * recalculations of thousands of cells.
 */
public final class MetricException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final String argument;
  private final String found;
  private final String expected;

  /**
   * @param failure the kind of failure
   * @param argument the argument's name as a user sees it, such as {@code periods_per_year}
   * @param found what was found, such as {@code -1}
   * @param expected what was expected, such as {@code a number above 0}
   */
  public MetricException(Failure failure, String argument, String found, String expected) {
    super(argument + ": found " + found + ", expected " + expected, null, false, false);
    this.failure = failure;
    this.argument = argument;
    this.found = found;
    this.expected = expected;
  }

  /** Two inputs of different lengths. */
  public static MetricException lengths(String argument, int found, String other, int expected) {
    return new MetricException(
        Failure.NOT_AVAILABLE, argument, found + " values", expected + " values, as in " + other);
  }

  /** A number outside its domain. */
  public static MetricException domain(String argument, double found, String expected) {
    return new MetricException(Failure.OUT_OF_DOMAIN, argument, Numbers.plain(found), expected);
  }

  /** Too few observations. */
  public static MetricException tooFew(String argument, int found, int needed) {
    return new MetricException(
        Failure.UNDEFINED,
        argument,
        found + (found == 1 ? " number" : " numbers"),
        "at least " + needed);
  }

  /** A denominator of zero, such as the deviation of a constant series. */
  public static MetricException zero(String argument, String found, String expected) {
    return new MetricException(Failure.UNDEFINED, argument, found, expected);
  }

  /** The kind of failure, which decides the error value. */
  public Failure failure() {
    return failure;
  }

  /** The name of the argument at fault. */
  public String argument() {
    return argument;
  }

  /** What was found there. */
  public String found() {
    return found;
  }

  /** What was expected instead. */
  public String expected() {
    return expected;
  }
}
