package io.ballast.workbook;

import io.ballast.formula.FilledText;
import io.ballast.formula.Formula;

/**
 * Writes the formulas of a column. One that was filled down is escaped and encoded once; in each
 * further row only the numbers of rows are written anew.
 */
final class FilledFormula {
  private Formula formula;
  private int columnShift;
  private FilledText text;
  private byte[][] texts;

  /** Writes the text of a cell's formula as the file stores it. */
  void write(Cell cell, XmlBytes out) {
    if (cell.formula != formula || cell.columnShift != columnShift) {
      formula = cell.formula;
      columnShift = cell.columnShift;
      text = null;
    } else if (text == null) {
      encode(out);
    }
    if (text == null || !text.holdsAt(cell.rowShift)) {
      out.text(formula.stored(cell.rowShift, columnShift));
      return;
    }
    int last = text.rowCount();
    for (int i = 0; i < last; i++) {
      out.raw(texts[i]).number(text.row(i) + cell.rowShift);
    }
    out.raw(texts[last]);
  }

  private void encode(XmlBytes out) {
    text = formula.filled(columnShift);
    texts = new byte[text.rowCount() + 1][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = out.encoded(text.text(i));
    }
  }
}
