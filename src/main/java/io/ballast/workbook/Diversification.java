package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.market.PriceTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The diversification workbook: how much each asset weighs against how much of the risk it carries,
 * how many independent assets the portfolio really amounts to, and what trades bring it to its
 * target.
 */
public final class Diversification implements WorkbookKind {
  @Override
  public String name() {
    return "diversification";
  }

  @Override
  public String description() {
    return "Weight against risk share, effective number of assets, correlation, limits, rebalancing.";
  }

  @Override
  public Book build(Portfolio portfolio) throws PortfolioException {
    Book book = new Layout(Histories.resolved(portfolio)).book;
    book.calculate();
    return book;
  }

  /** One workbook being laid out; rows and columns count from 0. */
  private static final class Layout {
    private static final int ASSET_ROW = 6;

    private final Portfolio portfolio;
    private final List<Holding> holdings;
    private final int n;
    private final Book book;
    private final Frame frame;
    private final Sheet dashboard;
    private final Sheet inputs;
    private final Sheet limits;
    private final Sheet calculation;
    private final Sheet correlation;
    private final HistorySheets history;
    private int holdingsRow;

    Layout(Portfolio portfolio) throws PortfolioException {
      this.portfolio = portfolio;
      this.holdings = portfolio.holdings();
      this.n = holdings.size();
      this.book =
          new Book(
              "Diversification: " + portfolio.id(),
              "Weight against risk share, correlation, limits and rebalancing");
      this.frame = new Frame(book, portfolio.source());
      PriceTable table = Histories.of(portfolio);
      this.dashboard = book.sheet("Dashboard");
      this.inputs = book.sheet("Inputs");
      this.limits = book.sheet("Limits");
      this.calculation = book.sheet("Calculation");
      this.correlation = book.sheet("Correlation");
      inputs();
      this.history = history(table);
      calculation();
      correlation();
      limits();
      dashboard();
      checks();
      figures();
      frame.close(
          "Shows whether a portfolio is spread or only looks spread: the share of the money in each"
              + " asset beside the share of the risk that it carries, how strongly the assets move"
              + " together, and which trades lead to the target weights.",
          List.of(
              "1. Inputs: enter units, target weights and assumptions in the yellow cells.",
              "2. Prices: paste daily closing prices, newest at the bottom, one column per asset; the"
                  + " names in the heading are those used on Inputs. Leave a cell empty where there"
                  + " is no price.",
              "3. Limits: enter your own limits. Each is compared with the figure beside it.",
              "4. Dashboard: read the result. If a check failed, the sheet Checks says which.",
              "All risk figures are computed at today's weights: the present holdings, as shares of"
                  + " the value on the as-of date, are held constant over the history.",
              "For other assets, or more of them, make the workbook anew with:"
                  + " ballast batch --workbook diversification"));
    }

