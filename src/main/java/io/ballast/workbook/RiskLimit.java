package io.ballast.workbook;

/**
 * The limits that workbooks set, with a default for each risk profile. The defaults are ours, a
 * starting point that a person overrides on the sheet Limits; where sources state a range, it lies
 * within.
 */
public enum RiskLimit {
  LARGEST_WEIGHT(
      "Largest weight",
      true,
      Style.Format.PERCENT,
      "Sell part of the largest position.",
      0.25,
      0.35,
      0.5,
      0.6),
  THREE_LARGEST(
      "Three largest weights",
      true,
      Style.Format.PERCENT,
      "Spread over more assets.",
      0.6,
      0.8,
      0.9,
      1),
  CATEGORY_WEIGHT(
      "Largest category",
      true,
      Style.Format.PERCENT,
      "Spread over more categories.",
      0.4,
      0.5,
      0.7,
      0.9),
  PROMISING_WEIGHT(
      "Promising assets together",
      true,
      Style.Format.PERCENT,
      "Move money from promising to established assets.",
      0.1,
      0.25,
      0.5,
      0.8),
  LARGEST_RISK_SHARE(
      "Largest risk share",
      true,
      Style.Format.PERCENT,
      "Cut the asset that carries most risk.",
      0.3,
      0.4,
      0.5,
      0.7),
  EFFECTIVE_ASSETS(
      "Effective number of assets",
      false,
      Style.Format.NUMBER,
      "Even out the weights or add assets.",
      5,
      3,
      2,
      1.5),
  DIVERSIFICATION_RATIO(
      "Diversification ratio",
      false,
      Style.Format.NUMBER,
      "Add assets that move differently.",
      1.3,
      1.15,
      1.05,
      1),
  AVERAGE_CORRELATION(
      "Average correlation",
      true,
      Style.Format.NUMBER,
      "Look for assets with lower correlation.",
      0.6,
      0.75,
      0.85,
      0.95),
  VOLATILITY(
      "Volatility, annual",
      true,
      Style.Format.PERCENT,
      "Hold more of the calm assets.",
      0.3,
      0.6,
      0.8,
      1.2),
  VALUE_AT_RISK(
      "Value at risk, one day",
      true,
      Style.Format.PERCENT,
      "Reduce the position sizes.",
      0.025,
      0.05,
      0.07,
      0.1),
  EXPECTED_SHORTFALL(
      "Expected shortfall, one day",
      true,
      Style.Format.PERCENT,
      "Reduce the position sizes.",
      0.04,
      0.075,
      0.1,
      0.15),
  DRAWDOWN(
      "Current drawdown",
      true,
      Style.Format.PERCENT,
      "Stop adding risk until recovered.",
      0.15,
      0.3,
      0.45,
      0.6),
  MAX_DRAWDOWN(
      "Maximum drawdown",
      true,
      Style.Format.PERCENT,
      "Hold less of what fell most.",
      0.2,
      0.4,
      0.6,
      0.8),
  BETA(
      "Beta against the benchmark",
      true,
      Style.Format.NUMBER,
      "Hold more that does not follow the market.",
      0.6,
      1,
      1.3,
      2),
  STRESS_LOSS(
      "Loss if the market falls by half",
      true,
      Style.Format.PERCENT,
      "Hold more cash or stablecoins.",
      0.25,
      0.4,
      0.55,
      0.75),
  HEAT(
      "Portfolio heat",
      true,
      Style.Format.PERCENT,
      "Tighten stops or cut positions.",
      0.04,
      0.06,
      0.1,
      0.2),
  GAP_LOSS(
      "Loss if every stop is gapped through",
      true,
      Style.Format.PERCENT,
      "Hold less: a stop does not help in a gap.",
      0.12,
      0.25,
      0.4,
      0.6),
  POSITION_LOSS(
      "Largest loss at one stop",
      true,
      Style.Format.PERCENT2,
      "Cut that position or move its stop.",
      0.01,
      0.02,
      0.03,
      0.05),
  DAILY_LOSS(
      "Loss of the last day",
      true,
      Style.Format.PERCENT,
      "Stop trading for the day.",
      0.02,
      0.03,
      0.05,
      0.08),
  RISK_PER_TRADE(
      "Risk per trade",
      true,
      Style.Format.PERCENT2,
      "Risk less on each trade.",
      0.005,
      0.01,
      0.02,
      0.03),
  LEVERAGE("Leverage", true, Style.Format.NUMBER, "Borrow less.", 1, 1, 2, 3),
  KELLY_FRACTION(
      "Share of the Kelly size",
      true,
      Style.Format.NUMBER,
      "Bet a smaller share of Kelly.",
      0.25,
      0.5,
      0.5,
      1),
  CRYPTO_SHARE(
      "Crypto, share of net worth",
      true,
      Style.Format.PERCENT,
      "Move money out of crypto.",
      0.05,
      0.1,
      0.2,
      0.4),
  LIQUIDITY_DAYS(
      "Days to sell everything",
      true,
      Style.Format.NUMBER,
      "Hold less of the illiquid assets.",
      2,
      5,
      10,
      20),
  OBSERVATIONS(
      "Days of returns used",
      false,
      Style.Format.INTEGER,
      "Figures on so few days are uncertain.",
      180,
      90,
      90,
      60),
  LARGEST_CORRELATION(
      "Largest correlation of a pair",
      true,
      Style.Format.NUMBER,
      "Hold one of the two: they are nearly the same bet.",
      0.8,
      0.9,
      0.95,
      0.98),
  COMMON_DAYS(
      "Fewest days in common",
      false,
      Style.Format.INTEGER,
      "A correlation over so few days is uncertain.",
      180,
      90,
      60,
      30),
  VAR_BREACHES(
      "Value at risk breaches ÷ expected",
      true,
      Style.Format.NUMBER,
      "Do not rely on value at risk: hold less.",
      1.3,
      1.5,
      1.75,
      2),
  RISK_SCORE(
      "Highest score in the risk register",
      true,
      Style.Format.INTEGER,
      "Act on the response in the risk register.",
      12,
      15,
      20,
      25),
  CAP_EXCESS(
      "Weight above the caps",
      true,
      Style.Format.PERCENT,
      "Sell what is held above its cap.",
      0.01,
      0.05,
      0.1,
      0.2),
  KNOCKED_OUT_WEIGHT(
      "Held in spite of a red flag",
      true,
      Style.Format.PERCENT,
      "Sell what a red flag rules out.",
      0.001,
      0.001,
      0.001,
      0.001),
  UNASSESSED_WEIGHT(
      "Held without a full assessment",
      true,
      Style.Format.PERCENT,
      "Answer the open questions, or sell.",
      0.05,
      0.1,
      0.2,
      0.4),
  STALE_WEIGHT(
      "Held on stale reviews",
      true,
      Style.Format.PERCENT,
      "Review these assets again.",
      0.1,
      0.25,
      0.5,
      0.7),
  AVERAGE_SCORE(
      "Average score of what is held",
      false,
      Style.Format.NUMBER,
      "Move money to assets with better scores.",
      75,
      65,
      55,
      45);

  private final String label;
  private final boolean atMost;
  private final Style.Format format;
  private final String action;
  private final double[] limits;

  RiskLimit(String label, boolean atMost, Style.Format format, String action, double... limits) {
    this.label = label;
    this.atMost = atMost;
    this.format = format;
    this.action = action;
    this.limits = limits;
  }

  /** What is limited, as people read it. */
  String label() {
    return label;
  }

  /** Whether a value above the limit breaches it, rather than one below. */
  boolean atMost() {
    return atMost;
  }

  /** How values and limits are shown. */
  Style.Format format() {
    return format;
  }

  /** What to do about a breach. */
  String action() {
    return action;
  }

  /** The limit of a profile. */
  double of(RiskProfile profile) {
    return limits[profile.ordinal()];
  }
}
