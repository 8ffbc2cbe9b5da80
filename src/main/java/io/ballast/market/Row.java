package io.ballast.market;

import java.util.Arrays;

/** The fields of one row in one buffer that is used again for the next row. */
final class Row {
  char[] text = new char[256];
  private int[] ends = new int[16];
  private int size;
  private long line;

  void begin(long rowLine) {
    size = 0;
    line = rowLine;
  }

  /** Adds a field without the white space around it. */
  void add(char[] source, int from, int length) {
    int start = from;
    int end = from + length;
    while (start < end && isSpace(source[start])) {
      start++;
    }
    while (end > start && isSpace(source[end - 1])) {
      end--;
    }
    int at = size == 0 ? 0 : ends[size - 1];
    if (at + end - start > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, at + end - start));
    }
    System.arraycopy(source, start, text, at, end - start);
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    ends[size++] = at + end - start;
  }

  void add(String field) {
    add(field.toCharArray(), 0, field.length());
  }

  private static boolean isSpace(char c) {
    return c <= ' ' && c != '\0' || c == '\u00A0' || c == '\uFEFF';
  }

  /** The line of the file on which the row starts, counted from 1. */
  long line() {
    return line;
  }

  int size() {
    return size;
  }

  int start(int field) {
    return field == 0 ? 0 : ends[field - 1];
  }

  int end(int field) {
    return ends[field];
  }

  String field(int field) {
    return field < size ? new String(text, start(field), end(field) - start(field)) : "";
  }

  boolean isBlank(int field) {
    return field >= size || start(field) == end(field);
  }

  boolean isBlank() {
    return size == 0 || ends[size - 1] == 0;
  }

  String[] fields() {
    String[] result = new String[size];
    for (int i = 0; i < size; i++) {
      result[i] = field(i);
    }
    return result;
  }
}
