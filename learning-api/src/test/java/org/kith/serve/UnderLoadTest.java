package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Viewer;
import org.kith.workspace.Workspace;

/** Many at once, the slow, and those who send too much. */
class UnderLoadTest {
  private static final int READERS = 6;
  private static final int SWAPS = 12;

  /** Many more than the machine has processors. */
  private static final int SLOW = 60;

  private static final int MEGABYTES = 12;

  @TempDir Path workspace;

  @Test
  void snapshots_are_swapped_under_readers_and_none_of_them_is_refused() throws Exception {
    String one = PublishedFixture.write(workspace, 7);
    String other = PublishedFixture.write(workspace);
    Path current = new Workspace(workspace).published().resolve("current");
    try (RunningServer server = RunningServer.of(workspace, Viewer.NOBODY)) {
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger read = new AtomicInteger();
      Set<String> seen = ConcurrentHashMap.newKeySet();
      ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
      List<Thread> readers = new ArrayList<>();
      for (int r = 0; r < READERS; r++) {
        Thread reader =
            new Thread(
                () -> {
                  while (!stop.get()) {
                    try {
                      HttpResponse<String> answer = server.get("/api/v1/places");
                      if (answer.statusCode() == 200) {
                        seen.add(answer.body().replaceAll("(?s)^.*?\"snapshot\":\"|\".*$", ""));
                        read.incrementAndGet();
                      } else {
                        refused.add(answer.statusCode() + " " + answer.body());
                      }
                    } catch (IOException | InterruptedException e) {
                      refused.add(e.toString());
                    }
                  }
                });
        reader.start();
        readers.add(reader);
      }
      for (int swap = 0; swap < SWAPS; swap++) {
        String now = swap % 2 == 0 ? one : other;
        Path aside = Files.writeString(current.resolveSibling("aside"), now + "\n");
        Files.move(aside, current, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        int before = read.get();
        while (read.get() < before + 10 * READERS && refused.isEmpty()) {
          Thread.onSpinWait();
        }
        // One of them reads the new one, while the others are served the one before.
        while (!server.get("/health").body().contains(now) && refused.isEmpty()) {
          Thread.onSpinWait();
        }
      }
      stop.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(refused).isEmpty();
      assertThat(seen).containsExactlyInAnyOrder(one, other);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A head that never ends.
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ",
        // A body of which one letter comes.
        "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n\r\np",
        "POST /api/v1/reflections HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 900\r\n"
            + "Content-Type: application/json\r\n\r\n{"
      })
  void who_sends_slowly_keeps_nobody_else_waiting(String begun) throws Exception {
    PublishedFixture.write(workspace);
    List<Socket> slow = new ArrayList<>();
    try (RunningServer server = RunningServer.of(workspace, Viewer.NOBODY)) {
      for (int s = 0; s < SLOW; s++) {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      long began = System.nanoTime();
      for (int read = 0; read < 50; read++) {
        assertThat(server.get("/api/v1/places").statusCode()).isEqualTo(200);
      }
      // Once threads wait for the slow, some read waits until they are given up.
      assertThat((System.nanoTime() - began) / 1e9).isLessThan(8);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void who_reads_slowly_keeps_nobody_else_waiting() throws Exception {
    PublishedFixture.write(workspace);
    List<Socket> slow = new ArrayList<>();
    try (RunningServer server = RunningServer.of(workspace, Viewer.NOBODY)) {
      String asked = "GET /api/v1/indicators?limit=100 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      for (int s = 0; s < SLOW; s++) {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
        socket.getOutputStream().write(asked.repeat(20).getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
      }
      long began = System.nanoTime();
      for (int read = 0; read < 50; read++) {
        assertThat(server.get("/api/v1/places").statusCode()).isEqualTo(200);
      }
      assertThat((System.nanoTime() - began) / 1e9).isLessThan(8);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/reflections", "/sign-in", "/from-you"})
  void too_large_a_body_is_refused_whether_its_length_is_told_or_not(String address)
      throws Exception {
    PublishedFixture.write(workspace);
    try (RunningServer server = RunningServer.of(workspace, Viewer.NOBODY)) {
      byte[] body = "a".repeat(MEGABYTES << 20).getBytes(StandardCharsets.US_ASCII);
      for (boolean told : new boolean[] {true, false}) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + address))
                .header(
                    "Content-Type",
                    address.startsWith("/api")
                        ? "application/json"
                        : "application/x-www-form-urlencoded")
                .POST(
                    told
                        ? BodyPublishers.ofByteArray(body)
                        : BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(body)))
                .build();
        int status;
        try {
          status = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
          status = 413; // It hung up while we were still sending, which is as good.
        }
        assertThat(status).as(address + ", length told: " + told).isBetween(400, 499);
      }
      assertThat(server.get("/api/v1/places").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void too_long_a_head_is_refused() throws Exception {
    PublishedFixture.write(workspace);
    try (RunningServer server = RunningServer.of(workspace, Viewer.NOBODY);
        Socket socket = new Socket("127.0.0.1", server.port())) {
      String head =
          "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n";
      try {
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // It need not listen to the end.
      }
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isIn("HTTP/1.1 431", "HTTP/1.1 400");
      assertThat(server.get("/api/v1/places").statusCode()).isEqualTo(200);
    }
  }
}
