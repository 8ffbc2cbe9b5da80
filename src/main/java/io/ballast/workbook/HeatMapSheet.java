package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/**
 * The sheet Heat map: correlations by the chosen method and their p-values, the holdings in the
 * order of their average correlation with the others, the least correlated first.
 */
final class HeatMapSheet {
  private static final int MAP = 5;

  private final Sheet sheet;
  private final Columns columns;
  private final Sheet data;
  private final int row;
  private final int raw;
  private final int chosen;
  private final int order;
  private final int n;

  /**
   * @param columns of the holdings, with {@code in_asset}
   * @param data for what the map is made from
   * @param row of the first cells there
   * @param column where there is space to the right
   */
  HeatMapSheet(
      Book book, Frame frame, Sheet sheet, Columns columns, Sheet data, int row, int column) {
    this.sheet = sheet;
    this.columns = columns;
    this.data = data;
    this.row = row;
    this.n = columns.positions();
    this.raw = column;
    this.chosen = raw + n + 1;
    this.order = chosen + n + 1;
    frame.head(sheet, "Heat map: correlations, the least correlated asset first");
    sheet.formula(
        3,
        0,
        "IF("
            + data.at(row, chosen)
            + "=\""
            + Frame.NEEDS_ADDIN
            + "\",corr_method&\" "
            + Frame.NEEDS_ADDIN
            + ": choose Pearson on the sheet Inputs\",corr_method&\" correlation of daily returns,"
            + " over \"&observations&\" days\")",
        Style.SUBTITLE);
    computed();
    book.name(
        "chosen_correlations",
        new Chart.Block(data, row, chosen, row + n - 1, chosen + n - 1),
        "asset_count",
        "asset_count");
    int significance = MAP + n + 3;
    columns.block(sheet, significance + n + 3, "Order", ordering());
    places();
    String correlation = "INDEX(chosen_correlations,{i},{j})";
    matrix(
        MAP,
        "Correlation",
        "IF(" + correlation + "=\"" + Frame.NEEDS_ADDIN + "\",\"\"," + correlation + ")",
        Format.NUMBER);
    sheet.add(new Rule.Heat(new Chart.Block(sheet, MAP + 2, 1, MAP + 1 + n, n), -0.2, 0.4, 1));
    String r = "INDEX(correlations,{i},{j})";
    matrix(
        significance,
        "p-value of the Pearson correlation: how likely one as strong is by chance",
        "IF({i}={j},\"\",IFERROR(IF(1-"
            + r
            + "^2<=1E-15,0,T.DIST.2T(ABS("
            + r
            + ")*SQRT((observations-2)/(1-"
            + r
            + "^2)),observations-2)),\"n/a\"))",
        Format.PRECISE);
    sheet.width(0, 0, 20);
    sheet.width(1, n, 11);
    sheet.freeze(3, 1);
    sheet.portrait();
    sheet.onePage();
    sheet.lock();
  }

  /** The function's own result, and from it the correlations: of those of EWMA the covariance. */
  private void computed() {
    data.set(row - 1, raw, "By the chosen method", Style.SECTION);
    FilledBlock.write(
        new Chart.Block(data, row, raw, row + n - 1, raw + n - 1),
        "asset_count",
        "asset_count",
        "IF(corr_method=\"Pearson\",correlations,"
            + Frame.addInOnly(
                "IF(corr_method=\"EWMA\",COVARIANCE_MATRIX(asset_returns,\"ewma\"),"
                    + "CORREL_MATRIX(asset_returns,corr_method))")
            + ")",
        Format.PRECISE);
    data.set(row - 1, chosen, "As correlations", Style.SECTION);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        String cell = A1.cell(row + i, raw + j);
        String scaled =
            cell + "/SQRT(" + A1.cell(row + i, raw + i) + "*" + A1.cell(row + j, raw + j) + ")";
        data.formula(
            row + i,
            chosen + j,
            Frame.given(cell, "IFERROR(" + scaled + ",\"n/a\")"),
            Style.calculated(Format.NUMBER));
      }
    }
    data.width(raw, order, 9);
  }

  private Column[] ordering() {
    String earlier = "SUMPRODUCT((ROW({average:all})<ROW({average}))*({average:all}={average}))";
    return new Column[] {
      AssetColumns.name("asset_ordered"),
      Column.each(
          "average",
          "Average",
          Format.NUMBER,
          i -> {
            String cells = data.at(row + i, chosen, row + i, chosen + n - 1);
            // Rounded, so that every program puts equal averages in the same order.
            return "IF(COUNT("
                + cells
                + ")>1,ROUND((SUM("
                + cells
                + ")-1)/(COUNT("
                + cells
                + ")-1),12),\"n/a\")";
          }),
      Column.of(
          "order",
          "Place",
          Format.INTEGER,
          "1+"
              + earlier
              + "+IF(ISNUMBER({average}),SUMPRODUCT(--({average:all}<{average}),"
              + "--ISNUMBER({average:all})),COUNT({average:all}))")
    };
  }

  /** Which holding takes each place. */
  private void places() {
    data.set(row - 1, order, "Order", Style.SECTION);
    for (int k = 0; k < n; k++) {
      data.formula(
          row + k,
          order,
          "IF("
              + (k + 1)
              + ">asset_count,\"\",MATCH("
              + (k + 1)
              + ","
              + columns.address("order")
              + ",0))",
          Style.calculated(Format.INTEGER));
    }
  }

  private void matrix(int title, String heading, String formula, Format format) {
    sheet.set(title, 0, heading, Style.SECTION);
    sheet.set(title + 1, 0, "Asset", Style.HEADER);
    for (int i = 0; i < n; i++) {
      String p = data.at(row + i, order);
      String name = "IF(" + p + "=\"\",\"\",INDEX(holding_assets," + p + "))";
      sheet.formula(title + 2 + i, 0, name, Style.LABEL);
      sheet.formula(title + 1, 1 + i, name, Style.HEADER);
      for (int j = 0; j < n; j++) {
        String q = data.at(row + j, order);
        sheet.formula(
            title + 2 + i,
            1 + j,
            "IF(OR("
                + p
                + "=\"\","
                + q
                + "=\"\"),\"\","
                + formula.replace("{i}", p).replace("{j}", q)
                + ")",
            Style.calculated(format));
      }
    }
  }
}
