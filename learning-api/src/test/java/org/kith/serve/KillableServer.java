package org.kith.serve;

import java.nio.file.Path;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** The real server as a process of its own, quick to start; it says its port and runs on. */
final class KillableServer {
  private KillableServer() {}

  public static void main(String[] arguments) throws Exception {
    Workspace workspace = new Workspace(Path.of(arguments[0]));
    Store store =
        arguments.length > 1
            ? Store.postgresql(arguments[1], "postgres", null)
            : Store.of(workspace);
    Server server =
        Server.start(
            Library.open(workspace, Viewer.NOBODY), store, "127.0.0.1", 0, "0.1.0", () -> "0");
    System.out.println(server.port());
    System.out.flush();
    Thread.currentThread().join();
  }
}
