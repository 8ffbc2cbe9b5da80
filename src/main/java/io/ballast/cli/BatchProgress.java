package io.ballast.cli;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells how far a long run is: a bar with rate and remaining time on a terminal, else a line for
 * every tenth of the work.
 */
final class BatchProgress implements AutoCloseable {
  private static final int LINES = 10;

  private final PrintStream err;
  private final int total;
  private final long start = System.nanoTime();
  private final ProgressBar bar;
  private int done;

  BatchProgress(String task, int total, boolean terminal, PrintStream err) {
    this.err = err;
    this.total = total;
    this.bar =
        terminal
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" workbooks", 1)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .build()
            : null;
  }

  /** Counts one more as done. */
  synchronized void step() {
    done++;
    if (bar != null) {
      bar.step();
    } else if ((long) done * LINES / total > (done - 1L) * LINES / total) {
      double seconds = seconds();
      err.printf(
          Locale.ROOT,
          "%d of %d (%d %%), %.1f workbooks/s, %s remaining%n",
          done,
          total,
          100L * done / total,
          done / seconds,
          text(Duration.ofMillis(Math.round(1000 * seconds / done * (total - done)))));
    }
  }

  /** Seconds since the start. */
  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }

  private static String text(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
