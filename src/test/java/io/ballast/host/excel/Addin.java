package io.ballast.host.excel;

import com.exceljava.jinx.ExcelAddIn;
import com.exceljava.jinx.ExcelReference;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Stand-ins for what only Excel has. */
final class Addin {
  private Addin() {}

  /** An add-in that answers these methods and no other. */
  static ExcelAddIn of(Map<String, Supplier<?>> answers) {
    return stub(ExcelAddIn.class, answers);
  }

  /** A cell or block, indices from 0. */
  static ExcelReference cells(
      String sheet, long firstRow, long firstColumn, long lastRow, long lastColumn) {
    ExcelReference.Range range =
        stub(
            ExcelReference.Range.class,
            Map.of(
                "getFirstRow", () -> firstRow,
                "getFirstColumn", () -> firstColumn,
                "getLastRow", () -> lastRow,
                "getLastColumn", () -> lastColumn));
    return stub(ExcelReference.class, Map.of("getSheetName", () -> sheet, "getRange", () -> range));
  }

  private static <T> T stub(Class<T> type, Map<String, Supplier<?>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Supplier<?> answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answer.get();
            }));
  }

  /** A desk that remembers. */
  static final class Remembering implements Desk {
    final List<String> told = new ArrayList<>();
    final List<Path> opened = new ArrayList<>();

    @Override
    public void tell(String title, String text) {
      told.add(title + "\n" + text);
    }

    @Override
    public void open(Path file) {
      opened.add(file);
    }
  }
}
