package io.ballast.workbook;

/**
 * A portfolio that a workbook cannot be made from.
 *
 * <p>Says which column of the portfolio file is at fault, what was found and what was expected.
 */
public final class PortfolioException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String column;
  private final String found;
  private final String expected;

  /**
   * @param column such as {@code asset}
   * @param found such as {@code FOO}
   * @param expected such as {@code an asset of the price table}
   */
  public PortfolioException(String column, String found, String expected) {
    super(column + ": found " + found + ", expected " + expected);
    this.column = column;
    this.found = found;
    this.expected = expected;
  }

  /** The column of the portfolio, or the setting, that is wrong. */
  public String column() {
    return column;
  }

  /** What stands there. */
  public String found() {
    return found;
  }

  /** What should stand there. */
  public String expected() {
    return expected;
  }
}
