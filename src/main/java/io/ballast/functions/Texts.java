package io.ballast.functions;

/** Descriptions of the arguments that many worksheet functions share. */
final class Texts {
  static final String RETURNS = "Returns per period as decimals, one row or column";
  static final String MARKET = "Returns of the market or benchmark, as many as returns";
  static final String RISK_FREE =
      "Annual effective risk-free rate, or a range of rates per period; default 0";
  static final String PERIODS =
      "365 for daily crypto, 252, 52, 12, or 1 for no annualisation; default 365";
  static final String TARGET = "Annual effective rate to be reached; default 0";
  static final String CONFIDENCE = "Confidence above 0.5 and below 1; default 0.95";
  static final String MATRIX = "Returns, one asset a column, one period a row";
  static final String WEIGHTS = "Weights, one an asset, in a row or column";
  static final String WINDOW = "Number of periods in the window, 2 or more";
  static final String OPEN = "Opening prices, one row or column";
  static final String HIGH = "Highest prices, one row or column";
  static final String LOW = "Lowest prices, as many as high";
  static final String CLOSE = "Closing prices, as many as high";

  private Texts() {}
}
