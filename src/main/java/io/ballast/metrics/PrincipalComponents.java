package io.ballast.metrics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Eigenvectors of a symmetric matrix.
 *
 * @param values largest first
 * @param vectors one array per eigenvector, in the same order
 */
record PrincipalComponents(double[] values, double[][] vectors) {
  static PrincipalComponents of(double[][] symmetric) {
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
    int n = symmetric.length;
    double[] values = eigen.getRealEigenvalues();
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      vectors[i] = eigen.getEigenvector(i).toArray();
    }
    return new PrincipalComponents(values, vectors);
  }
}
