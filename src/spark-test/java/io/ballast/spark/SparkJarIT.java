package io.ballast.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.batch.BatchRequest;
import io.ballast.workbook.SampleMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** target/ballast-spark.jar as spark-submit runs it, beside Spark's own jars and none of ours. */
class SparkJarIT {
  private static final Pattern OURS =
      Pattern.compile(
          "(poi|xmlbeans|picocli|fastcsv|jinx|progressbar|libreoffice|SparseBitSet|curvesapi"
              + "|log4j-to-slf4j|slf4j-simple|junit|archunit|opentest4j|surefire|ballast"
              + "|hadoop-client-minicluster).*");

  @TempDir private Path folder;

  @Test
  void jarMakesTheSameBytesAsTheEmbeddedEngine() throws Exception {
    Path prices = SampleMarket.copy("close.csv", folder, "prices.csv");
    Path portfolios = SampleMarket.copy("portfolios.csv", folder, "portfolios.csv");
    Path embedded = Files.createDirectory(folder.resolve("embedded"));
    Path out = folder.resolve("out");
    BatchRequest request =
        Engines.request(prices.toString(), portfolios.toString(), out.toString(), 60);
    Engines.embedded(request, embedded, List.of(KindSource.named("diversification")));

    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            command(
                "--prices",
                prices.toString(),
                "--portfolios",
                portfolios.toString(),
                "--workbook",
                "diversification",
                "--lookback",
                "60",
                "--out",
                out.toString()));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    String text = Files.readString(log);
    assertEquals(0, process.exitValue(), text);
    assertTrue(text.contains("10 of 10 diversification workbooks written"), text);
    Engines.assertSameFiles(embedded, out);
  }

  private static List<String> command(String... options) {
    String[] all = System.getProperty("java.class.path").split(System.getProperty("path.separator"));
    List<String> jars = new ArrayList<>();
    for (String entry : all) {
      Path path = Path.of(entry);
      if (entry.endsWith(".jar") && !OURS.matcher(path.getFileName().toString()).matches()) {
        jars.add(entry);
      }
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(
        List.of(
            "-Xmx1g",
            "-cp",
            String.join(System.getProperty("path.separator"), jars),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[2]",
            "--conf",
            "spark.ui.enabled=false",
            Path.of(System.getProperty("ballast.package"))
                .resolveSibling("ballast-spark.jar")
                .toString()));
    command.addAll(List.of(options));
    return command;
  }
}
