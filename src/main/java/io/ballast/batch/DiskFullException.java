package io.ballast.batch;

import java.io.IOException;
import java.nio.file.Path;

/** There is no more room for workbooks. What is finished is complete and stays. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1L;

  DiskFullException(Path folder, IOException cause) {
    super(
        folder
            + ": found no more room on the disk, expected room for the workbooks left;"
            + " make room and run again with --resume",
        cause);
  }
}
