package io.ballast.batch;

import io.ballast.workbook.Book;

/** A figure of the summary: its column, and the name of its cell in the workbook. */
enum Figure {
  VALUE("value", "portfolio_value"),
  VOLATILITY("volatility", "portfolio_volatility"),
  SHARPE("sharpe", "portfolio_sharpe"),
  BETA("beta", "portfolio_beta"),
  RSQ("rsq", "portfolio_rsq"),
  VALUE_AT_RISK("value_at_risk", "portfolio_var"),
  MAX_DRAWDOWN("max_drawdown", "portfolio_max_drawdown"),
  DIVERSIFICATION_RATIO("diversification_ratio", "diversification_ratio"),
  ALERTS("alerts", "alert_count");

  private final String column;
  private final String cell;

  Figure(String column, String cell) {
    this.column = column;
    this.cell = cell;
  }

  String column() {
    return column;
  }

  /** The value in a book; null if the book has no such cell. */
  Object of(Book book) {
    return book.figure(cell);
  }
}
