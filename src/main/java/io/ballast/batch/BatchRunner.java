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
 * Makes the workbooks of each portfolio.
 *
 * <p>A fixed number of threads take the next workbook when they are done with one, so at most one
 * workbook a thread is in memory. A failure of one portfolio, even a full stack or memory, does not
 * stop the others; a full disk does. A workbook has its name only when it is complete; one that an
 * earlier run left for a portfolio that fails now is removed. What is finished is kept in a
 * journal, from which a run that was stopped can go on.
 */
public final class BatchRunner {
  private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);

  /** Less room than this on the disk is none. */
  private static final long LEAST_SPACE = 1 << 16;

  private final List<WorkbookKind> kinds;
  private final Path folder;
  private final int threads;
  private final boolean resume;
  private final Runnable afterEach;

  /**
   * @param kinds what to make of each portfolio
   * @param folder where to, made if it is not there
   * @param threads at least 1
   * @param resume whether workbooks that an earlier run finished from the same inputs stay
   * @param afterEach called after each workbook, from any thread
   */
  public BatchRunner(
      List<WorkbookKind> kinds, Path folder, int threads, boolean resume, Runnable afterEach) {
    this.kinds = kinds;
    this.folder = folder;
    this.threads = threads;
    this.resume = resume;
    this.afterEach = afterEach;
  }

  /** A workbook to be made. */
  private record Task(PortfolioEntry entry, WorkbookKind kind, String file) {}

  /**
   * Makes all workbooks.
   *
   * @param entries all with the same prices
   * @return what became of each workbook, in the order of the portfolios, then of the kinds
   * @throws DiskFullException if there is no more room; what is finished stays
   * @throws IOException if the folder cannot be made or cleared of an earlier run's remains
   */
  public List<WorkbookResult> run(List<PortfolioEntry> entries) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.removeLeftovers(folder);
    List<Task> tasks = tasks(entries);
    WorkbookResult[] results = new WorkbookResult[tasks.size()];
    Journal journal = new Journal(folder, resume);
    Fingerprint fingerprint =
        entries.stream()
            .filter(entry -> entry.portfolio() != null)
            .findFirst()
            .map(entry -> new Fingerprint(entry.portfolio().prices()))
            .orElse(null);
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        workers.add(
            pool.submit(
                () -> {
                  try {
                    for (int i = next.getAndIncrement();
                        i < results.length;
                        i = next.getAndIncrement()) {
                      results[i] = make(tasks.get(i), journal, fingerprint);
                      afterEach.run();
                    }
                  } catch (DiskFullException e) {
                    next.set(results.length);
                    throw e;
                  }
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DiskFullException full) {
        throw full;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdownNow();
    }
    return List.of(results);
  }

  private List<Task> tasks(List<PortfolioEntry> entries) {
    List<FileNames> names =
        kinds.stream().map(kind -> new FileNames("-" + kind.name() + ".xlsx")).toList();
    List<Task> tasks = new ArrayList<>();
    for (PortfolioEntry entry : entries) {
      for (int k = 0; k < kinds.size(); k++) {
        tasks.add(new Task(entry, kinds.get(k), names.get(k).of(entry.id())));
      }
    }
    return tasks;
  }

  private WorkbookResult make(Task task, Journal journal, Fingerprint fingerprint)
      throws DiskFullException {
    PortfolioEntry entry = task.entry();
    List<PortfolioFailure> failures = entry.failures();
    Path target = folder.resolve(task.file());
    try {
      if (failures.isEmpty()) {
        String made = fingerprint.of(entry.portfolio(), task.kind().name());
        WorkbookResult earlier = journal.finished(entry.id(), task.kind().name(), made);
        if (earlier != null && earlier.file().equals(task.file())) {
          return earlier.of(entry);
        }
        WorkbookResult result = write(task, target).of(entry);
        journal.enter(result, made);
        return result;
      }
    } catch (PortfolioException e) {
      failures =
          List.of(PortfolioFailure.input(entry.id(), 0, e.column(), e.found(), e.expected()));
    } catch (IOException e) {
      stopIfDiskIsFull(e);
      LOG.error("portfolio {}", entry.id(), e);
      failures = List.of(ours(entry.id(), e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.error("portfolio {}", entry.id(), e);
      failures = List.of(ours(entry.id(), e));
    }
    return new WorkbookResult(
            entry.id(),
            task.kind().name(),
            "",
            List.of(),
            List.of(),
            0,
            0,
            withoutOld(target, failures))
        .of(entry);
  }

  private static WorkbookResult write(Task task, Path target)
      throws PortfolioException, IOException {
    Book book = task.kind().build(task.entry().portfolio());
    AtomicFile.write(target, out -> BookWriter.write(book, out));
    List<Object> figures = new ArrayList<>();
    for (Figure figure : Figure.values()) {
      figures.add(figure.of(book));
    }
    return new WorkbookResult(
        task.entry().id(),
        task.kind().name(),
        task.file(),
        figures,
        book.limits(),
        0,
        1,
        List.of());
  }

  private void stopIfDiskIsFull(IOException e) throws DiskFullException {
    long space;
    try {
      space = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      e.addSuppressed(unknown);
      return;
    }
    if (space < LEAST_SPACE) {
      throw new DiskFullException(folder, e);
    }
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
