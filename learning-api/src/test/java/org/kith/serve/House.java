package org.kith.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.reflection.Audience;
import org.kith.reviews.Review.Stage;
import org.kith.reviews.SampleReview;
import org.kith.serve.Walker.Relation;
import org.kith.signin.SignedIn;
import org.kith.ties.Linked;

/** A real server with people of every role and relation in its store, all of them signed in. */
final class House implements AutoCloseable {
  static final String TEAM = "outreach";
  static final String CYCLE = "belonging";
  static final String ENTRY = "3f0c1d52-7a39-4b7e-9d0e-2f6f5b3a9c11";
  static final String EXPERIMENT = "8a6f2b94-51c7-4f0d-8a31-6f1b7c2d9e22";
  static final String THEME = "tea";

  /** Made in {@link #CYCLE}. */
  static final String DECISION = "dec15104-0000-4000-8000-000000000001";

  static final String OTHER_THEME = "cake";

  final RunningServer server;
  final String snapshot;
  private final Map<Walker, SignedIn> people = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, Map<String, String>> reviews = new HashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private House(String snapshot, RunningServer server) {
    this.snapshot = snapshot;
    this.server = server;
    Person.Group team = SignedIn.team(server.store(), TEAM, "Outreach", "millbrook");
    Person.Group cycle = SignedIn.cycle(server.store(), CYCLE, "Belonging");
    for (String theme : List.of(THEME, OTHER_THEME)) {
      server
          .store()
          .change(
              h ->
                  h.execute(
                      "insert into theme (id, name, state, created) values (?, ?, 'named', 0)",
                      theme,
                      theme));
    }
    for (Walker walker : walkers()) {
      if (walker.signedIn()) {
        people.put(walker, SignedIn.as(server.store(), person(walker, team, cycle)));
      }
    }
    writtenInTheCycle();
  }

  /** Something written down and something tried in the cycle, which nobody keeps going. */
  private void writtenInTheCycle() {
    String author = author(Walker.SIGNED_OUT).id();
    server
        .store()
        .change(
            h -> {
              h.execute(
                  "insert into cycle_entry (id, cycle, stage, kind, words, author, voice, created,"
                      + " changed) values (?, ?, 'understand', 'question', 'Why?', ?, 'resident', 0,"
                      + " 0)",
                  ENTRY,
                  CYCLE,
                  author);
              h.execute(
                  "insert into experiment (id, cycle, title, type, starts, state, author, created,"
                      + " changed) values (?, ?, 'Soup', 'probe', '2026-11-20', 'trying', ?, 0, 0)",
                  EXPERIMENT,
                  CYCLE,
                  author);
            });
    Linked.around(server.store(), CYCLE, "practitioner-author");
    decision(DECISION, null, CYCLE, author);
  }

  private void decision(String id, String review, String cycle, String author) {
    server
        .store()
        .change(
            h ->
                h.execute(
                    "insert into decision (id, cycle, review, words, basis, because, decided,"
                        + " author, at) values (?, ?, ?, 'Tea.', 'judgement', 'We saw it.',"
                        + " '2026-11-20', ?, 1)",
                    id,
                    cycle,
                    review,
                    author));
  }

  /** What the room of a review wrote and decided, and what the review before it did. */
  private Map<String, String> room(Walker author, String review, String question) {
    String note = UUID.randomUUID().toString();
    String decision = UUID.randomUUID().toString();
    String before = UUID.randomUUID().toString();
    String subject = UUID.randomUUID().toString();
    server
        .store()
        .change(
            h -> {
              h.execute(
                  "insert into room_note (id, review, question, kind, words, author, voice, at,"
                      + " changed) values (?, ?, ?, 'noticing', 'Fewer came.', ?, 'manager', 1, 1)",
                  note,
                  review,
                  question,
                  author.id());
              h.execute("insert into review_cycle values (?, ?)", review, CYCLE);
              h.execute(
                  "insert into review (id, name, commissioner, created, published) values (?,"
                      + " 'Summer', ?, 1, 1)",
                  before,
                  author.id());
              h.execute("update review set follows = ? where id = ?", before, review);
            });
    decision(decision, review, null, author.id());
    decision(subject, before, null, author.id());
    return Map.of("note", note, "decision", decision, "subject", subject);
  }

  static House of(Path workspace) throws IOException {
    String snapshot = PublishedFixture.write(workspace);
    return new House(snapshot, RunningServer.of(workspace, Viewer.NOBODY));
  }

  /** With what is published already, of which one snapshot is the one that people know. */
  static House of(String snapshot, Library library) {
    return new House(snapshot, RunningServer.of(library));
  }

  /** Everybody: each role in each relation, and somebody who has not signed in. */
  static List<Walker> walkers() {
    List<Walker> all = new ArrayList<>(List.of(Walker.SIGNED_OUT));
    for (Role role : Role.values()) {
      for (Relation relation : Relation.values()) {
        all.add(new Walker(role, relation));
      }
    }
    return all;
  }

