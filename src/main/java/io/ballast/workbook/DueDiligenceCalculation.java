package io.ballast.workbook;

import static io.ballast.workbook.Frame.either;

import io.ballast.workbook.Columns.Column;
import io.ballast.workbook.Style.Format;

/** The sheet Assessment of due diligence: score, coverage, knock-out, cap, and what is held. */
final class DueDiligenceCalculation {
  private static final int FIRST_ROW = 4;

  /** Too little is answered; a score of one's own needs no answers. */
  private static final String UNCOVERED = "AND({own}=0,ROUND({coverage}-least_coverage,12)<0)";

  private final Book book;
  private final Sheet sheet;
  private final Columns columns;
  private final Columns criteria = new Columns(Criterion.values().length, null);

  /**
   * @param columns has {@code scores}, {@code flags} and the columns of the sheet Inputs
   * @param sheets written before
   */
  DueDiligenceCalculation(
      Book book, Frame frame, Sheet sheet, Columns columns, DueDiligenceSheets sheets) {
    this.book = book;
    this.sheet = sheet;
    this.columns = columns;
    frame.head(sheet, "Assessment of each asset");
    int row = columns.block(sheet, FIRST_ROW, "Positions", AssetColumns.positions());
    row = columns.block(sheet, row, "Assessment", assessment(sheets));
    row = columns.block(sheet, row, "Position against its cap", caps());
    row =
        columns.block(
            sheet, row, "Score of each criterion, 0 to 5", DueDiligenceSheets.criterionScores());
    Chart.Block first = columns.cells("criterion_1");
    Chart.Block last = columns.cells("criterion_" + Criterion.values().length);
    sheet.add(
        new Rule.Gauge(
            new Chart.Block(
                sheet, first.firstRow(), first.firstColumn(), last.lastRow(), last.lastColumn()),
            5,
            Chart.Color.SKY));
    sheet.add(new Rule.Status(columns.cells("cap_status")));
    columns.name(book, "weights", "weight");
    row = figures(row);
    chosen(row);
    sheet.widths(36, 16, 16, 16, 18, 16, 18, 16, 16, 16, 60);
    sheet.freeze(3, 1);
    sheet.lock();
  }

  /** The criteria of the chosen asset, best first: {@code sorted_name}, {@code sorted_score}. */
  Columns criteria() {
    return criteria;
  }

  /** A formula: which asset is shown by criterion, and where it is weakest. */
  String shown() {
    String counted = criteria.over("COUNT({criterion_score:all})");
    return "shown_asset&IF("
        + counted
        + "=0,\" has no scores yet.\",\", by criterion below, is weakest in \"&"
        + criteria.over("INDEX({sorted_name:all}," + counted + ")")
        + "&\": \"&ROUND("
        + criteria.over("INDEX({sorted_score:all}," + counted + ")")
        + ",1)&\" of 5, threshold \"&least_criterion&\".\")";
  }

  private static Column[] assessment(DueDiligenceSheets sheets) {
    String weighed = "SUMPRODUCT(question_weights,--ISNUMBER({scores}))";
    return new Column[] {
      AssetColumns.name("asset2"),
      Column.text(
          "state",
          "State",
          "IF({raised}>0,\"knocked out\",IF(AND({answered}=0,{own}=0),\"not assessed\","
              + "IF(OR("
              + UNCOVERED
              + ",{open}>0,NOT(ISNUMBER({score}))),"
              + "\"incomplete\",IF({stale}=1,\"stale\",\"assessed\"))))"),
      Column.of("answered", "Questions answered", Format.INTEGER, "COUNT({scores})"),
      Column.of(
          "coverage",
          "Coverage",
          Format.PERCENT,
          "IF(SUM(question_weights)=0,0,"
              + either(
                  "DUE_DILIGENCE_COVERAGE({scores},question_weights)",
                  weighed + "/SUM(question_weights)")
              + ")"),
      Column.of(
          "score",
          "Raw score, of 100",
          Format.NUMBER,
          "IF({own}=1,IF(AND({in_score}>=0,{in_score}<=100),{in_score},\"n/a\"),"
              + "IF(OR(ROUND({coverage},12)<0.5,COUNTIF({scores},\"<0\")>0,COUNTIF({scores},\">5\")>0),"
              + "\"n/a\","
              + either(
                  "DUE_DILIGENCE_SCORE({scores},question_weights,5)",
                  "100*SUMPRODUCT(question_weights,{scores})/(5*" + weighed + ")")
              + "))"),
      Column.each(
          "unproven",
          "Scores without evidence",
          Format.INTEGER,
          i -> "SUMPRODUCT(--ISNUMBER({scores}),--(" + sheets.evidenceOf(i) + "=\"\"))"),
      Column.of("raised", "Red flags raised", Format.INTEGER, "COUNTIF({flags},\"yes\")"),
      Column.of(
          "open",
          "Red flags not answered",
          Format.INTEGER,
          "ROWS({flags})-{raised}-COUNTIF({flags},\"no\")"),
      Column.of(
          "age",
          "Age of the review, days",
          Format.INTEGER,
          "IF(ISNUMBER({in_reviewed}),MAX(0,as_of-{in_reviewed}),\"none\")"),
      Column.of(
          "stale",
          "Stale",
          Format.FLAG,
          "IF(AND({answered}=0,{own}=0),0,IF(ISNUMBER({age}),IF({age}>stale_days,1,0),1))"),
      Column.of("own", "Own score", Format.FLAG, "IF(ISNUMBER({in_score}),1,0)")
    };
  }

