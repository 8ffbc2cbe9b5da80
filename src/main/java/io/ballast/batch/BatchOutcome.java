package io.ballast.batch;

import java.util.List;

/**
 * What a batch did.
 *
 * @param results what became of each workbook, in the order of the portfolios, then of the kinds
 * @param findings how many findings there are
 * @param alerts how many alerts there are
 * @param seconds how long the workbooks took
 */
public record BatchOutcome(
    List<WorkbookResult> results, int findings, int alerts, double seconds) {}
