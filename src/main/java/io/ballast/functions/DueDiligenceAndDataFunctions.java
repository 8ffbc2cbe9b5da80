package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
import io.ballast.metrics.Calendar;
import io.ballast.metrics.DueDiligence;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Worksheet functions of due diligence, data and the add-in itself. */
public final class DueDiligenceAndDataFunctions {
  private static final String CATEGORY = "Ballast Due diligence and data";

  private DueDiligenceAndDataFunctions() {}

  /** See {@link DueDiligence#score}. */
  @ExcelFunction(
      value = "DUE_DILIGENCE_SCORE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Due-diligence score of 0 to 100: the weighted share of the possible points over the answered criteria; 0 when a red flag is raised.")
  @ExcelArguments({
    @ExcelArgument(
        value = "scores",
        description = "Points of each criterion, 0 to maximum; blank or text where not answered"),
    @ExcelArgument(value = "weights", description = "Weights of the criteria, as many as scores"),
    @ExcelArgument(value = "[maximum]", description = "Most points a criterion can get; default 5"),
    @ExcelArgument(
        value = "[red_flags]",
        description =
            "Flags: TRUE, 1 or \"yes\" where raised, FALSE, 0 or \"no\" where not; default none. ")
  })
  @Result("A number from 0 to 100")
  @Reference(
      formula = "100·(∑_i w_i s_i)/(\"maximum\"·∑_i w_i) \" over the answered criteria\"",
      where = "s_i: points of criterion i",
      example = "DUE_DILIGENCE_SCORE({4,3,5,2},{0.4,0.3,0.2,0.1})",
      related = {"DUE_DILIGENCE_COVERAGE", "LIMIT_STATUS", "LIQUIDITY_DAYS"},
      start = Topic.DUE_DILIGENCE)
  public static Object dueDiligenceScore(
      Object[][] scores, Object[][] weights, Object maximum, Object[][] redFlags) {
    return Worksheet.call(
        "DUE_DILIGENCE_SCORE",
        () ->
            DueDiligence.score(
                Cells.vector("scores", scores),
                Cells.vector("weights", weights),
                Scalars.number("maximum", maximum, 5),
                flags(redFlags)));
  }

