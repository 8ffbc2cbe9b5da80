package io.ballast.workbook;

/**
 * The sheet Drawdowns: the loss of the portfolio and of each asset from its latest peak, day by
 * day, and for how many days of returns it has been below it.
 *
 * <p>Gives columns {@code depths} and {@code under_water} of each asset, and names {@code
 * portfolio_depths} and {@code portfolio_under_water}. A depth within 1e-12 of the peak is rounding
 * and counts as none.
 */
final class UnderWaterSheet {
  private static final int HEADER = HistorySheets.HEADER;
  private static final int FIRST = HistorySheets.FIRST;

  private final Sheet sheet;
  private final int last;

  /**
   * @param columns has {@code in_asset}
   * @param room of the sheet Returns
   */
  UnderWaterSheet(Book book, Frame frame, Sheet sheet, Columns columns, Room room) {
    this.sheet = sheet;
    this.last = FIRST + room.days() - 1;
    int slots = room.holdings();
    frame.head(sheet, "Drawdowns: loss from the latest peak, and days below it");
    sheet.set(
        3,
        0,
        "Left: the drawdown, at most 0. Right: days of returns below the peak so far.",
        Style.SUBTITLE);
    sheet.set(HEADER, 0, "Date", Style.HEADER);
    sheet.fill(FIRST, 0, last, 0, "Returns!$A" + (FIRST + 1), Style.calculated(Style.Format.DATE));
    int days = slots + 2;
    sheet.set(HEADER, 1, "Portfolio", Style.HEADER);
    sheet.set(HEADER, days, "Portfolio, days", Style.HEADER);
    for (int i = 0; i < slots; i++) {
      String asset = columns.at("in_asset", i);
      String name = "IF(" + asset + "=\"\",\"\"," + asset;
      sheet.formula(HEADER, 2 + i, name + ")", Style.HEADER);
      sheet.formula(HEADER, days + 1 + i, name + "&\", days\")", Style.HEADER);
    }
    int portfolio = HistorySheets.FIRST_ASSET + slots + 1;
    depths(1, 1, portfolio);
    depths(2, slots + 1, HistorySheets.FIRST_ASSET);
    String depth = A1.cell(FIRST, 1);
    String before = A1.cell(FIRST - 1, days);
    sheet.fill(
        FIRST,
        days,
        last,
        days + slots,
        guarded(
            days, "IF(Returns!$C7=1,IF(" + depth + "<0,N(" + before + ")+1,0),N(" + before + "))"),
        Style.calculated(Style.Format.INTEGER));
    sheet.width(0, 0, 13);
    sheet.width(1, days + slots, 11);
    sheet.freeze(FIRST, 1);
    sheet.repeatRow(HEADER);
    sheet.lock();
    columns.placeAcross("depths", sheet, FIRST, last, 2);
    columns.placeAcross("under_water", sheet, FIRST, last, days + 1);
    book.name("portfolio_depths", Chart.Block.column(sheet, FIRST, last, 1));
    book.name("portfolio_under_water", Chart.Block.column(sheet, FIRST, last, days));
  }

  private void depths(int first, int end, int returns) {
    String before = "N(" + A1.cell(FIRST - 1, first) + ")";
    String r = "Returns!" + A1.cell(FIRST, returns);
    String wealth = "(1+" + before + ")*(1+" + r + ")";
    sheet.fill(
        FIRST,
        first,
        last,
        end,
        guarded(
            first,
            "IF(ISNUMBER("
                + r
                + "),IF("
                + wealth
                + ">0.999999999999,0,"
                + wealth
                + "-1),"
                + before
                + ")"),
        Style.calculated(Style.Format.PERCENT2));
  }

  /** Blank after the last date and in a slot without an asset. */
  private static String guarded(int column, String formula) {
    String header = A1.column(column) + "$" + (HEADER + 1);
    return "IF(OR($A" + (FIRST + 1) + "=\"\"," + header + "=\"\"),\"\"," + formula + ")";
  }
}
