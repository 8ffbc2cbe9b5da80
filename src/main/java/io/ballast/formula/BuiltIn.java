package io.ballast.formula;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.Set;

/**
 * A function that the spreadsheet itself has.
 *
 * @param name the name to type
 * @param least the fewest arguments
 * @param most the most arguments
 * @param body what it does
 */
record BuiltIn(String name, int least, int most, Body body) {
  /** The most arguments that any function takes. */
  static final int MANY = 255;

  /** What a function does with its unevaluated arguments. */
  @FunctionalInterface
  interface Body {
    Object apply(Frame frame, List<Node> arguments) throws CellError;
  }

  /** A function of whole arguments: a range is an array, one referenced cell an array of one. */
  @FunctionalInterface
  interface Whole {
    Object apply(Object[] arguments) throws CellError;
  }

  /** A function of one number. */
  @FunctionalInterface
  interface Numeric {
    double apply(double x) throws CellError;
  }

  /** A function that evaluates what it needs. */
  static BuiltIn lazy(String name, int least, int most, Body body) {
    return new BuiltIn(name, least, most, body);
  }

  /** A function of whole arguments. */
  static BuiltIn whole(String name, int least, int most, Whole body) {
    return new BuiltIn(
        name,
        least,
        most,
        (frame, arguments) -> {
          Object[] values = new Object[arguments.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = frame.aggregateArgument(arguments.get(i));
          }
          return body.apply(values);
        });
  }

  /**
   * A function of single values and of whole ranges, which it finds as {@link Lift.Block}; it goes
   * cell by cell over the former. An error in place of an argument is its result.
   *
   * @param ranges which arguments are ranges, counted from 0
   */
  static BuiltIn over(String name, int least, int most, Set<Integer> ranges, Lift.Scalar body) {
    return new BuiltIn(
        name,
        least,
        most,
        (frame, arguments) -> {
          Object[] values = values(frame, arguments);
          for (int i : ranges) {
            if (i < values.length) {
              throwError(values[i]);
              values[i] = new Lift.Block(Coerce.block(values[i]));
            }
          }
          return Lift.apply(values, withoutErrors(body));
        });
  }

  /** A function of single values, errors included, that goes cell by cell over arrays. */
  static BuiltIn any(String name, int least, int most, Lift.Scalar body) {
    return new BuiltIn(
        name, least, most, (frame, arguments) -> Lift.apply(values(frame, arguments), body));
  }

  /** A function of single values; an error among them is its result. */
  static BuiltIn scalar(String name, int least, int most, Lift.Scalar body) {
    return any(name, least, most, withoutErrors(body));
  }

  /** A function of one number; a result that is not finite is {@code #NUM!}. */
  static BuiltIn numeric(String name, Numeric body) {
    return scalar(name, 1, 1, values -> Coerce.finite(body.apply(Coerce.number(values[0]))));
  }

  /**
   * The name as a file stores it. Excel reads a function that is newer than Excel 2007, such as
   * {@code STDEV.S}, only with its prefix; written bare it shows {@code #NAME?} until re-entered.
   */
  String storedName() {
    boolean newer = name.indexOf('.') >= 0 && !name.equals("ERROR.TYPE");
    return newer || name.equals("IFNA") ? "_xlfn." + name : name;
  }

  /** The result of a call, an error value for a failure. */
  Object call(Frame frame, List<Node> arguments) {
    try {
      return body.apply(frame, arguments);
    } catch (CellError e) {
      return e;
    }
  }

  /** Throws a value if it is an error. */
  static void throwError(Object value) throws CellError {
    if (value instanceof Exception) {
      throw Coerce.error(value);
    }
  }

  private static Lift.Scalar withoutErrors(Lift.Scalar body) {
    return values -> {
      for (Object value : values) {
        throwError(value);
      }
      return body.apply(values);
    };
  }

  private static Object[] values(Frame frame, List<Node> arguments) {
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).value(frame);
    }
    return values;
  }
}
