package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet Candidates: what each asset that is not held would do to the portfolio.
 *
 * <p>Name: {@code candidate_count}, how many candidates have a figure to be ranked by.
 */
final class CandidateSheet {
  private static final String BOTH = "ISNUMBER({series})*ISNUMBER(portfolio_returns)>0";
  private static final String AFTER = "(1-trial_weight)*portfolio_returns+trial_weight*{series}";

  private final Sheet sheet;
  private final Columns candidates;
  private final Columns holdings;
  private final int correlationRow;
  private final int volatilityRow;
  private final Ranking ranking;

  /**
   * Writes the sheet, but for what the columns write themselves.
   *
   * @param candidates of {@link Candidates}
   * @param holdings with {@code in_asset}, {@code weight} and {@code returns}
   */
  CandidateSheet(Book book, Frame frame, Sheet sheet, Columns candidates, Columns holdings) {
    this.sheet = sheet;
    this.candidates = candidates;
    this.holdings = holdings;
    frame.head(sheet, "Candidates: what each asset that is not held would add");
    sheet.formula(
        3,
        0,
        "\"With \"&"
            + DashboardSheet.percent("trial_weight", 1)
            + "&\" of the portfolio in the candidate and every holding scaled down alike, on the days"
            + " that the candidate has prices\"",
        Style.SUBTITLE);
    int rows = candidates.positions() + 3;
    int row = 5 + 2 * rows;
    this.correlationRow = row + 9 + candidates.positions();
    this.volatilityRow = correlationRow + holdings.positions() + 3;
    int next = candidates.block(sheet, 5, "By itself", alone());
    candidates.block(sheet, next, "Before and after", added());
    book.name("candidate_cuts", candidates.cells("cut"));
    new FigureList(book, sheet, row + 3 + candidates.positions(), 0, "Ranked")
        .add("Candidates ranked", "candidate_count", "COUNT(candidate_cuts)", Format.INTEGER)
        .add(
            "Fewest days of one",
            "candidate_fewest",
            candidates.over("MIN({days:all})"),
            Format.INTEGER);
    this.ranking = ranking(row);
    matrix(
        correlationRow,
        "Correlation with each holding",
        "IFERROR(CORREL({returns},{series}),\"n/a\")");
    matrix(
        volatilityRow,
        "Volatility of each holding on the candidate's days, annual",
        "IFERROR(STDEV.S(IF(ISNUMBER({series}),{returns},\"\"))*SQRT(periods_per_year),\"n/a\")");
    sheet.add(
        new Rule.Heat(
            new Chart.Block(
                sheet,
                correlationRow + 2,
                1,
                correlationRow + 1 + holdings.positions(),
                candidates.positions()),
            -0.2,
            0.4,
            1));
    sheet.widths(30, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13);
    sheet.freeze(3, 1);
    sheet.portrait();
    sheet.onePage();
    sheet.lock();
  }

  private static String known(String formula) {
    return "IF({days}<3,\"n/a\",IFERROR(" + formula + ",\"n/a\"))";
  }

  private static Column array(String key, String header, Format format, String formula) {
    return Column.array(key, header, format, i -> known(formula));
  }

  private Column[] alone() {
    String on = "IF(" + BOTH + ",{series},\"\")";
    return new Column[] {
      Column.text("candidate", "Candidate", "{in_candidate}"),
      Column.of(
          "days",
          "Days in common",
          Format.INTEGER,
          "SUMPRODUCT(--ISNUMBER({series}),--ISNUMBER(portfolio_returns))"),
      array(
          "own_volatility",
          "Volatility, annual",
          Format.PERCENT,
          "STDEV.S(" + on + ")*SQRT(periods_per_year)"),
      array(
          "with_portfolio",
          "Correlation with the portfolio",
          Format.NUMBER,
          "CORREL({series},portfolio_returns)"),
      Column.of(
          "p_value",
          "p-value",
          Format.PRECISE,
          Frame.given(
              "{with_portfolio}",
              Measures.correlationPvalue(
                  "{series}", "portfolio_returns", "{with_portfolio}", "{days}"))),
      array(
          "with_benchmark",
          "Correlation with the benchmark",
          Format.NUMBER,
          "CORREL({series},benchmark_returns)"),
      array(
          "with_worst",
          "On its worst days",
          Format.NUMBER,
          Measures.correlationBelow("{series}", "tail_threshold", "tail_days")),
      Column.each(
          "with_holdings",
          "Mean correlation with the holdings",
          Format.NUMBER,
          i -> "IFERROR(AVERAGE(" + correlations(i) + "),\"n/a\")")
    };
  }

