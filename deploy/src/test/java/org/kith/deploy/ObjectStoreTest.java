package org.kith.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.generate.GenerateCommand;
import org.kith.lake.Snapshot;
import org.kith.run.RunCommand;
import org.kith.workspace.Workspace;
import picocli.CommandLine;

/** Responses read from an object store by its own protocol, S3, from a server of it. */
class ObjectStoreTest {
  /** Where the build puts it. */
  private static final Path SERVER = Path.of("target/object-store.jar");

  private static final String BUCKET = "lake";
  private static final int PATIENCE = 60;

  @TempDir Path folder;

  @Test
  void responses_in_an_object_store_give_the_same_snapshot() throws Exception {
    Path workspace = folder.resolve("place");
    int made =
        new CommandLine(new GenerateCommand())
            .execute("--people", "4000", "--organisations", "8", "--workspace", "" + workspace);
    assertThat(made).isZero();
    assertThat(run(workspace, List.of())).isZero();
    String here = Snapshot.current(new Workspace(workspace)).id();

    int port = freePort();
    Process server = start(port);
    try {
      await(port);
      copy(workspace.resolve("lake/protected/responses"), port);
      forget(workspace);
      List<String> elsewhere = List.of("--responses", "s3a://" + BUCKET + "/responses");
      assertThat(run(workspace, elsewhere, s3(port))).as(said()).isZero();
      assertThat(Snapshot.current(new Workspace(workspace)).id()).isEqualTo(here);

      // What the run was promised is not all there any more.
      try (Stream<Path> files = Files.walk(workspace.resolve("lake/protected/responses"))) {
        Path first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        send("DELETE", address(workspace.resolve("lake/protected/responses"), first, port), null);
      }
      forget(workspace);
      assertThat(run(workspace, elsewhere, s3(port))).isEqualTo(1);
      assertThat(said()).contains("s3a://lake/responses/").contains(" is not there.");
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  private Process start(int port) throws IOException {
    return new ProcessBuilder(
            java(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dcom.adobe.testing.s3mock.http-port=" + port,
            "-Dserver.port=0",
            "-Dserver.address=127.0.0.1",
            "-Dcom.adobe.testing.s3mock.store.initial-buckets=" + BUCKET,
            "-Dcom.adobe.testing.s3mock.store.root=" + folder.resolve("store"),
            "-jar",
            SERVER.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("server.log").toFile())
        .start();
  }

  private void await(int port) throws Exception {
    for (int attempt = 0; attempt < 5 * PATIENCE; attempt++) {
      try {
        if (send("GET", URI.create("http://127.0.0.1:" + port + "/" + BUCKET), null) == 200) {
          return;
        }
      } catch (IOException e) {
        // Not up yet.
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
  }

  private static void copy(Path responses, int port) throws Exception {
    try (Stream<Path> files = Files.walk(responses)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(send("PUT", address(responses, file, port), file)).isEqualTo(200);
      }
    }
  }

  private static URI address(Path responses, Path file, int port) {
    String key = responses.relativize(file).toString().replace(File.separatorChar, '/');
    return URI.create(
        "http://127.0.0.1:" + port + "/" + BUCKET + "/responses/" + key.replace("=", "%3D"));
  }

  private static int send(String method, URI address, Path body) throws Exception {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofFile(body);
    HttpRequest request = HttpRequest.newBuilder(address).method(method, publisher).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
  }

  private static List<String> s3(int port) {
    return List.of(
        "-Dspark.hadoop.fs.s3a.endpoint=http://127.0.0.1:" + port,
        "-Dspark.hadoop.fs.s3a.endpoint.region=eu-west-2",
        "-Dspark.hadoop.fs.s3a.path.style.access=true",
        "-Dspark.hadoop.fs.s3a.aws.credentials.provider="
            + "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
        "-Dspark.hadoop.fs.s3a.access.key=none",
        "-Dspark.hadoop.fs.s3a.secret.key=none");
  }

  private int run(Path workspace, List<String> arguments) throws Exception {
    return run(workspace, arguments, List.of());
  }

  private int run(Path workspace, List<String> arguments, List<String> options) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(java(), "-Xmx700m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RunCommand.class.getName(), "--workspace", workspace.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("run.log").toFile())
        .start()
        .waitFor();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("run.log"));
  }

  private static void forget(Path workspace) throws IOException {
    try (Stream<Path> files = Files.walk(workspace.resolve("lake/protected/counted"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
