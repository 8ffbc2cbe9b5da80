package io.ballast.testing;

import com.sun.star.beans.PropertyValue;
import com.sun.star.bridge.XUnoUrlResolver;
import com.sun.star.comp.helper.Bootstrap;
import com.sun.star.connection.NoConnectException;
import com.sun.star.frame.XComponentLoader;
import com.sun.star.lang.XComponent;
import com.sun.star.lang.XMultiComponentFactory;
import com.sun.star.sheet.XSpreadsheetDocument;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.uno.XComponentContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A LibreOffice without a window that stays open, with an extension, on a throw-away profile:
 * started once, spoken to over a socket, ended with all that it started by {@link #close}.
 */
public final class RunningOffice implements AutoCloseable {
  private static final int SECONDS_TO_START = 90;

  private final Path home;
  private final Process process;
  private final XComponentContext context;

  private RunningOffice(Path home, Process process, XComponentContext context) {
    this.home = home;
    this.process = process;
    this.context = context;
  }

  /**
   * Starts the office.
   *
   * @param extension an .oxt file, seen by the office as one that came with it
   * @throws IOException if it does not answer in time; the message holds its output
   */
  public static RunningOffice start(LibreOffice office, Path extension) throws IOException {
    Path home = Files.createTempDirectory("ballast-office");
    unzip(extension, home.resolve("bundled").resolve("ballast"));
    Path user = Files.createDirectories(home.resolve("profile").resolve("user"));
    Files.writeString(user.resolve("registrymodifications.xcu"), LibreOffice.PROFILE);
    int port = freePort();
    Path log = home.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            office.program().toString(),
            "-env:UserInstallation=" + home.resolve("profile").toUri(),
            "-env:BUNDLED_EXTENSIONS=" + withoutSlash(home.resolve("bundled")),
            "--headless",
            "--norestore",
            "--nologo",
            "--accept=socket,host=localhost,port=" + port + ";urp;");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("SAL_USE_VCLPLUGIN", "svp");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      return new RunningOffice(home, process, connect(process, port, log));
    } catch (IOException e) {
      LibreOffice.end(process);
      LibreOffice.delete(home);
      throw e;
    }
  }

  private static XComponentContext connect(Process process, int port, Path log) throws IOException {
    try {
      XComponentContext local = Bootstrap.createInitialComponentContext(null);
      XUnoUrlResolver resolver =
          UnoRuntime.queryInterface(
              XUnoUrlResolver.class,
              local
                  .getServiceManager()
                  .createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local));
      String url = "uno:socket,host=localhost,port=" + port + ";urp;StarOffice.ComponentContext";
      for (int tries = 0; tries < SECONDS_TO_START * 5; tries++) {
        try {
          return UnoRuntime.queryInterface(XComponentContext.class, resolver.resolve(url));
        } catch (NoConnectException e) {
          if (!process.isAlive()) {
            break;
          }
          Thread.sleep(200);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while connecting to LibreOffice", e);
    } catch (Exception e) {
      throw new IOException("Cannot connect to LibreOffice", e);
    }
    throw new IOException("LibreOffice does not answer; it said:\n" + Files.readString(log));
  }

  /** A new, empty spreadsheet. */
  public CalcDocument create() throws Exception {
    return load("private:factory/scalc");
  }

  /** A spreadsheet file, all of it calculated anew. */
  public CalcDocument open(Path file) throws Exception {
    return load(file.toAbsolutePath().toUri().toString());
  }

  /** A service of the office. */
  public <T> T service(String name, Class<T> type) throws Exception {
    XMultiComponentFactory factory = context.getServiceManager();
    return UnoRuntime.queryInterface(type, factory.createInstanceWithContext(name, context));
  }

  private CalcDocument load(String url) throws Exception {
    XComponentLoader loader = service("com.sun.star.frame.Desktop", XComponentLoader.class);
    PropertyValue hidden = new PropertyValue();
    hidden.Name = "Hidden";
    hidden.Value = true;
    XComponent document =
        loader.loadComponentFromURL(url, "_blank", 0, new PropertyValue[] {hidden});
    if (document == null) {
      throw new IOException("LibreOffice cannot open " + url);
    }
    return new CalcDocument(UnoRuntime.queryInterface(XSpreadsheetDocument.class, document));
  }

  @Override
  public void close() throws IOException {
    LibreOffice.end(process);
    LibreOffice.delete(home);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String withoutSlash(Path directory) {
    String uri = directory.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  private static void unzip(Path archive, Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException(archive + " holds " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
          names.add(entry.getName());
        }
      }
    }
    if (names.isEmpty()) {
      throw new IOException(archive + " is empty");
    }
  }
}
