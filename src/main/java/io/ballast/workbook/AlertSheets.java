package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheets Alerts, which lists every limit and signal with who acts, the open ones on top by
 * urgency, and Alerts log, to keep what was open.
 *
 * <p>Names for formulas: {@code alert_count}, the alerts with status BREACH, and {@code
 * watch_count}, those with WATCH.
 */
final class AlertSheets {
  private static final int OPEN = 10;
  private static final int OPEN_HEADER = 7;
  private static final int OPEN_FIRST = OPEN_HEADER + 1;
  private static final int ALL_HEADER = OPEN_FIRST + OPEN + 2;
  private static final int FIRST = ALL_HEADER + 1;
  private static final int LOG_ROWS = 60;
  private static final String MANAGER = "Portfolio manager";

  private static final int STATUS = 1;
  private static final int USED = 2;
  private static final int ACTION = 3;
  private static final int OWNER = 4;
  private static final int NOW = 5;
  private static final int LIMIT = 6;
  private static final int URGENCY = 7;
  private static final int PLACE = 8;

  private final Sheet sheet;
  private final LimitTable limits;

  /**
   * A sign that is not a limit.
   *
   * @param what as people read it
   * @param now its formula
   * @param format of it
   * @param status a formula for OK, WATCH or BREACH
   * @param action what to do
   */
  private record Signal(String what, String now, Format format, String status, String action) {}

  private static final List<Signal> SIGNALS =
      List.of(
          new Signal(
              "Volatility regime",
              "regime",
              Format.GENERAL,
              "IF(regime=\"STRESSED\",\"WATCH\",\"OK\")",
              "Add no risk; look at every limit daily."),
          new Signal(
              "Value at risk breached on the last day",
              "IF(N(INDEX(breaches,as_of_row))=1,\"yes\",\"no\")",
              Format.GENERAL,
              "IF(N(INDEX(breaches,as_of_row))=1,\"WATCH\",\"OK\")",
              "Find out what fell and why."),
          new Signal(
              "Backtest, traffic light",
              "traffic_light",
              Format.GENERAL,
              "IF(traffic_light=\"RED\",\"BREACH\",IF(traffic_light=\"YELLOW\",\"WATCH\",\"OK\"))",
              "Do not rely on value at risk; use expected shortfall."),
          new Signal(
              "Backtest, p value that breaches are independent",
              "independence_p",
              Format.PRECISE,
              "IF(independence_p<0.05,\"WATCH\",\"OK\")",
              "Breaches cluster: cut risk after the first."),
          new Signal(
              "Worst scenario, portfolio",
              "worst_change",
              Format.PERCENT,
              "IF(worst_change<=-1,\"BREACH\",\"OK\")",
              "Everything would be lost: hold less."),
          new Signal(
              "Assets without a daily volume",
              "volumes_missing",
              Format.INTEGER,
              "IF(volumes_missing>0,\"WATCH\",\"OK\")",
              "Enter the volumes on Inputs."),
          new Signal(
              "Risk reviews overdue",
              "reviews_overdue",
              Format.INTEGER,
              "IF(reviews_overdue>0,\"BREACH\",\"OK\")",
              "Review the risks in the risk register."),
          new Signal(
              "Risk reviews due soon",
              "reviews_due",
              Format.INTEGER,
              "IF(reviews_due>0,\"WATCH\",\"OK\")",
              "Plan the reviews in the risk register."));

  AlertSheets(Book book, Frame frame, Sheet sheet, Sheet log, LimitTable limits) {
    this.sheet = sheet;
    this.limits = limits;
    frame.head(sheet, "Alerts");
    int last = FIRST + limits.count() + SIGNALS.size() - 1;
    count(book, 4, "Alerts: limits and signals with BREACH", "alert_count", "BREACH", last);
    count(book, 5, "On watch", "watch_count", "WATCH", last);
    open(last);
    all(last);
    sheet.widths(46, 14, 12, 56, 24, 15, 15, 12, 10);
    sheet.freeze(3, 1);
    sheet.onePage();
    sheet.lock();
    log(frame, log);
  }

  private void count(Book book, int row, String label, String name, String word, int last) {
    sheet.set(row, 0, label, Style.LABEL);
    sheet.formula(
        row,
        1,
        "COUNTIF(" + A1.absolute(FIRST, STATUS, last, STATUS) + ",\"" + word + "\")",
        Style.calculated(Format.INTEGER));
    book.name(name, sheet, row, 1);
  }

  private void open(int last) {
    sheet.set(OPEN_HEADER - 1, 0, "Open, the most urgent first", Style.SECTION);
    Frame.headers(sheet, OPEN_HEADER, 0, "What", "Status", "Used", "What to do", "Owner");
    for (int i = 0; i < OPEN; i++) {
      int row = OPEN_FIRST + i;
      for (int c = 0; c <= OWNER; c++) {
        Style style =
            c == STATUS
                ? Style.STATUS
                : c == USED ? Style.calculated(Format.WHOLE_PERCENT) : Style.LABEL;
        sheet.formula(row, c, openCell(i, c, last), style);
      }
    }
    sheet.add(
        new Rule.Status(Chart.Block.column(sheet, OPEN_FIRST, OPEN_FIRST + OPEN - 1, STATUS)));
  }

