package org.kith.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.serve.Server;
import org.kith.signin.SignedIn;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** The real server and store of a place where people write; it can go down and come back. */
final class WritingSite implements AutoCloseable {
  private final Path folder;
  private final Store store;
  private Server server;
  private int port;

  private WritingSite(Path folder, Store store) {
    this.folder = folder;
    this.store = store;
  }

  static WritingSite open(Path folder) throws IOException {
    PublishedFixture.write(folder);
    WritingSite site = new WritingSite(folder, Store.embedded(folder.resolve("store")));
    site.up();
    return site;
  }

  void up() {
    server = Server.start(library(), store, "127.0.0.1", port, "0.1.0", () -> "0badcafe");
    port = server.port();
  }

  /** Opened anew each time, as a server that comes back does. */
  private Library library() {
    try {
      return Library.open(new Workspace(folder), Viewer.NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void down() {
    server.close();
  }

  int port() {
    return port;
  }

  Store store() {
    return store;
  }

  String address(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** A practitioner in a team of six and a cycle of thirteen, herself included. */
  SignedIn ada() {
    Person.Group team = SignedIn.team(store, "porch", "Porch", "millbrook");
    Person.Group cycle = SignedIn.cycle(store, "stairs", "Stairs");
    for (int i = 1; i < 13; i++) {
      someone("other-" + i, i < 6 ? List.of(team) : List.of(), List.of(cycle));
    }
    return someone("ada", List.of(team), List.of(cycle));
  }

  SignedIn someone(String id, List<Person.Group> teams, List<Person.Group> cycles) {
    return SignedIn.as(
        store, new Person(id, id, "millbrook", "", Set.of(Role.PRACTITIONER), teams, cycles));
  }

  /** Opens the page to write on, and waits until its script is ready. */
  Page write(BrowserContext context) {
    Page page = context.newPage();
    page.navigate(address("/write"));
    ready(page);
    return page;
  }

  static void ready(Page page) {
    page.waitForFunction("() => document.documentElement.dataset.ready === 'yes'");
  }

  /** Waits until the browser can open the page without a network. */
  static void worker(Page page) {
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
  }

  /** How many reflections a person's store holds, and how many of them are different. */
  List<String> kept(String person) {
    return store.read(
        h ->
            h.createQuery(
                    "select a.words from reflection r join reflection_answer a on a.reflection ="
                        + " r.id where r.author = :person order by r.written, a.position")
                .bind("person", person)
                .mapTo(String.class)
                .list());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
