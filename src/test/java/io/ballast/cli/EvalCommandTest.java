package io.ballast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private String prices() throws IOException {
    return file(
            "prices.csv",
            "date,asset,BTC-USD,SOL1,1INCH,note",
            "2024-01-01,a,100,1,5,x",
            "2024-01-02,b,110,2,,y",
            "2024-01-03,a,99,3,7,z")
        .toString();
  }

  private static JsonNode answer(Run run, int line) throws IOException {
    return JSON.readTree(run.lines().get(line));
  }

  @Test
  void columnsAreNamesAndDataIsTheBlockOfNumbers() throws IOException {
    Run run =
        Run.of(
            "eval",
            "--data",
            prices(),
            "--format",
            "json",
            "SUM(BTC_USD)",
            "SOL1_*2",
            "_1inch",
            "DATA",
            "INDEX(date,1)",
            "note&\"!\"");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("309.0", answer(run, 0).get("value").toString());
    assertEquals("[[2.0],[4.0],[6.0]]", answer(run, 1).get("value").toString());
    assertEquals("[[5.0],[null],[7.0]]", answer(run, 2).get("value").toString());
    assertEquals(
        "[[100.0,1.0,5.0],[110.0,2.0,null],[99.0,3.0,7.0]]",
        answer(run, 3).get("value").toString());
    assertEquals("45292.0", answer(run, 4).get("value").toString());
    assertEquals("[[\"x!\"],[\"y!\"],[\"z!\"]]", answer(run, 5).get("value").toString());
  }

  @Test
  void rowsAndColumnsAreChosen() throws IOException {
    String data = prices();
    assertEquals(
        "[[1.0,100.0],[3.0,99.0]]",
        answer(
                Run.of(
                    "eval",
                    "--format=json",
                    "--data",
                    data,
                    "--columns",
                    "SOL1,BTC-USD",
                    "--where",
                    "asset=a",
                    "DATA"),
                0)
            .get("value")
            .toString());
    Run run =
        Run.of(
            "eval", "--data", data, "--from", "2024-01-02", "--to", "2024-01-02", "BTC_USD", "1+1");
    assertEquals(List.of("BTC_USD  110", "1+1      2"), run.lines());
  }

  @Test
  void everyFormulaIsAnsweredInOrderWhateverFails() throws IOException {
    Run run =
        Run.of(
            "eval",
            "--format",
            "json",
            "1e-5/3",
            "1+",
            "XLOOKUP(1)",
            "A1",
            "foo",
            "SQRT(-1)",
            "SHARPE({0.1,0.1})",
            "{1,#N/A;TRUE,\"t\"}");
    assertEquals(2, run.exitCode());
    assertEquals(8, run.lines().size());
    for (int i = 0; i < 8; i++) {
      List<String> keys = new ArrayList<>();
      answer(run, i).fieldNames().forEachRemaining(keys::add);
      assertEquals(List.of("formula", "value", "error", "reason"), keys);
    }
    assertEquals(1e-5 / 3, answer(run, 0).get("value").doubleValue());
    assertTrue(answer(run, 0).get("error").isNull());
    assertEquals("#VALUE!", answer(run, 1).get("error").textValue());
    assertTrue(answer(run, 1).get("reason").textValue().contains("position 3"));
    assertEquals("#NAME?", answer(run, 2).get("error").textValue());
    assertTrue(answer(run, 3).get("reason").textValue().contains("cells"));
    assertTrue(answer(run, 4).get("reason").textValue().startsWith("foo is not known"));
    assertEquals("#NUM!", answer(run, 5).get("error").textValue());
    assertTrue(answer(run, 6).get("reason").textValue().startsWith("SHARPE: returns: found"));
    assertEquals(
        "[[1.0,{\"error\":\"#N/A\"}],[true,\"t\"]]", answer(run, 7).get("value").toString());
  }

  @Test
  void errorValuesLeaveTheExitCodeZeroAndReasonsBelongToTheirFormula() throws IOException {
    Run run = Run.of("eval", "--format", "json", "SHARPE({0.1,0.1})", "1/0", "SHARPE({0.1})");
    assertEquals(0, run.exitCode());
    assertTrue(answer(run, 0).get("reason").textValue().contains("constant"));
    assertFalse(answer(run, 1).get("reason").textValue().contains("SHARPE"));
    assertTrue(answer(run, 2).get("reason").textValue().contains("at least 2"));
  }

  @Test
  void formulasComeFromAFileTooWhateverTheyBeginWith() throws IOException {
    Path formulas = file("formulas.txt", "\uFEFF-2^2", "", "  ", "#N/A", "{1,2}*2", "=1");
    Run run = Run.of("eval", "-f", formulas.toString(), "--format", "json");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(4, run.lines().size());
    assertEquals(4.0, answer(run, 0).get("value").doubleValue());
    assertEquals("#N/A", answer(run, 1).get("error").textValue());
    assertEquals("[[2.0,4.0]]", answer(run, 2).get("value").toString());
  }

  @Test
  void arraysPrintAsTablesLongOnesShortened() throws IOException {
    Run run = Run.of("eval", "{1,\"abc\";-22.123456789,TRUE}", "ROW(A1:A30)");
    assertEquals(
        List.of("{1,\"abc\";-22.123456789,TRUE}", "           1  abc", "    -22.1235  TRUE"),
        run.lines().subList(0, 3));
    assertTrue(run.out().contains("… 13 rows more"));
    assertEquals(3 + 1 + 12 + 1 + 5, run.lines().size());
  }

  @Test
  void wrongInputIsRefusedInOneLineWithoutATrace() throws IOException {
    String data = prices();
    String twice = file("twice.csv", "a-b,a_b", "1,2").toString();
    String undated = file("undated.csv", "a,b", "1,2").toString();
    refused("twice.csv: found the columns a-b and a_b", "--data", twice, "1");
    refused("undated.csv: found no column of dates", "--data", undated, "--to", "2024-01-01", "1");
    refused("found no column BTC-USX", "--data", data, "--columns", "BTC-USX", "1");
    refused("did you mean BTC_USD?", "--data", data, "--columns", "BTC-USX", "1");
    refused(
        "no row where asset is c, expected one of a, b", "--data", data, "--where=asset=c", "1");
    refused("found no row from 2025-01-01", "--data", data, "--from", "2025-01-01", "1");
    refused("found nothing there", "--data", folder.resolve("none.csv").toString(), "1");
    refused("cannot be read", "-f", folder.resolve("none.txt").toString());
    refused("found no formula");
    refused("need --data", "--from", "2024-01-01", "1");
    refused("expected a date such as 2021-01-31", "--from", "01.02.2024", "1");
  }

  private static void refused(String reason, String... arguments) {
    List<String> all = new ArrayList<>(List.of("eval"));
    all.addAll(List.of(arguments));
    Run run = Run.of(all.toArray(new String[0]));
    assertEquals(2, run.exitCode(), run.out());
    assertTrue(run.err().contains(reason), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aTickerThatReadsAsAnotherThingGetsAnotherName() throws IOException {
    String data = file("odd.csv", "C,R1C1,TRUE,data,x.y,Ä", "1,2,3,4,5,6").toString();
    Run run =
        Run.of(
            "eval",
            "--data",
            data,
            "--format",
            "json",
            "C_+R1C1_*10+TRUE_*100+data_*1000+x_y*10000+Ä*100000",
            "DATA");
    assertEquals(654321, answer(run, 0).get("value").intValue());
    assertEquals("[[1.0,2.0,3.0,4.0,5.0,6.0]]", answer(run, 1).get("value").toString());
  }
}
