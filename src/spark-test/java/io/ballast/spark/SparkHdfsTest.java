package io.ballast.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ballast.batch.AtomicFile;
import io.ballast.batch.BatchRequest;
import io.ballast.batch.PortfolioFailure;
import io.ballast.batch.WorkbookResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.hdfs.protocol.HdfsConstants;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs from HDFS and workbooks to HDFS: one name node and one data node of this process. */
class SparkHdfsTest {
  @TempDir private static Path disk;
  private static MiniDFSCluster hdfs;
  private static DistributedFileSystem files;
  private static SparkSession spark;

  @TempDir private Path folder;
  private Path embedded;
  private String home;
  private List<KindSource> tiny;

  @BeforeAll
  static void start() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("dfs.replication", "1");
    hdfs =
        new MiniDFSCluster.Builder(configuration, disk.toFile()).numDataNodes(1).build();
    hdfs.waitActive();
    files = hdfs.getFileSystem();
    spark =
        SparkSession.builder()
            .master("local[2,3]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.hadoop.dfs.replication", "1")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
    hdfs.shutdown();
  }

  @BeforeEach
  void folders() throws Exception {
    embedded = Files.createDirectory(folder.resolve("embedded"));
    home = files.getUri() + "/" + folder.getFileName();
    tiny = List.of(TestKind.source(Files.createDirectory(folder.resolve("marks")), 0));
  }

  private org.apache.hadoop.fs.Path out(String name) {
    return new org.apache.hadoop.fs.Path(home + "/out", name);
  }

  /** A batch whose inputs and output are on HDFS, and the same on this machine. */
  private record Twins(BatchRequest local, BatchRequest remote) {}

  private Twins twins(int count) throws IOException {
    List<String> ids = new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "P" + i).toList());
    BatchRequest local = Engines.request(folder, ids, embedded.toString());
    String prices = upload(local.prices().get(0));
    return new Twins(
        local, Engines.request(prices, upload(local.portfolios()), home + "/out", 0));
  }

  private String upload(String file) throws IOException {
    org.apache.hadoop.fs.Path source = new org.apache.hadoop.fs.Path(file);
    org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(home, source.getName());
    files.copyFromLocalFile(false, true, source, target);
    return target.toString();
  }

  private List<WorkbookResult> run(BatchRequest request) throws Exception {
    return new SparkRun(spark, request, tiny).run().results();
  }

  private void assertSameFilesAsEmbedded() throws IOException {
    for (FileStatus file : files.listStatus(out("."))) {
      assertFalse(AtomicFile.isTemporary(file.getPath().getName()), file.toString());
    }
    Path copy = folder.resolve("copy" + System.nanoTime());
    files.copyToLocalFile(
        false, out("."), new org.apache.hadoop.fs.Path(copy.toUri()), true);
    Engines.assertSameFiles(embedded, copy);
  }

  @Test
  void hdfsHoldsTheSameBytesAsTheEmbeddedEngineLeaves() throws Exception {
    Twins twins = twins(20);
    Engines.embedded(twins.local(), embedded, tiny);
    assertTrue(run(twins.remote()).stream().noneMatch(WorkbookResult::failed));
    assertSameFilesAsEmbedded();
    assertEquals(20, spark.read().parquet(out(SparkRun.SUMMARY).toString()).count());
  }

  @Test
  void parquetPortfoliosOnHdfsGiveTheSameWorkbooks() throws Exception {
    Twins twins = twins(8);
    Engines.embedded(twins.local(), embedded, tiny);
    String parquet = home + "/portfolios.parquet";
    spark
        .read()
        .option("header", true)
        .csv(twins.remote().portfolios())
        .coalesce(1)
        .write()
        .parquet(parquet);
    run(Engines.request(twins.remote().prices().get(0), parquet, home + "/out", 0));
    assertSameWorkbooks(8);
  }

  private void assertSameWorkbooks(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      String name = "P" + i + "-tiny.xlsx";
      try (var in = files.open(out(name))) {
        assertTrue(Arrays.equals(Files.readAllBytes(embedded.resolve(name)), in.readAllBytes()));
      }
    }
  }

  @Test
  void runningAgainRenamesOverWhatIsThereAndClearsWhatAKilledTaskLeft() throws Exception {
    run(twins(3).remote());
    Twins twins = twins(5);
    files.create(out(AtomicFile.temporaryName("P1-tiny.xlsx", "-9"))).close();
    try (var old = files.create(out("P1-tiny.xlsx"), true)) {
      old.writeBytes("of an earlier run");
    }
    run(twins.remote());
    Engines.embedded(twins.local(), embedded, tiny);
    assertSameFilesAsEmbedded();
  }

  @Test
  void aFolderInTheWorkbooksPlaceFailsThatWorkbookOnly() throws Exception {
    files.mkdirs(out("P1-tiny.xlsx/inside"));
    List<WorkbookResult> results = run(twins(4).remote());
    for (WorkbookResult result : results) {
      boolean blocked = result.portfolio().equals("P1");
      assertEquals(blocked, result.failed(), result.portfolio());
      assertEquals(blocked, result.failures().stream().anyMatch(PortfolioFailure::ours));
    }
    assertTrue(files.exists(out("P1-tiny.xlsx/inside")));
  }

  @Test
  void aFullQuotaIsAnErrorAndWithRoomARunEndsAsEver() throws Exception {
    Twins twins = twins(4);
    run(twins.remote());
    Engines.embedded(twins.local(), embedded, tiny);
    files.setQuota(out("."), HdfsConstants.QUOTA_DONT_SET, 1);
    IOException full = assertThrows(IOException.class, () -> run(twins.remote()));
    assertTrue(full.getMessage().contains("quota"), full.getMessage());
    assertSameWorkbooks(4);
    files.setQuota(out("."), HdfsConstants.QUOTA_RESET, HdfsConstants.QUOTA_RESET);
    run(twins.remote());
    assertSameFilesAsEmbedded();
  }
}