  private static Person person(Walker walker, Person.Group team, Person.Group cycle) {
    boolean here =
        walker.relation() != Relation.CYCLE_MATE
            && walker.relation() != Relation.OTHER_ORGANISATION;
    boolean inTeam =
        walker.relation() == Relation.AUTHOR || walker.relation() == Relation.TEAM_MATE;
    boolean inCycle =
        walker.relation() == Relation.AUTHOR || walker.relation() == Relation.CYCLE_MATE;
    return new Person(
        walker.id(),
        walker.id(),
        here ? "millbrook" : "dyers-hall",
        "",
        Set.of(walker.role()),
        inTeam ? List.of(team) : List.of(),
        inCycle ? List.of(cycle) : List.of());
  }

  SignedIn of(Walker walker) {
    return people.get(walker);
  }

  /** Somebody signed out, and is in again with another session. */
  void signIn(Walker walker, SignedIn again) {
    people.put(walker, again);
  }

  /** The author whose things somebody meets: themselves, if they are one. */
  static Walker author(Walker walker) {
    return walker.signedIn() && walker.relation() == Relation.AUTHOR
        ? walker
        : new Walker(Role.PRACTITIONER, Relation.AUTHOR);
  }

  /** A reflection of an author's, shared so; the same one each time it is asked for. */
  String reflection(Walker author, Audience audience) {
    return kept.computeIfAbsent(author + " " + audience, k -> freshReflection(author, audience));
  }

  /** A new reflection of an author's, shared so. */
  String freshReflection(Walker author, Audience audience) {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> answer =
        send(author, "POST", "/api/v1/reflections", reflectionJson(id, audience), true);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException("The reflection was not kept: " + answer.body());
    }
    return id;
  }

  /**
   * A review that an author leads and that everybody of their cycle takes part in, at a stage; the
   * same one each time it is asked for.
   */
  Map<String, String> review(Walker author, Stage stage) {
    return reviews.computeIfAbsent(author + " " + stage, k -> freshReview(author, stage));
  }

  /** A new review, so: what a door about it can be asked for, by the parts of its address. */
  Map<String, String> freshReview(Walker author, Stage stage) {
    return freshReview(author, stage, snapshot);
  }

  /** A new review, so, whose pack is frozen to a snapshot after the one that people know. */
  Map<String, String> freshReview(Walker author, Stage stage, String pack) {
    SampleReview sample = SampleReview.at(server.store(), stage, snapshot, pack);
    String question = sample.questions().get(0);
    server
        .store()
        .change(
            h -> {
              h.execute(
                  "update review set commissioner = ? where id = ?", author.id(), sample.id());
              for (Walker walker : people.keySet()) {
                if (walker.relation() == Relation.AUTHOR
                    || walker.relation() == Relation.CYCLE_MATE) {
                  h.execute(
                      "insert into review_person (review, person, voice, provider, invited) values"
                          + " (?, ?, 'manager', 1, 1)",
                      sample.id(),
                      walker.id());
                }
              }
              h.execute(
                  "insert into review_absent values (?, ?, 'Nobody under 25', 1)",
                  sample.id().replace('-', 'a'),
                  sample.id());
            });
    Map<String, String> parts =
        new HashMap<>(
            Map.of(
                "id",
                sample.id(),
                "question",
                question,
                "person",
                "r-resident",
                "absent",
                sample.id().replace('-', 'a')));
    if (stage == Stage.TOGETHER) {
      parts.putAll(room(author, sample.id(), question));
    }
    return parts;
  }

  /** A reflection as a device sends it. */
  static String reflectionJson(String id, Audience audience) {
    return """
        {"id": "%s", "form": "short", "happened": "2026-11-20", "written": 1763600000000,
         "answers": [{"prompt": "what", "words": "We had tea."}], "audience": "%s"%s%s}
        """
        .formatted(
            id,
            audience.id(),
            audience == Audience.TEAM ? ", \"team\": \"" + TEAM + "\"" : "",
            audience == Audience.CYCLE ? ", \"cycle\": \"" + CYCLE + "\"" : "");
  }

  /** Asks for an address as somebody. */
  HttpResponse<String> get(Walker walker, String address) {
    return send(walker, "GET", address, "", false);
  }

  /**
   * Sends something as somebody, with all that a page of this server would send beside it.
   *
   * @param body a form's fields or JSON, or empty
   */
  HttpResponse<String> send(
      Walker walker, String method, String address, String body, boolean json) {
    HttpRequest.Builder request = request(walker, address);
    if (walker.signedIn()) {
      request.header(Doors.CSRF_HEADER, of(walker).csrf());
    }
    return send(typed(request, json), method, body);
  }

  static HttpRequest.Builder typed(HttpRequest.Builder request, boolean json) {
    return request.header(
        "Content-Type", json ? "application/json" : "application/x-www-form-urlencoded");
  }

  HttpResponse<String> send(HttpRequest.Builder request, String method, String body) {
    HttpRequest built = request.method(method, BodyPublishers.ofString(body)).build();
    try {
      try {
        return client.send(built, BodyHandlers.ofString());
      } catch (IOException closed) {
        // The server ends a connection after an address it cannot read; the next takes another.
        return client.send(built, BodyHandlers.ofString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A request of somebody's, with their cookie and nothing else. */
  HttpRequest.Builder request(Walker walker, String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address));
    return walker.signedIn() ? request.header("Cookie", of(walker).cookie()) : request;
  }

  @Override
  public void close() {
    server.close();
  }
}
