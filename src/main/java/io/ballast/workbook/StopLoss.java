package io.ballast.workbook;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The stop-loss workbook: what is lost if every stop fills, and if every one is gapped through;
 * each position's stop by every method, its size against the risk per trade, and the gain needed to
 * recover.
 */
public final class StopLoss implements WorkbookKind {
  @Override
  public String name() {
    return "stop-loss";
  }

  @Override
  public String description() {
    return "Stops by every method, loss if they fill or are gapped through, portfolio heat, limits.";
  }

  /**
   * {@inheritDoc}
   *
   * <p>A holding with a stop keeps it; another gets a stop of the method ATR. A holding without an
   * entry price is taken to be bought at the close 30 days before the as-of date. The last {@value
   * StopBars#DAYS} days are shown; the look-back and the benchmark are not used.
   */
  @Override
  public Book build(Portfolio given, Room least) throws PortfolioException {
    Portfolio portfolio = Histories.resolved(given);
    Histories.requirePrices(portfolio);
    Book book =
        new Book(
            "Stop-loss: " + portfolio.id(),
            "Stops, losses if they fill or are gapped through, portfolio heat and limits");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet orders = book.sheet("Orders");
    Sheet testSheet = book.sheet("Stop test");
    Sheet correlation = book.sheet("Correlation");
    StopBars bars = new StopBars(book, frame, book.sheet("Prices"), portfolio, least);
    Room room = bars.room();
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, given, room, inputSheet, false);
    StopInputs.write(inputs, inputSheet, portfolio, columns);
    new StopRanges(book, frame, book.sheet("True range"), bars, columns);
    StopCalculation calculation = new StopCalculation(book, frame, calculationSheet, columns);
    StopOrders.write(frame, orders, columns);
    StopLimits limits = new StopLimits(book, frame, limitSheet, columns);
    calculation.finish(bars);
    new CorrelationSheet(book, frame, correlation, columns);
    StopTest test = new StopTest(book, frame, testSheet, book.sheet("Days"), bars, columns);
    columns.write();
    limitSheet.lock();
    Sheet points = book.sheet("Chart data");
    frame.head(points, "Chart data: days since the position was opened, and of the stop test");
    StopDashboard.write(frame, dashboard, calculation, limits.table(), test, points);
    testSheet.add(test.wealth(points, new Chart.Anchor(5, 4, 28, 10)));
    points.lock();
    inputs.checks(frame, columns);
    bars.checks(frame);
    checks(frame, test, columns);
    figures(frame);
    frame.close(
        "Shows what the portfolio loses if every stop-loss order fills at its price, and what it"
            + " loses if the market jumps past every stop; which positions have no stop, a stop"
            + " within ordinary moves, or a size beyond the risk that one trade may cost; and"
            + " whether a stop would have helped.",
        List.of(
            "1. Prices: paste daily open, high, low and close, newest at the bottom, four columns"
                + " per asset, its name above its open. Leave a cell empty where there is no price.",
            "2. Inputs: enter side, units, entry price and stop of each position, and the"
                + " assumptions, in the yellow cells.",
            "3. " + HowTo.LIMITS,
            "4. Dashboard: read the two losses first, then the alerts. If a check failed, the sheet"
                + " Checks says which.",
            "5. Orders: the stops to place and exits in stages. Stop test: what a stop did to one"
                + " position.",
            "A stop order promises an exit, not a price: in a gap it fills at the next price traded."
                + " A stop-limit order promises the price, not the exit."));
    book.calculate();
    return book;
  }

  private static void checks(Frame frame, StopTest test, Columns columns) {
    String[][] checks = {
      {"The position in the chart is one of the table", "SUM(--({in_asset:all}=chart_position))=1"},
      Trades.SIDES_KNOWN,
      {"Every stop method is known", methodsKnown() + "=asset_count"},
      {
        "Units and entry prices are there and not negative",
        "AND(COUNT({in_units:all})=asset_count,COUNT({in_entry:all})=asset_count,"
            + "MIN({in_units:all})>=0,MIN({in_entry:all})>0)"
      },
      {"No position was opened after the as-of date", "MAX({in_opened:all})<=as_of"},
      Trades.EQUITY_THERE,
      {"The exits sell no more than is held", "exit_share_1+exit_share_2<=1.000000001"},
      {
        "The positions' losses add up to the portfolio's",
        "IF(shorts_without_stop>0,TRUE,IFERROR(AND(ABS(SUM({stop_share:all})*equity"
            + "-stop_loss_total)<=0.000000001*equity,ABS(SUM({gap_share:all})*equity"
            + "-gap_loss_total)<=0.000000001*equity),FALSE))"
      },
      {
        "A gap never costs less than a stop that fills",
        "IF(shorts_without_stop>0,TRUE,IFERROR(gap_loss_total>=stop_loss_total"
            + "-0.000000001*equity,FALSE))"
      },
      {
        "Correlation never raises the heat",
        "IF(shorts_without_stop>0,TRUE,IFERROR(heat_correlated<=heat+0.000000001,FALSE))"
      },
      {
        "No high is below the low or the close, no low above the close",
        "SUM({contradictions:all})=0"
      },
      {"Every position has enough bars for the average true range", "COUNT({atr:all})=asset_count"},
      {
        "The add-in and the built-in formulas agree on the average true ranges",
        "ABS(SUM({atr:all})-SUM({atr_rows:all}))<=0.000000001*SUM({atr_rows:all})"
      },
      {
        "The add-in and the built-in formulas agree on the heat",
        "IF(shorts_without_stop>0,TRUE,IFERROR(ABS(heat-SUM({at_risk:all})/equity)<=0.000000001,"
            + "FALSE))"
      },
      {
        "The trailing stop over time ends at the one in the table",
        "IFERROR(ABS("
            + test.trailingStop()
            + "-INDEX({trailing_stop:all},chart_row))"
            + "<=0.000000001*INDEX({trailing_stop:all},chart_row),FALSE)"
      }
    };
    Trades.check(frame, columns, checks);
  }

  private static String methodsKnown() {
    return StopMethods.WORDS.stream()
        .map(method -> "COUNTIF({in_method:all},\"" + method + "\")")
        .collect(Collectors.joining("+"));
  }

  private static void figures(Frame frame) {
    frame.figures(
        Definition.EQUITY,
        Definition.TRUE_RANGE,
        Definition.ATR,
        Definition.STOP_PERCENT,
        Definition.STOP_MAX_LOSS,
        Definition.STOP_ATR,
        Definition.CHANDELIER,
        Definition.TRAILING_STOP,
        Definition.STOP_BREAKEVEN,
        Definition.STOP_STRUCTURE,
        Definition.TIME_STOP,
        Definition.INITIAL_RISK,
        Definition.R_MULTIPLE,
        Definition.STOP_LOSS,
        Definition.GAP_LOSS,
        Definition.RECOVERY_GAIN,
        Definition.HEAT,
        Definition.HEAT_CORRELATED,
        Definition.POSITION_SIZE,
        Definition.STAGED_EXIT,
        Definition.WORST_DAY,
        Definition.DAILY_LOSS,
        Definition.STOP_TEST,
        Definition.AUTOCORRELATION,
        Definition.STATUS);
  }
}
