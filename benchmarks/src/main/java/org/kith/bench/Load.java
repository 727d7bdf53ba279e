package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads indicators from a running server at a fixed rate, one after another over all it has, and
 * tells every minute how long they took and how much memory the server holds.
 *
 * <p>A read's time counts from when it was due, not from when it was sent, so that a server that
 * halts is not asked less and thereby flattered.
 */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Reads indicators from a running server at a fixed rate.")
public final class Load implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern WAVE = Pattern.compile("\"wave\":\"([^\"]+)\"");
  private static final int MINUTE = 60;
  private static final double LIMIT_MS = 20;

  @Option(names = "--port", required = true, description = "where the server listens")
  private int port;

  @Option(names = "--process", required = true, description = "the server's process number")
  private long process;

  @Option(
      names = "--rate",
      defaultValue = "2000",
      description = "reads a second (default: ${DEFAULT-VALUE})")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "600",
      description = "how long (default: ${DEFAULT-VALUE})")
  private int seconds;

  @Option(
      names = "--connections",
      defaultValue = "16",
      description = "kept open (default: ${DEFAULT-VALUE})")
  private int connections;

  /** Microseconds per read, by number; 0 for none yet. */
  private int[] times = new int[0];

  private final AtomicLong failed = new AtomicLong();

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Load()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> addresses = addresses();
    System.out.printf(
        Locale.ROOT,
        "%,d reads a second of %,d indicators over %d connections, for %d s:%n",
        rate,
        addresses.size(),
        connections,
        seconds);
    warmUp(addresses);
    int all = Math.multiplyExact(rate, seconds);
    times = new int[all];
    long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    List<Thread> readers = new ArrayList<>();
    for (int c = 0; c < connections; c++) {
      int own = c;
      Thread reader = new Thread(() -> read(addresses, own, start));
      reader.start();
      readers.add(reader);
    }
    int told = 0;
    while (told < seconds) {
      int until = Math.min(seconds, told + MINUTE);
      sleepUntil(start + TimeUnit.SECONDS.toNanos(until));
      tell("second %d to %d".formatted(told, until), told * rate, until * rate);
      told = until;
    }
    for (Thread reader : readers) {
      reader.join();
    }
    double p99 = tell("all", 0, all);
    return failed.get() == 0 && p99 < LIMIT_MS ? 0 : 1;
  }

  private List<String> addresses() throws IOException {
    List<String> addresses = new ArrayList<>();
    try (Connection connection = new Connection(port)) {
      for (String wave : found(WAVE, connection.get("/api/v1/waves"))) {
        for (String id : found(ID, connection.get("/api/v1/indicators?wave=" + wave))) {
          addresses.add("/api/v1/indicators/" + id);
        }
      }
    }
    if (addresses.isEmpty()) {
      throw new IllegalStateException("The server has no indicators to read.");
    }
    return addresses;
  }

  private static Set<String> found(Pattern pattern, String answer) {
    Set<String> all = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(answer);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  private void warmUp(List<String> addresses) throws IOException {
    try (Connection connection = new Connection(port)) {
      for (int i = 0; i < 10_000; i++) {
        connection.get(addresses.get(i % addresses.size()));
      }
    }
  }

  /** Every so-manieth read. */
  private void read(List<String> addresses, int first, long start) {
    Connection connection = null;
    for (int n = first; n < times.length; n += connections) {
      long due = start + (long) n * TimeUnit.SECONDS.toNanos(1) / rate;
      sleepUntil(due);
      try {
        if (connection == null) {
          connection = new Connection(port);
        }
        connection.get(addresses.get(n % addresses.size()));
      } catch (IOException e) {
        failed.incrementAndGet();
        connection = null;
      }
      times[n] = (int) Math.max(1, (System.nanoTime() - due) / 1_000);
    }
  }

  private static void sleepUntil(long due) {
    long left = due - System.nanoTime();
    if (left > 0) {
      try {
        TimeUnit.NANOSECONDS.sleep(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Stopped while waiting.", e);
      }
    }
  }

  private double tell(String when, int from, int to) {
    int[] some = Arrays.stream(times, from, to).filter(t -> t > 0).sorted().toArray();
    double p99 = some[(int) (some.length * 0.99)] / 1e3;
    System.out.printf(
        Locale.ROOT,
        "%s: %,d reads, %d failed; milliseconds: median %.2f, p99 %.2f, longest %.1f; server holds %d MB%n",
        when,
        some.length,
        failed.get(),
        some[some.length / 2] / 1e3,
        p99,
        some[some.length - 1] / 1e3,
        resident() >> 10);
    return p99;
  }

  private long resident() {
    Path status = Path.of("/proc", Long.toString(process), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0; // Not told on this system.
    }
  }
}
