package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The position-sizing workbook: how much to buy of each idea and what it risks, by six methods side
 * by side, capped by a risk profile that a questionnaire yields.
 */
public final class PositionSizing implements WorkbookKind {
  /** Sizes rest on the latest volatility: a template needs no room for more days. */
  private static final int DAYS = 750;

  @Override
  public String name() {
    return "position-sizing";
  }

  @Override
  public String description() {
    return "How much to buy of each idea by six methods, Kelly, liquidation, risk appetite.";
  }

  /**
   * {@inheritDoc}
   *
   * <p>Each holding is an idea entered at the price of the as-of date. A holding with a stop keeps
   * it; another gets a stop 10 % from the entry.
   */
  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    PriceTable table = Histories.of(portfolio);
    Room room =
        new Room(least.holdings(), least.assets(), Math.min(DAYS, least.days()))
            .or(Room.exact(portfolio, table));
    Book book =
        new Book(
            "Position sizing: " + portfolio.id(),
            "How much to buy of each idea and what it risks; Kelly, liquidation, risk appetite");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet appetite = book.sheet("Risk appetite");
    Sheet limitSheet = book.sheet("Limits");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet kellySheet = book.sheet("Kelly");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, portfolio, room, inputSheet);
    SizingInputs.write(inputs, inputSheet, columns);
    SizingCalculation calculation = new SizingCalculation(book, frame, calculationSheet, columns);
    HistorySheets history = new HistorySheets(book, frame, table, room, columns);
    new AppetiteSheet(book, frame, appetite);
    KellySheet kelly = new KellySheet(book, frame, kellySheet, book.sheet("Chart data"));
    SizingLimits limits = new SizingLimits(book, frame, limitSheet, columns);
    calculation.finish();
    columns.write();
    limitSheet.lock();
    SizingDashboard.write(frame, dashboard, calculation, kelly, limits.table());
    inputs.checks(frame, columns);
    checks(frame, columns);
    history.checks(frame);
    frame.figures(
        Definition.EQUITY,
        Definition.LOSS_PER_UNIT,
        Definition.POSITION_SIZE,
        Definition.CASH_SIZE,
        Definition.ATR_UNIT,
        Definition.VOLATILITY_TARGET,
        Definition.KELLY,
        Definition.KELLY_WEIGHT,
        Definition.EQUAL_WEIGHT,
        Definition.SIZE_IN_FORCE,
        Definition.HEAT,
        Definition.VOLATILITY,
        Definition.VALUE_AT_RISK,
        Definition.LIQUIDATION,
        Definition.EXPECTANCY,
        Definition.KELLY_GROWTH,
        Definition.KELLY_ODDS,
        Definition.RUIN,
        Definition.APPETITE,
        Definition.STATUS);
    frame.close(
        "Says how much to buy of each idea and what that risks: six methods side by side, the one in"
            + " force capped by your risk profile; where stop and liquidation lie; what Kelly would"
            + " risk and the odds of losing; and, from a questionnaire, the profile itself.",
        List.of(
            "1. Risk appetite: answer the questions; enter the profile that results on Inputs.",
            "2. " + HowTo.PRICES,
            "3. Inputs: enter the ideas with side, entry and stop, your equity, win rate and payoff"
                + " ratio, and choose the method, in the yellow cells.",
            "4. Dashboard: read the units to hold and what they risk. If a check failed, the sheet"
                + " Checks says which.",
            "5. Limits: what is breached and what to do about it; enter your own limits there."));
    book.calculate();
    return book;
  }

  private static void checks(Frame frame, Columns columns) {
    String[][] checks = {
      Trades.SIDES_KNOWN,
      {
        "Every idea is taken or not",
        "COUNTIF({in_take:all},\"yes\")+COUNTIF({in_take:all},\"no\")=asset_count"
      },
      Trades.EQUITY_THERE,
      {"The win rate lies between 0 and 100 %", "AND(win_rate>0,win_rate<1,payoff_ratio>0)"},
      {
        "No size risks more than the profile allows",
        "MAX({loss_share:all})<=risk_per_trade_limit+0.000000001"
      },
      {
        "No size is larger than the profile allows",
        "MAX({size_weight:all})<=MIN(largest_weight_limit,leverage_limit)+0.000000001"
      },
      {"The losses add up to the heat", "ABS(SUM({loss_share:all})-heat)<=0.000000001"},
      {
        "Every answer of the questionnaire is 1, 2, 3 or 4",
        "SUMPRODUCT(--(tolerance_answers=INT(tolerance_answers)),--(tolerance_answers>=1),"
            + "--(tolerance_answers<=4))+SUMPRODUCT(--(capacity_answers=INT(capacity_answers)),"
            + "--(capacity_answers>=1),--(capacity_answers<=4))"
            + "=ROWS(tolerance_answers)+ROWS(capacity_answers)"
      },
      {
        "The add-in and the built-in formulas agree on the sizes by fixed fraction",
        "SUM(IF(ISNUMBER({by_fraction:all}),IF({lot:all}=0,ABS({by_fraction:all}-"
            + "IF({state:all}=\"ready\",IF(equity*risk_per_trade/{unit_loss:all}<{affordable:all},"
            + "equity*risk_per_trade/{unit_loss:all},{affordable:all}),0))*{entry:all},0),0))"
            + "<=0.000000001*equity"
      }
    };
    Trades.check(frame, columns, checks);
  }
}
