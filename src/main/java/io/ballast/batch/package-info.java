/**
 * Many portfolios: reading them, making a workbook of each, and reporting what happened.
 *
 * <p>A portfolio that cannot be used never stops the others: all its faults are listed.
 */
package io.ballast.batch;
