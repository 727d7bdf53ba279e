package org.kith.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Kills a worker, with the process that works for it, as soon as the first rows that are to meet by
 * person have been sent off: they may lie with that worker, and are then lost. Notes what happens
 * in a file.
 */
public final class KillsAWorker extends SparkListener {
  private final long worker;
  private final Path notes;
  private boolean killed;
  private boolean removed;
  private boolean afterwards;

  /** As Spark makes one. */
  public KillsAWorker(SparkConf conf) {
    worker = Long.parseLong(conf.get("spark.kith.test.worker"));
    notes = Path.of(conf.get("spark.kith.test.notes"));
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (!killed && end.taskType().equals("ShuffleMapTask")) {
      killed = true;
      ProcessHandle process = ProcessHandle.of(worker).orElseThrow();
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      note("killed");
    }
    if (removed && !afterwards && end.taskInfo().successful()) {
      afterwards = true;
      note("went on");
    }
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved gone) {
    if (killed && !removed) {
      removed = true;
      note("lost");
    }
  }

  private void note(String what) {
    try {
      Files.writeString(notes, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
