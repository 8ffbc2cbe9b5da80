package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/** The sheet Over time of the monitoring workbook: rolling figures and forecasts, day by day. */
final class MonitoringDays {
  private MonitoringDays() {}

  static DailySheet write(Book book, Frame frame, Sheet sheet, Room room) {
    DailySheet days =
        new DailySheet(book, frame, sheet, "Over time, at today's weights", room)
            .note(
                "Rolling figures are over the latest returns in the window, whatever gaps lie"
                    + " between; a forecast rests on the days before only.");
    RollingColumns.count(days, "", "Returns", "INDEX(has_return,{row})");
    days.add("p", "Portfolio", Format.PERCENT2, "INDEX(portfolio_returns,{row})");
    RollingColumns.sums(days, "p", "portfolio");
    days.named(
        "rolling_volatilities",
        "Rolling volatility, annual",
        Format.PERCENT,
        RollingColumns.volatility("p"));
    days.named(
        "daily_volatilities",
        "The same on days with a return",
        Format.PERCENT,
        "IF(INDEX(has_return,{row})=1,{rolling_volatilities},\"\")");
    int week = StressSheet.WEEK;
    days.named(
        "weekly_changes",
        "Change over a week",
        Format.PERCENT2,
        "IF({row}>"
            + week
            + ",IF(ISNUMBER(INDEX(wealth,{row})),INDEX(wealth,{row})/INDEX(wealth,MAX(1,{row}-"
            + week
            + "))-1,\"\"),\"\")");
    pairs(days);
    forecasts(days);
    return days;
  }

  /** Days on which the benchmark has a return too. */
  private static void pairs(DailySheet days) {
    days.add(
        "b", "Benchmark", Format.PERCENT2, "IF(ISNUMBER({p}),INDEX(benchmark_returns,{row}),\"\")");
    days.add("pb", "Portfolio, beside it", Format.PERCENT2, "IF(ISNUMBER({b}),{p},\"\")");
    RollingColumns.count(days, "pairs_", "Pairs", "COUNT({b})");
    RollingColumns.sums(days, "b", "benchmark");
    RollingColumns.sums(days, "pb", "portfolio beside it");
    RollingColumns.products(days, "pb", "b");
    String start = "pairs_start";
    String cross =
        "("
            + RollingColumns.over("products", start)
            + "-"
            + RollingColumns.over("sum_pb", start)
            + "*"
            + RollingColumns.over("sum_b", start)
            + "/window)";
    days.add(
        "ss_b",
        "Squared deviations, benchmark",
        Format.PRECISE,
        "IF({pairs_start}=0,0," + RollingColumns.deviations("b", start) + ")");
    days.add(
        "ss_pb",
        "Squared deviations, portfolio",
        Format.PRECISE,
        "IF({pairs_start}=0,0," + RollingColumns.deviations("pb", start) + ")");
    days.named(
        "rolling_betas", "Rolling beta", Format.NUMBER, "IF({ss_b}=0,0," + cross + "/{ss_b})");
    days.named(
        "rolling_correlations",
        "Rolling correlation",
        Format.NUMBER,
        "IF({ss_b}*{ss_pb}=0,0," + cross + "/SQRT({ss_b}*{ss_pb}))");
  }

  private static void forecasts(DailySheet days) {
    days.add(
        "v",
        "EWMA variance",
        Format.PRECISE,
        "IF(ISNUMBER({p}),IF({n}=1,{p}^2,ewma_decay*N({v:before})+(1-ewma_decay)*{p}^2),"
            + "N({v:before}))");
    days.add(
        "mean",
        "Mean of the window",
        Format.PERCENT2,
        "IF({start}=0,0," + RollingColumns.over("sum_p", "start") + "/window)");
    days.named(
        "forecasts",
        "Value at risk, forecast",
        Format.PERCENT2,
        "IF(ISNUMBER({p})*({n}>window),IF(var_model=\""
            + MonitoringInputs.NORMAL
            + "\",-({mean:before}+tail_quantile*{rolling_volatilities:before}"
            + "/SQRT(periods_per_year)),-tail_quantile*SQRT({v:before})),\"\")");
    days.named(
        "breaches",
        "Breach",
        Format.INTEGER,
        "IF(ISNUMBER({forecasts}),IF(-{p}>{forecasts},1,0),\"\")");
    days.add(
        "latest",
        "Latest breach flag",
        Format.INTEGER,
        "IF(ISNUMBER({breaches}),{breaches},IF(ISNUMBER({latest:before}),{latest:before},\"\"))");
    days.named(
        "breaches_before",
        "Breach the day before",
        Format.INTEGER,
        "IF(ISNUMBER({breaches})*ISNUMBER({latest:before}),{latest:before},\"\")");
    days.add(
        "line",
        "−Value at risk, to draw",
        Format.PERCENT2,
        "IF(ISNUMBER({forecasts}),-{forecasts},N({line:before}))");
    days.add("return_line", "Return, to draw", Format.PERCENT2, "N({p})");
    days.add("breach_line", "Breach, to draw", Format.PERCENT2, "IF(N({breaches})=1,{p},{line})");
  }
}
