package org.kith.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.kith.fixture.PublishedFixture;

/**
 * How fast the server starts, how long one indicator takes, and what it holds: run by hand, with
 * the module's test class path. Beside it, the JDK's own bare server giving the same bytes, as the
 * floor on this machine.
 */
public final class ServeBenchmark {
  private static final int STARTS = 7;
  private static final int WARM_UP = 5_000;
  private static final int REQUESTS = 20_000;
  private static final String INDICATOR =
      "/api/v1/indicators/level.cls_trust_neighbourhood.STrust.2025q4.organisation.millbrook";

  private ServeBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    Path workspace = Files.createTempDirectory("kith-benchmark");
    PublishedFixture.write(workspace);
    Path archive = workspace.resolve("serve.jsa");
    report("start to healthy, ms", starts(workspace, List.of()));
    stop(start(workspace, List.of("-XX:ArchiveClassesAtExit=" + archive), freePort()));
    report(
        "start to healthy with a class archive, ms",
        starts(workspace, List.of("-XX:SharedArchiveFile=" + archive)));
    int port = freePort();
    Process server = start(workspace, List.of(), port);
    byte[] body;
    try (Client client = new Client(port)) {
      body = client.get(INDICATOR);
      report("one indicator, microseconds", latencies(client, INDICATOR));
      report(
          "a hundred indicators, microseconds",
          latencies(client, "/api/v1/indicators?wave=2025q4"));
    }
    System.out.printf(Locale.ROOT, "resident memory, MB: %d%n", resident(server) / 1024);
    stop(server);
    report("the JDK's bare server, same bytes, microseconds", floor(body));
  }

  private static long[] starts(Path workspace, List<String> options) throws Exception {
    long[] times = new long[STARTS];
    for (int i = 0; i < STARTS; i++) {
      int port = freePort();
      long before = System.nanoTime();
      Process process = start(workspace, options, port);
      times[i] = (System.nanoTime() - before) / 1_000_000;
      stop(process);
    }
    return times;
  }

  /** Starts a server of its own process and waits until it is healthy. */
  private static Process start(Path workspace, List<String> options, int port) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(options);
    String classPath =
        System.getProperty("serve.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classPath, "org.kith.serve.ServeCommand"));
    command.addAll(List.of("--workspace", workspace.toString(), "--as", "millbrook"));
    command.addAll(List.of("--port", Integer.toString(port)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(workspace.resolve("server.log").toFile())
            .start();
    while (process.isAlive()) {
      try (Client client = new Client(port)) {
        client.get("/health");
        return process;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    }
    throw new IllegalStateException(Files.readString(workspace.resolve("server.log")));
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static long[] latencies(Client client, String address) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      client.get(address);
    }
    long[] times = new long[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long before = System.nanoTime();
      client.get(address);
      times[i] = (System.nanoTime() - before) / 1_000;
    }
    return times;
  }

  private static long[] floor(byte[] body) throws IOException {
    // Without it the bare server holds each answer back until the one before is confirmed, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer bare = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    bare.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    bare.start();
    try (Client client = new Client(bare.getAddress().getPort())) {
      return latencies(client, "/");
    } finally {
      bare.stop(0);
    }
  }

  private static long resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static void report(String what, long[] times) {
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: median %d, p99 %d, longest %d (%d times)%n",
        what,
        times[times.length / 2],
        times[Math.min(times.length - 1, times.length * 99 / 100)],
        times[times.length - 1],
        times.length);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** One kept connection, with as little of its own as can be. */
  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Client(int port) throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }

    byte[] get(String address) throws IOException {
      String request = "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String status = line();
      if (!status.contains(" 200")) {
        throw new IOException(status);
      }
      int length = -1;
      boolean chunked = false;
      for (String header = line(); !header.isEmpty(); header = line()) {
        String lower = header.toLowerCase(Locale.ROOT);
        if (lower.startsWith("content-length:")) {
          length = Integer.parseInt(lower.substring(15).strip());
        }
        chunked |= lower.startsWith("transfer-encoding: chunked");
      }
      return chunked ? chunks() : in.readNBytes(length);
    }

    private byte[] chunks() throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = chunk(); size > 0; size = chunk()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
      return body.toByteArray();
    }

    private int chunk() throws IOException {
      return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new IOException("The connection ended.");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
