package io.ballast.batch;

import java.util.List;

/**
 * What became of a portfolio.
 *
 * @param portfolio its id
 * @param file the workbook's name in the output folder, empty if there is none
 * @param figures the values of the summary in the order of its columns, empty if there are none
 * @param findings how many findings its rows and prices have
 * @param failures why there is no workbook, empty if there is one
 */
public record WorkbookResult(
    String portfolio,
    String file,
    List<Object> figures,
    int findings,
    List<PortfolioFailure> failures) {

  /** Whether there is no workbook. */
  public boolean failed() {
    return !failures.isEmpty();
  }

  /** The summary's status: ok, findings: n, or failed. */
  public String status() {
    if (failed()) {
      return "failed";
    }
    return findings == 0 ? "ok" : "findings: " + findings;
  }
}
