package io.ballast.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prices that are probably wrong: kept, and told.
 *
 * <p>The measure is the asset's usual move s, 1.4826 times the median of its absolute log returns
 * (the median absolute deviation scaled to a normal distribution; Hampel 1974). Suspected are:
 *
 * <ul>
 *   <li>a close that leaves the level of its neighbours by more than 8·s and comes back within
 *       three bars, when the other assets (at least two) do not move with it;
 *   <li>a change by a factor above 3 that stays and stands alone: another unit, another currency, a
 *       redenomination. A crash is none, which trades its way down (the date opens nearer to the
 *       close before than to the new level) or goes on for days (another close within three bars
 *       moves by more than 8·s);
 *   <li>a high or low beyond open and close by more than 12·s, and at least 25 %;
 *   <li>a close that differs from the next open by more than 20 times what is usual and at least 1
 *       %, where the market never closes so that the two are usually equal to 0.1 %, and differ on
 *       no more than 2 % of the dates.
 * </ul>
 */
final class BadTicks {
  private static final double SPIKE = 8;
  private static final double LEAST_SPIKE = 0.03;
  private static final int LONGEST = 3;
  private static final double LEVEL = Math.log(3);
  private static final double WICK = 12;
  private static final double LEAST_WICK = 0.25;
  private static final double GAP = 20;
  private static final double LEAST_GAP = 0.01;
  private static final double USUAL_GAP = 0.001;
  private static final double MOST_GAPS = 0.02;
  private static final int FEWEST = 20;

  private final PriceTable table;

  BadTicks(PriceTable table) {
    this.table = table;
  }

  /** Tells the suspected prices of an asset. */
  void of(int asset, Runs.Teller teller) {
    double[] close = table.close()[asset];
    int[] priced = priced(close);
    if (priced.length < FEWEST) {
      return;
    }
    double[] moves = new double[priced.length - 1];
    for (int i = 1; i < priced.length; i++) {
      moves[i - 1] = Math.log(close[priced[i]] / close[priced[i - 1]]);
    }
    double usual = 1.4826 * medianOfAbsolutes(moves);
    spikes(asset, priced, moves, usual, teller);
    if (table.hasBars()) {
      wicks(asset, usual, teller);
      gaps(asset, priced, teller);
    }
  }

  private static int[] priced(double[] close) {
    int[] result = new int[close.length];
    int size = 0;
    for (int i = 0; i < close.length; i++) {
      if (!Double.isNaN(close[i])) {
        result[size++] = i;
      }
    }
    return Arrays.copyOf(result, size);
  }

  private static double medianOfAbsolutes(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      sorted[i] = Math.abs(values[i]);
    }
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private void spikes(int asset, int[] priced, double[] moves, double usual, Runs.Teller teller) {
    Runs spikes = new Runs("suspected bad tick: a close far from those around it", "runs");
    double threshold = Math.max(SPIKE * usual, LEAST_SPIKE);
    for (int i = 0; i < moves.length; i++) {
      int length = returnsAfter(moves, i, threshold);
      if (length > 0 && !isMarket(asset, priced[i], priced[i + 1], moves[i])) {
        spikes.add(
            priced[i + 1],
            length,
            table.dates().get(priced[i + 1]),
            table.dates().get(priced[i + length]));
        i += length;
      } else if (Math.abs(moves[i]) > Math.max(LEVEL, threshold)
          && standsAlone(moves, i, threshold)
          && !isTraded(asset, priced[i], priced[i + 1], moves[i])) {
        int at = priced[i + 1];
        teller.tell(
            at,
            table.dates().get(at),
            String.format(
                Locale.ROOT,
                "the price changes by a factor of %.4g from one date to the next: perhaps another"
                    + " unit or currency, or a redenomination",
                Math.exp(moves[i])));
      }
    }
    spikes.tell(teller);
  }

  /** After how many bars a move is taken back, 0 if it is small or stays. */
  private static int returnsAfter(double[] moves, int i, double threshold) {
    if (Math.abs(moves[i]) <= threshold) {
      return 0;
    }
    double level = moves[i];
    for (int length = 1; length <= LONGEST && i + length < moves.length; length++) {
      double back = moves[i + length];
      level += back;
      boolean opposite = back * moves[i] < 0 && Math.abs(back) > threshold;
      if (opposite && Math.abs(level) < 0.5 * Math.min(Math.abs(back), Math.abs(moves[i]))) {
        return length;
      }
    }
    return 0;
  }

  /** Whether no other move nearby is as unusual. */
  private static boolean standsAlone(double[] moves, int i, double threshold) {
    int last = Math.min(moves.length - 1, i + LONGEST);
    for (int j = Math.max(0, i - LONGEST); j <= last; j++) {
      if (j != i && Math.abs(moves[j]) > threshold) {
        return false;
      }
    }
    return true;
  }

  /** Whether the price was near the close before when the date of a move opened. */
  private boolean isTraded(int asset, int from, int to, double move) {
    if (!table.hasBars()) {
      return false;
    }
    double jump = Math.log(table.open()[asset][to] / table.close()[asset][from]);
    return Math.abs(jump) < 0.5 * Math.abs(move);
  }

  /** Whether the other assets move with this one, by half of its move or more in the middle. */
  private boolean isMarket(int asset, int from, int to, double move) {
    double[] others = new double[table.assets().size()];
    int size = 0;
    for (int a = 0; a < others.length; a++) {
      double other = Math.log(table.close()[a][to] / table.close()[a][from]);
      if (a != asset && !Double.isNaN(other)) {
        others[size++] = other;
      }
    }
    if (size < 2) {
      return false;
    }
    Arrays.sort(others, 0, size);
    double middle = others[size / 2];
    return middle * move > 0 && Math.abs(middle) > 0.5 * Math.abs(move);
  }

  private void wicks(int asset, double usual, Runs.Teller teller) {
    Runs wicks = new Runs("suspected bad tick: a high or low far from open and close", "runs");
    double threshold = Math.max(WICK * usual, LEAST_WICK);
    double[] open = table.open()[asset];
    double[] high = table.high()[asset];
    double[] low = table.low()[asset];
    double[] close = table.close()[asset];
    for (int i = 0; i < close.length; i++) {
      double up = Math.log(high[i] / Math.max(open[i], close[i]));
      double down = Math.log(Math.min(open[i], close[i]) / low[i]);
      if (up > threshold || down > threshold) {
        LocalDate date = table.dates().get(i);
        wicks.add(i, 1, date, date);
      }
    }
    wicks.tell(teller);
  }

  private void gaps(int asset, int[] priced, Runs.Teller teller) {
    List<LocalDate> dates = table.dates();
    double[] gaps = new double[priced.length - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = Math.log(table.open()[asset][priced[i + 1]] / table.close()[asset][priced[i]]);
    }
    double[] known = Arrays.stream(gaps).filter(gap -> !Double.isNaN(gap)).toArray();
    if (known.length < FEWEST) {
      return;
    }
    double usual = medianOfAbsolutes(known);
    if (usual > USUAL_GAP) {
      return;
    }
    double threshold = Math.max(GAP * usual, LEAST_GAP);
    Runs runs = new Runs("suspected bad tick: a close that differs from the next open", "runs");
    int count = 0;
    for (int i = 0; i < gaps.length; i++) {
      if (Math.abs(gaps[i]) > threshold && priced[i + 1] == priced[i] + 1) {
        LocalDate date = dates.get(priced[i]);
        runs.add(priced[i], 1, date, date);
        count++;
      }
    }
    if (count <= MOST_GAPS * known.length) {
      runs.tell(teller);
    }
  }
}