  private static String openCell(int place, int column, int last) {
    return "IF("
        + (place + 1)
        + ">alert_count+watch_count,\"\",INDEX("
        + A1.absolute(FIRST, column, last, column)
        + ",MATCH("
        + (place + 1)
        + ","
        + A1.absolute(FIRST, PLACE, last, PLACE)
        + ",0)))";
  }

  private void all(int last) {
    sheet.set(ALL_HEADER - 1, 0, "All limits and signals", Style.SECTION);
    Frame.headers(
        sheet,
        ALL_HEADER,
        0,
        "What",
        "Status",
        "Used",
        "What to do",
        "Owner",
        "Now",
        "Limit",
        "Urgency",
        "Place");
    for (int i = 0; i < limits.count(); i++) {
      int row = FIRST + i;
      sheet.formula(row, 0, limits.label(i), Style.LABEL);
      sheet.formula(row, NOW, limits.now(i), limits.style(i));
      sheet.formula(row, LIMIT, limits.inForce(i), limits.style(i));
      sheet.formula(row, USED, limits.used(i), Style.calculated(Format.WHOLE_PERCENT));
      sheet.formula(row, STATUS, limits.status(i), Style.STATUS);
      sheet.formula(row, ACTION, limits.action(i), Style.LABEL);
      common(row, last);
    }
    for (int i = 0; i < SIGNALS.size(); i++) {
      Signal signal = SIGNALS.get(i);
      int row = FIRST + limits.count() + i;
      sheet.set(row, 0, signal.what(), Style.LABEL);
      sheet.formula(row, NOW, signal.now(), Style.calculated(signal.format()));
      sheet.formula(row, LIMIT, "\"\"", Style.LABEL);
      sheet.formula(row, USED, "\"\"", Style.LABEL);
      sheet.formula(row, STATUS, signal.status(), Style.STATUS);
      sheet.formula(
          row,
          ACTION,
          "IF(" + A1.cell(row, STATUS) + "=\"OK\",\"\",\"" + signal.action() + "\")",
          Style.LABEL);
      common(row, last);
    }
    sheet.add(new Rule.Status(Chart.Block.column(sheet, FIRST, last, STATUS)));
  }

  /** Who acts, and the place among the open ones: BREACH before WATCH, then by the used share. */
  private void common(int row, int last) {
    String status = A1.cell(row, STATUS);
    sheet.set(row, OWNER, MANAGER, Style.input(Format.TEXT));
    sheet.formula(
        row,
        URGENCY,
        "IF("
            + status
            + "=\"BREACH\",200,IF("
            + status
            + "=\"WATCH\",100,0))+MIN(99,N("
            + A1.cell(row, USED)
            + "))-ROW("
            + A1.cell(row, 0)
            + ")/1000000",
        Style.calculated(Format.NUMBER));
    sheet.formula(
        row,
        PLACE,
        "SUMPRODUCT(--("
            + A1.absolute(FIRST, URGENCY, last, URGENCY)
            + ">"
            + A1.cell(row, URGENCY)
            + "))+1",
        Style.calculated(Format.INTEGER));
  }

  private static void log(Frame frame, Sheet log) {
    frame.head(log, "Alerts log");
    log.set(
        3,
        0,
        "Copy the open alerts from the sheet Alerts, paste their values below from the column What on,"
            + " and add what was done.",
        Style.SUBTITLE);
    Frame.headers(
        log,
        5,
        0,
        "Date",
        "What",
        "Status",
        "Used",
        "What to do",
        "Owner",
        "What was done",
        "Closed on");
    Format[] formats = {
      Format.DATE,
      Format.TEXT,
      Format.TEXT,
      Format.WHOLE_PERCENT,
      Format.TEXT,
      Format.TEXT,
      Format.TEXT,
      Format.DATE
    };
    int last = 5 + LOG_ROWS;
    for (int row = 6; row <= last; row++) {
      for (int c = 0; c < formats.length; c++) {
        log.set(row, c, null, Style.input(formats[c]));
      }
    }
    for (int c : new int[] {0, 7}) {
      log.add(new Rule.DateEntry(Chart.Block.column(log, 6, last, c), "A date."));
    }
    log.add(
        new Rule.OneOf(
            Chart.Block.column(log, 6, last, 2),
            List.of("WATCH", "BREACH"),
            "One of: WATCH, BREACH."));
    log.widths(13, 46, 14, 10, 56, 24, 60, 13);
    log.freeze(6, 0);
    log.repeatRow(5);
  }

  /** The address of an open alert's item, the most urgent first: what, used share or status. */
  String open(int place, Item item) {
    return sheet.at(OPEN_FIRST + place, item.column);
  }

  /** What is told of an open alert. */
  enum Item {
    WHAT(0),
    USED(AlertSheets.USED),
    STATUS(AlertSheets.STATUS),
    ACTION(AlertSheets.ACTION);

    private final int column;

    Item(int column) {
      this.column = column;
    }
  }
}
