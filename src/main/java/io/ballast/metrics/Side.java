package io.ballast.metrics;

/** Which way a position profits. */
public enum Side {
  /** Profits when the price rises; its stop is below the price. */
  LONG(1),
  /** Profits when the price falls; its stop is above the price. */
  SHORT(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** 1 for long, −1 for short. */
  public int sign() {
    return sign;
  }
}
