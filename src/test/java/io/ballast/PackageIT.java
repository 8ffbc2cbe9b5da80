package io.ballast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.functions.BallastVersion;
import io.ballast.functions.Catalogue;
import io.ballast.host.excel.AddInFiles;
import io.ballast.workbook.WorkbookKind;
import io.ballast.workbook.WorkbookKinds;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that a user unpacks, unpacked into a folder with spaces in its name. */
class PackageIT {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*((?:\\([^()]*\\) )+).* \\(([^:()]+):([^:()]+):([^:()]+) - [^()]*\\)");

  @TempDir private static Path folder;
  private static Path home;
  private static List<String> names;

  @BeforeAll
  static void unpack() throws IOException {
    Path zip = Path.of(System.getProperty("ballast.package"));
    Path target = Files.createDirectories(folder.resolve("a folder with spaces"));
    names = new ArrayList<>();
    try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
      for (ZipArchiveEntry entry : Collections.list(file.getEntries())) {
        Path path = target.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        names.add(entry.getName());
        Files.createDirectories(path.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, path);
        }
        path.toFile().setExecutable((entry.getUnixMode() & 0100) != 0);
      }
    }
    home = target.resolve("ballast-" + BallastVersion.get());
    System.out.println(
        zip.getFileName() + ": " + Files.size(zip) + " bytes, " + names.size() + " files");
  }

  @Test
  void everyPartIsThere() {
    List<String> expected =
        new ArrayList<>(
            List.of(
                "LICENSE",
                "ballast",
                "ballast.bat",
                "ballast.jar",
                "excel/ACCEPTANCE.md",
                "excel/INSTALL.md",
                "excel/acceptance.xlsx",
                "excel/ballast-addin.jar",
                "excel/install.ps1",
                "excel/jinx.ini",
                "excel/" + AddInFiles.TOOLTIPS,
                "licences/THIRD-PARTY.txt"));
    for (WorkbookKind kind : WorkbookKinds.all()) {
      expected.add("templates/" + kind.name() + ".xlsx");
    }
    for (String name : expected) {
      assertTrue(Files.isRegularFile(home.resolve(name)), name);
    }
    assertTrue(names.stream().noneMatch(n -> n.endsWith(".xll")), "jinx.xll is not ours to give");
    assertTrue(Files.isExecutable(home.resolve("ballast")));
  }

  @Test
  void theJarRunsThere() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertEquals(
        "ballast " + BallastVersion.get() + "\n",
        run(folder, java, "-jar", home.resolve("ballast.jar").toString(), "--version"));
  }

  @Test
  void theJarHasNoSparkAndSaysWhereItIs() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = home.resolve("ballast.jar").toString();
    String text =
        run(
            2,
            folder,
            java,
            "-jar",
            jar,
            "batch",
            "--engine",
            "spark",
            "--prices",
            "p.csv",
            "--portfolios",
            "q.csv",
            "--workbook",
            "stop-loss",
            "--out",
            "out");
    assertTrue(text.startsWith("--engine: found no Apache Spark in this program, expected"), text);
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void theLauncherRunsAndWritesAWorkbook() throws Exception {
    String launcher = home.resolve("ballast").toString();
    assertEquals(
        "RECOVERY_GAIN(0.5)*5  5\n", run(folder, "sh", launcher, "eval", "RECOVERY_GAIN(0.5)*5"));
    Path out = folder.resolve("my workbooks");
    run(folder, "sh", launcher, "workbook", "diversification", "--out", out.toString());
    assertEquals(
        -1,
        Files.mismatch(
            home.resolve("templates/diversification.xlsx"), out.resolve("diversification.xlsx")));
  }

  @Test
  void theAddInsJarHoldsWhatJinxLoadsAndNothingElse() throws Exception {
    Path jar = home.resolve("excel/ballast-addin.jar");
    Set<String> roots = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .forEach(name -> roots.add(root(name)));
      assertEquals(null, file.getManifest().getMainAttributes().getValue("Main-Class"));
      assertEquals(
          BallastVersion.get(),
          file.getManifest().getMainAttributes().getValue("Implementation-Version"));
    }
    assertEquals(
        Set.of(
            "com/exceljava/jinx",
            "io/ballast/formula",
            "io/ballast/functions",
            "io/ballast/host/excel",
            "io/ballast/metrics",
            "org/apache/commons/math3"),
        roots);
  }

  private static String root(String name) {
    String[] parts = name.split("/");
    boolean host = name.startsWith("io/ballast/host/");
    boolean math = name.startsWith("org/apache/commons/");
    return String.join("/", Arrays.copyOf(parts, host || math ? 4 : 3));
  }

  /** Loaded alone, without the rest of our classes, as Jinx does. */
  @Test
  void theAddInsJarWorksByItself() throws Exception {
    URL jar = home.resolve("excel/ballast-addin.jar").toUri().toURL();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      List<String> listed;
      try (InputStream in = alone.getResourceAsStream(AddInFiles.CLASSES)) {
        listed = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      }
      assertTrue(alone.getResource("ballast-ribbon.xml") != null);
      int functions = 0;
      for (String name : listed) {
        Class<?> type = Class.forName(name, true, alone);
        for (Method method : type.getMethods()) {
          boolean function =
              Arrays.stream(method.getAnnotations())
                  .anyMatch(a -> a.annotationType().getSimpleName().equals("ExcelFunction"));
          if (function) {
            Object result = method.invoke(null, new Object[method.getParameterCount()]);
            assertTrue(result != null, method.toString());
            functions++;
          }
        }
      }
      assertEquals(Catalogue.standard().all().size(), functions);
    }
  }

  @Test
  void everythingBundledIsListedWithItsLicenceAndItsText() throws IOException {
    List<String> lines = Files.readAllLines(home.resolve("licences/THIRD-PARTY.txt"));
    List<String> bundled = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("Lists of")) {
        continue;
      }
      Matcher entry = ENTRY.matcher(line);
      assertTrue(entry.matches(), line);
      assertFalse(line.contains("Unknown"), line);
      String artifact = entry.group(3);
      bundled.add(artifact);
      boolean apache = entry.group(1).contains("Apache");
      assertTrue(apache || hasText(artifact), line + ": no text of its licence");
    }
    assertTrue(
        bundled.containsAll(List.of("poi", "commons-math3", "picocli", "jinx")), "" + bundled);
    assertFalse(bundled.contains("junit-jupiter"), "" + bundled);
  }

  private static boolean hasText(String artifact) throws IOException {
    Path licences = home.resolve("licences");
    if (Files.exists(licences.resolve(artifact.replaceFirst("^jline-.*", "jline") + ".txt"))) {
      return true;
    }
    try (Stream<Path> files = Files.walk(licences.resolve(artifact))) {
      return files.anyMatch(f -> f.getFileName().toString().contains("LICENSE"));
    }
  }

  private static String run(Path directory, String... command)
      throws IOException, InterruptedException {
    return run(0, directory, command);
  }

  private static String run(int exitCode, Path directory, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(3, TimeUnit.MINUTES), "does not end");
      String text = Files.readString(output).replace("\r\n", "\n");
      assertEquals(exitCode, process.exitValue(), text);
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
