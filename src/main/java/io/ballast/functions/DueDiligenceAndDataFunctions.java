package io.ballast.functions;

import com.exceljava.jinx.ExcelArgument;
import com.exceljava.jinx.ExcelArguments;
import com.exceljava.jinx.ExcelFunction;
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
  public static Object dueDiligenceScore(
      Object[][] scores, Object[][] weights, Object maximum, Object[][] redFlags) {
    return Worksheet.call(
        "DUE_DILIGENCE_SCORE",
        () ->
            DueDiligence.score(
                Cells.vector("scores", scores),
                Cells.vector("weights", weights),
                Cells.number("maximum", maximum, 5),
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
  public static Object dueDiligenceCoverage(Object[][] scores, Object[][] weights) {
    return Worksheet.call(
        "DUE_DILIGENCE_COVERAGE",
        () ->
            DueDiligence.coverage(
                Cells.vector("scores", scores), Cells.vector("weights", weights)));
  }

  /** The version of the add-in. */
  @ExcelFunction(
      value = "BALLAST_VERSION",
      category = CATEGORY,
      isThreadSafe = true,
      recalculateOnOpen = true,
      description = "The version of the add-in, such as 0.1.0; also tells that it is loaded.")
  @Result("A text")
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
  public static Object ballastErrors(Object count) {
    return Worksheet.call(
        "BALLAST_ERRORS",
        () -> {
          List<Object[]> rows = new ArrayList<>();
          rows.add(new Object[] {"time", "cell", "function", "argument", "found", "expected"});
          for (ErrorLog.Entry e : ErrorLog.latest(Cells.whole("count", count, 10, 1))) {
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
