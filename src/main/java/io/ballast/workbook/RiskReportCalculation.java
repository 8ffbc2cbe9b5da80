package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Calculation of the risk report: positions, their risk, the trades that bring back what
 * is beyond a limit, and the first actions.
 */
final class RiskReportCalculation {
  /** How many actions the report shows. */
  static final int ACTIONS = 3;

  private static final int FIRST_ROW = 4;
  private static final int SHOWN = 5;
  private static final String FIRST_RETURN = "MATCH(1,has_return,0)";

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final LimitTable limits;
  private final Ranking ranking;
  private final int actions;

  RiskReportCalculation(Book book, Frame frame, Sheet sheet, Columns columns, LimitTable limits) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    this.limits = limits;
    frame.head(sheet, "Calculation, at today's weights");
    int row = trades(risk(positions(FIRST_ROW)));
    columns.name(book, "weights", "weight");
    columns.name(book, "volatilities", "volatility");
    columns.name(book, "betas", "beta");
    columns.name(book, "risk_shares", "share");
    row = verdict(everyAsset(portfolio(row)));
    actions = row + 2;
    row = actions(row);
    ranking =
        new Ranking(
            sheet,
            row,
            0,
            "By risk share",
            columns,
            "rank",
            SHOWN,
            List.of(
                new Ranking.Item("in_asset", "Asset", Style.LABEL),
                new Ranking.Item("weight", "Weight", Style.calculated(Format.PERCENT)),
                new Ranking.Item("share", "Risk share", Style.calculated(Format.PERCENT))));
    sheet.widths(44, 16, 16, 16, 16, 16, 16, 16, 18, 18, 10, 56);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  /** The assets by risk share: name, weight and risk share. */
  Ranking ranking() {
    return ranking;
  }

  /**
   * The address of a part of an action.
   *
   * @param place of the action, counted from 0
   * @param part 0 what to do, 3 units, 4 amount, 5 why
   */
  String action(int place, int part) {
    return sheet.at(actions + place, part);
  }

  private int positions(int row) {
    return columns.block(
        sheet,
        row,
        "Positions",
        Columns.joined(
            AssetColumns.positions(),
            new Column[] {
              Column.of(
                  "target",
                  "Target weight",
                  Format.PERCENT,
                  "IF(ISNUMBER({in_target}),{in_target},\"none\")"),
              Column.of(
                  "off_target",
                  "Above target, if beyond the band",
                  Format.PERCENT,
                  "IF(ISNUMBER({target}),IF(ROUND(ABS({weight}-{target}),12)"
                      + "<=rebalancing_band,0,{weight}-{target}),0)"),
              Column.of(
                  "missing",
                  "Days without a price",
                  Format.INTEGER,
                  "COUNT(price_dates)-COUNT(INDEX(price_block,0,"
                      + HistorySheets.position("{in_asset}")
                      + "))")
            }));
  }

  private int risk(int row) {
    return columns.block(
        sheet,
        row,
        "Risk",
        AssetColumns.name("asset2"),
        AssetColumns.volatility(),
        AssetColumns.beta(),
        Column.of(
            "covariance",
            "Covariance with the portfolio, annual",
            Format.PRECISE,
            "COVARIANCE.S({returns},portfolio_returns)*periods_per_year"),
        Column.of(
            "contribution",
            "Risk contribution, annual",
            Format.PERCENT2,
            "IF(portfolio_volatility=0,0,{weight}*{covariance}/portfolio_volatility)"),
        Column.of(
            "share",
            "Risk share",
            Format.PERCENT,
            "IF(portfolio_volatility=0,0,{contribution}/portfolio_volatility)"),
        Column.of(
            "fall_loss", "Loss if the market halves", Format.MONEY, "-{value}*MAX(-0.5*{beta},-1)"),
        AssetColumns.rank("rank", "Rank by risk share", "share"));
  }

