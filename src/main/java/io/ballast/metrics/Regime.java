package io.ballast.metrics;

import java.util.Arrays;

/** Whether markets are calm or stressed, against their own past. */
public enum Regime {
  /** Volatility below its 33rd percentile. */
  CALM,
  /** In between. */
  NORMAL,
  /** Volatility above its 80th percentile. */
  STRESSED;

  private static final double CALM_BELOW = 0.33;
  private static final double STRESSED_ABOVE = 0.8;

  /**
   * Regime of the latest full window: its volatility against the percentiles (type 7) of all
   * rolling volatilities, its own included, compared in decimals.
   *
   * <ul>
   *   <li>No full window: {@link Failure#UNDEFINED}. A window below 2: {@link
   *       Failure#OUT_OF_DOMAIN}.
   * </ul>
   *
   * @param returns in time order, {@code NaN} where missing
   * @param window returns in a window
   */
  public static Regime latest(double[] returns, int window) {
    double[] rolling =
        Arrays.stream(Rolling.volatility(returns, window, 1))
            .filter(v -> !Double.isNaN(v))
            .toArray();
    if (rolling.length == 0) {
      throw new MetricException(
          Failure.UNDEFINED, "returns", "no full window", "as many returns as the window");
    }
    double now = rolling[rolling.length - 1];
    if (Decimals.compare(now, Quantiles.of(rolling, CALM_BELOW)) < 0) {
      return CALM;
    }
    return Decimals.compare(now, Quantiles.of(rolling, STRESSED_ABOVE)) > 0 ? STRESSED : NORMAL;
  }
}
