package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  private static List<String> names(String... ids) {
    FileNames names = new FileNames(".xlsx");
    return Arrays.stream(ids).map(names::of).toList();
  }

  @Test
  void plainIdsKeepTheirName() {
    assertEquals(List.of("Family office.xlsx", "a-b_1.xlsx"), names("Family office", "a-b_1"));
    assertEquals(List.of("Köln 東京.xlsx"), names("Köln 東京"));
  }

  @Test
  void separatorsAndDotsCannotLeaveTheFolder() {
    Path folder = Path.of("/out");
    for (String id : List.of("../x", "..", "/etc/passwd", "C:\\x", "a/../../b", "\0", ".", "~")) {
      String name = names(id).get(0);
      assertEquals(folder, folder.resolve(name).normalize().getParent(), name);
      assertTrue(name.matches("[A-Za-z0-9_]+\\.xlsx"), name);
    }
    assertEquals("=cmd__x.xlsx".replace("=", "_"), names("=cmd|'x").get(0));
  }

  @Test
  void namesDoNotCollideWhateverTheirCase() {
    assertEquals(
        List.of("a.xlsx", "A-2.xlsx", "a_b.xlsx", "a_b-2.xlsx", "a-2-2.xlsx"),
        names("a", "A", "a/b", "a:b", "a-2"));
  }

  @Test
  void namesReservedOnWindowsAreChanged() {
    assertEquals(
        List.of("CON_.xlsx", "nul_.xlsx", "Com1_.xlsx", "console.xlsx"),
        names("CON", "nul", "Com1", "console"));
  }

  @Test
  void longNamesAreCutAndStayDifferent() {
    FileNames names = new FileNames("-diversification.xlsx");
    String one = names.of("東".repeat(300));
    String two = names.of("東".repeat(300) + "x");
    assertTrue(one.getBytes(StandardCharsets.UTF_8).length <= 150, one);
    assertEquals("東".repeat(33) + "-diversification.xlsx", one);
    assertEquals("東".repeat(33) + "-2-diversification.xlsx", two);
  }

  @Test
  void blankIdsGetAName() {
    assertEquals(List.of("portfolio.xlsx", "portfolio-2.xlsx"), names("", "  "));
  }

  @Test
  void anyIdsGiveDifferentNamesInTheFolder() {
    Random random = new Random(11);
    FileNames names = new FileNames(".xlsx");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      StringBuilder id = new StringBuilder();
      for (int c = random.nextInt(4); c >= 0; c--) {
        id.appendCodePoint(random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x3000));
      }
      String name = names.of(id.toString());
      assertTrue(seen.add(name.toLowerCase(Locale.ROOT)), name);
      assertTrue(!name.contains("/") && !name.contains("\\") && !name.startsWith("."), name);
    }
  }
}
