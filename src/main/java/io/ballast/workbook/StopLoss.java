package io.ballast.workbook;

import java.util.List;

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
   * entry price is taken to be bought at the close 30 days before the as-of date. The last 400 days
   * are shown; the look-back and the benchmark are not used.
   */
  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    Portfolio resolved = Histories.resolved(portfolio);
    Histories.requirePrices(resolved);
    Book book =
        new Book(
            "Stop-loss: " + portfolio.id(),
            "Stops, losses if they fill or are gapped through, portfolio heat and limits");
    layOut(book, resolved);
    book.calculate();
    return book;
  }

  private static void layOut(Book book, Portfolio portfolio) throws PortfolioException {
    Frame frame = new Frame(book, portfolio.source());
    int n = portfolio.holdings().size();
    Columns columns = new Columns(n, null);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputs = book.sheet("Inputs");
    Sheet limitsSheet = book.sheet("Limits");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet seriesSheet = book.sheet("Stops over time");
    Sheet barsSheet = book.sheet("Bars");
    Sheet rangesSheet = book.sheet("True range");
    new StopInputs(book, inputs, frame, portfolio, columns);
    StopBars bars = new StopBars(frame, barsSheet, rangesSheet, portfolio, columns);
    StopCalculation calculation =
        new StopCalculation(book, frame, calculationSheet, bars, columns, n);
    StopLimits limits = new StopLimits(book, frame, limitsSheet, columns);
    StopSeries series = new StopSeries(book, frame, seriesSheet, bars, columns);
    new StopDashboard(frame, dashboard, calculation, limits, series, columns, n);
    checks(frame, bars, series, columns, n);
    figures(frame);
    frame.close(
        "Shows what the portfolio loses if every stop-loss order fills at its price, and what it loses"
            + " if the market jumps past every stop; which positions have no stop, a stop within"
            + " ordinary moves, or a size beyond the risk that one trade may cost.",
        List.of(
            "1. Inputs: enter side, units, entry price and stop of each position, and your limits, in"
                + " the yellow cells.",
            "2. Bars: paste daily open, high, low and close, newest at the bottom, four columns per"
                + " position in the order of Inputs. Leave a cell empty where there is no price.",
            "3. Dashboard: read the two losses first, then the alerts. Choose the charted position on"
                + " Inputs.",
            "4. Limits: what is breached and what to do about it. If a check failed, the sheet Checks"
                + " says which.",
            "A stop order promises an exit, not a price: in a gap it fills at the next price traded. A"
                + " stop-limit order promises the price, not the exit.",
            "For other assets, or more of them, make the workbook anew with:"
                + " ballast batch --workbook stop-loss"));
  }

  private static void checks(
      Frame frame, StopBars bars, StopSeries series, Columns columns, int n) {
    String[][] checks = {
      {
        "Every position has a price on the as-of date",
        "AND(COUNT({price:all})=" + n + ",MIN({price:all})>0)"
      },
      {"The position in the chart is one of the table", "SUM(--({in_asset:all}=chart_position))=1"},
      {"The as-of date is a date of the bars", "INDEX(" + bars.dates() + ",as_of_row)=as_of"},
      {"Each asset is listed once", "SUM(--({in_asset:all}=TRANSPOSE({in_asset:all})))=" + n},
      {
        "Every side is long or short",
        "COUNTIF({in_side:all},\"long\")+COUNTIF({in_side:all},\"short\")=" + n
      },
      {"Every stop method is known", methodsKnown() + "=" + n},
      {
        "Units and entry prices are there and not negative",
        "AND(COUNT({in_units:all})="
            + n
            + ",COUNT({in_entry:all})="
            + n
            + ",MIN({in_units:all})>=0,MIN({in_entry:all})>0)"
      },
      {"No position was opened after the as-of date", "MAX({in_opened:all})<=as_of"},
      {"Equity is above 0", "equity_found>0"},
      {
        "Percent and ATR stops lie on the losing side of the entry",
        "SUMPRODUCT(--({sign:all}*({entry:all}-{percent_stop:all})<0))"
            + "+SUMPRODUCT(ISNUMBER({atr_stop:all})*((({atr_stop:all}>{entry:all})*({sign:all}>0)"
            + "+({atr_stop:all}<{entry:all})*({sign:all}<0))>0))=0"
      },
      {
        "The positions' losses add up to the portfolio's",
        "IF(shorts_without_stop>0,TRUE,IFERROR(AND(ABS(SUM({stop_share:all})*equity-stop_loss_total)"
            + "<=0.000000001*equity,ABS(SUM({gap_share:all})*equity-gap_loss_total)"
            + "<=0.000000001*equity),FALSE))"
      },
      {
        "A gap never costs less than a stop that fills",
        "IF(shorts_without_stop>0,TRUE,IFERROR(gap_loss_total>=stop_loss_total-0.000000001*equity,"
            + "FALSE))"
      },
      {
        "The dates rise without repeats",
        "SUMPRODUCT(--(" + bars.laterDates() + "<=" + bars.earlierDates() + "))=0"
      },
      {
        "No high is below the low or the close, no low above the close",
        "SUM(" + bars.contradictions() + ")=0"
      },
      {"No price is zero or negative", "COUNTIF(" + bars.block() + ",\"<=0\")=0"},
      {"Every position has enough bars for the average true range", "COUNT({atr:all})=" + n},
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
            + series.trailingStop()
            + "-INDEX({trailing_stop:all},chart_row))"
            + "<=0.000000001*INDEX({trailing_stop:all},chart_row),FALSE)"
      }
    };
    for (String[] check : checks) {
      frame.check(check[0], columns.over(check[1]));
    }
  }

  private static String methodsKnown() {
    StringBuilder sum = new StringBuilder();
    for (String method : StopCalculation.METHODS) {
      sum.append(sum.length() == 0 ? "" : "+")
          .append("COUNTIF({in_method:all},\"")
          .append(method)
          .append("\")");
    }
    return sum.toString();
  }

  private static void figures(Frame frame) {
    frame.figures(
        Definition.EQUITY,
        Definition.TRUE_RANGE,
        Definition.ATR,
        Definition.STOP_PERCENT,
        Definition.STOP_ATR,
        Definition.TRAILING_STOP,
        Definition.INITIAL_RISK,
        Definition.R_MULTIPLE,
        Definition.STOP_LOSS,
        Definition.GAP_LOSS,
        Definition.RECOVERY_GAIN,
        Definition.HEAT,
        Definition.POSITION_SIZE,
        Definition.WORST_DAY,
        Definition.DAILY_LOSS,
        Definition.STATUS);
  }
}
