package io.ballast.workbook;

import io.ballast.workbook.Style.Format;

/**
 * The assets that could be added, and their returns: those of the sheet Prices that are not held,
 * and beside them the pair of the rolling correlation.
 *
 * <p>Columns of a candidate: {@code in_candidate} (its name), {@code in_position} (its column among
 * the prices), {@code series} (its returns). Names: {@code pair_first_returns}, {@code
 * pair_second_returns}.
 */
final class Candidates {
  /** How many candidates there is space for at most. */
  static final int MOST = 10;

  private static final int FIRST_SERIES = 2;

  private final Columns columns;
  private final Room room;

  /** There is always space for one. */
  Candidates(Room room) {
    this.room = room;
    this.columns = new Columns(Math.max(1, Math.min(MOST, room.assets() - 1)), "in_candidate");
  }

  Columns columns() {
    return columns;
  }

  /**
   * Lists the candidates.
   *
   * @param row where the title goes
   */
  void list(Sheet sheet, int row) {
    sheet.set(row, 0, "Candidates", Style.SECTION);
    sheet.set(
        row + 1,
        0,
        "The first "
            + columns.positions()
            + " assets of the sheet Prices that are not held: add a column of prices there to try one.",
        Style.SUBTITLE);
    Frame.headers(sheet, row + 2, 0, "Candidate", "Column of prices");
    int first = row + 3;
    columns.place("in_candidate", sheet, first, 0);
    columns.place("in_position", sheet, first, 1);
    for (int k = 0; k < columns.positions(); k++) {
      String position = A1.cell(first + k, 1);
      sheet.formula(
          first + k,
          0,
          "IF(ISNUMBER(" + position + "),INDEX(price_assets," + position + "),\"\")",
          Style.LABEL);
      sheet.array(
          first + k,
          1,
          first + k,
          1,
          "IFERROR(SMALL(IF((price_assets<>\"\")*(price_held=0)>0,COLUMN(price_assets)-1,\"\"),"
              + (k + 1)
              + "),\"\")",
          Style.calculated(Format.INTEGER));
    }
  }

  /** Writes the sheet with the returns. */
  void returns(Book book, Frame frame, Sheet sheet) {
    int header = PriceRows.HEADER;
    int first = PriceRows.FIRST;
    int last = first + room.days() - 1;
    frame.head(sheet, "Other returns: candidates, and the pair of the rolling correlation");
    sheet.set(3, 0, "Price column", Style.LABEL);
    Frame.headers(sheet, header, 0, "Date", "In use");
    Style whole = Style.calculated(Format.INTEGER);
    int slots = columns.positions();
    for (int k = 0; k < slots; k++) {
      sheet.formula(3, FIRST_SERIES + k, columns.at("in_position", k), whole);
      sheet.formula(header, FIRST_SERIES + k, columns.at("in_candidate", k), Style.HEADER);
    }
    int pair = FIRST_SERIES + slots;
    String[] names = {"pair_first", "pair_second"};
    for (int i = 0; i < names.length; i++) {
      sheet.formula(3, pair + i, HistorySheets.position(names[i]), whole);
      sheet.formula(header, pair + i, "\"Pair: \"&" + names[i], Style.HEADER);
      book.name(names[i] + "_returns", Chart.Block.column(sheet, first, last, pair + i));
    }
    sheet.fill(first, 0, last, 0, HistorySheets.date(), Style.calculated(Format.DATE));
    sheet.fill(
        first,
        1,
        last,
        1,
        "IF(ISNUMBER($A7),IF(AND($A7<=as_of,OR(lookback_days=0,$A7>=as_of-lookback_days)),1,0),0)",
        whole);
    String today = HistorySheets.price(0, "C$4");
    String yesterday = HistorySheets.price(-1, "C$4");
    sheet.fill(
        first,
        FIRST_SERIES,
        last,
        pair + 1,
        "IF($B7*N($B6)*N(C$4)>0,IF(ISNUMBER("
            + today
            + ")*ISNUMBER("
            + yesterday
            + ")>0,"
            + today
            + "/"
            + yesterday
            + "-1,\"\"),\"\")",
        Style.calculated(Format.PERCENT2));
    columns.placeAcross("series", sheet, first, last, FIRST_SERIES);
    sheet.width(0, 0, 14);
    sheet.width(1, pair + 1, 12);
    sheet.freeze(first, FIRST_SERIES);
    sheet.repeatRow(header);
    sheet.lock();
  }
}