  private static Column[] caps() {
    return new Column[] {
      AssetColumns.name("asset3"),
      Column.of(
          "score_cap",
          "Cap for the score",
          Format.PERCENT,
          Measures.known("{score}", "LOOKUP(ROUND({score},9),cap_scores,cap_weights)")),
      Column.of(
          "cap",
          "Cap",
          Format.PERCENT,
          "IF({state}=\"knocked out\",0,IF({state}=\"not assessed\",\"n/a\","
              + "IF({state}=\"incomplete\",MIN(incomplete_cap,{score_cap}),"
              + "IF({state}=\"stale\",stale_share,1)*{score_cap})))"),
      Column.of("held", "Held weight", Format.PERCENT, "{weight}"),
      Column.of(
          "excess", "Above the cap", Format.PERCENT, "IF({cap_status}=\"BREACH\",{held}-{cap},0)"),
      Column.of("sell", "To sell, currency", Format.MONEY, "{excess}*portfolio_value"),
      Column.of("sell_units", "To sell, units", Format.UNITS, "{sell}/{price}"),
      Column.of(
          "urgency",
          "Excess first, then weight",
          Format.PRECISE,
          "ROUND(IF({excess}>0,1+{excess},{held}),12)"),
      AssetColumns.rank("place", "Place", "urgency"),
      Column.status(
          "cap_status",
          "Held against the cap",
          Measures.known("{cap}", LimitStatus.atMost("{held}", "{cap}"))),
      Column.text("why", "Why", why())
    };
  }

  private static String why() {
    return "IF({state}=\"knocked out\",\"red flag: \"&INDEX(flag_names,MATCH(\"yes\",{flags},0))"
        + "&IF({raised}>1,\"; \"&({raised}-1)&\" more\",\"\"),"
        + "IF({state}=\"not assessed\",\"not assessed: no score yet\","
        + "IF({state}=\"incomplete\",IF("
        + UNCOVERED
        + ",\"incomplete: \"&"
        + DashboardSheet.percent("{coverage}", 0)
        + "&\" of the weight answered\",IF({open}>0,{open}&IF({open}=1,\" red flag\",\" red flags\")"
        + "&\" not answered\",IF({own}=1,\"the own score is not from 0 to 100\",\"a score is not from"
        + " 0 to 5\"))),"
        + "\"score \"&ROUND(ROUND({score},9),1)&\" allows \"&"
        + DashboardSheet.percent("{score_cap}", 1)
        + "&IF({state}=\"stale\",\", cut to \"&"
        + DashboardSheet.percent("{cap}", 1)
        + "&\": review \"&IF(ISNUMBER({age}),{age}&\" days old\",\"without a date\"),\"\"))))";
  }

