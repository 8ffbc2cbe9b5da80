package io.ballast.spark;

import io.ballast.batch.FileNames;
import io.ballast.batch.PortfolioEntry;
import io.ballast.batch.PortfolioParser;
import io.ballast.batch.PortfolioRow;
import io.ballast.batch.WorkbookMaker;
import io.ballast.batch.WorkbookResult;
import io.ballast.batch.WorkbookTask;
import io.ballast.workbook.WorkbookKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Makes the workbooks of some portfolios, one after the other: at most one is in memory.
 *
 * <p>A fault of a portfolio is reported, not retried. A workbook that cannot be written makes the
 * task fail once, so that Spark tries it again, perhaps on another machine; then it is reported
 * too.
 *
 * @param parser makes the portfolios
 * @param results turns results into rows
 * @param folder where to
 * @param kinds what to make
 * @param unusualNames of each kind, the file names that are not the ids' own, by id
 * @param retried whether Spark tries a failed task again
 */
record WorkbookTasks(
    Broadcast<PortfolioParser> parser,
    ResultRows results,
    ClusterFolder folder,
    ArrayList<KindSource> kinds,
    Broadcast<ArrayList<HashMap<String, String>>> unusualNames,
    boolean retried)
    implements FlatMapFunction<Iterator<Tuple2<String, Iterable<PortfolioRow>>>, Row> {

  @Override
  public Iterator<Row> call(Iterator<Tuple2<String, Iterable<PortfolioRow>>> portfolios)
      throws IOException {
    TaskContext context = TaskContext.get();
    WorkbookMaker.Output output = folder.open("-" + context.taskAttemptId());
    List<WorkbookKind> made = kinds.stream().map(KindSource::kind).toList();
    Spliterator<Tuple2<String, Iterable<PortfolioRow>>> each =
        Spliterators.spliteratorUnknownSize(portfolios, Spliterator.ORDERED);
    return StreamSupport.stream(each, false)
        .flatMap(portfolio -> rows(portfolio, made, output, context))
        .iterator();
  }

  private Stream<Row> rows(
      Tuple2<String, Iterable<PortfolioRow>> portfolio,
      List<WorkbookKind> made,
      WorkbookMaker.Output output,
      TaskContext context) {
    // The order of the file: sums of positions depend on it in their last digits.
    List<PortfolioRow> rows =
        StreamSupport.stream(portfolio._2().spliterator(), false)
            .sorted(Comparator.comparingLong(PortfolioRow::line))
            .toList();
    PortfolioEntry entry = parser.value().entry(portfolio._1(), rows);
    List<Row> result = new ArrayList<>();
    for (int k = 0; k < made.size(); k++) {
      if (context.isInterrupted()) {
        throw new TaskKilledException();
      }
      String plain = FileNames.forKind(made.get(k).name()).of(entry.id());
      String file = unusualNames.value().get(k).getOrDefault(entry.id(), plain);
      WorkbookTask task = new WorkbookTask(entry, made.get(k), file);
      result.add(
          results.row(rows.get(0).line(), k, entry.findings(), make(task, output, context)));
    }
    return result.stream();
  }

  private WorkbookResult make(
      WorkbookTask task, WorkbookMaker.Output output, TaskContext context) {
    try {
      return WorkbookMaker.make(task, output);
    } catch (IOException e) {
      if (context.isInterrupted() || retried && context.attemptNumber() == 0) {
        throw new UncheckedIOException(e);
      }
      return WorkbookMaker.failed(task, e);
    }
  }
}
