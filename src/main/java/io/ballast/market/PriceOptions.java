package io.ballast.market;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a person says about price files, instead of having it recognised.
 *
 * @param assets names for files that hold one asset each, in the order of the files; empty to take
 *     them from content or file name
 * @param decimal '.' or ',', null to decide from the numbers
 * @param separator of fields, null to decide from the text
 * @param dateFormat a pattern such as dd/MM/yyyy, null to decide from the dates
 * @param onDuplicate what to do when two rows give different prices for one asset and time
 * @param align which dates to keep when not every asset has them
 * @param daily whether shorter bars are made into UTC days
 */
public record PriceOptions(
    List<String> assets,
    Character decimal,
    Character separator,
    String dateFormat,
    OnDuplicate onDuplicate,
    Align align,
    boolean daily) {

  /** What to do with different prices for one asset and time. */
  public enum OnDuplicate {
    /** Refuse the file. */
    ERROR,
    /** Take the row that comes first. */
    FIRST,
    /** Take the row that comes last. */
    LAST
  }

  /** Which dates a table of several assets keeps. */
  public enum Align {
    /** Dates that any asset has; the others lack a price there. */
    OUTER,
    /** Dates on which every asset has a price. */
    INNER
  }

  /**
   * Checks what was given.
   *
   * @throws IllegalArgumentException with a message for a person
   */
  public PriceOptions {
    assets = List.copyOf(assets);
    if (decimal != null && decimal != '.' && decimal != ',') {
      throw new IllegalArgumentException("found the decimal sign " + decimal + ", expected . or ,");
    }
    if (separator != null
        && (Character.isLetterOrDigit(separator) || "\"\r\n.-".indexOf(separator) >= 0)) {
      throw new IllegalArgumentException(
          "found the separator "
              + Fields.shown(separator.toString())
              + ", expected one such as , or ;");
    }
    if (separator != null && separator.equals(decimal)) {
      throw new IllegalArgumentException(
          "found " + decimal + " both as separator and as decimal sign, expected different ones");
    }
    if (dateFormat != null) {
      formatter(dateFormat);
    }
    for (String asset : assets) {
      if (asset.isBlank() || Fields.hasControlCharacter(asset)) {
        throw new IllegalArgumentException(
            "found " + Fields.shown(asset.strip()) + ", expected an asset's name such as BTC");
      }
    }
  }

  /** Everything is recognised; different prices are refused; all dates are kept. */
  public static PriceOptions standard() {
    return new PriceOptions(List.of(), null, null, null, OnDuplicate.ERROR, Align.OUTER, false);
  }

  /** These options with bars made into UTC days. */
  public PriceOptions withDaily() {
    return new PriceOptions(assets, decimal, separator, dateFormat, onDuplicate, align, true);
  }

  static DateTimeFormatter formatter(String pattern) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      java.time.LocalDateTime.of(2024, 1, 31, 0, 0)
          .atOffset(java.time.ZoneOffset.UTC)
          .format(formatter);
      return formatter;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "found the date format "
              + Fields.shown(pattern)
              + ", expected a pattern such as dd/MM/yyyy",
          e);
    }
  }
}
