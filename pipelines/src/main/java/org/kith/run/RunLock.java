package org.kith.run;

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

/** Lets one run of a workspace go on at a time. The system lets go of it when a process dies. */
record RunLock(FileChannel channel) implements Closeable {

  /**
   * Takes the lock.
   *
   * @throws InvalidFileException if another run has it
   */
  static RunLock take(Workspace workspace) throws IOException {
    Path file = workspace.root().resolve("lake").resolve("run.lock");
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
          List.of("Another run of " + workspace.root() + " is going on. Wait until it is done."));
    }
    return new RunLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
