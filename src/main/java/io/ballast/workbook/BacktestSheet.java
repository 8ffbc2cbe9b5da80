package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Backtest: whether value at risk held what it promised, day by day. */
final class BacktestSheet {
  private static final String ARGUMENTS = "(portfolio_returns,forecasts,confidence)";

  BacktestSheet(Book book, Frame frame, Sheet sheet) {
    frame.head(sheet, "Backtest of value at risk, one day");
    sheet.formula(
        3,
        0,
        "\"Each day's loss against the value at risk forecast from the days before; model: \"&"
            + "var_model&\", confidence \"&ROUND(100*confidence,1)&\" %\"",
        Style.SUBTITLE);
    counts(book, sheet);
    tests(book, sheet);
    sheet.widths(40, 16, 4, 44, 16, 30);
    sheet.portrait();
    sheet.onePage();
    sheet.freeze(3, 0);
    sheet.lock();
  }

  private static void counts(Book book, Sheet sheet) {
    new FigureList(book, sheet, 4, 0, "Breaches")
        .add("Days tested", "backtest_days", "COUNT(forecasts)", Format.INTEGER)
        .add("Breaches", "breach_count", "SUM(breaches)", Format.INTEGER)
        .add("Expected", "breaches_expected", "backtest_days*(1-confidence)", Format.NUMBER)
        .add(
            "Breaches ÷ expected",
            "breach_ratio",
            known("breach_count/breaches_expected"),
            Format.NUMBER)
        .add("No breach, then none", "calm_to_calm", moves(0, 0), Format.INTEGER)
        .add("No breach, then one", "calm_to_breach", moves(0, 1), Format.INTEGER)
        .add("Breach, then none", "breach_to_calm", moves(1, 0), Format.INTEGER)
        .add("Breach, then another", "breach_to_breach", moves(1, 1), Format.INTEGER);
  }

  private static String moves(int before, int after) {
    return "SUMPRODUCT((breaches_before=" + before + ")*(breaches=" + after + "))";
  }

  private static void tests(Book book, Sheet sheet) {
    new FigureList(book, sheet, 4, 3, "Tests")
        .add(
            "Kupiec: likelihood ratio",
            "kupiec_ratio",
            known(
                either(
                    "INDEX(KUPIEC_TEST" + ARGUMENTS + ",4,2)",
                    "MAX(0,2*("
                        + part("breach_count", "(breach_count/backtest_days/(1-confidence))")
                        + "+"
                        + part(
                            "(backtest_days-breach_count)",
                            "((1-breach_count/backtest_days)/confidence)")
                        + "))")),
            Format.PRECISE)
        .add(
            "Kupiec: p value",
            "kupiec_p",
            known(
                either("INDEX(KUPIEC_TEST" + ARGUMENTS + ",5,2)", "CHISQ.DIST.RT(kupiec_ratio,1)")),
            Format.PRECISE)
        .note("below 5 %: too many or too few")
        .add(
            "Christoffersen, independence: ratio",
            "independence_ratio",
            known(either("INDEX(CHRISTOFFERSEN_TEST" + ARGUMENTS + ",1,2)", independence())),
            Format.PRECISE)
        .add(
            "Christoffersen, independence: p value",
            "independence_p",
            known(
                either(
                    "INDEX(CHRISTOFFERSEN_TEST" + ARGUMENTS + ",2,2)",
                    "CHISQ.DIST.RT(independence_ratio,1)")),
            Format.PRECISE)
        .note("below 5 %: breaches cluster")
        .add(
            "Christoffersen, coverage: ratio",
            "coverage_ratio",
            known(
                either(
                    "INDEX(CHRISTOFFERSEN_TEST" + ARGUMENTS + ",3,2)",
                    "kupiec_ratio+independence_ratio")),
            Format.PRECISE)
        .add(
            "Christoffersen, coverage: p value",
            "coverage_p",
            known(
                either(
                    "INDEX(CHRISTOFFERSEN_TEST" + ARGUMENTS + ",4,2)",
                    "CHISQ.DIST.RT(coverage_ratio,2)")),
            Format.PRECISE)
        .note("both together")
        .add(
            "Traffic light",
            "traffic_light",
            known(
                either(
                    "TRAFFIC_LIGHT(breach_count,backtest_days,confidence)",
                    "IF(BINOM.DIST(breach_count,backtest_days,1-confidence,TRUE)<0.95,\"GREEN\","
                        + "IF(BINOM.DIST(breach_count,backtest_days,1-confidence,TRUE)<0.9999,"
                        + "\"YELLOW\",\"RED\"))")),
            Format.GENERAL)
        .note("Basel Committee 1996");
  }

  /** Two days are the least that the tests take. */
  private static String known(String formula) {
    return "IF(backtest_days<2,\"n/a\"," + formula + ")";
  }

  /** n·ln x with 0·ln 0 = 0. */
  private static String part(String n, String x) {
    return "IF(" + n + "=0,0," + n + "*LN(MAX(" + x + ",1E-300)))";
  }

  private static String independence() {
    return "MAX(0,2*("
        + own("calm_to_calm", "calm_to_breach")
        + "+"
        + own("breach_to_calm", "breach_to_breach")
        + "-"
        + own("(calm_to_calm+breach_to_calm)", "(calm_to_breach+breach_to_breach)")
        + "))";
  }

  /** The logarithm of the likelihood of misses and hits at their own frequency. */
  private static String own(String misses, String hits) {
    String n = "(" + misses + "+" + hits + ")";
    return "("
        + part(misses, misses + "/MAX(1," + n + ")")
        + "+"
        + part(hits, hits + "/MAX(1," + n + ")")
        + ")";
  }

  /** Return, −value at risk and breaches at the points of a chart. */
  Chart.Block[] points(ChartPoints points, DailySheet days) {
    return new Chart.Block[] {
      points.add("Return", days.address("return_line"), Format.PERCENT2),
      points.add("Breach", days.address("breach_line"), Format.PERCENT2),
      points.add("−Value at risk", days.address("line"), Format.PERCENT2)
    };
  }

  /** The chart of them, of the latest days. */
  Chart chart(ChartPoints points, Chart.Block[] series, Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.DATE_LINE,
        "Daily return against value at risk, last " + ChartPoints.POINTS + " days",
        "Lines of the daily return and of the value at risk forecast as a loss; a breach reaches"
            + " below it.",
        points.dates(),
        List.of(
            new Chart.Series("Return", series[0], Chart.Color.SKY),
            new Chart.Series("Breach", series[1], Chart.Color.VERMILION),
            new Chart.Series("−Value at risk", series[2], Chart.Color.BLUE)),
        Format.WHOLE_PERCENT,
        anchor);
  }
}
