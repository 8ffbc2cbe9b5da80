package io.ballast.market;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A file as bytes, unpacked if it is gzip or a zip with a text file in it. */
final class InputFile {
  private static final int BUFFER = 1 << 14;

  private final Path path;
  private final String name;
  private final LongConsumer progress;

  /**
   * @param progress is told how many bytes of the file were read each time some are
   */
  InputFile(Path path, LongConsumer progress) {
    this.path = path;
    this.name = CsvTable.name(path);
    this.progress = progress;
  }

  String name() {
    return name;
  }

  Path path() {
    return path;
  }

  /** Whether there is a file to read. */
  void check() throws MarketException {
    if (!Files.exists(path)) {
      throw new MarketException(path + ": found nothing there, expected a CSV or .xlsx file");
    }
    if (!Files.isRegularFile(path)) {
      throw new MarketException(name + ": found no regular file, expected a CSV or .xlsx file");
    }
  }

  /** Whether this is an Excel workbook: a zip file that says what its parts are. */
  boolean isWorkbook() throws IOException {
    try (InputStream in = raw()) {
      if (!startsWith(in, 'P', 'K')) {
        return false;
      }
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        if (entry.getName().equals("[Content_Types].xml") || entry.getName().startsWith("xl/")) {
          return true;
        }
      }
      return false;
    }
  }

  /** The bytes from the start, unpacked. */
  InputStream open() throws IOException, MarketException {
    InputStream in = raw();
    try {
      if (startsWith(in, 0x1F, 0x8B)) {
        return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      }
      if (startsWith(in, 'P', 'K')) {
        return entry(new ZipInputStream(in));
      }
      if (startsWith(in, 0xD0, 0xCF)) {
        throw new MarketException(
            name + ": found a file of an old Excel (.xls), expected CSV or .xlsx: save it as one");
      }
      return in;
    } catch (IOException | MarketException e) {
      in.close();
      throw e;
    }
  }

  private InputStream entry(ZipInputStream zip) throws IOException, MarketException {
    for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
      String lower = entry.getName().toLowerCase(Locale.ROOT);
      if (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv")) {
        return new BufferedInputStream(zip, BUFFER);
      }
    }
    throw new MarketException(name + ": found a zip file without a .csv file, expected one in it");
  }

  /** Names that are not UTF-8 are answered by the library with an exception of another kind. */
  private static ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException(e.getMessage());
    }
  }

  private InputStream raw() throws IOException {
    return new BufferedInputStream(new Counted(Files.newInputStream(path)), BUFFER);
  }

  private static boolean startsWith(InputStream in, int first, int second) throws IOException {
    in.mark(2);
    boolean result = in.read() == first && in.read() == second;
    in.reset();
    return result;
  }

  /** What went wrong while the file was read, for a person. */
  MarketException unreadable(IOException e) {
    if (e instanceof EOFException || e instanceof ZipException) {
      return new MarketException(
          name + ": found a packed file that is cut off or damaged (" + e.getMessage() + ")");
    }
    String reason = e instanceof AccessDeniedException ? "no permission" : e.getMessage();
    return new MarketException(name + ": cannot be read (" + reason + ")");
  }

  private final class Counted extends InputStream {
    private final InputStream in;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      if (read >= 0) {
        progress.accept(1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        progress.accept(read);
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
