package io.ballast.formula;

import io.ballast.functions.CellError;
import java.util.Arrays;

/** Numbers taken from the arguments of a function. */
final class NumberList {
  private double[] numbers;
  private int size;

  private NumberList(int capacity) {
    numbers = new double[capacity];
  }

  /**
   * The numbers of all arguments: of a range its number cells, of a scalar what it coerces to.
   *
   * @throws CellError the first error among them, {@code #VALUE!} for a scalar text
   */
  static double[] of(Object[] arguments) throws CellError {
    NumberList list = new NumberList(capacity(arguments));
    for (Object argument : arguments) {
      if (argument instanceof Object[][] block) {
        list.addCells(block);
      } else {
        list.add(Coerce.number(argument));
      }
    }
    return list.toArray();
  }

  /** The number cells of a range; an error cell is thrown. */
  static double[] of(Object[][] block) throws CellError {
    NumberList list = new NumberList(block.length * block[0].length);
    list.addCells(block);
    return list.toArray();
  }

  /**
   * The places where two ranges of as many cells both hold a number, as two arrays.
   *
   * @throws CellError {@code #N/A} if the sizes differ; the first error cell
   */
  static double[][] pairs(Object first, Object second) throws CellError {
    Object[][] a = Coerce.block(first);
    Object[][] b = Coerce.block(second);
    BuiltIn.throwError(first);
    BuiltIn.throwError(second);
    int cells = a.length * a[0].length;
    if (cells != b.length * b[0].length) {
      throw CellError.NA;
    }
    double[] x = new double[cells];
    double[] y = new double[cells];
    int size = 0;
    int row = 0;
    int column = 0;
    for (Object[] others : a) {
      for (Object p : others) {
        Object q = b[row][column];
        if (++column == b[row].length) {
          column = 0;
          row++;
        }
        if (p instanceof Double u && q instanceof Double v) {
          x[size] = u;
          y[size++] = v;
        } else {
          BuiltIn.throwError(p);
          BuiltIn.throwError(q);
        }
      }
    }
    return new double[][] {trimmed(x, size), trimmed(y, size)};
  }

  private void addCells(Object[][] block) throws CellError {
    for (Object[] row : block) {
      for (Object cell : row) {
        if (cell instanceof Double number) {
          add(number);
        } else if (cell instanceof Exception) {
          throw Coerce.error(cell);
        }
      }
    }
  }

  private static int capacity(Object[] arguments) {
    int capacity = 0;
    for (Object argument : arguments) {
      capacity += argument instanceof Object[][] block ? block.length * block[0].length : 1;
    }
    return capacity;
  }

  private void add(double number) {
    numbers[size++] = number;
  }

  private double[] toArray() {
    return trimmed(numbers, size);
  }

  private static double[] trimmed(double[] numbers, int size) {
    return size == numbers.length ? numbers : Arrays.copyOf(numbers, size);
  }
}
