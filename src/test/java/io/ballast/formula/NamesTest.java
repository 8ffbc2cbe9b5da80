package io.ballast.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void titlesBecomeNamesThatNoSpreadsheetMistakes() {
    assertEquals("BTC", Names.of("BTC"));
    assertEquals("BTC_USD", Names.of("BTC-USD"));
    assertEquals("SOL1_", Names.of("SOL1"));
    assertEquals("_1INCH", Names.of("1INCH"));
    assertEquals("C_", Names.of("C"));
    assertEquals("r2_", Names.of("r2"));
    assertEquals("RC_", Names.of("RC"));
    assertEquals("R1C1_", Names.of("R1C1"));
    assertEquals("XFD1_", Names.of("XFD1"));
    assertEquals("XFE1", Names.of("XFE1"));
    assertEquals("true_", Names.of("true"));
    assertEquals("_", Names.of(""));
  }

  @Test
  void everyNameReadsAsANameInAFormula() {
    Random random = new Random(5);
    String letters = "ABCR019_-. $Ä1²";
    for (int i = 0; i < 5000; i++) {
      StringBuilder title = new StringBuilder();
      for (int n = random.nextInt(6); n >= 0; n--) {
        title.append(letters.charAt(random.nextInt(letters.length())));
      }
      String name = Names.of(title.toString());
      Scope scope = new SheetScope(new Object[0][0], Map.of(name, 42.0));
      assertEquals(42.0, Formula.parse(name).evaluate(scope, 0, 0), name);
    }
  }

  @Test
  void theNearestWordIsTheOneWithTheFewestChanges() {
    List<String> words = List.of("SHARPE", "SORTINO", "STERLING");
    assertEquals(Optional.of("SHARPE"), Nearest.of("sharp", words));
    assertEquals(Optional.of("SORTINO"), Nearest.of("SORTNIO", words));
    assertTrue(Nearest.of("XYZ", words).isEmpty());
  }
}