  /** See {@link DueDiligence#coverage}. */
  @ExcelFunction(
      value = "DUE_DILIGENCE_COVERAGE",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Due-diligence coverage: the share of the total weight whose criteria are answered.")
  @ExcelArguments({
    @ExcelArgument(
        value = "scores",
        description = "Points of each criterion; blank or text where not answered"),
    @ExcelArgument(value = "weights", description = "Weights of the criteria, as many as scores. ")
  })
  @Result("A number from 0 to 1")
  @Reference(
      formula = "(∑_(\"answered\") w_i)/(∑_i w_i)",
      example = "DUE_DILIGENCE_COVERAGE({4,\"\",5,2},{0.4,0.3,0.2,0.1})")
  public static Object dueDiligenceCoverage(Object[][] scores, Object[][] weights) {
    return Worksheet.call(
        "DUE_DILIGENCE_COVERAGE",
        () ->
            DueDiligence.coverage(
                Cells.vector("scores", scores), Cells.vector("weights", weights)));
  }

  /** Counts the rows in which every column is a number: what listwise deletion leaves. */
  @ExcelFunction(
      value = "OBSERVATIONS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Number of complete rows: those in which every column is a number, which is what matrix functions work on.")
  @ExcelArguments({@ExcelArgument(value = "returns_matrix", description = Texts.MATRIX + ". ")})
  @Result("A number of rows")
  @Reference(
      formula = "\"count of rows in which every column is a number\"",
      example = "OBSERVATIONS(RETURNS(DATA))",
      related = {"CORREL_MATRIX", "ALIGN", "DATA_GAPS"})
  public static Object observations(Object[][] returnsMatrix) {
    return Worksheet.call(
        "OBSERVATIONS", () -> (double) Blocks.complete("returns_matrix", returnsMatrix)[0].length);
  }

  /** See {@link Calendar#align}. */
  @ExcelFunction(
      value = "ALIGN",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Values looked up by date, to bring series onto common dates; #N/A where a date is absent.")
  @ExcelArguments({
    @ExcelArgument(value = "dates", description = "Dates of the values, in any order"),
    @ExcelArgument(value = "values", description = "One value a date"),
    @ExcelArgument(value = "onto_dates", description = "Dates wanted, one row or column. ")
  })
  @Result("A series as long as onto_dates")
  @Reference(
      formula = "v_j = \"values\"_i \" where \" \"dates\"_i = \"onto_dates\"_j",
      where = "v_j: result j",
      example = "ALIGN({45292;45293;45295},{10;11;12},{45293;45294;45295})",
      related = {"RETURNS", "DATA_GAPS"})
  public static Object align(Object[][] dates, Object[][] values, Object[][] ontoDates) {
    return Worksheet.call(
        "ALIGN",
        () ->
            Blocks.likeRange(
                ontoDates,
                Calendar.align(
                    Cells.vector("dates", dates),
                    Cells.vector("values", values),
                    Cells.vector("onto_dates", ontoDates))));
  }

  /** See {@link Calendar#gaps}. */
  @ExcelFunction(
      value = "DATA_GAPS",
      category = CATEGORY,
      isThreadSafe = true,
      description =
          "Missing dates: a row with the first and the last missing date of each gap; #N/A if nothing is missing.")
  @ExcelArguments({
    @ExcelArgument(value = "dates", description = "Dates in any order"),
    @ExcelArgument(
        value = "[step]",
        description = "Days from one date to the next, above 0; default 1. ")
  })
  @Result("A table: first missing date, last missing date")
  @Reference(
      formula =
          "(a + \"step\", b − \"step\") \" for each two dates in turn with \" b − a > \"step\"",
      where = "a, b: a date and the next one",
      example = "DATA_GAPS({45292;45293;45297;45298})",
      related = "ALIGN")
  public static Object dataGaps(Object[][] dates, Object step) {
    return Worksheet.call(
        "DATA_GAPS",
        () -> {
          List<Calendar.Gap> gaps =
              Calendar.gaps(Cells.numbers("dates", dates), Scalars.number("step", step, 1));
          if (gaps.isEmpty()) {
            return CellError.NA;
          }
          return gaps.stream()
              .map(gap -> new Object[] {gap.first(), gap.last()})
              .toArray(Object[][]::new);
        });
  }

  /** The version of the add-in. */
  @ExcelFunction(
      value = "BALLAST_VERSION",
      category = CATEGORY,
      isThreadSafe = true,
      recalculateOnOpen = true,
      description = "The version of the add-in, such as 0.1.0; also tells that it is loaded.")
  @Result("A text")
  @Reference(example = "BALLAST_VERSION()", related = "BALLAST_ERRORS")
  public static Object ballastVersion() {
    return Worksheet.call("BALLAST_VERSION", BallastVersion::get);
  }

  /** The latest failures, newest first, under a header row; times in UTC. */
  @ExcelFunction(
      value = "BALLAST_ERRORS",
      category = CATEGORY,
      isThreadSafe = true,
      isVolatile = true,
      description = "Why functions gave errors: the latest failures, newest first.")
  @ExcelArguments({
    @ExcelArgument(
        value = "[count]",
        description = "How many failures to list, 1 or more; default 10. ")
  })
  @Result("A table: time (UTC), cell, function, argument, found, expected")
  @Reference(example = "BALLAST_ERRORS(3)")
  public static Object ballastErrors(Object count) {
    return Worksheet.call(
        "BALLAST_ERRORS",
        () -> {
          List<Object[]> rows = new ArrayList<>();
          rows.add(new Object[] {"time", "cell", "function", "argument", "found", "expected"});
          for (ErrorLog.Entry e : ErrorLog.latest(Scalars.whole("count", count, 10, 1))) {
            rows.add(
                new Object[] {
                  e.time().truncatedTo(ChronoUnit.SECONDS).toString(),
                  e.cell(),
                  e.function(),
                  e.argument(),
                  e.found(),
                  e.expected()
                });
          }
          return rows.toArray(new Object[0][]);
        });
  }

  /** See {@link Diagnosis}. */
  @ExcelFunction(
      value = "BALLAST_DIAGNOSE",
      category = CATEGORY,
      isThreadSafe = true,
      isHidden = true,
      description = "What the host hands over for an argument: the kind of value it arrives as.")
  @ExcelArguments({
    @ExcelArgument(value = "value", description = "Anything, received as a single value"),
    @ExcelArgument(
        value = "[range]",
        description = "Anything, received as a range and told in its place; default none. ")
  })
  @Result("A text")
  @Reference(example = "BALLAST_DIAGNOSE(1)")
  public static Object ballastDiagnose(Object value, Object[][] range) {
    return Worksheet.call("BALLAST_DIAGNOSE", () -> Diagnosis.of(range == null ? value : range));
  }

  private static List<DueDiligence.Flag> flags(Object[][] range) {
    List<DueDiligence.Flag> flags = new ArrayList<>();
    if (range != null) {
      for (Object cell : Cells.flat("red_flags", range)) {
        flags.add(flag(cell));
      }
    }
    return flags;
  }

  private static DueDiligence.Flag flag(Object cell) {
    if (Boolean.TRUE.equals(cell)
        || (cell instanceof Number one && one.doubleValue() == 1)
        || (cell instanceof String yes && yes.strip().equalsIgnoreCase("yes"))) {
      return DueDiligence.Flag.RAISED;
    }
    if (Boolean.FALSE.equals(cell)
        || (cell instanceof Number zero && zero.doubleValue() == 0)
        || (cell instanceof String no && no.strip().equalsIgnoreCase("no"))) {
      return DueDiligence.Flag.CLEAR;
    }
    return DueDiligence.Flag.UNKNOWN;
  }
}
