package io.ballast.batch;

import io.ballast.workbook.Book;
import io.ballast.workbook.BookWriter;
import io.ballast.workbook.Chart;
import io.ballast.workbook.LimitState;
import io.ballast.workbook.Rule;
import io.ballast.workbook.Sheet;
import io.ballast.workbook.Style;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The workbook that lists what a batch made: a row for each workbook with a link to it, the
 * portfolio's value, the worst status of its limits, and the limit that is used most.
 */
public final class BatchIndex {
  /** The file's name. */
  public static final String FILE = "index.xlsx";

  private static final int HEADER = 7;
  private static final int FIRST = 8;
  private static final int STATUS = 5;
  private static final String[] HEADERS = {
    "Client",
    "Portfolio",
    "Adviser",
    "Workbook",
    "Value",
    "Status",
    "Limits breached",
    "Limit used most",
    "Used",
    "Findings"
  };

  private final Clients clients;

  public BatchIndex(Clients clients) {
    this.clients = clients;
  }

  /**
   * Writes the file.
   *
   * @param asOf the date of the workbooks
   * @return how many workbooks it lists
   */
  public int write(Path folder, List<WorkbookResult> results, String asOf) throws IOException {
    Book book = new Book("Index of workbooks", "What a batch made, with a link to each workbook");
    Sheet sheet = book.sheet("Index");
    sheet.set(0, 0, "Index of workbooks", Style.TITLE);
    sheet.set(1, 0, "As of " + asOf + ", made by " + Book.maker(), Style.SUBTITLE);
    int last = FIRST + Math.max(1, results.size()) - 1;
    String statuses = "$F$" + (FIRST + 1) + ":$F$" + (last + 1);
    tile(sheet, 0, "Workbooks", "COUNTA($B$" + (FIRST + 1) + ":$B$" + (last + 1) + ")");
    tile(sheet, 1, "With a breached limit", "COUNTIF(" + statuses + ",\"BREACH\")");
    tile(sheet, 2, "Near a limit", "COUNTIF(" + statuses + ",\"WATCH\")");
    tile(sheet, 3, "Not made", "COUNTIF(" + statuses + ",\"FAILED\")");
    for (int c = 0; c < HEADERS.length; c++) {
      sheet.set(HEADER, c, HEADERS[c], Style.HEADER);
    }
    for (int i = 0; i < results.size(); i++) {
      row(sheet, FIRST + i, results.get(i));
    }
    sheet.add(new Rule.Status(Chart.Block.column(sheet, FIRST, last, STATUS)));
    sheet.widths(26, 24, 20, 24, 16, 14, 12, 34, 10, 26);
    sheet.freeze(FIRST, 1);
    sheet.repeatRow(HEADER);
    book.calculate();
    AtomicFile.write(folder.resolve(FILE), out -> BookWriter.write(book, out));
    return results.size();
  }

  private static void tile(Sheet sheet, int column, String label, String formula) {
    sheet.set(3, column, label, Style.KEY_LABEL);
    sheet.formula(4, column, formula, Style.key(Style.Format.INTEGER));
  }

  private void row(Sheet sheet, int row, WorkbookResult result) {
    Client client = clients.of(result.portfolio());
    sheet.set(row, 0, client.name(), Style.LABEL);
    sheet.set(row, 1, result.portfolio(), Style.LABEL);
    sheet.set(row, 2, client.adviser(), Style.LABEL);
    if (result.failed()) {
      sheet.set(row, 3, result.workbook(), Style.LABEL);
      sheet.set(row, STATUS, "FAILED", Style.STATUS);
      sheet.set(row, 9, result.failures().get(0).sentence(), Style.LABEL);
      return;
    }
    sheet.formula(
        row,
        3,
        "HYPERLINK(" + quoted(result.file()) + "," + quoted(result.workbook()) + ")",
        Style.LINK);
    Object value = result.figures().get(0);
    sheet.set(row, 4, value, Style.calculated(Style.Format.MONEY));
    sheet.set(row, STATUS, status(result), Style.STATUS);
    long breached = result.limits().stream().filter(LimitState::isBreached).count();
    sheet.set(row, 6, (double) breached, Style.calculated(Style.Format.INTEGER));
    Optional<LimitState> most =
        result.limits().stream()
            .filter(limit -> limit.used() instanceof Double)
            .max(Comparator.comparingDouble(limit -> (Double) limit.used()));
    sheet.set(row, 7, most.map(LimitState::limit).orElse(""), Style.LABEL);
    sheet.set(
        row,
        8,
        most.map(LimitState::used).orElse(null),
        Style.calculated(Style.Format.WHOLE_PERCENT));
    sheet.set(row, 9, result.status().equals("ok") ? "" : result.status(), Style.LABEL);
  }

  private static String status(WorkbookResult result) {
    if (result.breached()) {
      return "BREACH";
    }
    return result.limits().stream().anyMatch(LimitState::isAlert) ? "WATCH" : "OK";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
