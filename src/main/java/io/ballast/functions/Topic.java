package io.ballast.functions;

/** What to begin with: the topics of risk management that the reference opens with. */
public enum Topic {
  ASYMMETRIC_LOSSES("Asymmetric losses"),
  SYSTEMIC_RISK("Systemic and non-systemic risk"),
  RATIOS("Standard deviation, Sharpe ratio, beta, R²"),
  DIVERSIFICATION("Diversification and non-correlated assets"),
  DUE_DILIGENCE("Research and due diligence"),
  MONITORING("Risk assessment and monitoring"),
  POSITION_SIZING("Risk appetite and position sizing"),
  STOPS("Stop-loss orders and risk limits"),
  /** No function to begin with. */
  NONE("");

  private final String title;

  Topic(String title) {
    this.title = title;
  }

  /** The topic in words. */
  public String title() {
    return title;
  }
}
