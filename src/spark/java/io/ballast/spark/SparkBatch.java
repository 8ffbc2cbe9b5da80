package io.ballast.spark;

import io.ballast.cli.Main;
import java.util.ArrayList;
import java.util.List;

/** What {@code spark-submit} runs: {@code ballast batch --engine spark}. */
public final class SparkBatch {
  private SparkBatch() {}

  /** Takes the options of {@code ballast batch}, and leaves with its exit code. */
  public static void main(String[] args) {
    List<String> all = new ArrayList<>(List.of("batch", "--engine", SparkEngine.NAME));
    all.addAll(List.of(args));
    Main.main(all.toArray(String[]::new));
  }
}
