package io.ballast.workbook;

/** Sentences of the sheet About that several workbooks say, each without the number of its step. */
final class HowTo {
  /** For a sheet Prices of daily closes. */
  static final String PRICES =
      "Prices: paste dates and daily closing prices, newest at the bottom, one column per asset, its"
          + " name in the heading. Leave a cell empty where there is no price.";

  /** For a workbook with a table of limits. */
  static final String LIMITS = "Limits: choose a risk profile on Inputs, or enter your own limits.";

  /** For a sheet Dashboard that needs no more to be said of it. */
  static final String DASHBOARD =
      "Dashboard: read the result. If a check failed, the sheet Checks says which.";

  /** For a workbook whose figures rest on {@code portfolio_returns}. */
  static final String TODAYS_WEIGHTS =
      "All risk figures are computed at today's weights: the present holdings, as shares of the value"
          + " on the as-of date, are held constant over the history.";

  private HowTo() {}
}
