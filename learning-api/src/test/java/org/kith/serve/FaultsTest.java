package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.learning.Library;
import org.kith.learning.Viewer;
import org.kith.workspace.Workspace;

/** What happens when the program itself fails, or is stopped. */
class FaultsTest {
  @TempDir Path workspace;

  /** Keeps what is logged. */
  private static final class Ear extends AbstractAppender implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();

    Ear() {
      super("ear", null, null, false, Property.EMPTY_ARRAY);
      start();
      LoggerContext.getContext(false).getRootLogger().addAppender(this);
    }

    @Override
    public void append(LogEvent event) {
      heard.add(event.getMessage().getFormattedMessage() + " / " + event.getThrown());
    }

    @Override
    public void close() {
      LoggerContext.getContext(false).getRootLogger().removeAppender(this);
      stop();
    }
  }

  /** An earlier snapshot one of whose files is no longer what was published. */
  private String damaged() throws IOException {
    String id = PublishedFixture.write(workspace, 7);
    Path levels = new Workspace(workspace).published().resolve(id).resolve("levels.parquet");
    Files.write(levels, new byte[] {'P', 'A', 'R', '1', 0, 0, 0, 0, 'P', 'A', 'R', '2'});
    PublishedFixture.write(workspace);
    return id;
  }

  private static void says_nothing_of_the_inside(HttpResponse<String> answer) {
    assertThat(answer.body())
        .doesNotContain("Exception")
        .doesNotContain("parquet")
        .doesNotContain("\tat ")
        .doesNotContain("org.kith");
  }

  @Test
  void a_fault_behind_an_api_address_is_told_by_a_number_that_is_in_the_log() throws Exception {
    String damaged = damaged();
    try (Ear ear = new Ear();
        RunningServer server = RunningServer.of(workspace, Viewer.of("millbrook"))) {
      HttpResponse<String> answer = server.get("/api/v1/places?snapshot=" + damaged);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(answer.body()).contains("00000001").contains("quote the number");
      says_nothing_of_the_inside(answer);
      assertThat(ear.heard)
          .anyMatch(
              l ->
                  l.startsWith("Incident 00000001 / ")
                      && l.contains("levels.parquet cannot be read"));
      assertThat(server.get("/api/v1/places").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_fault_behind_a_page_is_told_by_a_number_that_is_in_the_log() throws Exception {
    String damaged = damaged();
    try (Ear ear = new Ear();
        RunningServer server = RunningServer.of(workspace, Viewer.of("millbrook"))) {
      HttpResponse<String> answer = server.get("/snapshots/" + damaged + "/constructs/trust");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValueSatisfying(t -> assertThat(t).startsWith("text/html"));
      assertThat(answer.headers().firstValue("ETag")).isEmpty();
      assertThat(answer.body()).contains("We could not make this page").contains("00000001");
      says_nothing_of_the_inside(answer);
      assertThat(ear.heard)
          .anyMatch(l -> l.startsWith("Incident 00000001 ") && l.contains("levels.parquet"));
      assertThat(server.get("/constructs/trust").statusCode()).isEqualTo(200);
    }
  }

  /** The numbers of problems come from outside, so a slow one makes a request that takes long. */
  @Test
  void stopping_waits_for_the_request_under_way_and_takes_no_other() throws Exception {
    PublishedFixture.write(workspace);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Supplier<String> slow =
        () -> {
          begun.countDown();
          try {
            assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "0badcafe";
        };
    Library library = Library.open(new Workspace(workspace), Viewer.NOBODY);
    RunningServer server = RunningServer.of(library, slow);
    int port = server.port();
    CompletableFuture<HttpResponse<String>> underWay = in(() -> server.get("/api/v1/nope"));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 200; i++) {
                new Socket("127.0.0.1", port).close();
                TimeUnit.MILLISECONDS.sleep(10);
              }
            })
        .isInstanceOf(ConnectException.class);
    assertThat(stopped).isNotDone();
    goOn.countDown();
    HttpResponse<String> answer = underWay.get(10, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("0badcafe");
    stopped.get(10, TimeUnit.SECONDS);
  }

  private interface Asking {
    HttpResponse<String> ask() throws Exception;
  }

  private static CompletableFuture<HttpResponse<String>> in(Asking asking) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return asking.ask();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
