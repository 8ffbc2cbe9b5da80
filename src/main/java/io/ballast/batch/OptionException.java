package io.ballast.batch;

import io.ballast.market.MarketException;

/** An option that does not fit the inputs. */
public final class OptionException extends MarketException {
  private static final long serialVersionUID = 1L;

  OptionException(String message) {
    super(message);
  }
}
