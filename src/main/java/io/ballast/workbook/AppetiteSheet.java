package io.ballast.workbook;

import io.ballast.workbook.Style.Format;
import java.util.List;

/**
 * The sheet Risk appetite: questions on tolerance (attitude), capacity (means) and need, kept
 * apart; the profile is the lower of tolerance and capacity. The questions are our own.
 *
 * <p>Names for formulas: {@code appetite_profile} (the word), {@code appetite_level} (1 to 4),
 * {@code tolerance_level}, {@code capacity_level}, {@code need_level}.
 */
final class AppetiteSheet {
  private static final int OPTIONS = 1;
  private static final int CHOICES = 4;
  private static final int ANSWER = OPTIONS + CHOICES;
  private static final int PROFILES = 2;

  private static final List<Question> TOLERANCE =
      List.of(
          new Question(
              "Your portfolio falls 30 % in a month. You …",
              2, "sell all of it", "sell part of it", "wait", "buy more"),
          new Question(
              "The largest fall in a year that you could sleep through",
              2,
              "10 %",
              "25 %",
              "50 %",
              "75 %"),
          new Question(
              "Of two plans over a year you take",
              3,
              "5 % for certain",
              "−10 % or +25 %, even odds",
              "−25 % or +60 %, even odds",
              "−50 % or +150 %, even odds"),
          new Question(
              "After a loss you most often",
              2,
              "stop for months",
              "trade smaller",
              "go on as planned",
              "trade larger"),
          new Question(
              "How often would you look at prices in a fall?",
              3,
              "every hour",
              "every day",
              "every week",
              "hardly ever"));

  private static final List<Question> CAPACITY =
      List.of(
          new Question(
              "When will you need this money?",
              3,
              "within 1 year",
              "in 1 to 3 years",
              "in 3 to 7 years",
              "in over 7 years"),
          new Question(
              "Your income over the next years is",
              3,
              "uncertain",
              "uneven",
              "steady",
              "steady and growing"),
          new Question(
              "Your emergency fund outside crypto covers",
              3,
              "under 1 month",
              "1 to 3 months",
              "3 to 12 months",
              "over a year"),
          new Question(
              "Crypto as a share of your net worth",
              2,
              "over 40 %",
              "20 to 40 %",
              "5 to 20 %",
              "under 5 %"),
          new Question("Debts and people who depend on you", 3, "heavy", "some", "light", "none"));

  private final Book book;
  private final Sheet sheet;

  /**
   * A question.
   *
   * @param text what is asked
   * @param given the answer filled in at first, from 1
   * @param options the answers, from least risk to most
   */
  private record Question(String text, int given, String... options) {}

  AppetiteSheet(Book book, Frame frame, Sheet sheet) {
    this.book = book;
    this.sheet = sheet;
    frame.head(sheet, "Risk appetite: how much risk you will, can and must take");
    sheet.set(
        3,
        0,
        "Answer with the number of the option that fits best. The answers filled in are an example.",
        Style.SUBTITLE);
    int row =
        questions(5, "Tolerance: how much risk you are willing to take", TOLERANCE, "tolerance");
    row = questions(row, "Capacity: how much loss your means can carry", CAPACITY, "capacity");
    row = need(row);
    row = result(row);
    profiles(row);
    sheet.widths(52, 26, 26, 26, 28, 14);
    sheet.freeze(3, 0);
    sheet.lock();
  }

