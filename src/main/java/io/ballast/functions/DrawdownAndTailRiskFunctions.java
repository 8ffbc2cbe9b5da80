package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.ComponentRisk;
import io.ballast.metrics.Drawdown;
import io.ballast.metrics.TailRisk;
import java.util.List;

/** Worksheet functions of drawdown, value at risk and expected shortfall. */
public final class DrawdownAndTailRiskFunctions {
  private static final String CATEGORY = "Ballast Drawdown and tail risk";

  private DrawdownAndTailRiskFunctions() {}

  /** See {@link Drawdown#maximum}. */
  @ExcelFunction(
      value = "MAX_DRAWDOWN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Maximum drawdown: the greatest loss from an earlier peak of compounded wealth, as a positive share.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  @Reference(
      formula = "max_t (1 − W_t/max(1, W_1, …, W_t))",
      where = "W_t: wealth after period t, 1 before the first return",
      example = "MAX_DRAWDOWN(RETURNS(BTC))",
      related = {"CURRENT_DRAWDOWN", "DRAWDOWNS", "DRAWDOWN_TABLE", "AVERAGE_DRAWDOWN", "CDAR"},
      start = Topic.ASYMMETRIC_LOSSES)
  public static Object maxDrawdown(Object[][] returns) {
    return Worksheet.call("MAX_DRAWDOWN", () -> Drawdown.maximum(ReturnCells.returns(returns)));
  }

  /** See {@link Drawdown#current}. */
  @ExcelFunction(
      value = "CURRENT_DRAWDOWN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Current drawdown: how far compounded wealth is below its peak at the end, as a positive share.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  @Reference(
      formula = "1 − W_n/max(1, W_1, …, W_n)",
      where = "W_t: wealth after period t, 1 before the first return",
      example = "CURRENT_DRAWDOWN(RETURNS(BTC))",
      related = {"DRAWDOWNS", "TIME_UNDER_WATER"})
  public static Object currentDrawdown(Object[][] returns) {
    return Worksheet.call("CURRENT_DRAWDOWN", () -> Drawdown.current(ReturnCells.returns(returns)));
  }

