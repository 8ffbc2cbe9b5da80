package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/**
 * The sheets of the monitoring workbook with a row for each day: rolling figures of the portfolio,
 * the same beside the benchmark, and forecasts of value at risk.
 */
final class MonitoringDays {
  private static final String ROLLING =
      "Rolling figures are over the latest returns in the window, whatever gaps lie between.";

  private final Book book;
  private final Frame frame;
  private final Room room;

  MonitoringDays(Book book, Frame frame, Room room) {
    this.book = book;
    this.frame = frame;
    this.room = room;
  }

  /** Rolling volatility and changes over a week. */
  void rolling(Sheet sheet) {
    DailySheet days =
        new DailySheet(book, frame, sheet, "Over time, at today's weights", room).note(ROLLING);
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
    days.add(
        "mean",
        "Mean of the window",
        Format.PERCENT2,
        "IF({start}=0,0," + RollingColumns.over("sum_p", "start") + "/window)");
    days.named(
        "normal_risks",
        "Value at risk, normal, for the next day",
        Format.PERCENT2,
        "IF({start}=0,\"\",-({mean}+tail_quantile*{rolling_volatilities}"
            + "/SQRT(periods_per_year)))");
  }

  /** Rolling beta and correlation, of the days on which the benchmark has a return too. */
  DailySheet besideBenchmark(Sheet sheet) {
    DailySheet days =
        new DailySheet(book, frame, sheet, "Beside the benchmark, at today's weights", room)
            .note(ROLLING);
    days.add("p", "Portfolio", Format.PERCENT2, "INDEX(portfolio_returns,{row})");
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
    return days;
  }

  /** Forecasts of value at risk against the returns. */
  DailySheet forecasts(Sheet sheet) {
    DailySheet days =
        new DailySheet(book, frame, sheet, "Forecasts of value at risk, one day", room)
            .note(
                "A forecast rests on the days before only; the first is the day after a full window.");
    days.add("n", "Returns so far", Format.INTEGER, "N({n:before})+INDEX(has_return,{row})");
    days.add("p", "Portfolio", Format.PERCENT2, "INDEX(portfolio_returns,{row})");
    days.add(
        "v",
        "EWMA variance",
        Format.PRECISE,
        "IF(ISNUMBER({p}),IF({n}=1,{p}^2,ewma_decay*N({v:before})+(1-ewma_decay)*{p}^2),"
            + "N({v:before}))");
    days.named(
        "forecasts",
        "Value at risk, forecast",
        Format.PERCENT2,
        "IF(ISNUMBER({p})*({n}>window),IF(var_model=\""
            + MonitoringInputs.NORMAL
            + "\",INDEX(normal_risks,{row}-1),-tail_quantile*SQRT({v:before})),\"\")");
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
    return days;
  }
}
