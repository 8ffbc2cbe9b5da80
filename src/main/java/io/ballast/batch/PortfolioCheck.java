package io.ballast.batch;

import io.ballast.market.Fields;
import io.ballast.market.Finding;
import io.ballast.market.History;
import io.ballast.market.PriceTable;
import io.ballast.workbook.Holding;
import io.ballast.workbook.Portfolio;
import io.ballast.workbook.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One portfolio while its rows come in: what is wrong with it, and its positions by asset. */
final class PortfolioCheck {
  private static final double WEIGHT_TOLERANCE = 1e-6;

  private final String file;
  private final String id;
  private final PriceTable prices;
  private final PortfolioRules rules;
  private final Settings settings;
  private final int lastDate;
  private final List<PortfolioFailure> failures = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Place, Line> seen = new LinkedHashMap<>();
  private final Map<String, Long> firstLine = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> unpriced = new HashSet<>();
  private final List<Position> leftOut = new ArrayList<>();

  private record Place(String account, String asset) {}

  private record Line(long number, Position position) {}

  PortfolioCheck(String file, String id, PriceTable prices, PortfolioRules rules) {
    this.file = file;
    this.id = id;
    this.prices = prices;
    this.rules = rules;
    this.settings = rules.settings(id);
    this.lastDate = prices.lastDate(settings.asOf());
  }

  int failures() {
    return failures.size();
  }

  /** Notes that a field holds something else than expected. */
  void fail(long line, PortfolioColumn column, String text, String expected) {
    failures.add(
        PortfolioFailure.input(
            id.isEmpty() ? id : Fields.shown(id),
            line,
            column.label(),
            Fields.shown(text),
            expected));
  }

  /** Whether the rows have an id that can be used. */
  boolean acceptsId(long line) {
    if (id.isEmpty() || Fields.hasControlCharacter(id)) {
      fail(line, PortfolioColumn.PORTFOLIO, id, "a portfolio id without control characters");
      return false;
    }
    return true;
  }

  /** Checks that an asset has prices, and one on the as-of date. */
  void checkAsset(long line, String asset) {
    int column = prices.column(asset);
    if (rules.excludeUnpriced() && (column < 0 || Double.isNaN(prices.close()[column][lastDate]))) {
      unpriced.add(asset);
      return;
    }
    firstLine.putIfAbsent(asset, line);
    if (column < 0) {
      fail(line, PortfolioColumn.ASSET, asset, Suggestion.expected(asset, prices.assets()));
      refused.add(asset);
    } else if (Double.isNaN(prices.close()[column][lastDate]) && refused.add(asset)) {
      fail(
          line,
          PortfolioColumn.ASSET,
          asset + " without a price on " + prices.dates().get(lastDate),
          "a price on the as-of date");
    }
  }

  /** Adds a row without faults. */
  void add(long line, Position position) {
    if (unpriced.contains(position.asset())) {
      leftOut.add(position);
      note(
          line,
          position.asset(),
          "no price on " + prices.dates().get(lastDate),
          "left out of the workbooks");
      return;
    }
    Line earlier =
        seen.putIfAbsent(new Place(position.account(), position.asset()), new Line(line, position));
    if (earlier == null) {
      return;
    }
    String again =
        position.asset()
            + (position.account().isEmpty() ? "" : " in account " + position.account())
            + " as in row "
            + earlier.number();
    if (earlier.position().equals(position)) {
      note(line, position.asset(), "the same row again: " + again, "counted once");
    } else {
      fail(
          line, PortfolioColumn.ASSET, again + " with other values", "each asset once per account");
    }
  }

  private void note(long line, String asset, String what, String action) {
    findings.add(new Finding(file, line, null, asset, what, action));
  }

  /** The portfolio after its last row. */
  PortfolioEntry entry(Map<String, Integer> priceFindings) {
    List<Holding> holdings = holdings();
    if (failures.isEmpty() && holdings.isEmpty()) {
      fail(0, PortfolioColumn.ASSET, "no asset with a price", "at least one");
    }
    if (refused.isEmpty() && !firstLine.isEmpty()) {
      checkHistory();
    }
    int onPrices =
        firstLine.keySet().stream().mapToInt(a -> priceFindings.getOrDefault(a, 0)).sum();
    if (!failures.isEmpty()) {
      failures.sort(Comparator.comparingLong(PortfolioFailure::row));
      return new PortfolioEntry(
          id, null, List.copyOf(failures), List.copyOf(findings), onPrices, 0);
    }
    checkTargetWeights(holdings);
    return new PortfolioEntry(
        id,
        new Portfolio(
            id, rules.clients().of(id).name(), holdings, prices, settings, rules.source()),
        List.of(),
        List.copyOf(findings),
        onPrices,
        pricedShare());
  }

  private double pricedShare() {
    List<Position> priced = seen.values().stream().map(Line::position).toList();
    double value = priced.stream().mapToDouble(PortfolioCheck::cost).sum();
    double all = value + leftOut.stream().mapToDouble(PortfolioCheck::cost).sum();
    int count = priced.size() + leftOut.size();
    return Double.isNaN(all) ? (double) priced.size() / count : value / all;
  }

  private static double cost(Position position) {
    return position.quantity() * position.entry();
  }

