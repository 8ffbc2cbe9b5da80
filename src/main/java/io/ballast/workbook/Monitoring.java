package io.ballast.workbook;

import io.ballast.market.PriceTable;
import java.util.List;

/**
 * The monitoring workbook: how much of each limit is used, what is near or beyond it and who acts,
 * risk over time, stress scenarios, a test of value at risk against what happened, liquidity, and a
 * risk register.
 */
public final class Monitoring implements WorkbookKind {
  @Override
  public String name() {
    return "monitoring";
  }

  @Override
  public String description() {
    return "Use of limits, alerts, rolling risk, stress, backtest, liquidity, risk register.";
  }

  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    PriceTable table = Histories.of(portfolio);
    Room room = least.or(Room.exact(portfolio, table));
    Book book =
        new Book(
            "Risk monitoring: " + portfolio.id(),
            "Use of limits, alerts, rolling risk, stress, backtest, liquidity, risk register");
    Frame frame = new Frame(book, portfolio);
    Sheet dashboard = book.sheet("Dashboard");
    Sheet inputSheet = book.sheet("Inputs");
    Sheet limitSheet = book.sheet("Limits");
    Sheet alertSheet = book.sheet("Alerts");
    Sheet logSheet = book.sheet("Alerts log");
    Sheet registerSheet = book.sheet("Risk register");
    Sheet calculationSheet = book.sheet("Calculation");
    Sheet stressSheet = book.sheet("Stress");
    Sheet backtestSheet = book.sheet("Backtest");
    Sheet overTime = book.sheet("Over time");
    Sheet benchmarkSheet = book.sheet("Beside the benchmark");
    Sheet forecastSheet = book.sheet("Forecasts");
    Columns columns = Columns.ofHoldings(room);
    InputSheet inputs = new InputSheet(book, frame, portfolio, room, inputSheet);
    MonitoringInputs.write(inputs, inputSheet, portfolio, columns);
    MonitoringCalculation.write(book, frame, calculationSheet, columns);
    StressSheet stress = new StressSheet(book, frame, stressSheet, columns);
    HistorySheets history = new HistorySheets(book, frame, table, room, columns);
    MonitoringDays days = new MonitoringDays(book, frame, room);
    days.rolling(overTime);
    DailySheet beside = days.besideBenchmark(benchmarkSheet);
    DailySheet tested = days.forecasts(forecastSheet);
    BacktestSheet backtest = new BacktestSheet(book, frame, backtestSheet);
    RiskRegister.write(book, frame, registerSheet, table.dates().get(table.dates().size() - 1));
    LimitTable limits = limits(book, frame, limitSheet);
    AlertSheets alerts = new AlertSheets(book, frame, alertSheet, logSheet, limits);
    columns.write();
    Sheet points = book.sheet("Chart data");
    frame.head(points, "Chart data");
    LimitBars bars = new LimitBars(points, 0, limits);
    ChartPoints forecasts =
        new ChartPoints(
            points,
            bars.nextColumn(),
            "MAX(IFERROR(MATCH(window+1,"
                + tested.address("n")
                + ",0),as_of_row),as_of_row-"
                + (ChartPoints.POINTS - 1)
                + ")");
    ChartPoints windows =
        new ChartPoints(
            points,
            forecasts.nextColumn() + 3,
            "IFERROR(MATCH(window," + beside.address("pairs_n") + ",0),as_of_row)");
    Chart.Anchor lower = new Chart.Anchor(16, 0, 38, 6);
    Chart.Block[] series = backtest.points(forecasts, tested);
    backtestSheet.add(backtest.chart(forecasts, series, lower));
    MonitoringDashboard.write(
        frame, dashboard, alerts, bars, stress, backtest, forecasts, series, windows);
    inputs.checks(frame, columns);
    checks(frame, columns);
    history.checks(frame);
    frame.figures(
        Definition.USED,
        Definition.STATUS,
        Definition.VOLATILITY,
        Definition.BETA,
        Definition.ROLLING,
        Definition.REGIME,
        Definition.VALUE_AT_RISK,
        Definition.EXPECTED_SHORTFALL,
        Definition.MAX_DRAWDOWN,
        Definition.RECOVERY_GAIN,
        Definition.STRESS,
        Definition.STRESS_LOSS,
        Definition.VAR_FORECAST,
        Definition.KUPIEC,
        Definition.CHRISTOFFERSEN,
        Definition.TRAFFIC_LIGHT,
        Definition.LIQUIDITY,
        Definition.RISK_SCORE,
        Definition.WEIGHT);
    frame.close(
        "Watches a portfolio against its limits: what is near or beyond a limit and what to do about"
            + " it, how risk changes over time, what a crash or a broken peg would cost, whether"
            + " value at risk can be relied on, how fast the holdings can be sold, and which risks"
            + " no price shows.",
        List.of(
            "1. Prices: paste dates and daily closing prices, newest at the bottom. Inputs: enter"
                + " units, average daily volumes, scenarios and own shocks in the yellow cells.",
            "2. " + HowTo.LIMITS,
            "3. Dashboard: read which limits are near or breached. If a check failed, the sheet"
                + " Checks says which.",
            "4. Alerts: name who acts; copy what is open and paste its values into Alerts log.",
            "5. Risk register: keep the risks that no price shows, and review them in time.",
            HowTo.TODAYS_WEIGHTS));
    book.calculate();
    return book;
  }

  private static LimitTable limits(Book book, Frame frame, Sheet sheet) {
    return LimitTable.alone(
        book,
        frame,
        sheet,
        new LimitTable.Entries()
            .add(RiskLimit.VOLATILITY, "rolling_volatility")
            .add(RiskLimit.VALUE_AT_RISK, "portfolio_var")
            .add(RiskLimit.EXPECTED_SHORTFALL, "portfolio_es")
            .add(RiskLimit.DRAWDOWN, "portfolio_drawdown")
            .add(RiskLimit.DAILY_LOSS, "daily_loss")
            .add(RiskLimit.BETA, "portfolio_beta")
            .add(RiskLimit.STRESS_LOSS, "stress_half")
            .add(RiskLimit.LARGEST_WEIGHT, "largest_weight")
            .add(RiskLimit.LIQUIDITY_DAYS, "liquidity_days")
            .add(RiskLimit.VAR_BREACHES, "breach_ratio")
            .add(RiskLimit.RISK_SCORE, "highest_risk_score")
            .add(RiskLimit.OBSERVATIONS, "observations"));
  }

  private static void checks(Frame frame, Columns columns) {
    PortfolioChecks.weights(frame);
    frame.check(
        "The first scenario's loss is the sum of its assets' losses",
        columns.over(
            "ABS(SUM({money_1:all})-scenario_change_1*portfolio_value)"
                + "<=0.000000001*portfolio_value"));
    frame.check(
        "The worst day is the portfolio's least return",
        "ABS(scenario_change_5-MIN(portfolio_returns))<0.000000001");
    frame.check(
        "The backtest counts every move from one day to the next",
        "calm_to_calm+calm_to_breach+breach_to_calm+breach_to_breach=MAX(0,backtest_days-1)");
    frame.check(
        "The days of the backtest follow the first full window",
        "backtest_days=observations-window");
    frame.check(
        "Every likelihood and impact is from 1 to 5",
        "SUMPRODUCT(--(risk_scores<>\"\"))=SUMPRODUCT((risk_likelihoods>=1)*(risk_likelihoods<=5)"
            + "*(risk_impacts>=1)*(risk_impacts<=5)*ISNUMBER(risk_likelihoods)"
            + "*ISNUMBER(risk_impacts))");
  }
}
