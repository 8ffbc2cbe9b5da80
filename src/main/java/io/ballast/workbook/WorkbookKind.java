package io.ballast.workbook;

/** A kind of workbook, such as diversification. */
public interface WorkbookKind {
  /** The name on the command line and of the file: lower case with hyphens. */
  String name();

  /** What it is for, in one sentence. */
  String description();

  /**
   * Describes and calculates the workbook of a portfolio, exactly as large as it needs.
   *
   * @throws PortfolioException if the portfolio or its prices do not carry this workbook
   */
  default Book build(Portfolio portfolio) throws PortfolioException {
    return build(portfolio, new Room(0, 0, 0));
  }

  /**
   * Describes and calculates the workbook of a portfolio.
   *
   * @param least the room that it has at least
   * @throws PortfolioException if the portfolio or its prices do not carry this workbook
   */
  Book build(Portfolio portfolio, Room least) throws PortfolioException;
}
