package io.ballast.workbook;

/**
 * How a limit stands in a calculated workbook.
 *
 * @param limit what is limited
 * @param now the figure: a Double, or text where there is none; likewise:
 * @param inForce the limit
 * @param used the share of the limit that is used
 * @param status OK, WATCH, BREACH or n/a
 * @param action what to do, empty if nothing
 */
public record LimitState(
    String limit, Object now, Object inForce, Object used, String status, String action) {
  /** Whether the figure is beyond its limit. */
  public boolean isBreached() {
    return status.equals(StatusWord.BREACH.name());
  }

  /** Whether the figure is beyond or near its limit. */
  public boolean isAlert() {
    return isBreached() || status.equals(StatusWord.WATCH.name());
  }
}
