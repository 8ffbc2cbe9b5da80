package io.ballast.host.excel;

import com.exceljava.jinx.ExcelAction;
import com.exceljava.jinx.ExcelAddIn;
import com.exceljava.jinx.IUnknown;
import io.ballast.functions.BallastVersion;
import io.ballast.functions.Catalogue;
import io.ballast.functions.ErrorLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * What the Ballast tab does, under the names that {@code ballast-ribbon.xml} gives its callbacks.
 * Jinx makes an instance when the add-in starts.
 *
 * <p>The folder with {@code jinx.ini} lies beside {@code templates} and {@code reference}, as the
 * package unpacks.
 */
public final class Ribbon {
  private static final int LATEST = 50;

  private final ExcelAddIn addIn;
  private final Desk desk;

  /** The tab of an add-in. */
  public Ribbon(ExcelAddIn addIn) {
    this(addIn, new SwingDesk());
  }

  Ribbon(ExcelAddIn addIn, Desk desk) {
    this.addIn = addIn;
    this.desk = desk;
  }

  /** How many templates the gallery shows. */
  @ExcelAction("ballast.templateCount")
  public int templateCount(IUnknown control) throws IOException {
    return templates().size();
  }

  /** The name of a template in the gallery: the file's, in words. */
  @ExcelAction("ballast.templateLabel")
  public String templateLabel(IUnknown control, int index) throws IOException {
    String file = templates().get(index).getFileName().toString();
    String words = file.substring(0, file.length() - ".xlsx".length()).replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Opens the chosen template. */
  @ExcelAction("ballast.openTemplate")
  public void openTemplate(IUnknown control, String id, int index) throws IOException {
    desk.open(templates().get(index));
  }

  /** Opens the function reference. */
  @ExcelAction("ballast.reference")
  public void reference(IUnknown control) throws IOException {
    Path page = home().resolve("reference").resolve("index.html");
    if (Files.exists(page)) {
      desk.open(page);
    } else {
      desk.tell("Ballast", "Found no " + page + ", expected the function reference there.");
    }
  }

  /** Shows the latest failures with their reasons, newest first. */
  @ExcelAction("ballast.errors")
  public void errors(IUnknown control) {
    StringJoiner text = new StringJoiner(System.lineSeparator());
    text.setEmptyValue("No function has failed since Excel started.");
    for (ErrorLog.Entry entry : ErrorLog.latest(LATEST)) {
      String cell = entry.cell().isEmpty() ? "" : entry.cell() + "  ";
      text.add(entry.time() + "  " + cell + entry.error() + "  " + entry.reason());
    }
    desk.tell("Ballast: why functions gave errors", text.toString());
  }

  /** Tells version, Java and places: what a report of a fault should quote. */
  @ExcelAction("ballast.about")
  public void about(IUnknown control) {
    desk.tell(
        "About Ballast",
        String.join(
            System.lineSeparator(),
            "Ballast "
                + BallastVersion.get()
                + ", "
                + Catalogue.standard().functions().size()
                + " functions",
            "Java "
                + System.getProperty("java.version")
                + ", "
                + System.getProperty("os.arch")
                + ", "
                + System.getProperty("java.home"),
            "Add-in: " + addIn.getAddInPath(),
            "Configuration: " + addIn.getConfigPath(),
            "Log: " + addIn.getLogPath()));
  }

  private Path home() {
    return Path.of(addIn.getConfigPath()).toAbsolutePath().getParent().getParent();
  }

  private List<Path> templates() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(home().resolve("templates"))) {
      files.filter(file -> file.toString().endsWith(".xlsx")).forEach(found::add);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }
}
