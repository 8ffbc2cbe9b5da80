package io.ballast;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.exceljava.jinx.ExcelFunction;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ballast.functions.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, and the arrows between them, which run downward only. */
final class ArchitectureTest {
  /** Each room, and the rooms of ours that it may use. */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "metrics", List.of(),
          "functions", List.of("metrics"),
          "formula", List.of("metrics", "functions"),
          "host", List.of("functions", "formula"),
          "market", List.of(),
          "workbook", List.of("metrics", "market", "functions", "formula"),
          "batch", List.of("workbook", "market"),
          "reference", List.of("metrics", "functions", "formula", "market", "workbook"),
          "spark", List.of("market", "workbook", "batch", "cli"),
          "cli",
              List.of(
                  "metrics",
                  "functions",
                  "formula",
                  "host",
                  "market",
                  "workbook",
                  "batch",
                  "reference"));

  private static final String[] POI = {
    "org.apache.poi..",
    "org.apache.xmlbeans..",
    "org.openxmlformats..",
    "com.microsoft.schemas..",
    "schemasMicrosoftCom.."
  };

  private static JavaClasses production;

  @BeforeAll
  static void importClasses() {
    production =
        new ClassFileImporter()
            .importUrl(Catalogue.class.getProtectionDomain().getCodeSource().getLocation());
  }

  static Stream<String> rooms() {
    return ARROWS.keySet().stream().sorted();
  }

  private static String room(String name) {
    return "io.ballast." + name + "..";
  }

  private static String[] rooms(List<String> names) {
    return names.stream().map(ArchitectureTest::room).toArray(String[]::new);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void arrowsRunDownwardOnly(String name) {
    List<String> closed = new ArrayList<>(ARROWS.keySet());
    closed.remove(name);
    closed.removeAll(ARROWS.get(name));
    if (!closed.isEmpty()) {
      noClasses()
          .that()
          .resideInAPackage(room(name))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(rooms(closed))
          .allowEmptyShould(true)
          .check(production);
    }
  }

  @Test
  void everyClassLivesInARoom() {
    classes().should().resideInAnyPackage(rooms(List.copyOf(ARROWS.keySet()))).check(production);
  }

  @Test
  void roomsAreFreeOfCycles() {
    slices().matching("io.ballast.(*)..").should().beFreeOfCycles().check(production);
  }

  @Test
  void metricsUseNothingButLanguageAndMathematics() {
    classes()
        .that()
        .resideInAPackage(room("metrics"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                room("metrics"),
                "",
                "java.lang",
                "java.lang.annotation",
                "java.lang.invoke",
                "java.lang.runtime",
                "java.math",
                "java.util",
                "java.util.function",
                "java.util.stream",
                "org.apache.commons.math3..",
                "org.apache.commons.numbers..",
                "org.apache.commons.statistics.."))
        .check(production);
  }

  @Test
  void metricsGiveTheSameResultEveryTime() {
    noClasses()
        .that()
        .resideInAPackage(room("metrics"))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.Collections.class, "shuffle", List.class)
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(UUID|Date|Calendar|concurrent\\.ThreadLocalRandom)"
                + "|java\\.security\\.SecureRandom")
        .orShould()
        .callConstructorWhere(unseededGenerator())
        .check(production);
  }

  private static DescribedPredicate<JavaConstructorCall> unseededGenerator() {
    return describe(
        "creates a random generator without a seed",
        call ->
            call.getTarget().getRawParameterTypes().isEmpty()
                && (generates(call, "java.util.random.RandomGenerator")
                    || generates(call, "org.apache.commons.math3.random.RandomGenerator")));
  }

  private static boolean generates(JavaConstructorCall call, String type) {
    return call.getTargetOwner().isAssignableTo(type);
  }

  @Test
  void functionsUseNothingButMetricsAndTheirAnnotations() {
    classes()
        .that()
        .resideInAPackage(room("functions"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                room("functions"), room("metrics"), "", "java..", "com.exceljava.jinx.."))
        .check(production);
  }

  @Test
  void onlyPricesWorkbooksHostsAndCommandsKnowPoi() {
    onlyIn(List.of("market", "workbook", "host", "cli"), POI);
  }

  @Test
  void onlyCommandsKnowTheCommandLine() {
    onlyIn(List.of("cli"), "picocli..", "me.tongfei.progressbar..");
  }

  @Test
  void onlyFunctionsAndHostsKnowExcelsAddIn() {
    onlyIn(List.of("functions", "host"), "com.exceljava..");
  }

  @Test
  void onlyBatchesKnowTheCluster() {
    onlyIn(List.of("spark"), "org.apache.spark..", "org.apache.hadoop..");
  }

  private static void onlyIn(List<String> rooms, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackages(rooms(rooms))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(production);
  }

  @Test
  void everyClassWithWorksheetFunctionsIsInTheCatalogue() {
    Set<String> declaring = new TreeSet<>();
    for (JavaClass type : production) {
      if (type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(ExcelFunction.class))) {
        declaring.add(type.getName());
      }
    }
    assertFalse(declaring.isEmpty());
    Catalogue.classes().forEach(type -> declaring.remove(type.getName()));
    assertEquals(Set.of(), declaring);
  }
}
