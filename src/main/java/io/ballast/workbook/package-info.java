/**
 * What each workbook holds, its calculation, and its writer.
 *
 * <p>A workbook is described as a {@link io.ballast.workbook.Book}: sheets of cells with formulas,
 * styles, charts and rules. The book computes every formula with our own functions before it is
 * written, so each formula is stored together with its value.
 */
package io.ballast.workbook;
