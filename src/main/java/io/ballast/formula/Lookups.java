package io.ballast.formula;

import static io.ballast.formula.BuiltIn.MANY;
import static io.ballast.formula.BuiltIn.lazy;
import static io.ballast.formula.BuiltIn.over;
import static io.ballast.formula.BuiltIn.scalar;
import static io.ballast.formula.BuiltIn.whole;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finding cells by place or content. An exact search of text knows wildcards; an approximate one
 * expects ascending order and finds the last cell, of the kind looked for, that is not greater.
 */
final class Lookups {
  private Lookups() {}

  /** One row or column of a block. */
  private record Line(Object[][] cells, boolean down, int place) {
    int size() {
      return down ? cells.length : cells[0].length;
    }

    Object at(int i) {
      return down ? cells[i][place] : cells[place][i];
    }
  }

  static List<BuiltIn> all() {
    return List.of(
        over("INDEX", 2, 3, Set.of(0), Lookups::index),
        over("MATCH", 2, 3, Set.of(1), Lookups::match),
        over("VLOOKUP", 3, 4, Set.of(1), Lookups::vlookup),
        over("LOOKUP", 2, 3, Set.of(1, 2), Lookups::lookup),
        lazy("CHOOSE", 2, MANY, Lookups::choose),
        lazy("ROW", 1, 1, (frame, a) -> places(frame, a.get(0), true)),
        lazy("COLUMN", 1, 1, (frame, a) -> places(frame, a.get(0), false)),
        whole("ROWS", 1, 1, a -> (double) notError(a[0]).length),
        whole("COLUMNS", 1, 1, a -> (double) notError(a[0])[0].length),
        scalar("HYPERLINK", 1, 2, a -> a[a.length - 1]));
  }

  private static Object[][] notError(Object argument) throws CellError {
    BuiltIn.throwError(argument);
    return Coerce.block(argument);
  }

  private static Object[][] cells(Object range) {
    return ((Lift.Block) range).cells();
  }

