package io.ballast.market;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A CSV file as a table of text: a header of unique names and rows of as many fields.
 *
 * <p>The file is UTF-8, with or without a byte order mark; fields are separated by comma,
 * semicolon, tab or bar, whichever divides most lines alike; white space around a field is dropped;
 * a line without any text is skipped. Everything else that is not a table is refused with a message
 * that names the file, the line, what was found and what was expected.
 */
public final class CsvTable {
  private final String file;
  private final List<String> header;
  private final List<String[]> rows;
  private final long[] lines;

  private CsvTable(String file, List<String> header, List<String[]> rows, long[] lines) {
    this.file = file;
    this.header = header;
    this.rows = rows;
    this.lines = lines;
  }

  /**
   * Reads a file.
   *
   * @throws MarketException if it cannot be read, is not UTF-8, is empty or holds a header alone,
   *     if a header name is blank or there twice, if a row has more or fewer fields than the
   *     header, if a quote is left open, or if there is a NUL byte
   */
  public static CsvTable read(Path path) throws MarketException {
    String file = name(path);
    if (Files.isDirectory(path)) {
      throw new MarketException(file + ": found a directory, expected a CSV file");
    }
    if (!Files.exists(path)) {
      throw new MarketException(path + ": found nothing there, expected a CSV file");
    }
    try {
      return parse(path, file);
    } catch (UncheckedIOException e) {
      throw unreadable(path, file, e.getCause());
    } catch (IOException e) {
      throw unreadable(path, file, e);
    } catch (CsvParseException e) {
      throw new MarketException(
          file
              + ": found a line that is not CSV ("
              + e.getMessage()
              + "), expected quotes in pairs");
    }
  }

  /** The file's name without its folder, for messages. */
  static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private static CsvTable parse(Path path, String file) throws IOException, MarketException {
    try (BufferedReader reader = open(path)) {
      List<String> header = null;
      List<String[]> rows = new ArrayList<>();
      LongStream.Builder lines = LongStream.builder();
      CsvReader.CsvReaderBuilder builder =
          CsvReader.builder()
              .fieldSeparator(CsvRows.separator(reader))
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false);
      CsvRecordHandler handler = CsvRecordHandler.of(c -> c.fieldModifier(FieldModifiers.STRIP));
      for (CsvRecord record : builder.build(handler, reader)) {
        String[] fields = record.getFields().toArray(new String[0]);
        long line = record.getStartingLineNumber();
        if (isBlank(fields)) {
          continue;
        }
        checkNul(file, line, fields);
        if (header == null) {
          header = List.of(fields);
          checkHeader(file, line, header);
          continue;
        }
        if (fields.length != header.size()) {
          throw new MarketException(
              "%s: line %d: found %d fields, expected %d as in the header"
                  .formatted(file, line, fields.length, header.size()));
        }
        rows.add(fields);
        lines.add(line);
      }
      if (header == null) {
        throw new MarketException(file + ": found an empty file, expected a header and rows");
      }
      if (rows.isEmpty()) {
        throw new MarketException(
            file + ": found a header without any row, expected at least one row under it");
      }
      return new CsvTable(file, header, rows, lines.build().toArray());
    }
  }

  private static BufferedReader open(Path path) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(path), strictUtf8()), 1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** A decoder that refuses what it cannot decode: that is how a new one behaves. */
  private static CharsetDecoder strictUtf8() {
    return StandardCharsets.UTF_8.newDecoder();
  }

  private static boolean isBlank(String[] fields) {
    for (String field : fields) {
      if (!field.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static void checkNul(String file, long line, String[] fields) throws MarketException {
    for (String field : fields) {
      if (field.indexOf('\0') >= 0) {
        throw new MarketException(
            "%s: line %d: found a NUL byte, expected text in UTF-8".formatted(file, line));
      }
    }
  }

  private static void checkHeader(String file, long line, List<String> header)
      throws MarketException {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isEmpty()) {
        throw new MarketException(
            "%s: line %d: found no name in field %d of the header, expected a name for each column"
                .formatted(file, line, i + 1));
      }
      if (!seen.add(name)) {
        throw new MarketException(
            "%s: line %d: found the name %s twice in the header, expected unique names"
                .formatted(file, line, Fields.shown(name)));
      }
    }
  }

  private static MarketException unreadable(Path path, String file, IOException e) {
    if (e instanceof CharacterCodingException) {
      return notUtf8(path, file);
    }
    String reason = e instanceof AccessDeniedException ? "no permission" : e.getMessage();
    return new MarketException(file + ": cannot be read (" + reason + ")");
  }

  /** Names the first line that is not UTF-8. */
  private static MarketException notUtf8(Path path, String file) {
    try {
      return notUtf8(Files.newInputStream(path), file);
    } catch (IOException e) {
      return unreadable(path, file, e);
    }
  }

  /** Names the first line that is not UTF-8; a line break is never part of a longer character. */
  static MarketException notUtf8(InputStream bytes, String file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.ISO_8859_1))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        int wrong = firstNotUtf8(line);
        if (wrong >= 0) {
          int found = line.charAt(wrong);
          boolean utf16 = number == 1 && wrong == 0 && found >= 0xFE;
          return new MarketException(
              "%s: line %d: found %s, expected UTF-8 (save the file as \"CSV UTF-8\")"
                  .formatted(
                      file,
                      number,
                      utf16 ? "UTF-16 text" : "the byte 0x%02X, not UTF-8".formatted(found)));
        }
      }
      throw new IllegalStateException(file + " changed while it was read");
    }
  }

  /** The position of the first byte that is not UTF-8, −1 if all are. */
  private static int firstNotUtf8(String line) {
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
    try {
      strictUtf8().decode(bytes);
      return -1;
    } catch (CharacterCodingException e) {
      return bytes.position();
    }
  }

  /** The file's name, for messages. */
  public String file() {
    return file;
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** The index of the first column with this name in any case, or −1. */
  public int column(String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The number of rows under the header. */
  public int size() {
    return rows.size();
  }

  /** The fields of a row, as many as the header has names; not a copy. */
  public String[] row(int row) {
    return rows.get(row);
  }

  /** The line of the file on which a row starts, counted from 1 with the header. */
  public long line(int row) {
    return lines[row];
  }

  /** What is wrong in a field, as an exception to throw. */
  MarketException fault(int row, int column, String expected) {
    return new MarketException(
        "%s: row %d, column %s: found %s, expected %s"
            .formatted(
                file,
                line(row),
                Fields.shown(header.get(column)),
                Fields.shown(row(row)[column]),
                expected));
  }
}
