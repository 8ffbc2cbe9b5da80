package io.ballast.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a calculated {@link Book} as an .xlsx file. The same book gives the same bytes every time,
 * whatever was written before.
 *
 * <p>POI builds what does not depend on a portfolio (styles, names, rules, drawings, charts) once
 * for all books of one {@link Shape}; of each book only the cells, the values that its charts show
 * and its title are written anew. Any number of threads may write.
 */
public final class BookWriter {
  /** How many shapes are kept, those used last; each takes a few megabytes. */
  private static final int MOST_SHAPES = 8;

  private static final Map<Shape, BookPackage> PACKAGES =
      new LinkedHashMap<>(2 * MOST_SHAPES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Shape, BookPackage> eldest) {
          return size() > MOST_SHAPES;
        }
      };

  private BookWriter() {}

  /**
   * Writes a book.
   *
   * @param book calculated before
   * @param out is not closed
   * @throws IOException if it cannot be written to
   */
  public static void write(Book book, OutputStream out) throws IOException {
    Shape shape = Shape.of(book);
    BookPackage made;
    synchronized (PACKAGES) {
      made = PACKAGES.get(shape);
    }
    if (made == null) {
      made = BookPackage.of(book, shape);
      synchronized (PACKAGES) {
        PACKAGES.put(shape, made);
      }
    }
    made.write(book, out);
  }
}
