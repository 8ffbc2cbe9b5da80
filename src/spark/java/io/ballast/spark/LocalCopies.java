package io.ballast.spark;

import io.ballast.market.MarketException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** Input files as files of this machine: those of other file systems are copied. */
final class LocalCopies implements AutoCloseable {
  private final Configuration configuration;
  private final Path scratch;

  LocalCopies(Configuration configuration) throws IOException {
    this.configuration = configuration;
    this.scratch = Files.createTempDirectory("ballast-");
  }

  /** An empty folder, removed in the end. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(scratch.resolve(name));
  }

  /**
   * The path of a file or folder on this machine, under its own name.
   *
   * @param location any Hadoop path, or null
   * @param use tells files of the same name apart
   */
  String of(String location, String use) throws IOException, MarketException {
    if (location == null) {
      return null;
    }
    org.apache.hadoop.fs.Path source = new org.apache.hadoop.fs.Path(location);
    FileSystem system = source.getFileSystem(configuration);
    if (system.getScheme().equals("file")) {
      return Path.of(system.makeQualified(source).toUri().getPath()).toString();
    }
    if (!system.exists(source)) {
      throw new MarketException(location + ": found nothing there, expected a file");
    }
    Path copy = folder(use).resolve(source.getName());
    system.copyToLocalFile(
        false, source, new org.apache.hadoop.fs.Path(copy.toUri()), true);
    return copy.toString();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(scratch)) {
      List<Path> inner = files.sorted(Comparator.reverseOrder()).toList();
      for (Path path : inner) {
        Files.delete(path);
      }
    }
  }
}
