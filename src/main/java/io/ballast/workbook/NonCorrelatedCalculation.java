package io.ballast.workbook;

import static io.ballast.workbook.Frame.addInOnly;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Calculation of the workbook of non-correlated assets: each holding's correlation with
 * the benchmark, by method and on bad days, and the figures of the whole portfolio.
 *
 * <p>Names: {@code tail_days} and {@code tail_threshold} (the days on which the benchmark fell
 * below it are the worst), {@code falling_days}.
 */
final class NonCorrelatedCalculation {
  private static final int SHOWN = 10;

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final Ranking ranking;

  NonCorrelatedCalculation(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Calculation: the holdings and the benchmark");
    int row = columns.block(sheet, 4, "Positions", AssetColumns.positions());
    row = columns.block(sheet, row, "Correlation with the benchmark", withBenchmark());
    columns.name(book, "weights", "weight");
    columns.name(book, "volatilities", "volatility");
    sheet.add(new Rule.Heat(columns.cells("with_benchmark"), -0.2, 0.4, 1));
    sheet.add(new Rule.Heat(columns.cells("with_worst"), -0.2, 0.4, 1));
    row = figures(row);
    this.ranking =
        new Ranking(
            sheet,
            row,
            0,
            "By correlation with the benchmark, itself aside",
            columns,
            "benchmark_rank",
            "ranked_count",
            SHOWN,
            List.of(
                new Ranking.Item("in_asset", "Asset", Style.LABEL),
                new Ranking.Item("ranked", "All days", Style.calculated(Format.NUMBER)),
                new Ranking.Item("with_worst", "Worst days", Style.calculated(Format.NUMBER))));
    sheet.widths(44, 16, 16, 16, 16, 16, 16, 16, 16, 16, 12, 8);
    sheet.freeze(3, 1);
    sheet.portrait();
    sheet.onePage();
    sheet.lock();
  }

  private static Column[] withBenchmark() {
    String x = "{returns}";
    String m = "benchmark_returns";
    return new Column[] {
      AssetColumns.name("asset2"),
      AssetColumns.volatility(),
      Column.of(
          "days_common",
          "Days in common",
          Format.INTEGER,
          "SUMPRODUCT(--ISNUMBER(" + x + "),--ISNUMBER(" + m + "))"),
      Column.of(
          "with_benchmark",
          "Pearson, all days",
          Format.NUMBER,
          "IFERROR(CORREL(" + x + "," + m + "),\"n/a\")"),
      Column.of(
          "p_value",
          "p-value",
          Format.PRECISE,
          Frame.given(
              "{with_benchmark}",
              Measures.correlationPvalue(x, m, "{with_benchmark}", "{days_common}"))),
      rankCorrelation("spearman", "Spearman"),
      rankCorrelation("kendall", "Kendall"),
      Column.of("ewma", "EWMA", Format.NUMBER, addInOnly("EWMA_CORRELATION(" + x + "," + m + ")")),
      Column.array(
          "with_falling",
          "When it falls",
          Format.NUMBER,
          i -> Measures.correlationBelow(x, "0", "falling_days")),
      Column.array(
          "with_worst",
          "On its worst days",
          Format.NUMBER,
          i -> Measures.correlationBelow(x, "tail_threshold", "tail_days")),
      Column.of(
          "ranked",
          "Ranked by",
          Format.NUMBER,
          "IF({in_asset}=benchmark,\"n/a\",{with_benchmark})"),
      AssetColumns.rankOfNumbers("benchmark_rank", "Rank", "ranked")
    };
  }

  /** Of an asset and the benchmark, put side by side as a matrix of two columns. */
  private static Column rankCorrelation(String method, String header) {
    return Column.array(
        method,
        header,
        Format.NUMBER,
        i ->
            addInOnly(
                "INDEX(CORREL_MATRIX(CHOOSE({1,2},{returns},benchmark_returns),\""
                    + method
                    + "\"),1,2)"));
  }

  private int figures(int row) {
    String m = "benchmark_returns";
    return new FigureList(book, sheet, row, 0, "Portfolio, at today's weights")
        .add("Value", "portfolio_value", columns.over("SUM({value:all})"), Format.MONEY)
        .add(PortfolioFigure.OBSERVATIONS)
        .add(
            "Volatility, annual",
            "portfolio_volatility",
            Measures.portfolioVolatility(),
            Format.PERCENT)
        .add(
            PortfolioFigure.AVERAGE_VOLATILITY,
            PortfolioFigure.DIVERSIFICATION_RATIO,
            PortfolioFigure.BETA,
            PortfolioFigure.AVERAGE_CORRELATION)
        .add(
            "Largest correlation of a pair",
            "largest_correlation",
            "IF(COUNT(correlations)<4,\"n/a\",LARGE(correlations,SQRT(COUNT(correlations))+1))",
            Format.NUMBER)
        .array("Its first asset", "most_alike_first", alike("MIN", "ROW"), Format.TEXT)
        .array("Its second asset", "most_alike_second", alike("MAX", "ROW"), Format.TEXT)
        .add(
            "Days on which the benchmark fell",
            "falling_days",
            "COUNTIF(" + m + ",\"<0\")",
            Format.INTEGER)
        .add(
            "Its worst days",
            "tail_days",
            "MAX(1,INT(ROUND(tail_share*COUNT(" + m + "),9)))",
            Format.INTEGER)
        .add(
            "Each of them below",
            "tail_threshold",
            "SMALL(" + m + ",MIN(tail_days+1,COUNT(" + m + ")))",
            Format.PERCENT2)
        .add("Holdings ranked", "ranked_count", columns.over("COUNT({ranked:all})"), Format.INTEGER)
        .add(
            "Mean correlation with the benchmark, itself aside",
            "mean_with_benchmark",
            columns.over("IFERROR(AVERAGE({ranked:all}),\"n/a\")"),
            Format.NUMBER)
        .add(
            "The same on its worst days",
            "mean_with_worst",
            columns.over(
                "IF(SUMPRODUCT(--ISNUMBER({with_worst:all}),--ISNUMBER({ranked:all}))=0,\"n/a\","
                    + "SUMPRODUCT(--ISNUMBER({ranked:all}),{with_worst:all})"
                    + "/SUMPRODUCT(--ISNUMBER({with_worst:all}),--ISNUMBER({ranked:all})))"),
            Format.NUMBER)
        .add(
            "Fewest days in common",
            "fewest_days",
            "IF(candidate_count=0,observations,MIN(observations,candidate_fewest))",
            Format.INTEGER)
        .nextRow();
  }

  /** One of the two assets of the pair that is most alike: the row of the first or last match. */
  private static String alike(String which, String places) {
    String place = places + "(correlations)-MIN(" + places + "(correlations))";
    String column = "COLUMN(correlations)-MIN(COLUMN(correlations))";
    return "IF(ISNUMBER(largest_correlation),INDEX(holding_assets,1+"
        + which
        + "(IF(ISNUMBER(correlations),IF((ABS(correlations-largest_correlation)<1E-12)*("
        + place
        + "<>"
        + column
        + ")>0,"
        + place
        + ",\"\"),\"\"))),\"n/a\")";
  }

  /** The holdings but the benchmark, the most correlated with it first. */
  Ranking ranking() {
    return ranking;
  }
}
