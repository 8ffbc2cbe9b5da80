package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.star.sheet.XSpreadsheet;
import com.sun.star.table.XCell;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.util.XProtectable;
import io.ballast.host.calc.CalcOffice;
import io.ballast.testing.CalcDocument;
import io.ballast.testing.RunningOffice;
import io.ballast.testing.WorkbookComparison;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person's changes, made in LibreOffice and in our own description of the same workbook: units,
 * another asset with its prices (where a position is no more than units), another profile and
 * benchmark, newer prices pasted below. The spreadsheet's results and ours are then the same, with
 * the add-in and without it.
 */
@Tag("thorough")
@ExtendWith(CalcOffice.class)
class ChangedInputsIT {
  private static final int NEW_DAYS = 20;
  private static final String NEW_ASSET = "NEW";

  /** A constant in a cell. */
  private record Change(Sheet sheet, int row, int column, Object value) {
    void in(CalcDocument calc) throws Exception {
      XSpreadsheet target = calc.sheet(sheet.name());
      XCell cell = target.getCellByPosition(column, row);
      if (value instanceof Double number) {
        cell.setValue(number);
      } else {
        cell.setFormula("'" + value);
      }
    }

    void inBook() {
      sheet.set(row, column, value, sheet.cell(row, column).style);
    }
  }

  @Test
  void changedWorkbooksCalculateInTheSpreadsheetAsInOurOwnCore(
      RunningOffice office, @TempDir Path folder) throws Exception {
    for (WorkbookKind kind : WorkbookKinds.all()) {
      Book book = kind.build(SampleMarket.portfolio(), Room.TEMPLATE);
      Path before = folder.resolve(kind.name() + ".xlsx");
      write(book, before);
      List<Change> changes = changes(book);
      assertTrue(changes.size() >= 3, kind.name() + " takes " + changes.size() + " changes");
      changes.forEach(Change::inBook);
      Path theirsWith = folder.resolve(kind.name() + "-with.xlsx");
      Path theirsWithout = folder.resolve(kind.name() + "-without.xlsx");
      try (CalcDocument calc = office.open(before)) {
        for (Change change : changes) {
          change.in(calc);
        }
        calc.calculate();
        calc.store(theirsWith, "Calc MS Excel 2007 XML");
        Book.Name flag = flag(book);
        XSpreadsheet about = calc.sheet(flag.block().sheet().name());
        UnoRuntime.queryInterface(XProtectable.class, about).unprotect("");
        about
            .getCellByPosition(flag.block().firstColumn(), flag.block().firstRow())
            .setFormula("=FALSE()");
        calc.calculate();
        calc.store(theirsWithout, "Calc MS Excel 2007 XML");
      }
      book.calculate();
      compare(kind.name() + " with the add-in", book, theirsWith, folder);
      book.calculateWithoutAddIn();
      compare(kind.name() + " without the add-in", book, theirsWithout, folder);
    }
  }

  private static Book.Name flag(Book book) {
    return name(book, Book.ADDIN_LOADED);
  }

  private static Book.Name name(Book book, String wanted) {
    for (Book.Name name : book.names()) {
      if (name.name().equalsIgnoreCase(wanted)) {
        return name;
      }
    }
    return null;
  }

  private static void write(Book book, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file)) {
      BookWriter.write(book, out);
    }
  }

  private static void compare(String what, Book book, Path theirs, Path folder) throws Exception {
    Path ours = folder.resolve("ours.xlsx");
    write(book, ours);
    Book.Name flag = flag(book);
    String flagCell = A1.cell(flag.block().firstRow(), flag.block().firstColumn());
    WorkbookComparison compared =
        WorkbookComparison.of(
            ours,
            theirs,
            (sheet, address) ->
                sheet.equals(flag.block().sheet().name()) && address.equals(flagCell));
    System.out.printf("Changed inputs: %s, %d formulas%n", what, compared.formulas());
    assertEquals(List.of(), compared.differences(), what);
    assertEquals(List.of(), compared.errors(), what + ": error cells");
  }

  private static List<Change> changes(Book book) {
    List<Change> changes = new ArrayList<>();
    Book.Name slots = name(book, "holding_slots");
    if (slots != null) {
      Sheet inputs = slots.block().sheet();
      int first = slots.block().firstRow();
      int units = unitsColumn(inputs, first - 1);
      Double before = (Double) inputs.cell(first + 1, units).value;
      changes.add(new Change(inputs, first + 1, units, before * 3));
      int free = first + SampleMarket.portfolio().holdings().size();
      if (units == 1) {
        changes.add(new Change(inputs, free, slots.block().firstColumn(), NEW_ASSET));
        changes.add(new Change(inputs, free, units, 2.0));
      }
    }
    constant(changes, book, "benchmark", "ETH");
    constant(changes, book, "risk_profile", RiskProfile.CAUTIOUS.word());
    constant(changes, book, "confidence", 0.9);
    constant(changes, book, "watch", 0.7);
    prices(changes, book);
    return changes;
  }

  private static int unitsColumn(Sheet inputs, int header) {
    for (int c = 1; c < 12; c++) {
      Cell cell = inputs.cell(header, c);
      if (cell != null && "Units".equals(cell.value)) {
        return c;
      }
    }
    throw new AssertionError("no column Units on " + inputs.name());
  }

  private static void constant(List<Change> changes, Book book, String name, Object value) {
    Book.Name found = name(book, name);
    if (found != null) {
      Chart.Block b = found.block();
      changes.add(new Change(b.sheet(), b.firstRow(), b.firstColumn(), value));
    }
  }

  /** Newer days below the last, with prices that move at random from the last ones. */
  private static void prices(List<Change> changes, Book book) {
    Book.Name dates = name(book, "price_dates");
    Book.Name prices = name(book, "price_block");
    if (dates == null || prices == null) {
      return;
    }
    Sheet sheet = dates.block().sheet();
    int first = dates.block().firstRow();
    int last = first;
    while (sheet.cell(last + 1, 0) != null && sheet.cell(last + 1, 0).value != null) {
      last++;
    }
    Random random = new Random(7);
    int free = prices.block().firstColumn();
    while (sheet.cell(first - 1, free).value != null) {
      free++;
    }
    changes.add(new Change(sheet, first - 1, free, NEW_ASSET));
    double start = 100;
    for (int row = first; row <= last; row++) {
      start *= Math.exp(0.04 * random.nextGaussian());
      changes.add(new Change(sheet, row, free, start));
    }
    int days = 0;
    while (days < NEW_DAYS && sheet.cell(last + days + 1, 0) != null) {
      days++;
    }
    for (int c = prices.block().firstColumn(); c <= free; c++) {
      Object price = c == free ? (Object) start : sheet.cell(last, c).value;
      for (int d = 1; d <= days && price instanceof Double; d++) {
        double next = (Double) price * Math.exp(0.03 * random.nextGaussian());
        price = next;
        changes.add(new Change(sheet, last + d, c, next));
      }
    }
    double day = (Double) sheet.cell(last, 0).value;
    for (int d = 1; d <= days; d++) {
      changes.add(new Change(sheet, last + d, 0, day + d));
    }
  }
}