    private void inputs() {
      frame.head(inputs, "Inputs");
      inputs.set(4, 0, "Assumptions", Style.SECTION);
      Settings s = portfolio.settings();
      int row = 5;
      row = assumption(row, "Portfolio", "portfolio_name", portfolio.id(), Style.Format.TEXT, "");
      row =
          assumption(
              row, "Currency", "base_currency", s.currency(), Style.Format.TEXT, "of all prices");
      inputs.set(row, 0, "As-of date", Style.LABEL);
      inputs.date(row, 1, s.asOf(), Style.input(Style.Format.DATE));
      inputs.set(row, 2, "later prices are not used", Style.TEXT);
      inputs.add(
          new Rule.DateEntry(
              new Chart.Block(inputs, row, 1, row, 1), "A date from the sheet Prices."));
      book.name("as_of", inputs, row++, 1);
      row =
          assumption(
              row,
              "Look-back",
              "lookback_days",
              (double) s.lookback(),
              Style.Format.INTEGER,
              "days of history at most; 0 uses all");
      inputs.set(row, 0, "History limited by", Style.LABEL);
      inputs.set(row, 1, Histories.limit(portfolio), Style.calculated(Style.Format.TEXT));
      inputs.set(row, 2, "the asset with the fewest prices when this file was made", Style.TEXT);
      book.name("limiting_asset", inputs, row++, 1);
      row =
          assumption(
              row,
              "Benchmark",
              "benchmark",
              s.benchmark(),
              Style.Format.TEXT,
              "the column of Prices that stands for the market");
      row =
          assumption(
              row,
              "Risk-free rate",
              "risk_free",
              s.riskFree(),
              Style.Format.PERCENT2,
              "per year, effective");
      row =
          assumption(
              row,
              "Periods per year",
              "periods_per_year",
              s.periodsPerYear(),
              Style.Format.INTEGER,
              "365: crypto trades every day");
      row =
          assumption(
              row,
              "Confidence",
              "confidence",
              s.confidence(),
              Style.Format.PERCENT,
              "of value at risk and expected shortfall, one day");
      inputs.add(
          new Rule.Between(
              new Chart.Block(inputs, row - 1, 1, row - 1, 1),
              0.500001,
              0.999999,
              "A share above 50 % and below 100 %."));
      row =
          assumption(
              row,
              "Rebalancing band",
              "rebalancing_band",
              0.02,
              Style.Format.PERCENT,
              "an asset this close to its target is left alone");
      row =
          assumption(
              row,
              "Stress: correlations move towards 1 by",
              "stress_shift",
              0.5,
              Style.Format.PERCENT,
              "in a crash assets fall together");

      row++;
      inputs.set(row++, 0, "Holdings", Style.SECTION);
      Frame.headers(inputs, row++, 0, "Asset", "Units", "Target weight");
      holdingsRow = row;
      boolean targets = holdings.stream().noneMatch(h -> Double.isNaN(h.targetWeight()));
      for (Holding holding : holdings) {
        inputs.set(row, 0, holding.asset(), Style.input(Style.Format.TEXT));
        inputs.set(row, 1, holding.quantity(), Style.input(Style.Format.UNITS));
        inputs.set(
            row, 2, targets ? holding.targetWeight() : 1.0 / n, Style.input(Style.Format.PERCENT));
        row++;
      }
      inputs.set(row, 0, "Sum", Style.LABEL);
      inputs.set(row, 1, null, Style.LABEL);
      inputs.formula(
          row,
          2,
          "SUM(" + A1.block(holdingsRow, 2, row - 1, 2) + ")",
          Style.calculated(Style.Format.PERCENT));
      inputs.add(
          new Rule.Between(
              new Chart.Block(inputs, holdingsRow, 1, row - 1, 1),
              0,
              1e15,
              "Units are 0 or more."));
      inputs.add(
          new Rule.Between(
              new Chart.Block(inputs, holdingsRow, 2, row - 1, 2),
              0,
              1,
              "A weight from 0 % to 100 %."));
      if (!targets) {
        inputs.set(
            row + 1,
            0,
            "No target weights were given: equal weights are assumed until you enter yours.",
            Style.SUBTITLE);
      }
      book.name("holding_assets", Chart.Block.column(inputs, holdingsRow, holdingsRow + n - 1, 0));
      inputs.widths(38, 20, 52);
      inputs.freeze(3, 0);
      inputs.portrait();
    }

    private int assumption(
        int row, String label, String name, Object value, Style.Format format, String note) {
      inputs.set(row, 0, label, Style.LABEL);
      inputs.set(row, 1, value, Style.input(format));
      inputs.set(row, 2, note, Style.TEXT);
      book.name(name, inputs, row, 1);
      return row + 1;
    }

    private HistorySheets history(PriceTable table) {
      List<String> assets = new ArrayList<>();
      List<String> weights = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        assets.add(inputs.at(holdingsRow + i, 0));
        weights.add(calculation.at(ASSET_ROW + i, 4));
      }
      return new HistorySheets(book, frame, table, assets, weights);
    }

    private void calculation() {
      Sheet s = calculation;
      frame.head(s, "Calculation, at today's weights");
      s.set(4, 0, "Per asset", Style.SECTION);
      Frame.headers(
          s,
          5,
          0,
          "Asset",
          "Units",
          "Price",
          "Value",
          "Weight",
          "Volatility, annual",
          "Beta",
          "R²",
          "Systemic risk, annual",
          "Non-systemic risk, annual",
          "Risk contribution, annual",
          "Risk share",
          "Risk share ÷ weight",
          "Target weight",
          "Drift from target",
          "Trade, currency",
          "Trade, units",
          "Rank by risk");
      int last = ASSET_ROW + n - 1;
      for (int i = 0; i < n; i++) {
        asset(ASSET_ROW + i, i);
      }
      String weights = A1.absolute(ASSET_ROW, 4, last, 4);
      String portfolioVolatility = "portfolio_volatility";
      s.array(
          ASSET_ROW,
          10,
          last,
          10,
          either(
              "RISK_CONTRIBUTION(" + history.assetBlock() + "," + weights + ",periods_per_year)",
              weights + "*MMULT(covariance," + weights + ")/" + portfolioVolatility),
          Style.calculated(Style.Format.PERCENT2));
      s.set(last + 1, 0, "Sum", Style.LABEL);
      for (int c : new int[] {3, 4, 10, 11, 13, 15}) {
        Style.Format format =
            c == 3 || c == 15
                ? Style.Format.MONEY
                : c == 10 ? Style.Format.PERCENT2 : Style.Format.PERCENT;
        s.formula(
            last + 1, c, "SUM(" + A1.block(ASSET_ROW, c, last, c) + ")", Style.calculated(format));
      }
      s.add(new Rule.Bars(Chart.Block.column(s, ASSET_ROW, last, 11), Chart.Color.SKY));
      portfolioFigures(last + 4);
      ranking(last + 33);
      s.widths(34, 16, 16, 16, 11, 12, 11, 11, 12, 13, 13, 11, 12, 11, 11, 14, 16, 11);
      s.freeze(6, 1);
      s.lock();
    }

