package io.ballast.market;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.ballast.market.VendorFiles.VendorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Price files of every shape, damaged at random: each is read with findings or refused with a
 * message that names the file, in no more than a moment, and never gives a number that is not in
 * the file or changes the prices of rows that were not damaged.
 */
class MutationFuzzTest {
  private static final int MUTANTS = 21_000;
  private static final int WORKBOOK_SHARE = 50;
  private static final long SLOWEST_NANOS = 5_000_000_000L;
  private static final Path REAL =
      Files.isDirectory(Path.of("../shared/data"))
          ? Path.of("../shared/data")
          : Path.of("../../shared/data");
  private static final Pattern NUMBER = Pattern.compile("[0-9.][0-9.,' \u00A0\u202Fe+E-]*");
  private static final String[] ODD_FIELDS = {
    "",
    "NA",
    "0",
    "-1",
    "1e999",
    "1,234",
    "1.234,5",
    "1,234.5",
    "$5",
    "5 €",
    "12%",
    "0x10",
    "∞",
    "2024-02-30",
    "01/02/2024",
    "31/12/2023",
    "12/31/2023",
    "1704067200",
    "1704067200000",
    "20240101",
    "Jan 1, 2024",
    "2024-01-01T00:00:00+02:00",
    "\"",
    "\"\"",
    "=1+1",
    "\u0000",
    ";",
    "\t",
    "date",
    "close",
    "9999999999999999999999999",
    "-",
    "—",
    "1e-320",
    "00:00"
  };

  @TempDir Path folder;

  /** What was done to a file, and whether it touched one line alone. */
  private record Mutant(byte[] content, String how, boolean oneLine) {}

