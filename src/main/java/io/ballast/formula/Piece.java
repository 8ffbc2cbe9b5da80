package io.ballast.formula;

/** A part of a formula's text: fixed, or a reference that moves with the formula. */
sealed interface Piece {
  /**
   * Text that stays.
   *
   * @param typed as a user types it
   * @param stored as a file stores it
   */
  record Fixed(String typed, String stored) implements Piece {}

  /** The address of a cell; {@code to} is null unless it is a block. */
  record Moving(Corner from, Corner to) implements Piece {
    void print(StringBuilder out, int rowShift, int columnShift) {
      if (!from.isOnSheetAt(rowShift, columnShift)
          || (to != null && !to.isOnSheetAt(rowShift, columnShift))) {
        out.append("#REF!");
        return;
      }
      from.print(out, rowShift, columnShift);
      if (to != null) {
        to.print(out.append(':'), rowShift, columnShift);
      }
    }

    /** Prints for any row; a column that is not on the sheet makes it {@code #REF!} in all. */
    void print(FilledText.Builder out, int columnShift) {
      if (!from.isOnSheetAt(-from.row(0), columnShift)
          || (to != null && !to.isOnSheetAt(-to.row(0), columnShift))) {
        out.text("#REF!");
        return;
      }
      from.print(out, columnShift);
      if (to != null) {
        out.text(":");
        to.print(out, columnShift);
      }
    }
  }
}
