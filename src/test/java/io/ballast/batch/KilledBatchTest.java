package io.ballast.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch in a process of its own, ended without warning again and again, then gone on with. All
 * runs have the same inputs, so whatever has its name must have the bytes of the run that nobody
 * stopped.
 */
@Tag("thorough")
class KilledBatchTest {
  private static final int TIMED_KILLS = 42;

  /** Parts of a run's length; each sees a kill before any sees another. */
  private static final int PARTS = 14;

  private static final int HALF_FILES = 3;
  private static final int MOST_WATCHED_KILLS = 30;
  private static final int PORTFOLIOS = 20;
  private static final long POLL_NANOS = 20_000;
  private static final long SEED = 20240630;
  private static final int INPUT_FAULT = 2;
  private static final List<String> REPORTS =
      List.of(
          BatchIndex.FILE,
          BatchReports.SUMMARY,
          Alerts.FILE,
          BatchReports.FAILURES,
          BatchReports.FINDINGS);

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private SortedMap<String, byte[]> expected;
  private Path out;
  private int kills;
  private int finished;
  private int halfFiles;

  private Process start(Path target, boolean resume) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
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
                target.toString()));
    if (resume) {
      command.add("--resume");
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Portfolios of which one has a fault and one a finding. */
  private void writePortfolios() throws IOException {
    StringBuilder text = new StringBuilder("portfolio,asset,quantity\n");
    for (int i = 0; i < PORTFOLIOS; i++) {
      text.append("P%d,BTC,%s\nP%d,ETH,%s\n".formatted(i, 1 + random.nextInt(9), i, 1 + i));
    }
    text.append("P3,ETH,4\nfaulty,NOCOIN,1\n");
    Files.writeString(folder.resolve("portfolios.csv"), text);
  }

  private static SortedMap<String, byte[]> files(Path target) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> list = Files.list(target)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static String workbook(int portfolio) {
    return "P" + portfolio + "-diversification.xlsx";
  }

  private static List<String> ids(List<String> csv) {
    return csv.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  /** What the run that nobody stopped has left is all there is to expect. */
  private void checkExpected(Path whole) throws IOException {
    List<String> all = new ArrayList<>(REPORTS);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PORTFOLIOS; i++) {
      all.add(workbook(i));
      ids.add("P" + i);
    }
    Collections.sort(all);
    assertEquals(all, new ArrayList<>(expected.keySet()));
    ids.add("faulty");
    assertEquals(ids, ids(Files.readAllLines(whole.resolve(BatchReports.SUMMARY))));
    assertEquals(List.of("faulty"), ids(Files.readAllLines(whole.resolve(BatchReports.FAILURES))));
    assertTrue(ids(Files.readAllLines(whole.resolve(BatchReports.FINDINGS))).contains("P3"));
    List<String> alerts = Files.readAllLines(whole.resolve(Alerts.FILE));
    assertTrue(alerts.size() > PORTFOLIOS);
    assertEquals(alerts.size(), new HashSet<>(alerts).size());
  }

  /** After the end of a process: nothing that has its name is half. */
  private void checkWhatIsThere() throws IOException {
    if (Files.exists(out)) {
      files(out)
          .forEach(
              (name, bytes) -> {
                if (!name.equals(Journal.FILE) && !AtomicFile.isTemporary(name)) {
                  assertNotNull(expected.get(name), name);
                  assertArrayEquals(expected.get(name), bytes, name);
                }
              });
    }
  }

  private void checkAll(Process process) throws IOException {
    assertEquals(INPUT_FAULT, process.exitValue(), Files.readString(folder.resolve("log")));
    SortedMap<String, byte[]> found = files(out);
    assertNotNull(found.remove(Journal.FILE));
    assertEquals(expected.keySet(), found.keySet());
    checkWhatIsThere();
    List<String> entered =
        Files.readAllLines(out.resolve(Journal.FILE)).stream()
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    assertEquals(PORTFOLIOS, entered.size());
    assertEquals(PORTFOLIOS, new HashSet<>(entered).size());
    finished++;
  }

  private void kill(Process process) throws Exception {
    process.destroyForcibly();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    kills++;
    checkWhatIsThere();
  }

  /** Kills a run that goes on as soon as it begins a file. */
  private void killWhileItWrites(String file) throws Exception {
    Process process = start(out, true);
    Path temporary = out.resolve(AtomicFile.temporaryName(file, ""));
    while (!Files.exists(temporary) && process.isAlive()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    if (process.isAlive()) {
      kill(process);
      if (Files.exists(temporary) && Files.size(temporary) < expected.get(file).length) {
        halfFiles++;
      }
    } else {
      checkAll(process);
    }
  }

  private void forget() throws IOException {
    for (String name : files(out).keySet()) {
      Files.delete(out.resolve(name));
    }
  }

  private void killOverTheWholeRun(long length) throws Exception {
    List<Double> moments = new ArrayList<>();
    while (kills < TIMED_KILLS) {
      if (moments.isEmpty()) {
        for (int i = 0; i < PARTS; i++) {
          moments.add((i + random.nextDouble()) / PARTS);
        }
        Collections.shuffle(moments, random);
      }
      Process process = start(out, true);
      long moment = (long) (moments.remove(0) * length);
      if (process.waitFor(moment, TimeUnit.NANOSECONDS)) {
        checkAll(process);
        forget();
      } else {
        kill(process);
      }
    }
  }

  private void killInMidWrite() throws Exception {
    for (int i = 0; i < MOST_WATCHED_KILLS && halfFiles < HALF_FILES; i++) {
      int next = 0;
      while (Files.exists(out.resolve(workbook(next)))) {
        next++;
      }
      if (next == PORTFOLIOS) {
        forget();
        next = 0;
      }
      killWhileItWrites(workbook(next));
    }
    assertEquals(HALF_FILES, halfFiles, "of " + MOST_WATCHED_KILLS + " watched kills");
    for (String report : REPORTS) {
      killWhileItWrites(report);
    }
  }

  @Test
  void aRunThatIsKilledAgainAndAgainEndsLikeOneThatIsNot() throws Exception {
    writePortfolios();
    Path whole = folder.resolve("whole");
    long begin = System.nanoTime();
    Process process = start(whole, false);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    long length = System.nanoTime() - begin;
    assertEquals(INPUT_FAULT, process.exitValue(), Files.readString(folder.resolve("log")));
    expected = files(whole);
    assertNotNull(expected.remove(Journal.FILE));
    checkExpected(whole);

    out = folder.resolve("out");
    killOverTheWholeRun(length);
    killInMidWrite();
    process = start(out, true);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    checkAll(process);
    assertTrue(kills >= 50, kills + " kills");
    System.out.printf(
        "a run takes %.1f s; killed %d times, %d files were half written; ended %d times%n",
        length / 1e9, kills, halfFiles, finished);
  }
}