  private int trades(int row) {
    return columns.block(
        sheet,
        row,
        "Trades that bring each asset back to its limits, or else to its target",
        AssetColumns.name("asset3"),
        Column.of(
            "cut_weight",
            "Weight above its limit",
            Format.PERCENT,
            "IF(ROUND({weight}-largest_weight_limit,12)>0,{weight}-largest_weight_limit,0)"),
        Column.of(
            "rest_covariance",
            "Covariance with the others",
            Format.PRECISE,
            "{covariance}-{weight}*{volatility}^2"),
        Column.of(
            "rest_variance",
            "Variance of the others",
            Format.PRECISE,
            "MAX(0,portfolio_volatility^2-{weight}^2*{volatility}^2"
                + "-2*{weight}*{rest_covariance})"),
        Column.of(
            "share_weight", "Weight at the limit of the risk share", Format.PERCENT, capped()),
        Column.of("cut_share", "Weight above that", Format.PERCENT, "{weight}-{share_weight}"),
        Column.of(
            "cut",
            "Weight to sell for the limits",
            Format.PERCENT,
            "MAX({cut_weight},{cut_share})"),
        Column.of(
            "trade",
            "Trade, currency",
            Format.MONEY,
            "portfolio_value*IF({cut}>0,-MAX({cut},{off_target}),0-{off_target})"),
        Column.of("trade_units", "Trade, units", Format.UNITS, "{trade}/{price}"),
        Column.of(
            "urgency",
            "Urgency: trades for a limit first, the larger first",
            Format.MONEY,
            "ROUND(ABS({trade})+IF({cut}>0,portfolio_value,0),6)"),
        AssetColumns.rank("order", "Order", "urgency"),
        Column.text("why", "Why", why()));
  }

  /**
   * The weight x at which the risk share is the limit s, the others as they are and the proceeds in
   * cash: (v x² + c x) / (v x² + 2 c x + R) = s, with the asset's variance v, its covariance c with
   * the others and their variance R. The weight itself where nothing is to be cut.
   */
  private static String capped() {
    String s = "largest_risk_share_limit";
    String a = "({volatility}^2*(1-" + s + "))";
    String b = "({rest_covariance}*(1-2*" + s + "))";
    return "IF(AND(asset_count>1,"
        + s
        + "<1,ROUND({share}-"
        + s
        + ",12)>0),MIN({weight},(SQRT("
        + b
        + "^2+4*"
        + a
        + "*"
        + s
        + "*{rest_variance})-"
        + b
        + ")/(2*"
        + a
        + ")),{weight})";
  }

  private static String why() {
    return "IF({trade}=0,\"\",IF({cut_weight}>0,\"weight \"&"
        + DashboardSheet.percent("{weight}", 1)
        + "&\" over \"&"
        + DashboardSheet.percent("largest_weight_limit", 1)
        + "&IF({cut_share}>0,\"; \",\"\"),\"\")&IF({cut_share}>0,\"risk \"&"
        + DashboardSheet.percent("{share}", 1)
        + "&\" over \"&"
        + DashboardSheet.percent("largest_risk_share_limit", 1)
        + ",\"\")&IF({off_target}=0,\"\",IF({cut}>0,\"; target \",\"weight \"&"
        + DashboardSheet.percent("{weight}", 1)
        + "&\", target \")&"
        + DashboardSheet.percent("{target}", 1)
        + "))";
  }

