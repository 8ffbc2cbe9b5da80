package io.ballast.workbook;

import io.ballast.functions.BallastVersion;
import java.time.LocalDate;

/**
 * The workbook that a person opens once in Excel with the add-in: a row for each check that only
 * Excel can answer, which turns OK by itself. Without the add-in every check says so.
 */
public final class AcceptanceWorkbook {
  /** What a check says while the add-in is not loaded. */
  public static final String WAITING = "needs the add-in";

  private static final String TO_TYPE = "type the formula";
  private static final String SHARPE = "AVERAGE(data_returns)/STDEV.S(data_returns)*SQRT(365)";
  private static final int FIRST = 6;
  private static final double[] PRICES = {
    100, 103, 101, 104.5, 99, 98, 102, 105, 107.5, 104, 108, 111, 109
  };

  private final Book book =
      new Book(
          "Ballast: acceptance in Excel",
          "A row for each thing that only Excel can show about the Ballast add-in.");
  private final Sheet checks = book.sheet("Checks");
  private final Sheet data = book.sheet("Data");
  private int row = FIRST;
  private int firstOfSection;
  private int number;

  private AcceptanceWorkbook() {}

  /** The workbook, calculated as a spreadsheet without the add-in does. */
  public static Book build() {
    AcceptanceWorkbook workbook = new AcceptanceWorkbook();
    workbook.data();
    workbook.head();
    workbook.values();
    workbook.errors();
    workbook.arrays();
    workbook.arguments();
    workbook.typed();
    workbook.close();
    workbook.book.calculateWithoutAddIn();
    return workbook.book;
  }

  private void data() {
    data.set(0, 0, "Data of the checks", Style.TITLE);
    Frame.headers(data, 2, 0, "Date", "Price", "Return", "Return with gaps", "Market", "Constant");
    for (int i = 0; i < PRICES.length; i++) {
      int r = 3 + i;
      data.date(r, 0, LocalDate.of(2024, 1, 1).plusDays(i), Style.calculated(Style.Format.DATE));
      data.set(r, 1, PRICES[i], Style.calculated(Style.Format.PRICE));
      if (i > 0) {
        String ratio = A1.cell(r, 1) + "/" + A1.cell(r - 1, 1) + "-1";
        data.formula(r, 2, ratio, Style.calculated(Style.Format.PRECISE));
        gap(i, r);
        data.set(r, 4, Math.sin(i) / 25, Style.calculated(Style.Format.PRECISE));
        data.set(r, 5, 0.01, Style.calculated(Style.Format.PRECISE));
      }
    }
    Frame.headers(data, 18, 0, "One of each", "");
    Style plain = Style.calculated(Style.Format.GENERAL);
    data.set(19, 0, 0.5, plain);
    data.set(19, 1, "text", plain);
    data.set(20, 0, true, plain);
    data.set(20, 1, null, plain);
    data.set(21, 0, -2.0, plain);
    data.set(21, 1, 3.0, plain);
    data.formula(22, 0, "NA()", plain);
    data.formula(22, 1, "1/0", plain);
    data.widths(14, 12, 12, 16, 12, 12);
    // Not locked: whether a formula may spill into locked cells is not what is asked here.
    name("prices", 1, 3);
    name("returns", 2, 4);
    name("gapped", 3, 4);
    name("market", 4, 4);
    name("constant", 5, 4);
    book.name("one_of_each", new Chart.Block(data, 19, 0, 21, 1));
  }

  /** The returns, but for a blank, a text, a logical value and a #N/A. */
  private void gap(int i, int r) {
    Style style = Style.calculated(Style.Format.PRECISE);
    switch (i) {
      case 3 -> data.set(r, 3, null, style);
      case 5 -> data.set(r, 3, "n/a", style);
      case 7 -> data.set(r, 3, true, Style.calculated(Style.Format.GENERAL));
      case 9 -> data.formula(r, 3, "NA()", style);
      default -> data.formula(r, 3, A1.cell(r, 2), style);
    }
  }

  private void name(String name, int column, int firstRow) {
    book.name("data_" + name, Chart.Block.column(data, firstRow, 3 + PRICES.length - 1, column));
  }

  private void head() {
    checks.set(0, 0, "Ballast in Excel: acceptance", Style.TITLE);
    checks.set(
        1,
        0,
        "Open it with the add-in and press Ctrl+Alt+F9. ACCEPTANCE.md tells what to do where a check"
            + " is not OK, and what to look at beside this workbook.",
        Style.SUBTITLE);
    checks.set(2, 1, "Add-in loaded", Style.LABEL);
    checks.formula(2, 2, "NOT(ISERROR(BALLAST_VERSION()))", Style.STATUS);
    book.name(Book.ADDIN_LOADED, checks, 2, 2);
    checks.set(3, 1, "Checks that are OK", Style.LABEL);
    Frame.headers(checks, FIRST - 1, 0, "No.", "Check", "Result", "Found", "Expected");
  }

