package org.kith.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells Jupyter how to start the kernel: with the Java and the classes that this runs in. */
public final class KernelSpec {
  private KernelSpec() {}

  /**
   * Writes the specification.
   *
   * @param args the folder to write under; {@code JUPYTER_PATH} has to name it
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /**
   * Writes {@code kernels/kith-java/kernel.json} under a folder.
   *
   * @throws IOException if it cannot be written
   */
  static void write(Path folder) throws IOException {
    Path file = folder.resolve(Path.of("kernels", "kith-java", "kernel.json"));
    Files.createDirectories(file.getParent());
    ObjectMapper json = new ObjectMapper();
    ObjectNode kernel = json.createObjectNode();
    ArrayNode command = kernel.putArray("argv");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true").add("-Duser.timezone=UTC");
    command.add("-cp").add(System.getProperty("java.class.path"));
    command.add("org.kith.notebook.JavaKernel").add("{connection_file}");
    kernel.put("display_name", "Java (Kith)").put("language", "java");
    kernel.put("interrupt_mode", "message");
    json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), kernel);
  }
}
