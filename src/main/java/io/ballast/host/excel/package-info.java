/**
 * Excel on Windows, through the Jinx add-in: what happens to failures, which cell called, the
 * ribbon, and the files that Jinx and the tooltips read.
 *
 * <p>Jinx finds the worksheet functions themselves by their annotations; nothing here lists them.
 */
package io.ballast.host.excel;
