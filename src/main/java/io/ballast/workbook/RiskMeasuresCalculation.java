package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;
import java.util.stream.Stream;

/** The sheet Calculation of the risk-measures workbook: figures of the portfolio and each asset. */
final class RiskMeasuresCalculation {
  private static final int SHOWN = 10;

  private final Sheet sheet;
  private final Columns columns;
  private final Ranking ranking;

  RiskMeasuresCalculation(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Calculation, at today's weights");
    int row = portfolio(book, 4);
    row = columns.block(sheet, row, "Positions", AssetColumns.positions());
    columns.name(book, "position_values", "value");
    columns.name(book, "weights", "weight");
    row = block(row, 2, "Volatility and the market", RiskFigures.marketModel());
    row = block(row, 3, "Return against risk", RiskFigures.riskAdjusted());
    row = block(row, 4, "Drawdown and recovery", RiskFigures.drawdown());
    row =
        block(
            row,
            5,
            "Value at risk (VaR) and expected shortfall (ES), one day",
            Stream.concat(RiskFigures.tail().stream(), Stream.of(RiskFigures.cornishFisher()))
                .toList());
    row =
        columns.block(
            sheet,
            row,
            "Order",
            AssetColumns.name("asset6"),
            AssetColumns.rank("rank", "Rank by volatility", "volatility"),
            Column.of("systemic_part", "Systemic", Format.PERCENT, "N({rsq})"),
            Column.of("own_part", "Non-systemic", Format.PERCENT, "N({own_share})"));
    ranking =
        new Ranking(
            sheet,
            row,
            0,
            "By volatility",
            columns,
            "rank",
            SHOWN,
            List.of(
                new Ranking.Item("in_asset", "Asset", Style.LABEL),
                new Ranking.Item("volatility", "Volatility", Style.calculated(Format.PERCENT)),
                new Ranking.Item("systemic_part", "Systemic", Style.calculated(Format.PERCENT)),
                new Ranking.Item("own_part", "Non-systemic", Style.calculated(Format.PERCENT)),
                new Ranking.Item("max_drawdown", "Drawdown", Style.calculated(Format.PERCENT))));
    sheet.widths(44, 16, 16, 16, 16, 16, 16, 16, 16, 16);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  /** The assets by volatility: name, volatility, systemic and non-systemic share, drawdown. */
  Ranking ranking() {
    return ranking;
  }

  private int block(int row, int number, String title, List<RiskFigure> figures) {
    Stream<Column> name = Stream.of(AssetColumns.name("asset" + number));
    Stream<Column> rest = figures.stream().map(RiskFigure::column);
    return columns.block(sheet, row, title, Stream.concat(name, rest).toArray(Column[]::new));
  }

  private int portfolio(Book book, int row) {
    FigureList list =
        FigureList.withConventions(book, sheet, row, 0, "Portfolio, at today's weights");
    list.add("Value", "portfolio_value", "SUM(position_values)", Format.MONEY)
        .convention("units × price on the as-of date")
        .add(PortfolioFigure.OBSERVATIONS);
    List.of(
            RiskFigures.marketModel(),
            RiskFigures.riskAdjusted(),
            RiskFigures.drawdown(),
            RiskFigures.tail())
        .forEach(figures -> figures.forEach(figure -> figure.addTo(list, "portfolio")));
    RiskFigures.cornishFisher().addTo(list, "portfolio");
    Measures.tail(list);
    list.add(PortfolioFigure.WINDOW)
        .add(
            "Series shown, its position",
            "shown_position",
            "SUMPRODUCT((holding_slots=shown)*(holding_slots<>\"\")"
                + "*(ROW(holding_slots)-MIN(ROW(holding_slots))+1))",
            Format.INTEGER)
        .convention("0 stands for the portfolio");
    return list.nextRow();
  }
}
