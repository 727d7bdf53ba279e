package org.kith.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kith.fixture.PublishedFixture;
import org.kith.signin.SignedIn;
import org.kith.store.ChildJvm;
import org.kith.store.Store;
import org.kith.workspace.Workspace;

/**
 * Fifty reflections a second for a minute, from different people, to a server in a process of its
 * own. Each has its moment, whether or not those before it are answered, and its time counts from
 * that moment. Run by hand, with the module's test class path: {@code [PER_SECOND [SECONDS
 * [jdbc:postgresql:…]]]}.
 */
public final class ReflectionsBenchmark {
  private static final int PEOPLE = 200;
  private static final int SENDERS = 32;
  private static final int WARM_UP = 200;

  private ReflectionsBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    List<String> postgresql = arguments.length > 2 ? List.of(arguments[2]) : List.of();
    Path root = Files.createTempDirectory("kith-benchmark");
    PublishedFixture.write(root);
    try (Store store =
        postgresql.isEmpty()
            ? Store.of(new Workspace(root))
            : Store.postgresql(postgresql.get(0), "postgres", null)) {
      List<SignedIn> people = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        people.add(SignedIn.practitioner(store, "person-" + i, "millbrook"));
      }
      List<String> what = new ArrayList<>(List.of(root.toString()));
      what.addAll(postgresql);
      Process server =
          ChildJvm.builder(KillableServer.class, what.toArray(String[]::new))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var lines =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
        int port = Integer.parseInt(lines.readLine());
        for (int i = 0; i < WARM_UP; i++) {
          Sender.kept(people.get(i % PEOPLE), port, UUID.randomUUID().toString());
        }
        long before = rows(store);
        measure(people, port, perSecond, seconds);
        System.out.printf(
            Locale.ROOT,
            "rows added: %d of %d; the server's resident memory: %d MB%n",
            rows(store) - before,
            perSecond * seconds,
            resident(server) / 1024);
      } finally {
        server.destroy();
        server.waitFor();
      }
    }
  }

  private static void measure(List<SignedIn> people, int port, int perSecond, int seconds)
      throws InterruptedException {
    int all = perSecond * seconds;
    long[] micros = new long[all];
    AtomicInteger refused = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    long start = System.nanoTime();
    for (int i = 0; i < all; i++) {
      long due = start + i * 1_000_000_000L / perSecond;
      long wait = due - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      int n = i;
      senders.execute(
          () -> {
            try {
              Sender.kept(people.get(n % PEOPLE), port, UUID.randomUUID().toString());
            } catch (IOException | InterruptedException | IllegalStateException e) {
              refused.incrementAndGet();
            }
            micros[n] = (System.nanoTime() - due) / 1_000;
          });
    }
    senders.shutdown();
    senders.awaitTermination(1, TimeUnit.MINUTES);
    Arrays.sort(micros);
    System.out.printf(
        Locale.ROOT,
        "%d a second for %d s, ms from the moment each was due: p50 %.1f, p99 %.1f, longest %.1f;"
            + " refused %d%n",
        perSecond,
        seconds,
        micros[all / 2] / 1e3,
        micros[all * 99 / 100] / 1e3,
        micros[all - 1] / 1e3,
        refused.get());
  }

  private static long rows(Store store) {
    return store.read(
        h -> h.createQuery("select count(*) from reflection").mapTo(Long.class).one());
  }

  private static long resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
