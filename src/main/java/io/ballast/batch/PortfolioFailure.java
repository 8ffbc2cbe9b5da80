package io.ballast.batch;

/**
 * Why a portfolio has no workbook.
 *
 * @param portfolio the portfolio's id, empty if the row has none
 * @param row the row of the portfolio file, counted from 1 with the header; 0 if it concerns no
 *     single row
 * @param column the column of the portfolio file, or what else is at fault
 * @param found what was found there
 * @param expected what was expected
 * @param ours whether the failure is Ballast's own rather than the input's
 */
public record PortfolioFailure(
    String portfolio, long row, String column, String found, String expected, boolean ours) {

  /** A fault of the input. */
  static PortfolioFailure input(
      String portfolio, long row, String column, String found, String expected) {
    return new PortfolioFailure(portfolio, row, column, found, expected, false);
  }

  /** The failure in one line. */
  public String sentence() {
    return (portfolio.isEmpty() ? "no portfolio" : portfolio)
        + (row == 0 ? "" : ", row " + row)
        + (", " + column + ": found " + found + ", expected " + expected);
  }
}
