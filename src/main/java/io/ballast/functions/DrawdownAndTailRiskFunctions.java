package io.ballast.functions;

/** Worksheet functions of drawdown, value at risk and expected shortfall. */
public final class DrawdownAndTailRiskFunctions {
  private static final String CATEGORY = "Ballast Drawdown and tail risk";

  private DrawdownAndTailRiskFunctions() {}
}