  @Test
  void damagedFilesAreReadWithFindingsOrRefusedInWords() throws Exception {
    List<VendorFile> files = new ArrayList<>(VendorFiles.all().values());
    int real = addReal(files);
    List<PriceTable> originals = new ArrayList<>();
    for (VendorFile file : files) {
      originals.add(PriceReader.read(write(file.name(), file.content())).table());
    }
    int read = 0;
    int refused = 0;
    long began = System.nanoTime();
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      int f = random.nextInt(files.size());
      if (files.get(f).name().endsWith(".xlsx") && random.nextInt(WORKBOOK_SHARE) > 0) {
        f = 0;
      }
      VendorFile file = files.get(f);
      Mutant mutant = mutant(file.content(), random);
      String where = "seed " + seed + ", " + file.name() + ", " + mutant.how();
      long start = System.nanoTime();
      try {
        PriceReading reading = PriceReader.read(write(file.name(), mutant.content()));
        read++;
        check(where, file, mutant, originals.get(f), reading.table());
      } catch (MarketException e) {
        refused++;
        checkMessage(where, file, e.getMessage());
      } catch (RuntimeException | Error e) {
        throw new AssertionError(where, e);
      }
      assertTrue(System.nanoTime() - start < SLOWEST_NANOS, where + ": slow");
    }
    System.out.printf(
        Locale.ROOT,
        "%d mutants of %d files (%d of them real) in %.1f s: %d read, %d refused%n",
        MUTANTS,
        files.size(),
        real,
        (System.nanoTime() - began) / 1e9,
        read,
        refused);
    assertTrue(read > MUTANTS / 10 && refused > MUTANTS / 10, read + " read");
  }

  /** The first and last lines of the real files, where they are there. */
  private static int addReal(List<VendorFile> files) throws IOException {
    if (!Files.isDirectory(REAL)) {
      System.out.println("Without real files: none at ../shared/data");
      return 0;
    }
    int before = files.size();
    try (Stream<Path> paths = Files.walk(REAL)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".csv")).sorted().toList()) {
        List<String> lines = Files.readString(path).lines().toList();
        List<String> kept = new ArrayList<>(lines.subList(0, 80));
        kept.addAll(lines.subList(lines.size() - 40, lines.size()));
        byte[] content = (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8);
        files.add(new VendorFile(path.getFileName().toString(), "", content));
      }
    }
    return files.size() - before;
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static Mutant mutant(byte[] content, Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> new Mutant(Arrays.copyOf(content, random.nextInt(content.length)), "cut", true);
      case 1 -> bytes(content, random);
      case 2 -> insert(content, random.nextInt(content.length), new byte[] {0}, "NUL");
      case 3 -> insert(content, random.nextInt(content.length), new byte[] {'"'}, "quote");
      case 4 -> huge(content, random);
      case 5 -> encoding(content, random);
      case 6 -> remove(content, random);
      case 7, 8, 9 -> field(content, random);
      default -> lines(content, random);
    };
  }

  private static Mutant bytes(byte[] content, Random random) {
    byte[] result = content.clone();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      result[random.nextInt(result.length)] = (byte) random.nextInt(256);
    }
    return new Mutant(result, count + " random bytes", false);
  }

  private static Mutant insert(byte[] content, int at, byte[] more, String how) {
    byte[] result = new byte[content.length + more.length];
    System.arraycopy(content, 0, result, 0, at);
    System.arraycopy(more, 0, result, at, more.length);
    System.arraycopy(content, at, result, at + more.length, content.length - at);
    return new Mutant(result, how + " at " + at, false);
  }

  private static Mutant huge(byte[] content, Random random) {
    byte[] field = new byte[random.nextInt(50) == 0 ? 3_000_000 : 5_000];
    Arrays.fill(field, (byte) "x1, ;9.".charAt(random.nextInt(7)));
    return insert(content, random.nextInt(content.length), field, "huge field");
  }

  private static Mutant encoding(byte[] content, Random random) {
    String text = new String(content, StandardCharsets.UTF_8);
    return switch (random.nextInt(4)) {
      case 0 -> new Mutant(text.getBytes(StandardCharsets.UTF_16LE), "UTF-16 without mark", false);
      case 1 -> new Mutant(text.getBytes(StandardCharsets.UTF_16), "UTF-16", false);
      case 2 -> new Mutant(text.getBytes(StandardCharsets.US_ASCII), "ASCII", false);
      default ->
          insert(
              content,
              random.nextInt(content.length),
              new byte[] {(byte) (128 + random.nextInt(128))},
              "byte that is not UTF-8");
    };
  }

  private static Mutant remove(byte[] content, Random random) {
    int from = random.nextInt(content.length);
    int to = Math.min(content.length, from + 1 + random.nextInt(60));
    byte[] result = Arrays.copyOf(content, content.length - (to - from));
    System.arraycopy(content, to, result, from, content.length - to);
    return new Mutant(result, "removed " + from + " to " + to, false);
  }

  /** Another field in one line of data. */
  private static Mutant field(byte[] content, Random random) {
    List<String> lines = split(content);
    int line = random.nextInt(lines.size());
    String[] fields = lines.get(line).split("(?<=[,;\t])|(?=[,;\t])", -1);
    int at = random.nextInt(fields.length);
    fields[at] = ODD_FIELDS[random.nextInt(ODD_FIELDS.length)];
    lines.set(line, String.join("", fields));
    boolean odd = fields[at].indexOf('"') >= 0;
    return new Mutant(
        joined(lines), "line %d has %s".formatted(line + 1, fields[at]), line > 4 && !odd);
  }

  private static Mutant lines(byte[] content, Random random) {
    List<String> lines = split(content);
    int one = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String how;
    switch (random.nextInt(4)) {
      case 0 -> {
        lines.set(other, lines.set(one, lines.get(other)));
        how = "swapped lines ";
      }
      case 1 -> {
        lines.add(other, lines.get(one));
        how = "repeated line ";
      }
      case 2 -> {
        lines.remove(one);
        how = "removed line ";
      }
      default -> {
        lines.set(one, lines.get(one).substring(lines.get(one).length() / 2));
        how = "halved line ";
      }
    }
    return new Mutant(joined(lines), how + (one + 1) + " " + (other + 1), one > 4 && other > 4);
  }

  private static List<String> split(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return new ArrayList<>(List.of(text.split("\n", -1)));
  }

  private static byte[] joined(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static void checkMessage(String where, VendorFile file, String message) {
    boolean named = message.startsWith(file.name() + ": ");
    boolean told = message.contains("found ") || message.contains("cannot be read");
    if (!named || !told) {
      fail(where + ": " + message);
    }
  }

  private static void check(
      String where, VendorFile file, Mutant mutant, PriceTable original, PriceTable table) {
    boolean text = !file.name().endsWith(".xlsx") && !file.name().endsWith(".gz");
    if (text && !mutant.how().startsWith("UTF-16") && !file.layout().equals("Stooq")) {
      checkNumbersAreInTheFile(where, mutant, original, table);
    }
    if (text && mutant.oneLine()) {
      checkOtherRowsAreUnchanged(where, original, table);
    }
  }

  /** Prices that the undamaged file does not hold are looked for in the text. */
  private static void checkNumbersAreInTheFile(
      String where, Mutant mutant, PriceTable original, PriceTable table) {
    Set<Double> known = new HashSet<>();
    for (double[] closes : original.close()) {
      Arrays.stream(closes).forEach(known::add);
    }
    known.add(Double.NaN);
    boolean searched = false;
    for (double[] closes : table.close()) {
      for (double close : closes) {
        if (!searched && !known.contains(close)) {
          searched = true;
          addNumbers(known, mutant);
        }
        boolean found =
            known.contains(close)
                || known.contains(close / 1e3)
                || known.contains(close / 1e6)
                || known.contains(close / 1e9)
                || known.contains(close / 1e12);
        assertTrue(found, () -> where + ": the price " + close + " is not in the file");
      }
    }
  }

  private static void addNumbers(Set<Double> known, Mutant mutant) {
    Matcher matcher = NUMBER.matcher(new String(mutant.content(), StandardCharsets.ISO_8859_1));
    while (matcher.find()) {
      for (String piece : List.of(matcher.group(), matcher.group().replace(",", ";"))) {
        for (String token : piece.split(";")) {
          add(known, token.replaceAll("[,' \u00A0\u202F]", ""));
          add(known, token.replaceAll("[.' \u00A0\u202F]", "").replace(',', '.'));
        }
      }
    }
  }

  private static void add(Set<Double> known, String token) {
    if (token.length() > 100) {
      return;
    }
    try {
      known.add(Double.parseDouble(token));
    } catch (NumberFormatException e) {
      // A date or another text with digits.
      return;
    }
  }

  private static void checkOtherRowsAreUnchanged(
      String where, PriceTable original, PriceTable table) {
    int differing = 0;
    for (int a = 0; a < original.assets().size(); a++) {
      int column = table.column(original.assets().get(a));
      if (column < 0) {
        continue;
      }
      for (int i = 0; i < original.dates().size(); i++) {
        int row = row(table, original, i);
        double before = original.close()[a][i];
        double after = row < 0 ? before : table.close()[column][row];
        differing += before != after && !Double.isNaN(before) && !Double.isNaN(after) ? 1 : 0;
      }
    }
    int found = differing;
    assertTrue(found <= 2, () -> where + ": " + found + " prices of other rows changed");
  }

  private static int row(PriceTable table, PriceTable original, int i) {
    if (original.isDaily() != table.isDaily()) {
      return -1;
    }
    int row = table.lastDate(original.dates().get(i));
    while (row >= 0 && table.time(row).isAfter(original.time(i))) {
      row--;
    }
    return row >= 0 && table.time(row).equals(original.time(i)) ? row : -1;
  }
}
