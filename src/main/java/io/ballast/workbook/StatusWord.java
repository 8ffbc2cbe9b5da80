package io.ballast.workbook;

/**
 * The words that a status cell may hold, each with a symbol and colours that stay apart for
 * colour-blind readers, after Okabe and Ito (2008).
 */
enum StatusWord {
  OK("Within the limit", "✔", 0xCFE5F5, 0x1F3A5F),
  WATCH("Near the limit", "▲", 0xF6C65B, 0x222222),
  BREACH("Beyond the limit", "✖", 0xD55E00, 0xFFFFFF),
  FAILED("A check failed: a figure is not to be relied on", "✖", 0xD55E00, 0xFFFFFF);

  private final String meaning;
  private final String symbol;
  private final int fill;
  private final int font;

  StatusWord(String meaning, String symbol, int fill, int font) {
    this.meaning = meaning;
    this.symbol = symbol;
    this.fill = fill;
    this.font = font;
  }

  /** What the word says. */
  String meaning() {
    return meaning;
  }

  /** Stands before the word. */
  String symbol() {
    return symbol;
  }

  /** Red, green and blue of the cell. */
  int fill() {
    return fill;
  }

  /** Red, green and blue of the letters. */
  int font() {
    return font;
  }
}
