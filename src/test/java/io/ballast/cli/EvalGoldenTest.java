package io.ballast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.functions.CellError;
import io.ballast.functions.GoldenCases;
import io.ballast.functions.GoldenTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every golden case, through the command a user types. */
class EvalGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;

  private record Input(String dataset, String columns, String rows) {}

  @TestFactory
  Stream<DynamicTest> everyCaseHasItsValueThroughEval() {
    return groups().entrySet().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.getKey() + ", " + group.getValue().size() + " formulas",
                    () -> check(group.getKey(), group.getValue())));
  }

  @Test
  void thereAreCases() {
    assertTrue(groups().values().stream().mapToInt(List::size).sum() > 30);
  }

  private static Map<Input, List<GoldenCases.Case>> groups() {
    return GoldenCases.all().stream()
        .collect(
            Collectors.groupingBy(
                one -> new Input(one.dataset(), one.columns(), one.rows()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static void check(Input input, List<GoldenCases.Case> cases)
      throws IOException, URISyntaxException {
    Path formulas = Files.createTempFile(folder, "formulas", ".txt");
    Files.write(formulas, cases.stream().map(GoldenCases.Case::formula).toList());
    List<String> arguments =
        new ArrayList<>(List.of("eval", "--format", "json", "-f", formulas.toString()));
    arguments.addAll(options(input));
    Run run = Run.of(arguments.toArray(new String[0]));
    assertEquals("", run.err());
    assertEquals(0, run.exitCode(), run.out());
    List<String> answers = run.lines();
    assertEquals(cases.size(), answers.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      GoldenCases.Case one = cases.get(i);
      JsonNode answer = JSON.readTree(answers.get(i));
      assertEquals(one.formula(), answer.get("formula").textValue());
      Object result = result(answer);
      GoldenCases.Cell disputed = GoldenTest.DISPUTED.get(one.id());
      for (GoldenCases.Cell cell : disputed == null ? one.cells() : List.of(disputed)) {
        String difference = cell.difference(result);
        if (difference != null) {
          wrong.add(one.id() + " " + one.formula() + ": " + difference + answer.get("reason"));
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static List<String> options(Input input) throws URISyntaxException {
    List<String> options = new ArrayList<>();
    if (input.dataset().isEmpty()) {
      return options;
    }
    String[] parts = input.dataset().split("\\?");
    String place = parts[0].startsWith("numeric") ? "/golden/" : "/io/ballast/sample/";
    Path file = Path.of(EvalGoldenTest.class.getResource(place + parts[0]).toURI());
    options.addAll(List.of("--data", file.toString()));
    if (parts.length > 1) {
      options.addAll(List.of("--where", parts[1]));
    }
    if (!input.columns().isEmpty()) {
      options.addAll(List.of("--columns", input.columns().replace('|', ',')));
    }
    if (!input.rows().isEmpty()) {
      String[] bounds = input.rows().split("\\.\\.");
      options.addAll(List.of("--from", bounds[0], "--to", bounds[1]));
    }
    return options;
  }

  private static Object result(JsonNode answer) {
    return answer.get("error").isNull()
        ? value(answer.get("value"))
        : CellError.parse(answer.get("error").textValue());
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      Object[][] rows = new Object[node.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = new Object[node.get(i).size()];
        for (int j = 0; j < rows[i].length; j++) {
          rows[i][j] = value(node.get(i).get(j));
        }
      }
      return rows;
    }
    if (node.isObject()) {
      return CellError.parse(node.get("error").textValue());
    }
    if (node.isNumber()) {
      return node.doubleValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
  }
}
