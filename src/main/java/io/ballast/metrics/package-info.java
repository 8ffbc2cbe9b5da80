/**
 * The mathematics: arrays of numbers in, numbers out.
 *
 * <p>Nothing here knows a cell, a file, a clock or a random seed. A missing observation in a series
 * whose positions matter is {@code NaN}; every other input is free of {@code NaN}. A result is
 * never a silent {@code NaN}: what cannot be computed throws {@link
 * io.ballast.metrics.MetricException}.
 */
package io.ballast.metrics;
