package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/** What the workbooks of trades, position sizing and stop-loss, share: equity and sides. */
final class Trades {
  /** A check that each side is known: what it says, and the formula. */
  static final String[] SIDES_KNOWN = {
    "Every side is long or short",
    "COUNTIF({in_side:all},\"long\")+COUNTIF({in_side:all},\"short\")=asset_count"
  };

  /** A check of {@link #equity}. */
  static final String[] EQUITY_THERE = {"Equity is above 0", "equity_found>0"};

  private Trades() {}

  /**
   * Adds the assumption {@code own_equity}, blank.
   *
   * @param note what counts while it is blank
   */
  static void ownEquity(InputSheet inputs, String note) {
    inputs.amount("Equity, if you know it", "own_equity", note);
  }

  /** The column {@code in_side}: long or short. */
  static InputSheet.Field side() {
    return InputSheet.Field.word(
        "in_side",
        "Side",
        List.of("long", "short"),
        h -> h.side() == Holding.Side.SHORT ? "short" : "long");
  }

  /**
   * Adds {@code equity_found}, a person's own figure or else the one computed, and {@code equity},
   * which is {@code #N/A} unless that is above 0: nothing can be sized against no equity.
   *
   * @param computed a formula
   */
  static FigureList equity(FigureList list, String computed) {
    return list.add(
            "Equity as given or computed",
            "equity_found",
            "IF(ISNUMBER(own_equity),own_equity," + computed + ")",
            Format.MONEY)
        .add(
            "Equity (#N/A if not above 0)",
            "equity",
            "IF(equity_found>0,equity_found,NA())",
            Format.MONEY);
  }

  /** Makes checks over the columns of the positions. */
  static void check(Frame frame, Columns columns, String[][] checks) {
    for (String[] check : checks) {
      frame.check(check[0], columns.over(check[1]));
    }
  }
}
