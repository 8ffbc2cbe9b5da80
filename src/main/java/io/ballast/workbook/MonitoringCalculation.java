package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/** The sheet Calculation of the monitoring workbook: figures of the portfolio and each asset. */
final class MonitoringCalculation {
  private static final String CALM_BELOW = "0.33";
  private static final String STRESSED_ABOVE = "0.8";

  private MonitoringCalculation() {}

  static void write(Book book, Frame frame, Sheet sheet, Columns columns) {
    frame.head(sheet, "Calculation, at today's weights");
    int row = portfolio(book, sheet, 4);
    row = columns.block(sheet, row, "Positions", AssetColumns.positions());
    columns.block(
        sheet,
        row,
        "Risk and liquidity",
        AssetColumns.name("asset2"),
        AssetColumns.volatility(),
        AssetColumns.beta(),
        Column.of(
            "last_return",
            "Return of the last day",
            Format.PERCENT2,
            "N(INDEX({returns},as_of_row))"),
        Column.of(
            "half_loss",
            "Share of the loss if the market falls by half",
            Format.PERCENT2,
            "-{weight}*MAX({beta}*-0.5,-1)"),
        Column.of(
            "volume",
            "Average daily volume, units",
            Format.INTEGER,
            "IF(N({in_volume})>0,{in_volume}/IF(volume_unit=\""
                + MonitoringInputs.CURRENCY
                + "\",{price},1),\"n/a\")"),
        Column.of(
            "days",
            "Days to sell",
            Format.NUMBER,
            "IF(ISNUMBER({volume}),"
                + either(
                    "LIQUIDITY_DAYS({units},{volume},participation)",
                    "{units}/({volume}*participation)")
                + ",\"n/a\")"),
        Column.of(
            "sold_in_a_day",
            "Value sold in a day",
            Format.MONEY,
            "IF(ISNUMBER({days}),{value}/MAX(1,{days}),0)"));
    columns.name(book, "position_values", "value");
    columns.name(book, "weights", "weight");
    columns.name(book, "betas", "beta");
    columns.name(book, "half_losses", "half_loss");
    columns.name(book, "days_to_sell", "days");
    columns.name(book, "sold_in_a_day", "sold_in_a_day");
    sheet.widths(44, 16, 16, 16, 16, 18, 16, 16);
    sheet.freeze(3, 1);
    sheet.portrait();
    sheet.lock();
  }

  private static int portfolio(Book book, Sheet sheet, int row) {
    String p = "portfolio_returns";
    String m = "benchmark_returns";
    FigureList list =
        FigureList.withConventions(book, sheet, row, 0, "Portfolio, at today's weights");
    list.add("Value", "portfolio_value", "SUM(position_values)", Format.MONEY)
        .convention("units × price on the as-of date")
        .add(PortfolioFigure.OBSERVATIONS, PortfolioFigure.WINDOW)
        .add(
            "Volatility, annual, of all days",
            "portfolio_volatility",
            Measures.volatility(p),
            Format.PERCENT)
        .convention("sample standard deviation × √periods per year")
        .add(
            "Volatility, annual, of the window",
            "rolling_volatility",
            "INDEX(rolling_volatilities,as_of_row)",
            Format.PERCENT)
        .convention("over the latest returns")
        .add(
            "CALM below",
            "calm_below",
            "PERCENTILE.INC(daily_volatilities," + CALM_BELOW + ")",
            Format.PERCENT)
        .convention("33rd percentile of its rolling volatility")
        .add(
            "STRESSED above",
            "stressed_above",
            "PERCENTILE.INC(daily_volatilities," + STRESSED_ABOVE + ")",
            Format.PERCENT)
        .convention("80th percentile")
        .add(
            "Volatility regime",
            "regime",
            "IF(ROUND(rolling_volatility,12)<ROUND(calm_below,12),\"CALM\","
                + "IF(ROUND(rolling_volatility,12)>ROUND(stressed_above,12),\"STRESSED\","
                + "\"NORMAL\"))",
            Format.GENERAL)
        .convention("against its own past")
        .add("Beta, of all days", "portfolio_beta", Measures.beta(p, m), Format.NUMBER)
        .convention("against the benchmark")
        .add("Beta, of the window", "rolling_beta", "INDEX(rolling_betas,as_of_row)", Format.NUMBER)
        .convention("0 before the first full window")
        .add(
            "Correlation with the benchmark, of the window",
            "rolling_correlation",
            "INDEX(rolling_correlations,as_of_row)",
            Format.NUMBER)
        .convention("0 before the first full window")
        .add(
            PortfolioFigure.VALUE_AT_RISK,
            PortfolioFigure.EXPECTED_SHORTFALL,
            PortfolioFigure.MAX_DRAWDOWN,
            PortfolioFigure.DRAWDOWN,
            PortfolioFigure.RECOVERY_GAIN)
        .add(
            "Loss of the last day",
            "daily_loss",
            "MAX(0,-N(INDEX(" + p + ",as_of_row)))",
            Format.PERCENT2)
        .convention("0 on a day of gain")
        .add(
            "Loss if the market falls by half",
            "stress_half",
            either("STRESS_LOSS(weights,betas,-0.5)", "SUM(half_losses)"),
            Format.PERCENT)
        .convention("by beta alone")
        .add(PortfolioFigure.LARGEST_WEIGHT)
        .add(
            "Days to sell everything",
            "liquidity_days",
            "IF(COUNT(days_to_sell)=0,\"n/a\",MAX(days_to_sell))",
            Format.NUMBER)
        .convention("of the assets with a volume; all are sold at once")
        .add(
            "Assets without a volume",
            "volumes_missing",
            "asset_count-COUNT(days_to_sell)",
            Format.INTEGER)
        .convention("their days to sell are not known")
        .add(
            "Share that can be sold in a day",
            "sold_in_a_day_share",
            "SUM(sold_in_a_day)/portfolio_value",
            Format.PERCENT)
        .convention("assets without a volume count as unsold");
    Measures.tail(list);
    return list.nextRow();
  }
}
