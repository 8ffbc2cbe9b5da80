package io.ballast.batch;

import io.ballast.market.MarketException;
import java.io.IOException;

/**
 * What runs a batch beside the engine that is built in: found by {@link java.util.ServiceLoader}.
 * Every engine makes the same workbooks and reports, byte for byte.
 */
public interface BatchEngine {
  /** The name on the command line. */
  String name();

  /**
   * Makes all workbooks and reports.
   *
   * @throws MarketException if the inputs as a whole cannot be used
   * @throws IOException if something cannot be written; what has its name is complete
   */
  BatchOutcome run(BatchRequest request) throws MarketException, IOException;
}
