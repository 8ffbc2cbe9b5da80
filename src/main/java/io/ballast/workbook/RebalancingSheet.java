package io.ballast.workbook;

import static io.ballast.workbook.Frame.given;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sheet Rebalancing: target weights by each {@link TargetMethod}, what the portfolio would be
 * with them, and the trades to those of the chosen method.
 *
 * <p>Columns: {@code target}, {@code drift}, {@code trade}. Names: {@code turnover}, {@code
 * trade_cost}.
 */
final class RebalancingSheet {
  private final Book book;
  private final Sheet sheet;
  private final Columns columns;

  RebalancingSheet(Book book, Frame frame, Sheet sheet, Columns columns) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Rebalancing: target weights and the trades that lead to them");
    int row = trades(4);
    row = tradeFigures(row);
    row = targets(row);
    compared(row);
    sheet.widths(38, 16, 16, 18, 18, 16, 18, 18, 18);
    sheet.freeze(3, 1);
    sheet.portrait();
    sheet.onePage();
    sheet.lock();
  }

  private int trades(int row) {
    return columns.block(
        sheet,
        row,
        "Trades to the weights of the method chosen on the sheet Inputs",
        AssetColumns.name("asset_traded"),
        Column.of("weight_now", "Weight", Format.PERCENT, "{weight}"),
        Column.of("target", "Target weight", Format.PERCENT, chosen()),
        Column.of(
            "drift", "Drift from target", Format.PERCENT, given("{target}", "{weight}-{target}")),
        Column.of(
            "trade",
            "Trade, currency",
            Format.MONEY,
            given(
                "{drift}",
                "IF(ROUND(ABS({drift}),12)<=rebalancing_band,0,-{drift}*portfolio_value)")),
        Column.of("trade_units", "Trade, units", Format.UNITS, given("{trade}", "{trade}/{price}")),
        Column.of("fee", "Fee", Format.MONEY, given("{trade}", "ABS({trade})*fee_rate")),
        Column.of(
            "weight_after",
            "Weight after",
            Format.PERCENT,
            given("{trade}", "{weight}+{trade}/portfolio_value")));
  }

  private static String chosen() {
    return Stream.of(TargetMethod.values())
        .map(method -> "{" + method.key() + "}")
        .collect(Collectors.joining(",", "CHOOSE(target_index,", ")"));
  }

  private int tradeFigures(int row) {
    String first = columns.at("trade", 0);
    FigureList list =
        new FigureList(book, sheet, row, 0, "All trades")
            .add(
                "Bought",
                "bought",
                given(first, columns.over("SUMIF({trade:all},\">0\")")),
                Format.MONEY)
            .add(
                "Sold",
                "sold",
                given(first, columns.over("0-SUMIF({trade:all},\"<0\")")),
                Format.MONEY)
            .add(
                "Cost at the fee rate",
                "trade_cost",
                given(first, columns.over("SUM({fee:all})")),
                Format.MONEY)
            .add(
                "Cash needed; negative: cash freed",
                "trade_cash",
                given(first, "bought-sold+trade_cost"),
                Format.MONEY)
            .add(
                "Turnover, one way",
                "turnover",
                given(first, "(bought+sold)/2/portfolio_value"),
                Format.PERCENT);
    return list.nextRow();
  }

  private int targets(int row) {
    List<Column> block = new ArrayList<>();
    block.add(AssetColumns.name("asset_targeted"));
    block.add(Column.of("weight_today", "Today", Format.PERCENT, "{weight}"));
    for (TargetMethod method : TargetMethod.values()) {
      block.add(method.column());
    }
    int next =
        columns.block(sheet, row, "Target weights by each method", block.toArray(Column[]::new));
    for (TargetMethod method : TargetMethod.values()) {
      columns.name(book, method.key(), method.key());
    }
    return next - 1;
  }

  /** What the portfolio would be with each set of weights, below their columns. */
  private void compared(int row) {
    sheet.set(row, 0, "The portfolio with these weights", Style.SECTION);
    Frame.headers(sheet, row + 1, 0, "Figure", "Today");
    figures(row + 2, 1, "weights", columns.at("weight", 0));
    int column = 2;
    for (TargetMethod method : TargetMethod.values()) {
      sheet.set(row + 1, column, method.word(), Style.HEADER);
      figures(row + 2, column++, method.key(), columns.at(method.key(), 0));
    }
    String[] labels = {
      "Volatility, annual",
      "Diversification ratio",
      "Effective number of assets",
      "Largest weight",
      "Largest risk share",
      "Turnover to get there, one way"
    };
    for (int i = 0; i < labels.length; i++) {
      sheet.set(row + 2 + i, 0, labels[i], Style.LABEL);
    }
  }

  private void figures(int row, int column, String weights, String first) {
    String volatility = A1.cell(row, column);
    String carried = weights + "*MMULT(covariance," + weights + ")";
    figure(row, column, first, "SQRT(SUM(" + carried + "))", Format.PERCENT);
    figure(
        row + 1,
        column,
        first,
        "IF(" + volatility + ">0,SUM(" + weights + "*volatilities)/" + volatility + ",\"n/a\")",
        Format.NUMBER);
    figure(
        row + 2,
        column,
        first,
        "IF(SUM(" + weights + ")>0,SUM(" + weights + ")^2/SUMSQ(" + weights + "),\"n/a\")",
        Format.NUMBER);
    figure(row + 3, column, first, "MAX(" + weights + ")", Format.PERCENT);
    figure(
        row + 4,
        column,
        first,
        "IF(" + volatility + ">0,MAX(" + carried + ")/" + volatility + "^2,\"n/a\")",
        Format.PERCENT);
    figure(row + 5, column, first, "SUM(ABS(" + weights + "-weights))/2", Format.PERCENT);
  }

  private void figure(int row, int column, String first, String formula, Format format) {
    sheet.array(row, column, row, column, given(first, formula), Style.calculated(format));
  }
}
