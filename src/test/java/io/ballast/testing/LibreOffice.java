package io.ballast.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * LibreOffice Calc without a window: the real spreadsheet that judges our workbooks.
 *
 * <p>Every call starts processes of its own on throw-away profiles, so calls never meet a running
 * office, and ends them and all that they started, whatever happens.
 */
public final class LibreOffice {
  private static final String MISSING =
      "LibreOffice Calc is not installed, so this test was SKIPPED and proves nothing. Install it:"
          + " apt-get install libreoffice-calc-nogui (elsewhere: www.libreoffice.org), with soffice"
          + " on the PATH.";

  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin",
          "/usr/lib/libreoffice/program",
          "/usr/lib64/libreoffice/program",
          "/usr/local/bin",
          "/snap/bin",
          "/opt/libreoffice/program",
          "/Applications/LibreOffice.app/Contents/MacOS",
          "C:\\Program Files\\LibreOffice\\program");

  /** Formulas are calculated anew on loading; by default cached values would be kept. */
  static final String PROFILE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
      <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load">\
      <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
      </oor:items>
      """;

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration PER_FILE = Duration.ofSeconds(60);

  /** Side by side, for more than a few files. */
  private static final int PROCESSES = Math.min(2, Runtime.getRuntime().availableProcessors());

  private static final int FEW = 4;

  private final Path soffice;

  private LibreOffice(Path soffice) {
    this.soffice = soffice;
  }

  /** The program to start. */
  Path program() {
    return soffice;
  }

  /** The LibreOffice of this machine: on the PATH, or in one of the usual places. */
  public static Optional<LibreOffice> find() {
    return program("soffice").map(LibreOffice::new);
  }

  /**
   * The LibreOffice of this machine; where there is none, the calling test is skipped with a
   * message, on standard output too, that says how to install it.
   */
  public static LibreOffice assumeInstalled() {
    Optional<LibreOffice> found = find();
    if (found.isEmpty()) {
      System.out.println(MISSING);
    }
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    return found.get();
  }

  /**
   * Recalculates workbooks: every formula anew, whatever value was stored with it.
   *
   * @param directory where the results go, under the names of their originals; not the directory of
   *     an original
   * @param workbooks .xlsx files with different names
   * @return the results in order, whose stored values are LibreOffice's
   * @throws IOException if LibreOffice does not deliver every file; the message holds its output
   */
  public List<Path> recalculate(Path directory, Path... workbooks) throws IOException {
    return convert("xlsx:Calc MS Excel 2007 XML", "xlsx", directory, workbooks);
  }

  /**
   * Prints workbooks, recalculated, to PDF as their print set-up says.
   *
   * @param directory where the results go
   * @param workbooks files with different names
   * @throws IOException if LibreOffice does not deliver every file
   */
  public List<Path> toPdf(Path directory, Path... workbooks) throws IOException {
    return convert("pdf:calc_pdf_Export", "pdf", directory, workbooks);
  }

  /**
   * Draws each page of a PDF at 100 dots per inch, as {@code <name>-<page>.png} beside it.
   *
   * @return the pictures in the order of the pages
   * @throws IOException if pdftoppm (package poppler-utils) is missing or fails
   */
  public static List<Path> toPng(Path pdf) throws IOException {
    Path pdftoppm =
        program("pdftoppm")
            .orElseThrow(() -> new IOException("pdftoppm is missing: install poppler-utils"));
    String name = stem(pdf);
    Path prefix = pdf.toAbsolutePath().resolveSibling(name);
    run(
        List.of(pdftoppm.toString(), "-png", "-r", "100", pdf.toString(), prefix.toString()),
        START);
    List<Path> pages = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(prefix.getParent())) {
      for (Path file : files) {
        String page = file.getFileName().toString();
        if (page.startsWith(name) && page.substring(name.length()).matches("-\\d+\\.png")) {
          pages.add(file);
        }
      }
    }
    pages.sort(null);
    if (pages.isEmpty()) {
      throw new IOException("pdftoppm drew no page of " + pdf);
    }
    return pages;
  }

  private List<Path> convert(String filter, String extension, Path directory, Path... workbooks)
      throws IOException {
    Path home = directory.toAbsolutePath().normalize();
    List<Path> results = new ArrayList<>();
    Set<Path> distinct = new HashSet<>();
    for (Path workbook : workbooks) {
      Path result = home.resolve(stem(workbook) + "." + extension);
      if (!Files.isRegularFile(workbook)) {
        throw new IOException(workbook + " is not a file");
      }
      if (!distinct.add(result) || result.equals(workbook.toAbsolutePath().normalize())) {
        throw new IllegalArgumentException(result + " would be written over");
      }
      Files.deleteIfExists(result);
      results.add(result);
    }
    Files.createDirectories(home);
    int processes = Math.min(PROCESSES, 1 + workbooks.length / FEW);
    List<Callable<String>> parts = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      List<Path> part = new ArrayList<>();
      for (int file = i; file < workbooks.length; file += processes) {
        part.add(workbooks[file].toAbsolutePath());
      }
      parts.add(() -> convert(filter, home, part));
    }
    String output = inParallel(parts);
    for (Path result : results) {
      if (!Files.isRegularFile(result)) {
        throw new IOException("LibreOffice did not write " + result + "; it said:\n" + output);
      }
    }
    return results;
  }

  private static String inParallel(List<Callable<String>> parts) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    try {
      StringBuilder output = new StringBuilder();
      for (Future<String> part : threads.invokeAll(parts)) {
        output.append(part.get());
      }
      return output.toString();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while converting", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** One process on a profile of its own. */
  private String convert(String filter, Path home, List<Path> workbooks) throws IOException {
    Path profile = Files.createTempDirectory("ballast-office");
    try {
      Path user = Files.createDirectories(profile.resolve("user"));
      Files.writeString(user.resolve("registrymodifications.xcu"), PROFILE);
      List<String> command =
          new ArrayList<>(
              List.of(
                  soffice.toString(),
                  "-env:UserInstallation=" + profile.toUri(),
                  "--headless",
                  "--norestore",
                  "--convert-to",
                  filter,
                  "--outdir",
                  home.toString()));
      workbooks.forEach(workbook -> command.add(workbook.toString()));
      return run(command, START.plus(PER_FILE.multipliedBy(workbooks.size())));
    } finally {
      delete(profile);
    }
  }

  /** Runs a command to its end and hands back its output; at the time limit ends all of it. */
  static String run(List<String> command, Duration limit) throws IOException {
    Path log = Files.createTempFile("ballast-command", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("SAL_USE_VCLPLUGIN", "svp");
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      Process process = builder.start();
      boolean ended;
      try {
        ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while running " + command, e);
      } finally {
        end(process);
      }
      String output = Files.readString(log);
      if (!ended) {
        throw new IOException(
            "Not done after " + limit.toSeconds() + " s: " + command + "\n" + output);
      }
      if (process.exitValue() != 0) {
        throw new IOException("Exit code " + process.exitValue() + ": " + command + "\n" + output);
      }
      return output;
    } finally {
      Files.deleteIfExists(log);
    }
  }

  /** Ends a process and its children; soffice is a script that starts the office itself. */
  static void end(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle child : children) {
      child.destroyForcibly();
      child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  private static Optional<Path> program(String name) {
    List<String> places = new ArrayList<>();
    String path = System.getenv("PATH");
    if (path != null) {
      places.addAll(List.of(path.split(File.pathSeparator)));
    }
    places.addAll(USUAL_PLACES);
    boolean windows = File.separatorChar == '\\';
    String file = windows ? name + (name.equals("soffice") ? ".com" : ".exe") : name;
    for (String place : places) {
      if (windows || !place.contains(":")) {
        Path program = Path.of(place, file);
        if (Files.isExecutable(program) && Files.isRegularFile(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  static void delete(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = new ArrayList<>(walk.toList());
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      Files.delete(all.get(i));
    }
  }
}
