package io.ballast.market;

import java.util.Locale;

/** How much a finding matters to a risk figure. */
public enum Severity {
  /** Worth knowing: figures are right. */
  NOTE,
  /** A person should look: figures may be affected. */
  WARNING,
  /** Values could not be used: figures are computed without them. */
  ERROR;

  /** The word that reports show. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
