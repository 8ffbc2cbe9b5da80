package io.ballast.functions;

/** Worksheet functions of how much to buy or sell. */
public final class PositionSizingFunctions {
  private static final String CATEGORY = "Ballast Position sizing";

  private PositionSizingFunctions() {}
}
