package io.ballast.workbook;

/** How tall a row must be for its text, since a file's reader does not work that out for itself. */
final class RowHeights {
  private static final double LINE = 15;

  private RowHeights() {}

  /**
   * The height in points that a cell needs, 0 for the standard height.
   *
   * @param width of its column, in characters
   */
  static double of(Cell cell, double width) {
    return switch (cell.style.role()) {
      case TITLE -> 28;
      case KEY_FIGURE -> 32;
      case SECTION -> 22;
      case HEADER, KEY_LABEL -> wrapped(cell, width, 1.15);
      case TEXT -> wrapped(cell, width - 1, 1.0);
      default -> 0;
    };
  }

  private static double wrapped(Cell cell, double width, double boldness) {
    if (!(cell.value instanceof String text)) {
      return 0;
    }
    int lines = 1;
    double used = 0;
    for (String word : text.split(" ")) {
      double length = word.length() * boldness;
      if (used > 0 && used + 1 + length > width) {
        lines++;
        used = length;
      } else {
        used += (used > 0 ? 1 : 0) + length;
      }
    }
    return lines > 1 ? lines * LINE + 2 : 0;
  }
}
