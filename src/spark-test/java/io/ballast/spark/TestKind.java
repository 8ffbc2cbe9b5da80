package io.ballast.spark;

import io.ballast.workbook.Book;
import io.ballast.workbook.Portfolio;
import io.ballast.workbook.PortfolioException;
import io.ballast.workbook.Room;
import io.ballast.workbook.Sheet;
import io.ballast.workbook.Style;
import io.ballast.workbook.WorkbookKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A workbook of one cell, the quantity; some ids make it fail, and some do so, or are slow, the
 * first time only.
 *
 * @param marks a folder for what has happened once
 * @param pause milliseconds that each takes
 */
record TestKind(Path marks, long pause) implements WorkbookKind {
  static final long SLOW = 240_000;

  static KindSource source(Path marks, long pause) {
    String folder = marks.toString();
    return () -> new TestKind(Path.of(folder), pause);
  }

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public String description() {
    return "One cell.";
  }

  @Override
  public Book build(Portfolio portfolio, Room least) throws PortfolioException {
    switch (portfolio.id()) {
      case "input" -> throw new PortfolioException("asset", "FOO", "BAR");
      case "bug" -> throw new IllegalStateException("a bug");
      case "deep" -> deep(0);
      case "memory" -> throw new OutOfMemoryError("Java heap space");
      case "crash" -> {
        if (isFirst("crash")) {
          throw new AssertionError("the first attempt crashes");
        }
      }
      case "slow" -> sleep(isFirst("slow") ? SLOW : 0);
      default -> {}
    }
    sleep(pause);
    Book book = new Book(portfolio.id(), "test");
    Sheet sheet = book.sheet("Sheet");
    sheet.set(0, 0, portfolio.holdings().get(0).quantity(), Style.LABEL);
    book.name("portfolio_value", sheet, 0, 0);
    book.calculate();
    return book;
  }

  private boolean isFirst(String what) {
    try {
      Files.createFile(marks.resolve(what));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static int deep(int level) {
    return deep(level + 1) + 1;
  }
}
