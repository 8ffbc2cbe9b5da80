package io.ballast.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that have their name only when they are complete. */
public final class AtomicFile {
  private static final String PREFIX = ".ballast-";
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; does not close the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file under a temporary name beside its place, then moves it there. */
  public static void write(Path target, Content content) throws IOException {
    write(target, "", content);
  }

  /**
   * The same where several may write the same file at once: the last to finish wins.
   *
   * @param writer tells them apart
   */
  public static void write(Path target, String writer, Content content) throws IOException {
    Path temporary = target.resolveSibling(temporaryName(target.getFileName().toString(), writer));
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        content.writeTo(out);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** The name of a file while it is written. */
  public static String temporaryName(String file, String writer) {
    return PREFIX + file + writer + SUFFIX;
  }

  /** Whether a file is one that is being written, or that an interrupted run left. */
  public static boolean isTemporary(String name) {
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /** Removes temporary files that an interrupted run left in a folder. */
  static void removeLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> list = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path path : list) {
        Files.delete(path);
      }
    }
  }
}
