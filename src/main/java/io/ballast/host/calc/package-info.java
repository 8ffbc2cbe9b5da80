/**
 * The LibreOffice Calc add-in.
 *
 * <p>{@link io.ballast.host.calc.AddInGenerator} reads the catalogue at build time and writes all
 * that LibreOffice wants to know: an interface with one method a function, the class that
 * implements it, the configuration with the help texts. {@link io.ballast.host.calc.CalcAddIn} is
 * what the generated class extends, {@link io.ballast.host.calc.CalcValues} the one place that
 * turns Calc's values into cells and back.
 *
 * <p>Where Calc itself makes a difference from Excel, no add-in can help:
 *
 * <ul>
 *   <li>An error cell inside a range ends the call with Err:504 before the function runs, {@code
 *       #N/A} too; so does an error inside an array constant (Err:539).
 *   <li>An error other than {@code #N/A} inside the array that a nested function returns is the
 *       outer function's result. {@code #N/A} is not: inside an array result of ours it is the text
 *       {@code #N/A}, which our functions read as {@code #N/A} again and which the built-in ones
 *       skip as text; {@code ISNA} of such a cell is FALSE.
 *   <li>TRUE and FALSE arrive as 1 and 0, in ranges as well.
 *   <li>A single blank cell in the place of an argument arrives as 0. An argument that is left out
 *       or empty between its separators takes its default.
 *   <li>Array results fill the cells of an array formula (Ctrl+Shift+Enter); they do not spill.
 *   <li>In an ordinary cell an expression on a range, such as {@code A1:A9*2}, is its value in the
 *       cell's own row or column; inside an array formula it is an array.
 *   <li>Nothing is volatile: {@code BALLAST_ERRORS} lists the failures of its own last calculation;
 *       Ctrl+Shift+F9 calculates all anew.
 * </ul>
 */
package io.ballast.host.calc;