  private List<Holding> holdings() {
    Map<String, List<Line>> byAsset = new LinkedHashMap<>();
    for (Line line : seen.values()) {
      byAsset.computeIfAbsent(line.position().asset(), a -> new ArrayList<>()).add(line);
    }
    List<Holding> result = new ArrayList<>();
    byAsset.forEach((asset, lines) -> result.add(holding(asset, lines)));
    return List.copyOf(result);
  }

  private Holding holding(String asset, List<Line> lines) {
    double quantity = 0;
    double targetWeight = Double.NaN;
    double entryQuantity = 0;
    double entryValue = 0;
    double stopQuantity = 0;
    double stopValue = 0;
    double firstStop = Double.NaN;
    boolean sameStop = true;
    for (Line line : lines) {
      Position p = line.position();
      quantity += p.quantity();
      if (!Double.isNaN(p.targetWeight())) {
        targetWeight = (Double.isNaN(targetWeight) ? 0 : targetWeight) + p.targetWeight();
      }
      if (!Double.isNaN(p.entry())) {
        entryQuantity += p.quantity();
        entryValue += p.quantity() * p.entry();
      }
      if (!Double.isNaN(p.stop())) {
        sameStop &= stopQuantity == 0 || p.stop() == firstStop;
        firstStop = p.stop();
        stopQuantity += p.quantity();
        stopValue += p.quantity() * p.stop();
      }
    }
    long row = lines.get(0).number();
    if (Double.isInfinite(quantity)) {
      failures.add(
          PortfolioFailure.input(
              id, row, "quantity", "more units in all than a number holds", "fewer units"));
    }
    if (entryQuantity > 0 && entryQuantity < quantity) {
      note(row, asset, "an entry in some accounts only", "the mean of those that have one");
    }
    double stop = sameStop ? firstStop : stopValue / stopQuantity;
    if (stopQuantity > 0 && stopQuantity < quantity) {
      note(row, asset, "a stop in some accounts only", "no stop: the whole value is at risk");
      stop = Double.NaN;
    } else if (!sameStop) {
      note(row, asset, "different stops", "their mean weighted by quantity: the same risk");
    }
    double entry = lines.size() == 1 ? lines.get(0).position().entry() : entryValue / entryQuantity;
    Position first = lines.get(0).position();
    if (lines.stream().anyMatch(line -> line.position().side() != first.side())) {
      failures.add(
          PortfolioFailure.input(
              id, row, "side", "long and short in " + asset, "one side for each asset"));
    }
    return new Holding(
        asset,
        quantity,
        targetWeight,
        entry,
        stop,
        first.side(),
        first.category(),
        first.tier(),
        leverage(asset, lines),
        score(asset, lines));
  }

  /** The leverage that leaves the margin of all accounts together as it is: Σ q ÷ Σ (q ÷ L). */
  private double leverage(String asset, List<Line> lines) {
    double first = lines.get(0).position().leverage();
    if (lines.stream().allMatch(line -> Double.compare(line.position().leverage(), first) == 0)) {
      return first;
    }
    double quantity = 0;
    double margin = 0;
    for (Line line : lines) {
      Position p = line.position();
      quantity += p.quantity();
      margin += Double.isNaN(p.leverage()) ? p.quantity() : p.quantity() / p.leverage();
    }
    note(
        lines.get(0).number(),
        asset,
        "different leverage in several accounts, where a blank is 1",
        "that of the margins together");
    return quantity / margin;
  }

  /** The score of an asset, which is the same in every account that gives one. */
  private double score(String asset, List<Line> lines) {
    double[] given =
        lines.stream()
            .mapToDouble(line -> line.position().score())
            .filter(score -> !Double.isNaN(score))
            .distinct()
            .toArray();
    if (given.length > 1) {
      failures.add(
          PortfolioFailure.input(
              id,
              lines.get(0).number(),
              PortfolioColumn.SCORE.label(),
              "different scores of " + asset,
              "one score for each asset"));
    }
    return given.length == 0 ? Double.NaN : given[0];
  }

  private void checkHistory() {
    List<String> assets = new ArrayList<>(firstLine.keySet());
    if (!assets.contains(settings.benchmark())) {
      assets.add(settings.benchmark());
    }
    History history = prices.limits(assets, settings.asOf(), settings.lookback());
    if (history.completeReturns() < PortfolioReader.FEWEST_RETURNS) {
      String limiting = history.limitingAsset();
      failures.add(
          PortfolioFailure.input(
              id,
              firstLine.getOrDefault(limiting, 0L),
              firstLine.containsKey(limiting) || limiting == null ? "asset" : "benchmark",
              history.completeReturns()
                  + " returns common to all assets and the benchmark"
                  + (limiting == null ? "" : ", fewest prices for " + limiting),
              "at least " + PortfolioReader.FEWEST_RETURNS));
    }
  }

  private void checkTargetWeights(List<Holding> holdings) {
    double sum = 0;
    int given = 0;
    for (Holding holding : holdings) {
      if (!Double.isNaN(holding.targetWeight())) {
        sum += holding.targetWeight();
        given++;
      }
    }
    if (given > 0 && given < holdings.size()) {
      note(
          0,
          "",
          "%s: target weights for %d of %d assets".formatted(id, given, holdings.size()),
          "used as they are");
    }
    if (given > 0 && Math.abs(sum - 1) > WEIGHT_TOLERANCE) {
      note(
          0,
          "",
          "%s: target weights add up to %s, not 1".formatted(id, (float) sum),
          "used as they are");
    }
  }
}
