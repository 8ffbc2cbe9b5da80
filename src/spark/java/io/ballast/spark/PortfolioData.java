package io.ballast.spark;

import io.ballast.batch.PortfolioLayout;
import io.ballast.batch.PortfolioRow;
import io.ballast.market.CsvTable;
import io.ballast.market.Finding;
import io.ballast.market.MarketException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The rows of the portfolio file as a distributed data set.
 *
 * <p>CSV is read by the driver, exactly as by the embedded engine. Parquet, a file or a folder,
 * under a name that ends in {@code .parquet}, is read by the executors; it has the columns of the
 * CSV file, as texts or numbers. Its rows are counted over all files in the order of their names,
 * from 2 on, as if there were a header: so the same rows give the same messages.
 *
 * @param file its name, for messages
 * @param rows in any order
 * @param findings what is odd in the header
 */
record PortfolioData(String file, JavaRDD<PortfolioRow> rows, List<Finding> findings) {
  static PortfolioData read(SparkSession spark, String location, LocalCopies copies)
      throws MarketException, IOException {
    return location.replaceFirst("/+$", "").endsWith(".parquet")
        ? parquet(spark, location)
        : csv(spark, copies.of(location, "portfolios"));
  }

  private static PortfolioData csv(SparkSession spark, String path) throws MarketException {
    CsvTable file = CsvTable.read(Path.of(path));
    PortfolioLayout layout = new PortfolioLayout(file.file(), file.header());
    List<PortfolioRow> rows = new ArrayList<>(file.size());
    for (int i = 0; i < file.size(); i++) {
      rows.add(layout.row(file.line(i), file.row(i)));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return new PortfolioData(file.file(), context.parallelize(rows), layout.findings());
  }

  private static PortfolioData parquet(SparkSession spark, String location)
      throws MarketException, IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(location);
    FileSystem system = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    if (!system.exists(path)) {
      throw new MarketException(location + ": found nothing there, expected a Parquet file");
    }
    Dataset<Row> data = spark.read().parquet(location);
    PortfolioLayout layout = new PortfolioLayout(path.getName(), List.of(data.columns()));
    int width = data.columns().length;
    List<Column> columns = new ArrayList<>();
    for (String name : data.columns()) {
      columns.add(data.col("`" + name + "`"));
    }
    columns.add(functions.col("_metadata.file_path"));
    columns.add(functions.col("_metadata.row_index"));
    Dataset<Row> placed = data.select(columns.toArray(Column[]::new));
    HashMap<String, Long> before = rowsBefore(placed.groupBy("file_path").count().collectAsList());
    JavaRDD<PortfolioRow> rows =
        placed
            .javaRDD()
            .map(
                row -> {
                  String[] fields = new String[width];
                  for (int i = 0; i < width; i++) {
                    fields[i] = text(row.get(i));
                  }
                  long line = before.get(row.getString(width)) + row.getLong(width + 1) + 2;
                  return layout.row(line, fields);
                });
    if (before.isEmpty()) {
      throw new MarketException(location + ": found no rows, expected at least one");
    }
    return new PortfolioData(path.getName(), rows, layout.findings());
  }

  /** How many rows there are before each file. */
  private static HashMap<String, Long> rowsBefore(List<Row> counts) {
    HashMap<String, Long> result = new HashMap<>();
    counts.forEach(row -> result.put(row.getString(0), row.getLong(1)));
    List<String> files = new ArrayList<>(result.keySet());
    Collections.sort(files);
    long before = 0;
    for (String file : files) {
      before += result.put(file, before);
    }
    return result;
  }

  /** A value as a CSV file has it. */
  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    boolean exact = value instanceof BigDecimal;
    boolean finite = value instanceof Number number && Double.isFinite(number.doubleValue());
    return exact || finite
        ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
        : value.toString().strip();
  }
}
