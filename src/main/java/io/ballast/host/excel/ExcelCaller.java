package io.ballast.host.excel;

import com.exceljava.jinx.ExcelAddIn;
import com.exceljava.jinx.ExcelReference;
import io.ballast.formula.Names;
import io.ballast.functions.Worksheet;

/**
 * Tells {@code BALLAST_ERRORS} which cell called. Jinx makes an instance when the add-in starts,
 * because the class is listed and has a constructor that takes the add-in.
 *
 * <p>The address is put together from the sheet's name and the range's indices, because Excel gives
 * the address itself only to functions that are registered as macros, which ours are not.
 */
public final class ExcelCaller {
  private final ExcelAddIn addIn;

  /** Starts telling. */
  public ExcelCaller(ExcelAddIn addIn) {
    this.addIn = addIn;
    Worksheet.callerLookup(this::cell);
  }

  /**
   * The cells that call the current function, such as {@code Sheet1!B7} or {@code Sheet1!B7:B20};
   * empty when none does, as in the function wizard. Where Excel refuses to tell, its reason in
   * parentheses: a lookup that fails must not replace the failure that is being noted.
   */
  String cell() {
    try {
      ExcelReference caller = addIn.getCaller();
      return caller == null ? "" : caller.getSheetName() + "!" + address(caller.getRange());
    } catch (RuntimeException e) {
      return "(not told: " + e + ")";
    }
  }

  private static String address(ExcelReference.Range range) {
    String first = Names.cell((int) range.getFirstRow(), (int) range.getFirstColumn());
    String last = Names.cell((int) range.getLastRow(), (int) range.getLastColumn());
    return first.equals(last) ? first : first + ":" + last;
  }
}
