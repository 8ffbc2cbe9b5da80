/**
 * Batches on Apache Spark: the portfolios are a distributed data set, the prices are sent to each
 * machine once, and workbooks go through Hadoop's file systems. Built with {@code -Pspark} only.
 */
package io.ballast.spark;
