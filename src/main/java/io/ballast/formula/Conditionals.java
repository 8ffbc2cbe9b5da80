package io.ballast.formula;

import static io.ballast.formula.BuiltIn.lazy;
import static io.ballast.formula.BuiltIn.over;

import io.ballast.functions.CellError;
import io.ballast.metrics.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Counts and sums of the cells that meet a {@link Criterion}. */
final class Conditionals {
  private Conditionals() {}

  static List<BuiltIn> all() {
    return List.of(
        over("COUNTIF", 2, 2, Set.of(0), Conditionals::count),
        lazy("SUMIF", 2, 3, (frame, a) -> selected(frame, a, Statistics::sum)),
        lazy("AVERAGEIF", 2, 3, (frame, a) -> selected(frame, a, Conditionals::average)));
  }

  @FunctionalInterface
  private interface Summary {
    double apply(double[] x) throws CellError;
  }

  /** {@code COUNTIF}: how many cells meet the criterion. */
  private static Object count(Object[] values) {
    Predicate<Object> criterion = Criterion.of(values[1]);
    int count = 0;
    for (Object[] row : ((Lift.Block) values[0]).cells()) {
      for (Object cell : row) {
        count += criterion.test(cell) ? 1 : 0;
      }
    }
    return (double) count;
  }

  private static double average(double[] x) throws CellError {
    if (x.length == 0) {
      throw CellError.DIV0;
    }
    return Statistics.mean(x);
  }

  /**
   * {@code SUMIF}, {@code AVERAGEIF}: of the numbers where the cell of the first range meets the
   * criterion. The third argument begins where its reference begins and has the shape of the first.
   */
  private static Object selected(Frame frame, List<Node> arguments, Summary summary)
      throws CellError {
    Object range = arguments.get(0).value(frame);
    BuiltIn.throwError(range);
    Object[][] tested = Coerce.block(range);
    Object[][] summed =
        arguments.size() < 3
            ? tested
            : frame.blockOfShape(arguments.get(2), tested.length, tested[0].length);
    Object criterion = arguments.get(1).value(frame);
    return Lift.apply(
        new Object[] {criterion},
        values -> {
          Predicate<Object> wanted = Criterion.of(values[0]);
          double[] numbers = new double[tested.length * tested[0].length];
          int n = 0;
          for (int i = 0; i < tested.length; i++) {
            for (int j = 0; j < tested[0].length; j++) {
              if (wanted.test(tested[i][j])) {
                BuiltIn.throwError(summed[i][j]);
                if (summed[i][j] instanceof Double number) {
                  numbers[n++] = number;
                }
              }
            }
          }
          return Coerce.finite(summary.apply(Arrays.copyOf(numbers, n)));
        });
  }
}
