package io.ballast.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells how far a long read is: a bar on a terminal, else a line for every tenth; nothing for files
 * that are read at once.
 */
final class ReadProgress implements AutoCloseable {
  private static final long LONG = 64L << 20;
  private static final long MEGABYTE = 1 << 20;
  private static final int LINES = 10;

  private final long total;
  private final PrintStream err;
  private final ProgressBar bar;
  private long done;

  ReadProgress(long total, boolean terminal, PrintStream err) {
    this.total = total;
    this.err = err;
    this.bar =
        terminal && total >= LONG
            ? new ProgressBarBuilder()
                .setTaskName("reading")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" MB", MEGABYTE)
                .build()
            : null;
  }

  /** Counts bytes as read. */
  void step(long bytes) {
    long before = done;
    done += bytes;
    if (bar != null) {
      bar.stepBy(bytes);
    } else if (total >= LONG && done <= total && done * LINES / total > before * LINES / total) {
      err.printf(
          Locale.ROOT,
          "read %d of %d MB (%d %%)%n",
          done / MEGABYTE,
          total / MEGABYTE,
          100 * done / total);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
