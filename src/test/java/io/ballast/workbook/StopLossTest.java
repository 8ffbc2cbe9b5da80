package io.ballast.workbook;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class StopLossTest {
  @Test
  void draft() throws Exception {
    long t = System.nanoTime();
    Book book = new StopLoss().build(SampleMarket.portfolio());
    System.out.println("built " + (System.nanoTime() - t) / 1e6 + " ms");
    try (OutputStream out = Files.newOutputStream(Path.of("target/stop-loss.xlsx"))) {
      BookWriter.write(book, out);
    }
  }
}
