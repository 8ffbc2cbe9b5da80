package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/** The sheet Calculation of the diversification workbook: figures of each asset and of all. */
final class DiversificationCalculation {
  private static final int POSITIONS_ROW = 4;
  private static final int SHOWN = 10;

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final Ranking ranking;
  private final StressTable stress;

  DiversificationCalculation(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Calculation, at today's weights");
    int row = columns.block(sheet, POSITIONS_ROW, "Positions", AssetColumns.positions());
    row =
        columns.block(
            sheet,
            row,
            "Risk",
            Columns.joined(
                new Column[] {AssetColumns.name("asset2")},
                AssetColumns.marketModel(),
                AssetColumns.contributions(),
                new Column[] {AssetColumns.rank("rank", "Rank by risk", "share")}));
    sheet.add(new Rule.Bars(columns.cells("share"), Chart.Color.SKY));
    columns.name(book, "weights", "weight");
    columns.name(book, "volatilities", "volatility");
    int top = row;
    row = figures(row);
    stress = new StressTable(sheet, top, 4);
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
                new Ranking.Item("share", "Risk share", Style.calculated(Format.PERCENT)),
                new Ranking.Item("systemic", "Systemic", Style.calculated(Format.PERCENT)),
                new Ranking.Item("nonsystemic", "Non-systemic", Style.calculated(Format.PERCENT))));
    sheet.widths(44, 16, 16, 16, 18, 14, 14, 14, 16, 13);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  /** The assets by risk share: name, weight, risk share, systemic and non-systemic risk. */
  Ranking ranking() {
    return ranking;
  }

  /** Volatility and diversification ratio as correlations rise. */
  StressTable stress() {
    return stress;
  }

  private int figures(int row) {
    String p = "portfolio_returns";
    String m = "benchmark_returns";
    return new FigureList(book, sheet, row, 0, "Portfolio, at today's weights")
        .add("Value", "portfolio_value", columns.over("SUM({value:all})"), Format.MONEY)
        .add(PortfolioFigure.OBSERVATIONS)
        .add(
            "Volatility, annual",
            "portfolio_volatility",
            Measures.portfolioVolatility(),
            Format.PERCENT)
        .add("Sharpe ratio, annual", "portfolio_sharpe", Measures.sharpe(p), Format.NUMBER)
        .add(PortfolioFigure.BETA)
        .add("R², explained by the benchmark", "portfolio_rsq", Measures.rsq(p, m), Format.PERCENT)
        .add("Systemic risk, annual", "portfolio_systemic", Measures.systemic(p, m), Format.PERCENT)
        .add(
            "Non-systemic risk, annual",
            "portfolio_nonsystemic",
            Measures.nonsystemic(p, m),
            Format.PERCENT)
        .add(
            PortfolioFigure.VALUE_AT_RISK,
            PortfolioFigure.EXPECTED_SHORTFALL,
            PortfolioFigure.MAX_DRAWDOWN,
            PortfolioFigure.DRAWDOWN,
            PortfolioFigure.RECOVERY_GAIN)
        .add(
            "Herfindahl index of the weights",
            "hhi",
            either("HHI(weights)", "SUMSQ(weights)/SUM(weights)^2"),
            Format.PRECISE)
        .add(
            "Effective number of assets",
            "effective_assets",
            either("EFFECTIVE_ASSETS(weights)", "1/hhi"),
            Format.NUMBER)
        .add(
            "Effective number of bets",
            "effective_bets",
            Frame.addInOnly("EFFECTIVE_BETS(asset_returns,weights)"),
            Format.NUMBER)
        .add(
            PortfolioFigure.AVERAGE_VOLATILITY,
            PortfolioFigure.DIVERSIFICATION_RATIO,
            PortfolioFigure.AVERAGE_CORRELATION)
        .add(
            "Under stress: volatility, annual",
            "stress_volatility",
            StressTable.volatility("stress_shift"),
            Format.PERCENT)
        .add(
            "Under stress: diversification ratio",
            "stress_diversification_ratio",
            "average_volatility/stress_volatility",
            Format.NUMBER)
        .add(
            "Method of the target weights, its place in the list",
            "target_index",
            "MATCH(target_method,{\"" + String.join("\",\"", TargetMethod.words()) + "\"},0)",
            Format.INTEGER)
        .add(PortfolioFigure.LARGEST_WEIGHT)
        .add(
            "Three largest weights",
            "three_largest",
            "IF(asset_count<3,SUM(weights),LARGE(weights,1)+LARGE(weights,2)+LARGE(weights,3))",
            Format.PERCENT)
        .add(
            "Largest risk share",
            "largest_risk_share",
            columns.over("MAX({share:all})"),
            Format.PERCENT)
        .nextRow();
  }
}