    private void asset(int row, int i) {
      Sheet s = calculation;
      int r = row + 1;
      String own = history.asset(i);
      String market = history.benchmark();
      s.formula(row, 0, inputs.at(holdingsRow + i, 0), Style.LABEL);
      s.formula(row, 1, inputs.at(holdingsRow + i, 1), Style.calculated(Style.Format.UNITS));
      s.formula(
          row,
          2,
          "INDEX("
              + history.priceBlock()
              + ",MATCH(as_of,"
              + history.dates()
              + ",1),"
              + HistorySheets.position("A" + r, history.priceHeader())
              + ")",
          Style.calculated(Style.Format.PRICE));
      s.formula(row, 3, "B" + r + "*C" + r, Style.calculated(Style.Format.MONEY));
      s.formula(row, 4, "D" + r + "/portfolio_value", Style.calculated(Style.Format.PERCENT));
      s.formula(
          row,
          5,
          either(
              "VOLATILITY(" + own + ",periods_per_year)",
              "STDEV.S(" + own + ")*SQRT(periods_per_year)"),
          Style.calculated(Style.Format.PERCENT));
      s.formula(
          row,
          6,
          either("BETA(" + own + "," + market + ")", "SLOPE(" + own + "," + market + ")"),
          Style.calculated(Style.Format.NUMBER));
      s.formula(
          row,
          7,
          "IF(F"
              + r
              + "=0,\"n/a\","
              + either("RSQ_CRYPTO(" + own + "," + market + ")", "RSQ(" + own + "," + market + ")")
              + ")",
          Style.calculated(Style.Format.PERCENT));
      s.formula(
          row,
          8,
          either(
              "SYSTEMIC_RISK(" + own + "," + market + ",periods_per_year)",
              "ABS(SLOPE("
                  + own
                  + ","
                  + market
                  + "))*STDEV.S("
                  + market
                  + ")*SQRT(periods_per_year)"),
          Style.calculated(Style.Format.PERCENT));
      s.formula(
          row,
          9,
          either(
              "NONSYSTEMIC_RISK(" + own + "," + market + ",periods_per_year)",
              nonsystemic(own, market)),
          Style.calculated(Style.Format.PERCENT));
      s.formula(row, 11, "K" + r + "/portfolio_volatility", Style.calculated(Style.Format.PERCENT));
      s.formula(
          row,
          12,
          "IF(E" + r + "=0,0,L" + r + "/E" + r + ")",
          Style.calculated(Style.Format.FACTOR));
      s.formula(row, 13, inputs.at(holdingsRow + i, 2), Style.calculated(Style.Format.PERCENT));
      s.formula(row, 14, "E" + r + "-N" + r, Style.calculated(Style.Format.PERCENT));
      s.formula(
          row,
          15,
          "IF(ROUND(ABS(O" + r + "),12)<=rebalancing_band,0,-O" + r + "*portfolio_value)",
          Style.calculated(Style.Format.MONEY));
      s.formula(row, 16, "P" + r + "/C" + r, Style.calculated(Style.Format.UNITS));
      String shares = A1.absolute(ASSET_ROW, 11, ASSET_ROW + n - 1, 11);
      s.formula(
          row,
          17,
          "SUMPRODUCT(--("
              + shares
              + ">L"
              + r
              + "))+1+SUMPRODUCT((ROW("
              + shares
              + ")<ROW(L"
              + r
              + "))*("
              + shares
              + "=L"
              + r
              + "))",
          Style.calculated(Style.Format.INTEGER));
    }

    /** The deviation of the residuals with n−1, from the standard error of regression with n−2. */
    private static String nonsystemic(String own, String market) {
      String n = "COUNT(" + market + ")";
      return "STEYX(" + own + "," + market + ")*SQRT((" + n + "-2)/(" + n + "-1)*periods_per_year)";
    }

