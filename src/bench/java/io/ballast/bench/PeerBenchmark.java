package io.ballast.bench;

import io.ballast.metrics.Correlation;
import io.ballast.metrics.Drawdown;
import io.ballast.metrics.MinimumShortfall;
import io.ballast.metrics.PortfolioWeights;
import io.ballast.metrics.RiskAdjusted;
import io.ballast.metrics.Rolling;
import io.ballast.metrics.TailRisk;
import io.ballast.metrics.WeightBounds;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The measures that {@code bench/peers} compares with other libraries, on inputs drawn alike. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 15, time = 1)
public class PeerBenchmark {
  private double[] million;
  private double[] hundredThousand;
  private double[][] correlated;
  private double[][] assets50;
  private double[][] assets200;
  private double[][] scenarios;

  @Setup(Level.Trial)
  public void prepare() {
    million = Market.returns(1_000_000, 1);
    hundredThousand = Market.returns(100_000, 1);
    correlated = Market.panel(200, 2000);
    assets50 = Market.panel(50, 1000);
    assets200 = Market.panel(200, 1000);
    scenarios = Market.panel(50, 1000);
  }

  @Benchmark
  public double sharpe1e6() {
    return RiskAdjusted.sharpe(million, 365);
  }

  @Benchmark
  public double[] rollingSharpe1e5() {
    return Rolling.sharpe(hundredThousand, 30, 365);
  }

  @Benchmark
  public double historicalVar1e6() {
    return TailRisk.valueAtRisk(million, 0.95, TailRisk.Method.HISTORICAL);
  }

  @Benchmark
  public double maximumDrawdown1e6() {
    return Drawdown.maximum(million);
  }

  @Benchmark
  public double[][] correlation2000x200() {
    return Correlation.matrix(correlated, Correlation.Method.PEARSON);
  }

  @Benchmark
  public double[] minimumVariance50() {
    return PortfolioWeights.minimumVariance(assets50, WeightBounds.LONG_ONLY);
  }

  @Benchmark
  public double[] minimumVariance200() {
    return PortfolioWeights.minimumVariance(assets200, WeightBounds.LONG_ONLY);
  }

  @Benchmark
  public double[] minimumCvar1000x50() {
    return MinimumShortfall.weights(scenarios, 0.95, WeightBounds.LONG_ONLY);
  }
}
