package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/**
 * Columns that many workbooks show of each asset held. They rest on those of {@link InputSheet}.
 */
final class AssetColumns {
  private AssetColumns() {}

  /** The name of the asset; each block begins with it. */
  static Column name(String key) {
    return Column.text(key, "Asset", "{in_asset}");
  }

  /** Asset, units, price, value and weight, under {@code asset}, {@code units} and so on. */
  static Column[] positions() {
    return new Column[] {
      name("asset"),
      Column.of("units", "Units", Format.UNITS, "{in_units}"),
      Column.of("price", "Price", Format.PRICE, HistorySheets.price("{in_asset}")),
      Column.of("value", "Value", Format.MONEY, "{units}*{price}"),
      Column.of("weight", "Weight", Format.PERCENT, "{value}/portfolio_value")
    };
  }

  /** The annual volatility of each asset. */
  static Column volatility() {
    return Column.of(
        "volatility", "Volatility, annual", Format.PERCENT, Measures.volatility("{returns}"));
  }

  /** The beta of each asset against the benchmark. */
  static Column beta() {
    return Column.of(
        "beta", "Beta", Format.NUMBER, Measures.beta("{returns}", "benchmark_returns"));
  }

  /**
   * Volatility, beta, R², systemic and non-systemic risk. R² of an asset that does not vary is
   * "n/a".
   */
  static Column[] marketModel() {
    String returns = "{returns}";
    String market = "benchmark_returns";
    return new Column[] {
      volatility(),
      beta(),
      Column.of(
          "rsq",
          "R²",
          Format.PERCENT,
          Measures.varying("{volatility}", Measures.rsq(returns, market))),
      Column.of(
          "systemic", "Systemic risk, annual", Format.PERCENT, Measures.systemic(returns, market)),
      Column.of(
          "nonsystemic",
          "Non-systemic risk, annual",
          Format.PERCENT,
          Measures.nonsystemic(returns, market))
    };
  }

  /**
   * Risk contribution, its share, and its share against the weight; needs the names {@code
   * weights}, {@code covariance} and {@code portfolio_volatility}.
   */
  static Column[] contributions() {
    return new Column[] {
      Column.filling(
          "contribution",
          "Risk contribution, annual",
          Format.PERCENT2,
          Frame.either(
              "RISK_CONTRIBUTION(asset_returns,weights,periods_per_year)",
              "weights*MMULT(covariance,weights)/portfolio_volatility")),
      Column.of("share", "Risk share", Format.PERCENT, "{contribution}/portfolio_volatility"),
      Column.of(
          "share_ratio", "Risk share ÷ weight", Format.FACTOR, "IF({weight}=0,0,{share}/{weight})")
    };
  }

  /**
   * The place of each position by a column, the largest first; the earlier first if equal.
   *
   * @param by the column; rounded where exact arithmetic would make positions equal, since programs
   *     differ in the last digit
   */
  static Column rank(String key, String header, String by) {
    return Column.of(
        key,
        header,
        Format.INTEGER,
        "SUMPRODUCT(--({"
            + by
            + ":all}>{"
            + by
            + "}),--ISNUMBER({"
            + by
            + ":all}))+1"
            + "+SUMPRODUCT((ROW({"
            + by
            + ":all})<ROW({"
            + by
            + "}))*({"
            + by
            + ":all}={"
            + by
            + "}))");
  }

  /** The same for a column in which some hold text, such as "n/a": they have no place. */
  static Column rankOfNumbers(String key, String header, String by) {
    Column rank = rank(key, header, by);
    return Column.each(
        key, header, Format.INTEGER, i -> Frame.given("{" + by + "}", rank.formula().apply(i)));
  }
}
