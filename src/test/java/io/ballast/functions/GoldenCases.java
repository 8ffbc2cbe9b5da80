package io.ballast.functions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reference values, one case a formula: see golden/README.md among the test resources. */
public final class GoldenCases {
  private static final Map<String, List<NamedCsvRecord>> FILES = new HashMap<>();
  private static final Map<String, Map<String, Object>> NAMES = new HashMap<>();

  private GoldenCases() {}

  /** One cell of a result, counted from 1, and what it must be. */
  public record Cell(int row, int column, String value, String tolerance) {
    /** What is wrong with the result at this cell, or null. */
    public String difference(Object result) {
      Object actual = at(result);
      String where = "row " + row + ", column " + column + ": ";
      if (actual instanceof Double number && number(value) != null) {
        return isNear(number, number(value))
            ? null
            : where + "expected " + value + " (" + tolerance + "), was " + number;
      }
      String shown = actual == null ? "" : actual.toString();
      boolean same = number(value) == null && shown.equalsIgnoreCase(value);
      return same ? null : where + "expected " + value + ", was " + shown;
    }

    private Object at(Object result) {
      if (result instanceof Object[][] rows) {
        return row <= rows.length && column <= rows[row - 1].length
            ? rows[row - 1][column - 1]
            : "outside the result";
      }
      return row == 1 && column == 1 || result instanceof CellError ? result : "a single value";
    }

    private boolean isNear(double actual, double expected) {
      String[] words = tolerance.split(" ");
      double allowed =
          switch (words[0]) {
            case "rel" -> Double.parseDouble(words[1]) * Math.abs(expected);
            case "abs" -> Double.parseDouble(words[1]);
            case "exact" -> 0;
            default -> throw new IllegalArgumentException("tolerance " + tolerance);
          };
      return Math.abs(actual - expected) <= allowed;
    }

    private static Double number(String text) {
      try {
        return Double.valueOf(text);
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }

  /** A formula with the cells known of its result. */
  public record Case(
      String id, String dataset, String columns, String rows, String formula, List<Cell> cells) {
    /** The blocks that the names in the formula stand for. */
    public Map<String, Object> names() {
      return GoldenCases.names(dataset, columns, rows);
    }

    /** What we return. */
    public Object evaluate() {
      return evaluate(formula);
    }

    /** What we return for another formula on the same data. */
    public Object evaluate(String other) {
      return Expression.evaluate(other, names());
    }

    /** The arguments of the outermost call. */
    Object[] arguments() {
      return Expression.arguments(formula, names());
    }
  }

  /** All cases, in the order of the files. */
  public static List<Case> all() {
    Map<String, Case> cases = new LinkedHashMap<>();
    for (String file : List.of("/golden/expected_a.csv", "/golden/expected_b.csv")) {
      for (NamedCsvRecord r : read(file)) {
        Case one =
            cases.computeIfAbsent(
                r.getField("id"),
                id ->
                    new Case(
                        id,
                        r.getField("dataset"),
                        r.getField("columns"),
                        r.getField("rows"),
                        r.getField("formula"),
                        new ArrayList<>()));
        if (!one.formula().equals(r.getField("formula"))) {
          throw new IllegalStateException(one.id() + " has two formulas");
        }
        one.cells()
            .add(
                new Cell(
                    Integer.parseInt(r.getField("row")),
                    Integer.parseInt(r.getField("col")),
                    r.getField("value"),
                    r.getField("tol")));
      }
    }
    return List.copyOf(cases.values());
  }

  private static synchronized Map<String, Object> names(
      String dataset, String columns, String rows) {
    if (dataset.isEmpty()) {
      return Map.of();
    }
    return NAMES.computeIfAbsent(
        dataset + "|" + columns + "|" + rows, key -> load(dataset, columns, rows));
  }

  private static Map<String, Object> load(String dataset, String columns, String rows) {
    String[] parts = dataset.split("\\?asset=");
    boolean numeric = parts[0].startsWith("numeric");
    List<NamedCsvRecord> kept =
        read(numeric ? "/golden/" + parts[0] : "/io/ballast/sample/" + parts[0]).stream()
            .filter(r -> parts.length == 1 || r.getField("asset").equals(parts[1]))
            .filter(r -> rows.isEmpty() || isBetween(r.getField("date"), rows.split("\\.\\.")))
            .toList();
    Map<String, Object> names = new HashMap<>();
    for (String column : kept.get(0).getHeader()) {
      if (!column.equals("date") && !column.equals("asset")) {
        names.put(column, block(kept, column));
      }
    }
    if (!columns.isEmpty()) {
      names.put("DATA", block(kept, columns.split("\\|")));
    }
    return names;
  }

  private static boolean isBetween(String date, String[] bounds) {
    return date.compareTo(bounds[0]) >= 0 && date.compareTo(bounds[1]) <= 0;
  }

  private static Object[][] block(List<NamedCsvRecord> records, String... columns) {
    Object[][] block = new Object[records.size()][columns.length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        String text = records.get(i).getField(columns[j]);
        block[i][j] = text.isEmpty() ? null : Double.valueOf(text);
      }
    }
    return block;
  }

  private static List<NamedCsvRecord> read(String resource) {
    return FILES.computeIfAbsent(
        resource,
        name -> {
          try (InputStream in = GoldenCases.class.getResourceAsStream(name);
              CsvReader<NamedCsvRecord> reader =
                  CsvReader.builder()
                      .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
