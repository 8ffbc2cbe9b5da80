package io.ballast.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.ballast.market.Finding;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The CSV files that tell what a batch did: UTF-8, comma, dates in ISO 8601.
 *
 * <p>Text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a carriage
 * return) is written behind an apostrophe.
 */
public final class BatchReports {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  /** One row a portfolio. */
  public static final String SUMMARY = "summary.csv";

  /** One row a fault. */
  public static final String FAILURES = "failures.csv";

  /** One row a finding. */
  public static final String FINDINGS = "findings.csv";

  private BatchReports() {}

  /** A row of the file of findings: the portfolio, empty for the prices and the whole file. */
  private record PortfolioFinding(String portfolio, Finding finding) {}

  /**
   * Writes the summary: the figures of each workbook and its status, in the given order.
   *
   * @param clients whose portfolios they are
   * @return how many rows
   */
  public static int writeSummary(Path folder, List<WorkbookResult> results, Clients clients)
      throws IOException {
    write(
        folder.resolve(SUMMARY), summaryColumns(), results, result -> summaryRow(result, clients));
    return results.size();
  }

  /** The columns of the summary: texts up to the file's name, then figures, then the status. */
  public static List<String> summaryColumns() {
    List<String> columns =
        new ArrayList<>(List.of("portfolio", "client", "adviser", "workbook", "file"));
    columns.addAll(BatchRunner.figures());
    columns.add("priced_share");
    columns.add("status");
    return columns;
  }

  /** A row of the summary: null for what a failed workbook does not have. */
  public static List<Object> summaryRow(WorkbookResult result, Clients clients) {
    List<Object> row = new ArrayList<>();
    Client client = clients.of(result.portfolio());
    row.add(result.portfolio());
    row.add(client.name());
    row.add(client.adviser());
    row.add(result.workbook());
    row.add(result.file());
    for (int i = 0; i < BatchRunner.figures().size(); i++) {
      row.add(result.failed() ? null : result.figures().get(i));
    }
    row.add(result.failed() ? null : (Double) result.pricedShare());
    row.add(result.status());
    return row;
  }

  /**
   * Writes all faults, in the given order.
   *
   * @return how many
   */
  public static int writeFailures(Path folder, List<WorkbookResult> results) throws IOException {
    List<PortfolioFailure> all =
        results.stream().flatMap(result -> result.failures().stream()).distinct().toList();
    write(
        folder.resolve(FAILURES),
        List.of("portfolio", "row", "column", "found", "expected"),
        all,
        f -> {
          List<Object> row = new ArrayList<>();
          row.add(f.portfolio());
          row.add(f.row() == 0 ? null : f.row());
          row.add(f.column());
          row.add(f.found());
          row.add(f.expected());
          return row;
        });
    return all.size();
  }

  /**
   * Writes all findings: first those of the prices, then of the portfolio file, then of each
   * portfolio.
   *
   * @return how many
   */
  public static int writeFindings(Path folder, List<Finding> prices, PortfolioReading portfolios)
      throws IOException {
    List<PortfolioFinding> all = new ArrayList<>();
    prices.forEach(finding -> all.add(new PortfolioFinding("", finding)));
    portfolios.findings().forEach(finding -> all.add(new PortfolioFinding("", finding)));
    for (PortfolioEntry entry : portfolios.entries()) {
      entry.findings().forEach(finding -> all.add(new PortfolioFinding(entry.id(), finding)));
    }
    write(
        folder.resolve(FINDINGS),
        List.of("portfolio", "file", "row", "date", "asset", "found", "action"),
        all,
        f -> {
          List<Object> row = new ArrayList<>();
          row.add(f.portfolio());
          row.add(f.finding().file());
          row.add(f.finding().row() == 0 ? null : f.finding().row());
          row.add(f.finding().date());
          row.add(f.finding().asset());
          row.add(f.finding().what());
          row.add(f.finding().action());
          return row;
        });
    return all.size();
  }

  interface Row<T> {
    List<Object> of(T item);
  }

  static <T> void write(Path target, List<String> header, List<T> items, Row<T> row)
      throws IOException {
    AtomicFile.write(
        target,
        out -> {
          Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CsvWriter csv = CsvWriter.builder().build(text);
          csv.writeRecord(header);
          for (T item : items) {
            csv.writeRecord(row.of(item).stream().map(BatchReports::cell).toList());
          }
          csv.flush();
        });
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    if (value instanceof Long || value instanceof LocalDate) {
      return value.toString();
    }
    return neutral(value.toString());
  }

  /** The text so that no spreadsheet runs it as a formula; a number is none. */
  static String neutral(String text) {
    boolean risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return risky && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
