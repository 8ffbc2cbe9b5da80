package io.ballast.workbook;

import java.util.List;

/** A conditional format over a block of cells of its sheet. */
public sealed interface Rule {
  /** The cells, bounds inclusive. */
  Chart.Block block();

  /**
   * Colours the words OK, WATCH, BREACH, FAILED, TRUE and FALSE. The word itself says the same, so
   * nothing depends on seeing colours.
   */
  record Status(Chart.Block block) implements Rule {}

  /** A scale of three colours, from blue over white to orange. */
  record Heat(Chart.Block block, double low, double middle, double high) implements Rule {}

  /** A bar in each cell, as long as its share of the largest. */
  record Bars(Chart.Block block, Chart.Color color) implements Rule {}

  /** A bar in each cell: none at 0, across the whole cell from {@code full} on. */
  record Gauge(Chart.Block block, double full, Chart.Color color) implements Rule {}

  /** Restricts what can be entered. */
  sealed interface Validation permits OneOf, OneOfCells, Between, DateEntry {
    /** The cells, bounds inclusive. */
    Chart.Block block();

    /** What is told to a person who enters something else. */
    String message();
  }

  /** One of a few words. */
  record OneOf(Chart.Block block, List<String> words, String message) implements Validation {}

  /** One of the values in other cells, given by their address or name. */
  record OneOfCells(Chart.Block block, String cells, String message) implements Validation {}

  /** A number between two bounds. */
  record Between(Chart.Block block, double low, double high, String message)
      implements Validation {}

  /** A date. */
  record DateEntry(Chart.Block block, String message) implements Validation {}
}
