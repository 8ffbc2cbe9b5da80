package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed templates; {@code ballast workbook --out templates} makes them. */
class TemplatesTest {
  private static final Path TEMPLATES = Path.of("templates");

  @Test
  void everyKindOfWorkbookHasItsTemplateAndNoOtherFileIsThere() throws Exception {
    Set<String> expected =
        WorkbookKinds.all().stream()
            .map(kind -> kind.name() + ".xlsx")
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      assertEquals(
          expected,
          files
              .map(f -> f.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void everyTemplateIsWhatAFreshBuildWrites() throws Exception {
    for (WorkbookKind kind : WorkbookKinds.all()) {
      Book book = kind.build(SampleMarket.portfolio(), Room.TEMPLATE);
      assertArrayEquals(
          Files.readAllBytes(TEMPLATES.resolve(kind.name() + ".xlsx")),
          JudgedWorkbooksTest.bytes(book),
          kind.name() + " is out of date: run ballast workbook --out templates");
    }
  }
}
