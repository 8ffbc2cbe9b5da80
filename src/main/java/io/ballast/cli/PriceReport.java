package io.ballast.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ballast.market.Finding;
import io.ballast.market.PriceFile;
import io.ballast.market.PriceReading;
import io.ballast.market.PriceTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What was read and what is wrong in it: as a table on the terminal and as JSON. */
final class PriceReport {
  private PriceReport() {}

  /** Prints a line for each file, one for the table, and the findings in columns. */
  static void print(PrintWriter out, PriceReading reading) {
    for (PriceFile file : reading.files()) {
      out.printf(
          "%s: %s, %d rows, %s, %s to %s%n",
          file.file(),
          file.layout(),
          file.rows(),
          assets(file.assets()),
          file.first(),
          file.last());
    }
    PriceTable table = reading.table();
    int last = table.dates().size() - 1;
    out.printf(
        "%d %s on %d %s, %s to %s%n",
        table.assets().size(),
        table.assets().size() == 1 ? "asset" : "assets",
        last + 1,
        table.isDaily() ? "dates" : "times",
        table.isDaily() ? table.dates().get(0) : table.time(0),
        table.isDaily() ? table.dates().get(last) : table.time(last));
    if (reading.findings().isEmpty()) {
      out.println("no findings");
      return;
    }
    out.printf("findings: %d%n", reading.findings().size());
    printFindings(out, reading.findings());
  }

  private static String assets(List<String> names) {
    return names.size() <= 5
        ? String.join(" ", names)
        : "%s … (%d assets)".formatted(String.join(" ", names.subList(0, 5)), names.size());
  }

  private static void printFindings(PrintWriter out, List<Finding> findings) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "file", "row", "date", "asset", "what", "done"});
    for (Finding f : findings) {
      rows.add(
          new String[] {
            f.severity().word(),
            f.file(),
            f.row() == 0 ? "" : Long.toString(f.row()),
            f.date() == null ? "" : f.date().toString(),
            f.asset(),
            f.what(),
            f.action()
          });
    }
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder("  ");
      for (int c = 0; c < columns; c++) {
        line.append(row[c]);
        if (c < columns - 1 && widths[c] > 0) {
          line.append(" ".repeat(widths[c] - row[c].length() + 2));
        }
      }
      out.println(line);
    }
  }

  /** Writes all of it as one JSON object. */
  static void write(JsonGenerator json, PriceReading reading) throws IOException {
    PriceTable table = reading.table();
    json.writeStartObject();
    json.writeArrayFieldStart("files");
    for (PriceFile file : reading.files()) {
      json.writeStartObject();
      json.writeStringField("file", file.file());
      json.writeStringField("layout", file.layout());
      strings(json, "assets", file.assets());
      json.writeNumberField("rows", file.rows());
      json.writeStringField("first", file.first().toString());
      json.writeStringField("last", file.last().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
    strings(json, "assets", table.assets());
    json.writeNumberField("dates", table.dates().size());
    json.writeStringField("first", table.dates().get(0).toString());
    json.writeStringField("last", table.dates().get(table.dates().size() - 1).toString());
    json.writeArrayFieldStart("findings");
    for (Finding finding : reading.findings()) {
      json.writeStartObject();
      json.writeStringField("severity", finding.severity().word());
      json.writeStringField("file", finding.file());
      if (finding.row() == 0) {
        json.writeNullField("row");
      } else {
        json.writeNumberField("row", finding.row());
      }
      json.writeStringField("date", finding.date() == null ? null : finding.date().toString());
      json.writeStringField("asset", finding.asset());
      json.writeStringField("what", finding.what());
      json.writeStringField("done", finding.action());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
