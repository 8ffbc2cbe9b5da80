package io.ballast.cli;

import io.ballast.formula.FormulaException;
import io.ballast.formula.Names;
import io.ballast.formula.Nearest;
import io.ballast.formula.Scope;
import io.ballast.formula.SerialDates;
import io.ballast.functions.CellError;
import io.ballast.market.CsvTable;
import io.ballast.market.Fields;
import io.ballast.market.IsoDates;
import io.ballast.market.MarketException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a CSV file as names, and {@code DATA} as the block of some of them.
 *
 * <p>Cells are what a spreadsheet makes of them: numbers, ISO dates as serial numbers, TRUE and
 * FALSE; a missing value (nothing, NA, N/A, #N/A, NaN, null) is blank; the rest is text.
 */
final class CsvScope implements Scope {
  private static final String DATA = "DATA";
  private static final int SHOWN = 10;

  private final CsvTable table;
  private final int dateColumn;
  private final List<Integer> rows;
  private final List<Integer> chosen;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<Integer, Object[][]> read = new HashMap<>();
  private Object[][] data;

  /**
   * What to take of a file.
   *
   * @param columns the columns of DATA; empty for all that hold numbers
   * @param from the first date, or null
   * @param to the last date, or null
   * @param where values that columns must have
   */
  record Selection(List<String> columns, LocalDate from, LocalDate to, Map<String, String> where) {}

  /**
   * @throws MarketException if two columns get one name, or a column or row that is asked for is
   *     not there
   */
  CsvScope(CsvTable table, Selection selection) throws MarketException {
    this.table = table;
    List<String> header = table.header();
    for (int i = 0; i < header.size(); i++) {
      String name = nameOf(header.get(i));
      Integer other = columns.put(key(name), i);
      if (other != null) {
        throw new MarketException(
            "%s: found the columns %s and %s, which both become the name %s; expected different names"
                .formatted(table.file(), header.get(other), header.get(i), name));
      }
    }
    dateColumn = dateColumn();
    rows = rows(selection);
    chosen = new ArrayList<>();
    for (String column : selection.columns()) {
      chosen.add(indexOf(column));
    }
  }

  @Override
  public Object name(String name) {
    if (key(name).equals(DATA)) {
      return data();
    }
    Integer column = columns.get(key(name));
    if (column == null) {
      throw new FormulaException(
          CellError.NAME, name + " is not a column of " + table.file() + suggestion(name));
    }
    return cells(column);
  }

  @Override
  public Object cell(String sheet, int row, int column) {
    throw NoCells.refusal();
  }

  @Override
  public Object[][] range(
      String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    throw NoCells.refusal();
  }

  private static String key(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  private static String nameOf(String title) {
    String name = Names.of(title);
    return key(name).equals(DATA) ? name + "_" : name;
  }

  private String suggestion(String name) {
    Set<String> names = new LinkedHashSet<>(List.of(DATA));
    table.header().forEach(title -> names.add(nameOf(title)));
    return Nearest.of(name, names).map(n -> "; did you mean " + n + "?").orElse("");
  }

  private int indexOf(String name) throws MarketException {
    int column = table.header().indexOf(name);
    Integer found = column >= 0 ? (Integer) column : columns.get(key(name));
    if (found == null) {
      throw new MarketException(
          "%s: found no column %s, expected one of %s%s"
              .formatted(table.file(), name, listed(table.header()), suggestion(name)));
    }
    return found;
  }

  /** The first column whose every value is a date, or −1. */
  private int dateColumn() {
    for (int column = 0; column < table.header().size(); column++) {
      int dates = 0;
      for (int row = 0; row < table.size() && dates >= 0; row++) {
        String text = table.row(row)[column];
        if (!Fields.isMissing(text)) {
          dates = IsoDates.parse(text) == null ? -1 : dates + 1;
        }
      }
      if (dates > 0) {
        return column;
      }
    }
    return -1;
  }

  private List<Integer> rows(Selection selection) throws MarketException {
    LocalDate from = selection.from();
    LocalDate to = selection.to();
    if ((from != null || to != null) && dateColumn < 0) {
      throw new MarketException(
          table.file()
              + ": found no column of dates such as 2024-01-31, expected one for --from and --to");
    }
    Map<Integer, String> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, String> where : selection.where().entrySet()) {
      wanted.put(indexOf(where.getKey()), where.getValue());
    }
    List<Integer> kept = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      String[] fields = table.row(row);
      if (isBetween(fields, from, to)
          && wanted.entrySet().stream().allMatch(w -> fields[w.getKey()].equals(w.getValue()))) {
        kept.add(row);
      }
    }
    if (kept.isEmpty()) {
      throw new MarketException(noRows(selection, wanted));
    }
    return kept;
  }

  private boolean isBetween(String[] fields, LocalDate from, LocalDate to) {
    if (from == null && to == null) {
      return true;
    }
    LocalDate date = IsoDates.parse(fields[dateColumn]);
    return date != null
        && (from == null || !date.isBefore(from))
        && (to == null || !date.isAfter(to));
  }

  private String noRows(Selection selection, Map<Integer, String> wanted) {
    for (Map.Entry<Integer, String> where : wanted.entrySet()) {
      int column = where.getKey();
      Set<String> values = new LinkedHashSet<>();
      for (int row = 0; row < table.size(); row++) {
        values.add(table.row(row)[column]);
      }
      if (!values.contains(where.getValue())) {
        return "%s: found no row where %s is %s, expected one of %s"
            .formatted(table.file(), table.header().get(column), where.getValue(), listed(values));
      }
    }
    return "%s: found no row from %s to %s%s, expected at least one"
        .formatted(
            table.file(),
            selection.from() == null ? "the first date" : selection.from(),
            selection.to() == null ? "the last date" : selection.to(),
            wanted.isEmpty() ? "" : " where " + selection.where());
  }

  private static String listed(Iterable<String> values) {
    List<String> first = new ArrayList<>();
    for (String value : values) {
      if (first.size() == SHOWN) {
        first.add("…");
        break;
      }
      first.add(value);
    }
    return String.join(", ", first);
  }

  private Object[][] data() {
    if (data == null) {
      List<Integer> wanted = chosen;
      if (wanted.isEmpty()) {
        wanted = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
          if (column != dateColumn && isNumeric(cells(column))) {
            wanted.add(column);
          }
        }
        if (wanted.isEmpty()) {
          throw new FormulaException(
              CellError.NAME, "DATA is empty: no column of " + table.file() + " holds numbers");
        }
      }
      data = new Object[rows.size()][wanted.size()];
      for (int j = 0; j < wanted.size(); j++) {
        Object[][] column = cells(wanted.get(j));
        for (int i = 0; i < data.length; i++) {
          data[i][j] = column[i][0];
        }
      }
    }
    return data;
  }

  private static boolean isNumeric(Object[][] column) {
    boolean any = false;
    for (Object[] cell : column) {
      if (cell[0] instanceof Double) {
        any = true;
      } else if (cell[0] != null) {
        return false;
      }
    }
    return any;
  }

  private Object[][] cells(int column) {
    return read.computeIfAbsent(
        column,
        index -> {
          Object[][] cells = new Object[rows.size()][1];
          for (int i = 0; i < cells.length; i++) {
            cells[i][0] = parse(table.row(rows.get(i))[index]);
          }
          return cells;
        });
  }

  private static Object parse(String text) {
    if (Fields.isMissing(text)) {
      return null;
    }
    if (text.equalsIgnoreCase("TRUE") || text.equalsIgnoreCase("FALSE")) {
      return text.equalsIgnoreCase("TRUE");
    }
    LocalDate date = IsoDates.parse(text);
    if (date != null) {
      return SerialDates.of(date);
    }
    try {
      return Fields.number(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
