package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.ArrayList;
import java.util.List;

/** What the sheet Inputs of the diversification workbook has beside the shared assumptions. */
final class DiversificationInputs {
  /** Offered beside the portfolio's own, after CoinDesk's Digital Asset Classification Standard. */
  private static final List<String> CATEGORIES =
      List.of(
          "Currency",
          "Smart contracts",
          "DeFi",
          "Exchange",
          "Stablecoin",
          "Computing",
          "Culture and entertainment",
          "Digitization");

  private static final int CATEGORY_ROWS = 12;

  private DiversificationInputs() {}

  /**
   * Writes the assumptions, the holdings, and the list of categories.
   *
   * @param columns is told where the columns of the holdings are
   * @return the categories: {@code in_group}, of which the last is {@link GroupSheet#UNCLASSIFIED}
   */
  static Columns write(
      Book book, InputSheet inputs, Sheet sheet, Portfolio portfolio, Columns columns) {
    assumptions(inputs);
    List<Holding> holdings = portfolio.holdings();
    boolean targets = holdings.stream().noneMatch(h -> Double.isNaN(h.targetWeight()));
    double equal = 1.0 / holdings.size();
    inputs.holdings(
        "Holdings",
        targets
            ? ""
            : "No target weights were given: equal weights are assumed until you enter yours.",
        columns,
        InputSheet.Field.units(),
        InputSheet.Field.share(
            "in_target", "Target weight", h -> targets ? h.targetWeight() : equal),
        new InputSheet.Field(
            "in_category",
            "Category",
            Format.TEXT,
            h -> h.category().isEmpty() ? null : h.category(),
            block ->
                new Rule.OneOfCells(
                    block,
                    "category_list",
                    "A category of the list below the holdings, or blank.")),
        InputSheet.Field.word(
            "in_tier", "Tier", GroupSheet.TIERS, h -> h.tier().isEmpty() ? null : h.tier()));
    Columns categories = categories(book, sheet, inputs.nextRow() + 1, holdings);
    sheet.widths(38, 18, 14, 26, 30);
    sheet.freeze(3, 0);
    sheet.portrait();
    sheet.onePage();
    return categories;
  }

  private static void assumptions(InputSheet inputs) {
    inputs.share(
        "Rebalancing band",
        "rebalancing_band",
        0.02,
        "an asset this close to its target is left alone");
    inputs.text(
        "Rebalance to",
        "target_method",
        TargetMethod.OWN.word(),
        "the weights that the trades lead to; see the sheet Rebalancing");
    inputs.oneOf(TargetMethod.words(), "One of the methods of the sheet Rebalancing.");
    inputs.share("Least weight", "least_weight", 0.0, "of an asset in the optimised weights");
    inputs.share("Largest weight", "most_weight", 0.4, "of an asset in the optimised weights");
    inputs.figure(
        "Least weight in use",
        "least_weight_in_use",
        "MIN(least_weight,1/asset_count)",
        Format.PERCENT,
        "no more than an equal share");
    inputs.figure(
        "Largest weight in use",
        "largest_weight_in_use",
        "MAX(most_weight,1/asset_count)",
        Format.PERCENT,
        "no less than an equal share");
    inputs.number(
        "Fee rate", "fee_rate", 0.001, Format.PERCENT2, "of the value traded, buying and selling");
    inputs.between(0, 0.5, "A share from 0 % to 50 %, such as 0.1 %.");
    inputs.share(
        "Stress: correlations move towards 1 by",
        "stress_shift",
        0.5,
        "of the way; in a crash assets fall together");
  }

  private static Columns categories(Book book, Sheet sheet, int row, List<Holding> holdings) {
    List<String> names = new ArrayList<>();
    holdings.forEach(holding -> add(names, holding.category()));
    int rows = Math.max(CATEGORY_ROWS, names.size());
    CATEGORIES.stream().limit(rows - names.size()).forEach(name -> add(names, name));
    sheet.set(row, 0, "Categories", Style.SECTION);
    sheet.set(
        row + 1, 0, "Your own list: an asset of the table above takes one of it.", Style.SUBTITLE);
    Frame.headers(sheet, row + 2, 0, "Category");
    int first = row + 3;
    for (int i = 0; i < rows; i++) {
      sheet.set(first + i, 0, i < names.size() ? names.get(i) : null, Style.input(Format.TEXT));
    }
    sheet.set(first + rows, 0, GroupSheet.UNCLASSIFIED, Style.LABEL);
    sheet.set(first + rows, 1, "an asset without a category", Style.NOTE);
    book.name("category_list", Chart.Block.column(sheet, first, first + rows - 1, 0));
    Columns categories = new Columns(rows + 1, "in_group");
    categories.place("in_group", sheet, first, 0);
    return categories;
  }

  private static void add(List<String> names, String name) {
    if (!name.isEmpty() && names.stream().noneMatch(name::equalsIgnoreCase)) {
      names.add(name);
    }
  }
}
