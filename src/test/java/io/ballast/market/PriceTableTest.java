package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTableTest {
  private static final double NAN = Double.NaN;

  /** A has every price, B starts on the 3rd and lacks the 5th, C ends on the 6th. */
  private static final PriceTable TABLE =
      PriceTable.ofClose(
          LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2024, 1, 9)).toList(),
          List.of("A", "B", "C"),
          new double[][] {
            {1, 2, 3, 4, 5, 6, 7, 8},
            {NAN, NAN, 30, 40, NAN, 60, 70, 80},
            {100, 200, 300, 400, 500, 600, NAN, NAN}
          });

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }

  @Test
  void windowStartsWhereEveryAssetHasAPrice() {
    PriceTable window = TABLE.window(List.of("B", "A"), null, 0);
    assertEquals(List.of("B", "A"), window.assets());
    assertEquals(TABLE.dates().subList(2, 8), window.dates());
    assertArrayEquals(new double[] {30, 40, NAN, 60, 70, 80}, window.close()[0]);
    assertArrayEquals(new double[] {3, 4, 5, 6, 7, 8}, window.close()[1]);
    assertNull(window.high());
  }

  @Test
  void windowEndsAtTheAsOfDateWhetherOrNotItIsInTheTable() {
    assertEquals(List.of(day(1), day(2)), TABLE.window(List.of("A"), day(2), 0).dates());
    assertEquals(TABLE.dates(), TABLE.window(List.of("A"), day(31), 0).dates());
    assertEquals(List.of(), TABLE.window(List.of("A"), LocalDate.of(2023, 12, 31), 0).dates());
  }

  @Test
  void lookbackOfDaysGivesAsManyReturns() {
    assertEquals(
        List.of(day(5), day(6), day(7), day(8)), TABLE.window(List.of("A"), null, 3).dates());
    assertEquals(List.of(day(3), day(4), day(5)), TABLE.window(List.of("A"), day(5), 2).dates());
    assertEquals(TABLE.dates(), TABLE.window(List.of("A"), null, 1000).dates());
  }

  @Test
  void lookbackCountsFromTheLastDateInTheTable() {
    assertEquals(List.of(day(6), day(7), day(8)), TABLE.window(List.of("A"), day(31), 2).dates());
    assertEquals(7, TABLE.lastDate(day(31)));
    assertEquals(4, TABLE.lastDate(day(5)));
    assertEquals(-1, TABLE.lastDate(LocalDate.of(2023, 12, 31)));
  }

  @Test
  void betweenKeepsBothEnds() {
    PriceTable part = TABLE.between(List.of("C", "A"), day(2), day(3));
    assertEquals(List.of("C", "A"), part.assets());
    assertEquals(List.of(day(2), day(3)), part.dates());
    assertArrayEquals(new double[] {200, 300}, part.close()[0]);
  }

  @Test
  void windowWithinALookbackStartsCompleteToo() {
    assertEquals(List.of(day(6), day(7), day(8)), TABLE.window(List.of("A", "B"), null, 3).dates());
  }

  @Test
  void windowKeepsIncompleteEndAndMayBeEmpty() {
    PriceTable window = TABLE.window(List.of("A", "C"), null, 0);
    assertEquals(8, window.dates().size());
    assertEquals(List.of(), TABLE.window(List.of("A", "C"), null, 1).dates());
    assertEquals(0, TABLE.window(List.of("A", "C"), null, 1).close()[0].length);
  }

  @Test
  void assetGivenTwiceIsTakenOnce() {
    assertEquals(List.of("A", "B"), TABLE.window(List.of("A", "B", "A"), null, 0).assets());
  }

  @Test
  void windowCutsBarsAndVolume() {
    double[][] close = {{1, 2, 3}};
    PriceTable bars =
        new PriceTable(
            TABLE.dates().subList(0, 3),
            List.of("A"),
            close,
            close,
            new double[][] {{4, 5, 6}},
            close,
            new double[][] {{7, 8, 9}});
    PriceTable window = bars.window(List.of("A"), null, 1);
    assertArrayEquals(new double[] {5, 6}, window.high()[0]);
    assertArrayEquals(new double[] {8, 9}, window.volume()[0]);
  }

  @Test
  void limitsCountCompleteRowsAndReturns() {
    assertEquals(new History(8, 7, null), TABLE.limits(List.of("A"), null, 0));
    assertEquals(new History(5, 3, "B"), TABLE.limits(List.of("A", "B"), null, 0));
    assertEquals(new History(3, 1, "B"), TABLE.limits(List.of("A", "B", "C"), null, 0));
    assertEquals(new History(0, 0, "C"), TABLE.limits(List.of("A", "B", "C"), null, 1));
  }

  @Test
  void amongEquallyPricedAssetsTheLatestListedLimits() {
    PriceTable table =
        PriceTable.ofClose(
            TABLE.dates().subList(0, 3),
            List.of("EARLY", "LATE"),
            new double[][] {{1, 2, NAN}, {NAN, 2, 3}});
    assertEquals("LATE", table.limits(List.of("EARLY", "LATE"), null, 0).limitingAsset());
    assertEquals("LATE", table.limits(List.of("LATE", "EARLY"), null, 0).limitingAsset());
  }

  @Test
  void completeRowsAreThoseOfTheWindow() {
    for (int lookback = 0; lookback < 10; lookback++) {
      List<String> assets = List.of("A", "B", "C");
      PriceTable window = TABLE.window(assets, null, lookback);
      assertEquals(
          TABLE.limits(assets, null, lookback).completeRows(),
          window.limits(assets, null, 0).completeRows());
    }
  }

  @Test
  void unknownAssetAndNegativeLookbackAreRefused() {
    assertEquals(
        "found X, expected an asset of the price table",
        assertThrows(IllegalArgumentException.class, () -> TABLE.window(List.of("X"), null, 0))
            .getMessage());
    assertEquals(
        "found a lookback of -1, expected days above 0, or 0 for all",
        assertThrows(IllegalArgumentException.class, () -> TABLE.window(List.of("A"), null, -1))
            .getMessage());
  }
}
