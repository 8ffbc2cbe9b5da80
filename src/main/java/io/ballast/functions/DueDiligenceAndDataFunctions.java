package io.ballast.functions;

/** Worksheet functions of due diligence, data and the add-in itself. */
public final class DueDiligenceAndDataFunctions {
  private static final String CATEGORY = "Ballast Due diligence and data";

  private DueDiligenceAndDataFunctions() {}
}
