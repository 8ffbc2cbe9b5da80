package io.ballast.reference;

import io.ballast.functions.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes the function reference: {@code index.html}, {@code conventions.html}, a page of each
 * function, and {@code FUNCTIONS.md}. The pages need no network and no server.
 */
public final class ReferenceWriter {
  private static final String RESOURCES = "/io/ballast/reference/";

  private ReferenceWriter() {}

  /**
   * Writes the reference at build time.
   *
   * @param args the folder of the Java sources and the folder to write to
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "found " + args.length + " arguments, expected the folders of sources and of the result");
    }
    write(Path.of(args[0]), Path.of(args[1]));
  }

  /**
   * Writes the reference.
   *
   * @param sources the folder that holds the Java packages, whose Javadoc is read
   * @param folder where to write; made if it is not there
   */
  public static void write(Path sources, Path folder) throws IOException {
    Files.createDirectories(folder);
    JavadocReader javadoc = new JavadocReader(sources);
    List<FunctionReference> references =
        Catalogue.standard().functions().stream().map(FunctionReference::of).toList();
    MarkdownFile markdown = new MarkdownFile(references);
    SampleScope sample = new SampleScope();
    for (FunctionReference reference : references) {
      Notes notes = javadoc.notes(reference.function());
      Example example = Example.of(reference.example(), sample);
      Files.writeString(
          folder.resolve(reference.function().name() + ".html"),
          FunctionPage.of(reference, notes, example));
      markdown.add(reference, notes, example);
    }
    Files.writeString(folder.resolve("FUNCTIONS.md"), markdown.toString());
    Files.writeString(folder.resolve("index.html"), IndexPage.of(references));
    Files.writeString(folder.resolve("conventions.html"), Conventions.page());
    Files.writeString(folder.resolve("functions.js"), searchIndex(references));
    copy("reference.css", folder);
    copy("search.js", folder);
  }

  /** What the search looks through: name, description and category of each function. */
  private static String searchIndex(List<FunctionReference> references) {
    StringBuilder out = new StringBuilder("const functions = [\n");
    for (FunctionReference reference : references) {
      Catalogue.Function function = reference.function();
      out.append("  [").append(quoted(function.name())).append(", ");
      out.append(quoted(function.description())).append(", ");
      out.append(quoted(Page.plainCategory(function.category()))).append("],\n");
    }
    return out.append("];\n").toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void copy(String name, Path folder) throws IOException {
    try (InputStream in = ReferenceWriter.class.getResourceAsStream(RESOURCES + name)) {
      Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
