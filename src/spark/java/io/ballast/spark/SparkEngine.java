package io.ballast.spark;

import io.ballast.batch.BatchEngine;
import io.ballast.batch.BatchOutcome;
import io.ballast.batch.BatchRequest;
import io.ballast.market.MarketException;
import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Runs batches on the Spark session there is, or on the master that spark-submit was given. */
public final class SparkEngine implements BatchEngine {
  static final String NAME = "spark";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BatchOutcome run(BatchRequest request) throws MarketException, IOException {
    if (SparkSession.getDefaultSession().isEmpty() && !new SparkConf().contains("spark.master")) {
      throw new MarketException(
          "--engine: found no master for Spark, expected a run by spark-submit");
    }
    SparkSession spark = SparkSession.builder().appName("Ballast batch").getOrCreate();
    List<KindSource> kinds = request.kinds().stream().map(KindSource::named).toList();
    return new SparkRun(spark, request, kinds).run();
  }
}
