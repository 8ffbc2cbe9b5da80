package io.ballast.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.market.PriceTable;
import io.ballast.testing.LibreOffice;
import io.ballast.testing.OoxmlSchema;
import io.ballast.testing.WorkbookComparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of workbook in several shapes, before judges that are not ours. */
class JudgedWorkbooksTest {
  private static final List<Judged> JUDGED = new ArrayList<>();
  @TempDir private static Path folder;

  /** What is kept of a workbook, so that one at a time is in memory. */
  private record Judged(Path file, Object checksPassed, List<String> differences) {}

  /** Portfolios of several shapes: many assets, few days, gaps, a late listing. */
  static Map<String, Portfolio> portfolios() {
    Map<String, Portfolio> all = new LinkedHashMap<>();
    Portfolio sample = SampleMarket.portfolio();
    all.put("sample", sample);
    all.put("three-assets-60-days", with(sample, List.of("ETH", "SOL", "USDC"), 60, null));
    all.put("late-listing", with(sample, List.of("BTC", "ARB", "PAXG"), 0, null));
    all.put("one-asset", with(sample, List.of("BTC"), 200, LocalDate.of(2023, 6, 30)));
    all.put("gaps", gaps(with(sample, List.of("BTC", "ETH", "DOGE", "XRP"), 120, null)));
    all.put(
        "odd-names", renamed(with(sample, List.of("BTC", "ETH", "SOL", "XRP", "ADA"), 90, null)));
    all.put(
        "flat-asset",
        flat(with(SampleMarket.portfolio(), List.of("BTC", "ETH", "USDC"), 90, null)));
    return all;
  }

  private static Portfolio renamed(Portfolio base) {
    Map<String, String> names =
        Map.of("ETH", "=1+1", "SOL", "SOL1", "XRP", "O'Neil & \"Co\" <x>", "ADA", "A*?~:B");
    PriceTable p = base.prices();
    List<Holding> holdings = new ArrayList<>();
    for (Holding h : base.holdings()) {
      holdings.add(
          new Holding(
              names.getOrDefault(h.asset(), h.asset()),
              h.quantity(),
              h.targetWeight(),
              h.entry(),
              h.stop()));
    }
    return new Portfolio(
        base.id(),
        holdings,
        new PriceTable(
            p.dates(),
            p.assets().stream().map(a -> names.getOrDefault(a, a)).toList(),
            p.close(),
            p.open(),
            p.high(),
            p.low(),
            p.volume()),
        base.settings(),
        base.source());
  }

  private static Portfolio flat(Portfolio base) {
    PriceTable p = base.prices();
    int column = p.column("USDC");
    for (double[][] field : new double[][][] {p.close(), p.open(), p.high(), p.low()}) {
      java.util.Arrays.fill(field[column], 1.0);
    }
    return base;
  }

  private static Portfolio with(Portfolio base, List<String> assets, int lookback, LocalDate asOf) {
    double none = Double.NaN;
    List<Holding> holdings = new ArrayList<>();
    for (String asset : assets) {
      holdings.add(new Holding(asset, 3 + holdings.size(), none, none, none));
    }
    return Portfolios.with(base, holdings, lookback, asOf);
  }

  /** Removes some prices: of one asset, of the benchmark, and of all on one day. */
  private static Portfolio gaps(Portfolio base) {
    PriceTable p = base.prices();
    double[][][] fields = {p.close(), p.open(), p.high(), p.low(), p.volume()};
    for (int f = 0; f < fields.length; f++) {
      double[][] copy = new double[fields[f].length][];
      for (int a = 0; a < copy.length; a++) {
        copy[a] = fields[f][a].clone();
      }
      fields[f] = copy;
    }
    int last = p.dates().size() - 1;
    for (double[][] field : fields) {
      field[p.column("DOGE")][last - 40] = Double.NaN;
      field[p.column("DOGE")][last - 39] = Double.NaN;
      field[p.column("BTC")][last - 20] = Double.NaN;
      for (double[] asset : field) {
        asset[last - 70] = Double.NaN;
      }
    }
    return new Portfolio(
        base.id(),
        base.holdings(),
        new PriceTable(
            p.dates(), p.assets(), fields[0], fields[1], fields[2], fields[3], fields[4]),
        base.settings(),
        base.source());
  }

  /** With the long tests every shape, else the one that has found most faults. */
  static Map<String, Portfolio> shapes() {
    Map<String, Portfolio> shapes = portfolios();
    if (System.getProperty("ballast.excluded", "").isEmpty()) {
      shapes.put("fifty-assets-2000-days", fiftyAssets());
    } else {
      shapes.keySet().retainAll(Set.of("gaps"));
    }
    return shapes;
  }