  private void section(String title) {
    colour();
    checks.set(row++, 1, title, Style.SECTION);
    firstOfSection = row;
  }

  private void colour() {
    if (firstOfSection > 0) {
      checks.add(new Rule.Status(Chart.Block.column(checks, firstOfSection, row - 1, 2)));
    }
  }

  /** A check: the call's result beside what it must be. */
  private void check(String what, String call, String expected, Style.Format format) {
    boolean text = format == Style.Format.GENERAL;
    check(
        what,
        call,
        expected,
        text ? "EXACT({found},{expected})" : "ABS({found}-{expected})<=1E-9",
        format);
  }

  private void check(String what, String call, String expected, String test, Style.Format format) {
    start(what);
    checks.formula(row, 3, Frame.either(call, "\"\""), Style.calculated(format));
    checks.formula(row, 4, expected, Style.calculated(format));
    String filled = test.replace("{found}", A1.cell(row, 3)).replace("{expected}", A1.cell(row, 4));
    checks.formula(row, 2, Frame.either(verdict(filled), quoted(WAITING)), Style.STATUS);
    row++;
  }

  private static String verdict(String test) {
    return "IFERROR(IF(" + test + ",\"OK\",\"FAILED\"),\"FAILED\")";
  }

  private void start(String what) {
    number++;
    checks.set(row, 0, number, Style.calculated(Style.Format.INTEGER));
    checks.set(row, 1, what, Style.LABEL);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private void values() {
    section("Values");
    check(
        "The add-in is loaded, in the version of this workbook",
        "BALLAST_VERSION()",
        quoted(BallastVersion.get()),
        Style.Format.GENERAL);
    check("A single value", "SHARPE(data_returns)", SHARPE, Style.Format.PRECISE);
    check(
        "A call inside a call: =SHARPE(RETURNS(prices))",
        "SHARPE(RETURNS(data_prices))",
        SHARPE,
        Style.Format.PRECISE);
    check(
        "A call inside IF and IFERROR",
        "IF(1=1,IFERROR(VOLATILITY(data_returns,1),-1),-2)",
        "STDEV.S(data_returns)",
        Style.Format.PRECISE);
    check(
        "Two ranges",
        "BETA(data_returns,data_market)",
        "SLOPE(data_returns,data_market)",
        Style.Format.PRECISE);
    check("A text", "LIMIT_STATUS(0.9,1)", quoted("WATCH"), Style.Format.GENERAL);
  }

  private void errors() {
    section("Errors: real error values, each of its kind (ERROR.TYPE)");
    String hint = ", ERROR.TYPE";
    check(
        "Different lengths: #N/A" + hint + " 7",
        "ERROR.TYPE(BETA(data_returns,Data!$E$5:$E$15))",
        "7",
        Style.Format.INTEGER);
    check(
        "Text where a number is needed: #VALUE!" + hint + " 3",
        "ERROR.TYPE(VOLATILITY(data_returns,\"daily\"))",
        "3",
        Style.Format.INTEGER);
    check(
        "A number outside its domain: #NUM!" + hint + " 6",
        "ERROR.TYPE(RECOVERY_GAIN(1))",
        "6",
        Style.Format.INTEGER);
    check(
        "No variance in a denominator: #DIV/0!" + hint + " 2",
        "ERROR.TYPE(SHARPE(data_constant))",
        "2",
        Style.Format.INTEGER);
    check(
        "An error cell comes through as it is: #DIV/0!" + hint + " 2",
        "ERROR.TYPE(RECOVERY_GAIN(Data!$B$23))",
        "2",
        Style.Format.INTEGER);
    check(
        "IFERROR sees the failure",
        "IFERROR(RECOVERY_GAIN(1),\"caught\")",
        quoted("caught"),
        Style.Format.GENERAL);
    check(
        "SUM does not pass over the failure",
        "IF(ISERROR(SUM(RECOVERY_GAIN(1))),\"error\",\"passed over\")",
        quoted("error"),
        Style.Format.GENERAL);
    check(
        "An error inside an array is an error cell",
        "IF(ISNA(INDEX(ROLLING_VOLATILITY(data_returns,3),1)),\"#N/A\",\"no error\")",
        quoted("#N/A"),
        Style.Format.GENERAL);
    check(
        "BALLAST_ERRORS tells the function",
        "IF(ISTEXT(INDEX(BALLAST_ERRORS(1),2,3)),\"text\",\"nothing\")",
        quoted("text"),
        Style.Format.GENERAL);
    check(
        "BALLAST_ERRORS tells the cell",
        "INDEX(BALLAST_ERRORS(1),2,2)",
        quoted("an address on this sheet"),
        "AND(LEN({found})>1,LEFT({found},1)<>\"(\")",
        Style.Format.GENERAL);
  }

  private void arrays() {
    section("Ranges and arrays");
    check(
        "Blank, text, TRUE and #N/A in a range are skipped",
        "OBSERVATIONS(data_gapped)",
        "8",
        Style.Format.INTEGER);
    check(
        "A row gives a row",
        "COLUMNS(RETURNS(TRANSPOSE(data_prices)))",
        "12",
        Style.Format.INTEGER);
    check(
        "A block gives a block: trace of a correlation matrix",
        "SUM(INDEX(CORREL_MATRIX(Data!$C$5:$E$16),1,1),"
            + "INDEX(CORREL_MATRIX(Data!$C$5:$E$16),2,2),"
            + "INDEX(CORREL_MATRIX(Data!$C$5:$E$16),3,3))",
        "3",
        Style.Format.PRECISE);
    Style style = Style.calculated(Style.Format.PRECISE);
    Frame.headers(data, 2, 7, "=RETURNS(prices)");
    data.array(4, 7, 15, 7, Frame.either("RETURNS(data_prices)", "\"\""), style);
    data.width(6, 6, 4);
    data.width(7, 7, 18);
    check(
        "An array stored with its area fills it: Data!H5:H16",
        "SUMPRODUCT(Data!$H$5:$H$16,data_market)",
        "SUMPRODUCT(data_returns,data_market)",
        Style.Format.PRECISE);
    check(
        "A date is a number",
        "INDEX(ALIGN(Data!$A$4:$A$16,data_prices,Data!$A$6),1)",
        "101",
        Style.Format.PRECISE);
  }

  private void arguments() {
    section("Arguments: what Excel hands over (BALLAST_DIAGNOSE)");
    diagnose("A number", "Data!$A$20", "java.lang.Double 0.5");
    diagnose("A text", "Data!$B$20", "java.lang.String \"text\"");
    diagnose("A logical value", "Data!$A$21", "java.lang.Boolean true");
    diagnose("A blank cell", "Data!$B$21", "null");
    diagnose("An omitted value", "", "null");
    diagnose("One cell as a range", ",Data!$A$20", "java.lang.Object[1][1]: 1 java.lang.Double");
    diagnose(
        "A block",
        ",one_of_each",
        "java.lang.Object[3][2]: 1 java.lang.Boolean, 3 java.lang.Double, 1 java.lang.String, 1"
            + " null");
    check(
        "An error cell arrives as an exception: note its class and message",
        "BALLAST_DIAGNOSE(Data!$A$23)",
        quoted("an exception, its message in quotes"),
        "AND(RIGHT({found},1)=\"\"\"\",LEFT({found},16)<>\"java.lang.String\")",
        Style.Format.GENERAL);
    check(
        "A blank cell for an optional argument counts as omitted",
        "SHARPE(data_returns,,Data!$B$21)",
        SHARPE,
        Style.Format.PRECISE);
    check(
        "Option words in any case",
        "VALUE_AT_RISK(data_returns,0.95,\"Historical\")",
        "-PERCENTILE.INC(data_returns,0.05)",
        Style.Format.PRECISE);
  }

  private void diagnose(String what, String arguments, String expected) {
    check(what, "BALLAST_DIAGNOSE(" + arguments + ")", quoted(expected), Style.Format.GENERAL);
  }

  private void typed() {
    section("Typed by you, into the coloured cell; nothing but the formula");
    typed(
        "=VOLATILITY(data_returns,1): no @ appears",
        "ABS({found}-{expected})<=1E-9",
        "STDEV.S(data_returns)");
    typed(
        "=RETURNS(data_prices) in Data!J5: it spills to J16",
        "ABS(SUM(Data!$J$5:$J$16)-{expected})<=1E-9",
        "SUM(data_returns)");
    data.set(2, 9, "=RETURNS(data_prices)", Style.HEADER);
    data.set(4, 9, null, Style.input(Style.Format.PRECISE));
    data.width(8, 8, 4);
    data.width(9, 9, 24);
  }

  private void typed(String what, String test, String expected) {
    start(what);
    boolean here = test.contains("{found}");
    String cell = here ? A1.cell(row, 3) : "Data!$J$5";
    checks.set(
        row,
        3,
        null,
        here ? Style.input(Style.Format.PRECISE) : Style.calculated(Style.Format.PRECISE));
    checks.formula(row, 4, expected, Style.calculated(Style.Format.PRECISE));
    String filled = test.replace("{found}", cell).replace("{expected}", A1.cell(row, 4));
    checks.formula(
        row,
        2,
        "IF(ISBLANK(" + cell + ")," + quoted(TO_TYPE) + "," + verdict(filled) + ")",
        Style.STATUS);
    row++;
  }

  private void close() {
    String results = A1.block(FIRST, 2, row - 1, 2);
    checks.formula(3, 2, "COUNTIF(" + results + ",\"OK\")&\" of " + number + "\"", Style.STATUS);
    colour();
    checks.widths(6, 68, 18, 76, 76);
    checks.freeze(FIRST, 0);
    checks.repeatRow(FIRST - 1);
    checks.lock();
  }
}