    private void portfolioFigures(int row) {
      Sheet s = calculation;
      String p = history.portfolio();
      String m = history.benchmark();
      String all = history.assetBlock();
      int last = ASSET_ROW + n - 1;
      String weights = A1.absolute(ASSET_ROW, 4, last, 4);
      String volatilities = A1.absolute(ASSET_ROW, 5, last, 5);
      s.set(row++, 0, "Portfolio, at today's weights", Style.SECTION);
      Frame.headers(s, row++, 0, "Figure", "Value");
      row =
          value(row, "Value", "portfolio_value", "SUM(D7:D" + (last + 1) + ")", Style.Format.MONEY);
      row =
          value(
              row,
              "Days of returns used",
              "observations",
              "COUNT(" + p + ")",
              Style.Format.INTEGER);
      row =
          value(
              row,
              "Volatility, annual",
              "portfolio_volatility",
              either(
                  "PORTFOLIO_VOLATILITY(" + all + "," + weights + ",periods_per_year)",
                  "SQRT(SUMPRODUCT(" + weights + ",MMULT(covariance," + weights + ")))"),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Sharpe ratio, annual",
              "portfolio_sharpe",
              either(
                  "SHARPE(" + p + ",risk_free,periods_per_year)",
                  "(AVERAGE("
                      + p
                      + ")-((1+risk_free)^(1/periods_per_year)-1))/STDEV.S("
                      + p
                      + ")*SQRT(periods_per_year)"),
              Style.Format.NUMBER);
      row =
          value(
              row,
              "Beta against the benchmark",
              "portfolio_beta",
              either("BETA(" + p + "," + m + ")", "SLOPE(" + p + "," + m + ")"),
              Style.Format.NUMBER);
      row =
          value(
              row,
              "R², explained by the benchmark",
              "portfolio_rsq",
              either("RSQ_CRYPTO(" + p + "," + m + ")", "RSQ(" + p + "," + m + ")"),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Systemic risk, annual",
              "portfolio_systemic",
              either(
                  "SYSTEMIC_RISK(" + p + "," + m + ",periods_per_year)",
                  "ABS(SLOPE(" + p + "," + m + "))*STDEV.S(" + m + ")*SQRT(periods_per_year)"),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Non-systemic risk, annual",
              "portfolio_nonsystemic",
              either("NONSYSTEMIC_RISK(" + p + "," + m + ",periods_per_year)", nonsystemic(p, m)),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Value at risk, one day, historical",
              "portfolio_var",
              either(
                  "VALUE_AT_RISK(" + p + ",confidence)", "-PERCENTILE.INC(" + p + ",1-confidence)"),
              Style.Format.PERCENT2);
      String tail = "((1-confidence)*COUNT(" + p + "))";
      String boundary = "SMALL(" + p + ",INT(ROUND(" + tail + ",9))+1)";
      row =
          value(
              row,
              "Expected shortfall, one day, historical",
              "portfolio_es",
              either(
                  "EXPECTED_SHORTFALL(" + p + ",confidence)",
                  "-"
                      + boundary
                      + "+SUM(IF(ISNUMBER("
                      + p
                      + "),IF("
                      + p
                      + "<"
                      + boundary
                      + ","
                      + boundary
                      + "-"
                      + p
                      + ",0),0))/"
                      + tail),
              Style.Format.PERCENT2);
      row =
          value(
              row,
              "Maximum drawdown",
              "portfolio_max_drawdown",
              either("MAX_DRAWDOWN(" + p + ")", "-MIN(" + history.drawdowns() + ")"),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Current drawdown",
              "portfolio_drawdown",
              either("CURRENT_DRAWDOWN(" + p + ")", "-" + history.lastDrawdown()),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Gain needed to recover from it",
              "recovery_gain",
              either(
                  "RECOVERY_GAIN(portfolio_drawdown)", "portfolio_drawdown/(1-portfolio_drawdown)"),
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Herfindahl index of the weights",
              "hhi",
              either("HHI(" + weights + ")", "SUMSQ(" + weights + ")/SUM(" + weights + ")^2"),
              Style.Format.PRECISE);
      row =
          value(
              row,
              "Effective number of assets",
              "effective_assets",
              either("EFFECTIVE_ASSETS(" + weights + ")", "1/hhi"),
              Style.Format.NUMBER);
      row =
          value(
              row,
              "Weighted average volatility, annual",
              "average_volatility",
              "SUMPRODUCT(" + weights + "," + volatilities + ")",
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Diversification ratio",
              "diversification_ratio",
              either(
                  "DIVERSIFICATION_RATIO(" + all + "," + weights + ")",
                  "average_volatility/portfolio_volatility"),
              Style.Format.NUMBER);
      row =
          value(
              row,
              "Average correlation",
              "average_correlation",
              averageCorrelation(all),
              Style.Format.NUMBER);
      row =
          value(
              row,
              "Under stress: volatility, annual",
              "stress_volatility",
              "SQRT((1-stress_shift)*portfolio_volatility^2+stress_shift*average_volatility^2)",
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Under stress: diversification ratio",
              "stress_diversification_ratio",
              "average_volatility/stress_volatility",
              Style.Format.NUMBER);
      row =
          value(
              row,
              "Largest weight",
              "largest_weight",
              "MAX(" + weights + ")",
              Style.Format.PERCENT);
      row =
          value(
              row,
              "Three largest weights",
              "three_largest",
              n <= 3
                  ? "SUM(" + weights + ")"
                  : "LARGE(" + weights + ",1)+LARGE(" + weights + ",2)+LARGE(" + weights + ",3)",
              Style.Format.PERCENT);
      value(
          row,
          "Largest risk share",
          "largest_risk_share",
          "MAX(" + A1.absolute(ASSET_ROW, 11, last, 11) + ")",
          Style.Format.PERCENT);
    }

