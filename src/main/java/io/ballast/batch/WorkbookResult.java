package io.ballast.batch;

import io.ballast.workbook.LimitState;
import java.util.List;

/**
 * What became of a portfolio's workbook.
 *
 * @param portfolio its id
 * @param workbook the kind's name
 * @param file the workbook's name in the output folder, empty if there is none
 * @param figures the values of the summary in the order of its columns, empty if there are none
 * @param limits how the workbook's limits stand
 * @param findings how many findings its rows and prices have
 * @param pricedShare the share of the portfolio that has prices
 * @param failures why there is no workbook, empty if there is one
 */
public record WorkbookResult(
    String portfolio,
    String workbook,
    String file,
    List<Object> figures,
    List<LimitState> limits,
    int findings,
    double pricedShare,
    List<PortfolioFailure> failures) {

  /** Whether there is no workbook. */
  public boolean failed() {
    return !failures.isEmpty();
  }

  /** Whether a limit is breached. */
  public boolean breached() {
    return limits.stream().anyMatch(LimitState::isBreached);
  }

  /** The summary's status: ok, findings: n, or failed. */
  public String status() {
    if (failed()) {
      return "failed";
    }
    return findings == 0 ? "ok" : "findings: " + findings;
  }

  /** The same with what the inputs of this run tell. */
  WorkbookResult of(PortfolioEntry entry) {
    return new WorkbookResult(
        portfolio,
        workbook,
        file,
        figures,
        limits,
        entry.findings().size() + entry.priceFindings(),
        entry.pricedShare(),
        failures);
  }
}
