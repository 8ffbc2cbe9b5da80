package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * The sheet Stress: what each scenario and the worst days seen would cost at today's weights.
 *
 * <p>Names for formulas: {@code scenario_change_1} and so on, the portfolio's change in each
 * scenario, the worst day and the worst week last; {@code worst_scenario} and {@code worst_change}.
 */
final class StressSheet {
  private static final int ENTERED = MonitoringInputs.SCENARIOS;
  private static final int WORST_DAY = ENTERED + 1;
  private static final int WORST_WEEK = ENTERED + 2;
  private static final int TABLE = 4;
  private static final int FIRST = TABLE + 2;
  private static final int LAST = FIRST + WORST_WEEK - 1;

  /** Days in a week. */
  static final int WEEK = 7;

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;

  StressSheet(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Stress scenarios, at today's weights");
    int row = worst(LAST + 6);
    row = columns.block(sheet, row, "Change of each asset", shocks());
    columns.block(sheet, row, "Change in currency", money());
    scenarios();
    sheet.widths(40, 16, 16, 16, 16, 16, 16, 16, 16);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  private void scenarios() {
    sheet.set(TABLE, 0, "Scenarios", Style.SECTION);
    Frame.headers(
        sheet,
        TABLE + 1,
        0,
        "Scenario",
        "Benchmark",
        "Portfolio",
        "Change, currency",
        "Gain needed to recover");
    for (int s = 1; s <= WORST_WEEK; s++) {
      int row = FIRST + s - 1;
      String label =
          s <= ENTERED
              ? "scenario_" + s
              : s == WORST_DAY
                  ? "\"Worst day seen, \"&" + DashboardSheet.date("worst_day")
                  : "\"Worst week seen, to \"&" + DashboardSheet.date("worst_week");
      sheet.formula(row, 0, label, Style.LABEL);
      sheet.formula(row, 1, benchmark(s), Style.calculated(Format.PERCENT));
      sheet.formula(
          row,
          2,
          columns.over("SUMPRODUCT({weight:all},{shock_" + s + ":all})"),
          Style.calculated(Format.PERCENT));
      book.name("scenario_change_" + s, sheet, row, 2);
      sheet.formula(
          row, 3, "scenario_change_" + s + "*portfolio_value", Style.calculated(Format.MONEY));
      sheet.formula(
          row,
          4,
          "IF(scenario_change_"
              + s
              + "<=-1,\"n/a\","
              + Measures.recoveryGain("MAX(0,-scenario_change_" + s + ")")
              + ")",
          Style.calculated(Format.PERCENT));
    }
    String changes = A1.absolute(FIRST, 2, LAST, 2);
    sheet.set(LAST + 2, 0, "Worst of them", Style.LABEL);
    sheet.formula(LAST + 2, 2, "MIN(" + changes + ")", Style.calculated(Format.PERCENT));
    book.name("worst_change", sheet, LAST + 2, 2);
    sheet.formula(
        LAST + 2,
        3,
        "INDEX(" + A1.absolute(FIRST, 0, LAST, 0) + ",MATCH(worst_change," + changes + ",0))",
        Style.SUBTITLE);
    book.name("worst_scenario", sheet, LAST + 2, 3);
    sheet.set(
        LAST + 3,
        0,
        "An asset moves by beta × the benchmark's move, at most −100 %, unless its own shock is"
            + " entered on Inputs.",
        Style.SUBTITLE);
  }

  private static String benchmark(int scenario) {
    if (scenario <= ENTERED) {
      return "shock_" + scenario;
    }
    return scenario == WORST_DAY
        ? "N(INDEX(benchmark_returns,worst_day_row))"
        : "IF(ISNUMBER("
            + price("worst_week_row")
            + ")*ISNUMBER("
            + price(weekBefore())
            + ")=0,\"n/a\","
            + price("worst_week_row")
            + "/"
            + price(weekBefore())
            + "-1)";
  }

  private static String weekBefore() {
    return "MAX(1,worst_week_row-" + WEEK + ")";
  }

  private static String price(String row) {
    return "INDEX(price_block," + row + "," + HistorySheets.position("benchmark") + ")";
  }

  private int worst(int row) {
    return new FigureList(book, sheet, row, 0, "Worst days seen")
        .add(
            "Worst day, its row",
            "worst_day_row",
            "MATCH(MIN(portfolio_returns),portfolio_returns,0)",
            Format.INTEGER)
        .add("Worst day", "worst_day", "INDEX(return_dates,worst_day_row)", Format.DATE)
        .add(
            "Worst week, its last row",
            "worst_week_row",
            "IF(COUNT(weekly_changes)=0,as_of_row,MATCH(MIN(weekly_changes),weekly_changes,0))",
            Format.INTEGER)
        .note("the least growth of wealth over seven days")
        .add(
            "Worst week, its last day",
            "worst_week",
            "INDEX(return_dates,worst_week_row)",
            Format.DATE)
        .nextRow();
  }

  private Column[] shocks() {
    List<Column> list = new ArrayList<>();
    list.add(AssetColumns.name("asset_shocks"));
    list.add(Column.of("weight_shocks", "Weight", Format.PERCENT, "{weight}"));
    list.add(Column.of("beta_shocks", "Beta", Format.NUMBER, "{beta}"));
    for (int s = 1; s <= ENTERED; s++) {
      list.add(
          Column.of(
              "shock_" + s,
              "Scenario " + s,
              Format.PERCENT,
              "IF(ISNUMBER({in_shock_"
                  + s
                  + "}),{in_shock_"
                  + s
                  + "},MAX({beta}*shock_"
                  + s
                  + ",-1))"));
    }
    list.add(
        Column.of(
            "shock_" + WORST_DAY,
            "Worst day",
            Format.PERCENT,
            "N(INDEX({returns},worst_day_row))"));
    String row = "(ROW({returns})-" + PriceRows.FIRST + ")";
    list.add(
        Column.array(
            "shock_" + WORST_WEEK,
            "Worst week",
            Format.PERCENT,
            i ->
                "PRODUCT(1+IF(ISNUMBER({returns}),IF("
                    + row
                    + "<=worst_week_row,IF("
                    + row
                    + ">worst_week_row-"
                    + WEEK
                    + ",{returns},0),0),0))-1"));
    return list.toArray(Column[]::new);
  }

  private Column[] money() {
    List<Column> list = new ArrayList<>();
    list.add(AssetColumns.name("asset_money"));
    list.add(Column.of("value_money", "Value", Format.MONEY, "{value}"));
    for (int s = 1; s <= WORST_WEEK; s++) {
      String header = s <= ENTERED ? "Scenario " + s : s == WORST_DAY ? "Worst day" : "Worst week";
      list.add(Column.of("money_" + s, header, Format.MONEY, "{value}*{shock_" + s + "}"));
    }
    return list.toArray(Column[]::new);
  }

  /** The portfolio's change in each scenario. */
  Chart chart(Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.BAR,
        "Change of the portfolio in each scenario",
        "Bars of the portfolio's change in each scenario, on the worst day and in the worst week.",
        Chart.Block.column(sheet, FIRST, LAST, 0),
        List.of(
            new Chart.Series(
                "Portfolio", Chart.Block.column(sheet, FIRST, LAST, 2), Chart.Color.VERMILION)),
        Format.WHOLE_PERCENT,
        anchor);
  }
}