    /** Over the assets that vary: a flat one, such as a pegged coin, has no correlation. */
    private String averageCorrelation(String all) {
      String varying = "SQRT(COUNT(correlations))";
      return "IF(COUNT(correlations)<4,\"n/a\",IF(COUNT(correlations)="
          + n * n
          + ","
          + either("AVERAGE_CORRELATION(" + all + ")", mean(varying))
          + ","
          + mean(varying)
          + "))";
    }

    private static String mean(String varying) {
      return "(SUM(correlations)-" + varying + ")/(" + varying + "*(" + varying + "-1))";
    }

    private int value(int row, String label, String name, String formula, Style.Format format) {
      calculation.set(row, 0, label, Style.LABEL);
      calculation.formula(row, 1, formula, Style.calculated(format));
      book.name(name, calculation, row, 1);
      return row + 1;
    }

    private int rankingRow;

    /** The assets by risk share, for the chart that the dashboard opens on. */
    private void ranking(int row) {
      Sheet s = calculation;
      s.set(row++, 0, "By risk share", Style.SECTION);
      Frame.headers(s, row++, 0, "Asset", "Weight", "Risk share", "Rank");
      rankingRow = row;
      int last = ASSET_ROW + n - 1;
      String ranks = A1.absolute(ASSET_ROW, 17, last, 17);
      for (int i = 0; i < n; i++, row++) {
        int[] columns = {0, 4, 11};
        for (int c = 0; c < columns.length; c++) {
          String from = A1.absolute(ASSET_ROW, columns[c], last, columns[c]);
          s.formula(
              row,
              c,
              "INDEX(" + from + ",MATCH($D" + (row + 1) + "," + ranks + ",0))",
              c == 0 ? Style.LABEL : Style.calculated(Style.Format.PERCENT));
        }
        s.set(row, 3, (double) (i + 1), Style.calculated(Style.Format.INTEGER));
      }
    }

    private void correlation() {
      Sheet s = correlation;
      frame.head(s, "Correlation of daily returns");
      int row = 4;
      s.set(
          row++,
          0,
          "Pearson correlation: 1 moves together, 0 unrelated, −1 opposite",
          Style.SECTION);
      int first = matrix(row, "correlations", Style.Format.NUMBER, "IFERROR(CORREL(", "),\"n/a\")");
      s.add(new Rule.Heat(new Chart.Block(s, first, 1, first + n - 1, n), -0.2, 0.4, 1));
      row = first + n + 1;
      s.set(row++, 0, "Covariance, annual", Style.SECTION);
      matrix(row, "covariance", Style.Format.PRECISE, "COVARIANCE.S(", ")*periods_per_year");
      s.width(0, 0, 18);
      s.width(1, n, 10);
      s.lock();
    }

    private int matrix(int row, String name, Style.Format format, String before, String after) {
      Sheet s = correlation;
      s.set(row, 0, "", Style.HEADER);
      for (int j = 0; j < n; j++) {
        s.formula(row, 1 + j, inputs.at(holdingsRow + j, 0), Style.HEADER);
      }
      row++;
      for (int i = 0; i < n; i++) {
        s.formula(row + i, 0, inputs.at(holdingsRow + i, 0), Style.LABEL);
        for (int j = 0; j < n; j++) {
          s.formula(
              row + i,
              1 + j,
              before + history.asset(i) + "," + history.asset(j) + after,
              Style.calculated(format));
        }
      }
      book.name(name, new Chart.Block(s, row, 1, row + n - 1, n));
      return row;
    }

