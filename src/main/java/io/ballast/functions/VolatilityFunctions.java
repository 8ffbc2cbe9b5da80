package io.ballast.functions;

/** Worksheet functions of volatility and the shape of the distribution. */
public final class VolatilityFunctions {
  private static final String CATEGORY = "Ballast Volatility and distribution";

  private VolatilityFunctions() {}
}
