package io.ballast.bench;

import io.ballast.functions.RiskAdjustedFunctions;
import io.ballast.metrics.RiskAdjusted;
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

/** What a worksheet function adds to its measure: 1e5 cells against the bare array. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 15, time = 1)
public class CellsBenchmark {
  private double[] returns;
  private Object[][] column;

  @Setup(Level.Trial)
  public void prepare() {
    returns = Market.returns(100_000, 1);
    column = Market.column(returns);
  }

  @Benchmark
  public double sharpeOfArray1e5() {
    return RiskAdjusted.sharpe(returns, 365);
  }

  @Benchmark
  public Object sharpeOfCells1e5() {
    return RiskAdjustedFunctions.sharpe(column, null, null);
  }
}