  private Column[] added() {
    List<Column> list = new ArrayList<>();
    list.add(Column.text("candidate2", "Candidate", "{in_candidate}"));
    String before = "IF(" + BOTH + ",portfolio_returns,\"\")";
    String after = "IF(" + BOTH + "," + AFTER + ",\"\")";
    list.add(
        array(
            "volatility_before",
            "Volatility before",
            Format.PERCENT,
            "STDEV.S(" + before + ")*SQRT(periods_per_year)"));
    list.add(
        array(
            "volatility_after",
            "Volatility after",
            Format.PERCENT,
            "STDEV.S(" + after + ")*SQRT(periods_per_year)"));
    list.add(
        Column.of(
            "cut",
            "Cut of volatility",
            Format.PERCENT,
            "IFERROR(1-{volatility_after}/{volatility_before},\"n/a\")"));
    list.add(
        Column.each(
            "ratio_before",
            "Diversification ratio before",
            Format.NUMBER,
            i -> "IFERROR(" + average(i) + "/{volatility_before},\"n/a\")"));
    list.add(
        Column.each(
            "ratio_after",
            "Diversification ratio after",
            Format.NUMBER,
            i ->
                "IFERROR(((1-trial_weight)*"
                    + average(i)
                    + "+trial_weight*{own_volatility})/{volatility_after},\"n/a\")"));
    list.add(
        Column.of(
            "correlation_before",
            "Average correlation before",
            Format.NUMBER,
            "average_correlation"));
    list.add(
        Column.each(
            "correlation_after",
            "Average correlation after",
            Format.NUMBER,
            i -> {
              String n = "COUNT(" + correlations(i) + ")";
              return "IF("
                  + n
                  + "=0,\"n/a\",(N(average_correlation)*"
                  + n
                  + "*("
                  + n
                  + "-1)/2+SUM("
                  + correlations(i)
                  + "))/("
                  + n
                  + "*("
                  + n
                  + "+1)/2))";
            }));
    list.add(
        array(
            "beta_before",
            "Beta before",
            Format.NUMBER,
            "SLOPE(" + before + ",benchmark_returns)"));
    list.add(
        array("beta_after", "Beta after", Format.NUMBER, "SLOPE(" + after + ",benchmark_returns)"));
    list.add(AssetColumns.rankOfNumbers("candidate_rank", "Rank by cut", "cut"));
    return list.toArray(Column[]::new);
  }

  /** The weighted average volatility of the holdings on a candidate's days. */
  private String average(int candidate) {
    return "SUMPRODUCT("
        + holdings.address("weight")
        + ","
        + cells(volatilityRow, candidate).address()
        + ")";
  }

  private String correlations(int candidate) {
    return cells(correlationRow, candidate).address();
  }

  private Chart.Block cells(int row, int candidate) {
    return Chart.Block.column(sheet, row + 2, row + 1 + holdings.positions(), 1 + candidate);
  }

  /** A row per holding, a column per candidate. */
  private void matrix(int row, String title, String formula) {
    sheet.set(row, 0, title, Style.SECTION);
    sheet.set(row + 1, 0, "Holding", Style.HEADER);
    int slots = candidates.positions();
    for (int k = 0; k < slots; k++) {
      String candidate = candidates.at("in_candidate", k);
      sheet.formula(row + 1, 1 + k, candidate, Style.HEADER);
      String series = candidates.expanded("{series}", k);
      for (int i = 0; i < holdings.positions(); i++) {
        sheet.array(
            row + 2 + i,
            1 + k,
            row + 2 + i,
            1 + k,
            "IF(OR("
                + candidate
                + "=\"\","
                + holdings.at("in_asset", i)
                + "=\"\"),\"\","
                + holdings.expanded(formula.replace("{series}", series), i)
                + ")",
            Style.calculated(row == correlationRow ? Format.NUMBER : Format.PERCENT));
      }
    }
    for (int i = 0; i < holdings.positions(); i++) {
      String asset = holdings.at("in_asset", i);
      sheet.formula(row + 2 + i, 0, "IF(" + asset + "=\"\",\"\"," + asset + ")", Style.LABEL);
    }
  }

  private Ranking ranking(int row) {
    Style percent = Style.calculated(Format.PERCENT);
    Style number = Style.calculated(Format.NUMBER);
    return new Ranking(
        sheet,
        row,
        0,
        "By cut of volatility",
        candidates,
        "candidate_rank",
        "candidate_count",
        Candidates.MOST,
        List.of(
            new Ranking.Item("in_candidate", "Candidate", Style.LABEL),
            new Ranking.Item("cut", "Cut of volatility", percent),
            new Ranking.Item("volatility_before", "Volatility before", percent),
            new Ranking.Item("volatility_after", "Volatility after", percent),
            new Ranking.Item("ratio_before", "Diversification ratio before", number),
            new Ranking.Item("ratio_after", "Diversification ratio after", number),
            new Ranking.Item("correlation_before", "Average correlation before", number),
            new Ranking.Item("correlation_after", "Average correlation after", number),
            new Ranking.Item("beta_before", "Beta before", number),
            new Ranking.Item("beta_after", "Beta after", number),
            new Ranking.Item("days", "Days in common", Style.calculated(Format.INTEGER))));
  }

  /** The candidates by how much volatility they cut. */
  Ranking ranking() {
    return ranking;
  }
}
