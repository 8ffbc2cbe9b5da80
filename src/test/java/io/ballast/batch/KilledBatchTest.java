package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch in a process of its own, ended without warning again and again. */
@Tag("thorough")
class KilledBatchTest {
  private static final int KILLS = 50;
  private static final int PORTFOLIOS = 60;
  private static final long SEED = 20240630;

  @TempDir Path folder;

  private Process start(Path out, boolean resume) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.ballast.cli.Main",
                "batch",
                "--prices",
                "src/main/resources/io/ballast/sample/close.csv",
                "--portfolios",
                folder.resolve("portfolios.csv").toString(),
                "--workbook",
                "diversification",
                "--lookback",
                "60",
                "--threads",
                "2",
                "--out",
                out.toString()));
    if (resume) {
      command.add("--resume");
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private void finish(Path out, boolean resume) throws Exception {
    Process process = start(out, resume);
    assertTrue(process.waitFor(10, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log")));
  }

  /** Every file under its final name; each workbook's parts unpack to their end. */
  private static SortedMap<String, byte[]> files(Path out) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(out)) {
      for (Path file : list.toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".")) {
          files.put(name, Files.readAllBytes(file));
          if (name.endsWith(".xlsx")) {
            unpack(file);
          }
        }
      }
    }
    return files;
  }

  private static void unpack(Path file) throws IOException {
    int parts = 0;
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zip.readAllBytes();
        parts++;
      }
    }
    assertTrue(parts > 10, file + " has " + parts + " parts");
  }

  @Test
  void aRunThatIsKilledAgainAndAgainEndsLikeOneThatIsNot() throws Exception {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("portfolio,asset,quantity\n");
    for (int i = 0; i < PORTFOLIOS; i++) {
      text.append("P%d,BTC,%s%nP%d,ETH,%s%n".formatted(i, 1 + random.nextInt(9), i, 1 + i));
    }
    Files.writeString(folder.resolve("portfolios.csv"), text);
    Path whole = folder.resolve("whole");
    finish(whole, false);
    SortedMap<String, byte[]> expected = files(whole);
    assertTrue(expected.size() > PORTFOLIOS);

    Path out = folder.resolve("out");
    int killed = 0;
    int rounds = 0;
    while (killed < KILLS) {
      Process process = start(out, true);
      if (process.waitFor(300 + random.nextInt(2500), TimeUnit.MILLISECONDS)) {
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log")));
        same(expected, out);
        rounds++;
        Files.delete(out.resolve(Journal.FILE));
      } else {
        process.destroyForcibly();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        killed++;
        if (Files.exists(out)) {
          files(out);
        }
      }
    }
    finish(out, true);
    same(expected, out);
    System.out.printf("killed %d times, finished %d times before%n", killed, rounds);
  }

  private static void same(SortedMap<String, byte[]> expected, Path out) throws IOException {
    SortedMap<String, byte[]> found = files(out);
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }
}
