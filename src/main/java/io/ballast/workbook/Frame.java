package io.ballast.workbook;

import io.ballast.functions.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every workbook has: titles, checks, reference, the list of functions, and a page about it.
 */
final class Frame {
  /** The name of the flag that is TRUE when every check passes. */
  static final String CHECKS_PASSED = "checks_passed";

  /** What a cell says that nothing but the add-in can compute. */
  static final String NEEDS_ADDIN = AcceptanceWorkbook.WAITING;

  private final Book book;
  private final Portfolio portfolio;
  private final List<Check> checks = new ArrayList<>();
  private final List<Definition> figures = new ArrayList<>();

  /**
   * @param book to add sheets to
   * @param portfolio tells where the prices come from, for the line under each title, and what was
   *     found in them
   */
  Frame(Book book, Portfolio portfolio) {
    this.book = book;
    this.portfolio = portfolio;
  }

  private record Check(String what, String formula) {}

  /** The formula that uses our function when the add-in is loaded and a built-in one otherwise. */
  static String either(String addIn, String builtIn) {
    return "IF(" + Book.ADDIN_LOADED + "," + addIn + "," + builtIn + ")";
  }

  /**
   * The formula of a figure that no short built-in formula gives: {@value #NEEDS_ADDIN} without the
   * add-in, and "n/a" where our function has no result.
   */
  static String addInOnly(String addIn) {
    return either("IFERROR(" + addIn + ",\"n/a\")", "\"" + NEEDS_ADDIN + "\"");
  }

  /** A formula that needs a number in another cell; whatever else that cell says passes on. */
  static String given(String cell, String formula) {
    return "IF(ISNUMBER(" + cell + ")," + formula + "," + cell + ")";
  }

  /**
   * The title, where the figures come from, and the state of the checks, in the first three rows.
   */
  void head(Sheet sheet, String title) {
    sheet.set(0, 0, title, Style.TITLE);
    sheet.set(1, 0, portfolio.source(), Style.SUBTITLE);
    sheet.formula(
        2,
        0,
        "IF(" + CHECKS_PASSED + ",\"All checks passed\",\"A check failed: see the sheet Checks\")",
        Style.SUBTITLE);
  }

