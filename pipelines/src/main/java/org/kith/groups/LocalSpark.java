package org.kith.groups;

import org.apache.spark.sql.SparkSession;

/** A Spark session inside this process, which listens to nobody but itself. */
public final class LocalSpark {
  private LocalSpark() {}

  /**
   * Starts one.
   *
   * @param cores how many partitions to work on at a time
   */
  public static SparkSession start(int cores) {
    return onLoopback(kith())
        .master("local[" + cores + "]")
        .config("spark.sql.shuffle.partitions", cores)
        .getOrCreate();
  }

  /** What holds wherever Kith's sessions run. */
  static SparkSession.Builder kith() {
    return SparkSession.builder()
        .appName("kith")
        .config("spark.ui.enabled", false)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.caseSensitive", true)
        // Files are named one by one, so there are no folders to walk in parallel.
        .config("spark.sql.sources.parallelPartitionDiscovery.threshold", Integer.MAX_VALUE);
  }

  /** With a driver that can be reached from this machine only. */
  static SparkSession.Builder onLoopback(SparkSession.Builder session) {
    return session
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1");
  }
}
