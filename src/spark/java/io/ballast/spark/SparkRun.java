package io.ballast.spark;

import io.ballast.batch.BatchInputs;
import io.ballast.batch.BatchOutcome;
import io.ballast.batch.BatchRequest;
import io.ballast.batch.FileNames;
import io.ballast.batch.PortfolioEntry;
import io.ballast.batch.PortfolioParser;
import io.ballast.batch.PortfolioReading;
import io.ballast.batch.PortfolioRow;
import io.ballast.batch.WorkbookMaker;
import io.ballast.batch.WorkbookResult;
import io.ballast.market.MarketException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * One batch on Spark.
 *
 * <p>The driver reads prices, clients and limits and sends them to every executor once. The rows of
 * the portfolio file are brought together by portfolio; each task makes the workbooks of some
 * portfolios. That is one action, since workbooks are side effects: its results become the summary
 * as Parquet, from which the driver writes all reports in the order of the portfolio file.
 */
final class SparkRun {
  /** The summary as Parquet. */
  static final String SUMMARY = "summary.parquet";

  private static final int MOST_PORTFOLIOS_A_TASK = 250;
  private static final int TASKS_A_CORE = 3;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final BatchRequest request;
  private final ArrayList<KindSource> kinds;
  private final ClusterFolder folder;

