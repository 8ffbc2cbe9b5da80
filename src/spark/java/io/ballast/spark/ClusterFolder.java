package io.ballast.spark;

import io.ballast.batch.AtomicFile;
import io.ballast.batch.WorkbookMaker;
import io.ballast.market.MarketException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The output folder, on any of Hadoop's file systems. A file has its name only when it is complete,
 * whatever becomes of the task that writes it, and several tasks may write the same file:
 *
 * <ul>
 *   <li>local: a temporary file beside it, moved there; no checksum files;
 *   <li>an object store, which has no move but shows a file only when it is closed: one PUT;
 *   <li>HDFS and all others: a temporary file of the task's own, renamed over what is there.
 * </ul>
 */
final class ClusterFolder implements Serializable {
  private static final long serialVersionUID = 1;

  /** Ends the name of a folder that is not complete; Spark would not read hidden ones. */
  static final String INCOMPLETE = ".ballast-incomplete";

  private static final Set<String> OBJECT_STORES =
      Set.of("s3", "s3a", "s3n", "gs", "oss", "obs", "cosn");

  private final String location;
  private final SerializableConfiguration configuration;

  ClusterFolder(String location, Configuration configuration) {
    this.location = location;
    this.configuration = new SerializableConfiguration(configuration);
  }

  /** Makes the folder if it is not there, and clears it of an interrupted run's remains. */
  void prepare() throws IOException, MarketException {
    FileSystem system = system();
    Path folder = folder(system);
    if (system.exists(folder) && !system.getFileStatus(folder).isDirectory()) {
      throw new MarketException("--out: found " + location + ", a file, expected a folder");
    }
    system.mkdirs(folder);
    removeLeftovers();
  }

  /** Removes temporary files of tasks that were killed, and incomplete folders. */
  void removeLeftovers() throws IOException {
    FileSystem system = system();
    RemoteIterator<FileStatus> list = system.listStatusIterator(folder(system));
    while (list.hasNext()) {
      Path path = list.next().getPath();
      String name = path.getName();
      if (AtomicFile.isTemporary(name) || name.endsWith(INCOMPLETE)) {
        system.delete(path, true);
      }
    }
  }

  /** Removes a file, if it is there and is one. */
  void remove(String file) throws IOException {
    FileSystem system = system();
    Path path = new Path(folder(system), file);
    if (system.exists(path) && system.getFileStatus(path).isFile()) {
      system.delete(path, false);
    }
  }

  /** The place of a file or folder in this one. */
  Path resolve(String name) throws IOException {
    return new Path(folder(system()), name);
  }

  /** Gives a folder another name, in place of what has it. */
  void replace(String temporary, String name) throws IOException {
    FileSystem system = system();
    Path target = new Path(folder(system), name);
    system.delete(target, true);
    if (!system.rename(new Path(folder(system), temporary), target)) {
      throw new IOException(target + ": could not be given its name");
    }
  }

  /**
   * Opens the folder for one writer.
   *
   * @param writer tells those apart that may write the same file at once
   */
  WorkbookMaker.Output open(String writer) throws IOException {
    FileSystem system = system();
    Path folder = folder(system);
    String scheme = system.getScheme();
    if (scheme.equals("file")) {
      java.nio.file.Path local = java.nio.file.Path.of(folder.toUri().getPath());
      return (file, content) -> AtomicFile.write(local.resolve(file), writer, content);
    }
    if (OBJECT_STORES.contains(scheme)) {
      return (file, content) -> put(system, new Path(folder, file), content);
    }
    FileContext context = FileContext.getFileContext(system.getUri(), configuration.value());
    return (file, content) -> {
      Path temporary = new Path(folder, AtomicFile.temporaryName(file, writer));
      rename(context, temporary, new Path(folder, file), content);
    };
  }

  private static void put(FileSystem system, Path target, AtomicFile.Content content)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.writeTo(bytes);
    FSDataOutputStream out = system.create(target, true);
    try {
      bytes.writeTo(out);
    } catch (IOException e) {
      // Closing would show half a file.
      if (out.hasCapability(StreamCapabilities.ABORTABLE_STREAM)) {
        out.abort();
      }
      throw e;
    }
    out.close();
  }

  private static void rename(
      FileContext context, Path temporary, Path target, AtomicFile.Content content)
      throws IOException {
    try {
      try (OutputStream out =
          context.create(temporary, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE))) {
        content.writeTo(out);
      }
      context.rename(temporary, target, Options.Rename.OVERWRITE);
    } finally {
      if (context.util().exists(temporary)) {
        context.delete(temporary, false);
      }
    }
  }

  private FileSystem system() throws IOException {
    return new Path(location).getFileSystem(configuration.value());
  }

  private Path folder(FileSystem system) {
    return system.makeQualified(new Path(location));
  }
}
