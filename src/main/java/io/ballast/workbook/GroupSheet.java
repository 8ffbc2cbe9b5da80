package io.ballast.workbook;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Groups: weight and risk share of each category and each tier.
 *
 * <p>Names: {@code largest_category_weight} and {@code promising_weight}, "n/a" where no asset has
 * a category or tier.
 */
final class GroupSheet {
  /** What the category or tier of an asset is called that has none. */
  static final String UNCLASSIFIED = "Unclassified";

  /** The tiers that an asset can be in. */
  static final List<String> TIERS = List.of("Established", "Promising");

  private static final int SHOWN = 10;

  private final Ranking ranking;

  /**
   * @param columns of the assets, with {@code in_category}, {@code in_tier} and {@code share}
   * @param categories with {@code in_group}, of which the last is {@link #UNCLASSIFIED}
   */
  GroupSheet(Book book, Frame frame, Sheet sheet, Columns columns, Columns categories) {
    frame.head(sheet, "Groups: concentration by category and tier");
    int row =
        columns.block(
            sheet,
            4,
            "Group of each asset",
            AssetColumns.name("asset_grouped"),
            Column.text("category", "Category", classified("{in_category}")),
            Column.text("tier", "Tier", classified("{in_tier}")));
    columns.name(book, "asset_categories", "category");
    columns.name(book, "asset_tiers", "tier");
    columns.name(book, "risk_shares", "share");
    row =
        categories.block(
            sheet,
            row,
            "By category",
            Column.text("group", "Category", "{in_group}"),
            Column.of(
                "assets", "Assets", Format.INTEGER, "SUMPRODUCT(--(asset_categories={in_group}))"),
            Column.of(
                "group_weight",
                "Weight",
                Format.PERCENT,
                "SUMPRODUCT(--(asset_categories={in_group}),weights)"),
            Column.of(
                "group_share",
                "Risk share",
                Format.PERCENT,
                "SUMPRODUCT(--(asset_categories={in_group}),risk_shares)"),
            Column.status(
                "group_status",
                "Weight limit",
                "IF({in_group}=\""
                    + UNCLASSIFIED
                    + "\",\"n/a\","
                    + LimitStatus.atMost("{group_weight}", "category_weight_limit")
                    + ")"),
            Column.of(
                "group_ranked",
                "Ranked by",
                Format.PERCENT,
                "IF({assets}=0,\"n/a\",ROUND({group_weight},12))"),
            AssetColumns.rankOfNumbers("group_rank", "Rank", "group_ranked"));
    sheet.add(new Rule.Status(categories.cells("group_status")));
    Columns tiers = new Columns(TIERS.size() + 1, null);
    row =
        tiers.block(
            sheet,
            row,
            "By tier",
            new Column(
                "tier_name",
                "Tier",
                Style.LABEL,
                Columns.Kind.CELL,
                i -> "\"" + (i < TIERS.size() ? TIERS.get(i) : UNCLASSIFIED) + "\""),
            Column.of(
                "tier_assets", "Assets", Format.INTEGER, "SUMPRODUCT(--(asset_tiers={tier_name}))"),
            Column.of(
                "tier_weight",
                "Weight",
                Format.PERCENT,
                "SUMPRODUCT(--(asset_tiers={tier_name}),weights)"),
            Column.of(
                "tier_share",
                "Risk share",
                Format.PERCENT,
                "SUMPRODUCT(--(asset_tiers={tier_name}),risk_shares)"));
    tiers.write();
    int last = categories.positions() - 1;
    row =
        new FigureList(book, sheet, row, 0, "Largest groups")
            .add(
                "Categories in use",
                "group_count",
                categories.over("COUNT({group_ranked:all})"),
                Format.INTEGER)
            .add(
                "Largest category, the unclassified aside",
                "largest_category_weight",
                "IF("
                    + categories.at("assets", last)
                    + "=asset_count,\"n/a\",MAX("
                    + sheet.at(
                        categories.cells("group_ranked").firstRow(),
                        5,
                        categories.cells("group_ranked").lastRow() - 1,
                        5)
                    + "))",
                Format.PERCENT)
            .add(
                "Promising assets together",
                "promising_weight",
                "IF("
                    + tiers.at("tier_assets", TIERS.size())
                    + "=asset_count,\"n/a\","
                    + tiers.at("tier_weight", TIERS.indexOf("Promising"))
                    + ")",
                Format.PERCENT)
            .nextRow();
    ranking =
        new Ranking(
            sheet,
            row,
            0,
            "By weight",
            categories,
            "group_rank",
            "group_count",
            SHOWN,
            List.of(
                new Ranking.Item("in_group", "Category", Style.LABEL),
                new Ranking.Item("group_weight", "Weight", Style.calculated(Format.PERCENT)),
                new Ranking.Item("group_share", "Risk share", Style.calculated(Format.PERCENT))));
    frame.check(
        "The categories' weights add up to 100 % (each is on the list of the sheet Inputs)",
        categories.over("ABS(SUM({group_weight:all})-1)<0.000000001"));
    frame.check(
        "The tiers' weights add up to 100 %",
        tiers.over("ABS(SUM({tier_weight:all})-1)<0.000000001"));
    sheet.widths(42, 26, 16, 16, 16, 14, 12);
    sheet.freeze(3, 0);
    sheet.portrait();
    sheet.onePage();
    sheet.lock();
  }

  private static String classified(String group) {
    return "IF(" + group + "=\"\",\"" + UNCLASSIFIED + "\"," + group + ")";
  }

  /** The categories by weight: name, weight, risk share. */
  Ranking ranking() {
    return ranking;
  }
}
