package io.ballast.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * The stored text of a formula that fills a column, cut where it holds the number of a row that
 * moves with the formula: {@code text(0) row(0) text(1) … row(n-1) text(n)}.
 */
public final class FilledText {
  private final String[] texts;
  private final int[] rows;
  private final int lowest;
  private final int highest;

  private FilledText(String[] texts, int[] rows) {
    this.texts = texts;
    this.rows = rows;
    int low = Integer.MAX_VALUE;
    int high = 0;
    for (int row : rows) {
      low = Math.min(low, row);
      high = Math.max(high, row);
    }
    this.lowest = low;
    this.highest = high;
  }

  /** How many row numbers move; there is one text more. */
  public int rowCount() {
    return rows.length;
  }

  public String text(int index) {
    return texts[index];
  }

  /** A row number at row shift 0, counted from 1. */
  public int row(int index) {
    return rows[index];
  }

  /**
   * Whether the text at a row shift is that of the parts with the shift added to each row. It is
   * not where a reference has left the sheet.
   */
  public boolean holdsAt(int rowShift) {
    return rows.length == 0
        || (Corner.isOnSheet(lowest - 1 + rowShift, 0)
            && Corner.isOnSheet(highest - 1 + rowShift, 0));
  }

  /** Collects the parts from left to right. */
  static final class Builder {
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private StringBuilder text = new StringBuilder();

    void text(String part) {
      text.append(part);
    }

    void movingRow(int row) {
      texts.add(text.toString());
      rows.add(row + 1);
      text = new StringBuilder();
    }

    FilledText build() {
      texts.add(text.toString());
      return new FilledText(
          texts.toArray(String[]::new), rows.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
