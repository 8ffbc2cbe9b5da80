package io.ballast.workbook;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XML as the bytes of a file, UTF-8, in a buffer that grows. */
final class XmlBytes {
  private static final int LONGEST_NUMBER = 24;

  /** Whole numbers below this are written without a decimal point. */
  private static final double WHOLE = 1e15;

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private byte[] bytes = new byte[1 << 16];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /** Whether it holds just these bytes. */
  boolean holds(byte[] others) {
    return Arrays.equals(bytes, 0, length, others, 0, others.length);
  }

  /** Mark-up, as it is. */
  XmlBytes raw(byte[] markup) {
    reserve(markup.length);
    System.arraycopy(markup, 0, bytes, length, markup.length);
    length += markup.length;
    return this;
  }

  /** Mark-up of ASCII characters, as it is. */
  XmlBytes raw(String markup) {
    int n = markup.length();
    reserve(n);
    for (int i = 0; i < n; i++) {
      bytes[length + i] = (byte) markup.charAt(i);
    }
    length += n;
    return this;
  }

  /**
   * Text in an element. What XML cannot hold is written as {@code _xHHHH_}, as spreadsheets do, and
   * so is the beginning of a text that looks like that.
   */
  XmlBytes text(String text) {
    int n = text.length();
    reserve(7 * n);
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '_') {
        bytes[length++] = (byte) c;
      } else {
        i += special(text, i, c);
      }
    }
    return this;
  }

  /** Writes a character that is not plain; returns how many more it took. */
  private int special(String text, int at, char c) {
    switch (c) {
      case '&' -> raw("&amp;");
      case '<' -> raw("&lt;");
      case '>' -> raw(at > 0 && text.charAt(at - 1) == ']' ? "&gt;" : ">");
      case '\t', '\n' -> bytes[length++] = (byte) c;
      case '_' -> {
        if (looksEscaped(text, at)) {
          escaped(c);
        } else {
          bytes[length++] = '_';
        }
      }
      default -> {
        if (Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1))) {
          raw(text.substring(at, at + 2).getBytes(StandardCharsets.UTF_8));
          return 1;
        }
        if (c < ' ' || Character.isSurrogate(c) || c >= 0xFFFE) {
          escaped(c);
        } else {
          encoded(c);
        }
      }
    }
    return 0;
  }

  private void encoded(char c) {
    if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | c >> 6);
      bytes[length++] = (byte) (0x80 | c & 0x3F);
    } else {
      bytes[length++] = (byte) (0xE0 | c >> 12);
      bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[length++] = (byte) (0x80 | c & 0x3F);
    }
  }

  private void escaped(char c) {
    raw("_x");
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = (byte) HEX[c >> shift & 0xF];
    }
    bytes[length++] = '_';
  }

  private static boolean looksEscaped(String text, int at) {
    if (at + 6 >= text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A whole number. */
  XmlBytes number(int number) {
    whole(number);
    return this;
  }

  /** A text as {@link #text} writes it. */
  byte[] encoded(String text) {
    int start = length;
    text(text);
    byte[] encoded = Arrays.copyOfRange(bytes, start, length);
    length = start;
    return encoded;
  }

  /**
   * A number, as few digits as give back the same double.
   *
   * @throws IllegalArgumentException if it is not finite, which no cell can hold
   */
  XmlBytes decimal(double number) {
    if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
      whole((long) number);
    } else if (Double.isFinite(number)) {
      raw(NumberOutput.toString(number, true));
    } else {
      throw new IllegalArgumentException("found " + number + ", expected a finite number");
    }
    return this;
  }

  private void whole(long number) {
    reserve(LONGEST_NUMBER);
    long rest = Math.abs(number);
    int digits = 1;
    for (long power = 10; rest >= power && digits < 19; power *= 10) {
      digits++;
    }
    if (number < 0) {
      bytes[length++] = '-';
    }
    length += digits;
    for (int i = 1; i <= digits; i++) {
      bytes[length - i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
