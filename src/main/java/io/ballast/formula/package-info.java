/**
 * Spreadsheet formulas: parsing, printing and evaluating them with our worksheet functions and a
 * listed, tested set of built-ins. What is not on that list is refused by name.
 */
package io.ballast.formula;
