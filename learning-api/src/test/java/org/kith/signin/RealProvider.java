package org.kith.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The certified provider of provider.mjs, run by Node on this machine. */
final class RealProvider implements AutoCloseable {
  static final String SECRET = "a-secret-of-the-tests";

  private static final String VERSION = "oidc-provider@9.13.3";
  private static final Path FOLDER = Path.of("target", "oidc-provider");

  private final Process process;

  private RealProvider(Process process) {
    this.process = process;
  }

  /** A port nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static String issuer(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** Starts it, fetching it first where it is not there yet; returns when it listens. */
  static RealProvider start(int port, String redirect) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    if (!Files.exists(FOLDER.resolve("node_modules/oidc-provider/package.json"))) {
      fetch();
    }
    Path script = FOLDER.resolve("provider.mjs");
    try (InputStream in = RealProvider.class.getResourceAsStream("provider.mjs")) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    Process process = run("node", "provider.mjs", Integer.toString(port), redirect, SECRET);
    BufferedReader says =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      all.append(line).append('\n');
      if (line.equals("listening")) {
        return new RealProvider(process);
      }
    }
    throw new IllegalStateException("The provider did not start:\n" + all);
  }

  private static void fetch() throws IOException, InterruptedException {
    Process npm =
        run(
            "npm",
            "install",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--prefix",
            ".",
            VERSION);
    String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (npm.waitFor() != 0) {
      throw new IllegalStateException("npm could not fetch " + VERSION + ":\n" + said);
    }
  }

  private static Process run(String... command) throws IOException {
    try {
      return new ProcessBuilder(List.of(command))
          .directory(FOLDER.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new IOException(
          command[0]
              + " is not there. These tests sign in through a provider that Node runs; ./kith test"
              + " installs it (Debian: apt-get install nodejs npm).",
          e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
