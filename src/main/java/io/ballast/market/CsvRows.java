package io.ballast.market;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The rows of a CSV file, without a string for each field. */
final class CsvRows implements RowSource {
  private static final int SAMPLE = 1 << 14;
  private static final int LONGEST_FIELD = 1 << 20;
  private static final char[] SEPARATORS = {'\t', ';', '|', ','};

  private final InputFile input;
  private final Charset charset;
  private final Character given;
  private char separator;
  private boolean endsWithinLine;

  /**
   * @param separator null to find it
   */
  CsvRows(InputFile input, Charset charset, Character separator) {
    this.input = input;
    this.charset = charset;
    this.given = separator;
  }

  @Override
  public String file() {
    return input.name();
  }

  @Override
  public boolean endsWithinLine() {
    return endsWithinLine;
  }

  @Override
  public char separator() {
    return separator;
  }

  /**
   * @throws java.nio.charset.CharacterCodingException if the file is not in this charset
   */
  @Override
  public void read(Sink sink) throws IOException, MarketException {
    try (LastCharacter reader = new LastCharacter(open())) {
      if (separator == 0) {
        separator = given == null ? separator(reader) : given;
      }
      CsvReader<Row> csv =
          CsvReader.builder()
              .fieldSeparator(separator)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .maxBufferSize(LONGEST_FIELD)
              .build(new Handler(), reader);
      for (Row row : csv) {
        if (!row.isBlank() && !sink.accept(row)) {
          return;
        }
      }
      endsWithinLine = reader.last != '\n' && reader.last != '\r';
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new MarketException(
          file() + ": found a line that is not CSV (" + reason(e) + "), expected quotes in pairs");
    }
  }

  static String reason(CsvParseException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      if (cause instanceof IOException io && cause.getClass() != IOException.class) {
        throw io;
      }
    }
    return e.getCause() == null
        ? e.getMessage()
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  private BufferedReader open() throws IOException, MarketException {
    InputStream in = input.open();
    in.mark(3);
    int first = in.read();
    int second = in.read();
    int third = in.read();
    in.reset();
    Charset used = charset;
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      used = StandardCharsets.UTF_16;
    } else if (first == 0xEF && second == 0xBB && third == 0xBF) {
      used = StandardCharsets.UTF_8;
      in.skipNBytes(3);
    }
    // A new decoder refuses what it cannot decode.
    return new BufferedReader(new InputStreamReader(in, used.newDecoder()), SAMPLE);
  }

  /**
   * The separator that occurs equally often in most of the first lines, outside quotes; among
   * equals the one that is rarer within fields.
   */
  static char separator(Reader reader) throws IOException {
    reader.mark(SAMPLE + 1);
    char[] text = new char[SAMPLE];
    int length = 0;
    for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
      read = reader.read(text, length, SAMPLE - length);
    }
    reader.reset();
    char best = ',';
    int mostLines = 0;
    for (char candidate : SEPARATORS) {
      int lines = linesAlike(text, length, candidate);
      if (lines > mostLines) {
        mostLines = lines;
        best = candidate;
      }
    }
    return best;
  }

  /** How many lines hold the candidate as often as most lines that hold it at all. */
  private static int linesAlike(char[] text, int length, char candidate) {
    int[] linesByCount = new int[1024];
    int count = 0;
    boolean quoted = false;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? '\n' : text[i];
      if (c == '"') {
        quoted = !quoted;
      } else if (c == candidate && !quoted) {
        count++;
      } else if ((c == '\n' || c == '\r') && (!quoted || i == length)) {
        linesByCount[Math.min(count, linesByCount.length - 1)]++;
        count = 0;
      }
    }
    int most = 0;
    for (int n = 1; n < linesByCount.length; n++) {
      most = Math.max(most, linesByCount[n]);
    }
    return most;
  }

  private static final class Handler extends AbstractBaseCsvCallbackHandler<Row> {
    private final Row row = new Row();

    @Override
    protected void handleBegin(long startingLineNumber) {
      row.begin(startingLineNumber);
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
      row.add(buf, offset, len);
    }

    @Override
    protected Row buildRecord() {
      return row;
    }
  }

  /** Remembers the last character read. */
  private static final class LastCharacter extends FilterReader {
    private char last = '\n';

    LastCharacter(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] text, int from, int length) throws IOException {
      int read = super.read(text, from, length);
      if (read > 0) {
        last = text[from + read - 1];
      }
      return read;
    }
  }
}
