package io.ballast.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.ballast.workbook.LimitState;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch has finished so far, in a file of the output folder, so that a run which was stopped
 * can go on. A workbook is entered after it has its name: what is entered is complete. A line cut
 * off by the end of a process does not count.
 */
final class Journal {
  /** The file's name. */
  static final String FILE = ".ballast-journal.csv";

  private static final int FIXED = 5;

  private final Path folder;
  private final Path file;
  private final Map<String, Entry> entries = new HashMap<>();

  private record Entry(String fingerprint, long bytes, WorkbookResult result, List<String> line) {}

  /**
   * Opens the journal of a folder.
   *
   * @param resume whether what an earlier run entered counts; otherwise it is forgotten
   */
  Journal(Path folder, boolean resume) throws IOException {
    this.folder = folder;
    this.file = folder.resolve(FILE);
    if (resume && Files.exists(file)) {
      read();
    }
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries.values()) {
      text.append(line(entry.line()));
    }
    AtomicFile.write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private void read() throws IOException {
    String text = Files.readString(file);
    int complete = text.lastIndexOf('\n') + 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text.substring(0, complete))) {
      for (CsvRecord line : csv) {
        List<String> fields = line.getFields();
        WorkbookResult result = result(fields);
        entries.put(
            key(result.portfolio(), result.workbook()),
            new Entry(fields.get(2), Long.parseLong(fields.get(4)), result, fields));
      }
    }
  }

  /**
   * What an earlier run made of a portfolio; null if it did not, if it was made from something
   * else, or if its file is no longer as it was written.
   */
  WorkbookResult finished(String portfolio, String workbook, String fingerprint)
      throws IOException {
    Entry entry = entries.get(key(portfolio, workbook));
    if (entry == null || !entry.fingerprint().equals(fingerprint)) {
      return null;
    }
    Path made = folder.resolve(entry.result().file());
    return Files.isRegularFile(made) && Files.size(made) == entry.bytes() ? entry.result() : null;
  }

  /** Enters a workbook that has its name. */
  void enter(WorkbookResult result, String fingerprint) throws IOException {
    List<String> fields = new ArrayList<>();
    fields.add(result.portfolio());
    fields.add(result.workbook());
    fields.add(fingerprint);
    fields.add(result.file());
    fields.add(Long.toString(Files.size(folder.resolve(result.file()))));
    fields.add(Integer.toString(result.limits().size()));
    for (LimitState limit : result.limits()) {
      fields.add(limit.limit());
      fields.add(encoded(limit.now()));
      fields.add(encoded(limit.inForce()));
      fields.add(encoded(limit.used()));
      fields.add(limit.status());
      fields.add(limit.action());
    }
    result.figures().forEach(figure -> fields.add(encoded(figure)));
    byte[] line = line(fields).getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      Files.write(file, line, StandardOpenOption.APPEND);
    }
  }

  private static WorkbookResult result(List<String> fields) {
    int limits = Integer.parseInt(fields.get(FIXED));
    List<LimitState> states = new ArrayList<>();
    int at = FIXED + 1;
    for (int i = 0; i < limits; i++, at += 6) {
      states.add(
          new LimitState(
              fields.get(at),
              decoded(fields.get(at + 1)),
              decoded(fields.get(at + 2)),
              decoded(fields.get(at + 3)),
              fields.get(at + 4),
              fields.get(at + 5)));
    }
    List<Object> figures = new ArrayList<>();
    for (; at < fields.size(); at++) {
      figures.add(decoded(fields.get(at)));
    }
    return new WorkbookResult(
        fields.get(0), fields.get(1), fields.get(3), figures, states, 0, 1, List.of());
  }

  private static String line(List<String> fields) {
    StringWriter text = new StringWriter();
    CsvWriter.builder().bufferSize(0).build(text).writeRecord(fields);
    return text.toString();
  }

  /** Numbers keep all of their digits. */
  private static String encoded(Object value) {
    return value == null ? "" : value instanceof Double ? "n" + value : "t" + value;
  }

  private static Object decoded(String text) {
    if (text.isEmpty()) {
      return null;
    }
    return text.charAt(0) == 'n' ? (Object) Double.valueOf(text.substring(1)) : text.substring(1);
  }

  private static String key(String portfolio, String workbook) {
    return workbook + "\n" + portfolio;
  }
}