  /** See {@link TailRisk#valueAtRisk}. */
  @ExcelFunction(
      value = "VALUE_AT_RISK",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Value at risk of one period, a loss as a positive number: the loss not exceeded with the given confidence.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(
        value = "[method]",
        description =
            "\"historical\", \"normal\", \"modified\" (Cornish-Fisher), \"ewma\" or \"student\"; default \"historical\". ")
  })
  @Result("A number, a loss is positive")
  @Reference(
      formula = {
        "\"historical\": −q_(1−c)(r)",
        "\"normal\": −(\"mean\"(r) + z·s(r))",
        "\"modified\": −(\"mean\"(r) + z_CF·s(r))",
        "z_CF = z + (z^2−1)/6·g_1 + (z^3−3z)/24·g_2 − (2z^3−5z)/36·g_1^2",
        "\"ewma\": −z·√v_n",
        "\"student\": −(\"mean\"(r) + s(r)·√((ν−2)/ν)·t_ν^(−1)(1−c))"
      },
      where = {
        "z: $Φ^(−1)(1−c)$",
        "q: quantile, type 7 (PERCENTILE.INC)",
        "v_n: variance of EWMA_VOLATILITY, λ = 0.94",
        "ν: $4 + 6/g_2$",
        "t_ν^(−1): quantile of Student's t with ν degrees of freedom"
      },
      source =
          "Jorion (2006), Value at Risk; Hyndman and Fan (1996), Sample Quantiles in Statistical Packages (type 7); Favre and Galeano (2002), Mean-Modified Value-at-Risk Optimization with Hedge Funds (modified); J.P. Morgan (1996), RiskMetrics Technical Document (ewma)",
      example = "VALUE_AT_RISK(RETURNS(BTC),0.99)",
      related = {
        "EXPECTED_SHORTFALL",
        "COMPONENT_VAR",
        "KUPIEC_TEST",
        "CHRISTOFFERSEN_TEST",
        "TRAFFIC_LIGHT"
      },
      start = Topic.MONITORING)
  public static Object valueAtRisk(Object[][] returns, Object confidence, Object method) {
    return Worksheet.call(
        "VALUE_AT_RISK",
        () ->
            TailRisk.valueAtRisk(
                ReturnCells.returns(returns),
                Scalars.number("confidence", confidence, 0.95),
                Scalars.option(
                    "method", method, TailRisk.Method.class, TailRisk.Method.HISTORICAL)));
  }

  /** See {@link TailRisk#expectedShortfall}. */
  @ExcelFunction(
      value = "EXPECTED_SHORTFALL",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Expected shortfall of one period, a loss as a positive number: the mean loss in the worst cases beyond the given confidence. Check \"modified\" against \"historical\" when tails are fat.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(
        value = "[method]",
        description =
            "\"historical\", \"normal\", \"modified\" (Cornish-Fisher), \"ewma\" or \"student\"; default \"historical\". ")
  })
  @Result("A number, a loss is positive")
  @Reference(
      formula = {
        "\"historical\": 1/(n(1−c)) (∑_(i=1)^j L_i + (n(1−c) − j) L_(j+1)), j = ⌊n(1−c)⌋",
        "\"normal\": −\"mean\"(r) + s(r)·φ(z)/(1−c)",
        "\"ewma\": √v_n·φ(z)/(1−c)",
        "\"student\": −\"mean\"(r) + s(r)·√((ν−2)/ν)·f(t)/(1−c)·(ν+t^2)/(ν−1)"
      },
      where = {
        "L_i: losses −r, the greatest first",
        "z: $Φ^(−1)(1−c)$",
        "φ: standard normal density",
        "ν: $4 + 6/g_2$, with the excess kurtosis $g_2$",
        "t, f: quantile at 1 − c and density of Student's t with ν degrees of freedom",
        "v_n: variance of EWMA_VOLATILITY, λ = 0.94"
      },
      source =
          "Rockafellar and Uryasev (2002), Conditional Value-at-Risk for General Loss Distributions; Boudt, Peterson and Croux (2008), Estimation and Decomposition of Downside Risk for Portfolios with Non-Normal Returns (modified); Maillard (2012), A User's Guide to the Cornish Fisher Expansion (its domain)",
      example = "EXPECTED_SHORTFALL(RETURNS(BTC),0.99)",
      related = {"COMPONENT_ES", "CDAR", "WEIGHTS_MIN_CVAR"})
  public static Object expectedShortfall(Object[][] returns, Object confidence, Object method) {
    return Worksheet.call(
        "EXPECTED_SHORTFALL",
        () ->
            TailRisk.expectedShortfall(
                ReturnCells.returns(returns),
                Scalars.number("confidence", confidence, 0.95),
                Scalars.option(
                    "method", method, TailRisk.Method.class, TailRisk.Method.HISTORICAL)));
  }

  /** See {@link Drawdown#series}. */
  @ExcelFunction(
      value = "DRAWDOWNS",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Drawdown after each period, 0 or below, as a chart shows it.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A series as long as returns")
  @Reference(
      formula = "W_t/max(1, W_1, …, W_t) − 1",
      where = "W_t: wealth after period t, 1 before the first return",
      example = "DRAWDOWNS(RETURNS(BTC))",
      related = {"DRAWDOWN_TABLE", "WEALTH_INDEX"})
  public static Object drawdowns(Object[][] returns) {
    return Worksheet.call("DRAWDOWNS", () -> ReturnCells.eachReturns(returns, Drawdown::series));
  }

  /** See {@link Drawdown#deepest}. */
  @ExcelFunction(
      value = "DRAWDOWN_TABLE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "The deepest drawdowns: depth, first row, row of the trough, row of recovery (blank if none) and number of rows below the peak.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[top]",
        description = "Greatest number of drawdowns, 1 or more; default 5. ")
  })
  @Result("A table with a header row: depth, start, trough, recovery, length")
  @Reference(
      formula = {
        "\"depth\" = max_(start≤t<recovery) (1 − W_t/W_peak)",
        "\"length\" = \"rows below the peak\""
      },
      where = {
        "W_t: wealth after period t, 1 before the first return",
        "W_peak: the highest wealth before the drawdown"
      },
      example = "DRAWDOWN_TABLE(RETURNS(BTC))",
      related = {"AVERAGE_DRAWDOWN", "TIME_UNDER_WATER"})
  public static Object drawdownTable(Object[][] returns, Object top) {
    return Worksheet.call(
        "DRAWDOWN_TABLE",
        () -> {
          int most = Scalars.whole("top", top, 5, 1);
          double[] values = ReturnCells.markedReturns("returns", returns);
          return table(Drawdown.deepest(values, most));
        });
  }

  /** See {@link Drawdown#average}. */
  @ExcelFunction(
      value = "AVERAGE_DRAWDOWN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Average drawdown: the mean depth of the distinct drawdowns, 0 if there are none.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  @Reference(
      formula = "\"mean\"(d_j)",
      where = "d_j: depth of the distinct drawdown j",
      example = "AVERAGE_DRAWDOWN(RETURNS(BTC))",
      related = "BURKE")
  public static Object averageDrawdown(Object[][] returns) {
    return Worksheet.call("AVERAGE_DRAWDOWN", () -> Drawdown.average(ReturnCells.returns(returns)));
  }

  /** See {@link Drawdown#ulcerIndex}. */
  @ExcelFunction(
      value = "ULCER_INDEX",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Ulcer index: the root of the mean squared drawdown over all periods, as a decimal.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  @Reference(
      formula = "√(1/n ∑_(t=1)^n D_t^2)",
      where = "D_t: drawdown after period t, as a positive share",
      source = "Martin and McCann (1989), The Investor's Guide to Fidelity Funds",
      example = "ULCER_INDEX(RETURNS(BTC))",
      related = {"PAIN_INDEX", "MARTIN"})
  public static Object ulcerIndex(Object[][] returns) {
    return Worksheet.call("ULCER_INDEX", () -> Drawdown.ulcerIndex(ReturnCells.returns(returns)));
  }

  /** See {@link Drawdown#painIndex}. */
  @ExcelFunction(
      value = "PAIN_INDEX",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Pain index: the mean drawdown over all periods.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number from 0 to 1")
  @Reference(
      formula = "1/n ∑_(t=1)^n D_t",
      where = "D_t: drawdown after period t, as a positive share",
      source = "Becker (2006), Zephyr Associates",
      example = "PAIN_INDEX(RETURNS(BTC))",
      related = "PAIN_RATIO")
  public static Object painIndex(Object[][] returns) {
    return Worksheet.call("PAIN_INDEX", () -> Drawdown.painIndex(ReturnCells.returns(returns)));
  }

  /** See {@link Drawdown#conditional}. */
  @ExcelFunction(
      value = "CDAR",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Conditional drawdown at risk: the mean of the deepest drawdowns beyond the given confidence.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE + ". ")
  })
  @Result("A number from 0 to 1")
  @Reference(
      formula = "ES_c(D_1, …, D_n)",
      where = {
        "D_t: drawdown after period t, as a positive share",
        "ES_c: historical expected shortfall at confidence c"
      },
      source =
          "Chekhlov, Uryasev and Zabarankin (2005), Drawdown Measure in Portfolio Optimization",
      example = "CDAR(RETURNS(BTC))",
      related = {"ULCER_INDEX", "EXPECTED_SHORTFALL"})
  public static Object cdar(Object[][] returns, Object confidence) {
    return Worksheet.call(
        "CDAR",
        () ->
            Drawdown.conditional(
                ReturnCells.returns(returns), Scalars.number("confidence", confidence, 0.95)));
  }

  /** See {@link Drawdown#timeUnderWater}. */
  @ExcelFunction(
      value = "TIME_UNDER_WATER",
      category = CATEGORY,
      isThreadSafe = true,
      description = "Time under water: the longest run of periods below an earlier peak.")
  @ExcelArguments({@ExcelArgument(value = "returns", description = Texts.RETURNS + ". ")})
  @Result("A number of periods")
  @Reference(
      formula = "\"longest run of \" t \" with \" D_t > 0",
      where = {"D_t: drawdown after period t, as a positive share", "t: the period"},
      example = "TIME_UNDER_WATER(RETURNS(BTC))",
      related = "DRAWDOWN_TABLE")
  public static Object timeUnderWater(Object[][] returns) {
    return Worksheet.call(
        "TIME_UNDER_WATER", () -> (double) Drawdown.timeUnderWater(ReturnCells.returns(returns)));
  }

  /** See {@link ComponentRisk#valueAtRisk}. */
  @ExcelFunction(
      value = "COMPONENT_VAR",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "How much of the value at risk of a portfolio comes from each asset: parts that sum to the whole.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = Texts.MATRIX),
    @ExcelArgument(value = "weights", description = Texts.WEIGHTS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(
        value = "[method]",
        description = "\"normal\" or \"modified\"; default \"normal\". ")
  })
  @Result("One number an asset, laid out like weights")
  @Reference(
      formula = {"w_i·(∂ \"VaR\")/(∂ w_i)", "∑_i w_i·(∂ \"VaR\")/(∂ w_i) = \"VaR\""},
      source =
          "Garman (1996), Improving on VaR; Boudt, Peterson and Croux (2008), Estimation and Decomposition of Downside Risk for Portfolios with Non-Normal Returns (modified)",
      example = "COMPONENT_VAR(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"COMPONENT_ES", "RISK_CONTRIBUTION"})
  public static Object componentVar(
      Object[][] returnsMatrix, Object[][] weights, Object confidence, Object method) {
    return Worksheet.call(
        "COMPONENT_VAR",
        () -> {
          double[][] assets = Blocks.returns(returnsMatrix);
          ComponentRisk.ValueAtRiskMethod chosen =
              Scalars.option(
                  "method",
                  method,
                  ComponentRisk.ValueAtRiskMethod.class,
                  ComponentRisk.ValueAtRiskMethod.NORMAL);
          double[] parts =
              ComponentRisk.valueAtRisk(
                  assets,
                  Blocks.perAsset("weights", weights, assets.length),
                  Scalars.number("confidence", confidence, 0.95),
                  chosen);
          return Blocks.likeRange(weights, parts);
        });
  }

  /** See {@link ComponentRisk#expectedShortfall}. */
  @ExcelFunction(
      value = "COMPONENT_ES",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "How much of the expected shortfall of a portfolio comes from each asset: parts that sum to the whole.")
  @ExcelArguments({
    @ExcelArgument(value = "returns_matrix", description = Texts.MATRIX),
    @ExcelArgument(value = "weights", description = Texts.WEIGHTS),
    @ExcelArgument(value = "[confidence]", description = Texts.CONFIDENCE),
    @ExcelArgument(
        value = "[method]",
        description = "\"historical\" or \"normal\"; default \"historical\". ")
  })
  @Result("One number an asset, laid out like weights")
  @Reference(
      formula = {"−w_i·E(r_i ∣ r_p ≤ −\"VaR\")", "∑_i \"component\"_i = \"ES\""},
      where = {
        "r_i, r_p: returns of asset i and of the portfolio",
        "E: mean over the tail, the observation at its boundary by its fraction"
      },
      source = "Tasche (1999), Risk Contributions and Performance Measurement",
      example = "COMPONENT_ES(RETURNS(DATA),{0.4,0.3,0.2,0.1})",
      related = {"COMPONENT_VAR", "RISK_CONTRIBUTION"})
  public static Object componentEs(
      Object[][] returnsMatrix, Object[][] weights, Object confidence, Object method) {
    return Worksheet.call(
        "COMPONENT_ES",
        () -> {
          double[][] assets = Blocks.returns(returnsMatrix);
          ComponentRisk.ShortfallMethod chosen =
              Scalars.option(
                  "method",
                  method,
                  ComponentRisk.ShortfallMethod.class,
                  ComponentRisk.ShortfallMethod.HISTORICAL);
          double[] parts =
              ComponentRisk.expectedShortfall(
                  assets,
                  Blocks.perAsset("weights", weights, assets.length),
                  Scalars.number("confidence", confidence, 0.95),
                  chosen);
          return Blocks.likeRange(weights, parts);
        });
  }

  /** See {@link TailRisk#hillIndex}. */
  @ExcelFunction(
      value = "HILL_TAIL_INDEX",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Hill tail index of the greatest losses: the smaller, the fatter the tail; below 4 the kurtosis is infinite.")
  @ExcelArguments({
    @ExcelArgument(value = "returns", description = Texts.RETURNS),
    @ExcelArgument(
        value = "[tail]",
        description = "Share of all returns in the tail, above 0 and below 1; default 0.05. ")
  })
  @Result("A number")
  @Reference(
      formula = "α = k/(∑_(i=1)^k ln(L_i/L_(k+1))), k = ⌊\"tail\"·n⌋",
      where = {
        "L_i: losses −r, the greatest first",
        "k: observations in the tail",
        "α: the tail index"
      },
      source =
          "Hill (1975), A Simple General Approach to Inference about the Tail of a Distribution",
      example = "HILL_TAIL_INDEX(RETURNS(BTC))",
      related = {"VALUE_AT_RISK", "EXPECTED_SHORTFALL"})
  public static Object hillTailIndex(Object[][] returns, Object tail) {
    return Worksheet.call(
        "HILL_TAIL_INDEX",
        () -> TailRisk.hillIndex(ReturnCells.returns(returns), Scalars.number("tail", tail, 0.05)));
  }

  /** See {@link TailRisk#stressLoss}. */
  @ExcelFunction(
      value = "STRESS_LOSS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Loss of a portfolio when the market moves: each asset moves by beta times the shock, but loses no more than all.")
  @ExcelArguments({
    @ExcelArgument(value = "weights", description = Texts.WEIGHTS),
    @ExcelArgument(value = "betas", description = "Beta of each asset, as many as weights"),
    @ExcelArgument(
        value = "market_shock",
        description = "Move of the market: -0.3 for a fall of 30 %. ")
  })
  @Result("A number, a loss is positive")
  @Reference(
      formula = "−∑_i w_i·max(β_i·\"shock\", −1)",
      where = "β_i: beta of asset i",
      example = "STRESS_LOSS({0.5,0.3,0.2},{1,1.2,0},-0.3)",
      related = {"BETA", "LIMIT_STATUS"})
  public static Object stressLoss(Object[][] weights, Object[][] betas, Object marketShock) {
    return Worksheet.call(
        "STRESS_LOSS",
        () -> {
          double[][] rows =
              Cells.complete(
                  List.of("weights", "betas"),
                  Cells.vector("weights", weights),
                  Cells.vector("betas", betas));
          return TailRisk.stressLoss(rows[0], rows[1], Scalars.number("market_shock", marketShock));
        });
  }

  private static Object[][] table(List<Drawdown.Spell> spells) {
    Object[][] rows = new Object[spells.size() + 1][];
    rows[0] = new Object[] {"depth", "start", "trough", "recovery", "length"};
    for (int i = 0; i < spells.size(); i++) {
      Drawdown.Spell spell = spells.get(i);
      rows[i + 1] =
          new Object[] {
            spell.depth(),
            (double) spell.start(),
            (double) spell.trough(),
            spell.recovery() == 0 ? null : (Object) (double) spell.recovery(),
            (double) spell.length()
          };
    }
    return rows;
  }
}