    private void limits() {
      Sheet s = limits;
      frame.head(s, "Limits and alerts");
      s.set(4, 0, "Portfolio limits", Style.SECTION);
      Frame.headers(s, 5, 0, "Limit", "Kind", "Limit at", "Now", "Used", "Status", "What to do");
      s.set(6, 0, "Watch from this share of a limit on", Style.LABEL);
      s.set(6, 2, 0.8, Style.input(Style.Format.PERCENT));
      book.name("watch", s, 6, 2);
      int row = 7;
      row =
          limit(
              row,
              "Largest weight",
              "max",
              0.35,
              "largest_weight",
              Style.Format.PERCENT,
              "Sell part of the largest position.");
      row =
          limit(
              row,
              "Three largest weights",
              "max",
              0.8,
              "three_largest",
              Style.Format.PERCENT,
              "Spread over more assets.");
      row =
          limit(
              row,
              "Largest risk share",
              "max",
              0.4,
              "largest_risk_share",
              Style.Format.PERCENT,
              "Cut the asset that carries most risk.");
      row =
          limit(
              row,
              "Effective number of assets",
              "min",
              3,
              "effective_assets",
              Style.Format.NUMBER,
              "Even out the weights or add assets.");
      row =
          limit(
              row,
              "Diversification ratio",
              "min",
              1.15,
              "diversification_ratio",
              Style.Format.NUMBER,
              "Add assets that move differently.");
      row =
          limit(
              row,
              "Average correlation",
              "max",
              0.75,
              "average_correlation",
              Style.Format.NUMBER,
              "Look for assets with lower correlation.");
      row =
          limit(
              row,
              "Volatility, annual",
              "max",
              0.6,
              "portfolio_volatility",
              Style.Format.PERCENT,
              "Hold more of the calm assets.");
      row =
          limit(
              row,
              "Value at risk, one day",
              "max",
              0.05,
              "portfolio_var",
              Style.Format.PERCENT,
              "Reduce the position sizes.");
      row =
          limit(
              row,
              "Current drawdown",
              "max",
              0.3,
              "portfolio_drawdown",
              Style.Format.PERCENT,
              "Stop adding risk until recovered.");
      row =
          limit(
              row,
              "Days of returns used",
              "min",
              90,
              "observations",
              Style.Format.INTEGER,
              "Figures on so few days are uncertain.");
      limitsEnd = row - 1;
      s.add(new Rule.Status(Chart.Block.column(s, 7, limitsEnd, 5)));

      row += 1;
      s.set(row++, 0, "Asset alerts", Style.SECTION);
      Frame.headers(
          s,
          row++,
          0,
          "Asset",
          "Weight",
          "Risk share",
          "Drift",
          "Weight limit",
          "Risk at most twice the weight",
          "Within the band");
      int first = row;
      for (int i = 0; i < n; i++, row++) {
        int from = ASSET_ROW + i;
        int r = row + 1;
        s.formula(row, 0, calculation.at(from, 0), Style.LABEL);
        s.formula(row, 1, calculation.at(from, 4), Style.calculated(Style.Format.PERCENT));
        s.formula(row, 2, calculation.at(from, 11), Style.calculated(Style.Format.PERCENT));
        s.formula(row, 3, calculation.at(from, 14), Style.calculated(Style.Format.PERCENT));
        s.formula(row, 4, status("B" + r, "$C$8", "max"), Style.STATUS);
        s.formula(row, 5, status("C" + r, "(2*B" + r + ")", "max"), Style.STATUS);
        s.formula(row, 6, status("ABS(D" + r + ")", "rebalancing_band", "max"), Style.STATUS);
      }
      s.add(new Rule.Status(new Chart.Block(s, first, 4, row - 1, 6)));
      row++;
      s.set(row, 0, "Limits breached", Style.LABEL);
      s.formula(
          row,
          1,
          "COUNTIF(" + A1.absolute(7, 5, limitsEnd, 5) + ",\"BREACH\")",
          Style.calculated(Style.Format.INTEGER));
      book.name("limits_breached", s, row++, 1);
      s.set(row, 0, "Assets with an alert", Style.LABEL);
      s.formula(
          row,
          1,
          "SUMPRODUCT(--((("
              + A1.absolute(first, 4, first + n - 1, 4)
              + "=\"BREACH\")+("
              + A1.absolute(first, 5, first + n - 1, 5)
              + "=\"BREACH\")+("
              + A1.absolute(first, 6, first + n - 1, 6)
              + "=\"BREACH\"))>0))",
          Style.calculated(Style.Format.INTEGER));
      book.name("assets_alerted", s, row++, 1);
      s.set(row, 0, "Alerts in all", Style.LABEL);
      s.formula(row, 1, "limits_breached+assets_alerted", Style.calculated(Style.Format.INTEGER));
      book.name("alert_count", s, row, 1);
      s.widths(36, 12, 12, 12, 14, 18, 42);
      s.onePage();
      s.freeze(3, 0);
    }

    private int limitsEnd;

    private int limit(
        int row,
        String label,
        String kind,
        double at,
        String figure,
        Style.Format format,
        String action) {
      Sheet s = limits;
      int r = row + 1;
      s.set(row, 0, label, Style.LABEL);
      s.set(row, 1, kind.equals("max") ? "at most" : "at least", Style.LABEL);
      s.set(row, 2, at, Style.input(format));
      s.formula(row, 3, figure, Style.calculated(format));
      s.formula(
          row,
          4,
          kind.equals("max") ? ifNumber(r, "D" + r + "/C" + r) : ifNumber(r, "C" + r + "/D" + r),
          Style.calculated(Style.Format.PERCENT));
      s.formula(row, 5, ifNumber(r, status("D" + r, "C" + r, kind)), Style.STATUS);
      s.formula(
          row,
          6,
          "IF(OR(F" + r + "=\"WATCH\",F" + r + "=\"BREACH\"),\"" + action + "\",\"\")",
          Style.LABEL);
      return row + 1;
    }

    private static String ifNumber(int r, String formula) {
      return "IF(ISNUMBER(D" + r + ")," + formula + ",\"n/a\")";
    }

    private static String status(String value, String limit, String kind) {
      return kind.equals("max")
          ? LimitStatus.atMost(value, limit)
          : LimitStatus.atLeast(value, limit);
    }

