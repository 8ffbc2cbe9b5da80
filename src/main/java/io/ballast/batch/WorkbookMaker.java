package io.ballast.batch;

import io.ballast.workbook.Book;
import io.ballast.workbook.BookWriter;
import io.ballast.workbook.PortfolioException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one workbook. Whatever is wrong with a portfolio, even if it fills the stack or the memory,
 * becomes a result and does not stop the others.
 */
public final class WorkbookMaker {
  private static final Logger LOG = LoggerFactory.getLogger(WorkbookMaker.class);

  private WorkbookMaker() {}

  /** Where a workbook goes. */
  @FunctionalInterface
  public interface Output {
    /** Writes a file that has its name only when it is complete. */
    void write(String file, AtomicFile.Content content) throws IOException;
  }

  /** How a workbook comes about. */
  @FunctionalInterface
  interface Step {
    WorkbookResult run() throws PortfolioException, IOException;
  }

  /**
   * Makes a workbook.
   *
   * @throws IOException if it cannot be written
   */
  public static WorkbookResult make(WorkbookTask task, Output output) throws IOException {
    return make(task, () -> write(task, output));
  }

  static WorkbookResult make(WorkbookTask task, Step step) throws IOException {
    PortfolioEntry entry = task.entry();
    if (!entry.failures().isEmpty()) {
      return failed(task, entry.failures());
    }
    try {
      return step.run().of(entry);
    } catch (PortfolioException e) {
      return failed(
          task,
          List.of(PortfolioFailure.input(entry.id(), 0, e.column(), e.found(), e.expected())));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return failed(task, e);
    }
  }

  static WorkbookResult write(WorkbookTask task, Output output)
      throws PortfolioException, IOException {
    Book book = task.kind().build(task.entry().portfolio());
    output.write(task.file(), out -> BookWriter.write(book, out));
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

  /** A workbook that could not be made through a failure of ours, or could not be written. */
  public static WorkbookResult failed(WorkbookTask task, Throwable e) {
    if (e instanceof IOException failure) {
      LOG.error("portfolio {}: {}", task.entry().id(), WriteFailure.found(failure));
    } else {
      LOG.error("portfolio {}", task.entry().id(), e);
    }
    return failed(task, List.of(ours(task.entry().id(), e)));
  }

  static WorkbookResult failed(WorkbookTask task, List<PortfolioFailure> failures) {
    return new WorkbookResult(
            task.entry().id(), task.kind().name(), "", List.of(), List.of(), 0, 0, failures)
        .of(task.entry());
  }

  static PortfolioFailure ours(String id, Throwable e) {
    return e instanceof IOException failure
        ? new PortfolioFailure(
            id, 0, "workbook", WriteFailure.found(failure), WriteFailure.EXPECTED, true)
        : new PortfolioFailure(id, 0, "workbook", e.toString(), "a workbook written", true);
  }
}
