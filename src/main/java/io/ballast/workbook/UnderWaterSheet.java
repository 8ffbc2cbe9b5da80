package io.ballast.workbook;

import static io.ballast.workbook.PriceRows.FIRST;
import static io.ballast.workbook.PriceRows.HEADER;

/**
 * The sheet Drawdowns: the loss of the portfolio and of each asset from its latest peak, day by
 * day, and for how many days of returns it has been below it.
 *
 * <p>Gives columns {@code depths} and {@code under_water} of each asset, and names {@code
 * portfolio_depths} and {@code portfolio_under_water}. A depth within 1e-12 of the peak is rounding
 * and counts as none; in a slot without an asset it is 0, which is not shown.
 */
final class UnderWaterSheet {

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
        dated("IF(" + depth + "<-1E-12,N(" + before + ")+Returns!$C7,0)"),
        Style.calculated(Style.Format.COUNT));
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

  /** A blank return is 0 and leaves the drawdown as it is; so does the heading above the first. */
  private void depths(int first, int end, int returns) {
    sheet.fill(
        FIRST,
        first,
        last,
        end,
        dated(
            "MIN(0,(1+N("
                + A1.cell(FIRST - 1, first)
                + "))*(1+N(Returns!"
                + A1.cell(FIRST, returns)
                + "))-1)"),
        Style.calculated(Style.Format.DEPTH));
  }

  /** Blank after the last date. */
  private static String dated(String formula) {
    return "IF($A" + (FIRST + 1) + "=\"\",\"\"," + formula + ")";
  }
}
