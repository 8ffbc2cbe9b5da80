package io.ballast.batch;

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

  /**
   * Makes all workbooks.
   *
   * @param entries all with the same prices
   * @return what became of each workbook, in the order of the portfolios, then of the kinds
   * @throws DiskFullException if there is no more room; what is finished stays
   * @throws OptionException if the folder cannot be made, written, or cleared of an earlier run's
   *     remains
   */
  public List<WorkbookResult> run(List<PortfolioEntry> entries)
      throws DiskFullException, OptionException {
    Journal journal = open();
    List<WorkbookTask> tasks = tasks(entries);
    WorkbookResult[] results = new WorkbookResult[tasks.size()];
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

  private Journal open() throws DiskFullException, OptionException {
    try {
      Files.createDirectories(folder);
      AtomicFile.removeLeftovers(folder);
      return new Journal(folder, resume);
    } catch (IOException e) {
      DiskFullException.check(folder, e);
      throw new OptionException(
          "--out: found " + WriteFailure.found(e) + ", expected " + WriteFailure.EXPECTED);
    }
  }

  private List<WorkbookTask> tasks(List<PortfolioEntry> entries) {
    List<FileNames> names = kinds.stream().map(kind -> FileNames.forKind(kind.name())).toList();
    List<WorkbookTask> tasks = new ArrayList<>();
    for (PortfolioEntry entry : entries) {
      for (int k = 0; k < kinds.size(); k++) {
        tasks.add(new WorkbookTask(entry, kinds.get(k), names.get(k).of(entry.id())));
      }
    }
    return tasks;
  }

  private WorkbookResult make(WorkbookTask task, Journal journal, Fingerprint fingerprint)
      throws DiskFullException {
    WorkbookResult result;
    try {
      result = WorkbookMaker.make(task, () -> finished(task, journal, fingerprint));
    } catch (IOException e) {
      DiskFullException.check(folder, e);
      result = WorkbookMaker.failed(task, e);
    }
    return result.failed() ? withoutOld(task, result) : result;
  }

  private WorkbookResult finished(WorkbookTask task, Journal journal, Fingerprint fingerprint)
      throws PortfolioException, IOException {
    PortfolioEntry entry = task.entry();
    String made = fingerprint.of(entry.portfolio(), task.kind().name());
    WorkbookResult earlier = journal.finished(entry.id(), task.kind().name(), made);
    if (earlier != null && earlier.file().equals(task.file())) {
      return earlier;
    }
    WorkbookResult result =
        WorkbookMaker.write(
            task, (file, content) -> AtomicFile.write(folder.resolve(file), content));
    journal.enter(result.of(entry), made);
    return result;
  }

  /** Removes the workbook of an earlier run, which would pass for this one's. */
  private WorkbookResult withoutOld(WorkbookTask task, WorkbookResult result) {
    try {
      Files.deleteIfExists(folder.resolve(task.file()));
      return result;
    } catch (IOException e) {
      List<PortfolioFailure> all = new ArrayList<>(result.failures());
      all.add(WorkbookMaker.ours(all.get(0).portfolio(), e));
      return WorkbookMaker.failed(task, List.copyOf(all));
    }
  }

  /** The names of the summary's figures, in order. */
  public static List<String> figures() {
    return Arrays.stream(Figure.values()).map(Figure::column).toList();
  }
}
