package org.kith.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.kith.access.Doors;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.store.EmptyStore;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** The real server on a free port, and a client that asks it. */
public final class RunningServer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server;

  private final Store store;

  private RunningServer(Server server, Store store) {
    this.server = server;
    this.store = store;
  }

  /** Serves what is published in a workspace to one viewer. */
  public static RunningServer of(Path workspace, Viewer viewer) throws IOException {
    return of(Library.open(new Workspace(workspace), viewer));
  }

  /** Serves a library. */
  public static RunningServer of(Library library) {
    AtomicInteger next = new AtomicInteger();
    return of(library, () -> String.format("%08x", next.incrementAndGet()));
  }

  /** Serves a library; problems get these numbers. */
  public static RunningServer of(Library library, Supplier<String> incidents) {
    Store store = EmptyStore.open();
    return new RunningServer(
        Server.start(library, store, "127.0.0.1", 0, "0.1.0", incidents), store);
  }

  /** Serves a library where and when a test says. The store is closed with the server. */
  public static RunningServer of(Library library, Store store, Server.Stand stand) {
    AtomicInteger next = new AtomicInteger();
    return new RunningServer(
        Server.start(
            library, store, stand, "0.1.0", () -> String.format("%08x", next.incrementAndGet())),
        store);
  }

  /** Every address, and who may use it. */
  public List<Doors.Door> doors() {
    return server.doors();
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Asks for an address, with headers as name, value, name, value. */
  public HttpResponse<String> get(String address, String... headers)
      throws IOException, InterruptedException {
    return ask("GET", address, headers);
  }

  /** Asks with any method. */
  public HttpResponse<String> ask(String method, String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }

  /** The learning store behind it. */
  public Store store() {
    return store;
  }
}
