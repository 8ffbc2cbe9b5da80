package io.ballast.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.ballast.batch.BatchOutcome;
import io.ballast.batch.BatchRequest;
import io.ballast.batch.WorkbookResult;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master and two workers, processes of their own, on two addresses of this machine. They start
 * once: most of the time is the start of their Java machines. The test that kills a worker is last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SparkClusterTest {
  private static final List<String> WORKERS = List.of("127.0.0.1", "127.0.0.2");

  /** These machines end before compiling their code well pays. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  @TempDir private static Path cluster;
  private static final List<Process> PROCESSES = new ArrayList<>();
  private static SparkSession spark;

  @TempDir private Path folder;
  private List<KindSource> kinds;
  private Path embedded;
  private Path out;

  @BeforeEach
  void folders() throws Exception {
    embedded = Files.createDirectory(folder.resolve("embedded"));
    out = folder.resolve("out");
  }

  @BeforeAll
  static void start() throws Exception {
    Path home = Files.createDirectories(cluster.resolve("spark/jars")).getParent();
    int port = freePort();
    daemon(
        home, "master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port",
        Integer.toString(port), "--webui-port", "0");
    String master = "spark://127.0.0.1:" + port;
    awaitLog("master", "I have been elected leader");
    for (String host : WORKERS) {
      daemon(
          home, host, "org.apache.spark.deploy.worker.Worker", "--host", host, "--cores", "1",
          "--memory", "700m", "--webui-port", "0", "--work-dir",
          cluster.resolve("work-" + host).toString(), master);
    }
    for (String host : WORKERS) {
      awaitLog(host, "Successfully registered with master");
    }
    spark =
        SparkSession.builder()
            .master(master)
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.executor.memory", "600m")
            .config("spark.executor.extraJavaOptions", QUICK)
            .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.default.parallelism", 4)
            .config("spark.scheduler.minRegisteredResourcesRatio", 1.0)
            .config("spark.cores.max", 2)
            .config("spark.speculation", true)
            .config("spark.speculation.interval", "200ms")
            .config("spark.speculation.multiplier", 1.1)
            .config("spark.speculation.efficiency.enabled", false)
            .config("spark.speculation.quantile", 0.5)
            .getOrCreate();
  }

  @AfterAll
  static void stop() throws Exception {
    if (spark != null) {
      spark.stop();
    }
    for (Process process : PROCESSES) {
      kill(process);
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void daemon(Path home, String name, String type, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
    command.addAll(
        List.of(
            "-Xmx300m",
            QUICK,
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
            "-cp",
            System.getProperty("java.class.path"),
            type));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.redirectErrorStream(true).redirectOutput(log(name).toFile());
    PROCESSES.add(builder.start());
  }

  private static Path log(String name) {
    return cluster.resolve(name + ".log");
  }

  private static void awaitLog(String name, String text) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < end) {
      if (Files.exists(log(name)) && Files.readString(log(name)).contains(text)) {
        return;
      }
      Thread.sleep(100);
    }
    fail(name + ": found no \"" + text + "\" in:\n" + Files.readString(log(name)));
  }

  private static void kill(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private BatchRequest request(String special, int count, long pause) throws Exception {
    kinds = List.of(TestKind.source(Files.createDirectory(folder.resolve("marks")), pause));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add("P" + i);
    }
    ids.set(count / 2, special);
    return Engines.request(folder, ids, out.toString());
  }

  private long made() throws IOException {
    if (!Files.exists(out)) {
      return 0;
    }
    try (Stream<Path> list = Files.list(out)) {
      return list.filter(path -> path.toString().endsWith(".xlsx")).count();
    }
  }

  @Test
  @Order(2)
  void killedWorkerLeavesTheSameFiles() throws Exception {
    BatchRequest request = request("P", 60, 150);
    CompletableFuture<BatchOutcome> batch =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new SparkRun(spark, request, kinds).run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (made() < 12 && !batch.isDone()) {
      Thread.sleep(50);
    }
    Process worker = PROCESSES.get(2);
    assertTrue(worker.descendants().findAny().isPresent(), "an executor works for the worker");
    kill(worker);
    long before = made();
    assertTrue(before < 60, "killed in mid-job, after " + before + " workbooks");
    BatchOutcome outcome = batch.get(3, TimeUnit.MINUTES);
    assertTrue(outcome.results().stream().noneMatch(WorkbookResult::failed));
    Engines.embedded(request, embedded, kinds);
    Engines.assertSameFiles(embedded, out);
  }

  @Test
  @Order(1)
  void speculativeCopyOfASlowTaskLeavesEachFileOnceAndComplete() throws Exception {
    BatchRequest request = request("slow", 40, 20);
    BatchOutcome outcome = new SparkRun(spark, request, kinds).run();
    assertTrue(Files.exists(folder.resolve("marks/slow")), "the first attempt was slow");
    assertTrue(
        outcome.seconds() < TestKind.SLOW / 1000.0,
        "the copy ended first, after " + outcome.seconds() + " s");
    assertEquals(40, outcome.results().size());
    assertTrue(outcome.results().stream().noneMatch(WorkbookResult::failed));
    Engines.embedded(request, embedded, kinds);
    Engines.assertSameFiles(embedded, out);
  }
}
