package io.ballast.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.ballast.functions.CellError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON; numbers in the shortest form that reads back as the same double. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private Json() {}

  /** Writes one JSON value. */
  @FunctionalInterface
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** Prints one JSON value on one line. */
  static void printLine(PrintWriter out, Writer writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }

  /** A cell, or an array of rows; an error cell is {@code {"error":"#N/A"}}. */
  static void value(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Object[][] rows) {
      json.writeStartArray();
      for (Object[] row : rows) {
        json.writeStartArray();
        for (Object cell : row) {
          value(json, cell);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
    } else if (value instanceof Double number) {
      json.writeNumber(number + 0.0);
    } else if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Boolean logical) {
      json.writeBoolean(logical);
    } else if (value instanceof Exception error) {
      json.writeStartObject();
      json.writeStringField("error", CellError.of(error).toString());
      json.writeEndObject();
    } else if (value == null) {
      json.writeNull();
    } else {
      throw new IllegalStateException("not a cell value: " + value);
    }
  }
}