  private int figures(int row) {
    return new FigureList(book, sheet, row, 0, "Portfolio")
        .add("Value", "portfolio_value", columns.over("SUM({value:all})"), Format.MONEY)
        .add(
            "Assets above their cap",
            "assets_above_cap",
            columns.over("COUNTIF({cap_status:all},\"BREACH\")"),
            Format.INTEGER)
        .add(
            "Weight above the caps",
            "cap_excess",
            columns.over("SUM({excess:all})"),
            Format.PERCENT)
        .add("Value above the caps", "excess_value", columns.over("SUM({sell:all})"), Format.MONEY)
        .add("Assets knocked out", "knocked_out", count("knocked out"), Format.INTEGER)
        .add(
            "Held in spite of a red flag",
            "knocked_out_weight",
            weightOf("knocked out"),
            Format.PERCENT)
        .add("Assets not assessed", "not_assessed", count("not assessed"), Format.INTEGER)
        .add("Assessments incomplete", "incomplete", count("incomplete"), Format.INTEGER)
        .add(
            "Held without a full assessment",
            "unassessed_weight",
            weightOf("not assessed") + "+" + weightOf("incomplete"),
            Format.PERCENT)
        .add(
            "Assets with a stale review",
            "stale_assets",
            columns.over("COUNTIF({stale:all},1)"),
            Format.INTEGER)
        .add(
            "Held on stale reviews",
            "stale_weight",
            columns.over("SUMIF({stale:all},1,{weight:all})"),
            Format.PERCENT)
        .add(
            "Average score of what is held",
            "average_score",
            columns.over(
                "IF(COUNT({score:all})=0,\"n/a\",SUMPRODUCT({score:all},{weight:all})"
                    + "/SUMPRODUCT(--ISNUMBER({score:all}),{weight:all}))"),
            Format.NUMBER)
        .add(
            "Alerts: beyond a limit",
            "alert_count",
            "limits_breached+assets_above_cap",
            Format.INTEGER)
        .add("Asset shown by criterion", "shown_asset", shownAsset(), Format.TEXT)
        .add(
            "Its place among the holdings",
            "shown_place",
            "SUMPRODUCT((holding_slots=shown_asset)*(ROW(holding_slots)-MIN(ROW(holding_slots))+1))",
            Format.INTEGER)
        .nextRow();
  }

  private String count(String state) {
    return columns.over("COUNTIF({state:all},\"" + state + "\")");
  }

  private String weightOf(String state) {
    return columns.over("SUMIF({state:all},\"" + state + "\",{weight:all})");
  }

  private String shownAsset() {
    return columns.over(
        "IF(chosen_asset=\"\",INDEX({asset3:all},MATCH(1,{place:all},0)),chosen_asset)");
  }

  private void chosen(int row) {
    criteria.block(
        sheet,
        row,
        "Criteria of the asset shown, best first",
        new Column(
            "criterion",
            "Criterion",
            Style.LABEL,
            Columns.Kind.CELL,
            i -> "\"" + Criterion.values()[i].label() + "\""),
        Column.each(
            "criterion_score",
            "Score",
            Format.NUMBER,
            i ->
                "IF(shown_place=0,\"n/a\",INDEX("
                    + columns.address("criterion_" + (i + 1))
                    + ",shown_place))"),
        Column.of(
            "sort",
            "Sorted by",
            Format.NUMBER,
            "IF(ISNUMBER({criterion_score}),{criterion_score},-1)"),
        AssetColumns.rank("order", "Order", "sort"),
        new Column(
            "sorted_name",
            "Best first",
            Style.LABEL,
            Columns.Kind.CELL,
            i ->
                sorted("criterion", i)
                    + "&IF("
                    + sorted("sort", i)
                    + "<0,\" (not answered)\",\"\")"),
        Column.each("sorted_score", "Its score", Format.NUMBER, i -> sorted("criterion_score", i)),
        Column.of("threshold", "Threshold", Format.NUMBER, "least_criterion"),
        new Column(
            "criterion_state",
            "Against it",
            Style.STATUS,
            Columns.Kind.CELL,
            i ->
                "IF(ISNUMBER({sorted_score}),"
                    + LimitStatus.atLeast("{sorted_score}", "{threshold}")
                    + ",\"n/a\")"));
    sheet.add(new Rule.Status(criteria.cells("criterion_state")));
    criteria.write();
  }

  private static String sorted(String key, int place) {
    return "INDEX({" + key + ":all},MATCH(" + (place + 1) + ",{order:all},0))";
  }
}
