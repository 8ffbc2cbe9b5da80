package io.ballast.spark;

import io.ballast.workbook.WorkbookKind;
import io.ballast.workbook.WorkbookKinds;
import java.io.Serializable;

/** A kind of workbook that can be sent to another machine. */
@FunctionalInterface
interface KindSource extends Serializable {
  WorkbookKind kind();

  static KindSource named(String name) {
    return () -> WorkbookKinds.find(name).orElseThrow();
  }
}
