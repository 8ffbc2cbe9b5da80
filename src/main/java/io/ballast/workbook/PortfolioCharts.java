package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** Charts of a portfolio that several workbooks show. */
final class PortfolioCharts {
  private PortfolioCharts() {}

  /**
   * Bars of weight and risk share side by side.
   *
   * @param ranking lists a name, its weight and its risk share
   */
  static Chart weightAgainstRisk(
      String title, String description, Ranking ranking, Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.BAR,
        title,
        description,
        ranking.cells(0),
        List.of(
            new Chart.Series("Weight", ranking.cells(1), Chart.Color.SKY),
            new Chart.Series("Risk share", ranking.cells(2), Chart.Color.VERMILION)),
        Format.WHOLE_PERCENT,
        anchor);
  }

  /**
   * The loss from the latest peak over time, as an area below 0.
   *
   * @param points is given a column for it
   * @param drawdowns the name of a column of drawdowns, at most 0
   */
  static Chart drawdown(
      String title, String description, ChartPoints points, String drawdowns, Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.DATE_AREA,
        title,
        description,
        points.dates(),
        List.of(
            new Chart.Series(
                "Drawdown", points.add("Drawdown", drawdowns, Format.PERCENT2), Chart.Color.BLUE)),
        Format.WHOLE_PERCENT,
        anchor);
  }
}
