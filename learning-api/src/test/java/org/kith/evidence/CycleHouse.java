package org.kith.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.access.Doors;
import org.kith.people.Person;
import org.kith.people.Role;
import org.kith.serve.RunningServer;
import org.kith.signin.SignedIn;
import org.kith.store.Store;

/** A cycle with people in it and out of it, at a real server. */
public final class CycleHouse {
  public static final String CYCLE = "evenings";
  private static final ObjectMapper JSON = new ObjectMapper();

  final RunningServer server;
  public final SignedIn ada;
  final SignedIn ben;
  final SignedIn outsider;

  /** Ada is of Millbrook, Ben of Dyers Hall; the outsider is of Millbrook and in another cycle. */
  public CycleHouse(RunningServer server) {
    this.server = server;
    Store store = server.store();
    Person.Group cycle = SignedIn.cycle(store, CYCLE, "Somebody to call at ten");
    Person.Group other = SignedIn.cycle(store, "mornings", "Breakfast");
    ada = SignedIn.as(store, person("ada", "millbrook", cycle));
    ben = SignedIn.as(store, person("ben", "dyers-hall", cycle));
    outsider = SignedIn.as(store, person("otto", "millbrook", other));
  }

  private static Person person(String id, String organisation, Person.Group cycle) {
    return new Person(
        id, id, organisation, "", Set.of(Role.PRACTITIONER), List.of(), List.of(cycle));
  }

  /** A new id. */
  public static String id() {
    return UUID.randomUUID().toString();
  }

  static String api(String rest) {
    return "/api/v1/cycles/" + CYCLE + rest;
  }

  HttpResponse<String> get(SignedIn who, String address) throws Exception {
    return who.get(server.port(), address);
  }

  JsonNode json(SignedIn who, String address) throws Exception {
    HttpResponse<String> answer = get(who, address);
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  HttpResponse<String> send(SignedIn who, String method, String address, String json)
      throws Exception {
    return who.send(server.port(), method, address, json);
  }

  /** Pins something as JSON without its braces, and gives its id. */
  public String pin(SignedIn who, String parts) throws Exception {
    String id = id();
    HttpResponse<String> answer =
        send(who, "POST", api("/evidence"), "{\"id\": \"" + id + "\", " + parts + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return id;
  }

  /** Pins a figure, and gives the pin's id. */
  public String figure(SignedIn who, String snapshot, String figure) throws Exception {
    return pin(
        who,
        "\"kind\": \"indicator\", \"snapshot\": \"%s\", \"figure\": \"%s\", \"words\": \"Why?\""
            .formatted(snapshot, figure));
  }

  /** Sends a file as a browser's form does. */
  public HttpResponse<String> file(
      SignedIn who, String address, String id, String name, byte[] bytes) throws Exception {
    String edge = "edge-7f3a";
    StringBuilder head = new StringBuilder();
    String[][] fields = {{"id", id}, {"kind", "file"}, {"words", "What they counted."}};
    for (String[] field : fields) {
      head.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"");
      head.append(field[0]).append("\"\r\n\r\n").append(field[1]).append("\r\n");
    }
    head.append("--").append(edge);
    head.append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(name);
    head.append("\"\r\nContent-Type: text/html\r\n\r\n");
    return who.send(
        who.request(server.port(), address)
            .header("Content-Type", "multipart/form-data; boundary=" + edge)
            .header(Doors.CSRF_HEADER, who.csrf())
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
                    BodyPublishers.ofByteArray(bytes),
                    BodyPublishers.ofString("\r\n--" + edge + "--\r\n"))));
  }
}