  /**
   * {@code INDEX}: the cell in a row and column counted from 1; 0 means the whole column or row. In
   * a single row the one number given is the column. {@code #REF!} outside.
   */
  private static Object index(Object[] values) throws CellError {
    Object[][] block = cells(values[0]);
    int row = Coerce.integer(values[1]);
    int column = values.length > 2 ? Coerce.integer(values[2]) : 0;
    if (values.length == 2 && block.length == 1) {
      column = row;
      row = 1;
    }
    if (row < 0 || column < 0) {
      throw CellError.VALUE;
    }
    if (row > block.length || column > block[0].length) {
      throw CellError.REF;
    }
    if ((row > 0 || block.length == 1) && (column > 0 || block[0].length == 1)) {
      return block[Math.max(row, 1) - 1][Math.max(column, 1) - 1];
    }
    int firstRow = row == 0 ? 0 : row - 1;
    int firstColumn = column == 0 ? 0 : column - 1;
    Object[][] result = new Object[row == 0 ? block.length : 1][column == 0 ? block[0].length : 1];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[0].length; j++) {
        result[i][j] = block[firstRow + i][firstColumn + j];
      }
    }
    return result;
  }

  /**
   * {@code MATCH}: the place, counted from 1, in one row or column; type 0 exact, 1 (default)
   * approximate in ascending order, −1 the last cell not smaller in descending order.
   */
  private static Object match(Object[] values) throws CellError {
    Object[][] block = cells(values[1]);
    if (block.length > 1 && block[0].length > 1) {
      throw CellError.NA;
    }
    double type = values.length > 2 ? Coerce.number(values[2]) : 1;
    Line line = new Line(block, block[0].length == 1, 0);
    return find(line, values[0], type) + 1.0;
  }

  /** {@code VLOOKUP}: of the row found in the first column, the cell in the column given. */
  private static Object vlookup(Object[] values) throws CellError {
    Object[][] block = cells(values[1]);
    int column = Coerce.integer(values[2]);
    if (column < 1) {
      throw CellError.VALUE;
    }
    if (column > block[0].length) {
      throw CellError.REF;
    }
    boolean approximate = values.length < 4 || Coerce.logical(values[3]);
    int row = find(new Line(block, true, 0), values[0], approximate ? 1 : 0);
    return block[row][column - 1];
  }

  /**
   * {@code LOOKUP}: approximate search along the longer side; the result is the cell in the same
   * place of the third argument, or of the last row or column.
   */
  private static Object lookup(Object[] values) throws CellError {
    Object[][] block = cells(values[1]);
    boolean down = block.length >= block[0].length;
    int found = find(new Line(block, down, 0), values[0], 1);
    Line result;
    if (values.length > 2) {
      Object[][] given = cells(values[2]);
      if (given.length > 1 && given[0].length > 1) {
        throw CellError.NA;
      }
      result = new Line(given, given.length > 1 || given[0].length == 1, 0);
    } else {
      result = new Line(block, down, (down ? block[0].length : block.length) - 1);
    }
    if (found >= result.size()) {
      throw CellError.NA;
    }
    return result.at(found);
  }

  private static int find(Line line, Object wanted, double type) throws CellError {
    Object value = wanted == null ? (Object) 0.0 : wanted;
    int found = -1;
    if (type == 0) {
      Predicate<Object> same =
          value instanceof String text ? Criterion.matching(text) : value::equals;
      if (value instanceof Double number) {
        double x = number;
        same = cell -> cell instanceof Double d && d == x;
      }
      for (int i = 0; i < line.size() && found < 0; i++) {
        found = same.test(line.at(i)) ? i : -1;
      }
    } else {
      for (int i = 0; i < line.size(); i++) {
        Object cell = line.at(i);
        if (cell != null && cell.getClass() == value.getClass()) {
          int order = BinaryOperator.compare(cell, value);
          if (type > 0 ? order <= 0 : order >= 0) {
            found = i;
          } else if (type < 0) {
            break;
          }
        }
      }
    }
    if (found < 0) {
      throw CellError.NA;
    }
    return found;
  }

  /** {@code CHOOSE}: the argument of that number; only that one is evaluated. */
  private static Object choose(Frame frame, List<Node> arguments) throws CellError {
    Object which = arguments.get(0).value(frame);
    if (which instanceof Object[][]) {
      Object[] values = new Object[arguments.size()];
      values[0] = which;
      for (int i = 1; i < values.length; i++) {
        values[i] = arguments.get(i).value(frame);
      }
      return Lift.apply(values, v -> v[checked(v[0], v.length)]);
    }
    return arguments.get(checked(which, arguments.size())).value(frame);
  }

  private static int checked(Object which, int arguments) throws CellError {
    int number = Coerce.integer(which);
    if (number < 1 || number >= arguments) {
      throw CellError.VALUE;
    }
    return number;
  }

  /** {@code ROW}, {@code COLUMN}: the numbers of a reference's rows or columns. */
  private static Object places(Frame frame, Node node, boolean rows) throws CellError {
    if (node instanceof Node.Cell cell) {
      return place(frame, cell.corner(), rows);
    }
    if (node instanceof Node.Name name) {
      int[] origin = frame.scope().origin(name.name());
      if (origin == null) {
        throw CellError.VALUE;
      }
      Object[][] block = Coerce.block(node.value(frame));
      return count(1 + origin[rows ? 0 : 1], rows ? block.length : block[0].length, rows);
    }
    if (!(node instanceof Node.Range range)) {
      throw CellError.VALUE;
    }
    double from = place(frame, range.from(), rows);
    double to = place(frame, range.to(), rows);
    return count(Math.min(from, to), (int) Math.abs(to - from) + 1, rows);
  }

  private static Object[][] count(double first, int count, boolean rows) {
    Object[][] result = new Object[rows ? count : 1][rows ? 1 : count];
    for (int i = 0; i < count; i++) {
      result[rows ? i : 0][rows ? 0 : i] = first + i;
    }
    return result;
  }

  private static double place(Frame frame, Corner corner, boolean rows) throws CellError {
    if (!corner.isOnSheetAt(frame.rowShift(), frame.columnShift())) {
      throw CellError.REF;
    }
    return 1 + (rows ? corner.row(frame.rowShift()) : corner.column(frame.columnShift()));
  }
}
