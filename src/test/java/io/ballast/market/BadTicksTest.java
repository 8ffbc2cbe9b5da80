package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule on prices whose usual move is known, just below and just above its threshold. */
class BadTicksTest {
  private static final int DAYS = 60;
  private static final int DAY = 30;

  /** Eight times the usual move of prices that move by 1 % of their logarithm. */
  private static final double EIGHT_USUAL = 8 * 1.4826 * 0.01;

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);

  @Test
  void aCloseThatComesBackIsSuspectedBeyondEightUsualMoves() {
    for (double sign : new double[] {1, -1}) {
      assertEquals(List.of(), told(spike(0.01, sign * (EIGHT_USUAL - 1e-6), 1)));
      assertEquals(
          List.of("suspected bad tick: a close far from those around it on 2022-02-01"),
          told(spike(0.01, sign * (EIGHT_USUAL + 1e-6), 1)));
    }
  }

  @Test
  void aCloseThatComesBackIsSuspectedBeyondThreePercentHoweverQuietTheAsset() {
    assertEquals(List.of(), told(spike(0.001, 0.03 - 1e-6, 1)));
    assertEquals(1, told(spike(0.001, 0.03 + 1e-6, 1)).size());
  }

  @Test
  void closesThatComeBackWithinThreeBarsAreSuspectedAndNoOthers() {
    assertEquals(
        List.of(
            "suspected bad tick: a close far from those around it on 3 dates from 2022-02-01 to"
                + " 2022-02-03"),
        told(spike(0.01, 0.5, 3)));
    assertEquals(List.of(), told(spike(0.01, 0.5, 4)));
  }

  @Test
  void aMoveThatIsTakenBackByLessThanHalfIsNoSpike() {
    double[] moves = moves(0.01);
    moves[DAY] = -0.9;
    moves[DAY + 1] = 0.55;
    assertEquals(List.of(), told(closes(moves)));
    moves[DAY + 1] = 0.65;
    assertEquals(1, told(closes(moves)).size());
  }

  @Test
  void aSpikeThatTwoOthersShareByHalfIsTheMarket() {
    double[] own = spike(0.01, -0.4, 1);
    assertEquals(1, told(own, spike(0.01, -0.19, 1), spike(0.01, -0.19, 1)).size());
    assertEquals(List.of(), told(own, spike(0.01, -0.21, 1), spike(0.01, -0.21, 1)));
    assertEquals(1, told(own, spike(0.01, -0.4, 1)).size(), "one other is no market");
    assertEquals(1, told(own, spike(0.01, 0.4, 1), spike(0.01, 0.4, 1)).size(), "opposite");
  }

  @Test
  void aLevelIsSuspectedBeyondAFactorOfThree() {
    assertEquals(List.of(), told(level(Math.log(2.999))));
    assertEquals(List.of(), told(level(-Math.log(2.999))));
    assertTrue(told(level(Math.log(3.001))).get(0).contains("by a factor of 3.001"));
    assertTrue(told(level(-Math.log(3.001))).get(0).contains("by a factor of 0.3332"));
  }

  @Test
  void unitsThatSwitchInMidFileAreTold() {
    for (double factor : new double[] {100, 0.01, 1000, 0.001, 1e8}) {
      List<String> told = told(level(Math.log(factor)));
      assertEquals(1, told.size());
      assertTrue(told.get(0).contains("perhaps another unit or currency"), told.get(0));
    }
  }

  @Test
  void unitsThatSwitchForFourBarsAreToldBothWays() {
    List<String> told = told(spike(0.01, Math.log(100), 4));
    assertEquals(2, told.size());
    assertTrue(told.get(0).contains("by a factor of 100.0 "));
    assertTrue(told.get(1).contains("by a factor of 0.01000 "));
  }

  @Test
  void aCollapseOverDaysIsNoError() {
    // As LUNA from 5 to 13 May 2022: 99.99 % and more in days.
    double[] end = {82.3, 77.4, 69, 64.1, 30.9, 17.4, 1.07, 0.0042, 0.00005};
    assertEquals(List.of(), told(endingIn(end)));
    // As FTT from 6 to 10 November 2022.
    assertEquals(List.of(), told(endingIn(new double[] {22.5, 22.1, 5.55, 2.33, 3.6})));
  }

  @Test
  void aCrashOfOneDayIsNoErrorIfItsDateOpensAtTheCloseBefore() {
    double[] close = level(-Math.log(10));
    double[] open = close.clone();
    System.arraycopy(close, 0, open, 1, DAYS - 1);
    assertEquals(List.of(), told(bars(open, close, p -> {})));
    open[DAY + 1] = close[DAY + 1];
    List<String> told = told(bars(open, close, p -> {}));
    assertTrue(told.stream().anyMatch(t -> t.contains("by a factor of 0.1000 ")), told.toString());
  }

  @Test
  void aHighOrLowIsSuspectedBeyondAQuarter() {
    for (int field : new int[] {1, 2}) {
      double sign = field == 1 ? 1 : -1;
      assertEquals(List.of(), told(wick(field, sign * (0.25 - 1e-6))));
      assertEquals(
          List.of("suspected bad tick: a high or low far from open and close on 2022-02-01"),
          told(wick(field, sign * (0.25 + 1e-6))));
    }
  }

  @Test
  void aCloseIsSuspectedWhereItDiffersFromTheNextOpenByOnePercent() {
    assertEquals(List.of(), told(gap(0.01 - 1e-6, 1)));
    assertEquals(
        List.of("suspected bad tick: a close that differs from the next open on 2022-01-31"),
        told(gap(0.01 + 1e-6, 1)));
  }

  @Test
  void gapsOnMoreThanTwoPercentOfTheDatesAreTheAssetsWay() {
    assertEquals(1, told(gap(0.02, 1)).size(), "1 of 59 dates");
    assertEquals(List.of(), told(gap(0.02, 2)), "2 of 59 dates");
  }

  @Test
  void fewerThanTwentyPricesTellNothing() {
    double[] twenty = Arrays.copyOf(closes(moves(0.01)), 20);
    twenty[10] *= 2;
    assertEquals(1, told(twenty).size());
    assertEquals(List.of(), told(Arrays.copyOf(twenty, 19)));
  }

  /** Moves of the same size up and down. */
  private static double[] moves(double size) {
    return IntStream.range(0, DAYS - 1).mapToDouble(i -> i % 2 == 0 ? size : -size).toArray();
  }

  private static double[] closes(double[] moves) {
    double[] close = new double[moves.length + 1];
    close[0] = 100;
    for (int i = 0; i < moves.length; i++) {
      close[i + 1] = close[i] * Math.exp(moves[i]);
    }
    return close;
  }

  /** Closes that leave their level on the day after {@link #DAY} and come back. */
  private static double[] spike(double usual, double move, int bars) {
    double[] moves = moves(usual);
    moves[DAY] = move;
    moves[DAY + bars] = -move;
    return closes(moves);
  }

  private static double[] level(double move) {
    double[] moves = moves(0.01);
    moves[DAY] = move;
    return closes(moves);
  }

  private static double[] endingIn(double[] end) {
    double[] moves = moves(0.05);
    double[] close = closes(moves);
    double scale = end[0] / close[DAYS - 1];
    double[] all = Arrays.copyOf(close, DAYS + end.length - 1);
    for (int i = 0; i < DAYS; i++) {
      all[i] *= scale;
    }
    System.arraycopy(end, 0, all, DAYS - 1, end.length);
    return all;
  }

  private static PriceTable wick(int field, double size) {
    double[] close = closes(moves(0.01));
    return bars(close, close, p -> p[field][DAY + 1] *= Math.exp(size));
  }

  /** Bars that open at the close before, but for some. */
  private static PriceTable gap(double size, int many) {
    double[] close = closes(moves(0.01));
    double[] open = close.clone();
    System.arraycopy(close, 0, open, 1, DAYS - 1);
    for (int k = 0; k < many; k++) {
      open[DAY + 1 + 3 * k] *= Math.exp(size);
    }
    return bars(open, close, p -> {});
  }

  /** Bars whose high and low are at open or close, changed. */
  private static PriceTable bars(double[] open, double[] close, Consumer<double[][]> change) {
    double[][] bars = {open, new double[DAYS], new double[DAYS], close};
    for (int i = 0; i < DAYS; i++) {
      bars[1][i] = Math.max(open[i], close[i]);
      bars[2][i] = Math.min(open[i], close[i]);
    }
    change.accept(bars);
    return new PriceTable(
        dates(DAYS),
        List.of("A"),
        new double[][] {bars[3]},
        new double[][] {bars[0]},
        new double[][] {bars[1]},
        new double[][] {bars[2]},
        null);
  }

  private static List<LocalDate> dates(int days) {
    return FIRST.datesUntil(FIRST.plusDays(days)).toList();
  }

  private static List<String> told(double[]... closes) {
    List<String> names = IntStream.range(0, closes.length).mapToObj(i -> "A" + i).toList();
    return told(PriceTable.ofClose(dates(closes[0].length), names, closes));
  }

  /** What is told of the first asset. */
  private static List<String> told(PriceTable table) {
    List<String> told = new ArrayList<>();
    new BadTicks(table).of(0, (position, date, what) -> told.add(what));
    return told;
  }
}