  SparkRun(SparkSession spark, BatchRequest request, List<KindSource> kinds) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.request = request;
    this.kinds = new ArrayList<>(kinds);
    this.folder = new ClusterFolder(request.out(), context.hadoopConfiguration());
  }

  BatchOutcome run() throws MarketException, IOException {
    try (LocalCopies copies = new LocalCopies(context.hadoopConfiguration())) {
      BatchInputs inputs = BatchInputs.read(onThisMachine(copies));
      PortfolioData data = PortfolioData.read(spark, request.portfolios(), copies);
      folder.prepare();
      List<String> ids = ids(data.rows());
      String temporary = SUMMARY + "-" + context.sc().applicationId() + ClusterFolder.INCOMPLETE;
      long start = System.nanoTime();
      make(inputs, data, ids, folder.resolve(temporary).toString());
      double seconds = (System.nanoTime() - start) / 1e9;
      List<WorkbookResult> results = new ArrayList<>();
      List<PortfolioEntry> entries = new ArrayList<>();
      read(folder.resolve(temporary).toString(), results, entries);
      removeFailed(ids, results);
      Path reports = copies.folder("reports");
      BatchOutcome outcome =
          inputs.report(
              reports, results, new PortfolioReading(entries, data.findings()), seconds);
      publish(reports);
      folder.replace(temporary, SUMMARY);
      folder.removeLeftovers();
      return outcome;
    }
  }

  private BatchRequest onThisMachine(LocalCopies copies) throws IOException, MarketException {
    List<String> prices = new ArrayList<>();
    for (String location : request.prices()) {
      prices.add(copies.of(location, "prices" + prices.size()));
    }
    return new BatchRequest(
        prices,
        request.priceOptions(),
        request.portfolios(),
        copies.of(request.clients(), "clients"),
        copies.of(request.limits(), "limits"),
        request.out(),
        request.kinds(),
        request.settings(),
        request.allowShort(),
        request.excludeUnpriced());
  }

  /** The portfolios in order of first appearance. */
  private static List<String> ids(JavaRDD<PortfolioRow> rows) {
    List<Tuple2<String, Long>> first =
        new ArrayList<>(
            rows.mapToPair(row -> new Tuple2<>(row.portfolio(), row.line()))
                .reduceByKey(Math::min)
                .collect());
    first.sort(Comparator.comparingLong(Tuple2::_2));
    return first.stream().map(Tuple2::_1).toList();
  }

  private void make(BatchInputs inputs, PortfolioData data, List<String> ids, String target)
      throws IOException {
    HashSet<String> money = new HashSet<>(PortfolioParser.money(inputs.rules()));
    Set<String> held =
        Set.copyOf(
            data.rows().map(PortfolioRow::asset).filter(money::contains).distinct().collect());
    Broadcast<PortfolioParser> parser =
        context.broadcast(
            new PortfolioParser(
                data.file(),
                inputs.market().table(),
                inputs.market().findings(),
                inputs.rules(),
                held));
    Broadcast<ArrayList<HashMap<String, String>>> names = context.broadcast(unusualNames(ids));
    ResultRows rows = new ResultRows(inputs.rules().clients());
    JavaRDD<Row> results =
        data.rows()
            .keyBy(PortfolioRow::portfolio)
            .groupByKey(tasks(ids.size()))
            .mapPartitions(
                new WorkbookTasks(parser, rows, folder, kinds, names, retriesTasks()));
    try {
      spark.createDataFrame(results, ResultRows.schema()).write().parquet(target);
    } catch (Exception e) {
      throwIfNotWritten(target, e);
      throw e;
    }
    parser.destroy();
    names.destroy();
  }

  /** Spark, which is Scala, throws what it does not declare; the cause tells what to do. */
  private static void throwIfNotWritten(String target, Throwable failure) throws IOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        throw new IOException(target + ": could not be written: " + cause.getMessage(), failure);
      }
    }
  }

  /** Some tasks a core, so that all end at about the same time, and none too long to repeat. */
  private int tasks(int portfolios) {
    int even = Math.min(portfolios, TASKS_A_CORE * context.defaultParallelism());
    return Math.max(even, (portfolios - 1) / MOST_PORTFOLIOS_A_TASK + 1);
  }

  private boolean retriesTasks() {
    boolean once = context.master().matches("local(\\[[^,]*])?");
    return !once && context.getConf().getInt("spark.task.maxFailures", 4) > 1;
  }

  /** Of each kind, the file names that an id alone does not tell: those taken by another's. */
  private ArrayList<HashMap<String, String>> unusualNames(List<String> ids) {
    ArrayList<HashMap<String, String>> result = new ArrayList<>();
    for (KindSource source : kinds) {
      String kind = source.kind().name();
      FileNames names = FileNames.forKind(kind);
      HashMap<String, String> unusual = new HashMap<>();
      for (String id : ids) {
        String name = names.of(id);
        if (!name.equals(FileNames.forKind(kind).of(id))) {
          unusual.put(id, name);
        }
      }
      result.add(unusual);
    }
    return result;
  }

  private void read(String source, List<WorkbookResult> results, List<PortfolioEntry> entries) {
    Iterator<Row> rows =
        spark
            .read()
            .schema(ResultRows.schema())
            .parquet(source)
            .sort(ResultRows.ROW, ResultRows.KIND)
            .toLocalIterator();
    while (rows.hasNext()) {
      Row row = rows.next();
      WorkbookResult result = ResultRows.result(row);
      results.add(result);
      if (row.<Integer>getAs(ResultRows.KIND) == 0) {
        entries.add(
            new PortfolioEntry(
                result.portfolio(), null, result.failures(), ResultRows.findings(row), 0, 0));
      }
    }
  }

  /**
   * Removes the workbooks of an earlier run, which would pass for this one's. Tasks do not: a
   * second copy of a task, out of memory, would remove what the first has made.
   */
  private void removeFailed(List<String> ids, List<WorkbookResult> results) throws IOException {
    for (int k = 0; k < kinds.size(); k++) {
      FileNames names = FileNames.forKind(kinds.get(k).kind().name());
      for (int i = 0; i < ids.size(); i++) {
        String file = names.of(ids.get(i));
        if (results.get(i * kinds.size() + k).failed()) {
          folder.remove(file);
        }
      }
    }
  }

  private void publish(Path reports) throws IOException {
    WorkbookMaker.Output output = folder.open("");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(reports)) {
      for (Path file : files) {
        output.write(file.getFileName().toString(), out -> Files.copy(file, out));
      }
    }
  }
}
