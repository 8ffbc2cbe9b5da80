package io.ballast.formula;

import static io.ballast.formula.BuiltIn.MANY;
import static io.ballast.formula.BuiltIn.lazy;
import static io.ballast.formula.BuiltIn.scalar;
import static io.ballast.formula.BuiltIn.whole;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.function.Predicate;

/** Choices and logical values. */
final class Logic {
  private Logic() {}

  static List<BuiltIn> all() {
    return List.of(
        lazy("IF", 2, 3, Logic::choice),
        lazy("IFERROR", 2, 2, (frame, a) -> replaced(frame, a, v -> v instanceof Exception)),
        lazy("IFNA", 2, 2, (frame, a) -> replaced(frame, a, Information::isNotAvailable)),
        whole("AND", 1, MANY, a -> all(a, true)),
        whole("OR", 1, MANY, a -> all(a, false)),
        scalar("NOT", 1, 1, v -> !Coerce.logical(v[0])),
        scalar("TRUE", 0, 0, v -> true),
        scalar("FALSE", 0, 0, v -> false));
  }

  /**
   * {@code IF}: evaluates only the side that the condition takes; over an array of conditions both,
   * cell by cell. Without a third argument the other side is FALSE.
   */
  private static Object choice(Frame frame, List<Node> arguments) throws CellError {
    Object condition = arguments.get(0).value(frame);
    if (condition instanceof Object[][] conditions) {
      Object yes = arguments.get(1).value(frame);
      Object no = otherwise(frame, arguments);
      return chosen(conditions, yes, no);
    }
    return Coerce.logical(condition) ? arguments.get(1).value(frame) : otherwise(frame, arguments);
  }

  /** Cell by cell; what an array lacks is {@code #N/A}, which matters only where it is chosen. */
  private static Object chosen(Object[][] conditions, Object yes, Object no) {
    int rows = conditions.length;
    int columns = conditions[0].length;
    for (Object side : new Object[] {yes, no}) {
      if (side instanceof Object[][] block) {
        rows = Math.max(rows, block.length);
        columns = Math.max(columns, block[0].length);
      }
    }
    Object[][] result = new Object[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        Object condition = cell(conditions, i, j);
        try {
          result[i][j] = cell(Coerce.logical(condition) ? yes : no, i, j);
        } catch (CellError e) {
          result[i][j] = e;
        }
      }
    }
    return result;
  }

  private static Object cell(Object value, int row, int column) {
    if (value instanceof Object[][] block) {
      return Lift.isInside(block, row, column) ? Lift.at(block, row, column) : CellError.NA;
    }
    return value;
  }

  private static Object otherwise(Frame frame, List<Node> arguments) {
    return arguments.size() > 2 ? arguments.get(2).value(frame) : Boolean.FALSE;
  }

  /** {@code IFERROR}, {@code IFNA}: the second argument in place of an error, cell by cell. */
  private static Object replaced(Frame frame, List<Node> arguments, Predicate<Object> wrong) {
    Object value = arguments.get(0).value(frame);
    if (value instanceof Object[][] block) {
      return contains(block, wrong)
          ? Lift.apply(
              new Object[] {value, arguments.get(1).value(frame)},
              v -> wrong.test(v[0]) ? v[1] : v[0])
          : value;
    }
    return wrong.test(value) ? arguments.get(1).value(frame) : value;
  }

  private static boolean contains(Object[][] block, Predicate<Object> wrong) {
    for (Object[] row : block) {
      for (Object cell : row) {
        if (wrong.test(cell)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * {@code AND} ({@code wanted} true), {@code OR} (false): numbers and logical values count, text
   * and blanks in ranges are skipped; nothing to judge is {@code #VALUE!}.
   */
  private static Object all(Object[] arguments, boolean wanted) throws CellError {
    boolean any = false;
    boolean all = true;
    for (Object argument : arguments) {
      if (argument instanceof Object[][] block) {
        for (Object[] row : block) {
          for (Object cell : row) {
            BuiltIn.throwError(cell);
            if (cell instanceof Boolean || cell instanceof Double) {
              any = true;
              all &= Coerce.logical(cell) == wanted;
            }
          }
        }
      } else {
        any = true;
        all &= Coerce.logical(argument) == wanted;
      }
    }
    if (!any) {
      throw CellError.VALUE;
    }
    return all == wanted;
  }
}
