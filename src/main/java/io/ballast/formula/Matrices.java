package io.ballast.formula;

import static io.ballast.formula.BuiltIn.whole;

import io.ballast.functions.CellError;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/** Matrices. A cell that is not a number is {@code #VALUE!}. */
final class Matrices {
  private Matrices() {}

  static List<BuiltIn> all() {
    return List.of(
        whole("MMULT", 2, 2, Matrices::product),
        whole("TRANSPOSE", 1, 1, Matrices::transpose),
        whole("MINVERSE", 1, 1, Matrices::inverse),
        whole("MDETERM", 1, 1, Matrices::determinant));
  }

  /** {@code MMULT}: the matrix product; {@code #VALUE!} if the shapes do not fit. */
  private static Object product(Object[] arguments) throws CellError {
    double[][] a = matrix(arguments[0]);
    double[][] b = matrix(arguments[1]);
    int inner = b.length;
    int columns = b[0].length;
    if (a[0].length != inner) {
      throw CellError.VALUE;
    }
    Object[][] result = new Object[a.length][columns];
    double[] column = new double[inner];
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k < inner; k++) {
        column[k] = b[k][j];
      }
      for (int i = 0; i < a.length; i++) {
        double[] row = a[i];
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += row[k] * column[k];
        }
        result[i][j] = Coerce.finite(sum);
      }
    }
    return result;
  }

  /** {@code TRANSPOSE}: rows become columns, whatever the cells hold. */
  private static Object transpose(Object[] arguments) {
    Object[][] block = Coerce.block(arguments[0]);
    Object[][] result = new Object[block[0].length][block.length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block[0].length; j++) {
        result[j][i] = block[i][j];
      }
    }
    return result;
  }

  /** {@code MINVERSE}: {@code #NUM!} if the matrix is singular, {@code #VALUE!} if not square. */
  private static Object inverse(Object[] arguments) throws CellError {
    LUDecomposition lu = decomposition(arguments[0]);
    if (!lu.getSolver().isNonSingular()) {
      throw CellError.NUM;
    }
    double[][] inverse = lu.getSolver().getInverse().getData();
    Object[][] result = new Object[inverse.length][inverse.length];
    for (int i = 0; i < inverse.length; i++) {
      for (int j = 0; j < inverse.length; j++) {
        result[i][j] = Coerce.finite(inverse[i][j]);
      }
    }
    return result;
  }

  /** {@code MDETERM}: {@code #VALUE!} if the matrix is not square. */
  private static Object determinant(Object[] arguments) throws CellError {
    return Coerce.finite(decomposition(arguments[0]).getDeterminant());
  }

  private static LUDecomposition decomposition(Object argument) throws CellError {
    double[][] matrix = matrix(argument);
    if (matrix.length != matrix[0].length) {
      throw CellError.VALUE;
    }
    return new LUDecomposition(new Array2DRowRealMatrix(matrix, false), Double.MIN_NORMAL);
  }

  private static double[][] matrix(Object argument) throws CellError {
    Object[][] block = Coerce.block(argument);
    double[][] matrix = new double[block.length][block[0].length];
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block[0].length; j++) {
        Object cell = block[i][j];
        BuiltIn.throwError(cell);
        if (!(cell instanceof Double number)) {
          throw CellError.VALUE;
        }
        matrix[i][j] = number;
      }
    }
    return matrix;
  }
}
