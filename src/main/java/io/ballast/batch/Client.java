package io.ballast.batch;

import io.ballast.workbook.RiskProfile;
import java.io.Serializable;

/**
 * Whose portfolio it is.
 *
 * @param id of the portfolio
 * @param name as the workbooks show it
 * @param adviser who looks after it, or empty
 * @param profile the risk profile, null for the standard one
 * @param benchmark the asset that stands for the market, empty for the run's
 * @param previous the output folder of the report before, null if there is none
 */
record Client(
    String id, String name, String adviser, RiskProfile profile, String benchmark, String previous)
    implements Serializable {
  /** A portfolio of which nothing more is known. */
  static Client unknown(String id) {
    return new Client(id, id, "", null, "", null);
  }
}
