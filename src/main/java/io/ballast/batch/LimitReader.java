package io.ballast.batch;

import io.ballast.market.CsvTable;
import io.ballast.market.Fields;
import io.ballast.market.MarketException;
import io.ballast.workbook.LimitSet;
import io.ballast.workbook.RiskLimit;
import io.ballast.workbook.RiskProfile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a house's own limits, a CSV file with the column limit and a column for each risk profile.
 *
 * <p>A limit goes by its key, such as {@code largest_weight}, in any case; shares are decimals:
 * 0.35 is 35 %. A blank keeps the default.
 */
public final class LimitReader {
  private LimitReader() {}

  /**
   * Reads a file.
   *
   * @throws MarketException naming the row and column of the first fault
   */
  public static LimitSet read(Path path) throws MarketException {
    CsvTable file = CsvTable.read(path);
    if (!file.header().get(0).equalsIgnoreCase("limit")) {
      throw new MarketException(
          "%s: found %s as the first column, expected limit"
              .formatted(file.file(), Fields.shown(file.header().get(0))));
    }
    RiskProfile[] profiles = new RiskProfile[file.header().size()];
    for (int i = 1; i < profiles.length; i++) {
      String word = file.header().get(i);
      profiles[i] =
          RiskProfile.find(word)
              .orElseThrow(
                  () ->
                      new MarketException(
                          "%s: found the column %s, expected one of: %s"
                              .formatted(
                                  file.file(),
                                  Fields.shown(word),
                                  String.join(", ", RiskProfile.words()))));
    }
    LimitSet limits = LimitSet.standard();
    for (int row = 0; row < file.size(); row++) {
      String[] fields = file.row(row);
      RiskLimit limit = limit(file, row);
      for (int i = 1; i < fields.length; i++) {
        if (!fields[i].isEmpty()) {
          limits = limits.with(limit, profiles[i], value(file, row, i));
        }
      }
    }
    return limits;
  }

  private static RiskLimit limit(CsvTable file, int row) throws MarketException {
    String key = file.row(row)[0];
    Optional<RiskLimit> found =
        Arrays.stream(RiskLimit.values())
            .filter(limit -> limit.name().equalsIgnoreCase(key))
            .findFirst();
    return found.orElseThrow(
        () ->
            new MarketException(
                "%s: row %d, limit: found %s, expected one of: %s"
                    .formatted(
                        file.file(),
                        file.line(row),
                        Fields.shown(key),
                        Arrays.stream(RiskLimit.values())
                            .map(limit -> limit.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")))));
  }

  private static double value(CsvTable file, int row, int column) throws MarketException {
    String text = file.row(row)[column];
    double value;
    try {
      value = Fields.number(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= 0)) {
      throw new MarketException(
          "%s: row %d, %s: found %s, expected a number, 0 or more, such as 0.35"
              .formatted(
                  file.file(), file.line(row), file.header().get(column), Fields.shown(text)));
    }
    return value;
  }
}