  /** A row of column headings. */
  static void headers(Sheet sheet, int row, int firstColumn, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      sheet.set(row, firstColumn + i, texts[i], Style.HEADER);
    }
  }

  /** Adds a condition to the sheet Checks: an array formula that must be TRUE; an error fails. */
  void check(String what, String formula) {
    checks.add(new Check(what, formula));
  }

  /** Adds figures to the sheet Reference. */
  void figures(Definition... definitions) {
    figures.addAll(List.of(definitions));
  }

  /** Adds the sheets Data quality, Checks, Reference, Functions and About. */
  void close(String purpose, List<String> howTo) {
    dataQualitySheet();
    checksSheet();
    referenceSheet();
    functionsSheet();
    aboutSheet(purpose, howTo);
  }

  /** What was found in the prices of the assets held, of the benchmark, and in the files. */
  private void dataQualitySheet() {
    Set<String> used = new HashSet<>(Set.of("", portfolio.settings().benchmark()));
    portfolio.holdings().forEach(holding -> used.add(holding.asset()));
    Sheet sheet = book.sheet("Data quality");
    head(sheet, "Data quality of the prices");
    DataQualitySheet.fill(
        sheet,
        portfolio.prices().findings().stream()
            .filter(finding -> used.contains(finding.asset()))
            .toList());
  }

  private void checksSheet() {
    Sheet sheet = book.sheet("Checks");
    head(sheet, "Checks");
    headers(sheet, 4, 0, "Check", "Result");
    int row = 5;
    for (Check check : checks) {
      sheet.set(row, 0, check.what(), Style.LABEL);
      sheet.array(
          row,
          1,
          row,
          1,
          "IF(IFERROR(" + check.formula() + ",FALSE),\"OK\",\"FAILED\")",
          Style.STATUS);
      row++;
    }
    sheet.set(row + 1, 0, "All checks passed", Style.SECTION);
    sheet.formula(
        row + 1,
        1,
        "COUNTIF(" + A1.block(5, 1, row - 1, 1) + ",\"OK\")=" + checks.size(),
        Style.FLAG);
    book.name(CHECKS_PASSED, sheet, row + 1, 1);
    sheet.add(new Rule.Status(Chart.Block.column(sheet, 5, row - 1, 1)));
    sheet.widths(80, 14);
    sheet.freeze(5, 0);
    sheet.lock();
  }

  private void referenceSheet() {
    Sheet sheet = book.sheet("Reference");
    head(sheet, "Reference: how each figure is computed");
    headers(sheet, 4, 0, "Figure", "Formula", "Convention", "Source");
    int row = 5;
    for (Definition figure : figures) {
      sheet.set(row, 0, figure.figure(), Style.TEXT);
      sheet.set(row, 1, figure.formula(), Style.TEXT);
      sheet.set(row, 2, figure.convention(), Style.TEXT);
      sheet.set(row, 3, figure.source(), Style.TEXT);
      row++;
    }
    sheet.widths(28, 52, 56, 36);
    sheet.freeze(5, 1);
    sheet.repeatRow(4);
    sheet.lock();
  }

  private void functionsSheet() {
    Sheet sheet = book.sheet("Functions");
    head(sheet, "Functions of the Ballast add-in");
    headers(sheet, 4, 0, "Function", "Category", "What it computes", "Type");
    int row = 5;
    for (Catalogue.Function function : Catalogue.standard().functions()) {
      sheet.set(row, 0, function.name(), Style.TEXT);
      sheet.set(row, 1, function.category().replaceFirst("^Ballast ", ""), Style.TEXT);
      sheet.set(row, 2, function.description().strip(), Style.TEXT);
      sheet.set(row, 3, "=" + function.syntax(), Style.TEXT);
      row++;
    }
    sheet.widths(28, 32, 70, 76);
    sheet.freeze(5, 1);
    sheet.repeatRow(4);
    sheet.lock();
  }

  private void aboutSheet(String purpose, List<String> howTo) {
    Sheet sheet = book.sheet("About");
    head(sheet, "About this workbook");
    int row = 4;
    sheet.set(row++, 0, "Purpose", Style.SECTION);
    sheet.set(row++, 0, purpose, Style.TEXT);
    row++;
    sheet.set(row, 0, "As-of date", Style.LABEL);
    sheet.formula(row++, 1, "as_of", Style.calculated(Style.Format.DATE));
    row++;
    sheet.set(row++, 0, "How to use it", Style.SECTION);
    for (String step : howTo) {
      sheet.set(row++, 0, step, Style.TEXT);
    }
    row++;
    sheet.set(row++, 0, "Colours", Style.SECTION);
    sheet.set(row++, 0, "An input: change it", Style.input(Style.Format.TEXT));
    sheet.set(row++, 0, "A computed value: leave it", Style.calculated(Style.Format.TEXT));
    int firstStatus = row;
    for (StatusWord word : StatusWord.values()) {
      sheet.set(row, 0, word.meaning(), Style.LABEL);
      sheet.set(row++, 1, word.name(), Style.STATUS);
    }
    sheet.add(new Rule.Status(Chart.Block.column(sheet, firstStatus, row - 1, 1)));
    row++;
    sheet.set(row++, 0, "The add-in", Style.SECTION);
    sheet.set(
        row++,
        0,
        "The workbook gives the same numbers with and without the Ballast add-in: without it, built-in"
            + " formulas compute them. After installing the add-in press Ctrl+Alt+F9 once.",
        Style.TEXT);
    sheet.set(row, 0, "Add-in loaded when last calculated:", Style.LABEL);
    sheet.formula(row, 1, "NOT(ISERROR(BALLAST_VERSION()))", Style.FLAG);
    book.name(Book.ADDIN_LOADED, sheet, row, 1);
    row += 2;
    sheet.set(row++, 0, "Made by", Style.SECTION);
    sheet.set(
        row++,
        0,
        Book.maker()
            + ". Nothing in it is advice to buy or sell. Past prices do not tell future ones.",
        Style.TEXT);
    sheet.widths(96, 14);
    sheet.portrait();
    sheet.lock();
  }
}
