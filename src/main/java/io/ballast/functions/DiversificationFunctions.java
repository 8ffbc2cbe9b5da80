package io.ballast.functions;

/** Worksheet functions of correlation, diversification and portfolio weights. */
public final class DiversificationFunctions {
  private static final String CATEGORY = "Ballast Correlation and diversification";

  private DiversificationFunctions() {}
}