  /** Prices of a made-up market, larger than the sample. */
  private static Portfolio fiftyAssets() {
    Random random = new Random(50);
    int days = 2000;
    List<LocalDate> dates = new ArrayList<>();
    for (int t = 0; t < days; t++) {
      dates.add(LocalDate.of(2019, 1, 1).plusDays(t));
    }
    double[] market = random.doubles(days).map(u -> 0.06 * (u - 0.49)).toArray();
    List<String> assets = new ArrayList<>();
    List<Holding> holdings = new ArrayList<>();
    double[][] close = new double[50][days];
    double none = Double.NaN;
    for (int a = 0; a < close.length; a++) {
      assets.add(a == 0 ? "BTC" : "A" + a);
      holdings.add(new Holding(assets.get(a), 1 + a % 7, none, none, none));
      double price = 100;
      for (int t = 0; t < days; t++) {
        price *= Math.exp(market[t] + 0.03 * random.nextGaussian());
        close[a][t] = price;
      }
    }
    return new Portfolio(
        "Fifty",
        holdings,
        PriceTable.ofClose(dates, assets, close),
        Settings.standard(),
        "Made up");
  }

  /** All kinds, or those named, with commas, in the property {@code ballast.kinds}. */
  private static List<WorkbookKind> kinds() {
    String wanted = System.getProperty("ballast.kinds");
    return WorkbookKinds.all().stream()
        .filter(kind -> wanted == null || List.of(wanted.split(",")).contains(kind.name()))
        .toList();
  }

  @BeforeAll
  static void write() throws Exception {
    for (WorkbookKind kind : kinds()) {
      for (Map.Entry<String, Portfolio> portfolio : shapes().entrySet()) {
        String name = kind.name() + "-" + portfolio.getKey() + ".xlsx";
        write(name, kind.build(portfolio.getValue()));
      }
      write(kind.name() + "-template.xlsx", kind.build(SampleMarket.portfolio(), Room.TEMPLATE));
    }
  }

  private static void write(String name, Book book) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      BookWriter.write(book, out);
    }
    JUDGED.add(
        new Judged(file, book.value(Frame.CHECKS_PASSED), differencesWithoutTheAddIn(name, book)));
  }

  @Test
  void libreOfficeWithoutTheAddInComputesTheStoredValues() throws IOException {
    LibreOffice office = LibreOffice.assumeInstalled();
    Path[] ours = JUDGED.stream().map(Judged::file).toArray(Path[]::new);
    List<Path> theirs =
        office.recalculate(Files.createDirectories(folder.resolve("recalculated")), ours);
    for (int i = 0; i < ours.length; i++) {
      WorkbookComparison compared = WorkbookComparison.of(ours[i], theirs.get(i));
      assertTrue(compared.formulas() > 300, ours[i] + " has " + compared.formulas());
      assertEquals(List.of(), compared.errors(), ours[i] + ": error cells");
      assertEquals(List.of(), compared.differencesWithoutAddIn(), ours[i] + ": differences");
    }
  }

  @Test
  void everyPartFollowsTheSchemaAndTheRulesOfTheHosts() throws IOException {
    for (Judged judged : JUDGED) {
      assertEquals(List.of(), OoxmlSchema.check(judged.file()), judged.file().toString());
    }
  }

  @Test
  void bothBranchesOfEveryGuardedFormulaGiveTheSame() {
    JUDGED.forEach(judged -> assertEquals(List.of(), judged.differences()));
  }

  /** Where a calculated book shows something else without the add-in. */
  private static List<String> differencesWithoutTheAddIn(String name, Book book) {
    List<Cell> cells = cells(book);
    List<Object> with = cells.stream().map(cell -> cell.value).toList();
    book.calculateWithoutAddIn();
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Object ours = with.get(i);
      Object theirs = cells.get(i).value;
      boolean same =
          ours instanceof Double a && theirs instanceof Double b
              ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
              : ours.equals(theirs);
      if (!same) {
        String formula = cells.get(i).formula.typed(0, 0);
        if (!WorkbookComparison.needsAddIn(formula, theirs)) {
          differences.add(name + ": =" + formula + ": " + ours + ", " + theirs);
        }
      }
    }
    return differences;
  }

  @Test
  void everyCheckOfEveryWorkbookPasses() {
    JUDGED.forEach(judged -> assertEquals(true, judged.checksPassed(), judged.file().toString()));
  }

  @Test
  void theSameBookGivesTheSameBytes() throws Exception {
    for (WorkbookKind kind : kinds()) {
      byte[] once = bytes(kind.build(SampleMarket.portfolio()));
      byte[] again = bytes(kind.build(SampleMarket.portfolio()));
      assertTrue(java.util.Arrays.equals(once, again), kind.name());
    }
  }

  static byte[] bytes(Book book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BookWriter.write(book, out);
    return out.toByteArray();
  }

  /** The cells with a formula. */
  private static List<Cell> cells(Book book) {
    List<Cell> found = new ArrayList<>();
    for (Sheet sheet : book.sheets()) {
      for (int row = 0; row < sheet.rowCount(); row++) {
        Cell[] cells = sheet.row(row);
        for (int column = 0; cells != null && column < cells.length; column++) {
          if (cells[column] != null && cells[column].formula != null) {
            found.add(cells[column]);
          }
        }
      }
    }
    return found;
  }
}
