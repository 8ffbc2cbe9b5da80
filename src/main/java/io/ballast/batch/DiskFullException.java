package io.ballast.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** There is no more room for workbooks or reports. What is finished is complete and stays. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Less room than this on the disk is none. */
  private static final long LEAST_SPACE = 1 << 16;

  private DiskFullException(Path folder, IOException cause) {
    super(
        folder
            + ": found no more room on the disk, expected room for what is left;"
            + " make room and run again with --resume",
        cause);
  }

  /**
   * Stops if a file could not be written because there is no more room.
   *
   * @param folder of the file
   * @throws DiskFullException if so
   */
  static void check(Path folder, IOException e) throws DiskFullException {
    if (WriteFailure.isFull(e)) {
      throw new DiskFullException(folder, e);
    }
    long space;
    try {
      space = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      e.addSuppressed(unknown);
      return;
    }
    if (space < LEAST_SPACE) {
      throw new DiskFullException(folder, e);
    }
  }
}
