package io.ballast.functions;

/** Worksheet functions of stop-loss levels and what they are worth. */
public final class StopFunctions {
  private static final String CATEGORY = "Ballast Stops";

  private StopFunctions() {}
}
