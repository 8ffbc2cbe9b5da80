package io.ballast.market;

import java.util.Locale;

/** What a price table holds of an asset on a date. */
enum PriceField {
  CLOSE,
  OPEN,
  HIGH,
  LOW,
  VOLUME;

  /** The name of the column in a file. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
