package io.ballast.batch;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints workbooks to PDF files through LibreOffice, on a profile of its own that is thrown away,
 * so that it never meets a running office.
 */
public final class PdfConverter {
  private static final List<String> USUAL_PLACES =
      List.of(
          "/usr/bin",
          "/usr/lib/libreoffice/program",
          "/opt/libreoffice/program",
          "/Applications/LibreOffice.app/Contents/MacOS",
          "C:\\Program Files\\LibreOffice\\program");

  /** So many files go into one start of the program. */
  private static final int AT_ONCE = 25;

  private static final long SECONDS_PER_FILE = 60;

  private final Path program;

  private PdfConverter(Path program) {
    this.program = program;
  }

  /** The LibreOffice of this machine: on the PATH, or in one of the usual places. */
  public static Optional<PdfConverter> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), USUAL_PLACES.stream())
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("soffice", "soffice.exe").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .map(PdfConverter::new);
  }

  /**
   * Prints workbooks, each to a file of its name beside it.
   *
   * @param files in one folder
   * @return those that could not be printed
   */
  public List<Path> convert(List<Path> files) throws IOException {
    List<Path> failed = new ArrayList<>();
    for (int i = 0; i < files.size(); i += AT_ONCE) {
      List<Path> some = files.subList(i, Math.min(files.size(), i + AT_ONCE));
      Path work = Files.createTempDirectory("ballast-pdf");
      try {
        run(some, work);
        for (Path file : some) {
          Path made = work.resolve(pdf(file.getFileName().toString()));
          if (Files.exists(made)) {
            AtomicFile.write(file.resolveSibling(made.getFileName()), out -> Files.copy(made, out));
          } else {
            failed.add(file);
          }
        }
      } finally {
        delete(work);
      }
    }
    return failed;
  }

  private static String pdf(String workbook) {
    return workbook.substring(0, workbook.lastIndexOf('.')) + ".pdf";
  }

  private void run(List<Path> files, Path work) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("-env:UserInstallation=" + work.resolve("profile").toUri());
    command.addAll(List.of("--headless", "--convert-to", "pdf", "--outdir", work.toString()));
    files.forEach(file -> command.add(file.toAbsolutePath().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("log").toFile())
            .start();
    try {
      if (!process.waitFor(SECONDS_PER_FILE * files.size(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while printing", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
