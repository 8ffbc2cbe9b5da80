package io.ballast.batch;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Some reports could not be written. All others, and the workbooks, are complete. */
public final class ReportException extends IOException {
  private static final long serialVersionUID = 1L;

  ReportException(List<IOException> failures) {
    super(
        "found "
            + failures.stream().map(WriteFailure::found).collect(Collectors.joining("; found "))
            + ", expected "
            + WriteFailure.EXPECTED
            + "; all other files are written");
    failures.forEach(this::addSuppressed);
  }
}
