package io.ballast.workbook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ballast.functions.CellError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A calculated book as a neutral file, so that other writers write the same cells and charts. */
final class WriterDump {
  private WriterDump() {}

  static void write(Book book, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("title", book.title());
      json.writeArrayFieldStart("sheets");
      for (Sheet sheet : book.sheets()) {
        json.writeStartObject();
        json.writeStringField("name", sheet.name());
        json.writeArrayFieldStart("widths");
        for (double width : sheet.widths()) {
          json.writeNumber(width);
        }
        json.writeEndArray();
        json.writeNumberField("frozenRows", sheet.frozenRows());
        json.writeNumberField("frozenColumns", sheet.frozenColumns());
        json.writeArrayFieldStart("cells");
        for (int r = 0; r < sheet.rowCount(); r++) {
          Cell[] cells = sheet.row(r);
          for (int c = 0; cells != null && c < cells.length; c++) {
            if (cells[c] != null) {
              cell(json, cells[c], r, c);
            }
          }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("charts");
        for (Chart chart : sheet.charts()) {
          chart(json, chart);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** Row, column, role, number format, value, formula, last row and column of its block. */
  private static void cell(JsonGenerator json, Cell cell, int row, int column) throws IOException {
    json.writeStartArray();
    json.writeNumber(row);
    json.writeNumber(column);
    json.writeString(cell.style.role().name());
    json.writeString(cell.style.format().code());
    if (cell.value instanceof Double number) {
      json.writeNumber(number);
    } else if (cell.value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (cell.value instanceof CellError error) {
      json.writeString(error.code().text());
    } else {
      json.writeString((String) cell.value);
    }
    Cell.ArrayBlock block = cell.block;
    boolean first = block == null || (row == block.firstRow() && column == block.firstColumn());
    if (cell.formula != null && first) {
      json.writeString(cell.formula.stored(cell.rowShift, cell.columnShift));
      boolean array = block != null || cell.formula.usesAddIn();
      json.writeNumber(array ? (block == null ? row : block.lastRow()) : -1);
      json.writeNumber(array ? (block == null ? column : block.lastColumn()) : -1);
      json.writeBoolean(cell.formula.usesAddIn());
    }
    json.writeEndArray();
  }

  private static void chart(JsonGenerator json, Chart chart) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", chart.type().name());
    json.writeStringField("title", chart.title());
    json.writeStringField("categories", chart.categories().address());
    json.writeNumberField("row", chart.anchor().firstRow());
    json.writeNumberField("column", chart.anchor().firstColumn());
    json.writeArrayFieldStart("series");
    for (Chart.Series series : chart.series()) {
      json.writeStartArray();
      json.writeString(series.name());
      json.writeString(series.values().address());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
