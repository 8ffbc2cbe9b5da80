package io.ballast.functions;

/** Worksheet functions of systemic and non-systemic risk against a market. */
public final class MarketModelFunctions {
  private static final String CATEGORY = "Ballast Market model";

  private MarketModelFunctions() {}
}
