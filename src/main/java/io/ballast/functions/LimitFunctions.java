package io.ballast.functions;

/** Worksheet functions of risk limits and their monitoring. */
public final class LimitFunctions {
  private static final String CATEGORY = "Ballast Limits and monitoring";

  private LimitFunctions() {}
}
