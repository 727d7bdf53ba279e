package org.kith.signin;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.kith.access.Doors;
import org.kith.people.People;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.store.Store;

/**
 * Somebody who takes part and has signed in: a person and a session in a store, and a client that
 * asks a server as them.
 */
public final class SignedIn {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private final Person person;
  private final String token;
  private final String csrf;

  private SignedIn(Person person, String token, String csrf) {
    this.person = person;
    this.token = token;
    this.csrf = csrf;
  }

  /** A practitioner of an organisation, or of none where it is null, in no team or cycle. */
  public static SignedIn practitioner(Store store, String id, String organisation) {
    return as(
        store,
        new Person(id, id, organisation, "", Set.of(Role.PRACTITIONER), List.of(), List.of()));
  }

  /**
   * This person, added to the store unless they are there, with a session of their own.
   *
   * <p>Their teams and cycles must be there: {@link People#addTeam}, {@link People#addCycle}.
   */
  public static SignedIn as(Store store, Person person) {
    Clock clock = Clock.systemUTC();
    if (new People(store).find(person.id()).isEmpty()) {
      store.change(h -> People.add(h, person, clock.millis()));
    }
    String token = new Sessions(store, clock).start(person.id());
    String csrf =
        store.read(
            h ->
                h.createQuery("select csrf from session where token_hash = :hash")
                    .bind("hash", Sessions.hash(token))
                    .mapTo(String.class)
                    .one());
    return new SignedIn(new People(store).find(person.id()).orElseThrow(), token, csrf);
  }

  /** A team of an organisation, added to the store unless it is there. */
  public static Person.Group team(Store store, String id, String name, String organisation) {
    store.change(
        h -> {
          if (missing(h, "team", id)) {
            People.addTeam(h, id, name, organisation, 0);
          }
        });
    return new Person.Group(id, name, 0);
  }

  /** A learning cycle, added to the store unless it is there. */
  public static Person.Group cycle(Store store, String id, String name) {
    store.change(
        h -> {
          if (missing(h, "cycle", id)) {
            People.addCycle(h, id, name, 0);
          }
        });
    return new Person.Group(id, name, 0);
  }

  private static boolean missing(Handle h, String table, String id) {
    return h.createQuery("select count(*) from " + table + " where id = :id")
            .bind("id", id)
            .mapTo(int.class)
            .one()
        == 0;
  }

  /** Who it is, as the store has them. */
  public Person person() {
    return person;
  }

  /** What a request header {@code Cookie} has to say. */
  public String cookie() {
    return Sessions.COOKIE + "=" + token;
  }

  /** What every change has to carry. */
  public String csrf() {
    return csrf;
  }

  /** Signs this person in to a browser, for the server at {@code http://127.0.0.1:port}. */
  public SignedIn in(BrowserContext browser, int port) {
    browser.addCookies(
        List.of(
            new Cookie(Sessions.COOKIE, token)
                .setUrl("http://127.0.0.1:" + port)
                .setHttpOnly(true)));
    return this;
  }

  /** Asks for an address. */
  public HttpResponse<String> get(int port, String address)
      throws IOException, InterruptedException {
    return send(request(port, address).GET());
  }

  /** Sends JSON, as the pages' own scripts do. */
  public HttpResponse<String> send(int port, String method, String address, String json)
      throws IOException, InterruptedException {
    return send(
        request(port, address)
            .header("Content-Type", "application/json")
            .header(Doors.CSRF_HEADER, csrf)
            .method(
                method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
  }

  /** Sends a form, as a page without script does; fields as name, value, name, value. */
  public HttpResponse<String> form(int port, String address, String... fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(Doors.CSRF_FIELD, csrf);
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return send(
        request(port, address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(all))));
  }

  /** Fields as a form sends them. */
  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A request as this person, to be finished by the caller. */
  public HttpRequest.Builder request(int port, String address) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
        .header("Cookie", cookie());
  }

  /** Sends a request of {@link #request}; redirects are answered, not followed. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
