package io.ballast.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/** Why a file could not be written, in the words of messages. */
final class WriteFailure {
  /** What would have been right. */
  static final String EXPECTED = "a place that can be written and is not open in another program";

  /** As Linux, macOS and Windows say it; a quota leaves the disk itself with room. */
  private static final List<String> FULL =
      List.of("no space left", "disk quota exceeded", "not enough space", "quota exceeded");

  private WriteFailure() {}

  /** Whether there was no more room for the file. */
  static boolean isFull(IOException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return FULL.stream().anyMatch(text::contains);
  }

  /** What was found: the file, and why it could not be written. */
  static String found(IOException e) {
    if (!(e instanceof FileSystemException failure)) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    String file = failure.getOtherFile() == null ? failure.getFile() : failure.getOtherFile();
    return file + ", " + reason(failure);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "no right to write it, or it is open in another program";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "a folder in its place";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file in its place";
    }
    if (e instanceof NoSuchFileException) {
      return "no such folder, and none can be made";
    }
    return e.getReason() == null ? e.toString() : e.getReason();
  }
}
