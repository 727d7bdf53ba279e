package org.kith.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A Spark standalone cluster on this machine's loopback address: a master and workers, each a
 * process of its own, started from nothing but the jars the project depends on.
 */
final class Cluster implements AutoCloseable {
  private static final int PATIENCE = 60;

  private final Path folder;
  private final Path home;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private Cluster(Path folder) throws IOException {
    this.folder = folder;
    home = Files.createDirectories(folder.resolve("spark"));
    port = freePort();
  }

  /** Starts a master and so many workers of one core. */
  static Cluster of(Path folder, int workers) throws IOException, InterruptedException {
    Cluster cluster = new Cluster(folder);
    cluster.fillHome();
    cluster.master();
    for (int worker = 0; worker < workers; worker++) {
      cluster.worker(worker);
    }
    cluster.waitFor("master.log", "Registering worker", workers);
    return cluster;
  }

  /** What programs connect to. */
  String url() {
    return "spark://127.0.0.1:" + port;
  }

  /** Process of the first worker. */
  long firstWorker() {
    return processes.get(1).pid();
  }

  /** Where Spark is: the folder that has its jars. */
  Path home() {
    return home;
  }

  /** Kith as it is shipped: its own jars and whatever they need, as a class path. */
  String kith() throws IOException {
    List<String> path = new ArrayList<>();
    int jar = 0;
    for (Path part : classPath()) {
      if (Files.isDirectory(part) && !part.endsWith("test-classes") && !part.endsWith("test")) {
        path.add(jar(part, folder.resolve("kith-" + jar++ + ".jar")).toString());
      } else {
        path.add(part.toString());
      }
    }
    return String.join(File.pathSeparator, path);
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString();
        if (!name.equals("META-INF/MANIFEST.MF")) {
          out.putNextEntry(new JarEntry(name.replace(File.separatorChar, '/')));
          Files.copy(file, out);
          out.closeEntry();
        }
      }
    }
    return jar;
  }

  static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  /**
   * A jar that names the jars of others; what Kith itself needs on the cluster it has to bring
   * along.
   */
  private void fillHome() throws IOException {
    StringBuilder others = new StringBuilder();
    for (Path part : classPath()) {
      if (Files.isRegularFile(part) && !part.getFileName().toString().startsWith("kith-")) {
        others.append(part.toUri()).append(' ');
      }
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, others.toString());
    Path jar = Files.createDirectories(home.resolve("jars")).resolve("others.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private void master() throws IOException, InterruptedException {
    start(
        "master.log",
        "org.apache.spark.deploy.master.Master",
        List.of("--host", "127.0.0.1", "--port", "" + port, "--webui-port", "0"));
    for (int attempt = 0; attempt < 10 * PATIENCE; attempt++) {
      try {
        new Socket("127.0.0.1", port).close();
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
    throw new IllegalStateException(Files.readString(folder.resolve("master.log")));
  }

  private void worker(int number) throws IOException {
    start(
        "worker-" + number + ".log",
        "org.apache.spark.deploy.worker.Worker",
        List.of(
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            folder.resolve("work-" + number).toString(),
            url()));
  }

  private void start(String log, String main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(opens());
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", main));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(log).toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // else guessed from folders
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    processes.add(builder.start());
  }

  private void waitFor(String log, String line, int times)
      throws IOException, InterruptedException {
    String said = "";
    for (int attempt = 0; attempt < 10 * PATIENCE; attempt++) {
      said = Files.readString(folder.resolve(log));
      if (said.lines().filter(l -> l.contains(line)).count() >= times) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException(log + " does not say '" + line + "':\n" + said);
  }

  /** The doors into the JDK that Spark needs, as these tests were given them. */
  static List<String> opens() {
    return Stream.of(
            org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions().trim().split("\\s+"))
        .toList();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
