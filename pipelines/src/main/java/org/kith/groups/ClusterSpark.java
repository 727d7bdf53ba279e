package org.kith.groups;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.kith.instrument.Instrument;

/**
 * A Spark session on a cluster. People are counted there, the rest happens in this process.
 *
 * <p>The cluster's machines must see the lake under the same path. They have Spark already; Kith
 * brings its own classes along.
 */
public final class ClusterSpark {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private ClusterSpark() {}

  /**
   * Starts one. Settings of {@code spark-submit} and {@code -Dspark.…} hold where Kith says
   * nothing.
   *
   * @param master such as {@code spark://head:7077}
   * @throws IllegalArgumentException if the master cannot be reached, or is none
   */
  public static SparkSession start(String master) {
    SparkSession.Builder session = LocalSpark.kith().master(master);
    if (onThisMachine(master)) {
      LocalSpark.onLoopback(session);
    }
    String jars = String.join(",", jars());
    if (!jars.isEmpty() && System.getProperty("spark.jars") == null) {
      session.config("spark.jars", jars);
    }
    try {
      return session.getOrCreate();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "There is no Spark to work with at " + master + ". Is the master running there?", e);
    }
  }

  private static boolean onThisMachine(String master) {
    try {
      String host = new URI(master).getHost();
      return host == null || LOOPBACK.contains(host);
    } catch (URISyntaxException e) { // such as several masters, or local[2]
      return master.startsWith("local");
    }
  }

  /** Kith's own jars, when its classes are in jars. */
  private static Set<String> jars() {
    Set<String> jars = new TreeSet<>();
    for (Class<?> one : new Class<?>[] {ClusterSpark.class, Instrument.class}) {
      try {
        Path from = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(from)) {
          jars.add(from.toUri().toString());
        }
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return jars;
  }
}
