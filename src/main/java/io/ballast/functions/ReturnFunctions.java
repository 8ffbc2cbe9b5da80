package io.ballast.functions;

/** Worksheet functions of returns, growth and recovery. */
public final class ReturnFunctions {
  private static final String CATEGORY = "Ballast Returns";

  private ReturnFunctions() {}
}
