package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The risk report: one page for a client that says whether the limits are kept, what is lost if the
 * market falls by half, where the risk sits, and what to sell or buy first.
 */
public final class RiskReport implements WorkbookKind {
  @Override
  public String name() {
    return "risk-report";
  }

  @Override
  public String description() {
    return "One page for a client: verdict, limits, loss if the market halves, what to do first.";
  }

  /**
   * {@inheritDoc}
   *
   * <p>Positions are long. A target weight that is not given is left blank: no trade towards it is
   * proposed.
   */
  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    Histories.requireLong(portfolio, name());
    PriceTable table = Histories.of(portfolio);
    Room room = least.or(Room.exact(portfolio, table));
    Book book =
        new Book("Risk report: " + portfolio.id(), "Verdict, limits, losses and first actions");
    Frame frame = new Frame(book, portfolio);
    Sheet report = book.sheet("Report");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet calculationSheet = book.sheet("Calculation");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, portfolio, room, inputSheet);
    inputs(inputs, inputSheet, columns);
    LimitTable limits = limits(book, frame, limitSheet);
    RiskReportCalculation calculation =
        new RiskReportCalculation(book, frame, calculationSheet, columns, limits);
    HistorySheets history = new HistorySheets(book, frame, table, room, columns);
    columns.write();
    Sheet points = book.sheet("Chart data");
    frame.head(points, "Chart data: days evenly spread over the history");
    RiskReportPage.write(frame, report, calculation, limits, ChartPoints.ofReturns(points, 0));
    inputs.checks(frame, columns);
    checks(frame, columns);
    history.checks(frame);
    frame.figures(
        Definition.WEIGHT,
        Definition.VOLATILITY,
        Definition.SHARPE,
        Definition.BETA,
        Definition.RSQ,
        Definition.VALUE_AT_RISK,
        Definition.EXPECTED_SHORTFALL,
        Definition.MAX_DRAWDOWN,
        Definition.RECOVERY_GAIN,
        Definition.STRESS_LOSS,
        Definition.EFFECTIVE_ASSETS,
        Definition.DIVERSIFICATION_RATIO,
        Definition.RISK_SHARE,
        Definition.CUT_TO_WEIGHT,
        Definition.CUT_TO_RISK_SHARE,
        Definition.SELL_EVERY,
        Definition.TRADE,
        Definition.STATUS);
    frame.close(
        "One page for a client: are the limits kept, how far is the portfolio below its peak, what"
            + " is lost if the market falls by half, which assets carry the risk, and what to sell"
            + " or buy first.",
        List.of(
            "1. Report: the page to print or to send. All of it is computed from the other sheets.",
            "2. " + HowTo.PRICES,
            "3. Inputs: enter assets, units, target weights if there are any, and assumptions in the"
                + " yellow cells.",
            "4. " + HowTo.LIMITS,
            "5. Calculation: how each action on the report comes about.",
            HowTo.TODAYS_WEIGHTS));
    book.calculate();
    return book;
  }

  private static void inputs(InputSheet inputs, Sheet sheet, Columns columns) {
    inputs.share(
        "Rebalancing band",
        "rebalancing_band",
        0.02,
        "an asset this close to its target is left alone");
    inputs.holdings(
        "Holdings",
        "A target weight may stay blank: no trade towards it is proposed then.",
        columns,
        InputSheet.Field.units(),
        InputSheet.Field.share("in_target", "Target weight", Holding::targetWeight));
    sheet.widths(38, 20, 14, 40);
    sheet.freeze(3, 0);
    sheet.portrait();
  }

  private static LimitTable limits(Book book, Frame frame, Sheet sheet) {
    return LimitTable.alone(
        book,
        frame,
        sheet,
        new LimitTable.Entries()
            .add(RiskLimit.LARGEST_WEIGHT, "MAX(weights)")
            .add(RiskLimit.LARGEST_RISK_SHARE, "MAX(risk_shares)")
            .add(RiskLimit.EFFECTIVE_ASSETS, "effective_assets")
            .add(RiskLimit.DIVERSIFICATION_RATIO, "diversification_ratio")
            .add(RiskLimit.VOLATILITY, "portfolio_volatility")
            .add(RiskLimit.VALUE_AT_RISK, "portfolio_var")
            .add(RiskLimit.EXPECTED_SHORTFALL, "portfolio_es")
            .add(RiskLimit.STRESS_LOSS, "stress_loss")
            .add(RiskLimit.DRAWDOWN, "portfolio_drawdown")
            .add(RiskLimit.MAX_DRAWDOWN, "portfolio_max_drawdown")
            .add(RiskLimit.OBSERVATIONS, "observations"));
  }

  private static void checks(Frame frame, Columns columns) {
    frame.check(
        "The target weights add up to 100 %, or to less if some are blank",
        columns.over(
            "IF(COUNT({in_target:all})<asset_count,SUM({in_target:all})<1.000001,"
                + "ABS(SUM({in_target:all})-1)<0.000001)"));
    PortfolioChecks.weights(frame);
    PortfolioChecks.contributions(frame, columns);
    frame.check(
        "The losses of the assets, if the market halves, add up to the portfolio's",
        columns.over("ABS(SUM({fall_loss:all})-fall_loss)<=0.000000001*portfolio_value"));
  }
}