  private int questions(int row, String title, List<Question> questions, String name) {
    sheet.set(row, 0, title, Style.SECTION);
    Frame.headers(sheet, row + 1, 0, "Question", "1", "2", "3", "4", "Your answer");
    int first = row + 2;
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      sheet.set(first + i, 0, question.text(), Style.LABEL);
      sheet.set(first + i, ANSWER, question.given(), Style.input(Format.INTEGER));
      for (int o = 0; o < CHOICES; o++) {
        sheet.set(first + i, OPTIONS + o, question.options()[o], Style.LABEL);
      }
    }
    int last = first + questions.size() - 1;
    Chart.Block answers = Chart.Block.column(sheet, first, last, ANSWER);
    sheet.add(new Rule.Between(answers, 1, CHOICES, "The number of an option: 1, 2, 3 or 4."));
    book.name(name + "_answers", answers);
    return last + 2;
  }

  private int need(int row) {
    sheet.set(row++, 0, "Need: the return that your goal asks for", Style.SECTION);
    Object[][] inputs = {
      {"Money now", "need_now", 10_000.0, Format.MONEY},
      {"Goal", "need_goal", 15_000.0, Format.MONEY},
      {"Years to it", "need_years", 5.0, Format.NUMBER}
    };
    for (Object[] input : inputs) {
      sheet.set(row, 0, input[0], Style.LABEL);
      sheet.set(row, 1, input[2], Style.input((Format) input[3]));
      Chart.Block cell = new Chart.Block(sheet, row, 1, row, 1);
      sheet.add(new Rule.Between(cell, 0.1, 1e15, "A number above 0."));
      book.name((String) input[1], sheet, row++, 1);
    }
    return row + 1;
  }

  private int result(int row) {
    int next =
        new FigureList(book, sheet, row, 0, "Your profile: the lower of tolerance and capacity")
            .add(
                "Tolerance: mean answer",
                "tolerance_score",
                "AVERAGE(tolerance_answers)",
                Format.NUMBER)
            .add(
                "Tolerance: level, 1 to 4",
                "tolerance_level",
                level("tolerance_score"),
                Format.INTEGER)
            .add(
                "Capacity: mean answer",
                "capacity_score",
                "AVERAGE(capacity_answers)",
                Format.NUMBER)
            .add(
                "Capacity: level, one above its weakest answer at most",
                "capacity_level",
                "MIN(" + level("capacity_score") + ",MIN(capacity_answers)+1)",
                Format.INTEGER)
            .add(
                "Need: return a year to reach the goal",
                "need_return",
                "(need_goal/need_now)^(1/need_years)-1",
                Format.PERCENT)
            .add(
                "Need: level, 1 up to 4 %, 2 to 10 %, 3 to 25 %, 4 above",
                "need_level",
                "IF(need_return<=0.04,1,IF(need_return<=0.1,2,IF(need_return<=0.25,3,4)))",
                Format.INTEGER)
            .add(
                "Level of your profile, 1 to 4",
                "appetite_level",
                "MIN(tolerance_level,capacity_level)",
                Format.INTEGER)
            .add(
                "Your profile",
                "appetite_profile",
                "INDEX(profile_words,1,appetite_level)",
                Format.GENERAL)
            .nextRow();
    sheet.formula(
        next - 1,
        0,
        "IF(need_level>appetite_level,\"Your goal needs more risk than you should take: lower the"
            + " goal or save more; need never raises the profile.\",\"Your goal needs no more risk"
            + " than the profile allows.\")",
        Style.SUBTITLE);
    sheet.formula(
        next,
        0,
        "\"Enter \"&appetite_profile&\" as the risk profile on the sheet Inputs of this and every"
            + " other workbook: their limits follow.\"",
        Style.STATEMENT);
    return next + 2;
  }

  private static String level(String score) {
    return "IF(" + score + "<1.75,1,IF(" + score + "<2.5,2,IF(" + score + "<3.25,3,4)))";
  }

  private void profiles(int row) {
    sheet.set(row, 0, "Limits of each profile, and yours", Style.SECTION);
    RiskProfile[] all = RiskProfile.values();
    Frame.headers(sheet, row + 1, 0, "Limit", "Yours");
    for (int p = 0; p < all.length; p++) {
      sheet.set(row + 1, PROFILES + p, all[p].word(), Style.HEADER);
    }
    book.name(
        "profile_words",
        new Chart.Block(sheet, row + 1, PROFILES, row + 1, PROFILES + all.length - 1));
    int r = row + 2;
    for (RiskLimit limit : RiskLimit.values()) {
      sheet.set(r, 0, limit.label() + (limit.atMost() ? ", at most" : ", at least"), Style.LABEL);
      sheet.formula(
          r,
          1,
          "INDEX(" + A1.block(r, PROFILES, r, PROFILES + all.length - 1) + ",1,appetite_level)",
          Style.calculated(limit.format()));
      for (int p = 0; p < all.length; p++) {
        sheet.set(r, PROFILES + p, limit.of(all[p]), Style.calculated(limit.format()));
      }
      r++;
    }
  }
}
