package io.ballast.market;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Something noticed in the data that a person should know before trusting a figure.
 *
 * @param severity how much it matters
 * @param file the file's name, empty if it concerns no single file
 * @param row the row in the file, counted from 1 with the header; 0 if it concerns no single row
 * @param date the date, the first one if there are several, or null
 * @param asset the asset, or empty
 * @param what what was found, with the number of dates and the last one if there are several
 * @param action what was done about it
 */
public record Finding(
    Severity severity,
    String file,
    long row,
    LocalDate date,
    String asset,
    String what,
    String action)
    implements Serializable {

  /** A finding worth knowing. */
  public Finding(String file, long row, LocalDate date, String asset, String what, String action) {
    this(Severity.NOTE, file, row, date, asset, what, action);
  }
}
