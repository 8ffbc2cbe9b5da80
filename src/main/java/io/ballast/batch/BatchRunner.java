package io.ballast.batch;

import io.ballast.workbook.Book;
import io.ballast.workbook.BookWriter;
import io.ballast.workbook.PortfolioException;
import io.ballast.workbook.WorkbookKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the workbook of each portfolio.
 *
 * <p>A fixed number of threads take the next portfolio when they are done with one, so at most one
 * workbook a thread is in memory. A failure of one portfolio, even a full stack or memory, does not
 * stop the others. A workbook has its name only when it is complete; one that an earlier run left
 * for a portfolio that fails now is removed.
 */
public final class BatchRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  private final WorkbookKind kind;
  private final Path folder;
  private final int threads;
  private final Runnable afterEach;

  /**
   * @param kind what to make
   * @param folder where to, made if it is not there
   * @param threads at least 1
   * @param afterEach called after each portfolio, from any thread
   */
  public BatchRunner(WorkbookKind kind, Path folder, int threads, Runnable afterEach) {
    this.kind = kind;
    this.folder = folder;
    this.threads = threads;
    this.afterEach = afterEach;
  }

  /**
   * Makes all workbooks.
   *
   * @return what became of each portfolio, in the same order
   * @throws IOException if the folder cannot be made or cleared of an earlier run's remains
   */
  public List<WorkbookResult> run(List<PortfolioEntry> entries) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.removeLeftovers(folder);
    FileNames names = new FileNames("-" + kind.name() + ".xlsx");
    List<String> files = entries.stream().map(entry -> names.of(entry.id())).toList();
    WorkbookResult[] results = new WorkbookResult[entries.size()];
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        workers.add(
            pool.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < results.length;
                      i = next.getAndIncrement()) {
                    results[i] = make(entries.get(i), files.get(i));
                    afterEach.run();
                  }
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
    return List.of(results);
  }

  private WorkbookResult make(PortfolioEntry entry, String file) {
    int findings = entry.findings().size() + entry.priceFindings();
    List<PortfolioFailure> failures = entry.failures();
    Path target = folder.resolve(file);
    try {
      if (failures.isEmpty()) {
        Book book = kind.build(entry.portfolio());
        AtomicFile.write(target, out -> BookWriter.write(book, out));
        List<Object> figures = new ArrayList<>();
        for (Figure figure : Figure.values()) {
          figures.add(figure.of(book));
        }
        return new WorkbookResult(entry.id(), file, figures, findings, List.of());
      }
    } catch (PortfolioException e) {
      failures =
          List.of(PortfolioFailure.input(entry.id(), 0, e.column(), e.found(), e.expected()));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("portfolio {}", entry.id(), e);
      failures = List.of(ours(entry.id(), e));
    }
    return new WorkbookResult(entry.id(), "", List.of(), findings, withoutOld(target, failures));
  }

  /** Removes the workbook of an earlier run, which would pass for this one's. */
  private static List<PortfolioFailure> withoutOld(Path target, List<PortfolioFailure> failures) {
    try {
      Files.deleteIfExists(target);
      return failures;
    } catch (IOException e) {
      List<PortfolioFailure> all = new ArrayList<>(failures);
      all.add(ours(failures.get(0).portfolio(), e));
      return List.copyOf(all);
    }
  }

  private static PortfolioFailure ours(String id, Throwable e) {
    return new PortfolioFailure(id, 0, "workbook", e.toString(), "a workbook written", true);
  }

  /** The names of the summary's figures, in order. */
  static List<String> figures() {
    return Arrays.stream(Figure.values()).map(Figure::column).toList();
  }
}
