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
  public Book build(Portfolio portfolio) throws PortfolioException {
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
    Columns columns = new Columns(n);
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
    String[][] figures = {
      {
        "Equity",
        "cash + value of the longs + open profit of the shorts, or as entered",
        "cash without the proceeds of short sales; for spot and futures shorts alike",
        ""
      },
      {
        "True range",
        "max(high, close before) − min(low, close before)",
        "the first bar: high − low; an incomplete bar is skipped",
        "Wilder 1978"
      },
      {
        "Average true range (ATR)",
        "first the mean of the first n true ranges, then (ATR × (n − 1) + true range) ÷ n",
        "over all bars up to the as-of date; some programs start from the first true range instead",
        "Wilder 1978"
      },
      {
        "Percent stop",
        "entry × (1 − stop %); short: entry × (1 + stop %)",
        "own stop % where one is entered",
        ""
      },
      {
        "ATR stop",
        "entry − multiple × ATR; short: entry + multiple × ATR",
        "with today's ATR; none where it would not be above 0",
        "Wilder 1978"
      },
      {
        "Trailing stop",
        "highest close since opened × (1 − trailing %); short: lowest close × (1 + trailing %)",
        "closes, not highs; without an opening date over the trailing window",
        ""
      },
      {
        "Initial risk R",
        "units × distance from entry to the stop at entry",
        "blank if the stop is already at a profit; the trailing stop at entry is taken from the entry",
        "Tharp 1998"
      },
      {"Profit in R", "open profit ÷ R", "1 means one initial risk earned", "Tharp 1998"},
      {
        "Loss if the stop fills",
        "units × (price − stop) + fee × units × stop; short: units × (stop − price) + the same fee",
        "from today's price; through the stop: sold at the price; a long without a stop: its whole"
            + " value; a short without a stop: unlimited",
        ""
      },
      {
        "Loss if gapped through",
        "the same, filled at min(stop, price × (1 − gap)) × (1 − slippage);"
            + " short: max(stop, price × (1 + gap)) × (1 + slippage)",
        "a stop-market order is sure to sell but not at its price",
        ""
      },
      {
        "Gain needed to recover",
        "loss ÷ (whole − loss)",
        "whole: the position's value, or equity for the portfolio; a loss of 50 % needs 100 %",
        ""
      },
      {
        "Portfolio heat",
        "Σ units × (price − stop) ÷ equity, before fees",
        "exact if all stops fill at their prices; the cap is a matter of taste: Elder 6 %, Tharp 6 to"
            + " 10 %, system traders 15 to 25 %",
        "Tharp 1998, Elder 2002"
      },
      {
        "Units allowed",
        "equity × risk per trade ÷ (|price − stop| + fee × (price + stop))",
        "at most what equity buys without leverage",
        ""
      },
      {
        "Worst day seen",
        "largest fall from a close to the next day's low; short: rise to the next day's high",
        "over the bars shown; a gap assumption below it is not cautious",
        ""
      },
      {
        "Daily loss",
        "loss of all positions from the day before to the as-of date ÷ equity before it",
        "0 on a day of gain",
        ""
      },
      {
        "Status",
        "BREACH beyond the limit, WATCH from the watch share of it on, else OK",
        "a value equal to its limit is not beyond it",
        ""
      }
    };
    for (String[] figure : figures) {
      frame.figure(figure[0], figure[1], figure[2], figure[3]);
    }
  }
}
