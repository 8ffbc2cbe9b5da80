package io.ballast.market;

/**
 * Input that cannot be read: the message names the file, row and column, what was found there and
 * what was expected.
 */
public class MarketException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message complete, for a person
   */
  public MarketException(String message) {
    super(message);
  }
}
