package io.ballast.workbook;

import java.util.List;
import java.util.Optional;

/** The kinds of workbook that Ballast makes. */
public final class WorkbookKinds {
  private static final List<WorkbookKind> ALL =
      List.of(
          new RiskMeasures(),
          new Diversification(),
          new NonCorrelated(),
          new DueDiligence(),
          new Monitoring(),
          new PositionSizing(),
          new StopLoss(),
          new RiskReport());

  private WorkbookKinds() {}

  /** All kinds, in the order in which a person would open them. */
  public static List<WorkbookKind> all() {
    return ALL;
  }

  /**
   * The kind of this name.
   *
   * @param name as {@link WorkbookKind#name}, in lower case
   * @return empty if there is none
   */
  public static Optional<WorkbookKind> find(String name) {
    return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
