package io.ballast.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of limits on a sheet: each limit of the chosen risk profile, or a person's own, against
 * the figure now.
 *
 * <p>Names for formulas: {@code watch} (the share of a limit from which on the status is WATCH),
 * {@code limits_breached}, and for each limit its key in lower case with {@code _limit}, the limit
 * in force.
 */
final class LimitTable {
  /** What a figure says that has no upper bound: it breaches every limit. */
  static final String UNLIMITED = "unlimited";

  private static final int TITLE = 4;
  private static final int KIND = 1;
  private static final int OF_PROFILE = 2;
  private static final int OWN = 3;
  private static final int IN_FORCE = 4;
  private static final int NOW = 5;
  private static final int USED = 6;
  private static final int STATUS = 7;
  private static final int ACTION = 8;

  private final Book book;
  private final Sheet sheet;
  private final List<Entry> entries;
  private final int first;
  private final int last;
  private final int profiles;

  /**
   * A limit and the figure that it holds.
   *
   * @param limit which
   * @param figure a formula, most often a name
   */
  record Entry(RiskLimit limit, String figure) {}

  /** Collects entries in their order. */
  static final class Entries {
    private final List<Entry> list = new ArrayList<>();

    Entries add(RiskLimit limit, String figure) {
      list.add(new Entry(limit, figure));
      return this;
    }
  }

  /**
   * Writes the sheet's head, the table, and below it the limits of each profile.
   *
   * @param title of the sheet
   */
  LimitTable(Book book, Frame frame, Sheet sheet, String title, Entries entries) {
    this.book = book;
    this.sheet = sheet;
    this.entries = entries.list;
    frame.head(sheet, title);
    sheet.set(TITLE, 0, "Limits", Style.SECTION);
    sheet.set(TITLE + 1, 0, "Watch from this share of a limit on", Style.LABEL);
    sheet.set(TITLE + 1, OWN, 0.8, Style.input(Style.Format.PERCENT));
    book.name("watch", sheet, TITLE + 1, OWN);
    Chart.Block watch = new Chart.Block(sheet, TITLE + 1, OWN, TITLE + 1, OWN);
    sheet.add(new Rule.Between(watch, 0.01, 1, "A share from 1 % to 100 %."));
    Frame.headers(
        sheet,
        TITLE + 2,
        0,
        "Limit",
        "Kind",
        "Of the profile",
        "Your own",
        "In force",
        "Now",
        "Used",
        "Status",
        "What to do");
    this.first = TITLE + 3;
    this.last = first + this.entries.size() - 1;
    this.profiles = last + 5;
    for (int i = 0; i < this.entries.size(); i++) {
      limit(first + i, profiles + i, this.entries.get(i));
    }
    sheet.add(new Rule.Status(Chart.Block.column(sheet, first, last, STATUS)));
    sheet.set(last + 1, 0, "Limits breached", Style.LABEL);
    sheet.formula(
        last + 1,
        IN_FORCE,
        "COUNTIF(" + A1.absolute(first, STATUS, last, STATUS) + ",\"BREACH\")",
        Style.calculated(Style.Format.INTEGER));
    book.name("limits_breached", sheet, last + 1, IN_FORCE);
    profiles();
  }

  /** A sheet Limits with nothing but the table. */
  static LimitTable alone(Book book, Frame frame, Sheet sheet, Entries entries) {
    LimitTable table = new LimitTable(book, frame, sheet, "Limits", entries);
    table.finish();
    return table;
  }

  /** A sheet Limits with the table and the name {@code alert_count}: each breach is an alert. */
  static LimitTable alerting(Book book, Frame frame, Sheet sheet, Entries entries) {
    LimitTable table = new LimitTable(book, frame, sheet, "Limits and alerts", entries);
    new FigureList(book, sheet, table.nextRow(), 0, "Alerts")
        .add("Alerts: beyond a limit", "alert_count", "limits_breached", Style.Format.INTEGER);
    table.finish();
    return table;
  }

  private void finish() {
    sheet.widths(36, 14, 14, 14, 14, 18, 14, 14, 44);
    sheet.onePage();
    sheet.freeze(3, 0);
  }

