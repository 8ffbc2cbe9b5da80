package io.ballast.functions;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest failures of worksheet functions, for {@code BALLAST_ERRORS} and {@code eval}. */
public final class ErrorLog {
  /** How many failures are kept. */
  public static final int CAPACITY = 1000;

  private static final Deque<Entry> ENTRIES = new ArrayDeque<>();

  private ErrorLog() {}

  /**
   * One failure.
   *
   * @param time when it happened
   * @param cell the calling cell, empty where the host does not tell
   * @param function the function's name
   * @param argument the argument's name
   * @param found what was found there
   * @param expected what was expected
   * @param error the error value given
   */
  public record Entry(
      Instant time,
      String cell,
      String function,
      String argument,
      String found,
      String expected,
      CellError error) {
    /** The reason in one line. */
    public String reason() {
      return function + ": " + argument + ": found " + found + ", expected " + expected;
    }
  }

  static void add(Entry entry) {
    synchronized (ENTRIES) {
      if (ENTRIES.size() == CAPACITY) {
        ENTRIES.removeLast();
      }
      ENTRIES.addFirst(entry);
    }
  }

  /** The latest failures, newest first, at most so many. */
  public static List<Entry> latest(int count) {
    synchronized (ENTRIES) {
      List<Entry> result = new ArrayList<>();
      for (Entry entry : ENTRIES) {
        if (result.size() == count) {
          break;
        }
        result.add(entry);
      }
      return result;
    }
  }

  /** Forgets all failures. */
  public static void clear() {
    synchronized (ENTRIES) {
      ENTRIES.clear();
    }
  }
}
