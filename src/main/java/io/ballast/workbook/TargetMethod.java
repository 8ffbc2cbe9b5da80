package io.ballast.workbook;

import static io.ballast.workbook.Frame.addInOnly;
import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ways to set target weights. They rest on the names {@code asset_returns}, {@code volatilities},
 * {@code asset_count}, {@code least_weight_in_use} and {@code largest_weight_in_use}.
 */
enum TargetMethod {
  OWN("Your targets", false, "N({in_target})"),
  EQUAL("Equal weights", false, "1/asset_count"),
  INVERSE_VOLATILITY(
      "Inverse volatility",
      true,
      "IF(MIN(volatilities)=0,\"n/a\","
          + either(
              "TRANSPOSE(WEIGHTS_INVERSE_VOLATILITY(asset_returns))",
              "1/volatilities/SUM(1/volatilities)")
          + ")"),
  MINIMUM_VARIANCE("Minimum variance", true, bounded("WEIGHTS_MIN_VARIANCE")),
  RISK_PARITY("Risk parity", true, addInOnly("TRANSPOSE(WEIGHTS_RISK_PARITY(asset_returns))")),
  MAXIMUM_DIVERSIFICATION("Maximum diversification", true, bounded("WEIGHTS_MAX_DIVERSIFICATION")),
  HIERARCHICAL(
      "Hierarchical risk parity", true, addInOnly("TRANSPOSE(WEIGHTS_HRP(asset_returns))"));

  private final String word;
  private final boolean fills;
  private final String formula;

  TargetMethod(String word, boolean fills, String formula) {
    this.word = word;
    this.fills = fills;
    this.formula = formula;
  }

  private static String bounded(String function) {
    return addInOnly(
        "TRANSPOSE(" + function + "(asset_returns,least_weight_in_use,largest_weight_in_use))");
  }

  /** As people read it. */
  String word() {
    return word;
  }

  /** The key of its column, and the name of the part of it that is in use. */
  String key() {
    return "target_" + name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The column of its weights; text where there are none. */
  Column column() {
    return fills
        ? Column.filling(key(), word, Format.PERCENT, formula)
        : Column.of(key(), word, Format.PERCENT, formula);
  }

  /** All methods as people read them. */
  static List<String> words() {
    return Stream.of(values()).map(TargetMethod::word).toList();
  }
}
