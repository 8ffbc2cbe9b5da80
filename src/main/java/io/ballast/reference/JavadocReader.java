package io.ballast.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.ballast.functions.Catalogue;
import io.ballast.functions.CellError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the Javadoc of worksheet functions and of the mathematics that they refer to. */
final class JavadocReader {
  private static final List<String> ROOMS = List.of("io/ballast/metrics", "io/ballast/functions");

  private final Map<String, DocCommentTree> comments = new HashMap<>();
  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, String> functionOf = new HashMap<>();

  /**
   * The text of a comment, in the markup of {@link Notes}.
   *
   * @param paragraphs of its body
   * @param items of its lists
   */
  record Comment(List<String> paragraphs, List<String> items) {}

  /**
   * @param sources the folder that holds the packages
   */
  JavadocReader(Path sources) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String room : ROOMS) {
      try (Stream<Path> all = Files.list(sources.resolve(room))) {
        all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("found no compiler, expected a JDK rather than a JRE");
    }
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Collector(trees).scan(new TreePath(unit), null);
      }
    }
    for (Catalogue.Function function : Catalogue.standard().functions()) {
      String target = target(function);
      if (target != null) {
        functionOf.putIfAbsent(target, function.name());
      }
    }
  }

  private final class Collector extends TreePathScanner<Void, Void> {
    private final DocTrees trees;
    private String type;

    Collector(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
      String outer = type;
      type = tree.getSimpleName().toString();
      keep(type);
      super.visitClass(tree, null);
      type = outer;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree tree, Void unused) {
      keep(type + "#" + tree.getName());
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
      if (tree.getInitializer() != null) {
        constants.putIfAbsent(type + "#" + tree.getName(), tree.getInitializer().toString());
      }
      return null;
    }

    private void keep(String key) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        comments.putIfAbsent(key, comment);
      }
    }
  }

  /** The notes on a function: those of the method that it refers to, or its own. */
  Notes notes(Catalogue.Function function) {
    String target = target(function);
    String key = target == null ? key(function) : target;
    Notes notes = Notes.of(comment(key));
    String type = key.substring(0, key.indexOf('#'));
    if (target != null && comments.containsKey(type)) {
      notes.errors().addAll(Notes.of(comment(type)).errors());
    }
    return notes;
  }

  private static String key(Catalogue.Function function) {
    return function.method().getDeclaringClass().getSimpleName()
        + "#"
        + function.method().getName();
  }

  /** What the comment of the worksheet method refers to, {@code Type#method}, or null. */
  private String target(Catalogue.Function function) {
    for (DocTree tree : tree(key(function)).getFullBody()) {
      if (tree instanceof LinkTree link) {
        return link.getReference().getSignature();
      }
    }
    return null;
  }

  private DocCommentTree tree(String key) {
    DocCommentTree tree = comments.get(key);
    if (tree == null) {
      throw new IllegalStateException("found no Javadoc of " + key + ", expected what it computes");
    }
    return tree;
  }

  private Comment comment(String key) {
    Comment comment = new Comment(new ArrayList<>(), new ArrayList<>());
    StringBuilder text = new StringBuilder();
    boolean item = false;
    for (DocTree tree : tree(key).getFullBody()) {
      if (tree instanceof StartElementTree start) {
        flush(text, item ? comment.items() : comment.paragraphs());
        item = start.getName().contentEquals("li");
      } else if (tree instanceof EndElementTree) {
        flush(text, item ? comment.items() : comment.paragraphs());
        item = false;
      } else if (tree instanceof TextTree plain) {
        text.append(plain.getBody());
      } else if (tree instanceof LiteralTree literal) {
        text.append(code(literal.getBody().getBody()));
      } else if (tree instanceof LinkTree link) {
        text.append(linked(link.getReference().getSignature(), key));
      } else if (tree instanceof ValueTree value) {
        text.append(constants.get(full(value.getReference().getSignature(), key)));
      } else {
        throw new IllegalStateException("found " + tree + " in the Javadoc of " + key);
      }
    }
    flush(text, item ? comment.items() : comment.paragraphs());
    return comment;
  }

  private static void flush(StringBuilder text, List<String> to) {
    String flat = text.toString().strip().replaceAll("\\s+", " ");
    if (!flat.isEmpty()) {
      to.add(flat);
    }
    text.setLength(0);
  }

  private static String code(String text) {
    return "`" + (text.equals("NaN") ? CellError.NA : text) + "`";
  }

  private String linked(String signature, String from) {
    String full = full(signature, from);
    return switch (full) {
      case "Failure#UNDEFINED" -> code(CellError.DIV0.toString());
      case "Failure#OUT_OF_DOMAIN" -> code(CellError.NUM.toString());
      case "Failure#NOT_AVAILABLE" -> code(CellError.NA.toString());
      case "Double#POSITIVE_INFINITY" -> code(CellError.DIV0.toString());
      case "Failure#WRONG_TYPE" -> code(CellError.VALUE.toString());
      default ->
          functionOf.containsKey(full) ? "[[" + functionOf.get(full) + "]]" : code(typed(full));
    };
  }

  /** A reference with its type, which is that of the comment if it names none. */
  private static String full(String signature, String from) {
    String type = from.contains("#") ? from.substring(0, from.indexOf('#')) : from;
    return signature.startsWith("#") ? type + signature : signature;
  }

  /** A constant as a user types it: options are words in lower case, a status is as it is shown. */
  private static String typed(String full) {
    String member = full.substring(full.indexOf('#') + 1);
    boolean option = member.equals(member.toUpperCase(Locale.ROOT)) && !full.startsWith("Status#");
    return option ? "\"" + member.toLowerCase(Locale.ROOT).replace('_', '-') + "\"" : member;
  }
}
