package io.ballast.market;

/** What a column of a price file holds. */
enum Role {
  TIME,
  TIME_OF_DAY,
  ASSET,
  CLOSE,
  OPEN,
  HIGH,
  LOW,
  VOLUME,
  /** Known, and not needed. */
  OTHER;

  /** The field of a bar that the column holds, or null. */
  PriceField field() {
    return switch (this) {
      case CLOSE -> PriceField.CLOSE;
      case OPEN -> PriceField.OPEN;
      case HIGH -> PriceField.HIGH;
      case LOW -> PriceField.LOW;
      case VOLUME -> PriceField.VOLUME;
      default -> null;
    };
  }
}
