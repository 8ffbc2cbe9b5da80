package io.ballast.workbook;

/** What rules an asset out, whatever its score. */
enum RedFlag {
  HALTED("Withdrawals or transfers are halted"),
  GUARANTEED("Guaranteed returns are promised"),
  ANONYMOUS("The team is anonymous and the code is not audited"),
  MINTING("One key can mint, freeze or take tokens without notice"),
  HOLDER("One holder apart from exchanges owns over a third"),
  EXPLOIT("An exploit's losses were not made good"),
  ENFORCEMENT("A regulator's open action may end its trading"),
  VOLUME("Most of its trading volume is feigned");

  private final String label;

  RedFlag(String label) {
    this.label = label;
  }

  /** As people read it. */
  String label() {
    return label;
  }
}
