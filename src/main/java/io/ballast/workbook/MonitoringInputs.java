package io.ballast.workbook;

import io.ballast.market.PriceTable;
import io.ballast.workbook.InputSheet.Field;
import io.ballast.workbook.Style.Format;
import java.time.LocalDate;
import java.util.List;

/** The inputs of the monitoring workbook. */
final class MonitoringInputs {
  /** How many scenarios a person sets. */
  static final int SCENARIOS = 4;

  /** The words for the value-at-risk model that is tested. */
  static final String EWMA = "EWMA";

  static final String NORMAL = "Normal";

  /** The words for what volumes are counted in. */
  static final String UNITS = "units";

  static final String CURRENCY = "currency";

  private static final String[] NAMES = {
    "Market falls by 30 %",
    "Market falls by 50 %",
    "Market falls by 80 %",
    "A stablecoin loses its peg"
  };
  private static final double[] SHOCKS = {-0.3, -0.5, -0.8, -0.1};
  private static final double PEG_BREAK = -0.3;
  private static final int PEG_SCENARIO = 4;
  private static final String STABLECOIN = "Stablecoin";
  private static final int VOLUME_DAYS = 30;

  private MonitoringInputs() {}

  static void write(InputSheet inputs, Sheet sheet, Portfolio portfolio, Columns columns)
      throws PortfolioException {
    inputs.number(
        "Rolling window",
        "rolling_window",
        60.0,
        Format.INTEGER,
        "days of returns; shortened where there are fewer than twice as many");
    inputs.between(2, 10_000, "Whole days, 2 or more.");
    inputs.text(
        "Value at risk model of the backtest",
        "var_model",
        EWMA,
        EWMA + ": recent days weigh more; " + NORMAL + ": mean and deviation over the window");
    inputs.oneOf(List.of(EWMA, NORMAL), "One of: " + EWMA + ", " + NORMAL + ".");
    inputs.number(
        "Participation",
        "participation",
        0.1,
        Format.PERCENT,
        "share of the daily volume that can be sold without moving the price");
    inputs.between(0.0001, 1, "A share above 0 % and at most 100 %.");
    inputs.text(
        "Volumes are in",
        "volume_unit",
        portfolio.source().equals(SampleMarket.SOURCE) ? CURRENCY : UNITS,
        UNITS + " of the asset, or " + CURRENCY + ": data vendors differ");
    inputs.oneOf(List.of(UNITS, CURRENCY), "One of: " + UNITS + ", " + CURRENCY + ".");
    inputs.section("Scenarios");
    for (int s = 0; s < SCENARIOS; s++) {
      int number = s + 1;
      inputs.text("Scenario " + number, "scenario_" + number, NAMES[s], "its name");
      inputs.number(
          "Move of the benchmark in it",
          "shock_" + number,
          SHOCKS[s],
          Format.PERCENT,
          "an asset moves by beta × this, unless its own shock is entered below");
      inputs.between(-1, 10, "A move such as −30 %, not below −100 %.");
    }
    PriceTable prices = portfolio.prices();
    LocalDate asOf = Histories.resolved(portfolio).settings().asOf();
    inputs.holdings(
        "Holdings",
        "Volume: traded a day, on average of the last "
            + VOLUME_DAYS
            + " days of the price file where it has volumes. Own shock: blank for beta × the"
            + " benchmark's move.",
        columns,
        Field.units(),
        Field.number(
            "in_volume",
            "Average daily volume",
            Format.INTEGER,
            h -> averageVolume(prices, h.asset(), asOf),
            0,
            1e18,
            "Traded a day, above or equal to 0, or blank."),
        shock(1),
        shock(2),
        shock(3),
        shock(PEG_SCENARIO));
    sheet.widths(38, 26, 18, 14, 14, 14, 14);
    sheet.freeze(3, 0);
    sheet.portrait();
  }

  private static Field shock(int scenario) {
    return Field.number(
        "in_shock_" + scenario,
        "Own shock, scenario " + scenario,
        Format.PERCENT,
        h ->
            scenario == PEG_SCENARIO && STABLECOIN.equalsIgnoreCase(h.category())
                ? (Double) PEG_BREAK
                : null,
        -1,
        10,
        "A move such as −30 %, or blank.");
  }

  /** Over the last days that have a volume, null if none has. */
  private static Double averageVolume(PriceTable prices, String asset, LocalDate asOf) {
    if (prices.volume() == null) {
      return null;
    }
    double[] volume = prices.volume()[prices.column(asset)];
    int end = prices.dates().indexOf(asOf);
    double sum = 0;
    int days = 0;
    for (int t = end; t >= 0 && t > end - VOLUME_DAYS; t--) {
      if (volume[t] > 0) {
        sum += volume[t];
        days++;
      }
    }
    return days == 0 ? null : (Double) (sum / days);
  }
}
