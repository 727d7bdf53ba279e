package org.kith.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notebook runs in real Jupyter on the sample workspace's snapshot, and what it shows is what
 * is kept in the file. {@code -Dcases=write} keeps what it shows now; read the difference.
 */
class NotebooksTest {
  private static final Path JUPYTER = Path.of("/usr/bin/jupyter-nbconvert");
  private static final Path WORKSPACE =
      Path.of(System.getProperty("kith.workspace", "../sample-data/target/workspace"));
  private static final Path KERNELS = Path.of("target", "jupyter");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("."))) {
      List<Path> found = files.filter(f -> f.toString().endsWith(".ipynb")).sorted().toList();
      assertThat(found).as("notebooks in this folder").isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void shows_what_is_kept_in_the_file(Path notebook) throws Exception {
    JsonNode executed = JSON.readTree(execute(notebook).toFile());
    if ("write".equals(System.getProperty("cases"))) {
      Files.writeString(notebook, tidy(executed));
      return;
    }
    JsonNode kept = JSON.readTree(notebook.toFile());
    assertThat(shown(kept))
        .as("%s is stale: run the test with -Dcases=write and read the difference", notebook)
        .isEqualTo(shown(executed));
    assertThat(shown(executed)).as("a notebook shows a plot").contains("image/png");
  }

  /** The guard's guard: one digit changed under a cell must not pass for the same output. */
  @ParameterizedTest
  @MethodSource("notebooks")
  @DisabledIfSystemProperty(named = "cases", matches = "write", disabledReason = "being written")
  void a_changed_output_would_be_noticed(Path notebook) throws IOException {
    String kept = Files.readString(notebook);
    JsonNode changed = JSON.readTree(kept.replaceFirst("(<td>)\\d(\\d+</td>)", "$1x$2"));
    assertThat(changed).as("a table with a number in it").isNotEqualTo(JSON.readTree(kept));
    assertThat(shown(changed)).isNotEqualTo(shown(JSON.readTree(kept)));
  }

  private static Path execute(Path notebook) throws IOException, InterruptedException {
    if (!Files.isExecutable(JUPYTER)) {
      fail(
          JUPYTER
              + " is missing. Install it: apt-get install jupyter-nbconvert python3-nbclient"
              + " python3-nbformat python3-ipykernel jupyter-client");
    }
    if (!Files.exists(WORKSPACE.resolve("lake/published/current"))) {
      fail(
          WORKSPACE.toAbsolutePath().normalize()
              + " has no published snapshot. Build from the top of the project, so that the sample"
              + " workspace is run first: ./kith test -pl notebooks -am");
    }
    Path out = Path.of("target", "executed");
    Files.createDirectories(out);
    KernelSpec.write(KERNELS);
    run(
        out.resolve(notebook.getFileName() + ".log"),
        notebook,
        "--to=notebook",
        "--execute",
        "--ExecutePreprocessor.kernel_name=kith-java",
        "--ExecutePreprocessor.timeout=120",
        "--output-dir=" + out);
    return out.resolve(notebook.getFileName());
  }

  private static void run(Path log, Path notebook, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JUPYTER.toString()));
    command.addAll(List.of(options));
    command.add(notebook.toString());
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    process.environment().put("JUPYTER_PATH", KERNELS.toAbsolutePath().toString());
    process.environment().put("KITH_WORKSPACE", WORKSPACE.toRealPath().toString());
    Process running = process.start();
    if (!running.waitFor(5, TimeUnit.MINUTES)) {
      running.destroyForcibly();
      fail(notebook + " did not finish within five minutes");
    }
    assertThat(running.exitValue())
        .as("%s did not run:%n%s", notebook, Files.readString(log))
        .isZero();
  }

  /** The page that README links is what Jupyter makes of the notebook that is kept. */
  @ParameterizedTest
  @MethodSource("notebooks")
  void the_page_is_the_notebook(Path notebook) throws Exception {
    String name = notebook.getFileName().toString().replace(".ipynb", ".html");
    Path out = Path.of("target", "pages");
    Files.createDirectories(out);
    run(
        out.resolve(name + ".log"),
        notebook,
        "--to=html",
        "--template=basic",
        "--output-dir=" + out);
    String page = NotebookPage.of(Files.readString(out.resolve(name)));
    Path kept = Path.of("html", name);
    if ("write".equals(System.getProperty("cases"))) {
      Files.createDirectories(kept.getParent());
      Files.writeString(kept, page);
    }
    assertThat(page.equals(Files.readString(kept)))
        .as("%s is stale: run the test with -Dcases=write", kept)
        .isTrue();
    assertThat(page.replaceAll("base64,[A-Za-z0-9+/=\\s]*", ""))
        .as("a page that stands alone")
        .doesNotContain("<script", "http:", "src=\"http");
    assertThat(Files.readString(Path.of("../README.md"))).contains("notebooks/html/" + name);
  }

  /**
   * The cells and what stands under them. Of a picture only that there is one: its pixels depend on
   * the machine's fonts.
   */
  private static String shown(JsonNode notebook) throws IOException {
    ArrayNode cells = JSON.createArrayNode();
    for (JsonNode cell : notebook.path("cells")) {
      ObjectNode part = cells.addObject();
      part.set("source", JSON.getNodeFactory().textNode(text(cell.path("source"))));
      for (JsonNode output : cell.path("outputs")) {
        ObjectNode entry = part.withArray("outputs").addObject();
        entry.put("type", output.path("output_type").asText());
        entry.put("printed", text(output.path("text")));
        output
            .path("data")
            .properties()
            .forEach(
                data ->
                    entry.put(
                        data.getKey(),
                        data.getKey().startsWith("image/") ? "a picture" : text(data.getValue())));
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(cells);
  }

  private static String text(JsonNode lines) {
    if (!lines.isArray()) {
      return lines.asText();
    }
    var all = new StringBuilder();
    lines.forEach(line -> all.append(line.asText()));
    return all.toString();
  }

  /** The notebook without what changes at every run: times, and the versions that ran it. */
  private static String tidy(JsonNode executed) throws IOException {
    ObjectNode notebook = executed.deepCopy();
    for (JsonNode cell : notebook.path("cells")) {
      ((ObjectNode) cell).putObject("metadata");
    }
    ObjectNode metadata = notebook.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "Java (Kith)")
        .put("language", "java")
        .put("name", "kith-java");
    metadata.putObject("language_info").put("name", "java").put("file_extension", ".java");
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(notebook) + "\n";
  }
}