  private void limit(int row, int profileRow, Entry entry) {
    book.limit(new Book.LimitCells(sheet, row));
    RiskLimit limit = entry.limit();
    Style style = Style.calculated(limit.format());
    int r = row + 1;
    sheet.set(row, 0, limit.label(), Style.LABEL);
    sheet.set(row, KIND, limit.atMost() ? "at most" : "at least", Style.LABEL);
    sheet.formula(
        row,
        OF_PROFILE,
        "INDEX("
            + A1.absolute(profileRow, 1, profileRow, RiskProfile.values().length)
            + ",MATCH(risk_profile,"
            + A1.absolute(profiles - 1, 1, profiles - 1, RiskProfile.values().length)
            + ",0))",
        style);
    sheet.set(row, OWN, null, Style.input(limit.format()));
    sheet.formula(row, IN_FORCE, "IF(ISNUMBER(D" + r + "),D" + r + ",C" + r + ")", style);
    book.name(limit.name().toLowerCase(java.util.Locale.ROOT) + "_limit", sheet, row, IN_FORCE);
    sheet.formula(row, NOW, entry.figure(), style);
    String now = "F" + r;
    String at = "E" + r;
    sheet.formula(
        row,
        USED,
        Measures.known(now, limit.atMost() ? share(now, at) : share(at, now)),
        Style.calculated(Style.Format.WHOLE_PERCENT));
    sheet.formula(
        row,
        STATUS,
        "IF("
            + now
            + "=\""
            + UNLIMITED
            + "\",\"BREACH\","
            + Measures.known(
                now, limit.atMost() ? LimitStatus.atMost(now, at) : LimitStatus.atLeast(now, at))
            + ")",
        Style.STATUS);
    sheet.formula(
        row,
        ACTION,
        "IF(OR(H" + r + "=\"WATCH\",H" + r + "=\"BREACH\"),\"" + limit.action() + "\",\"\")",
        Style.LABEL);
    Chart.Block own = new Chart.Block(sheet, row, OWN, row, OWN);
    sheet.add(new Rule.Between(own, 0, 1e9, "Your own limit, 0 or more, or blank."));
  }

  private static String share(String part, String whole) {
    return "IF(" + whole + "=0,\"n/a\"," + part + "/" + whole + ")";
  }

  private void profiles() {
    sheet.set(profiles - 2, 0, "Limits of each risk profile", Style.SECTION);
    sheet.set(profiles - 1, 0, "Limit", Style.HEADER);
    RiskProfile[] all = RiskProfile.values();
    for (int p = 0; p < all.length; p++) {
      sheet.set(profiles - 1, 1 + p, all[p].word(), Style.HEADER);
      for (int i = 0; i < entries.size(); i++) {
        RiskLimit limit = entries.get(i).limit();
        sheet.set(profiles + i, 0, limit.label(), Style.LABEL);
        sheet.set(
            profiles + i, 1 + p, book.limitSet().of(limit, all[p]), Style.input(limit.format()));
      }
    }
    sheet.add(
        new Rule.Between(
            new Chart.Block(sheet, profiles, 1, profiles + entries.size() - 1, all.length),
            0,
            1e9,
            "A limit, 0 or more."));
  }

  /** How a limit stands. */
  static LimitState state(Book book, Book.LimitCells cells) {
    Sheet sheet = cells.sheet();
    int row = cells.row();
    return new LimitState(
        String.valueOf(book.valueAt(sheet, row, 0)),
        plain(book.valueAt(sheet, row, NOW)),
        plain(book.valueAt(sheet, row, IN_FORCE)),
        plain(book.valueAt(sheet, row, USED)),
        String.valueOf(book.valueAt(sheet, row, STATUS)),
        String.valueOf(book.valueAt(sheet, row, ACTION)));
  }

  /** A number, or else text. */
  private static Object plain(Object value) {
    return value instanceof Double ? value : String.valueOf(value);
  }

  /** How many limits there are. */
  int count() {
    return entries.size();
  }

  /** The row below everything that the table has written. */
  int nextRow() {
    return profiles + entries.size() + 1;
  }

  /** The address of the name of a limit. */
  String label(int index) {
    return sheet.at(first + index, 0);
  }

  /** The address of the figure that a limit holds. */
  String now(int index) {
    return sheet.at(first + index, NOW);
  }

  /** The address of the limit in force. */
  String inForce(int index) {
    return sheet.at(first + index, IN_FORCE);
  }

  /** The address of the share of the limit that is used. */
  String used(int index) {
    return sheet.at(first + index, USED);
  }

  /** How the figure and its limit are shown. */
  Style style(int index) {
    return Style.calculated(entries.get(index).limit().format());
  }

  /** The address of OK, WATCH or BREACH. */
  String status(int index) {
    return sheet.at(first + index, STATUS);
  }

  /** The cells from the names of the limits, for a chart. */
  Chart.Block labels() {
    return Chart.Block.column(sheet, first, last, 0);
  }

  /** The cells with the used shares, for a chart. */
  Chart.Block usedShares() {
    return Chart.Block.column(sheet, first, last, USED);
  }

  /** The address of what to do about a limit. */
  String action(int index) {
    return sheet.at(first + index, ACTION);
  }

  /** The address of "at most" or "at least". */
  String kind(int index) {
    return sheet.at(first + index, KIND);
  }

  /** The cells that say OK, WATCH or BREACH. */
  Chart.Block statuses() {
    return Chart.Block.column(sheet, first, last, STATUS);
  }

  /** The cells that say what to do about each limit that is near or breached. */
  Chart.Block actions() {
    return Chart.Block.column(sheet, first, last, ACTION);
  }
}
