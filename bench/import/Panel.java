import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes a long CSV table of made-up daily bars, day by day.
 *
 * <p>java Panel.java ASSETS DAYS FILE
 */
final class Panel {
  public static void main(String[] arguments) throws IOException {
    int assets = Integer.parseInt(arguments[0]);
    int days = Integer.parseInt(arguments[1]);
    Random random = new Random(10);
    double[] price = new double[assets];
    for (int a = 0; a < assets; a++) {
      price[a] = Math.exp(4 + 3 * random.nextGaussian());
    }
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2])), 1 << 20)) {
      out.write("date,asset,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII));
      LocalDate date = LocalDate.of(2000, 1, 1);
      StringBuilder lines = new StringBuilder();
      for (int d = 0; d < days; d++) {
        lines.setLength(0);
        for (int a = 0; a < assets; a++) {
          double open = price[a];
          double close = open * Math.exp(0.03 * random.nextGaussian());
          price[a] = close;
          lines.append(date).append(",A").append(a).append(',');
          number(lines, open).append(',');
          number(lines, Math.max(open, close) * 1.01).append(',');
          number(lines, Math.min(open, close) * 0.99).append(',');
          number(lines, close).append(',').append(random.nextInt(1_000_000)).append('\n');
        }
        out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
        date = date.plusDays(1);
      }
    }
  }

  /** Seven significant digits, as sites give them. */
  private static StringBuilder number(StringBuilder lines, double value) {
    int digits = 6 - (int) Math.floor(Math.log10(value));
    double scale = Math.pow(10, Math.max(0, digits));
    return lines.append(Math.rint(value * scale) / scale);
  }
}