    private void dashboard() {
      Sheet s = dashboard;
      frame.head(s, "Diversification");
      s.formula(
          3,
          0,
          "\"Portfolio \"&portfolio_name&\": \"&observations&\" days of returns, at today's weights\""
              + "&IF(limiting_asset=\""
              + Histories.NO_LIMIT
              + "\",\"\",\"; history limited by \"&limiting_asset)",
          Style.SUBTITLE);
      tile(0, "\"Value, \"&base_currency", "portfolio_value", Style.Format.MONEY);
      tile(1, "\"Effective number of assets, of \"&" + n, "effective_assets", Style.Format.NUMBER);
      tile(2, "\"Diversification ratio (1 = none)\"", "diversification_ratio", Style.Format.NUMBER);
      tile(3, "\"Volatility, annual\"", "portfolio_volatility", Style.Format.PERCENT);
      tile(
          4,
          "\"Value at risk, one day, \"&ROUND(100*confidence,1)&\" %\"",
          "portfolio_var",
          Style.Format.PERCENT);
      tile(5, "\"Maximum drawdown\"", "portfolio_max_drawdown", Style.Format.PERCENT);
      tile(6, "\"Alerts\"", "alert_count", Style.Format.INTEGER);
      String top = calculation.at(rankingRow, 0);
      s.formula(
          8,
          0,
          top
              + "&\" is \"&ROUND(100*"
              + calculation.at(rankingRow, 1)
              + ",0)&\" % of the value and carries \"&ROUND(100*"
              + calculation.at(rankingRow, 2)
              + ",0)&\" % of the risk.\"",
          Style.SECTION);
      s.formula(
          9,
          0,
          "IF(portfolio_drawdown>0,\"The portfolio is \"&ROUND(100*portfolio_drawdown,1)&\" % below"
              + " its peak: it must gain \"&ROUND(100*recovery_gain,1)&\" % to recover.\",\"The"
              + " portfolio is at its peak.\")",
          Style.STATEMENT);
      s.formula(
          10,
          0,
          "\"If correlations move \"&ROUND(100*stress_shift,0)&\" % of the way to 1, volatility rises"
              + " from \"&ROUND(100*portfolio_volatility,1)&\" % to \"&ROUND(100*stress_volatility,1)"
              + "&\" %.\"",
          Style.STATEMENT);
      int shown = Math.min(n, 12);
      Chart.Block names = Chart.Block.column(calculation, rankingRow, rankingRow + shown - 1, 0);
      s.add(
          new Chart(
              Chart.Type.BAR,
              "Share of the money against share of the risk",
              "Bars of the weight and of the risk share of each asset, the largest risk share first.",
              names,
              List.of(
                  new Chart.Series(
                      "Weight",
                      Chart.Block.column(calculation, rankingRow, rankingRow + shown - 1, 1),
                      Chart.Color.SKY),
                  new Chart.Series(
                      "Risk share",
                      Chart.Block.column(calculation, rankingRow, rankingRow + shown - 1, 2),
                      Chart.Color.VERMILION)),
              "",
              "",
              Style.Format.WHOLE_PERCENT,
              new Chart.Anchor(12, 0, 32, 4)));
      s.add(
          new Chart(
              Chart.Type.DATE_AREA,
              "Drawdown at today's weights",
              "Loss of the portfolio from its latest peak, day by day.",
              history.dateBlock(),
              List.of(new Chart.Series("Drawdown", history.drawdownBlock(), Chart.Color.BLUE)),
              "",
              "",
              Style.Format.WHOLE_PERCENT,
              new Chart.Anchor(12, 4, 32, 7)));
      Chart.Block assets = Chart.Block.column(calculation, ASSET_ROW, ASSET_ROW + n - 1, 0);
      s.add(
          new Chart(
              Chart.Type.COLUMN,
              "Systemic and non-systemic risk, annual",
              "For each asset the risk that comes with the benchmark and the risk of its own.",
              assets,
              List.of(
                  new Chart.Series(
                      "Systemic (with the benchmark)",
                      Chart.Block.column(calculation, ASSET_ROW, ASSET_ROW + n - 1, 8),
                      Chart.Color.BLUE),
                  new Chart.Series(
                      "Non-systemic (its own)",
                      Chart.Block.column(calculation, ASSET_ROW, ASSET_ROW + n - 1, 9),
                      Chart.Color.ORANGE)),
              "",
              "",
              Style.Format.WHOLE_PERCENT,
              new Chart.Anchor(33, 0, 51, 4)));
      s.set(33, 4, "Limits", Style.HEADER);
      s.set(33, 5, "Now", Style.HEADER);
      s.set(33, 6, "Status", Style.HEADER);
      int row = 34;
      for (int i = 7; i <= limitsEnd; i++, row++) {
        s.formula(row, 4, limits.at(i, 0), Style.LABEL);
        s.formula(row, 5, limits.at(i, 3), limits.cell(i, 3).style);
        s.formula(row, 6, limits.at(i, 5), Style.STATUS);
      }
      s.add(new Rule.Status(Chart.Block.column(s, 34, row - 1, 6)));
      s.link(row + 1, 4, "Limits and alerts in full", "Limits!A1");
      s.link(row + 2, 4, "Trades to the target weights", "Calculation!P6");
      s.link(row + 3, 4, "How each figure is computed", "Reference!A1");
      s.widths(24, 24, 24, 20, 30, 22, 18);
      s.printTo(52);
      s.portrait();
      s.onePage();
      s.lock();
    }