  private int portfolio(int row) {
    String p = "portfolio_returns";
    return new FigureList(book, sheet, row, 0, "Portfolio, at today's weights")
        .add("Value", "portfolio_value", columns.over("SUM({value:all})"), Format.MONEY)
        .add(PortfolioFigure.OBSERVATIONS)
        .add(
            "First of them",
            "first_return",
            "INDEX(return_dates," + FIRST_RETURN + ")",
            Format.DATE)
        .add(
            "Days without one since, as a price is missing",
            "lost_days",
            "as_of_row-" + FIRST_RETURN + "+1-observations",
            Format.INTEGER)
        .add(
            "Assets with missing prices",
            "gappy_assets",
            columns.over("COUNTIF({missing:all},\">0\")"),
            Format.INTEGER)
        .add("Volatility, annual", "portfolio_volatility", Measures.volatility(p), Format.PERCENT)
        .add(
            "Sharpe ratio, annual",
            "portfolio_sharpe",
            Measures.varying("portfolio_volatility", Measures.sharpe(p)),
            Format.NUMBER)
        .add(PortfolioFigure.BETA)
        .add(
            "R², explained by the benchmark",
            "portfolio_rsq",
            Measures.varying("portfolio_volatility", Measures.rsq(p, "benchmark_returns")),
            Format.PERCENT)
        .add(
            PortfolioFigure.VALUE_AT_RISK,
            PortfolioFigure.EXPECTED_SHORTFALL,
            PortfolioFigure.MAX_DRAWDOWN,
            PortfolioFigure.DRAWDOWN,
            PortfolioFigure.RECOVERY_GAIN)
        .add(
            "Loss if the market falls by half, share",
            "stress_loss",
            either(
                "STRESS_LOSS(weights,betas,-0.5)",
                columns.over("SUM({fall_loss:all})/portfolio_value")),
            Format.PERCENT)
        .add(
            "Loss if the market falls by half, currency",
            "fall_loss",
            "stress_loss*portfolio_value",
            Format.MONEY)
        .add(
            "Effective number of assets",
            "effective_assets",
            either("EFFECTIVE_ASSETS(weights)", "1/SUMSQ(weights)"),
            Format.NUMBER)
        .add(
            "Diversification ratio",
            "diversification_ratio",
            "IF(portfolio_volatility=0,1,"
                + either(
                    "DIVERSIFICATION_RATIO(asset_returns,weights)",
                    "SUMPRODUCT(weights,volatilities)/portfolio_volatility")
                + ")",
            Format.NUMBER)
        .nextRow();
  }

  /** These measures fall in proportion when the same share of every asset is sold for cash. */
  private int everyAsset(int row) {
    return new FigureList(
            book, sheet, row, 0, "Share of every asset to sell for cash, to bring back")
        .add(
            "Volatility",
            "sell_volatility",
            sell("portfolio_volatility", "volatility"),
            Format.PERCENT)
        .add("Value at risk", "sell_var", sell("portfolio_var", "value_at_risk"), Format.PERCENT)
        .add(
            "Expected shortfall",
            "sell_es",
            sell("portfolio_es", "expected_shortfall"),
            Format.PERCENT)
        .add(
            "Loss if the market falls by half",
            "sell_fall",
            sell("stress_loss", "stress_loss"),
            Format.PERCENT)
        .add(
            "All of them",
            "sell_every",
            "MAX(sell_volatility,sell_var,sell_es,sell_fall)",
            Format.PERCENT)
        .nextRow();
  }

  private static String sell(String figure, String limit) {
    return "IF(ROUND("
        + figure
        + "-"
        + limit
        + "_limit,12)>0,1-"
        + limit
        + "_limit/"
        + figure
        + ",0)";
  }

  private int verdict(int row) {
    String used = limits.usedShares().address();
    String status = limits.statuses().address();
    String breach = "IF(" + status + "=\"BREACH\",1000000,0)";
    String severity = breach + "+IF(ISNUMBER(" + used + ")," + used + "," + breach + ")";
    return new FigureList(book, sheet, row, 0, "Verdict")
        .add(
            "Limits watched", "limits_watched", "COUNTIF(" + status + ",\"WATCH\")", Format.INTEGER)
        .add(
            "Assets beyond the band around their target",
            "assets_off_target",
            columns.over("COUNTIF({off_target:all},\">0\")+COUNTIF({off_target:all},\"<0\")"),
            Format.INTEGER)
        .add(
            "Alerts: beyond a limit",
            "alert_count",
            "limits_breached+assets_off_target",
            Format.INTEGER)
        .array(
            "Place of the worst limit",
            "worst_place",
            "MATCH(MAX(" + severity + ")," + severity + ",0)",
            Format.INTEGER)
        .add(
            "Worst limit",
            "worst_limit",
            "INDEX(" + limits.labels().address() + ",worst_place)",
            Format.TEXT)
        .add(
            "State",
            "report_status",
            "IF(checks_passed,IF(limits_breached>0,\"BREACH\",IF(limits_watched>0,\"WATCH\",\"OK\")),"
                + "\"FAILED\")",
            Format.TEXT)
        .add("Verdict", "verdict", words(), Format.TEXT)
        .add(
            "What to do about the worst limit",
            "worst_action",
            "INDEX(" + limits.actions().address() + ",worst_place)",
            Format.TEXT)
        .nextRow();
  }

