package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.CellError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueDiligenceTest {
  private static final double NONE = Double.NaN;
  private static final Portfolio SAMPLE = SampleMarket.portfolio();
  private static final int QUESTIONS = Criterion.questionCount();

  private static Book sample() throws PortfolioException {
    return new DueDiligence().build(SAMPLE);
  }

  /** The sample's holdings with a source of their own: nothing is known about them. */
  private static Book own() throws PortfolioException {
    return new DueDiligence()
        .build(
            new Portfolio(
                "Own",
                SAMPLE.holdings(),
                SAMPLE.prices(),
                SAMPLE.settings(),
                "Prices from own.csv"));
  }

  private static Sheet sheet(Book book, String name) {
    return new BookReader(book).sheet(name);
  }

  /** A figure of an asset on the sheet Assessment, by its heading. */
  private static Object value(Book book, String heading, String asset) {
    return new BookReader(book).value("Assessment", heading, asset);
  }

  private static double number(Book book, String heading, String asset) {
    return (Double) value(book, heading, asset);
  }

  private static double number(Book book, String name) {
    return (Double) book.value(name);
  }

  private static int column(String asset) {
    return 3 + SAMPLE.holdings().stream().map(Holding::asset).toList().indexOf(asset);
  }

  /** Enters a score (a question from 0) or a flag. */
  private static void enter(Book book, String sheet, int row, String asset, Object value) {
    Sheet s = sheet(book, sheet);
    s.set(5 + row, column(asset), value, s.cell(5 + row, column(asset)).style);
  }

  private static void input(Book book, String label, int column, Object value) {
    Sheet s = sheet(book, "Inputs");
    for (int r = s.rowCount() - 1; r >= 0; r--) {
      Cell cell = s.cell(r, 0);
      if (cell != null && label.equals(cell.value)) {
        s.set(r, column, value, s.cell(r, column).style);
        return;
      }
    }
    throw new AssertionError("no input " + label);
  }

  private static double[] weights() {
    double[] weights = new double[QUESTIONS];
    for (Criterion c : Criterion.values()) {
      for (int k = 0; k < c.questions().size(); k++) {
        weights[c.first() + k] = c.weight() * c.questions().get(k).share();
      }
    }
    return weights;
  }

  private static double[] scores(String asset) {
    SampleReview review = SampleReview.of(SAMPLE, asset);
    double[] scores = new double[QUESTIONS];
    for (int q = 0; q < QUESTIONS; q++) {
      Double score = review.score(q);
      scores[q] = score == null ? NONE : score;
    }
    return scores;
  }

  private static double score(double[] scores) {
    return io.ballast.metrics.DueDiligence.score(scores, weights(), 5, List.of());
  }

  private static List<String> errors(Book book) {
    List<String> errors = new ArrayList<>();
    for (Sheet sheet : book.sheets()) {
      for (int r = 0; r < sheet.rowCount(); r++) {
        for (int c = 0; sheet.row(r) != null && c < sheet.row(r).length; c++) {
          if (sheet.cell(r, c) != null && sheet.cell(r, c).value instanceof CellError) {
            errors.add(sheet.name() + "!" + A1.cell(r, c));
          }
        }
      }
    }
    return errors;
  }

  @Test
  void theSharesOfEachCriterionAndTheWeightsAddUpToOne() {
    assertEquals(1, Arrays.stream(weights()).sum(), 1e-12);
    for (Criterion c : Criterion.values()) {
      assertEquals(
          1, c.questions().stream().mapToDouble(Criterion.Question::share).sum(), 1e-12, c.label());
    }
  }

  @Test
  void scoreAndCoverageAreThoseOfTheMetrics() throws Exception {
    Book book = sample();
    for (Holding holding : SAMPLE.holdings()) {
      String asset = holding.asset();
      assertEquals(
          io.ballast.metrics.DueDiligence.coverage(scores(asset), weights()),
          number(book, "Coverage", asset),
          1e-12,
          asset);
      if (!asset.equals("PAXG")) {
        assertEquals(score(scores(asset)), number(book, "Raw score, of 100", asset), 1e-9, asset);
      }
    }
    assertEquals("n/a", value(book, "Raw score, of 100", "PAXG"));
  }

  @Test
  void aQuestionThatIsNotAnsweredIsNotAZero() throws Exception {
    Book book = sample();
    double[] scores = scores("ETH");
    scores[3] = NONE;
    enter(book, "Scores", 3, "ETH", null);
    book.calculate();
    double blank = number(book, "Raw score, of 100", "ETH");
    assertEquals(score(scores), blank, 1e-9);
    scores[3] = 0;
    enter(book, "Scores", 3, "ETH", 0);
    book.calculate();
    assertEquals(score(scores), number(book, "Raw score, of 100", "ETH"), 1e-9);
    assertTrue(blank > number(book, "Raw score, of 100", "ETH"));
  }

  @Test
  void aRedFlagMakesTheCapZeroWhateverTheScore() throws Exception {
    Book book = sample();
    assertEquals(0.35, number(book, "Cap", "BTC"));
    enter(book, "Red flags", 2, "BTC", "yes");
    book.calculate();
    assertEquals(0.0, number(book, "Cap", "BTC"));
    assertEquals("knocked out", value(book, "State", "BTC"));
    assertEquals("BREACH", value(book, "Held against the cap", "BTC"));
    assertEquals("red flag: " + RedFlag.ANONYMOUS.label(), value(book, "Why", "BTC"));
    assertTrue(number(book, "Raw score, of 100", "BTC") > 90);
  }

  @Test
  void aFlagThatIsNotAnsweredLeavesTheAssessmentIncomplete() throws Exception {
    Book book = sample();
    enter(book, "Red flags", 0, "ETH", null);
    book.calculate();
    assertEquals("incomplete", value(book, "State", "ETH"));
    assertEquals(0.02, number(book, "Cap", "ETH"));
    assertEquals("1 red flag not answered", value(book, "Why", "ETH"));
  }

  @Test
  void lowCoverageCapsThePositionWhateverTheAnswersSay() throws Exception {
    Book book = sample();
    assertEquals("incomplete", value(book, "State", "PAXG"));
    assertEquals(0.02, number(book, "Cap", "PAXG"));
    assertEquals("incomplete: 40 % of the weight answered", value(book, "Why", "PAXG"));
  }

  @Test
  void aStaleReviewHalvesTheCapUntilItIsMadeAnew() throws Exception {
    Book book = sample();
    assertEquals(143.0, number(book, "Age of the review, days", "BNB"));
    assertEquals(0.05, number(book, "Cap", "BNB"), 1e-15);
    input(book, "A review is stale after", 1, 143.0);
    book.calculate();
    assertEquals(0.1, number(book, "Cap", "BNB"));
    assertEquals("assessed", value(book, "State", "BNB"));
    input(book, "BNB", 3, null);
    book.calculate();
    assertEquals(0.05, number(book, "Cap", "BNB"), 1e-15);
    assertTrue(String.valueOf(value(book, "Why", "BNB")).endsWith("review without a date"));
  }

  @Test
  void theCapChangesExactlyAtTheScoreOfTheTable() throws Exception {
    Book book = sample();
    for (int q = 0; q < QUESTIONS; q++) {
      enter(book, "Scores", q, "BTC", 3.5);
    }
    book.calculate();
    assertEquals(70, number(book, "Raw score, of 100", "BTC"), 1e-9);
    assertEquals(0.2, number(book, "Cap", "BTC"));
    enter(book, "Scores", 0, "BTC", 3.4);
    book.calculate();
    assertEquals(0.1, number(book, "Cap", "BTC"));
  }

  @Test
  void sellingWhatIsAboveTheCapLeavesExactlyTheCap() throws Exception {
    Book book = sample();
    double value = number(book, "portfolio_value");
    double sold = 0;
    for (String asset : List.of("DOGE", "SOL", "PAXG", "BNB")) {
      double held = number(book, "Value", asset);
      double sell = number(book, "To sell, currency", asset);
      assertEquals(number(book, "Cap", asset), (held - sell) / value, 1e-12, asset);
      assertEquals(
          sell, number(book, "To sell, units", asset) * number(book, "Price", asset), 1e-6, asset);
      sold += sell;
    }
    assertEquals(sold, number(book, "excess_value"), 1e-6);
    assertEquals(4.0, number(book, "assets_above_cap"));
    assertEquals(number(book, "limits_breached") + 4, number(book, "alert_count"));
  }

  @Test
  void theDashboardListsTheFurthestAboveItsCapFirst() throws Exception {
    Book book = sample();
    Sheet dashboard = sheet(book, "Dashboard");
    List<Object> listed = new ArrayList<>();
    for (int r = 14; r < 22; r++) {
      listed.add(dashboard.cell(r, 0).value);
    }
    assertEquals(List.of("DOGE", "PAXG", "SOL", "BNB", "BTC", "ETH", "USDC", "XRP"), listed);
    assertEquals("DOGE", book.value("shown_asset"));
  }

  @Test
  void theCriteriaOfTheChosenAssetAreSortedWithTheUnansweredLast() throws Exception {
    Book book = sample();
    input(book, "Asset shown by criterion", 1, "PAXG");
    book.calculate();
    Sheet sheet = sheet(book, "Assessment");
    int row = 0;
    while (sheet.cell(row, 4) == null || !"Best first".equals(sheet.cell(row, 4).value)) {
      row++;
    }
    double before = 5;
    int answered = 0;
    for (int i = 1; i <= Criterion.values().length; i++) {
      Object score = sheet.cell(row + i, 5).value;
      boolean none = String.valueOf(sheet.cell(row + i, 4).value).endsWith("(not answered)");
      assertEquals(none, "n/a".equals(score));
      if (score instanceof Double s) {
        assertEquals(i - 1, answered++);
        assertTrue(s <= before);
        before = s;
      }
    }
    assertEquals(5, answered);
    double[] paxg = scores("PAXG");
    assertEquals(4.0, paxg[0]);
    assertEquals(paxg[0], number(book, Criterion.TEAM.label(), "PAXG"), 1e-12);
  }

  @Test
  void anOwnPortfolioStartsNotAssessedAndWithoutErrors() throws Exception {
    Book book = own();
    assertEquals(List.of(), errors(book));
    assertEquals(true, book.value(Frame.CHECKS_PASSED));
    assertEquals(8.0, number(book, "not_assessed"));
    assertEquals(0.0, number(book, "assets_above_cap"));
    assertEquals(1.0, number(book, "unassessed_weight"), 1e-12);
    assertEquals("n/a", value(book, "Cap", "BTC"));
    assertEquals("n/a", value(book, "Held against the cap", "BTC"));
    assertEquals("n/a", book.value("average_score"));
    assertTrue(
        String.valueOf(sheet(book, "Dashboard").cell(8, 0).value)
            .startsWith("No asset is assessed yet"));
    book.calculateWithoutAddIn();
    assertEquals(List.of(), errors(book));
  }

  @Test
  void scoresWithoutEvidenceAreCounted() throws Exception {
    Book book = sample();
    assertEquals(18.0, number(book, "Scores without evidence", "BNB"));
    assertEquals(0.0, number(book, "Scores without evidence", "PAXG"));
  }

  @Test
  void theAverageScoreWeighsWhatIsHeld() throws Exception {
    Book book = sample();
    double sum = 0;
    double weight = 0;
    for (Holding h : SAMPLE.holdings()) {
      if (value(book, "Raw score, of 100", h.asset()) instanceof Double score) {
        sum += score * number(book, "Weight", h.asset());
        weight += number(book, "Weight", h.asset());
      }
    }
    assertNotEquals(1, weight, 1e-6);
    assertEquals(sum / weight, number(book, "average_score"), 1e-9);
  }

  @Test
  void aScoreBeyondFiveFailsACheckAndCapsThePosition() throws Exception {
    Book book = sample();
    enter(book, "Scores", 0, "BTC", 7);
    book.calculate();
    assertEquals(false, book.value(Frame.CHECKS_PASSED));
    assertEquals(0.02, number(book, "Cap", "BTC"));
    assertEquals("a score is not from 0 to 5", value(book, "Why", "BTC"));
    assertEquals(List.of(), errors(book));
  }

  @Test
  void aReviewAfterTheAsOfDateFailsACheck() throws Exception {
    Book book = sample();
    input(book, "BTC", 3, number(book, "as_of") + 1);
    book.calculate();
    assertEquals(false, book.value(Frame.CHECKS_PASSED));
  }

  @Test
  void weightsThatDoNotAddUpFailACheck() throws Exception {
    Book book = sample();
    Sheet criteria = sheet(book, "Criteria");
    criteria.set(5, 1, 0.2, Style.input(Style.Format.PERCENT));
    book.calculate();
    assertEquals(false, book.value(Frame.CHECKS_PASSED));
    assertEquals(List.of(), errors(book));
  }

  @Test
  void aShortIsRefusedByName() {
    Holding shorted = new Holding("BTC", 1, NONE, NONE, NONE, Holding.Side.SHORT, "", "");
    Portfolio portfolio =
        new Portfolio(
            "Short", List.of(shorted), SAMPLE.prices(), SAMPLE.settings(), SAMPLE.source());
    PortfolioException refused =
        assertThrows(PortfolioException.class, () -> new DueDiligence().build(portfolio));
    assertEquals(
        "side: found a short of BTC, expected long positions only: due-diligence",
        refused.getMessage());
  }

  private static Book scored(double score) throws PortfolioException {
    Holding.Side side = Holding.Side.LONG;
    List<Holding> holdings =
        List.of(
            new Holding("BTC", 1, NONE, NONE, NONE, side, "", "", NONE, score),
            new Holding("ETH", 1, NONE, NONE, NONE));
    return new DueDiligence()
        .build(
            new Portfolio(
                "Own", holdings, SAMPLE.prices(), SAMPLE.settings(), "Prices from own.csv"));
  }

  @Test
  void aScoreOfOnesOwnTakesThePlaceOfTheAnswers() throws Exception {
    Book book = scored(72);
    assertEquals(72, number(book, "Raw score, of 100", "BTC"));
    assertEquals(72, number(book, "average_score"));
    assertEquals("n/a", value(book, "Raw score, of 100", "ETH"));
    assertEquals("not assessed", value(book, "State", "ETH"));
    assertEquals("incomplete", value(book, "State", "BTC"));
    assertTrue(value(book, "Why", "BTC").toString().contains("red flags not answered"));
    Sheet flags = sheet(book, "Red flags");
    for (int flag = 0; flag < RedFlag.values().length; flag++) {
      flags.set(5 + flag, 3, "no", flags.cell(5 + flag, 3).style);
    }
    book.calculate();
    assertEquals("stale", value(book, "State", "BTC"), "no date");
    assertEquals(0.2, number(book, "Cap for the score", "BTC"));
    assertEquals(0.1, number(book, "Cap", "BTC"), 1e-12);
    flags.set(5, 3, "yes", flags.cell(5, 3).style);
    book.calculate();
    assertEquals("knocked out", value(book, "State", "BTC"));
    assertEquals(0, number(book, "Cap", "BTC"));
  }

  @Test
  void aScoreOfZeroIsAScore() throws Exception {
    assertEquals(0, number(scored(0), "Raw score, of 100", "BTC"));
    assertEquals("incomplete", value(scored(0), "State", "BTC"));
  }
}