    private void tile(int column, String label, String figure, Style.Format format) {
      dashboard.formula(5, column, label, Style.KEY_LABEL);
      dashboard.formula(6, column, figure, Style.key(format));
    }

    private void checks() {
      int last = ASSET_ROW + n - 1;
      String prices = calculation.column(ASSET_ROW, last, 2);
      frame.check(
          "The target weights add up to 100 %",
          "ABS(SUM(" + inputs.column(holdingsRow, holdingsRow + n - 1, 2) + ")-1)<0.000001");
      frame.check(
          "The weights add up to 100 %", "ABS(" + calculation.at(last + 1, 4) + "-1)<0.000000001");
      frame.check(
          "The risk contributions add up to the portfolio's volatility",
          "ABS(" + calculation.at(last + 1, 10) + "-portfolio_volatility)<0.000000001");
      frame.check(
          "Systemic and non-systemic risk add up (in squares) to the portfolio's risk",
          "IF(COUNT("
              + history.benchmark()
              + ")=observations,ABS(portfolio_systemic^2+portfolio_nonsystemic^2"
              + "-portfolio_volatility^2)<0.000000001,TRUE)");
      frame.check(
          "Every holding has a price on the as-of date",
          "AND(COUNT(" + prices + ")=" + n + ",MIN(" + prices + ")>0)");
      frame.check(
          "Each asset is listed once", "SUM(--(holding_assets=TRANSPOSE(holding_assets)))=" + n);
      frame.check("The benchmark varies", "STDEV.S(" + history.benchmark() + ")>0");
      frame.check(
          "The dates rise without repeats",
          "SUMPRODUCT(--(" + history.laterDates() + "<=" + history.earlierDates() + "))=0");
      frame.check(
          "No price is zero or negative", "COUNTIF(" + history.priceBlock() + ",\"<=0\")=0");
      frame.check("At least 30 days of returns", "observations>=30");
      frame.check(
          "The add-in and the built-in formulas agree on the portfolio's volatility",
          "ABS(portfolio_volatility-STDEV.S("
              + history.portfolio()
              + ")*SQRT(periods_per_year))<0.000000001");
    }

    private void figures() {
      frame.figure("Weight", "value / portfolio value", "on the as-of date", "");
      frame.figure(
          "Volatility, annual",
          "sample standard deviation of daily returns × √periods per year",
          "divides by n−1; 365 periods: crypto trades every day",
          "");
      frame.figure(
          "Sharpe ratio",
          "mean excess return / standard deviation of excess returns × √periods per year",
          "arithmetic means; the risk-free rate is converted to a daily rate",
          "Sharpe 1994");
      frame.figure(
          "Beta",
          "covariance with the benchmark / variance of the benchmark",
          "sample",
          "Sharpe 1964");
      frame.figure(
          "R²",
          "squared correlation with the benchmark",
          "share of the variance that the benchmark explains",
          "");
      frame.figure(
          "Systemic risk", "|beta| × volatility of the benchmark", "annual", "Sharpe 1964");
      frame.figure(
          "Non-systemic risk",
          "standard deviation of the residuals × √periods per year",
          "divides by n−1, so that the squares of both add up to total risk squared",
          "");
      frame.figure(
          "Value at risk",
          "the loss that one day exceeds with probability 1 − confidence",
          "historical, quantile as PERCENTILE.INC; a loss is positive",
          "");
      frame.figure(
          "Expected shortfall",
          "mean loss in the worst 1 − confidence of days",
          "historical, with the fractional weight of the boundary day",
          "Rockafellar and Uryasev 2002");
      frame.figure(
          "Maximum drawdown",
          "largest loss from a peak",
          "wealth starts at 1 before the first return",
          "");
      frame.figure(
          "Gain needed to recover",
          "loss / (1 − loss)",
          "a loss of 50 % needs a gain of 100 %",
          "");
      frame.figure(
          "Effective number of assets",
          "1 / Σ weight²",
          "equal weights give the number of assets",
          "Herfindahl 1950");
      frame.figure(
          "Diversification ratio",
          "weighted average volatility / portfolio volatility",
          "1 means no diversification; some tools show its inverse",
          "Choueifaty and Coignard 2008");
      frame.figure(
          "Risk contribution",
          "weight × (covariance × weights) / portfolio volatility",
          "contributions add up to the portfolio's volatility",
          "Maillard, Roncalli and Teiletche 2010");
      frame.figure(
          "Stress",
          "correlation' = correlation + shift × (1 − correlation)",
          "volatilities stay as they are",
          "");
      frame.figure(
          "Trade",
          "(target weight − weight) × portfolio value",
          "assets within the band are left alone; positive buys, negative sells",
          "Daryanani 2008");
    }
  }
}
