package org.kith.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kith.groups.GroupStatistics;
import org.kith.groups.GroupStatisticsJob;
import org.kith.groups.LocalSpark;
import org.kith.workspace.Settings;
import org.kith.workspace.SettingsFile;
import org.kith.workspace.Workspace;

/** Kith's pass over people, alone: arguments are the workspace and how many times. */
final class CountsInKith {
  private CountsInKith() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Lake lake = Lake.of(root);
    List<String> dimensions =
        SettingsFile.read(new Workspace(root).settings()).groups().stream()
            .map(Settings.Group::id)
            .toList();
    var spark = LocalSpark.start(Runtime.getRuntime().availableProcessors());
    for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
      long began = System.nanoTime();
      List<GroupStatistics> groups =
          GroupStatisticsJob.run(spark, lake.instrument(), dimensions, lake.files());
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(Locale.ROOT, "round %d: %.2f s%n", round, seconds);
      System.out.printf(Locale.ROOT, "check %.0f%n", check(lake, groups));
    }
    spark.stop();
  }

  private static double check(Lake lake, List<GroupStatistics> groups) {
    double check = 0;
    int last = lake.instrument().items().size() - 1;
    for (GroupStatistics group : groups) {
      for (var item : group.answers().values()) {
        for (var count : item.entrySet()) {
          if (count.getKey() > 0) {
            check += (double) count.getKey() * count.getValue() * count.getValue();
          }
        }
      }
      check += group.complete().values().product(0, last);
    }
    return check;
  }
}
