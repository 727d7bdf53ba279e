package org.kith.lake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.kith.workspace.Workspace;
import org.kith.yaml.InvalidFileException;

/**
 * Lets one command at a time work on a workspace's lake, so that an ingest does not sweep files
 * away under a run that reads them. The system lets go of it when a process dies.
 */
public final class LakeLock implements Closeable {
  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws InvalidFileException if another command has it
   */
  public static LakeLock take(Workspace workspace) throws IOException {
    Path file = workspace.root().resolve("lake").resolve("lock");
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Another thread of this very process has it.
    }
    if (lock == null) {
      channel.close();
      throw new InvalidFileException(
          List.of(
              "Another ingest or run of "
                  + workspace.root()
                  + " is going on. Wait until it is done."));
    }
    return new LakeLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
