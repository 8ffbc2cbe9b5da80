package io.ballast.workbook;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Times the writing of diversification workbooks of 20 assets over 730 days: every workbook of
 * another portfolio, with prices of its own. See {@code bench/writers}.
 *
 * <p>Arguments: {@code dump FILE}, or {@code ballast|poi|batch WORKBOOKS THREADS}; batch also lays
 * out and calculates each workbook. Prints one line: writer, threads, workbooks, milliseconds of
 * processor time and of the clock per workbook, bytes of a file, peak of the heap and of the
 * process in megabytes.
 */
final class WriterBenchmark {
  private static final int PORTFOLIOS = 6;
  private static final int WARM_UP = 60;

  private WriterBenchmark() {}

  /** Makes a file of the portfolio of this number. */
  private interface Writer {
    void write(int number, OutputStream out) throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("dump")) {
      WriterDump.write(book(0), Path.of(arguments[1]));
      return;
    }
    int workbooks = Integer.parseInt(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    Writer writer = writer(arguments[0]);
    run(writer, Math.min(WARM_UP, workbooks), threads);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long processor = system.getProcessCpuTime();
    long clock = System.nanoTime();
    long bytes = run(writer, workbooks, threads);
    double clockTime = (System.nanoTime() - clock) / 1e6 / workbooks;
    double processorTime = (system.getProcessCpuTime() - processor) / 1e6 / workbooks;
    System.out.printf(
        Locale.ROOT,
        "%s %d %d %.1f %.1f %d %.0f %.0f%n",
        arguments[0],
        threads,
        workbooks,
        processorTime,
        clockTime,
        bytes / workbooks,
        heapPeak(),
        processPeak());
  }

  private static Writer writer(String name) throws PortfolioException {
    if (name.equals("batch")) {
      return (number, out) -> BookWriter.write(book(number), out);
    }
    List<Book> books = new ArrayList<>();
    for (int i = 0; i < PORTFOLIOS; i++) {
      books.add(book(i));
    }
    return switch (name) {
      case "ballast" -> (number, out) -> BookWriter.write(books.get(number % PORTFOLIOS), out);
      case "poi" -> (number, out) -> PlainPoi.write(books.get(number % PORTFOLIOS), out);
      default -> throw new IllegalArgumentException("found " + name + ", expected a writer");
    };
  }

  private static Book book(int number) throws PortfolioException {
    return new Diversification().build(WriterPortfolios.of(number));
  }

  /** Writes so many workbooks; returns the bytes of all. */
  private static long run(Writer writer, int workbooks, int threads) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicLong bytes = new AtomicLong();
    Callable<Void> work =
        () -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
          for (int i = next.getAndIncrement(); i < workbooks; i = next.getAndIncrement()) {
            out.reset();
            writer.write(i, out);
            bytes.addAndGet(out.size());
          }
          return null;
        };
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        running.add(pool.submit(work));
      }
      for (Future<Void> one : running) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }
    return bytes.get();
  }

  private static double heapPeak() {
    double peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        peak += pool.getPeakUsage().getUsed() / 1e6;
      }
    }
    return peak;
  }

  private static double processPeak() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        return Double.parseDouble(line.replaceAll("\\D", "")) / 1e3;
      }
    }
    throw new IOException("no VmHWM in /proc/self/status");
  }
}
