package org.kith.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.fixture.PublishedFixture;
import org.kith.signin.SignedIn;
import org.kith.store.ChildJvm;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/**
 * The server is killed while people send reflections. Whatever a device was told is kept must be
 * there, once, after the server is started again; what it was not told of, it sends again.
 *
 * <p>Twelve kills; with {@code -Dsoak.kills=200} as many as one likes.
 */
class KilledServerTest {
  private static final int KILLS = Integer.getInteger("soak.kills", 12);
  private static final int DEVICES = 4;
  private static final int MOST_MILLISECONDS = 250;

  @TempDir Path root;

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
  private final Random random = new Random(20261125);
  private int inDoubt;

  @Test
  void nothing_acknowledged_is_lost_or_doubled_by_kills_during_writes() throws Exception {
    PublishedFixture.write(root);
    Workspace workspace = new Workspace(root);
    List<SignedIn> people = new ArrayList<>();
    try (Store store = Store.of(workspace)) {
      for (int i = 0; i < DEVICES; i++) {
        people.add(SignedIn.practitioner(store, "person-" + i, "millbrook"));
      }
    }
    for (int kill = 0; kill < KILLS; kill++) {
      run(people, kill);
      check(workspace);
    }
    System.out.printf(
        "%d kills: %d reflections acknowledged, %d in doubt and sent again; none lost, none"
            + " doubled.%n",
        KILLS, told.size(), inDoubt);
    assertThat(told.size()).isGreaterThan(KILLS);
  }

  private void run(List<SignedIn> people, int kill) throws Exception {
    Process server =
        ChildJvm.builder(KillableServer.class, root.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Thread> devices = new ArrayList<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(lines.readLine());
      CountDownLatch first = new CountDownLatch(1);
      for (int i = 0; i < people.size(); i++) {
        SignedIn who = people.get(i);
        Random ids = new Random(1000L * kill + i);
        devices.add(new Thread(() -> send(who, port, ids, first)));
      }
      devices.forEach(Thread::start);
      assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
      TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_MILLISECONDS * 1000));
    } finally {
      server.destroyForcibly().waitFor();
      for (Thread device : devices) {
        device.join();
      }
    }
    assertThat(server.exitValue()).as("it was killed, not done").isEqualTo(137);
  }

  /** First what is still waiting, then new ones, until the server is gone. */
  private void send(SignedIn who, int port, Random ids, CountDownLatch first) {
    String mine = who.person().id() + " ";
    List<String> again =
        waiting.stream()
            .filter(w -> w.startsWith(mine))
            .map(w -> w.substring(mine.length()))
            .toList();
    try {
      for (String id : again) {
        Sender.kept(who, port, id);
        told.add(id);
        waiting.remove(mine + id);
      }
      while (true) {
        String id = new UUID(ids.nextLong(), ids.nextLong()).toString();
        waiting.add(mine + id);
        Sender.kept(who, port, id);
        told.add(id);
        waiting.remove(mine + id);
        first.countDown();
      }
    } catch (IOException e) {
      // Killed. What was under way is in doubt, and is sent again the next time.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check(Workspace workspace) throws IOException {
    inDoubt += waiting.size();
    Map<String, String> kept = new HashMap<>();
    List<String> audited = new ArrayList<>();
    try (Store store = Store.of(workspace)) {
      store.read(
          h -> {
            h.createQuery("select reflection, words from reflection_answer")
                .map((row, ctx) -> List.of(row.getString(1), row.getString(2)))
                .forEach(a -> assertThat(kept.put(a.get(0), a.get(1))).as("twice").isNull());
            audited.addAll(h.createQuery("select subject from audit").mapTo(String.class).list());
            return null;
          });
    }
    Set<String> lost = new HashSet<>(told);
    lost.removeAll(kept.keySet());
    assertThat(lost).as("acknowledged and lost").isEmpty();
    assertThat(kept).allSatisfy((id, words) -> assertThat(words).isEqualTo("words of " + id));
    assertThat(audited)
        .as("each is in the audit once")
        .containsExactlyInAnyOrderElementsOf(kept.keySet());
  }
}
