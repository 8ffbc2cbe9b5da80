/**
 * The worksheet functions and their catalogue.
 *
 * <p>Each function is declared once, as an annotated static method that every host reads: {@link
 * io.ballast.functions.Catalogue}. {@link io.ballast.functions.Cells} is the one place that turns
 * cells into numbers, {@link io.ballast.functions.Worksheet} the one place that turns failures into
 * error values.
 *
 * <p>A cell is {@code null} (blank), {@code Double}, {@code String}, {@code Boolean} or an error
 * ({@link io.ballast.functions.CellError}, or any other {@code Exception} that a host hands over);
 * a range is an {@code Object[][]} of cells, row by row.
 */
package io.ballast.functions;
