package io.ballast.batch;

import io.ballast.workbook.WorkbookKind;

/**
 * A workbook to be made.
 *
 * @param entry whose
 * @param kind which
 * @param file its name in the output folder
 */
public record WorkbookTask(PortfolioEntry entry, WorkbookKind kind, String file) {}
