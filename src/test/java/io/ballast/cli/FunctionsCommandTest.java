package io.ballast.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.functions.Catalogue;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FunctionsCommandTest {
  @Test
  void everyFunctionIsListedOnOneLineOfAtMostAHundredCharacters() {
    Run run = Run.of("functions");
    assertEquals(0, run.exitCode());
    for (Catalogue.Function function : Catalogue.standard().functions()) {
      assertTrue(run.lines().contains("  " + function.syntax()), function.name());
      assertTrue(run.lines().contains(function.category()), function.category());
    }
    assertTrue(run.lines().stream().allMatch(line -> line.length() <= 100));
    assertTrue(run.out().contains("STDEV.S"));
  }

  @Test
  void helpShowsSyntaxArgumentsAndResultForNamesInAnyCase() {
    Run run = Run.of("functions", "sharpe", "_xll.Sharpe");
    assertEquals(0, run.exitCode());
    assertEquals(
        2, run.lines().stream().filter(l -> l.startsWith("SHARPE(returns, [risk_free]")).count());
    assertTrue(run.out().contains("    [periods_per_year]"));
    assertTrue(run.out().contains("default 365"));
    assertTrue(run.out().contains("Result: A number, annual"));
    assertTrue(run.out().contains("    mean(x)/s(x)·√k"));
    assertTrue(run.out().contains("        k: periods per year"));
    assertTrue(run.out().contains("Source: Sharpe (1994)"));
    assertTrue(run.out().contains("    SHARPE(RETURNS(BTC),0.02)  0.5612"));
    assertTrue(run.lines().stream().allMatch(line -> line.length() <= 100));
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    Run run = Run.of("functions", "SHARP");
    assertEquals(2, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().contains("did you mean SHARPE?"), run.err());
  }

  @Test
  void jsonHoldsEveryFunctionWithItsArguments() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Run.of("functions", "--format", "json").out());
    assertEquals(Catalogue.standard().functions().size(), all.size());
    JsonNode sharpe =
        new ObjectMapper().readTree(Run.of("functions", "sharpe", "--format=JSON").out()).get(0);
    assertEquals("SHARPE", sharpe.get("name").textValue());
    assertEquals("Ballast Risk-adjusted return", sharpe.get("category").textValue());
    JsonNode periods = sharpe.get("arguments").get(2);
    assertEquals("periods_per_year", periods.get("name").textValue());
    assertTrue(periods.get("optional").booleanValue());
    assertEquals("365", periods.get("default").textValue());
    assertTrue(sharpe.get("arguments").get(0).get("default").isNull());
    assertEquals("A number, annual", sharpe.get("returns").textValue());
    assertEquals("mean(x)/s(x)·√k", sharpe.get("formula").get(0).textValue());
    assertEquals("SHARPE(RETURNS(BTC),0.02)", sharpe.get("example").textValue());
  }
}