  private static String words() {
    return "IF(report_status=\"FAILED\",\"A check failed: do not rely on these figures."
        + " See the sheet Checks.\",IF(limits_breached>0,limits_breached&IF(limits_breached=1,"
        + "\" limit is\",\" limits are\")&\" breached; the worst: \"&worst_limit&\".\","
        + "IF(limits_watched>0,\"No limit is breached; the nearest: \"&worst_limit&\".\","
        + "\"All limits are kept with room to spare.\")))";
  }

  private int actions(int row) {
    sheet.set(row, 0, "First actions, each by itself from today's holdings", Style.SECTION);
    Frame.headers(sheet, row + 1, 0, "Action", "Asset's order", "Place", "Units", "Amount", "Why");
    book.name("trade_count", sheet, row + 2 + ACTIONS, 1);
    book.name("cut_count", sheet, row + 3 + ACTIONS, 1);
    book.name("every_place", sheet, row + 4 + ACTIONS, 1);
    for (int i = 0; i < ACTIONS; i++) {
      writeAction(row + 2 + i, i + 1);
    }
    Style whole = Style.calculated(Format.INTEGER);
    sheet.set(row + 2 + ACTIONS, 0, "Assets to trade", Style.LABEL);
    sheet.formula(
        row + 2 + ACTIONS,
        1,
        columns.over("COUNTIF({trade:all},\">0\")+COUNTIF({trade:all},\"<0\")"),
        whole);
    sheet.set(row + 3 + ACTIONS, 0, "of them for a limit", Style.LABEL);
    sheet.formula(row + 3 + ACTIONS, 1, columns.over("COUNTIF({cut:all},\">0\")"), whole);
    sheet.set(row + 4 + ACTIONS, 0, "Place of selling of every asset, 0 if none", Style.LABEL);
    sheet.formula(row + 4 + ACTIONS, 1, "IF(sell_every>0,MIN(2,cut_count)+1,0)", whole);
    return row + 6 + ACTIONS;
  }

  private void writeAction(int row, int place) {
    String order = "$B" + (row + 1);
    sheet.set(row, 2, place, Style.calculated(Format.INTEGER));
    sheet.formula(
        row,
        1,
        "IF(every_place="
            + place
            + ",0,"
            + place
            + "-IF(AND(every_place>0,every_place<"
            + place
            + "),1,0))",
        Style.calculated(Format.INTEGER));
    String first = place == 1 ? "\"No trade is called for\"" : "\"\"";
    sheet.formula(
        row,
        0,
        chosen(
            order,
            "\"Sell \"&" + DashboardSheet.percent("sell_every", 1) + "&\" of every asset\"",
            first,
            "IF(" + picked("trade", order) + "<0,\"Sell \",\"Buy \")&" + picked("in_asset", order)),
        Style.LABEL);
    sheet.formula(
        row,
        3,
        chosen(order, "\"\"", "\"\"", "ABS(" + picked("trade_units", order) + ")"),
        Style.calculated(Format.UNITS));
    sheet.formula(
        row,
        4,
        chosen(order, "sell_every*portfolio_value", "\"\"", "ABS(" + picked("trade", order) + ")"),
        Style.calculated(Format.MONEY));
    sheet.formula(
        row,
        5,
        chosen(
            order,
            "IF(sell_every=sell_volatility,\"volatility\",IF(sell_every=sell_fall,"
                + "\"loss if the market halves\",IF(sell_every=sell_var,\"value at risk\","
                + "\"expected shortfall\")))&\" above its limit\"",
            "\"\"",
            picked("why", order)),
        Style.LABEL);
  }

  /** Selling of every asset, nothing, or the trade of one asset. */
  private static String chosen(String order, String every, String none, String asset) {
    return "IF("
        + order
        + "=0,"
        + every
        + ",IF("
        + order
        + ">trade_count,"
        + none
        + ","
        + asset
        + "))";
  }

  private String picked(String key, String order) {
    return "INDEX("
        + columns.address(key)
        + ",MATCH("
        + order
        + ","
        + columns.address("order")
        + ",0))";
  }
}
