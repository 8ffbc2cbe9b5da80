package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Kelly: growth against the share of equity risked on each trade, with the present share
 * marked, and the odds of losing.
 *
 * <p>It rests on the names {@code win_rate}, {@code payoff_ratio} and {@code risk_per_trade}.
 */
final class KellySheet {
  private static final int STEPS = 40;
  private static final int NEWTON = 40;
  private static final int CURVE = 5;
  private static final int STEPS_ROW = CURVE + 2 + STEPS + 8;
  private static final double[] MULTIPLES = {0.25, 0.5, 0.75, 1, 1.5};
  private static final double[] LOSSES = {0.2, 0.5, 0.8};
  private static final double[] RISKS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2};

  private final Book book;
  private final Sheet sheet;
  private final Sheet work;
  private final int curveLast;

  /**
   * Fills the sheet.
   *
   * @param work for the points of the curve and the steps of the built-in form
   */
  KellySheet(Book book, Frame frame, Sheet sheet, Sheet work) {
    this.book = book;
    this.sheet = sheet;
    this.work = work;
    frame.head(sheet, "Kelly: growth, and the odds of losing");
    sheet.set(
        3,
        0,
        "The share of equity lost in a losing trade decides both: more than Kelly grows less and"
            + " loses more.",
        Style.SUBTITLE);
    int row = edge();
    row = odds(row);
    row = ruin(row);
    curveLast = curve();
    sheet.add(chart(new Chart.Anchor(row, 0, row + 22, 6)));
    sheet.widths(42, 14, 14, 14, 14, 16, 14, 14);
    sheet.onePage();
    sheet.portrait();
    sheet.freeze(3, 0);
    sheet.lock();
    frame.head(work, "Chart data: the growth curve; and the root of the bound on ruin");
    work.widths(18, 14, 14, 14, 14, 14, 14, 14);
    work.freeze(3, 0);
    work.lock();
  }

  private int edge() {
    return new FigureList(book, sheet, 5, 0, "The edge of a trade")
        .add(
            "Expectancy, in R per trade",
            "trade_expectancy",
            either("EXPECTANCY(win_rate,payoff_ratio)", "win_rate*payoff_ratio-(1-win_rate)"),
            Format.NUMBER)
        .add(
            "Win rate that breaks even",
            "breakeven_win_rate",
            either("BREAKEVEN_WIN_RATE(payoff_ratio)", "1/(1+payoff_ratio)"),
            Format.PERCENT)
        .add(
            "Kelly: share of equity to risk",
            "full_kelly",
            either("KELLY(win_rate,payoff_ratio)", "win_rate-(1-win_rate)/payoff_ratio"),
            Format.PERCENT)
        .add("Risked now on each trade", "present_fraction", "risk_per_trade", Format.PERCENT2)
        .add(
            "as a multiple of Kelly",
            "kelly_multiple",
            "IF(full_kelly>0,present_fraction/full_kelly,\"no edge\")",
            Format.NUMBER)
        .add(
            "Growth per trade, logarithmic, now",
            "present_growth",
            growth("present_fraction"),
            Format.PRECISE)
        .add(
            "at full Kelly",
            "kelly_growth",
            "IF(full_kelly>0," + growth("MIN(full_kelly,0.999)") + ",0)",
            Format.PRECISE)
        .nextRow();
  }

  private static String growth(String fraction) {
    return "win_rate*LN(1+payoff_ratio*" + fraction + ")+(1-win_rate)*LN(1-" + fraction + ")";
  }

  private int odds(int row) {
    sheet.set(row, 0, "Odds of ever losing so much, if the edge is as entered", Style.SECTION);
    Frame.headers(
        sheet,
        row + 1,
        0,
        "Betting this multiple of Kelly",
        "Multiple",
        "Lose 20 %",
        "Lose 50 %",
        "Lose 80 %",
        "Growth, % of Kelly's");
    int r = row + 2;
    String[] words = {"Quarter Kelly", "Half Kelly", "Three quarters", "Full Kelly", "1.5 × Kelly"};
    for (int i = 0; i < MULTIPLES.length; i++, r++) {
      sheet.set(r, 0, words[i], Style.LABEL);
      sheet.set(r, 1, MULTIPLES[i], Style.calculated(Format.NUMBER));
      odds(r, A1.cell(r, 1));
    }
    sheet.set(r, 0, "Now (a two-hundredth at least)", Style.LABEL);
    sheet.formula(
        r,
        1,
        "IF(ISNUMBER(kelly_multiple),MIN(MAX(kelly_multiple,0.005),1.99),1.99)",
        Style.calculated(Format.NUMBER));
    odds(r, A1.cell(r, 1));
    return r + 2;
  }

  private void odds(int row, String multiple) {
    for (int k = 0; k < LOSSES.length; k++) {
      String loss = String.valueOf(LOSSES[k]);
      sheet.formula(
          row,
          2 + k,
          either(
              "KELLY_LOSS_PROBABILITY(" + multiple + "," + loss + ")",
              "(1-" + loss + ")^(2/" + multiple + "-1)"),
          Style.calculated(Format.PERCENT));
    }
    sheet.formula(
        row, 5, multiple + "*(2-" + multiple + ")", Style.calculated(Format.WHOLE_PERCENT));
  }

  /** Upper bounds of the chance of ruin; below them Newton's steps of the built-in form. */
  private int ruin(int row) {
    sheet.set(row, 0, "Chance of ever losing half, at most, risking on each trade", Style.SECTION);
    Frame.headers(
        sheet,
        row + 1,
        0,
        "Risked on each trade",
        "0.5 %",
        "1 %",
        "2 %",
        "5 %",
        "10 %",
        "20 %",
        "Now");
    sheet.set(row + 2, 0, "Share of equity", Style.LABEL);
    sheet.set(row + 3, 0, "Growth per trade, logarithmic", Style.LABEL);
    sheet.set(row + 4, 0, "Chance of ever losing half", Style.LABEL);
    work.set(STEPS_ROW, 0, "Root of the bound, by Newton's method", Style.SECTION);
    work.set(STEPS_ROW + 1, 0, "Step", Style.HEADER);
    for (int k = 0; k <= NEWTON; k++) {
      work.set(STEPS_ROW + 2 + k, 0, k, Style.calculated(Format.INTEGER));
    }
    for (int c = 1; c <= RISKS.length + 1; c++) {
      String fraction = A1.cell(row + 2, c);
      if (c <= RISKS.length) {
        sheet.set(row + 2, c, RISKS[c - 1], Style.calculated(Format.PERCENT));
      } else {
        sheet.formula(row + 2, c, "present_fraction", Style.calculated(Format.PERCENT));
      }
      sheet.formula(row + 3, c, growth(fraction), Style.calculated(Format.PRECISE));
      sheet.formula(
          row + 4,
          c,
          "IF("
              + A1.cell(row + 3, c)
              + "<=0,1,"
              + either(
                  "RISK_OF_RUIN(win_rate,payoff_ratio," + fraction + ",0.5)",
                  "EXP(" + root(sheet.at(row + 2, c), c) + "*LN(0.5))")
              + ")",
          Style.calculated(Format.PERCENT2));
    }
    book.name("ruin_now", sheet, row + 4, 1 + RISKS.length);
    return row + 6;
  }

  /**
   * The root θ of the bound on ruin: the steps start right of it, where the function rises and is
   * convex, so that they fall towards it.
   *
   * @param fraction the address of the share risked
   * @return the address of the last step
   */
  private String root(String fraction, int column) {
    int first = STEPS_ROW + 2;
    work.formula(first - 1, column, "\"θ at \"&ROUND(100*" + fraction + ",2)&\" %\"", Style.HEADER);
    String setback = "(-LN(1-" + fraction + "))";
    work.formula(first, column, "LN(1/(1-win_rate))/" + setback, Style.calculated(Format.NUMBER));
    String theta = A1.cell(first, column);
    String gain = "LN(1+payoff_ratio*" + fraction + ")";
    String win = "win_rate*EXP(-" + theta + "*" + gain + ")";
    String loss = "(1-win_rate)*EXP(" + theta + "*" + setback + ")";
    work.fill(
        first + 1,
        column,
        first + NEWTON,
        column,
        theta + "-(" + win + "+" + loss + "-1)/(" + loss + "*" + setback + "-" + win + "*" + gain
            + ")",
        Style.calculated(Format.NUMBER));
    return work.at(first + NEWTON, column);
  }

  private int curve() {
    int column = 0;
    work.set(CURVE, column, "Growth per trade", Style.SECTION);
    Frame.headers(
        work, CURVE + 1, column, "Point", "Risked", "Growth", "Now", "Half Kelly", "Full Kelly");
    for (int i = 0; i <= STEPS; i++) {
      int row = curveFirst() + i;
      work.set(row, column, "Curve", Style.LABEL);
      work.formula(
          row,
          column + 1,
          i + "/" + STEPS + "*IF(full_kelly>0,MIN(0.98,2.2*full_kelly),0.3)",
          Style.calculated(Format.PERCENT));
      work.formula(
          row, column + 2, growth(A1.cell(row, column + 1)), Style.calculated(Format.PRECISE));
    }
    String[] marks = {"Now", "Half Kelly", "Full Kelly"};
    String[] shares = {
      "present_fraction", "MAX(0,MIN(0.98,full_kelly/2))", "MAX(0,MIN(0.98,full_kelly))"
    };
    for (int m = 0; m < marks.length; m++) {
      int row = curveFirst() + STEPS + 1 + m;
      work.set(row, column, marks[m], Style.LABEL);
      work.formula(row, column + 1, shares[m], Style.calculated(Format.PERCENT));
      work.formula(
          row, column + 3 + m, growth(A1.cell(row, column + 1)), Style.calculated(Format.PRECISE));
    }
    return curveFirst() + STEPS + marks.length;
  }

  private static int curveFirst() {
    return CURVE + 2;
  }

  private Chart.Block column(int part) {
    return Chart.Block.column(work, curveFirst(), curveLast, 1 + part);
  }

  /** Growth against the share risked, with the present share, half and full Kelly marked. */
  Chart chart(Chart.Anchor anchor) {
    return new Chart(
        Chart.Type.SCATTER,
        "Growth per trade against the share of equity risked",
        "A curve of the growth rate, which peaks at Kelly and falls below 0 at about twice Kelly;"
            + " the present share, half Kelly and full Kelly are marked.",
        column(0),
        List.of(
            new Chart.Series("Growth", column(1), Chart.Color.BLUE),
            new Chart.Series("Now", column(2), Chart.Color.VERMILION, true),
            new Chart.Series("Half Kelly", column(3), Chart.Color.ORANGE, true),
            new Chart.Series("Full Kelly", column(4), Chart.Color.PURPLE, true)),
        "Risked on each trade",
        "Growth",
        Format.PERCENT,
        anchor);
  }
}
