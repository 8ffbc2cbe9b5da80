package io.ballast.workbook;

import io.ballast.formula.FormulaException;
import io.ballast.formula.Scope;
import io.ballast.functions.BallastVersion;
import io.ballast.functions.CellError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A workbook described: sheets, names, and the values of all formulas.
 *
 * <p>{@link #calculate} computes every formula with our own functions, as if the add-in were there:
 * the name {@value #ADDIN_LOADED} is TRUE while it computes, so a guarded formula gives the
 * add-in's number. {@link #calculateWithoutAddIn} takes the other branch.
 */
public final class Book {
  /** The name of the cell that tells whether the worksheet functions are there. */
  public static final String ADDIN_LOADED = "addin_loaded";

  private final String title;
  private final String subject;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, Sheet> byName = new HashMap<>();
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<Range, Object[][]> ranges = new HashMap<>();
  private final List<LimitCells> limits = new ArrayList<>();
  private LimitSet limitSet = LimitSet.standard();

  /** Upper case by the spelling met: formulas look the same few names up again and again. */
  private final Map<String, String> keys = new HashMap<>();

  private boolean addInLoaded;

  /** Where a limit of a table stands: its name in the first column, then as the table has it. */
  record LimitCells(Sheet sheet, int row) {}

  /**
   * @param title the workbook's title, in its properties and on its sheets
   * @param subject one sentence, in its properties
   */
  public Book(String title, String subject) {
    this.title = title;
    this.subject = subject;
  }

  /**
   * A defined name for a block of cells, or for as many of its first rows and columns as other
   * names tell.
   *
   * @param rows the name that holds how many rows, null for all; likewise {@code columns}
   */
  record Name(String name, Chart.Block block, String rows, String columns) {
    boolean isCell() {
      return block.firstRow() == block.lastRow() && block.firstColumn() == block.lastColumn();
    }

    /** What the name refers to, as a file stores it. */
    String refersTo() {
      if (isCell()) {
        return block.sheet().at(block.firstRow(), block.firstColumn());
      }
      if (rows == null && columns == null) {
        return block.address();
      }
      return block.sheet().at(block.firstRow(), block.firstColumn())
          + ":INDEX("
          + block.address()
          + ","
          + (rows == null ? block.lastRow() - block.firstRow() + 1 : rows)
          + ","
          + (columns == null ? block.lastColumn() - block.firstColumn() + 1 : columns)
          + ")";
    }
  }

  private record Range(Sheet sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {}

  /** The workbook's title, in its properties. */
  public String title() {
    return title;
  }

  /** What it holds, in one sentence, in its properties. */
  public String subject() {
    return subject;
  }

  /** Adds a sheet behind the others. */
  public Sheet sheet(String name) {
    if (name.length() > 31 || byName.containsKey(key(name))) {
      throw new IllegalArgumentException("sheet name too long or taken: " + name);
    }
    Sheet sheet = new Sheet(name);
    sheets.add(sheet);
    byName.put(key(name), sheet);
    return sheet;
  }

  /** Gives a cell a name. */
  public void name(String name, Sheet sheet, int row, int column) {
    name(name, new Chart.Block(sheet, row, column, row, column));
  }

  /** Gives a block of cells a name. */
  public void name(String name, Chart.Block block) {
    name(name, block, null, null);
  }

  /**
   * Names the used part of a block: as many of its first rows and columns as two other names tell.
   *
   * @param rows the name of the cell that holds how many rows, from 1; null for all
   * @param columns likewise
   */
  public void name(String name, Chart.Block block, String rows, String columns) {
    if (names.put(key(name), new Name(name, block, rows, columns)) != null) {
      throw new IllegalArgumentException("name defined twice: " + name);
    }
  }

  List<Sheet> sheets() {
    return sheets;
  }

  Iterable<Name> names() {
    return names.values();
  }

  /**
   * Whether this name is defined.
   *
   * @param name in any case
   */
  public boolean hasName(String name) {
    return names.containsKey(key(name));
  }

  /**
   * The value of a defined name that stands for one cell: Double, String, Boolean, CellError or
   * null.
   */
  public Object value(String name) {
    Name defined = names.get(key(name));
    if (defined == null) {
      throw new IllegalArgumentException("no such name: " + name);
    }
    Chart.Block block = defined.block();
    return valueAt(block.sheet(), block.firstRow(), block.firstColumn());
  }

  /** The program that makes the books, with its version. */
  public static String maker() {
    return "Ballast " + BallastVersion.get();
  }

  /**
   * The value of a cell's name, as a report shows it.
   *
   * @return a Double, text, or null if there is no such name
   */
  public Object figure(String name) {
    Object value = hasName(name) ? value(name) : null;
    return value instanceof CellError error
        ? error.code().text()
        : value == null || value instanceof Double ? value : value.toString();
  }

  /** Sets the limits of each risk profile, before any table of limits is written. */
  void use(LimitSet set) {
    limitSet = set;
  }

  LimitSet limitSet() {
    return limitSet;
  }

  /** Tells where a limit stands. */
  void limit(LimitCells cells) {
    limits.add(cells);
  }

  /** How each limit stands, once calculated. */
  public List<LimitState> limits() {
    return limits.stream().map(cells -> LimitTable.state(this, cells)).toList();
  }

  /** Computes every formula as the add-in would. */
  public void calculate() {
    calculate(true);
  }

  /** Computes every formula as a spreadsheet without the add-in would. */
  public void calculateWithoutAddIn() {
    calculate(false);
  }

  private void calculate(boolean withAddIn) {
    addInLoaded = withAddIn;
    ranges.clear();
    for (Sheet sheet : sheets) {
      forEachFormula(sheet, (row, column, cell) -> cell.state = Cell.State.PENDING);
    }
    // Filled columns first, from top to bottom, and those of later sheets before: so a long column
    // never recurses through all of its rows.
    List<Sheet> order = new ArrayList<>(sheets);
    Collections.reverse(order);
    for (Sheet sheet : order) {
      forEachFormula(
          sheet,
          (row, column, cell) -> {
            if (cell.rowShift > 0) {
              valueAt(sheet, row, column);
            }
          });
    }
    for (Sheet sheet : order) {
      forEachFormula(sheet, (row, column, cell) -> valueAt(sheet, row, column));
    }
    ranges.clear();
    Name flag = names.get(key(ADDIN_LOADED));
    if (flag != null) {
      // Stored as FALSE, so that a program without the add-in stays with the built-in formulas; the
      // function asks to be recalculated on opening where the add-in is there.
      Chart.Block b = flag.block();
      b.sheet().cell(b.firstRow(), b.firstColumn()).value = false;
    }
  }

  private interface FormulaVisitor {
    void visit(int row, int column, Cell cell);
  }

  private static void forEachFormula(Sheet sheet, FormulaVisitor visitor) {
    for (int row = 0; row < sheet.rowCount(); row++) {
      Cell[] cells = sheet.row(row);
      for (int column = 0; cells != null && column < cells.length; column++) {
        if (cells[column] != null && cells[column].formula != null) {
          visitor.visit(row, column, cells[column]);
        }
      }
    }
  }

  Object valueAt(Sheet sheet, int row, int column) {
    Cell cell = sheet.cell(row, column);
    if (cell == null) {
      return null;
    }
    switch (cell.state) {
      case DONE -> {
        return cell.value;
      }
      case COMPUTING ->
          throw new IllegalStateException(
              "circular reference at " + sheet.name() + "!" + A1.cell(row, column));
      default -> {
        cell.state = Cell.State.COMPUTING;
        if (cell.block == null) {
          finish(cell, single(evaluate(sheet, row, column, cell), sheet, row, column));
        } else {
          fillBlock(sheet, cell);
        }
        return cell.value;
      }
    }
  }

  private void fillBlock(Sheet sheet, Cell cell) {
    Cell.ArrayBlock block = cell.block;
    Object result = evaluate(sheet, block.firstRow(), block.firstColumn(), cell);
    for (int r = block.firstRow(); r <= block.lastRow(); r++) {
      for (int c = block.firstColumn(); c <= block.lastColumn(); c++) {
        Object value = result;
        if (result instanceof Object[][] rows) {
          int i = rows.length == 1 ? 0 : r - block.firstRow();
          int j = rows[0].length == 1 ? 0 : c - block.firstColumn();
          value = i < rows.length && j < rows[i].length ? rows[i][j] : CellError.NA;
        }
        finish(sheet.cell(r, c), value);
      }
    }
  }

  private Object evaluate(Sheet sheet, int row, int column, Cell cell) {
    try {
      return cell.formula.evaluate(new SheetScope(sheet), cell.rowShift, cell.columnShift);
    } catch (FormulaException e) {
      throw new IllegalStateException(
          sheet.name() + "!" + A1.cell(row, column) + ": " + e.getMessage(), e);
    }
  }

  private static Object single(Object value, Sheet sheet, int row, int column) {
    if (value instanceof Object[][] rows) {
      if (rows.length != 1 || rows[0].length != 1) {
        throw new IllegalStateException(
            "array in a single cell at " + sheet.name() + "!" + A1.cell(row, column));
      }
      return rows[0][0];
    }
    return value;
  }

  private static void finish(Cell cell, Object value) {
    // A formula that refers to an empty cell shows 0, and a spreadsheet knows no negative zero.
    boolean zero = value == null || value instanceof Double number && number == 0;
    cell.value = zero ? (Double) 0.0 : value;
    cell.state = Cell.State.DONE;
  }

  private String key(String name) {
    return keys.computeIfAbsent(name, any -> any.toUpperCase(Locale.ROOT));
  }

  private Object[][] block(
      Sheet sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
    Range key = new Range(sheet, firstRow, firstColumn, lastRow, lastColumn);
    Object[][] known = ranges.get(key);
    if (known != null) {
      return known;
    }
    Object[][] values = new Object[lastRow - firstRow + 1][lastColumn - firstColumn + 1];
    for (int r = 0; r < values.length; r++) {
      for (int c = 0; c < values[r].length; c++) {
        values[r][c] = valueAt(sheet, firstRow + r, firstColumn + c);
      }
    }
    ranges.put(key, values);
    return values;
  }

  private final class SheetScope implements Scope {
    private final Sheet home;

    SheetScope(Sheet home) {
      this.home = home;
    }

    @Override
    public Object name(String name) {
      Name defined = names.get(key(name));
      if (defined == null) {
        throw new FormulaException(CellError.NAME, "no such name: " + name);
      }
      if (defined.name().equals(ADDIN_LOADED)) {
        return addInLoaded;
      }
      Chart.Block b = defined.block();
      if (defined.isCell()) {
        return valueAt(b.sheet(), b.firstRow(), b.firstColumn());
      }
      return block(
          b.sheet(),
          b.firstRow(),
          b.firstColumn(),
          used(defined.rows(), b.firstRow(), b.lastRow()),
          used(defined.columns(), b.firstColumn(), b.lastColumn()));
    }

    /** The last row or column of the used part. */
    private int used(String count, int first, int last) {
      if (count == null) {
        return last;
      }
      if (name(count) instanceof Double n && n >= 1 && first + n.intValue() - 1 <= last) {
        return first + n.intValue() - 1;
      }
      throw new FormulaException(CellError.REF, count + " is not within the block it counts");
    }

    @Override
    public int[] origin(String name) {
      Name defined = names.get(key(name));
      return defined == null
          ? null
          : new int[] {defined.block().firstRow(), defined.block().firstColumn()};
    }

    @Override
    public Object cell(String sheet, int row, int column) {
      return valueAt(find(sheet), row, column);
    }

    @Override
    public Object[][] range(
        String sheet, int firstRow, int firstColumn, int lastRow, int lastColumn) {
      return block(find(sheet), firstRow, firstColumn, lastRow, lastColumn);
    }

    private Sheet find(String name) {
      Sheet sheet = name == null ? home : byName.get(key(name));
      if (sheet == null) {
        throw new FormulaException(CellError.REF, "no such sheet: " + name);
      }
      return sheet;
    }
  }
}
