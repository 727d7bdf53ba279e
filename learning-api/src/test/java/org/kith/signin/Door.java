package org.kith.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.access.Site;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.serve.RunningServer;
import org.kith.serve.Server;
import org.kith.store.EmptyStore;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/** A real server whose clock a test can move, and somebody standing before it with a browser. */
public final class Door implements AutoCloseable {
  static final String GOOD = "otter kettle velvet march";

  final MovedClock clock = new MovedClock();
  final Store store = EmptyStore.open();
  final RunningServer server;
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Door(Path workspace, Site site, Council council) throws IOException {
    PublishedFixture.write(workspace);
    server =
        RunningServer.of(
            Library.open(new Workspace(workspace), Viewer.NOBODY),
            store,
            new Server.Stand("127.0.0.1", 0, site, clock, council));
  }

  static Door of(Path workspace) throws IOException {
    return of(workspace, Site.THIS_MACHINE);
  }

  static Door of(Path workspace, Site site) throws IOException {
    MovedClock none = new MovedClock();
    return new Door(workspace, site, Council.of(null, null, none));
  }

  static Door of(Path workspace, Council council) throws IOException {
    return new Door(workspace, Site.THIS_MACHINE, council);
  }

  int port() {
    return server.port();
  }

  /** Adds somebody and invites them; the token of their link. */
  String invited(String id, String name, Role... roles) {
    Set<Role> all = roles.length == 0 ? Set.of(Role.PRACTITIONER) : Set.of(roles);
    return store.write(
        h -> {
          if (People.find(h, id).isEmpty()) {
            People.add(
                h,
                new Person(id, name, "millbrook", "", all, List.of(), List.of()),
                clock.millis());
          }
          return Invitations.invite(h, "command-line", id, "", clock.millis());
        });
  }

  /** Adds somebody who has set {@link #GOOD} as their passphrase, and signed out again. */
  void taking(String id, String name) throws IOException, InterruptedException {
    post("/invitation/" + invited(id, name), "", "passphrase", GOOD);
    store.change(h -> Sessions.endAll(h, id));
  }

  HttpResponse<String> get(String address, String cookie) throws IOException, InterruptedException {
    return client.send(request(address, cookie).GET().build(), BodyHandlers.ofString());
  }

  /** Sends a form as a browser's own page does; fields as name, value, name, value. */
  HttpResponse<String> post(String address, String cookie, String... fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return client.send(
        request(address, cookie)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(BodyPublishers.ofString(SignedIn.encoded(all)))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> signIn(String name, String passphrase)
      throws IOException, InterruptedException {
    return post("/sign-in", "", "name", name, "passphrase", passphrase);
  }

  private HttpRequest.Builder request(String address, String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(
                address.startsWith("http") ? address : "http://127.0.0.1:" + port() + address));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  /** A new session of somebody's, as the cookie that a browser sends. */
  String session(String person) {
    return Sessions.COOKIE + "=" + new Sessions(store, clock).start(person);
  }

  /** What a browser would keep of an answer: the session's cookie as it is sent back, or empty. */
  static String session(HttpResponse<?> answer) {
    return setCookies(answer).stream()
        .filter(c -> c.contains(Sessions.COOKIE + "=") && !c.contains(Sessions.COOKIE + "=;"))
        .map(c -> c.substring(0, c.indexOf(';')))
        .reduce((earlier, later) -> later)
        .orElse("");
  }

  static List<String> setCookies(HttpResponse<?> answer) {
    return answer.headers().allValues("Set-Cookie");
  }

  static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  boolean isIn(String cookie) throws IOException, InterruptedException {
    return get("/api/v1/me", cookie).statusCode() == 200;
  }

  String csrf(String cookie) throws IOException, InterruptedException {
    String body = get("/api/v1/me", cookie).body();
    return body.replaceAll("(?s).*\"csrf\":\"([^\"]*)\".*", "$1");
  }

  @Override
  public void close() {
    server.close();
  }
}
