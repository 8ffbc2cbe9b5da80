package io.ballast.market;

import java.time.LocalDate;

/**
 * Runs of dates of one kind: told one by one while they are few, else in one sentence.
 *
 * <p>A data file with a gap each weekend would otherwise tell hundreds of times the same.
 */
final class Runs {
  private static final int FEW = 3;

  /** Takes what is to be told. */
  interface Teller {
    void tell(int position, LocalDate date, String what);
  }

  private final String what;
  private final String runWord;
  private final int[] positions = new int[FEW];
  private final long[] counts = new long[FEW];
  private final LocalDate[] firsts = new LocalDate[FEW];
  private final LocalDate[] lasts = new LocalDate[FEW];
  private int size;
  private long dates;
  private LocalDate last;
  private long longest;
  private LocalDate longestFirst;
  private LocalDate longestLast;

  /**
   * @param what what a run is, such as "no price"
   * @param runWord the runs' name in a sentence, such as "gaps"
   */
  Runs(String what, String runWord) {
    this.what = what;
    this.runWord = runWord;
  }

  void add(int position, long count, LocalDate from, LocalDate to) {
    if (size < FEW) {
      positions[size] = position;
      counts[size] = count;
      firsts[size] = from;
      lasts[size] = to;
    }
    if (count > longest) {
      longest = count;
      longestFirst = from;
      longestLast = to;
    }
    size++;
    dates += count;
    last = to;
  }

  void tell(Teller teller) {
    if (size <= FEW) {
      for (int i = 0; i < size; i++) {
        teller.tell(positions[i], firsts[i], span(what, counts[i], firsts[i], lasts[i]));
      }
      return;
    }
    String all = "%s on %d dates from %s to %s".formatted(what, dates, firsts[0], last);
    teller.tell(
        positions[0],
        firsts[0],
        longest == 1
            ? all
            : "%s, in %d %s, the longest %d dates from %s to %s"
                .formatted(all, size, runWord, longest, longestFirst, longestLast));
  }

  private static String span(String what, long count, LocalDate first, LocalDate last) {
    return count == 1
        ? "%s on %s".formatted(what, first)
        : "%s on %d dates from %s to %s".formatted(what, count, first, last);
  }
}
