package io.ballast.formula;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.CellError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final Scope SHEET =
      new SheetScope(
          new Object[][] {
            {1.0, 2.0, "x", null}, {3.0, 4.0, true, CellError.NA}, {5.0, 6.0, "7", null}
          },
          Map.of("rate", 0.05, "block", new Object[][] {{1.0, 2.0}, {3.0, 4.0}}));

  private static Object eval(String formula) {
    return Formula.parse(formula).evaluate(SHEET, 0, 0);
  }

  private static String refusal(String formula) {
    return assertThrows(FormulaException.class, () -> Formula.parse(formula)).getMessage();
  }

  @Test
  void signsBindTighterThanPowersAndPowersGoFromLeftToRight() {
    assertEquals(4.0, eval("-2^2"));
    assertEquals(64.0, eval("=2^3^2"));
    assertEquals(0.25, eval("2^-2"));
    assertEquals(-4.0, eval("0-2^2"));
    assertEquals(7.0, eval("1+2*3"));
    assertEquals("34", eval("1+2&2+2"));
    assertEquals(true, eval("1+1=2"));
    assertEquals(0.02, eval("2%"));
    assertEquals(-0.02, eval("-2%"));
    assertEquals(5.0, eval("10-2-3"));
    assertEquals(3.0, eval("--\"3\""));
  }

  @Test
  void numbersJoinTextAsTheFormatGeneralShowsThem() {
    assertEquals("0.3", eval("0.1+0.2&\"\""));
    assertEquals("1E-20", eval("1e-20&\"\""));
    assertEquals("TRUE1", eval("TRUE&1"));
  }

  @Test
  void arraysBroadcastAndMissingCellsAreNotAvailable() {
    assertArrayEquals(
        new Object[][] {{11.0, 21.0}, {12.0, 22.0}}, (Object[][]) eval("{1;2}+{10,20}"));
    assertArrayEquals(
        new Object[][] {{2.0, 4.0, CellError.NA}}, (Object[][]) eval("{1,2,3}+{1,2}"));
    assertArrayEquals(new Object[][] {{2.0, 4.0}, {6.0, 8.0}}, (Object[][]) eval("block*2"));
  }

  @Test
  void shiftedFormulaMovesRelativeReferencesOnly() {
    Formula formula = Formula.parse("=A1 + $A$1+SUM($A1:B$2)*'My sheet'!a1");
    assertEquals("A1 + $A$1+SUM($A1:B$2)*'My sheet'!A1", formula.typed(0, 0));
    assertEquals("C3 + $A$1+SUM($A3:D$2)*'My sheet'!C3", formula.typed(2, 2));
    assertEquals("AA1 + $A$1+SUM($A1:AB$2)*'My sheet'!AA1", formula.typed(0, 26));
    assertEquals("#REF!", Formula.parse("A1").typed(-1, 0));
    assertEquals(6.0, Formula.parse("A1").evaluate(SHEET, 2, 1));
    assertEquals(CellError.REF, Formula.parse("A1").evaluate(SHEET, -1, 0));
    assertEquals(7.0, Formula.parse("SUM(A1:B1)").evaluate(SHEET, 1, 0));
  }

  @Test
  void storedFormulaCarriesThePrefixesThatFilesNeed() {
    Formula formula = Formula.parse("if(true,sharpe(a1:a9,0),Stdev.S(A1:A9)/SUM(sharpe(B1:B9)))");
    assertEquals("IF(true,SHARPE(A1:A9,0),STDEV.S(A1:A9)/SUM(SHARPE(B1:B9)))", formula.typed(0, 0));
    assertEquals(
        "IF(true,_xll.SHARPE(A1:A9,0),_xlfn.STDEV.S(A1:A9)/SUM(_xll.SHARPE(B1:B9)))",
        formula.stored(0, 0));
    assertTrue(formula.usesAddIn());
    assertFalse(Formula.parse("SUM(1)").usesAddIn());
    assertEquals("SHARPE(A1)", Formula.parse("_xll.SHARPE(A1)").typed(0, 0));
  }

  @Test
  void parsedAgainTypedAndStoredFormulasAreTheSame() {
    for (String text :
        List.of("SUM(A1:$B$9)*\"a\"\"b\"", "SHARPE({1,-2;3,4},,12)", "-2^2%", "{#N/A,TRUE}&rate")) {
      Formula formula = Formula.parse(text);
      assertEquals(text, Formula.parse(formula.stored(0, 0)).typed(0, 0));
    }
  }

  @Test
  void faultsAreRefusedWithPositionAndReason() {
    assertEquals("at position 3: found the end of the formula, expected a value", refusal("1+"));
    assertTrue(refusal("{1,,3}").startsWith("at position 4: found \",\", expected a number"));
    assertTrue(refusal("{1,2;3}").contains("row 2 of the array constant has 1 values"));
    assertTrue(refusal("(1").contains("expected an operator or )"));
    assertTrue(refusal("\"abc").contains("no closing \""));
    assertTrue(refusal("1 2").startsWith("at position 3: found \"2\""));
    assertTrue(refusal("BTC:ETH").contains("colon"));
    assertTrue(refusal("SQRT(1,2)").contains("SQRT takes at most 1 argument, found 2"));
    assertTrue(refusal("SQRT()").contains("SQRT takes at least 1 argument, found 0"));
    assertTrue(refusal("").contains("empty"));
    assertTrue(refusal("1".repeat(8193)).contains("8192"));
  }

  @Test
  void unknownFunctionIsNamedWithTheNearest() {
    assertEquals(
        "XLOOKUP is not among the functions that Ballast evaluates; did you mean LOOKUP?",
        refusal("XLOOKUP(1,2,3)"));
    assertTrue(refusal("SHARP(A1)").endsWith("did you mean SHARPE?"));
    assertEquals(
        CellError.NAME,
        assertThrows(FormulaException.class, () -> Formula.parse("LET(a,1,a)")).error());
  }

  @Test
  void nestingIsLimitedAndLongChainsAreNot() {
    assertEquals(1.0, eval("(".repeat(64) + "1" + ")".repeat(64)));
    assertTrue(refusal("(".repeat(65) + "1" + ")".repeat(65)).contains("64 levels"));
    assertTrue(refusal("-".repeat(5000) + "1").contains("64 levels"));
    assertEquals(4000.0, eval("1" + "+1".repeat(3999)));
  }

  @Test
  void onlyTheChosenSideIsEvaluated() {
    assertEquals(1.0, eval("IF(TRUE,1,unknown)"));
    assertEquals(2.0, eval("IFERROR(2,unknown)"));
    assertEquals(3.0, eval("CHOOSE(2,unknown,3)"));
    assertThrows(FormulaException.class, () -> eval("unknown+1"));
  }

  @Test
  void ourFunctionsGetRangesErrorsAndOmittedArguments() {
    double expected = (double) eval("AVERAGE({0.1,0.2,0.4})/STDEV.S({0.1,0.2,0.4})*SQRT(12)");
    assertEquals(expected, (double) eval("SHARPE({0.1,0.2,0.4},,12)"), 1e-14);
    assertEquals(CellError.DIV0, eval("SHARPE({0.1,#DIV/0!})"));
    assertEquals(CellError.VALUE, eval("SHARPE({0.1,0.2,0.4},0,{1,2})"));
    assertEquals(CellError.VALUE, eval("SHARPE()"));
  }

  @Test
  void aFilledFormulaIsTheStoredOneInEveryRow() {
    for (String text :
        List.of(
            "1",
            "A1",
            "SUM($B$3:B$4)+C5*D$6",
            "IF(A5>2,\"A5 \"&Other!C7,'a b'!$D9:E10)",
            "SHARPE(B7:B9)/STDEV.S($A2:$A4)",
            "A1048570+1",
            "#REF!+B3")) {
      Formula formula = Formula.parse(text);
      for (int column : new int[] {0, 1, -1, 3, 16_382}) {
        FilledText filled = formula.filled(column);
        for (int row : new int[] {0, 1, -1, -4, 6, 7, 500, 1_048_575, -1_048_575}) {
          StringBuilder printed = new StringBuilder(filled.text(0));
          for (int i = 0; i < filled.rowCount(); i++) {
            printed.append(filled.row(i) + row).append(filled.text(i + 1));
          }
          String message = text + " " + row + " " + column;
          if (filled.holdsAt(row)) {
            assertEquals(formula.stored(row, column), printed.toString(), message);
          } else {
            assertTrue(formula.stored(row, column).contains("#REF!"), message);
          }
        }
      }
    }
  }
}
