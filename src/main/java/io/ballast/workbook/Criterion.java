package io.ballast.workbook;

import java.util.List;
import java.util.stream.Stream;

/**
 * The seven criteria of due diligence, each with questions that practitioners ask. Weights and
 * shares are ours, a starting point that a person overrides on the sheet Criteria.
 */
enum Criterion {
  TEAM(
      "Team",
      0.15,
      new Question(
          "Founders and key people are named and have built before",
          "5 named, with a record; 3 named, new to it; 0 anonymous",
          0.5),
      new Question(
          "Development is active: contributors, releases, answered faults",
          "5 many contributors, steady releases; 0 no release in a year",
          0.5)),
  TECHNOLOGY(
      "Technology",
      0.15,
      new Question(
          "It does what it promises, in use on a main network",
          "5 years in use; 3 test network; 0 a paper",
          0.4),
      new Question(
          "Decentralised: nodes, upgrade keys, dependence on one party",
          "5 no party can stop or change it alone; 0 one key can",
          0.35),
      new Question(
          "Capacity and fees suit its use", "5 room to grow; 0 stalls or prices users out", 0.25)),
  MARKET_DEMAND(
      "Market demand",
      0.2,
      new Question(
          "Users and fees paid grow without subsidies",
          "5 grow over two years; 3 steady; 0 paid for by issuance",
          0.4),
      new Question(
          "Liquidity depth: the position can be sold in a day",
          "5 within 1 % of the daily volume; 3 within 10 %; 0 above it",
          0.35),
      new Question(
          "It holds its place against competitors",
          "5 leads its field; 0 one of many copies",
          0.25)),
  REGULATION(
      "Regulation",
      0.1,
      new Question(
          "Its legal standing where you live is clear",
          "5 ruled on or licensed; 3 open; 0 likely forbidden",
          0.6),
      new Question(
          "No action of a regulator is open against it",
          "5 none; 3 settled; 0 open, and it may end trading",
          0.4)),
  CREDIBILITY(
      "Credibility",
      0.1,
      new Question(
          "Plain disclosure: papers, reports, promises kept",
          "5 reports on time, plans kept; 0 silence or missed plans",
          0.5),
      new Question(
          "Governance: votes and decisions are not held by a few",
          "5 spread and used; 3 a foundation decides; 0 one person",
          0.5)),
  SECURITY(
      "Security",
      0.15,
      new Question(
          "Independent audits, findings closed", "5 several, public, closed; 3 one; 0 none", 0.4),
      new Question(
          "No loss by exploit or stop of the network; a bounty is paid",
          "5 none in three years; 3 made good; 0 not made good",
          0.3),
      new Question(
          "Custody: your custodian or hardware wallet keeps it",
          "5 qualified custody; 3 hardware wallet; 0 the issuer's own only",
          0.3)),
  VIABILITY(
      "Viability",
      0.15,
      new Question(
          "Tokenomics: supply, vesting and unlocks ahead",
          "5 fixed or shrinking; 3 under 10 % a year; 0 above 30 %",
          0.4),
      new Question(
          "Holders are many: share of the ten largest, exchanges apart",
          "5 below 10 %; 3 below 30 %; 0 above 60 %",
          0.3),
      new Question(
          "Treasury: runway at today's spending",
          "5 four years, not in its own token; 3 two years; 0 under one",
          0.3));

  private final String label;
  private final double weight;
  private final List<Question> questions;

  /**
   * A question, answered with 0 to 5.
   *
   * @param text what is asked
   * @param guide what earns which score
   * @param share of the criterion's weight
   */
  record Question(String text, String guide, double share) {}

  Criterion(String label, double weight, Question... questions) {
    this.label = label;
    this.weight = weight;
    this.questions = List.of(questions);
  }

  /** As people read it. */
  String label() {
    return label;
  }

  /** Its weight, to begin with. */
  double weight() {
    return weight;
  }

  List<Question> questions() {
    return questions;
  }

  /** How many questions come before this criterion's. */
  int first() {
    return Stream.of(values())
        .filter(c -> c.ordinal() < ordinal())
        .mapToInt(c -> c.questions.size())
        .sum();
  }

  /** How many questions all criteria have. */
  static int questionCount() {
    return Stream.of(values()).mapToInt(c -> c.questions.size()).sum();
  }
}
