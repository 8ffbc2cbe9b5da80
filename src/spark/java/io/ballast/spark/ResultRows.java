package io.ballast.spark;

import io.ballast.batch.BatchReports;
import io.ballast.batch.BatchRunner;
import io.ballast.batch.Clients;
import io.ballast.batch.PortfolioFailure;
import io.ballast.batch.WorkbookResult;
import io.ballast.market.Finding;
import io.ballast.workbook.LimitState;
import java.io.Serializable;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The summary as a data set: the columns of summary.csv, with numbers as numbers, and everything
 * else that is known of a workbook, so that all reports can be written from it. A figure that is
 * text has no number; its text is in {@code values}, which has all figures in order.
 *
 * @param clients whose portfolios they are
 */
record ResultRows(Clients clients) implements Serializable {
  /** The first row of the portfolio in the portfolio file. */
  static final String ROW = "row";

  /** The place of the kind of workbook among those asked for. */
  static final String KIND = "kind";

  private static final String VALUES = "values";
  private static final String COUNT = "findings";
  private static final String LIMITS = "limits";
  private static final String FAILURES = "failures";
  private static final String NOTES = "notes";

  private static final StructType VALUE =
      new StructType().add("number", DataTypes.DoubleType).add("text", DataTypes.StringType);
  private static final StructType LIMIT =
      new StructType()
          .add("limit", DataTypes.StringType)
          .add("now", VALUE)
          .add("in_force", VALUE)
          .add("used", VALUE)
          .add("status", DataTypes.StringType)
          .add("action", DataTypes.StringType);
  private static final StructType FAILURE =
      new StructType()
          .add("portfolio", DataTypes.StringType)
          .add("row", DataTypes.LongType)
          .add("column", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("expected", DataTypes.StringType)
          .add("ours", DataTypes.BooleanType);
  private static final StructType NOTE =
      new StructType()
          .add("file", DataTypes.StringType)
          .add("row", DataTypes.LongType)
          .add("date", DataTypes.DateType)
          .add("asset", DataTypes.StringType)
          .add("found", DataTypes.StringType)
          .add("action", DataTypes.StringType);

  /** The columns. */
  static StructType schema() {
    StructType schema =
        new StructType().add(ROW, DataTypes.LongType).add(KIND, DataTypes.IntegerType);
    for (String column : BatchReports.summaryColumns()) {
      schema = schema.add(column, isNumber(column) ? DataTypes.DoubleType : DataTypes.StringType);
    }
    return schema
        .add(COUNT, DataTypes.IntegerType)
        .add(VALUES, list(VALUE))
        .add(LIMITS, list(LIMIT))
        .add(FAILURES, list(FAILURE))
        .add(NOTES, list(NOTE));
  }

  private static boolean isNumber(String column) {
    return column.equals("priced_share") || BatchRunner.figures().contains(column);
  }

  private static DataType list(StructType of) {
    return DataTypes.createArrayType(of, false);
  }

  /** A result as a row. */
  Row row(long line, int kind, List<Finding> findings, WorkbookResult result) {
    List<Object> fields = new ArrayList<>(List.of(line, kind));
    List<String> columns = BatchReports.summaryColumns();
    List<Object> summary = BatchReports.summaryRow(result, clients);
    for (int i = 0; i < columns.size(); i++) {
      Object value = summary.get(i);
      fields.add(isNumber(columns.get(i)) && !(value instanceof Double) ? null : value);
    }
    fields.add(result.findings());
    fields.add(result.figures().stream().map(ResultRows::value).toArray());
    fields.add(result.limits().stream().map(ResultRows::limit).toArray());
    fields.add(result.failures().stream().map(ResultRows::failure).toArray());
    fields.add(findings.stream().map(ResultRows::note).toArray());
    return RowFactory.create(fields.toArray());
  }

  /** The result that became this row. */
  static WorkbookResult result(Row row) {
    List<Row> values = row.getList(row.fieldIndex(VALUES));
    List<Row> limits = row.getList(row.fieldIndex(LIMITS));
    List<Row> failures = row.getList(row.fieldIndex(FAILURES));
    List<Object> figures = new ArrayList<>();
    values.forEach(value -> figures.add(object(value)));
    Double pricedShare = row.getAs("priced_share");
    return new WorkbookResult(
        row.getAs("portfolio"),
        row.getAs("workbook"),
        row.getAs("file"),
        figures,
        limits.stream().map(ResultRows::limitState).toList(),
        row.<Integer>getAs(COUNT),
        pricedShare == null ? 0 : pricedShare,
        failures.stream().map(ResultRows::portfolioFailure).toList());
  }

  /** The findings of the portfolio. */
  static List<Finding> findings(Row row) {
    List<Row> notes = row.getList(row.fieldIndex(NOTES));
    return notes.stream().map(ResultRows::finding).toList();
  }

  private static Row value(Object value) {
    return value instanceof Double
        ? RowFactory.create(value, null)
        : RowFactory.create(null, value == null ? null : value.toString());
  }

  private static Object object(Row value) {
    return value.isNullAt(0) ? value.getString(1) : (Object) value.getDouble(0);
  }

  private static Row limit(LimitState limit) {
    return RowFactory.create(
        limit.limit(),
        value(limit.now()),
        value(limit.inForce()),
        value(limit.used()),
        limit.status(),
        limit.action());
  }

  private static LimitState limitState(Row row) {
    return new LimitState(
        row.getString(0),
        object(row.getStruct(1)),
        object(row.getStruct(2)),
        object(row.getStruct(3)),
        row.getString(4),
        row.getString(5));
  }

  private static Row failure(PortfolioFailure failure) {
    return RowFactory.create(
        failure.portfolio(),
        failure.row(),
        failure.column(),
        failure.found(),
        failure.expected(),
        failure.ours());
  }

  private static PortfolioFailure portfolioFailure(Row row) {
    return new PortfolioFailure(
        row.getString(0),
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getBoolean(5));
  }

  private static Row note(Finding finding) {
    return RowFactory.create(
        finding.file(),
        finding.row(),
        finding.date() == null ? null : Date.valueOf(finding.date()),
        finding.asset(),
        finding.what(),
        finding.action());
  }

  private static Finding finding(Row row) {
    return new Finding(
        row.getString(0),
        row.getLong(1),
        row.isNullAt(2) ? null : row.getDate(2).toLocalDate(),
        row.getString(3),
        row.getString(4),
        row.getString(5));
  }
}
