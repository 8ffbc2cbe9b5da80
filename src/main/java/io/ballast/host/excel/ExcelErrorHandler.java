package io.ballast.host.excel;

import com.exceljava.jinx.ErrorHandler;
import io.ballast.functions.CellError;
import io.ballast.functions.Worksheet;
import java.lang.reflect.Method;

/**
 * What Excel gets when something fails outside of a function's own body: the one class that decides
 * it. Named in {@code jinx.ini}; Jinx makes an instance by the constructor without arguments.
 *
 * <p>Jinx turns a returned {@code java.lang.Exception} into an error value. A {@link CellError} is
 * one, its message is the error's text, and the functions return nothing else for a failure, so
 * IFERROR and ISERROR see every failure. Which code Jinx gives for an exception is not documented:
 * the acceptance workbook shows it. Never is a text or {@code null} returned: the first would pass
 * for a result, the second leaves the code to Jinx.
 */
public final class ExcelErrorHandler implements ErrorHandler {
  private final Desk desk;

  /** A handler that shows the failures of the ribbon in a window. */
  public ExcelErrorHandler() {
    this(new SwingDesk());
  }

  ExcelErrorHandler(Desk desk) {
    this.desk = desk;
  }

  /** Notes the failure for {@code BALLAST_ERRORS}; its error value is {@link Worksheet#failure}. */
  @Override
  public Object functionError(String functionName, Method method, Throwable error) {
    return Worksheet.failure(functionName, error);
  }

  /** As {@link #functionError}. */
  @Override
  public Object macroError(String macroName, Method method, Throwable error) {
    return Worksheet.failure(macroName, error);
  }

  /** Notes the failure and shows it. */
  @Override
  public void menuError(
      String menuName, String subMenuName, String itemName, Method method, Throwable error) {
    show(itemName, error);
  }

  /** Notes the failure and shows it. */
  @Override
  public void actionError(String actionName, Method method, Throwable error) {
    show(actionName, error);
  }

  private void show(String what, Throwable error) {
    Worksheet.failure(what, error);
    desk.tell("Ballast", what + " failed: " + error);
  }
}
